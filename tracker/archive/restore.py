"""Putting an archive back: as it was into an empty place, as new versions into one in use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tracker.archive.files import write_new
from tracker.archive.holdings import Holdings
from tracker.errors import Refusal
from tracker.store.changes import Change, Document, Put, Revert
from tracker.store.codec import Content, DamagedError, decode
from tracker.store.documents import Documents, stamp_of
from tracker.store.merging import merged
from tracker.store.naming import by_id
from tracker.store.safely import PRIVATE, ensure_folder, modes_of, refusal_of
from tracker.store.schema import SCHEMA

_OF_THE_STORE = ("id", "updated_at", "_v", "_w", "_b")
"""Fields that belong to a version, not to what it says."""


def documents_of(holdings: Holdings) -> Documents:
    """The merged view of what an archive holds. Bytes that are no month file have no part in it."""
    return Documents(merged([by_id(content.tables) for content in _contents(holdings)]))


def put_back(holdings: Holdings, data: Path) -> None:
    """Put the files into an empty place, byte for byte. Nothing that stands is ever replaced."""
    try:
        ensure_folder(str(data), PRIVATE.folder)
        modes = modes_of(str(data))
        for name in holdings.files:
            ensure_folder(str((data / name).parent), modes.folder)
    except OSError as error:
        raise refusal_of(error) from None
    for name, raw in holdings.files.items():
        write_new(data / name, raw, modes.file)


def changes_to(now: Documents, then: Documents, *, replace: bool) -> list[Change]:
    """What brings back, as new versions, all that is absent or removed; with `replace`, what differs, too.

    Nothing that came later goes: what the archive does not know stays as it is.
    """
    changes: list[Change] = []
    for table in then.tables():
        for document in then.standing(table):
            standing = now.get(table, str(document["id"]))
            if standing is None or not _stands(standing):
                changes.append(Put(table, str(document["id"]), _told(document)))
            elif replace and _told(standing) != _told(document):
                changes.append(_as_it_was(table, standing, document))
    return changes


def differing(now: Documents, then: Documents) -> int:
    """How many entries stand here and say something else than in the archive."""
    pairs = ((now.get(table, str(one["id"])), one) for table in then.tables() for one in then.standing(table))
    return sum(here is not None and _stands(here) and _told(here) != _told(one) for here, one in pairs)


def _stands(document: Document) -> bool:
    return not document.get("removed_at") and "recorded_at" in document


def _as_it_was(table: str, standing: Document, document: Document) -> Revert:
    """The change that makes a standing document say what the archived one says, and nothing beyond."""
    then, now = _told(document), _told(standing)
    differing = [name for name in {*then, *now} if then.get(name, ...) != now.get(name, ...)]
    fields = {name: then.get(name, ...) for name in differing}
    return Revert(table, str(document["id"]), stamp_of(standing), fields)


def _told(document: Document) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in _OF_THE_STORE}


def _contents(holdings: Holdings) -> Iterator[Content]:
    for name, raw in holdings.files.items():
        if not name.endswith(".json"):
            continue  # the bytes of a damaged file, kept aside: for a person to look at
        try:
            content = decode(raw)
        except DamagedError:
            continue
        if content.schema > SCHEMA:
            raise Refusal("This archive holds files of a newer Rekindle; please update first.")
        yield content
