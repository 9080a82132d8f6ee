"""The rhythm of one ritual: everything derived from its marks, nothing stored.

What the rules leave open is settled here:

- An archived ritual is read as of its last day: `today` is the earlier of today and `archived_on`. Its
  figures stand still, and its last period stays open for good rather than turn quiet by being put away.
- Under `either` any moment counts, also one by an id that is no partner's (an old or imported file): it did
  happen. Under `both` it takes a moment by both, or one of each of today's partners.
- Under `both` the ritual's first moment is the first day that counts: until both stand, nothing shared moves.
- A `since` after today has not begun, even within the running period. Before the beginning a ritual is open,
  also in a pause.
- The running period is open until it has ended, also before the period of `since`; then it is *before*.
- The period of `since` is never quiet when `since` is not its first day, wherever the first moment lies: an
  earlier moment changes no state already counted. Without a `since` the day of the first moment is it.
- Pauses before the beginning, or turned around by hand, cover nothing that is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from math import sqrt
from typing import Literal, NamedTuple

from tracker.calendar.periods import PeriodKind, first_day, indexer, period_at
from tracker.rhythm.rules import BOTH, Marks, Rest, Rule

State = Literal["kept", "resting", "before", "open", "quiet"]
"""Of one period. `before`: not kept, and before the period of `since`; in no figure, and it ends a run."""

NEWEST: dict[PeriodKind, int] = {"day": 30, "week": 12, "month": 12, "quarter": 4}
"""Among how many of the newest kept or quiet periods "kept K of the last N" counts."""

_DAYS_IN: dict[PeriodKind, float] = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "quarter": 365.25 / 4}
_HALF_LIFE = 13.0
"""Days in which a daily ritual's strength goes half the way; Loop Habit Tracker's published figure."""


class PeriodState(NamedTuple):
    """One counted period, both ends included."""

    first: date
    last: date
    state: State
    happened: int
    """Distinct days on which the ritual happened in it."""


class Rhythm(NamedTuple):
    """What a ritual's marks come to, as of one day."""

    rule: Rule
    begun: bool
    """False while counting has not begun: then the state is open and every figure 0."""
    state: State
    """Of the current period; never quiet or before, for it has not ended."""
    run: int
    """Kept periods in a row."""
    longest: int
    """The longest run there was, this one included."""
    kept: int
    """Kept periods among the `of` newest ones that are kept or quiet."""
    of: int
    """At most 30 days, 12 weeks, 12 months or 4 quarters."""
    strength: float
    """0 to 1; shown with 6 decimals."""
    happened: int
    """Distinct days on which it happened in the current period."""
    start: int
    """The index (`tracker.calendar.periods`) of the first counted period."""
    states: tuple[State, ...]
    """Of every counted period, the oldest first; the last one is the current period's."""
    days: frozenset[date]
    """Every day on which it happened."""

    def happened_on(self, day: date) -> bool:
        """Whether it happened on this day (under `both`: for both)."""
        return day in self.days

    def recent(self, count: int) -> tuple[PeriodState, ...]:
        """The newest `count` counted periods, the oldest first; fewer when there are no more."""
        return self._numbered(len(self.states) - count, len(self.states))

    def between(self, first: date, last: date) -> tuple[PeriodState, ...]:
        """The counted periods that begin from `first` to `last`, the oldest first."""
        index = indexer(self.rule.period, self.rule.week_start)
        numbered = self._numbered(index(first) - self.start, index(last) - self.start + 1)
        return tuple(period for period in numbered if period.first >= first)

    def _numbered(self, begin: int, end: int) -> tuple[PeriodState, ...]:
        wanted = range(max(0, begin), min(len(self.states), end))
        return tuple(self._period(number) for number in wanted)

    def _period(self, number: int) -> PeriodState:
        first, last = period_at(self.rule.period, self.start + number, self.rule.week_start)
        span = range(first.toordinal(), last.toordinal() + 1)
        happened = sum(date.fromordinal(ordinal) in self.days for ordinal in span)
        return PeriodState(first, last, self.states[number], happened)


def read(rule: Rule, marks: Marks, rests: Iterable[Rest], today: date, partners: tuple[str, str]) -> Rhythm:
    """The rhythm of a ritual as of `today`, in time linear in its days.

    `rests` are the pauses of everything and of this ritual; `partners` are the two ids, in any order.
    """
    today = min(today, rule.archived_on or today)
    days = _days_it_happened(rule, marks, today, partners)
    first = min(days, default=rule.since)
    since = rule.since or first
    index = indexer(rule.period, rule.week_start)
    current = index(today)
    if first is None or since is None or min(first, since) > today:
        return Rhythm(rule, False, "open", 0, 0, 0, 0, 0.0, 0, current, ("open",), days)
    counts = Counter(map(index, days))
    start = index(min(first, since))
    states = _states(rule, counts, since, _paused(rule, rests, start, current), range(start, current + 1))
    run, longest = _runs(states, rule.forgive)
    newest = list(islice((state for state in reversed(states) if state in _COUNTED), NEWEST[rule.period]))
    return Rhythm(
        rule=rule,
        begun=True,
        state=states[-1],
        run=run,
        longest=longest,
        kept=newest.count("kept"),
        of=len(newest),
        strength=_strength(states, rule),
        happened=counts[current],
        start=start,
        states=tuple(states),
        days=days,
    )


_COUNTED = frozenset(("kept", "quiet"))


def _days_it_happened(rule: Rule, marks: Marks, today: date, partners: tuple[str, str]) -> frozenset[date]:
    if rule.kept_by == "either":
        return frozenset(day for day, by in marks.items() if day <= today and by)
    return frozenset(day for day, by in marks.items() if day <= today and stands_for_both(by, partners))


def stands_for_both(by: frozenset[str], partners: Iterable[str]) -> bool:
    """Whether those who marked a day are both: in one mark, or each of today's partners in their own."""
    return BOTH in by or by.issuperset(partners)


def _paused(rule: Rule, rests: Iterable[Rest], start: int, current: int) -> set[int]:
    """The indexes of the periods from `start` to `current` that a pause touches."""
    index = indexer(rule.period, rule.week_start)
    paused: set[int] = set()
    for first, last in rests:
        if last is None or first <= last:
            end = current if last is None else min(current, index(last))
            paused.update(range(max(start, index(first)), end + 1))
    return paused


def _states(rule: Rule, counts: Counter[int], since: date, paused: set[int], span: range) -> list[State]:
    """The states of a span of periods, of which the last is the current one."""
    begin = indexer(rule.period, rule.week_start)(since)
    partial = since > first_day(rule.period, begin, rule.week_start)
    states: list[State] = []
    for number in span:
        if counts.get(number, 0) >= rule.times:
            states.append("kept")
        elif number in paused:
            states.append("resting")
        elif number == span[-1]:
            states.append("open")
        elif number < begin:
            states.append("before")
        else:
            states.append("resting" if partial and number == begin else "quiet")
    return states


def _runs(states: Sequence[State], forgive: int) -> tuple[int, int]:
    """The run at the end, and the longest there was. Only a kept period ends a row of quiet ones.

    A run ends with one quiet period more than is forgiven, and with one before counting began.
    """
    run = longest = quiet = 0
    for state in states:
        if state == "kept":
            run, quiet = run + 1, 0
            longest = max(longest, run)
        elif state == "quiet":
            quiet += 1
            if quiet > forgive:
                run = 0
        elif state == "before":
            run = 0
    return run, longest


def _strength(states: Sequence[State], rule: Rule) -> float:
    days = _DAYS_IN[rule.period]
    m: float = 0.5 ** (sqrt(rule.times / days) * days / _HALF_LIFE)
    strength = 0.0
    for state in states:
        if state == "kept":
            strength = strength * m + (1 - m)
        elif state == "quiet":
            strength *= m
    return strength
