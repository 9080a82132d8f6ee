"""Surprises: what the other may do is to say that the time does not suit, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.acts.house import House
from tests.acts.plans import FRIDAY, a_date, a_surprise, an_idea, shown
from tracker.acts import checklists, remarks, surprises
from tracker.acts import plans as acts
from tracker.acts.removal import remove
from tracker.calendar.when import When, at_wall
from tracker.records.base import read_one
from tracker.records.plans import Plan
from tracker.store.documents import Documents
from tracker.transfer.veil import Veil

Act = Callable[..., Any]

ACTS: list[tuple[Act, tuple[Any, ...], dict[str, Any]]] = [
    (acts.plan_idea, (), {}),
    (acts.schedule, (), {"start": FRIDAY.later(1)}),
    (acts.change_plan, (), {"title": "x"}),
    (acts.happened, (), {}),
    (acts.step_back, (), {}),
    (acts.let_go, (), {}),
    (acts.again, (), {}),
    (acts.remove_plan, (), {}),
    (acts.settle, (), {}),
    (surprises.hide, (), {}),
    (surprises.reveal, (), {}),
    (checklists.add_item, ("x",), {}),
]


@pytest.mark.parametrize(("act", "given_", "named"), ACTS)
def test_only_its_author_touches_a_held_surprise(
    house: House, act: Act, given_: tuple[Any, ...], named: dict[str, Any]
) -> None:
    plan = a_surprise(house)
    held = "This is a surprise until it begins; you can say that the time does not suit."
    assert house.refused(act, plan, *given_, me=house.sam, **named) == held
    if act not in (surprises.hide, surprises.reveal):  # these ask first who it is
        assert house.refused(act, plan, *given_, me="", **named) == held


def test_neither_removing_nor_remarking_gets_around_it(house: House) -> None:
    plan = a_surprise(house)
    assert "a surprise until it begins" in house.refused(remove, "plans", plan, me=house.sam)
    assert "a surprise until it begins" in house.refused(remarks.remark, plan, by=house.sam, text="x")
    house.do(remove, "plans", plan, me=house.alex)


def test_its_author_does_with_it_as_with_any_plan(house: House) -> None:
    plan = a_surprise(house)
    house.do(acts.change_plan, plan, me=house.alex, place="Lock 12")
    house.do(acts.schedule, plan, me=house.alex, start=FRIDAY.later(1))
    house.do(surprises.reveal, plan, me=house.alex)
    house.do(acts.change_plan, plan, me=house.sam, notes="Lovely.")
    assert (shown(house, plan).place, shown(house, plan).notes) == ("Lock 12", "Lovely.")


def held(house: House, plan: str) -> bool:
    """Whether it is held from Sam now."""
    at = house.at()
    return at.library.plans.holds(shown(house, plan), house.sam, at.now)


def test_from_its_hour_on_it_belongs_to_both_and_moved_later_it_hides_again(house: House) -> None:
    plan = a_surprise(house)
    house.later(days=7, hours=6, minutes=59)
    assert held(house, plan)
    assert "a surprise until it begins" in house.refused(acts.happened, plan, me=house.sam)
    house.later(minutes=1)
    assert not held(house, plan)
    assert "Only the one who planned" in house.refused(surprises.reveal, plan, me=house.sam)
    house.do(acts.schedule, plan, me=house.sam, start=FRIDAY.later(7))
    assert held(house, plan)
    assert "a surprise until it begins" in house.refused(acts.let_go, plan, me=house.sam)


def test_a_trip_and_one_without_an_hour_are_told_with_the_couples_day(house: House) -> None:
    whole_days = FRIDAY._replace(at=None)
    plans = [a_surprise(house, start=whole_days), a_surprise(house, kind="trip", start=whole_days)]
    house.later(days=6, hours=15, minutes=59)
    assert all(held(house, plan) for plan in plans)
    house.later(minutes=1)  # four in the morning
    assert not any(held(house, plan) for plan in plans)


def test_undated_or_let_go_it_stays_the_planners(house: House) -> None:
    plan = a_surprise(house)
    house.later(days=9)
    for act, named in ((acts.let_go, {}), (acts.step_back, {}), (acts.schedule, {"start": None})):
        house.do(act, plan, me=house.alex, **named)
        assert held(house, plan) is (act is not acts.step_back)


def test_the_other_says_that_the_time_does_not_suit_and_a_move_answers_it(house: House) -> None:
    plan = a_surprise(house)
    house.do(surprises.does_not_suit, plan, me=house.sam)
    assert shown(house, plan).unsuitable == shown(house, plan).start
    house.do(surprises.suits_after_all, plan, me=house.sam)
    assert shown(house, plan).unsuitable is None
    house.do(surprises.does_not_suit, plan, me=house.sam)
    house.do(acts.schedule, plan, me=house.alex, start=FRIDAY.later(1))
    assert shown(house, plan).unsuitable != shown(house, plan).start


def test_it_is_said_only_of_a_surprise_that_is_held_from_oneself(house: House) -> None:
    sentence = "This is for a surprise that is held from you; everything else you can move yourself."
    assert house.refused(surprises.does_not_suit, a_date(house), me=house.sam) == sentence
    assert house.refused(surprises.does_not_suit, a_surprise(house), me=house.alex) == sentence
    undated = a_surprise(house, start=None)
    assert house.refused(surprises.does_not_suit, undated, me=house.sam) == sentence


def test_a_surprise_needs_a_planner_and_only_the_planner_makes_one(house: House) -> None:
    assert "say first who of you" in house.refused(acts.plan, by="", kind="date", title="x", surprise=True)
    plan = a_date(house)
    assert "Only the one who planned this" in house.refused(surprises.hide, plan, me=house.sam)
    house.do(surprises.hide, plan, me=house.alex)
    assert shown(house, plan).surprise
    shared = a_date(house, by="")
    house.do(surprises.hide, shared, me=house.sam)
    assert (shown(house, shared).surprise, shown(house, shared).by) == (True, house.sam)
    house.later(days=8)
    house.do(acts.happened, shared, me="")
    assert "happened already" in house.refused(surprises.hide, shared, me=house.sam)


def test_an_idea_that_both_know_stays_when_one_plans_it_as_a_surprise(house: House) -> None:
    idea = an_idea(house)
    before = dict(house.only("plans"))
    house.do(acts.plan_idea, idea, me=house.sam, start=FRIDAY, surprise=True, notes="Wool socks.")
    surprise = shown(house, house.newest("plans"))
    assert house.all("plans")[0] == before
    assert (surprise.by, surprise.surprise, surprise.state) == (house.sam, True, "planned")
    assert (surprise.title, surprise.notes) == ("Pasta at ours", "Wool socks.")


def test_ones_own_surprise_idea_becomes_the_plan_itself(house: House) -> None:
    idea = an_idea(house, surprise=True)
    house.do(acts.plan_idea, idea, me=house.alex, start=FRIDAY, surprise=True)
    assert len(house.all("plans")) == 1
    assert shown(house, idea).surprise


@given(
    start=st.one_of(
        st.none(),
        st.dates(date(2026, 11, 18), date(2026, 11, 22)).map(When),
        st.datetimes(datetime(2026, 11, 18), datetime(2026, 11, 22)).map(at_wall),  # noqa: DTZ001
    ),
    kind=st.sampled_from(["date", "trip"]),
    state=st.sampled_from(["idea", "planned", "happened", "let-go"]),
    by=st.sampled_from(["", "1", "2"]),
    viewer=st.sampled_from(["", "1", "2"]),
    surprise=st.booleans(),
    day_ends_at=st.sampled_from(["00:00", "04:00", "11:59"]),
    zone=st.sampled_from(["UTC", "Pacific/Kiritimati", "America/New_York"]),
)
def test_the_screens_and_the_exports_hold_the_same_surprises(
    start: When | None,
    kind: str,
    state: Any,
    by: str,
    viewer: str,
    surprise: bool,
    day_ends_at: str,
    zone: str,
) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    document = {
        "id": "9",
        "recorded_at": "2026-11-01T00:00:00+00:00",
        "kind": kind,
        "state": state,
        "by": by,
        "start": start.text() if start else None,
        "surprise": surprise,
    }
    partners = [{"id": "1", "name": "Alex"}, {"id": "2", "name": "Sam"}]
    couple = {
        "id": "3",
        "recorded_at": "x",
        "partners": partners,
        "day_ends_at": day_ends_at,
        "time_zone": zone,
    }
    documents = Documents({"couple": {"3": couple}, "plans": {"9": document}})
    plan = read_one(document, Plan)
    assert plan is not None
    assert plan.holds(viewer, now, zone, day_ends_at) == Veil(documents, viewer, now).holds(document)
