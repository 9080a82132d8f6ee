"""The look-up read a second time: day by day, by dateutil, as plainly as it is written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

ONE_DAY = timedelta(days=1)


class Stop(NamedTuple):
    """A pause as the couple made it."""

    kind: str
    first: date
    last: date | None
    ritual: str | None = None


class Case(NamedTuple):
    """A couple, as far as the look-up asks."""

    start: date | None
    together: str
    own_window: int | None
    pauses: tuple[Stop, ...]
    named_days: tuple[date, ...]
    """The `next_look` of each look-up so far, the oldest first."""
    tried_by_both: int


def plain_window(case: Case) -> int:
    """3 under 5 years, 6 from 5 to under 15, 9 from 15, 6 when unknown; the couple's own comes first."""
    if case.own_window is not None:
        return case.own_window
    if case.together == "" or case.start is None:
        return 6
    text = case.together if "-" in case.together else case.together + "-01-01"
    years = relativedelta(case.start, date.fromisoformat(text)).years
    if years < 5:
        return 3
    if years < 15:
        return 6
    return 9


def rests_on(case: Case, day: date) -> bool:
    """Whether a pause of everything covers the day."""
    for stop in case.pauses:
        if stop.ritual is None and stop.first <= day and (stop.last is None or stop.last >= day):
            return True
    return False


def plain_months(case: Case, today: date) -> tuple[int, int]:
    """Whole months and days since the start, moved on by each day from start to today that rests."""
    assert case.start is not None
    moved, day = case.start, case.start
    while day <= today:
        if rests_on(case, day):
            moved += ONE_DAY
        day += ONE_DAY
    if moved > today:
        return 0, 0
    between = relativedelta(today, moved)
    return between.years * 12 + between.months, between.days


def too_early(case: Case, today: date) -> bool:
    """Months below the window, or before the day that was named last."""
    if plain_months(case, today)[0] < plain_window(case):
        return True
    return bool(case.named_days) and today < case.named_days[-1]


def in_upheaval(case: Case, today: date) -> bool:
    """Before the last day of an upheaval and 28 days; one that is open has no last day."""
    for stop in case.pauses:
        if stop.kind == "upheaval":
            if stop.last is None:
                return True
            if today < stop.last + timedelta(days=28):
                return True
    return False


def plain_state(case: Case, today: date, answers: tuple[str, str] | None) -> str:
    """The first of the nine that fits."""
    if case.start is None or case.start > today:
        return "not-started"
    if rests_on(case, today):
        return "paused"
    if too_early(case, today):
        return "early"
    if in_upheaval(case, today):
        return "upheaval"
    if case.tried_by_both < 12:
        return "not-all-tried"
    if answers is None:
        return "ask-each"
    if answers[0] == "nearer" and answers[1] == "nearer":
        return "nearer"
    if answers[0] in ("same", "further") and answers[1] in ("same", "further"):
        return "no-nearer"
    return "mixed"


def plain_next_look(case: Case, today: date, until: date) -> date | None:
    """The first day from today on to `until` on which none of the four holds: one day after the other."""
    if case.start is None:
        return None
    for day in _days(max(today, case.start), until):
        if not rests_on(case, day) and not too_early(case, day) and not in_upheaval(case, day):
            return day
    return None


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE_DAY
