"""What may be a slip of the pen or of the clock is asked about once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from tests.acts.house import NOON, TODAY, House
from tracker.acts.couple import change_couple
from tracker.acts.entries import appreciate, set_weather
from tracker.acts.plans import happened, idea
from tracker.acts.rituals import add_ritual, change_ritual, did
from tracker.acts.sitting import Act, Sitting
from tracker.acts.tried import mark_tried
from tracker.calendar.when import When
from tracker.errors import Doubt, Refusal

LONG_AGO = date(2025, 8, 2)
"""The house began to try on 3 August 2026."""


def doubted(sitting: Sitting, act: Act) -> Doubt:
    with pytest.raises(Doubt) as found:
        sitting.do(act)
    return found.value


def acts(house: House, day: date) -> list[Act]:
    note: dict[str, Any] = {"by": house.alex, "text": "Tea", "day": day}
    return [
        lambda at: appreciate(at, **note),
        lambda at: did(at, "date", by="", day=day),
        lambda at: set_weather(at, me=house.alex, level=3, day=day),
        lambda at: mark_tried(at, "talk", me=house.alex, day=day),
        lambda at: add_ritual(at, "Walk", since=day),
    ]


@pytest.mark.parametrize("place", range(5))
def test_a_day_more_than_a_year_before_the_start_is_asked_about_once(house: House, place: int) -> None:
    sitting = house.sitting(house.alex)
    act = acts(house, LONG_AGO)[place]
    before = house.store.documents
    doubt = doubted(sitting, act)
    assert house.store.documents is before
    assert doubt.sentence == (
        "Saturday 2 August 2025 is more than a year before you began, on Monday 3 August 2026."
    )
    sitting.mean(doubt.about)
    assert sitting.do(act)
    sitting.do(lambda at: did(at, "trip", by="", day=LONG_AGO))
    assert not isinstance(sitting.do(lambda at: did(at, "date", by="", day=LONG_AGO)), Doubt)


def test_a_day_less_than_a_year_before_is_not_asked_about(house: House) -> None:
    sitting = house.sitting(house.alex)
    for act in acts(house, date(2025, 8, 3)):
        sitting.do(act)


def test_a_plan_of_long_ago_is_asked_about_when_it_happened(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: idea(at, by="", kind="date", title="The pier"))
    plan_id = house.only("plans")["id"]
    doubted(sitting, lambda at: happened(at, plan_id, me="", on=When(LONG_AGO)))


def test_what_already_counts_from_earlier_is_the_beginning(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.mean("day 2015-01-01")
    sitting.do(lambda at: change_ritual(at, "date", since=date(2015, 1, 1)))
    sitting.do(lambda at: did(at, "date", by="", day=date(2014, 1, 2)))
    doubted(sitting, lambda at: did(at, "date", by="", day=date(2013, 12, 31)))


def test_without_a_start_set_up_is_the_beginning(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: change_couple(at, effort_start=None))
    sitting.do(lambda at: did(at, "date", by="", day=date(2025, 11, 20)))
    doubted(sitting, lambda at: did(at, "date", by="", day=date(2025, 11, 19)))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (NOON - timedelta(days=1), "which is before you set Rekindle up, on Friday 20 November 2026"),
        (datetime(1970, 1, 1, tzinfo=UTC), "which is before you set Rekindle up"),
        (NOON + timedelta(days=731), "which is years after the newest entry, of Friday 20 November 2026"),
        (datetime(2071, 3, 3, tzinfo=UTC), "which is years after the newest entry"),
    ],
)
def test_a_clock_that_may_be_wrong_is_asked_about_before_anything_is_kept(
    house: House, now: datetime, said: str
) -> None:
    sitting = house.sitting(house.alex)
    house.clock.move_to(now)
    act = partial(did, key="date", by="")
    doubt = doubted(sitting, act)
    assert said in doubt.sentence
    assert house.all("moments") == []
    sitting.mean(doubt.about)
    assert sitting.do(act)


@pytest.mark.parametrize("days", [0, 1, 400, 700])
def test_a_couple_that_comes_back_after_a_while_is_not_asked(house: House, days: int) -> None:
    house.clock.move_to(NOON + timedelta(days=days))
    assert house.sitting(house.alex).do(partial(did, key="date", by=""))


def test_a_day_that_cannot_be_is_refused_and_not_asked_about(house: House) -> None:
    for day in (TODAY + timedelta(days=1), date(1899, 12, 31)):
        with pytest.raises(Refusal) as refusal:
            house.sitting().do(partial(did, key="date", by="", day=day))
        assert not isinstance(refusal.value, Doubt)
