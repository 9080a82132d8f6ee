"""A second reading of the rules of rhythm, written from their text alone: plain, slow and literal.

It walks day by day, builds every period as a list of days, and counts by looking back. It shares nothing with
`tracker.rhythm.reading` but the types it is asked with, so that the two can be held against each other.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import NamedTuple

from tracker.rhythm.rules import BOTH, Marks, Rest, Rule

DAY = timedelta(days=1)
HOW_MANY = {"day": 30, "week": 12, "month": 12, "quarter": 4}
DAYS_IN = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "quarter": 365.25 / 4}


class PlainPeriod(NamedTuple):
    """One counted period."""

    first: date
    last: date
    state: str
    happened: int


class Plain(NamedTuple):
    """Everything that section 3 says about one ritual today."""

    state: str
    run: int
    longest: int
    kept: int
    of: int
    strength: float
    happened: int
    periods: list[PlainPeriod]


def read_plainly(
    rule: Rule, marks: Marks, rests: list[Rest], today: date, partners: tuple[str, str]
) -> Plain:
    """Clauses 1 to 5, one after the other."""
    # 4: days after today, and after archived_on, do not exist for it.
    last_day = today
    if rule.archived_on is not None and rule.archived_on < today:
        last_day = rule.archived_on
    happened = [day for day in sorted(marks) if day <= last_day and happens(rule, marks[day], partners)]

    # 4: counting begins with the period of the earlier of first moment and since.
    beginnings = happened[:1]
    if rule.since is not None:
        beginnings.append(rule.since)
    if not beginnings or min(beginnings) > last_day:
        return Plain("open", 0, 0, 0, 0, 0.0, 0, [])
    begins = min(beginnings)
    # Where no since was named (an old import), it is the day of the first moment.
    since = happened[0] if rule.since is None else rule.since

    periods: list[PlainPeriod] = []
    days = days_of_period(begins, rule)
    while days[0] <= last_day:
        count = len([day for day in days if day in happened])
        state = state_of(rule, days, count, rests, last_day, since)
        periods.append(PlainPeriod(days[0], days[-1], state, count))
        days = days_of_period(days[-1] + DAY, rule)

    states = [period.state for period in periods]
    newest = [state for state in states if state in ("kept", "quiet")][-HOW_MANY[rule.period] :]
    return Plain(
        state=states[-1],
        run=run_at_the_end(states, rule.forgive),
        longest=max(run_at_the_end(states[: n + 1], rule.forgive) for n in range(len(states))),
        kept=newest.count("kept"),
        of=len(newest),
        strength=strength(states, rule),
        happened=periods[-1].happened,
        periods=periods,
    )


def happens(rule: Rule, by: frozenset[str], partners: tuple[str, str]) -> bool:
    """1: a moment of it stands on that day; under both, one of each or one by both."""
    if rule.kept_by == "either":
        return len(by) > 0
    return BOTH in by or (partners[0] in by and partners[1] in by)


def days_of_period(day: date, rule: Rule) -> list[date]:
    """All days of the period in which a day lies."""
    first = day
    while not begins_a_period(first, rule):
        first -= DAY
    days = [first]
    while not begins_a_period(days[-1] + DAY, rule):
        days.append(days[-1] + DAY)
    return days


def begins_a_period(day: date, rule: Rule) -> bool:
    """Whether a period of the rule's kind begins on this day."""
    if rule.period == "day":
        return True
    if rule.period == "week":
        return day.strftime("%A").lower() == rule.week_start
    if rule.period == "month":
        return day.day == 1
    return day.day == 1 and day.month in (1, 4, 7, 10)


def state_of(rule: Rule, days: list[date], count: int, rests: list[Rest], last_day: date, since: date) -> str:
    """2 and 4: kept, else resting, else open, else before (until the period of since), else quiet.

    The period in which counting begins after its first day is never quiet.
    """
    if count >= rule.times:
        return "kept"
    if any(rest.first <= day and (rest.last is None or day <= rest.last) for day in days for rest in rests):
        return "resting"
    if days[-1] >= last_day:
        return "open"
    if days[-1] < since:
        return "before"
    if since in days[1:]:
        return "resting"
    return "quiet"


def run_at_the_end(states: list[str], forgive: int) -> int:
    """3 and 4: looking back, kept periods up to a *before* or to more quiet ones than are forgiven."""
    run = quiet = 0
    for state in reversed(states):
        if state == "kept":
            run += 1
            quiet = 0
        if state == "before":
            break
        if state == "quiet":
            quiet += 1
            if quiet > forgive:
                break
    return run


def strength(states: list[str], rule: Rule) -> float:
    """5: the formula, as it is written."""
    days = DAYS_IN[rule.period]
    m = 0.5 ** (math.sqrt(rule.times / days) * days / 13)
    s = 0.0
    for state in states:
        if state == "kept":
            s = s * m + (1 - m)
        if state == "quiet":
            s = s * m
    return s
