"""Habits of other programs in one neutral form, and how their frequencies become cadences of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

import msgspec

from tracker.calendar.days import FIRST_DAY
from tracker.calendar.periods import PeriodKind, WeekStart, indexer, period_of
from tracker.records.rituals import Cadence
from tracker.rhythm.rules import MOST_TIMES

_SPANS: dict[int, PeriodKind] = {7: "week", 30: "month", 31: "month", 90: "quarter"}
"""Frequencies over so many days have a period of ours."""
_WEEK = 7


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """What a measured habit asks for."""

    target: float | None
    """The amount; None where the file does not say it: then any amount above nothing counts."""
    at_most: bool = False
    """Whether the amount is to stay at or under the target, instead of reaching it."""
    over: PeriodKind = "day"
    """Within which period the amounts of several days add up."""


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
            yield from (day for day in within if amounts[day] > 0)
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
