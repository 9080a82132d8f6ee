"""A day, perhaps with a wall clock, in the couple's own zone: how the start and the end of a plan are kept.

This is on the way to `rekindle status`: nothing heavy is imported.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from tracker.calendar.days import FIRST_DAY, civil_day
from tracker.calendar.names import long_day, short_day, weekday_name
from tracker.calendar.toward import LAST_YEAR

OnClock = Literal["never", "once", "twice"]
_WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?", re.ASCII)


class When(NamedTuple):
    """A date on the wall calendar, and the wall clock where one was said."""

    on: date
    at: time | None = None

    def day(self, day_ends_at: str) -> date:
        """The couple's day to which it belongs: the one before while their day has not ended.

        Read literally off the wall clock, as the civil day is; without a clock it is the date itself.
        """
        small_hours = self.at is not None and f"{self.at:%H:%M}" < day_ends_at.zfill(5)
        return self.on - timedelta(days=1) if small_hours else self.on

    def text(self) -> str:
        """As it is stored: "2026-11-27T19:00", or "2026-11-27" for a whole day."""
        return f"{self.on.isoformat()}T{self.at:%H:%M}" if self.at else self.on.isoformat()

    def order(self) -> tuple[date, time]:
        """Something to sort by; a whole day stands before its hours."""
        return self.on, self.at or time.min

    def wall(self) -> datetime:
        """The wall clock without its zone; midnight for a whole day."""
        return datetime.combine(*self.order())

    def instant(self, time_zone: str) -> datetime:
        """The wall clock as an instant (aware, UTC): of an hour that comes twice the first."""
        return self.wall().replace(tzinfo=ZoneInfo(time_zone)).astimezone(UTC)

    def on_clock(self, time_zone: str) -> OnClock:
        """How often clocks of the zone show it: one hour is skipped in spring, one comes twice in autumn."""
        first, second = (
            self.wall().replace(tzinfo=ZoneInfo(time_zone), fold=fold).utcoffset() for fold in (0, 1)
        )
        if first == second or first is None or second is None or self.at is None:
            return "once"
        return "never" if first < second else "twice"

    def has_begun(self, now: datetime, time_zone: str, day_ends_at: str) -> bool:
        """Whether its hour has come at the aware instant `now`; without a clock, whether that day has."""
        if self.at is None:
            return self.on <= civil_day(now, time_zone, day_ends_at)
        return self.instant(time_zone) <= now

    def later(self, days: int) -> When:
        """The same wall clock so many days later; earlier when negative."""
        return self._replace(on=self.on + timedelta(days=days))

    def words(self, today: date) -> str:
        """As in "Fri 27 Nov, 19:00", with the year where it is not this one's."""
        year = "" if self.on.year == today.year else f" {self.on.year}"
        return f"{weekday_name(self.on)[:3]} {short_day(self.on)}{year}{self._clock()}"

    def long_words(self, day_ends_at: str) -> str:
        """As in "Friday 27 November 2026, 19:00"; a start in the small hours says for which day it counts."""
        day = self.day(day_ends_at)
        counts = f", which counts for {weekday_name(day)} {short_day(day)}" if day != self.on else ""
        return f"{long_day(self.on)}{self._clock()}{counts}"

    def _clock(self) -> str:
        return f", {self.at:%H:%M}" if self.at else ""


def at_wall(moment: datetime) -> When:
    """The date and clock of a wall clock time, to the minute."""
    return When(moment.date(), time(moment.hour, moment.minute))


def read_when(text: object) -> When | None:
    """What is stored as the start or end of a plan; None for anything else."""
    return _read(text) if type(text) is str else None


@lru_cache(maxsize=4096)
def _read(text: str) -> When | None:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found[1])
        clock = time.fromisoformat(found[2]) if found[2] else None
    except ValueError:
        return None
    return When(day, clock) if day >= FIRST_DAY and day.year <= LAST_YEAR else None
