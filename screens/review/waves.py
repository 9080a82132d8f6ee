"""A ritual's rhythm drawn as a wave: a cell for each period, and for each seven days of a daily one."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from tracker.calendar.names import short_day
from tracker.rhythm.reading import PeriodState
from tracker.views.review import Wave

MARK = {"kept": "●", "quiet": "○", "resting": "–", "open": "·", "before": " "}
"""One cell a period, told apart without colour; blank before counting began."""
STATES = {"kept": "kept", "quiet": "quiet", "resting": "rest", "open": "open"}
"""What the marks mean, in a word; a blank needs none."""
RAMP = "▁▂▄▆█"
"""Of seven days: none kept, up to all of those that could be."""
WEEK = 7


def wave(one: Wave) -> str:
    """The quarter as a few cells, the newest at the right."""
    if one.period != "day":
        return "".join(MARK[period.state] for period in one.states)
    states = one.states
    # Counted from the newest back, so that the right end is a whole week.
    ends = range(len(states), 0, -WEEK)
    return "".join(reversed([_seven(states[max(0, end - WEEK) : end]) for end in ends]))


def _seven(periods: Iterable[PeriodState]) -> str:
    states = [period.state for period in periods]
    kept = sum(state == "kept" for state in states)
    of = kept + sum(state == "quiet" for state in states)
    if not of:
        return MARK[next((state for state in ("resting", "open") if state in states), "before")]
    return RAMP[ceil(kept / of * (len(RAMP) - 1))]


def whole_wave(one: Wave) -> str:
    """Every period: those of a daily ritual in lines of seven, each with its first day."""
    if one.period != "day":
        return " ".join(MARK[period.state] for period in one.states)
    lines = (one.states[at : at + WEEK] for at in range(0, len(one.states), WEEK))
    return "\n".join(
        f"{short_day(line[0].first):>6}   {' '.join(MARK[period.state] for period in line)}" for line in lines
    )
