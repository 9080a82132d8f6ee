"""Spans that rest: prompts and clocks stand still, and nothing is counted against anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from tracker.ids import id_order
from tracker.records.base import Record

PAUSE_KINDS = {
    "ebb": "an ebb: closeness comes and goes",
    "illness": "illness",
    "upheaval": "upheaval",
    "travel": "travel",
    "apart": "time apart",
}
"""Each kind, as it is said on screen."""


class Pause(Record, frozen=True, kw_only=True):
    """A span of days that rests, both ends included."""

    kind: Literal["ebb", "illness", "upheaval", "travel", "apart"] = "ebb"
    first: date = msgspec.field(name="from")
    until: date | None = None
    """The last day; None while it is open."""
    ritual: str | None = None
    """The key of the one ritual that rests; None when everything does."""
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day and (self.until is None or day <= self.until)


class Pauses:
    """All pauses, past, running and coming."""

    def __init__(self, pauses: tuple[Pause, ...]) -> None:
        self._all = tuple(sorted(pauses, key=lambda pause: (pause.first, id_order(pause.id))))

    def __iter__(self) -> Iterator[Pause]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def covering(self, day: date, ritual: str | None = None) -> tuple[Pause, ...]:
        """Those of exactly this scope (None: of everything) that cover the day."""
        return tuple(pause for pause in self._all if pause.ritual == ritual and pause.covers(day))
