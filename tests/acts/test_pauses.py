"""Letting things rest, and resuming."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.acts.house import TODAY, YESTERDAY, House, days_ago
from tracker.acts.pauses import pause, resume
from tracker.acts.rituals import add_ritual
from tracker.records.pauses import PAUSE_KINDS, Pause

TOMORROW = TODAY + timedelta(days=1)


def pauses(house: House) -> list[tuple[date, date | None, str | None]]:
    return [(one.first, one.until, one.ritual) for one in house.at().library.pauses]


def the_pause(house: House) -> Pause:
    (one,) = house.at().library.pauses
    return one


@pytest.mark.parametrize(
    ("first", "until"),
    [
        (TODAY, None),
        (TODAY, TODAY),
        (days_ago(30), days_ago(20)),
        (TOMORROW, TOMORROW + timedelta(days=9)),
        (date(1900, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_pause_may_lie_in_the_past_or_the_future_and_be_open(
    house: House, first: date, until: date | None
) -> None:
    house.do(pause, first, until)
    assert pauses(house) == [(first, until, None)]
    assert (the_pause(house).kind, the_pause(house).by) == ("ebb", "")


@pytest.mark.parametrize("kind", list(PAUSE_KINDS))
def test_a_pause_is_of_one_of_five_kinds(house: House, kind: str) -> None:
    house.do(pause, TODAY, kind=kind)
    assert the_pause(house).kind == kind


def test_it_may_be_of_one_ritual_by_name_or_key_and_carry_a_note(house: House) -> None:
    house.do(add_ritual, "Weekly talk")
    house.do(pause, TODAY, ritual="WEEKLY TALK", text=" flu\x07 ")
    assert (the_pause(house).ritual, the_pause(house).note) == ("weekly-talk", "flu")


@pytest.mark.parametrize(
    ("first", "until", "named", "said"),
    [
        (TODAY, YESTERDAY, {}, "please swap the days"),
        (date(1899, 12, 31), None, {}, "before 1900"),
        (TODAY, None, {"kind": "sulking"}, "ebb, illness, upheaval, travel, apart"),
        (TODAY, None, {"ritual": "juggling"}, "no ritual “juggling”"),
        (TODAY, None, {"text": "x" * 20_001}, "20,001 characters"),
    ],
)
def test_a_pause_out_of_bounds_is_refused(
    house: House, first: date, until: date | None, named: dict[str, str], said: str
) -> None:
    assert said in house.refused(pause, first, until, **named)


def test_before_set_up_nothing_rests(empty: House) -> None:
    assert "not set up yet" in empty.refused(pause, TODAY)
    assert "not set up yet" in empty.refused(resume, "date")
    assert "Nothing is paused" in empty.refused(resume)


def test_pauses_may_overlap(house: House) -> None:
    house.do(pause, days_ago(9), TOMORROW)
    house.do(pause, days_ago(4), None, kind="travel")
    assert len(pauses(house)) == 2


@pytest.mark.parametrize(
    ("first", "until", "left"),
    [
        (days_ago(9), None, [(days_ago(9), YESTERDAY, None)]),
        (days_ago(9), TOMORROW, [(days_ago(9), YESTERDAY, None)]),
        (days_ago(9), TODAY, [(days_ago(9), YESTERDAY, None)]),
        (YESTERDAY, None, [(YESTERDAY, YESTERDAY, None)]),
        (TODAY, None, []),
        (TODAY, TODAY, []),
    ],
)
def test_resuming_ends_it_yesterday_and_takes_away_one_that_began_today(
    either_house: House, first: date, until: date | None, left: list[tuple[date, date | None, str | None]]
) -> None:
    house = either_house
    house.do(pause, first, until)
    house.do(resume)
    assert pauses(house) == left
    assert "Nothing is paused today" in house.refused(resume)


@pytest.mark.parametrize(
    ("first", "until"), [(days_ago(9), YESTERDAY), (TOMORROW, None), (TOMORROW, TOMORROW)]
)
def test_what_does_not_rest_today_is_not_resumed(house: House, first: date, until: date | None) -> None:
    house.do(pause, first, until)
    assert "Nothing is paused today" in house.refused(resume)


def test_every_pause_of_everything_ends_at_once(house: House) -> None:
    house.do(pause, days_ago(9), None)
    house.do(pause, days_ago(4), TOMORROW, kind="illness")
    house.do(resume)
    assert pauses(house) == [(days_ago(9), YESTERDAY, None), (days_ago(4), YESTERDAY, None)]


def test_resuming_everything_leaves_the_pause_of_one_ritual(house: House) -> None:
    house.do(pause, days_ago(9))
    house.do(pause, days_ago(8), ritual="date")
    house.do(resume)
    assert pauses(house) == [(days_ago(9), YESTERDAY, None), (days_ago(8), None, "date")]
    house.do(resume)
    assert pauses(house)[1] == (days_ago(8), YESTERDAY, "date")


def test_one_ritual_can_be_resumed_alone(house: House) -> None:
    for ritual in ("date", "trip"):
        house.do(pause, days_ago(9), ritual=ritual)
    house.do(resume, "Date")
    assert pauses(house) == [(days_ago(9), YESTERDAY, "date"), (days_ago(9), None, "trip")]
    assert "Nothing is paused today" in house.refused(resume, "date")
    assert "no ritual" in house.refused(resume, "juggling")


def test_resuming_one_ritual_does_not_end_a_pause_of_everything(house: House) -> None:
    house.do(pause, days_ago(9))
    assert "Nothing is paused today" in house.refused(resume, "date")
