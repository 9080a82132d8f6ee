"""What comes up and what happened on this day: the short way against the whole stream."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from tests.views.homes import ALEX, SAM, TODAY, at, documents, note
from tests.views.outings import outing, surprise, weekend
from tracker.acts.common import Standing
from tracker.acts.sitting import Sitting
from tracker.clock import FixedClock
from tracker.demo.make import make_demo
from tracker.store.memory import MemoryStore
from tracker.views.ahead import ASKED_BACK, COMING, asking, coming, declined, on_this_day
from tracker.views.memories import memories

LAST = date(2026, 11, 20)


@pytest.fixture(scope="module")
def lived() -> Standing:
    """A made-up couple's five years."""
    clock = FixedClock(datetime.combine(LAST, time(12), UTC))
    store = MemoryStore(clock)
    make_demo(store, 3, 5, LAST)
    return Sitting(store, clock).at()


def test_on_this_day_is_what_the_whole_stream_says(lived: Standing) -> None:
    couple, found = lived.couple, 0
    for number in range(0, 400, 3):
        day = LAST - timedelta(days=number)
        there = lived._replace(today=day)
        viewer = ("", *(one.id for one in couple.partners))[number % 3]
        seen = on_this_day(there, viewer)
        assert seen == memories(there, viewer).on_this_day(day)
        found += len(seen)
    assert found > 100


def test_a_leap_day_comes_back_on_the_28th() -> None:
    leap = outing("happened", "2024-02-29T20:00", title="Leap")
    there = at(documents(plans=[leap]))._replace(today=date(2026, 2, 28))
    assert [one.title for one in on_this_day(there, ALEX)] == ["Leap"]


def test_a_date_after_midnight_comes_back_with_its_evening() -> None:
    late = outing("happened", "2025-11-21T01:30", title="Stars")
    assert [one.title for one in on_this_day(at(documents(plans=[late])), SAM)] == ["Stars"]


def test_an_untold_note_is_never_in_it() -> None:
    year = (TODAY - date(2025, 11, 20)).days
    rows = [note(ALEX, year, "SECRET"), note(ALEX, year, "Tea", told_on="2025-12-01", told_how="aloud")]
    for viewer in (ALEX, SAM, ""):
        assert [one.title for one in on_this_day(at(documents(appreciations=rows)), viewer)] == ["Tea"]


def test_the_next_plans_come_with_what_is_open() -> None:
    rows = [
        weekend(),
        outing(childcare="needed", end="2026-11-27T22:00"),
        outing(start=None, title="Some day"),
        outing(start="2026-11-13T19:00", title="Last week"),
        outing("idea", "2026-11-21", title="Only an idea"),
        weekend("2026-11-19", "2026-11-21", title="Under way"),
    ]
    found = coming(at(documents(plans=rows)), ALEX)
    assert len(found) == COMING
    assert [(one.title, one.when, one.open) for one in found] == [
        ("Under way", "Thu 19 – Sat 21 Nov", ("who books?", "2 more on the list")),
        ("Pasta at ours", "Fri 27 Nov, 19:00", ("childcare?",)),
    ]


def test_a_held_surprise_says_no_more_than_when() -> None:
    held = at(documents(plans=[surprise(childcare="needed")]))
    (one,) = coming(held, SAM)
    assert (one.held, one.title, one.when, one.open) == (True, "A date, held", "Fri 27 Nov, 19:00", ())
    assert coming(held, ALEX)[0].title == "Lanterns"


def test_that_the_time_of_a_surprise_does_not_suit_is_for_its_planner_alone() -> None:
    early = [outing("planned", f"{TODAY + timedelta(days=n)}T19:00") for n in (1, 2, 3)]
    held = at(documents(plans=[*early, surprise(unsuitable="2026-11-27T19:00")]))
    assert [one.title for one in declined(held, ALEX)] == ["Lanterns"]
    for viewer in (SAM, ""):
        assert declined(held, viewer) == ()
    suits = at(documents(plans=[*early, surprise()]))
    assert [coming(held, who) for who in (SAM, "")] == [coming(suits, who) for who in (SAM, "")]


@pytest.mark.parametrize(
    "change",
    [
        {"unsuitable": "2026-11-26T19:00"},
        {"surprise": False},
        {"start": "2026-11-13T19:00"},
        {"state": "let-go"},
    ],
    ids=["moved since", "told since", "over", "let go"],
)
def test_a_time_that_was_answered_is_said_no_more(change: dict[str, Any]) -> None:
    row = {**surprise(unsuitable="2026-11-27T19:00"), **change}
    assert declined(at(documents(plans=[row])), ALEX) == ()


def test_what_does_not_suit_is_not_said_a_second_time_among_what_comes_up() -> None:
    held = at(documents(plans=[surprise(unsuitable="2026-11-27T19:00"), weekend()]))
    assert [one.title for one in coming(held, ALEX)] == ["Cabin"]
    assert len(coming(held, SAM)) == 2


@pytest.mark.parametrize(
    ("ago", "asked"), [(0, False), (1, True), (ASKED_BACK, True), (ASKED_BACK + 1, False), (-1, False)]
)
def test_a_plan_whose_day_is_over_is_asked_about_for_some_weeks(ago: int, asked: bool) -> None:
    plan = outing("planned", f"{TODAY - timedelta(days=ago)}T19:00")
    there = at(documents(plans=[plan]))
    for viewer in (ALEX, SAM, ""):
        assert bool(asking(there, viewer)) is asked
        assert bool(coming(there, viewer)) is (ago <= 0)


def test_of_several_the_newest_is_asked_about() -> None:
    plans = [outing("planned", f"{TODAY - timedelta(days=ago)}T19:00", title=str(ago)) for ago in (9, 2, 5)]
    assert [one.title for one in asking(at(documents(plans=plans)), ALEX)] == ["2"]


def test_ones_own_surprise_says_that_it_is_one() -> None:
    there = at(documents(plans=[surprise(start=f"{TODAY + timedelta(days=2)}T19:00", by=ALEX)]))
    (mine,), (theirs,) = coming(there, ALEX), coming(there, SAM)
    assert (mine.surprise, mine.held, theirs.surprise, theirs.held) == (True, False, False, True)
