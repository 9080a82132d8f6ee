"""The ways on from a look-up, offered with equal weight, and until when each lets the question rest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from tracker.calendar.months import add_months
from tracker.lookup.state import State

Way = Literal["keep-going", "counsellor", "apart", "talk-about-ending", "talk-again", ""]

NEARER_MONTHS = 3
"""Months until the next look where both are nearer; ours."""
TALK_DAYS = 42
"""Days until the next look after any way but keep going: six weeks, the shorter end of six to eight; ours."""

_OFFERED: dict[State, tuple[Way, ...]] = {
    "nearer": ("",),
    "no-nearer": ("keep-going", "counsellor", "apart", "talk-about-ending"),
    "mixed": ("keep-going", "counsellor", "apart", "talk-again"),
}


def ways(state: State) -> tuple[Way, ...]:
    """What can be chosen in a state, beside leaving without a trace. Its one way has no name where both are
    nearer: to look again later."""
    return _OFFERED.get(state, ())


def rests_until(way: Way, today: date, named: date | None = None) -> date | None:
    """The first day on which the question may come again; of `keep-going` it is the day that they named.

    After a counsellor, time apart and a talk it rests alike: none of them is given more time, or less, than
    another.
    """
    if way == "keep-going":
        return named
    return add_months(today, NEARER_MONTHS) if way == "" else today + timedelta(days=TALK_DAYS)
