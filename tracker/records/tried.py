"""Which of the twelve practices each of them has tried: one's mark is one's own until both have one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from tracker.records.base import Record


class Tried(Record, frozen=True, kw_only=True):
    """One partner's mark that a practice was tried."""

    practice: str
    """The key of the practice, as in the article's content."""
    day: date


class TriedMarks:
    """All marks. What one of them marked alone is for that one's eyes only."""

    def __init__(self, marks: Iterable[Tried]) -> None:
        self._by: dict[tuple[str, str], Tried] = {}
        for mark in marks:
            self._by.setdefault((mark.practice, mark.by), mark)  # two windows may have marked the same one

    def __iter__(self) -> Iterator[Tried]:
        return iter(self._by.values())

    def of(self, partner: str, practice: str) -> Tried | None:
        """This partner's own mark of a practice."""
        return self._by.get((practice, partner))

    def both(self, practice: str, partners: Collection[str]) -> bool:
        """Whether each of these partners marked the practice."""
        return all((practice, partner) in self._by for partner in partners)
