"""Histories for the rhythm tests: drawn as strings for the tables, at random for the properties."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from tracker.calendar.periods import PERIODS, first_day, indexer
from tracker.rhythm.reading import Rhythm, read
from tracker.rhythm.rules import BOTH, MOST_TIMES, Marks, Rest, Rule

ALEX, SAM = "0001", "0002"
PARTNERS = (ALEX, SAM)
DEPARTED = "0999"
"""The id of somebody who is no partner: from an old file, or another couple's."""

TODAY = date(2026, 11, 22)
"""A Sunday: the last day of a week that begins on Monday."""

_TORTURE = bool(os.environ.get("REKINDLE_TORTURE"))
many = settings(max_examples=20_000 if _TORTURE else 300, deadline=None)
some = settings(max_examples=5_000 if _TORTURE else 100, deadline=None)
"""How many random histories: some hundreds as a rule, REKINDLE_TORTURE=1 for many more."""


class History(NamedTuple):
    """One ritual, what stands of it, and the day it is looked at."""

    rule: Rule
    marks: Marks
    rests: list[Rest]
    today: date

    def read(self, partners: tuple[str, str] = PARTNERS) -> Rhythm:
        """Its rhythm, by the rules under test."""
        return read(self.rule, self.marks, self.rests, self.today, partners)

    def with_marks(self, *days: date) -> History:
        """The same with moments by both on these days."""
        more = {day: self.marks.get(day, frozenset()) | {BOTH} for day in days}
        return self._replace(marks={**self.marks, **more})


def drawn(pattern: str, rule: Rule, today: date = TODAY) -> History:
    """A history drawn as one letter a period, the last one that of `today`.

    `k`: it happened on the period's first `times` days; `1` to `9`: on that many; `p`: a pause covers the
    period; anything else: nothing. `since` becomes the first day of the first period unless the rule has one.
    """
    index = indexer(rule.period, rule.week_start)
    start = index(today) - len(pattern) + 1
    marks: dict[date, frozenset[str]] = {}
    rests = []
    for number, letter in enumerate(pattern, start):
        first = first_day(rule.period, number, rule.week_start)
        if letter == "p":
            rests.append(Rest(first, first))
        count = rule.times if letter == "k" else int(letter) if letter.isdigit() else 0
        marks |= {first + timedelta(days=n): frozenset({BOTH}) for n in range(count)}
    since = rule.since or first_day(rule.period, start, rule.week_start)
    return History(rule._replace(since=since), marks, rests, today)


def letters(rhythm: Rhythm) -> str:
    """The states as one letter each: k, r, o, q."""
    return "".join(state[0] for state in rhythm.states)


TALK = Rule("talk", since=date(2026, 8, 31))
"""A weekly ritual that began on a Monday, twelve weeks ago."""


def day(text: str) -> date:
    """An ISO date."""
    return date.fromisoformat(text)


def marked(*days: str, by: str = BOTH) -> Marks:
    """One mark on each of these days."""
    return {day(text): frozenset({by}) for text in days}


def reading(rule: Rule, marks: Marks, *rests: Rest, today: date = TODAY) -> Rhythm:
    """The rhythm of these marks, by the rules under test."""
    return read(rule, marks, rests, today, PARTNERS)


FIRST, LAST = date(2027, 9, 1), date(2028, 12, 31)
_days = st.dates(FIRST, LAST)
_people = st.sets(st.sampled_from([ALEX, SAM, BOTH, DEPARTED]), min_size=1).map(frozenset)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule, with small `times` more often than large ones."""
    period = draw(st.sampled_from(PERIODS))
    most = MOST_TIMES[period]
    return Rule(
        key="talk",
        times=draw(st.integers(1, min(3, most)) | st.integers(1, most)),
        period=period,
        kept_by=draw(st.sampled_from(["either", "both"])),
        forgive=draw(st.integers(0, 3)),
        since=draw(st.none() | _days),
        archived_on=draw(st.none() | st.none() | _days),
        week_start=draw(st.sampled_from(["monday", "sunday"])),
    )


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any history of a year or so: dense stretches, single days, pauses that overlap or stay open."""
    marks: dict[date, frozenset[str]] = draw(st.dictionaries(_days, _people, max_size=12))
    for first in draw(st.lists(_days, max_size=3)):
        step, count = draw(st.integers(1, 9)), draw(st.integers(1, 40))
        stretch = [first + timedelta(days=step * n) for n in range(count)]
        marks |= {day: draw(_people) if day == first else frozenset({BOTH}) for day in stretch}
    spans = draw(st.lists(st.tuples(_days, st.none() | st.integers(-2, 60)), max_size=4))
    rests = [Rest(first, None if n is None else first + timedelta(days=n)) for first, n in spans]
    return History(draw(rules()), marks, rests, draw(_days))
