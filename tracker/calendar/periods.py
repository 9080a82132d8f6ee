"""Periods of the calendar: days, weeks, months and quarters as numbered spans.

Every period of a kind has an index, and neighbours differ by one; arithmetic happens on these integers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from tracker.calendar.names import month_name, short_day
from tracker.errors import Refusal

PeriodKind = Literal["day", "week", "month", "quarter"]
WeekStart = Literal["monday", "sunday"]

PERIODS: tuple[PeriodKind, ...] = ("day", "week", "month", "quarter")
"""The kinds of periods, the shortest first."""

_QUARTER_ID = re.compile(r"(\d{4})-?[Qq]([1-4])", re.ASCII)  # IGNORECASE costs an import


class Period(NamedTuple):
    """A span of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Whether a day lies in it."""
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last.toordinal() - self.first.toordinal() + 1


def indexer(kind: PeriodKind, week_start: WeekStart = "monday") -> Callable[[date], int]:
    """The function that numbers the period of this kind in which a day lies."""
    if kind == "day":
        return date.toordinal
    if kind == "week":
        # Ordinal 1, the first of January of year 1, was a Monday.
        shift = 6 if week_start == "monday" else 7
        return lambda day: (day.toordinal() + shift) // 7
    if kind == "month":
        return lambda day: day.year * 12 + day.month - 1
    return lambda day: day.year * 4 + (day.month - 1) // 3


def first_day(kind: PeriodKind, index: int, week_start: WeekStart = "monday") -> date:
    """The first day of the period with this index."""
    if kind == "day":
        return date.fromordinal(index)
    if kind == "week":
        return date.fromordinal(index * 7 - (6 if week_start == "monday" else 7))
    if kind == "month":
        return date(index // 12, index % 12 + 1, 1)
    return date(index // 4, index % 4 * 3 + 1, 1)


def period_at(kind: PeriodKind, index: int, week_start: WeekStart = "monday") -> Period:
    """The period with this index."""
    next_first = first_day(kind, index + 1, week_start)
    return Period(first_day(kind, index, week_start), date.fromordinal(next_first.toordinal() - 1))


def period_of(day: date, kind: PeriodKind, week_start: WeekStart = "monday") -> Period:
    """The period in which a day lies."""
    return period_at(kind, indexer(kind, week_start)(day), week_start)


def shifted(day: date, by: int, kind: PeriodKind, week_start: WeekStart = "monday") -> Period:
    """The period `by` periods after the one in which a day lies; before it when negative."""
    return period_at(kind, indexer(kind, week_start)(day) + by, week_start)


def weekend_of(first: date, today: date) -> tuple[date | None, date | None]:
    """Friday and Sunday of the first weekend to come in the month of a day; nothing where it has none."""
    month = period_of(first, "month")
    begin = max(month.first, today)
    friday = begin.toordinal() + (4 - begin.weekday()) % 7
    if friday > month.last.toordinal():
        return None, None
    return date.fromordinal(friday), date.fromordinal(friday + 2)


def label(period: Period, kind: PeriodKind, today: date) -> str:
    """As in "20 Nov", "week of 16 Nov", "November", "Q4 2026"; the year stands where it is not this one's."""
    first = period.first
    year = "" if first.year == today.year else f" {first.year}"
    if kind == "day":
        return short_day(first) + year
    if kind == "week":
        return f"week of {short_day(first)}{year}"
    if kind == "month":
        return month_name(first) + year
    return f"Q{(first.month + 2) // 3} {first.year}"


def quarter_id(day: date) -> str:
    """The quarter in which a day lies, as in "2026Q3"."""
    return f"{day.year:04}Q{(day.month + 2) // 3}"


def is_quarter(text: str) -> bool:
    """Whether a text names a quarter as records do, like "2026Q3"."""
    try:
        return text == quarter_id(parse_quarter(text).first)
    except Refusal:
        return False


def parse_quarter(text: str) -> Period:
    """The quarter named like "2026Q3"; Refusal for anything else and before 1900."""
    found = _QUARTER_ID.fullmatch(text.strip())
    if not found or int(found[1]) < 1900 or int(found[1]) > 9998:
        raise Refusal("A quarter is written like 2026Q3.")
    return period_at("quarter", int(found[1]) * 4 + int(found[2]) - 1)
