"""Months since starting: whole calendar months, with the days of rest taken out.

By the semantics of dateutil's `relativedelta` (31 January and one month is the last of February), in integers
of our own, because importing `relativedelta` costs more than everything else `rekindle status` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tracker.calendar.periods import period_at


class MonthsSince(NamedTuple):
    """How long they have been trying."""

    months: int
    """Whole months that are over."""
    days: int
    """Days beyond them."""

    @property
    def running(self) -> int:
        """The month that is running now: the fourth when three are over."""
        return self.months + 1

    def month_text(self) -> str:
        """As in "Month 4"."""
        return f"Month {self.running}"

    def span_text(self) -> str:
        """As in "3 months, 12 days"; what is nothing is not said."""
        parts = [_count(self.months, "month"), _count(self.days, "day")]
        return ", ".join(part for part in parts if part) or "just begun"


def months_since(start: date, today: date, rests: Iterable[tuple[date, date | None]]) -> MonthsSince:
    """The months from `start` to `today`, after moving the start forward by the days that rested.

    `rests` are spans of pauses of *everything*, both ends included, open without an end; they may overlap.
    Each day from start to today that lies in one counts once. Never below nothing, also before the start.
    """
    shifted_start = start + timedelta(days=resting_days(start, today, rests))
    if shifted_start >= today:
        return MonthsSince(0, 0)
    months = (today.year - shifted_start.year) * 12 + today.month - shifted_start.month
    if add_months(shifted_start, months) > today:
        months -= 1
    return MonthsSince(months, (today - add_months(shifted_start, months)).days)


def resting_days(start: date, today: date, rests: Iterable[tuple[date, date | None]]) -> int:
    """How many distinct days from `start` to `today`, both included, lie in any of the spans."""
    spans = sorted((first, min(last or today, today)) for first, last in rests)
    days, counted_to = 0, start.toordinal() - 1
    for first, last in spans:
        begin = max(first.toordinal(), counted_to + 1)
        days += max(0, last.toordinal() - begin + 1)
        counted_to = max(counted_to, last.toordinal())
    return days


def add_months(day: date, months: int) -> date:
    """The same day `months` months later, or the last of that month where it has no such day."""
    month = period_at("month", day.year * 12 + day.month - 1 + months)
    return min(month.first + timedelta(days=day.day - 1), month.last)


def _count(number: int, unit: str) -> str:
    return "" if number == 0 else f"{number} {unit}" if number == 1 else f"{number} {unit}s"
