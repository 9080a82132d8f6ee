"""Days of rituals that are kept by both, on which only one of them has a mark so far.

Until both stand, each sees their own mark alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.calendar.days import FIRST_DAY
from tracker.rhythm.marks import TABLES, Ticks, gather, joined
from tracker.rhythm.reading import stands_for_both
from tracker.store.changes import Document
from tracker.store.documents import Documents
from tracker.text import folded
from tracker.transfer.days import read_day


class Halves:
    """Tells which marks stand for one of the two alone."""

    def __init__(self, documents: Documents, partners: tuple[str, ...], day_ends_at: str) -> None:
        self._partners = partners
        self._by_both = _kept_by_both(documents)
        """The folded keys of rituals that are kept by both."""
        self._ticks: dict[str, Ticks] = {}
        if self._by_both:
            self._ticks = joined(gather(documents, table, day_ends_at) for table in TABLES)

    def holds(self, ritual: object, day: object) -> bool:
        """Whether the marks of a ritual (by its key) on a day are such ones."""
        key = folded(str(ritual))
        if key not in self._by_both:
            return False
        marks = self._ticks.get(key, {}).get(read_day(day) or FIRST_DAY, frozenset())
        return not stands_for_both(marks, self._partners)


def _kept_by_both(documents: Documents) -> frozenset[str]:
    """The rituals that both keep; of removed ones, too, for their moments still stand."""
    kept = {_key(ritual): ritual.get("kept_by") for ritual in _rituals(documents)}
    return frozenset(key for key, by in kept.items() if by == "both")


def _rituals(documents: Documents) -> Iterator[Document]:
    """Removed ones first: one that stands under the same key says how its moments are counted."""
    yield from documents.removed("rituals")
    yield from documents.standing("rituals")


def _key(ritual: Document) -> str:
    return folded(str(ritual.get("key", "")))
