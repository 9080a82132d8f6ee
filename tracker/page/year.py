"""The days of a year in weeks, for a picture of it."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.calendar.periods import WeekStart, indexer
from tracker.views.day_marks import DayMark

Week = tuple[DayMark | None, ...]
"""Seven days, the first day of the week first; None outside the span."""


def weeks(days: Iterable[DayMark], week_start: WeekStart) -> tuple[Week, ...]:
    """The days in columns of seven."""
    index = indexer("week", week_start)
    columns: dict[int, list[DayMark | None]] = {}
    for mark in days:
        columns.setdefault(index(mark.day), [None] * 7)[row(mark, week_start)] = mark
    return tuple(tuple(columns[number]) for number in sorted(columns))


def row(mark: DayMark, week_start: WeekStart) -> int:
    """The place of a day in its week, 0 to 6."""
    return (mark.day.weekday() + (week_start == "sunday")) % 7
