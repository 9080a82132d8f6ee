"""Couples for the look-up, drawn at random: month ends, 29 February, pauses of every shape."""

from __future__ import annotations

import os
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from tests.lookup.plain_reading import Case, Stop
from tracker.lookup.state import Circumstances
from tracker.lookup.window import window

_TORTURE = bool(os.environ.get("REKINDLE_TORTURE"))
many = settings(max_examples=5_000 if _TORTURE else 300, deadline=None)
"""How many random couples: some hundreds as a rule, REKINDLE_TORTURE=1 for thousands."""

FIRST, LAST = date(2027, 11, 1), date(2029, 3, 31)
"""Two winters, one of which has a 29 February."""
EDGES = [
    date(2027, 12, 31),
    date(2028, 1, 31),
    date(2028, 2, 28),
    date(2028, 2, 29),
    date(2028, 3, 1),
    date(2028, 8, 31),
    date(2029, 2, 28),
]
DAYS = st.dates(FIRST, LAST) | st.sampled_from(EDGES)
KINDS = ("ebb", "illness", "upheaval", "travel", "apart")
YEARS = st.integers(1990, 2028).map(str)
TOGETHER = (
    st.just("")
    | YEARS
    | st.builds(lambda year, day: day.replace(year=year).isoformat(), st.sampled_from([2012, 2024]), DAYS)
    | st.dates(date(2011, 12, 1), date(2014, 4, 1)).map(date.isoformat)
    | st.dates(date(2021, 12, 1), date(2024, 4, 1)).map(date.isoformat)
)


@st.composite
def pauses(draw: st.DrawFn) -> Stop:
    """A pause: of a day or of months, open now and then, of everything more often than of one ritual."""
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 4) | st.integers(0, 120) | st.integers(0, 120))
    last = None if length is None else first + timedelta(days=length)
    ritual = draw(st.sampled_from([None, None, "date"]))
    return Stop(draw(st.sampled_from(KINDS)), first, last, ritual)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any couple."""
    return Case(
        start=draw(st.none() | DAYS | DAYS | DAYS),
        together=draw(TOGETHER),
        own_window=draw(st.none() | st.integers(2, 24) | st.just(2)),
        pauses=tuple(draw(st.lists(pauses(), max_size=4))),
        named_days=tuple(draw(st.lists(DAYS, max_size=2))),
        tried_by_both=draw(st.sampled_from([0, 11, 12, 12, 12])),
    )


def circumstances(case: Case) -> Circumstances:
    """The couple as the rules take it."""
    return Circumstances(
        start=case.start,
        window=window(case.own_window, case.together, case.start),
        rests=tuple((stop.first, stop.last) for stop in case.pauses if stop.ritual is None),
        upheavals=tuple((stop.first, stop.last) for stop in case.pauses if stop.kind == "upheaval"),
        next_look=case.named_days[-1] if case.named_days else None,
        all_tried=case.tried_by_both == 12,
    )
