"""Goals: begun, changed, shelved, reached and taken back together, and the time spent on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.acts.house import TODAY, YESTERDAY, House, days_ago
from tracker.acts.goals import (
    begin_goal,
    change_goal,
    log_time,
    reach_goal,
    shelve_goal,
    start_goal,
    take_goal_back,
    take_up_goal,
)
from tracker.acts.milestones import reach_milestone
from tracker.acts.removal import bring_back, remove
from tracker.acts.rituals import archive_ritual
from tracker.acts.wishes import add_wish
from tracker.records.goals import Goal
from tracker.store.changes import Change

TOMORROW = TODAY + timedelta(days=1)


def started(house: House, name: str = "The garden", **fields: Any) -> str:
    """Begin a goal; its id."""
    house.do(start_goal, name, **fields)
    return house.later(seconds=1).newest("goals")


def goal(house: House, goal_id: str) -> Goal:
    return house.at().library.goals.need(goal_id)


def project(house: House) -> list[Any]:
    return [ritual for ritual in house.at().library.rituals if ritual.key == "project"]


# ── Beginning ──


def test_a_goal_belongs_to_both_and_keeps_what_was_said(either_house: House) -> None:
    house = either_house
    steps = ("Buy seeds", " Dig\tthe bed ")
    target = TODAY + timedelta(90)
    found = goal(house, started(house, "  The   garden", why_fun="Mud!", target_day=target, steps=steps))
    assert (found.title, found.why_fun, found.state, found.by) == ("The garden", "Mud!", "active", "")
    assert found.target_day == target
    assert [step.title for step in house.at().library.milestones.of(found.id)] == ["Buy seeds", "Dig the bed"]


def test_the_first_active_goal_begins_the_ritual_project_that_day(house: House) -> None:
    assert project(house) == []
    started(house)
    (ritual,) = project(house)
    assert (ritual.name, ritual.cadence.times, ritual.cadence.period) == ("Project", 1, "week")
    assert (ritual.since, ritual.kept_by, ritual.forgive) == (TODAY, "either", 1)
    house.later(days=40)
    started(house, "A choir")
    assert [ritual.since for ritual in project(house)] == [TODAY]
    assert [ritual["key"] for ritual in house.all("rituals")].count("project") == 1


def test_what_is_kept_for_later_begins_no_ritual_until_it_is_begun(house: House) -> None:
    goal_id = started(house, later=True)
    assert (goal(house, goal_id).state, project(house)) == ("wish", [])
    house.later(days=3).do(begin_goal, goal_id)
    assert goal(house, goal_id).state == "active"
    assert [ritual.since for ritual in project(house)] == [TODAY + timedelta(3)]
    assert "begun already" in house.refused(begin_goal, goal_id)


def test_a_project_that_they_put_away_stays_put_away(house: House) -> None:
    started(house)
    house.do(archive_ritual, "project")
    started(house, "A choir")
    assert [ritual.archived_on for ritual in project(house)] == [TODAY]


def test_undoing_the_first_goal_takes_its_ritual_and_steps_along_and_is_called_a_goal(house: House) -> None:
    sitting = house.sitting()
    sitting.do(lambda at: start_goal(at, "The garden", steps=("Seeds", "Dig")))
    assert sitting.undo() == "a goal"
    assert (house.all("goals"), house.all("milestones"), project(house)) == ([], [], [])
    started(house)
    assert len(project(house)) == 1


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_goal_has_a_name(house: House, name: str) -> None:
    assert "empty" in house.refused(start_goal, name)


def test_a_long_name_or_step_is_refused_and_not_cut(house: House) -> None:
    assert "80" in house.refused(start_goal, "x" * 81)
    assert "80" in house.refused(start_goal, "The garden", steps=("x" * 81,))


@pytest.mark.parametrize("day", [YESTERDAY, date(1999, 1, 1), date(2201, 1, 1)])
def test_a_target_lies_ahead(house: House, day: date) -> None:
    assert "ahead" in house.refused(start_goal, "The garden", target_day=day)
    goal_id = started(house, target_day=TODAY)
    assert "ahead" in house.refused(change_goal, goal_id, target_day=day)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ([], "under way"),
        ([shelve_goal], "shelf"),
    ],
)
def test_two_unreached_goals_never_share_a_name(
    house: House, before: list[Callable[..., list[Change]]], said: str
) -> None:
    goal_id = started(house)
    for act in before:
        house.do(act, goal_id)
    assert said in house.refused(start_goal, "the  GARDEN")
    other = started(house, "A choir")
    assert said in house.refused(change_goal, other, title="The Garden")


def test_a_goal_kept_for_later_is_named_as_such_when_begun_anew(house: House) -> None:
    started(house, later=True)
    assert "later" in house.refused(start_goal, "The garden")


def test_a_reached_goal_may_be_striven_for_again(house: House) -> None:
    house.do(reach_goal, started(house))
    assert goal(house, started(house)).state == "active"


def test_nobody_elses_wish_stands_in_the_way_of_a_name(house: House) -> None:
    house.do(add_wish, "The garden", me=house.sam)
    assert goal(house, started(house)).state == "active"


# ── Changing ──


def test_a_change_touches_only_what_is_named(house: House) -> None:
    goal_id = started(house, why_fun="Mud", target_day=TOMORROW)
    house.do(change_goal, goal_id, title="The big garden")
    found = goal(house, goal_id)
    assert (found.title, found.why_fun, found.target_day) == ("The big garden", "Mud", TOMORROW)
    house.do(change_goal, goal_id, target_day=None, why_fun="")
    assert (goal(house, goal_id).why_fun, goal(house, goal_id).target_day) == ("", None)


def test_a_target_that_has_gone_by_may_stay_in_a_form_that_changes_something_else(house: House) -> None:
    goal_id = started(house, target_day=TOMORROW)
    house.later(days=9)
    house.do(change_goal, goal_id, why_fun="Mud", target_day=TOMORROW)
    assert goal(house, goal_id).why_fun == "Mud"


def test_of_what_two_windows_changed_the_later_stands_and_the_other_is_kept(either_house: House) -> None:
    house = either_house
    goal_id = started(house, why_fun="Mud")
    seen = goal(house, goal_id)
    house.do(change_goal, goal_id, why_fun="Worms", target_day=TOMORROW)
    house.do(change_goal, goal_id, seen=seen, title="Our garden", why_fun="Snails", target_day=None)
    found = goal(house, goal_id)
    assert (found.title, found.why_fun, found.target_day) == ("Our garden", "Snails", TOMORROW)
    assert [kept["value"] for kept in house.only("goals")["_kept"]] == ["Worms"]


def test_the_same_again_writes_nothing(house: House) -> None:
    goal_id = started(house, why_fun="Mud")
    assert house.do(change_goal, goal_id, title="The garden", why_fun="Mud", target_day=None) == ()


# ── Shelf, reached, and back ──


def test_a_shelved_goal_keeps_all_and_is_taken_up_where_it_was_left(house: House) -> None:
    goal_id = started(house, steps=("Seeds", "Dig"))
    house.do(reach_milestone, house.all("milestones")[0]["id"])
    house.do(shelve_goal, goal_id)
    assert (goal(house, goal_id).state, goal(house, goal_id).shelved_on) == ("shelved", TODAY)
    assert len(house.at().library.milestones.of(goal_id).done) == 1
    house.later(days=400).do(take_up_goal, goal_id)
    assert (goal(house, goal_id).state, goal(house, goal_id).shelved_on) == ("active", None)
    assert len(house.at().library.milestones.of(goal_id).done) == 1


def test_a_goal_is_reached_on_any_day_up_to_today_and_the_day_can_be_corrected(house: House) -> None:
    goal_id = started(house, steps=("Seeds",))
    house.do(reach_goal, goal_id, days_ago(3))
    assert (goal(house, goal_id).state, goal(house, goal_id).reached_on) == ("reached", days_ago(3))
    house.do(reach_goal, goal_id, days_ago(4))
    assert goal(house, goal_id).reached_on == days_ago(4)
    house.do(take_goal_back, goal_id)
    assert (goal(house, goal_id).state, goal(house, goal_id).reached_on) == ("active", None)


@pytest.mark.parametrize("day", [TOMORROW, date(1899, 12, 31)])
def test_days_to_come_and_before_1900_are_refused(house: House, day: date) -> None:
    goal_id = started(house)
    house.refused(reach_goal, goal_id, day)
    house.refused(log_time, goal_id=goal_id, day=day)


ONLY_FROM: list[tuple[Callable[..., list[Change]], set[str]]] = [
    (begin_goal, {"wish"}),
    (shelve_goal, {"active"}),
    (take_up_goal, {"shelved"}),
    (reach_goal, {"active", "reached"}),
    (take_goal_back, {"reached"}),
]


@pytest.mark.parametrize(("act", "states"), ONLY_FROM)
@pytest.mark.parametrize("state", ["wish", "active", "shelved", "reached"])
def test_every_step_is_taken_from_where_it_makes_sense(
    house: House, act: Callable[..., list[Change]], states: set[str], state: str
) -> None:
    goal_id = started(house, later=state == "wish")
    if state in ("shelved", "reached"):
        house.do(shelve_goal if state == "shelved" else reach_goal, goal_id)
    if state in states:
        house.do(act, goal_id)
    else:
        assert house.refused(act, goal_id).endswith(".")


def test_a_removed_goal_cannot_be_changed_and_comes_back_whole(house: House) -> None:
    goal_id = started(house, steps=("Seeds",))
    house.do(remove, "goals", goal_id, me=house.sam)
    for act in (shelve_goal, reach_goal, change_goal):
        assert "not there any more" in house.refused(act, goal_id)
    house.do(bring_back, goal_id, me=house.alex)
    assert len(house.at().library.milestones.of(goal_id)) == 1


def test_before_set_up_there_are_no_goals(empty: House) -> None:
    assert "set up" in empty.refused(start_goal, "The garden")
    assert "set up" in empty.refused(log_time)
    assert "set up" in empty.refused(reach_goal, "1")
