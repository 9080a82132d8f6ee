"""The next look: the first day on which the question could come, if nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.calendar.months import add_months, resting_days
from tracker.lookup.state import SETTLING_DAYS, Circumstances, Span


def next_look(circumstances: Circumstances, today: date) -> date | None:
    """The first day from today on that is neither before the start, paused, early nor in an upheaval.

    None where there is none: without a start, while an open pause rests everything, or an open upheaval.

    Between two pauses the months only grow, so each such stretch has one day from which on it is not early;
    it is worked out rather than looked for, because years may lie before it.
    """
    start, settled = circumstances.start, _settled(circumstances.upheavals)
    if start is None or settled is None:
        return None
    soonest = max(today, start, settled, circumstances.next_look or start)
    for first, last in _awake(circumstances.rests, max(today, start)):
        moved = start + timedelta(days=resting_days(start, first, circumstances.rests))
        ripe = _months_later(moved, circumstances.window)
        if ripe is None:
            return None
        day = max(first, soonest, ripe)
        if last is None or day <= last:
            return day
    return None


def _settled(upheavals: tuple[Span, ...]) -> date | None:
    """The first day that no upheaval keeps; None where an open one keeps all of them."""
    soonest = date.min
    for _, last in upheavals:
        if last is None or (date.max - last).days < SETTLING_DAYS:
            return None
        soonest = max(soonest, last + timedelta(days=SETTLING_DAYS))
    return soonest


def _awake(rests: tuple[Span, ...], first: date) -> Iterator[Span]:
    """The stretches from `first` on in which nothing rests, in order; the last one may be open."""
    for begin, last in sorted(rests, key=lambda span: span[0]):
        if last is not None and last < max(begin, first):
            continue  # over by then, or edited by hand into nothing
        if begin > first:
            yield first, begin - timedelta(days=1)
        if last is None or last == date.max:
            return
        first = max(first, last + timedelta(days=1))
    yield first, None


def _months_later(day: date, months: int) -> date | None:
    """As `add_months`; None beyond the calendar's end."""
    return add_months(day, months) if day.year + months // 12 + 1 < date.max.year else None
