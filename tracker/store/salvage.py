"""What can still be read of a damaged month file: its whole documents, each in the table it stood in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.ids import id_order
from tracker.store.codec import is_ours
from tracker.store.schema import RawTables
from tracker.store.values import DECODER, cleaned

_START = re.compile(r'"([0-9]{1,25})"\s*:\s*(?=\{)')
"""Where a document may begin: its TinyDB doc id."""

_SAME_TABLE = re.compile(r"\s*,\s*")
ALIKE = 0.6
"""So large a part of all their fields two documents of one table have in common, at the least."""

_NEW_TABLE = re.compile(r'"([A-Za-z_][A-Za-z0-9_-]*)"\s*:\s*\{\s*$')


def salvaged(raw: bytes, known: RawTables) -> RawTables:
    """The whole documents in a damaged file's bytes, by table and TinyDB doc id.

    Between two documents of a table stands nothing but a comma, and before the first the table's name. Where
    anything else stands, the name may have been in it: then the fields of a document tell its table, by
    those of the documents found so far and of the `known` ones (the backup's). One that could be in two is
    left out.
    """
    found: RawTables = {}
    fields = {name: {_fields(document) for document in table.values()} for name, table in known.items()}
    table: str | None = None
    last = ""
    for gap, key, document in _documents(raw.decode("utf-8", errors="replace")):
        header = _NEW_TABLE.search(gap)
        if header:
            table = header[1]
        elif not _SAME_TABLE.fullmatch(gap):
            table = _told_by_fields(
                fields, _fields(document), table if id_order(last) < id_order(document["id"]) else None
            )
        last = document["id"]
        if table is not None and table != "_meta":
            found.setdefault(table, {})[key] = cleaned(document)
            fields.setdefault(table, set()).add(_fields(document))
    return found


def _fields(document: Mapping[str, Any]) -> frozenset[str]:
    """The fields that are not the store's own."""
    return frozenset(name for name in document if not name.startswith("_") and name != "removed_at")


def _told_by_fields(
    known: Mapping[str, set[frozenset[str]]], fields: frozenset[str], running: str | None
) -> str | None:
    """The table whose documents have the most alike fields; of several alike the running one, or None."""
    likeness = {
        name: max((len(fields & each) / len(fields | each) for each in shapes), default=0.0)
        for name, shapes in known.items()
    }
    best = max(likeness.values(), default=0.0)
    alike = [name for name, value in likeness.items() if value == best]
    if best < ALIKE or (len(alike) > 1 and running not in alike):
        return None
    return running if running in alike else alike[0]


def _documents(text: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What stands between a document and the one before, its doc id, and the document."""
    end = 0
    at = _START.search(text)
    while at is not None:
        try:
            document, after = DECODER.raw_decode(text, at.end())
        except (ValueError, RecursionError):
            at = _START.search(text, at.end())
            continue
        if is_ours(at[1], document):
            yield text[end : at.start()], at[1], document
            end = after
        at = _START.search(text, after)
