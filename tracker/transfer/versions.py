"""Which version a document is, also where it came in from a file.

The store stamps what an import writes as new, here and now. So that an older file does not win over a newer
one next time, an imported document remembers the stamp it had (`_from`), for as long as it says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from tracker.acts.imports import MARK
from tracker.store.changes import Document, Stamp
from tracker.store.documents import stamp_of
from tracker.store.values import ENCODER

FROM = "_from"
"""The field in which an imported document remembers its origin."""
MASKED = "_masked"
"""The field that names what is masked in a document: importing it never replaces a text by nothing."""
_NOT_SAID = ("id", "updated_at", "_v", "_w", "_b", FROM, MASKED, MARK)
"""Fields that belong to a version, not to what it says."""
_NOTHING: tuple[object, ...] = (None, "", [], {})


def said(document: Document) -> dict[str, Any]:
    """What the document says, without what belongs to a version."""
    return {name: value for name, value in document.items() if name not in _NOT_SAID}


def origin(document: Document) -> dict[str, Any]:
    """What an imported document remembers: the stamp it came with, and what it said then."""
    stamp, writer = stamp_of(document)
    return {"v": stamp, "w": writer, "of": _digest(document)}


def version_of(document: Document) -> Stamp:
    """The stamp of a document; of one that came from a file and was not changed since, its stamp there."""
    come_from = _unchanged_origin(document)
    return (int(come_from["v"]), str(come_from["w"])) if come_from else stamp_of(document)


def masked_in(document: Document) -> frozenset[str]:
    """The fields that a masked file kept from us: those still empty, and all while nothing changed here."""
    names = named_masked(document)
    if names and _unchanged_origin(document):
        return names
    return frozenset(name for name in names if document.get(name) in _NOTHING)


def named_masked(document: Document) -> frozenset[str]:
    """The fields that the document itself names as masked."""
    listed = document.get(MASKED)
    return (
        frozenset(name for name in listed if isinstance(name, str))
        if isinstance(listed, list)
        else frozenset()
    )


def _unchanged_origin(document: Document) -> Mapping[str, Any] | None:
    come_from = document.get(FROM)
    if not isinstance(come_from, dict) or not isinstance(come_from.get("v"), int):
        return None
    return come_from if come_from.get("of") == _digest(document) else None


def _digest(document: Document) -> str:
    return blake2b(ENCODER.encode(said(document)).encode("ascii"), digest_size=8).hexdigest()
