"""The arithmetic of a month view: which day stands in which week, and which cells of a field are whose.

Nothing here draws. A field is so many columns by so many lines; columns and lines count from 0.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tracker.calendar.days import FIRST_DAY
from tracker.calendar.names import WEEKDAYS
from tracker.calendar.periods import WeekStart, period_at, period_of
from tracker.calendar.toward import LAST_YEAR

LAST_DAY = date(LAST_YEAR, 12, 31)
"""Where a month view ends; it begins at `FIRST_DAY`."""

DAYS = 7
MOST_WEEKS = 6
"""A month touches at most so many weeks; a view keeps room for them, so that nothing jumps between months."""

NARROWEST, WIDEST = 3, 12
"""Columns of a day: two digits and a mark at least; beyond the most, room would only be air."""
TALLEST = 3
"""Lines of a week at most."""
TITLE_FROM, WEEKDAYS_FROM = 2, 8
"""Lines of the field from which the month's name, and the names of the weekdays, have their line."""
ARROW = 4
"""Columns at either end of the name's line that lead to another month."""

Weeks = tuple[tuple[date | None, ...], ...]
"""The weeks of a month, seven places each; None before its first day and after its last."""


class Box(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


def within(day: date) -> date:
    """The day itself, or the nearest that a month view can show."""
    return min(max(day, FIRST_DAY), LAST_DAY)


def days_on(day: date, days: int) -> date:
    """So many days later, earlier when negative; it stops at the ends of the view."""
    ordinal = within(day).toordinal() + days
    return date.fromordinal(min(max(ordinal, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))


def months_on(day: date, months: int, wanted: int | None = None) -> date:
    """The same day of another month, or its last where it has none; it stops at the first and last month.

    `wanted` is the day of the month that is meant: from 31 January by way of February to 31 March.
    """
    first, last = FIRST_DAY.year * 12, LAST_YEAR * 12 + 11
    month = period_at("month", min(max(day.year * 12 + day.month - 1 + months, first), last))
    return min(month.first + timedelta(days=(wanted or day.day) - 1), month.last)


def weeks_of(day: date, week_start: WeekStart = "monday") -> Weeks:
    """The weeks of the month in which a day lies."""
    month = period_of(day, "month")
    lead = (month.first.weekday() + (week_start == "sunday")) % DAYS
    places: list[date | None] = [None] * lead
    places += [month.first + timedelta(days=number) for number in range(month.days)]
    places += [None] * (-len(places) % DAYS)
    return tuple(tuple(places[at : at + DAYS]) for at in range(0, len(places), DAYS))


def weekday_names(week_start: WeekStart = "monday") -> tuple[str, ...]:
    """The weekdays in the order of the columns."""
    return WEEKDAYS if week_start == "monday" else (WEEKDAYS[-1], *WEEKDAYS[:-1])


class MonthGrid(NamedTuple):
    """A month laid out in a field; make one with `laid_out`."""

    weeks: Weeks
    cell: int
    """Columns of a day. One more stands empty in front of each week."""
    row: int
    """Lines of a week; with one line, marks stand beside the number, else below it."""
    top: int
    """The first line of the weeks."""
    first: int
    """The first week shown, where the field is too low for all."""
    shown: int
    """How many weeks have room, 6 in a field of 9 lines."""
    title: int | None
    """The line of the month's name."""
    weekdays: int | None
    """The line of the weekdays' names."""
    detail: int | None
    """The line that spells out the chosen day."""
    legend: int | None
    """The line that explains the marks."""

    @property
    def width(self) -> int:
        """Columns of the whole month."""
        return DAYS * self.cell + 1

    @property
    def visible(self) -> Weeks:
        """The weeks that are shown."""
        return self.weeks[self.first : self.first + self.shown]

    def box_of(self, day: date) -> Box | None:
        """The cells of a day; None when it is not shown."""
        for line, week in enumerate(self.visible):
            if day in week:
                return Box(1 + week.index(day) * self.cell, self.top + line * self.row, self.cell, self.row)
        return None

    def day_at(self, x: int, y: int) -> date | None:
        """The day in whose cells this one lies."""
        line, column = (y - self.top) // self.row, (x - 1) // self.cell
        if y < self.top or not (0 <= line < len(self.visible) and 0 <= column < DAYS):
            return None
        return self.visible[line][column]

    def arrow_at(self, x: int, y: int) -> int:
        """-1 where a click leads to the month before, 1 to the one after, 0 elsewhere."""
        if y != self.title or not 0 <= x < self.width:
            return 0
        return -1 if x < ARROW else 1 if x >= self.width - ARROW else 0


def laid_out(day: date, week_start: WeekStart, width: int, height: int) -> MonthGrid:
    """The month of a day in a field of `width` by `height`: whole from 22 by 9 on, airier in more.

    A smaller field shows its upper left part; a lower one gives up the legend first, then the weekdays, then
    weeks, and never the week of the day.
    """
    weeks = weeks_of(day, week_start)
    cell = min(max((width - 1) // DAYS, NARROWEST), WIDEST)
    title, weekdays = height >= TITLE_FROM, height >= WEEKDAYS_FROM
    top = title + weekdays
    row = min(max((height - top - 1) // MOST_WEEKS, 1), TALLEST)
    shown = min(max(height - top, 1) // row, MOST_WEEKS)
    at = next(number for number, week in enumerate(weeks) if day in week)
    below = top + MOST_WEEKS * row
    spare = height - below
    gap = spare >= 3
    return MonthGrid(
        weeks=weeks,
        cell=cell,
        row=row,
        top=top,
        first=max(0, at - shown + 1),
        shown=shown,
        title=0 if title else None,
        weekdays=1 if weekdays else None,
        detail=below + gap if spare >= 2 else None,
        legend=below + gap + (spare >= 2) if spare >= 1 else None,
    )
