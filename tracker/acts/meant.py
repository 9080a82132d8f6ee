"""What may be a slip of the pen or of the clock is asked about once, before it is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tracker.acts.common import Standing
from tracker.calendar.days import check_day
from tracker.calendar.months import add_months
from tracker.calendar.names import long_day
from tracker.errors import Doubt

CLOCK = "clock"
"""What a doubt about the machine's clock is about."""
LONG_AGO = timedelta(days=2 * 365)
"""So long after the newest entry the clock is asked about: people do come back after a while."""


def check_past_day(at: Standing, day: date) -> date:
    """`day` itself; Refusal for one to come or before 1900, Doubt for one long before they began."""
    check_day(day, at.today)
    began, about = _began(at), f"day {day}"
    if day < add_months(began, -12) and about not in at.meant:
        said = f"{long_day(day)} is more than a year before you began, on {long_day(began)}."
        raise Doubt(said, about)
    return day


def check_clock(at: Standing) -> None:
    """Doubt where the clock stands before the day of set-up, or years after the newest entry."""
    couple = at.library.couple
    if couple is None or CLOCK in at.meant:
        return
    now, set_up = f"This machine's clock says {long_day(at.today)}", couple.day_of(couple.recorded_at)
    if at.today < _set_up_day(at, set_up):
        raise Doubt(f"{now}, which is before you set Rekindle up, on {long_day(set_up)}.", CLOCK)
    newest = _newest(at)
    if at.now - newest > LONG_AGO:
        day = long_day(couple.day_of(newest))
        raise Doubt(f"{now}, which is years after the newest entry, of {day}.", CLOCK)


def is_doubted(at: Standing) -> bool:
    """Whether the clock may be wrong, and nobody said that it is right."""
    try:
        check_clock(at)
    except Doubt:
        return True
    return False


def _set_up_day(at: Standing, recorded: date) -> date:
    """The day of set-up; an earlier one where that was put right, as all first rituals then tell."""
    sinces = [one.since for one in at.library.rituals if one.since and one.key in _FIRST]
    return min(recorded, max(sinces, default=recorded))


def _began(at: Standing) -> date:
    """The day from which they count: their start, set-up, or the first `since`, whichever is the earliest."""
    couple = at.couple
    sinces = (one.since for one in at.library.rituals if one.since)
    return min(couple.effort_start or at.today, couple.day_of(couple.recorded_at), at.today, *sinces)


def _newest(at: Standing) -> datetime:
    """When anything was written last; now where that is not known."""
    microseconds = at.library.documents.highest_stamp()
    return datetime.fromtimestamp(microseconds / 1e6, UTC) if microseconds else at.now


_FIRST = ("appreciation", "date", "trip")
"""The rituals that came with set-up: their `since` is its day."""
