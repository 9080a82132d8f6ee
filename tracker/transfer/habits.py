"""Habits of other programs in one neutral form, and how their frequencies become cadences of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

import msgspec
from msgspec.structs import replace

from tracker.calendar.days import FIRST_DAY
from tracker.calendar.periods import PeriodKind, WeekStart, indexer, period_of
from tracker.errors import Refusal
from tracker.records.rituals import Cadence
from tracker.rhythm.rules import MOST_TIMES
from tracker.text import folded, is_blank, one_line

_SPANS: dict[int, PeriodKind] = {7: "week", 30: "month", 31: "month", 90: "quarter"}
"""Frequencies over so many days have a period of ours."""
_WEEK = 7


_ANY_AMOUNT = "the file states no target: every day with an amount is taken"


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """What a measured habit asks for."""

    target: float | None
    """The amount; None where the file does not say it: then any amount above nothing counts."""
    at_most: bool = False
    """Whether the amount is to stay at or under the target, instead of reaching it."""
    over: PeriodKind = "day"
    """Within which period the amounts of several days add up."""

    @property
    def taken(self) -> str:
        """Which days become moments, as in "the days that met the target are taken"."""
        if self.target is None:
            return "an upper limit, but not which: no day is taken" if self.at_most else _ANY_AMOUNT
        return f"the days that {'stayed within' if self.at_most else 'met'} the target are taken"


class Habit(msgspec.Struct, frozen=True, kw_only=True):
    """One habit as another program kept it."""

    name: str
    """As it stands there; not cleaned yet."""
    cadence: Cadence
    """How often, in our terms."""
    frequency: str
    """How often, in the words of the other program."""
    done: frozenset[date] = frozenset()
    """The days on which it was done; empty for a measured one."""
    skipped: frozenset[date] = frozenset()
    """The days on which it rested."""
    notes: Mapping[date, str] = {}
    """What was noted on any of these days; not cleaned yet."""
    measure: Measure | None = None
    """What a measured habit asks for; None for one that is done or not."""
    amounts: Mapping[date, float] = {}
    """The amounts of a measured habit."""
    archived_on: date | None = None
    """The last day it was in use, once put away."""
    left: tuple[str, ...] = ()
    """What was left out while reading, and why."""

    @property
    def noted(self) -> int:
        """On how many days something was noted."""
        return sum(not is_blank(note) for note in self.notes.values())

    def kept_days(self, week_start: WeekStart, today: date) -> frozenset[date]:
        """The days that become moments: those done, or on which the target was met."""
        if self.measure is None:
            return self.done
        return frozenset(days_met(self.amounts, self.measure, week_start, today))


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read from one file of another program."""

    source: str
    """What the file is, in words."""
    habits: tuple[Habit, ...]
    left: tuple[str, ...] = ()
    """What was left of the file as a whole, and why."""

    @property
    def names(self) -> tuple[str, ...]:
        """What the habits are called, each on one line; one without a name has none here."""
        return tuple(one_line(habit.name) for habit in self.habits)

    def only(self, wanted: str) -> Found:
        """Those of these names or numbers, with commas between; Refusal with the names where one is none."""
        places = _places(wanted, [folded(name) for name in self.names])
        if not places:
            raise Refusal(f"No habit here is called so; there are {', '.join(filter(None, self.names))}.")
        others = [name for place, name in enumerate(self.names) if place not in places]
        left = (f"Not chosen: {', '.join(filter(None, others))}.",) if any(others) else ()
        habits = tuple(habit for place, habit in enumerate(self.habits) if place in places)
        return replace(self, habits=habits, left=(*self.left, *left))


def _places(wanted: str, names: list[str]) -> set[int]:
    """The places of the habits that are meant; none where one of the words means nothing.

    Numbers count from 1. A name may hold commas itself, so the longest one that fits is taken.
    """
    places: set[int] = set()
    words = wanted.split(",")
    while words:
        ends = range(len(words), 0, -1)
        found = {end: meant for end in ends if (meant := _meant(",".join(words[:end]), names))}
        if not found:
            return set()
        end = max(found)
        places |= found[end]
        words = words[end:]
    return places


def _meant(word: str, names: list[str]) -> set[int]:
    """The habits of this name, which may be two, or else the one of this number."""
    named = {place for place, name in enumerate(names) if name and name == folded(word)}
    number = int(word) if re.fullmatch(r"\s*\d{1,6}\s*", word, re.ASCII) else 0
    return named or ({number - 1} if 1 <= number <= len(names) else set())


def usable(day: date, today: date) -> bool:
    """Whether an entry may stand on this day: not before 1900, not after today."""
    return FIRST_DAY <= day <= today


def cadence_of(times: int, days: int) -> Cadence:
    """The cadence nearest to "`times` times in `days` days".

    So many times in 7, 30 or 31, and 90 days become a week, a month and a quarter; as often as there are days
    is each day (Loop reads it so, too); anything else the nearest times a week, at least once.
    """
    if 0 < days <= times:
        return Cadence(times=1, period="day")
    period = _SPANS.get(days) if times > 0 else None
    if period is None:
        a_week = int(times * _WEEK / days + 0.5) if times > 0 and days > 0 else 1
        return Cadence(times=min(max(a_week, 1), _WEEK), period="week")
    return Cadence(times=min(times, MOST_TIMES[period]), period=period)


def summed_over(times: int, days: int) -> PeriodKind:
    """The period within which a measured habit of this frequency adds its amounts up."""
    return _SPANS.get(days, "day") if times == 1 else "day"


def frequency_words(times: int, days: int) -> str:
    """A frequency as its own program says it, as in "every 3 days", "2 times in 3 days"."""
    if times <= 0 or days <= 0:
        return "no frequency"
    if times >= days:
        return "every day"
    return f"every {days} days" if times == 1 else f"{times} times in {days} days"


def days_met(
    amounts: Mapping[date, float], measure: Measure, week_start: WeekStart, today: date
) -> Iterator[date]:
    """The days on which the target was met, counting together what belongs to one period."""
    for _, days in groupby(sorted(amounts), key=indexer(measure.over, week_start)):
        within = list(days)
        if measure.target is None:
            yield from (day for day in within if amounts[day] > 0 and not measure.at_most)
        elif not measure.at_most:
            yield from _reached(within, amounts, measure.target)
        elif sum(amounts[day] for day in within) <= measure.target and (
            # Staying under a week's target is known only when the week is over.
            measure.over == "day" or period_of(within[0], measure.over, week_start).last < today
        ):
            yield within[-1]


def _reached(days: list[date], amounts: Mapping[date, float], target: float) -> Iterator[date]:
    """The day on which the sum reaches the target, and later ones of the period that add to it."""
    total = 0.0
    for day in days:
        total += amounts[day]
        if total >= target and (amounts[day] > 0 or target <= 0):
            yield day
