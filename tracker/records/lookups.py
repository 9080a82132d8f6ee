"""What came of looking up together: the chosen way, and the day of the next look. Answers are never kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from tracker.ids import id_order
from tracker.records.base import Record

Chosen = Literal["keep-going", "counsellor", "apart", "talk-about-ending", "talk-again", ""]


class Lookup(Record, frozen=True, kw_only=True):
    """One look-up at which they chose how to go on. It belongs to both."""

    day: date
    window: int
    """The window of that day, in months."""
    state: str
    """The state that was shown once both had revealed: nearer, no-nearer or mixed."""
    chosen: Chosen = ""
    """The way that they chose; empty where both were nearer, who simply look again."""
    next_look: date
    """The first day on which the article's question may come again: three whole calendar months on where both
    were nearer, the day they named where they keep going, and 42 days on after a counsellor, time apart and
    either talk alike. The figures are ours."""


class Lookups:
    """All look-ups, the oldest first."""

    def __init__(self, lookups: Iterable[Lookup]) -> None:
        self._all = tuple(sorted(lookups, key=lambda one: (one.day, id_order(one.id))))

    def __iter__(self) -> Iterator[Lookup]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def newest(self) -> Lookup | None:
        """The one that was written last."""
        return self._all[-1] if self._all else None
