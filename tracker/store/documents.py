"""The merged view: of every document the newest version, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tracker.store.changes import Document, Stamp

TABLES = (
    "couple",
    "rituals",
    "moments",
    "appreciations",
    "plans",
    "remarks",
    "goals",
    "milestones",
    "pauses",
    "weather",
    "tried",
    "lookups",
    "reviews",
)
"""The tables this version knows. Others are carried through untouched."""


class Notice(NamedTuple):
    """Something the store has to tell the people, once: in words, without any of their text."""

    kind: str
    """`restored`, `salvaged`, `hand-edited`, `newer`, `unreadable`, `other-writer` or `read-only`."""
    sentence: str


def stamp_of(document: Document) -> Stamp:
    """The version of a document."""
    return int(document.get("_v", 0)), str(document.get("_w", ""))


class Documents:
    """A frozen picture of everything stored, by table and id. A write makes a new one; this one never changes."""

    def __init__(self, tables: Mapping[str, Mapping[str, Document]], notices: tuple[Notice, ...] = ()) -> None:
        self._tables = tables
        self.notices = notices

    def standing(self, table: str) -> Iterator[Document]:
        """The documents of a table that are not removed, oldest id first within a month file, else unordered."""
        return (d for d in self._tables.get(table, {}).values() if not d.get("removed_at") and "recorded_at" in d)

    def removed(self, table: str) -> Iterator[Document]:
        """The documents of a table that are set aside but can still be brought back (bare tombstones are not)."""
        return (d for d in self._tables.get(table, {}).values() if d.get("removed_at") and "recorded_at" in d)

    def get(self, table: str, record_id: str) -> Document | None:
        """The newest version of one document, removed or not, or None."""
        return self._tables.get(table, {}).get(record_id)

    def tables(self) -> tuple[str, ...]:
        """The names of the tables that hold anything."""
        return tuple(name for name, documents in self._tables.items() if documents)

    def highest_stamp(self) -> int:
        """The highest `_v` seen anywhere; 0 when nothing is stored."""
        return max((int(d.get("_v", 0)) for t in self._tables.values() for d in t.values()), default=0)


EMPTY = Documents({})
"""Nothing stored."""
