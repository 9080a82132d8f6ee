"""What is said of a rhythm: only what is there, never a nought, never a reproach.

Each function gives "" where there is nothing kind to say.
"""

from __future__ import annotations

from datetime import date

from tracker.calendar.names import month_name, short_day
from tracker.calendar.periods import PeriodKind
from tracker.rhythm.reading import Rhythm, State

_THIS: dict[PeriodKind, str] = {
    "day": "today",
    "week": "this week",
    "month": "this month",
    "quarter": "this quarter",
}
_STATES: dict[State, str] = {
    "kept": "a kept {}",
    "resting": "a resting {}",
    "quiet": "a quiet {}",
    "before": "a {} before you began",
}


def run(rhythm: Rhythm, period: PeriodKind, *, past: bool = False) -> str:
    """As in "6 days in a row"; without a run, that one may start, or that the period is still open.

    Of a day in the `past` neither of these is said: both speak of now.
    """
    if rhythm.run > 1:
        return f"{rhythm.run} {period}s in a row"
    if rhythm.run == 1:
        return f"1 {period} so far"
    if past:
        return ""
    if rhythm.longest and "quiet" in rhythm.states:
        return "a fresh run starts whenever you like"
    return still_open(rhythm, period)


def run_short(rhythm: Rhythm) -> str:
    """As in "6 in a row", for a narrow column."""
    if rhythm.run > 1:
        return f"{rhythm.run} in a row"
    return "1 so far" if rhythm.run else ""


def longest(rhythm: Rhythm, period: PeriodKind) -> str:
    """As in "the longest run so far: 12 weeks"."""
    return f"the longest run so far: {_count(rhythm.longest, period)}" if rhythm.longest else ""


def kept(rhythm: Rhythm, period: PeriodKind) -> str:
    """As in "kept 9 of the last 12 weeks"."""
    if not rhythm.kept:
        return ""
    if rhythm.of == 1:
        return f"kept the one {period} so far"
    return f"kept {rhythm.kept} of the last {_count(rhythm.of, period)}"


def kept_short(rhythm: Rhythm, period: PeriodKind) -> str:
    """As in "9 of 12 weeks", for a narrow column."""
    return f"{rhythm.kept} of {_count(rhythm.of, period)}" if rhythm.kept else ""


def so_far(happened: int, times: int, period: PeriodKind, *, past: bool = False) -> str:
    """As in "2 of 3 this week"; "2 of 3 by then" as of a day in the `past`."""
    if not happened:
        return ""
    when = "by then" if past else _THIS[period]
    return f"{happened} of {times} {when}" if happened <= times else f"{happened} times {when}"


def still_open(rhythm: Rhythm, period: PeriodKind) -> str:
    """As in "today is still open", "November is still open"."""
    if rhythm.state != "open" or not rhythm.begun:
        return ""
    if period == "month":
        return f"{month_name(rhythm.recent(1)[0].first)} is still open"
    return f"{_THIS[period]} is still open"


def state(one: State, period: PeriodKind) -> str:
    """As in "a quiet week"; "still open" for one that has not ended."""
    return _STATES.get(one, "still open").format(period)


def day(one: date, today: date) -> str:
    """As in "20 Nov", with the year where it is not this one's."""
    return short_day(one) if one.year == today.year else f"{short_day(one)} {one.year}"


def _count(number: int, period: PeriodKind) -> str:
    return f"{number} {period}" if number == 1 else f"{number} {period}s"
