"""Where the days of a year stand when its weeks are columns and its weekdays rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tracker.calendar.periods import Period, WeekStart, indexer

NAMES = 4
"""Cells for the names of the weekdays, on the left."""
DAYS = 7


class YearGrid(NamedTuple):
    """Days laid out in a field; make one with `year_laid_out`. The months' names stand on line 0."""

    first: date
    """The first day of the first week, which may lie before the days."""
    weeks: int
    cell: int
    """Cells a week takes: two where there is room for all weeks."""
    left: int
    """Weeks that lie hidden to the left, where there is not room for all."""
    shown: int
    """Weeks that are in view."""

    def place(self, day: date) -> tuple[int, int]:
        """Column and line of a day; outside the field for one that is not in view."""
        week, weekday = divmod((day - self.first).days, DAYS)
        return NAMES + (week - self.left) * self.cell, 1 + weekday

    def day_at(self, x: int, y: int) -> date | None:
        """The day at a cell, be it one of the year or beyond its ends."""
        week = (x - NAMES) // self.cell
        return self.day_in(week, y) if 0 <= week < self.shown and 1 <= y <= DAYS else None

    def day_in(self, week: int, line: int) -> date:
        """The day on this line of the week that is in view as number `week`, from 0."""
        days = DAYS * (week + self.left) + line - 1
        return date.fromordinal(min(self.first.toordinal() + days, date.max.toordinal()))

    def facing(self, day: date) -> YearGrid:
        """The same grid with this day in view: the newest weeks, if it is among them."""
        most = max(0, self.weeks - self.shown)
        return self._replace(left=min(most, (day - self.first).days // DAYS))


def year_laid_out(span: Period, week_start: WeekStart, width: int, day: date) -> YearGrid:
    """The days of a span in a field of this width, with `day` in view."""
    number = indexer("week", week_start)
    weeks = number(span.last) - number(span.first) + 1
    weekday = (span.first.weekday() + (week_start == "sunday")) % DAYS
    first = span.first - timedelta(days=min(weekday, span.first.toordinal() - 1))
    room = max(0, width - NAMES)
    cell = 2 if room >= 2 * weeks else 1
    return YearGrid(first, weeks, cell, 0, min(weeks, room // cell)).facing(day)
