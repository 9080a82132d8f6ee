"""The days of a year in weeks, for a picture of it."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.calendar.periods import WeekStart, indexer, period_of
from tracker.views.day_marks import DayMark
from tracker.views.review import ReviewPage

Week = tuple[DayMark | None, ...]
"""Seven days, the first day of the week first; None outside the span."""


def begun(days: Iterable[DayMark]) -> tuple[DayMark, ...]:
    """The days from the first quarter in which anything stands; none before it."""
    marks = tuple(days)
    first = next((mark.day for mark in marks if mark.level or mark.rests), None)
    if first is None:
        return ()
    begin = period_of(first, "quarter").first
    return tuple(mark for mark in marks if mark.day >= begin)


def is_blank(mark: DayMark, page: ReviewPage) -> bool:
    """Whether nothing is drawn of a day: it held nothing, and counting had not begun."""
    return mark.day < page.begins and not mark.level and not mark.rests


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
