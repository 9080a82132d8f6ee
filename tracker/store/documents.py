"""The merged view: of every document the newest version, whoever wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tracker.store.shapes import Document, Stamp
from tracker.store.shapes import Tables as Tables

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
    "future_scenes",
    "beginnings",
)
"""The tables this version knows. Others are carried through untouched."""


class Notice(NamedTuple):
    """Something the store has to tell the people, once: in words, without any of their text."""

    kind: str
    """`restored`, `salvaged`, `hand-edited`, `newer`, `unreadable`, `other-writer`, `read-only` or
    `time-zone`.
    """
    sentence: str


def stamp_of(document: Document) -> Stamp:
    """The version of a document."""
    return int(document.get("_v", 0)), str(document.get("_w", ""))


def seen_by(versions: Iterable[Document]) -> dict[str, int]:
    """Of each writer the newest stamp that whoever wrote these versions, or holds them all, has seen.

    `_b` on a document is this, without its own writer: what its writer had before them.
    """
    seen: dict[str, int] = {}
    for version in versions:
        stamp, writer = stamp_of(version)
        before = version.get("_b")
        known = before if isinstance(before, dict) else {}
        for name, value in (*known.items(), (writer, stamp)):
            seen[name] = max(seen.get(name, 0), value if isinstance(value, int) else 0)
    return seen


class Documents:
    """A frozen picture of everything stored, by table and id. It never changes; a write makes a new one."""

    def __init__(
        self,
        tables: Tables,
        notices: tuple[Notice, ...] = (),
        *,
        sources: Iterable[Tables] = (),
        highest: Callable[[], int] | None = None,
    ) -> None:
        """`sources` are the writers' own files, to be gone through any number of times, below the merged
        tables; `highest` tells the highest stamp, where that is known better.
        """
        self._tables = tables
        self._sources = sources or (tables,)
        self._highest = highest
        self.notices = notices

    def standing(self, table: str) -> Iterator[Document]:
        """The documents of a table that are not removed; oldest first within a file, else unordered."""
        return (
            d for d in self._tables.get(table, {}).values() if not d.get("removed_at") and "recorded_at" in d
        )

    def of_day(self, table: str, day: str) -> Iterator[Document]:
        """The documents of a table that are not removed and have this day, an ISO date."""
        return (
            d
            for d in self._tables.get(table, {}).values()
            if d.get("day") == day and not d.get("removed_at") and "recorded_at" in d
        )

    def removed(self, table: str) -> Iterator[Document]:
        """The documents of a table that are set aside and can be brought back; no bare tombstones."""
        return (d for d in self._tables.get(table, {}).values() if d.get("removed_at") and "recorded_at" in d)

    def get(self, table: str, record_id: str) -> Document | None:
        """The newest version of one document, removed or not, or None."""
        return self._tables.get(table, {}).get(record_id)

    def versions(self, table: str, record_id: str) -> tuple[Document, ...]:
        """Each writer's last version of one document, the newest first."""
        found = (source[table].get(record_id) for source in self._sources if table in source)
        return tuple(sorted((d for d in found if d is not None), key=stamp_of, reverse=True))

    def concurrent_versions(self, table: str, record_id: str) -> tuple[Document, ...]:
        """Versions by others which the writer of the newest one had not seen: both wrote at once."""
        newest, *others = self.versions(table, record_id) or ({},)
        if "recorded_at" not in newest:
            return ()
        seen = seen_by((newest,))
        unseen = (d for d in others if stamp_of(d)[0] > seen.get(stamp_of(d)[1], 0))
        return tuple(d for d in unseen if "recorded_at" in d)

    def table(self, name: str) -> Mapping[str, Document]:
        """Every document of a table, removed ones and tombstones too; the same object while none of them
        changes.
        """
        return self._tables.get(name, _NONE)

    def tables(self) -> tuple[str, ...]:
        """The names of the tables that hold anything."""
        return tuple(name for name, documents in self._tables.items() if documents)

    def highest_stamp(self) -> int:
        """The highest `_v` seen anywhere; 0 when nothing is stored."""
        if self._highest is not None:
            return self._highest()
        return max((stamp_of(d)[0] for t in self._tables.values() for d in t.values()), default=0)


_NONE: Mapping[str, Document] = {}
EMPTY = Documents({})
"""Nothing stored."""
