"""What the values in Loop Habit Tracker's files mean; its database and its CSV files share them.

Source: github.com/iSoron/uhabits, in `core/models`: `Entry.kt`, `HabitType.kt`, `NumericalHabitType.kt`,
`ScoreList.kt` and `StreakList.kt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.transfer.habits import Habit, Measure, cadence_of, frequency_words, summed_over, usable
from tracker.transfer.report import Tally

SKIP = 3
YES_MANUAL = 2
YES_AUTO = 1
NO = 0
UNKNOWN = -1
WORDS = {"SKIP": SKIP, "YES_MANUAL": YES_MANUAL, "YES_AUTO": YES_AUTO, "NO": NO, "UNKNOWN": UNKNOWN}
"""How Loop 2.3.1 and later write the values in CSV files; amounts stay numbers."""
SCALE = 1000
"""Amounts are whole numbers of thousandths."""

_LEFT = {
    YES_AUTO: "entries filled in by Loop itself, not by you",
    NO: "entries marked as not done",
    UNKNOWN: "entries without a value",
}
_OUT_OF_TIME = "entries on a day after today or before 1900"
_TWICE = "entries for a day that has one already"
_NOTES = "notes on days that did not happen"


def value_of(text: str) -> int | None:
    """A value as CSV files hold it; None for what is none."""
    word = text.strip()
    if word in WORDS:
        return WORDS[word]
    return int(word) if re.fullmatch(r"-?\d{1,12}", word, re.ASCII) else None


class Entry(NamedTuple):
    """One entry as it stands in a file of Loop."""

    day: date
    value: int
    note: str


class Shape(NamedTuple):
    """What Loop knows of a habit besides its entries."""

    name: str
    times: int
    days: int
    archived: bool = False
    measured: bool = False
    target: float | None = None
    at_most: bool = False


def habit(shape: Shape, entries: Iterable[Entry], today: date, left: Tally) -> Habit:
    """A habit with what its entries mean. `left` counts what the caller could not read already."""
    known: dict[date, Entry] = {}
    for entry in entries:
        if not usable(entry.day, today):
            left[_OUT_OF_TIME] += 1
        elif entry.day in known:
            left[_TWICE] += 1  # Loop itself keeps the first one, too (its migration 22)
        else:
            known[entry.day] = entry
    skipped = frozenset(day for day, entry in known.items() if entry.value == SKIP)
    amounts = _amounts(known) if shape.measured else {}
    done = frozenset() if shape.measured else frozenset(d for d, e in known.items() if e.value == YES_MANUAL)
    taken = {*skipped, *amounts, *done}
    _count_left(known, taken, left)
    return Habit(
        name=shape.name,
        cadence=cadence_of(shape.times, shape.days),
        frequency=frequency_words(shape.times, shape.days),
        done=done,
        skipped=skipped,
        notes={day: known[day].note for day in taken if known[day].note},
        measure=_measure(shape),
        amounts=amounts,
        archived_on=max(known, default=today) if shape.archived else None,
        left=left.sentences(),
    )


def _measure(shape: Shape) -> Measure | None:
    if not shape.measured:
        return None
    over = summed_over(shape.times, shape.days)
    return Measure(target=shape.target, at_most=shape.at_most, over=over)


def _amounts(known: dict[date, Entry]) -> dict[date, float]:
    """The amounts of a measured habit. A skipped day has none, nor has one that is below nothing."""
    return {day: e.value / SCALE for day, e in known.items() if e.value >= 0 and e.value != SKIP}


def _count_left(known: dict[date, Entry], taken: set[date], left: Tally) -> None:
    for day, entry in known.items():
        if day not in taken:
            left[_LEFT.get(entry.value, "entries with a value that Loop does not use")] += 1
            if entry.note.strip():
                left[_NOTES] += 1
