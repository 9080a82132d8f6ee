"""A rhythm as a wave: it dips where a time was quiet, and is bridged where it rested. No step is a grade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, groupby, pairwise
from typing import Literal, NamedTuple

from tracker.calendar.periods import Period
from tracker.rhythm.reading import PeriodState, State
from tracker.views.review import Wave

AROUND = {"day": 7}
"""Periods on either side that a point of the wave looks at: a single day says little. Ours."""
_HEIGHTS = {"kept": 1.0, "quiet": 0.15}

Way = Literal["going", "resting", "open", "before"]

_WAYS: dict[State, Way] = {"resting": "resting", "open": "open", "before": "before"}


class Point(NamedTuple):
    """One period on the wave."""

    x: float
    """Where its middle lies in the quarter, 0 to 1."""
    y: float
    """How high the wave stands, 0 to 1."""
    way: Way


class Stretch(NamedTuple):
    """A part of the wave that is drawn in one way."""

    way: Way
    points: tuple[Point, ...]
    """At least two; neighbouring stretches share one."""


def points(wave: Wave, quarter: Period) -> tuple[Point, ...]:
    """The periods of the wave, the oldest first, and its two ends."""
    heights = _bridged(_heights(wave))
    middles = (_place(_middle(one), quarter) for one in wave.states)
    ways = map(_way, wave.states)
    made = tuple(map(Point, middles, heights, ways))
    begin = _place(wave.states[0].first, quarter)
    end = min(1.0, _place(wave.states[-1].last, quarter) + 1 / quarter.days)
    return (made[0]._replace(x=begin), *made, made[-1]._replace(x=end))


def stretches(wave: Wave, quarter: Period) -> tuple[Stretch, ...]:
    """The wave in parts: going on, resting, and what is still open. Before counting began there is a gap."""
    return tuple(chain.from_iterable(_stretches(part, quarter) for part in _counted(wave)))


def _counted(wave: Wave) -> Iterator[Wave]:
    """The parts of the wave between the periods before counting began."""
    for is_before, states in groupby(wave.states, key=lambda one: one.state == "before"):
        if not is_before:
            yield wave._replace(states=tuple(states))


def _stretches(wave: Wave, quarter: Period) -> list[Stretch]:
    line = points(wave, quarter)
    parts = groupby(pairwise(line), key=lambda pair: _between(*pair))
    made = []
    for way, pairs_of_part in parts:
        joined = list(pairs_of_part)
        made.append(Stretch(way, (joined[0][0], *(second for _, second in joined))))
    return made


def _heights(wave: Wave) -> list[float | None]:
    """How high each period stands, seen with those around it; None for what rests, is open or lies before."""
    around = AROUND.get(wave.period, 0)
    plain = [_HEIGHTS.get(one.state) for one in wave.states]
    return [None if height is None else _mean(plain, place, around) for place, height in enumerate(plain)]


def _mean(heights: list[float | None], place: int, around: int) -> float:
    """The mean of what is known around a place: full weight there, less and less beside it."""
    near = range(max(0, place - around), min(len(heights), place + around + 1))
    known = [(height, around + 1 - abs(place - at)) for at in near if (height := heights[at]) is not None]
    return sum(height * weight for height, weight in known) / sum(weight for _, weight in known)


def _bridged(heights: list[float | None]) -> list[float]:
    """The heights, with what rests drawn straight from what was before it to what comes after."""
    known = [(place, height) for place, height in enumerate(heights) if height is not None]
    if not known:
        return [0.5] * len(heights)
    return [_at(place, known) if height is None else height for place, height in enumerate(heights)]


def _at(place: int, known: list[tuple[int, float]]) -> float:
    before = max((one for one in known if one[0] < place), default=known[0])
    after = min((one for one in known if one[0] > place), default=before)
    if after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (place - before[0]) / (after[0] - before[0])


def _way(one: PeriodState) -> Way:
    return _WAYS.get(one.state, "going")


def _between(first: Point, second: Point) -> Way:
    ways = (first.way, second.way)
    return "open" if "open" in ways else "resting" if "resting" in ways else "going"


def _middle(one: PeriodState) -> float:
    return (one.first.toordinal() + one.last.toordinal() + 1) / 2


def _place(day: date | float, quarter: Period) -> float:
    ordinal = day.toordinal() if isinstance(day, date) else day
    return min(1.0, max(0.0, (ordinal - quarter.first.toordinal()) / quarter.days))
