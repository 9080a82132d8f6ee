"""What both say of a goal on the way: whether it is still fun, the time they spend, and its target day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.house import TODAY, YESTERDAY, House
from tests.acts.test_goals import TOMORROW, goal, started
from tracker.acts.goals import check_fun, log_time, read_target
from tracker.acts.milestones import reach_milestone, take_milestone_back
from tracker.acts.rituals import archive_ritual, did, undo_did
from tracker.errors import Refusal

# ── Still fun? ──


def test_what_both_say_to_still_fun_is_kept_by_day_and_step_and_never_by_partner(house: House) -> None:
    goal_id = started(house, steps=("Seeds",))
    step = house.newest("milestones")
    house.do(check_fun, goal_id, "yes", milestone=step)
    house.later(days=1).do(check_fun, goal_id, "heavy")
    assert house.only("goals")["fun_checks"] == [
        {"day": TODAY.isoformat(), "word": "yes", "milestone": step},
        {"day": TOMORROW.isoformat(), "word": "heavy", "milestone": ""},
    ]
    assert goal(house, goal_id).fun == "heavy"


def test_two_windows_that_answer_at_once_are_both_kept(either_house: House) -> None:
    house = either_house
    goal_id = started(house)
    house.do(check_fun, goal_id, "yes")
    house.do(check_fun, goal_id, "so-so")
    assert [check.word for check in goal(house, goal_id).fun_checks] == ["yes", "so-so"]


def test_there_are_three_answers_and_only_the_goals_own_steps(house: House) -> None:
    goal_id, other = started(house), started(house, "A choir", steps=("Listen",))
    assert "yes, so-so, heavy" in house.refused(check_fun, goal_id, "awful")
    step = house.newest("milestones")
    assert "not one of this goal's" in house.refused(check_fun, goal_id, "yes", milestone=step)
    house.do(check_fun, other, "yes", milestone=step)


# ── Time together ──


def test_time_together_is_a_moment_of_project_by_both_and_may_name_the_goal(house: House) -> None:
    goal_id = started(house)
    house.do(log_time, goal_id=goal_id, text=" Dug half of it ")
    moment = house.only("moments")
    assert (moment["ritual"], moment["by"], moment["day"]) == ("project", "", TODAY.isoformat())
    assert (moment["goal"], moment["note"]) == (goal_id, "Dug half of it")
    assert house.at().library.ledger.rhythm("project", TODAY).run == 1


def test_the_same_time_twice_changes_nothing_and_another_goals_time_stands_beside_it(house: House) -> None:
    garden, choir = started(house), started(house, "A choir")
    for goal_id in (garden, garden, choir, ""):
        house.do(log_time, goal_id=goal_id, day=YESTERDAY)
    assert [moment["goal"] for moment in house.all("moments")] == [garden, choir, ""]
    house.do(log_time, goal_id=garden, day=YESTERDAY, text="Sowed")
    assert len(house.all("moments")) == 4
    assert house.do(log_time, goal_id=garden, day=YESTERDAY, text="Sowed") == ()


def test_a_step_reached_is_time_for_the_goal_until_it_is_taken_back(house: House) -> None:
    started(house, steps=("Seeds",))
    step = house.newest("milestones")
    house.do(reach_milestone, step, YESTERDAY)
    assert set(house.at().library.ledger.marks("project")) == {YESTERDAY}
    house.do(reach_milestone, step, TODAY)
    assert set(house.at().library.ledger.marks("project")) == {TODAY}
    house.do(take_milestone_back, step)
    assert not house.at().library.ledger.marks("project")


def test_taking_a_step_back_leaves_the_time_that_was_logged_by_itself(house: House) -> None:
    goal_id = started(house, steps=("Seeds",))
    step = house.newest("milestones")
    house.do(log_time, goal_id=goal_id)
    house.do(reach_milestone, step)
    house.do(take_milestone_back, step)
    assert house.at().library.ledger.rhythm("project", TODAY).run == 1


def test_a_mark_that_a_step_makes_is_taken_back_at_its_goal(house: House) -> None:
    goal_id = started(house, steps=("Seeds",))
    house.do(reach_milestone, house.newest("milestones"))
    assert "open its goal" in house.refused(undo_did, "project", me=house.alex, day=TODAY)
    house.do(log_time, goal_id=goal_id)
    assert len(house.do(undo_did, "project", me=house.alex, day=TODAY)) == 1


def test_a_tick_of_the_ritual_is_time_together_too(house: House) -> None:
    started(house)
    house.do(did, "project", by="")
    assert [time.goal for time in house.at().library.project_time] == [""]


def test_before_the_first_goal_there_is_no_time_to_log(house: House) -> None:
    assert "begin one first" in house.refused(log_time)
    started(house, later=True)
    assert "begin one first" in house.refused(log_time)


def test_after_the_project_was_put_away_no_time_is_logged(house: House) -> None:
    started(house)
    house.do(archive_ritual, "project")
    house.later(days=1)
    assert "put away" in house.refused(log_time)
    house.do(log_time, day=TODAY)


# ── Days as people say them ──


@pytest.mark.parametrize(
    ("said", "day"),
    [("20 May", date(2027, 5, 20)), ("in 3 weeks", date(2026, 12, 11)), ("today", TODAY)],
)
def test_a_target_is_read_as_people_say_it(said: str, day: date) -> None:
    assert read_target(said, TODAY).day == day


@pytest.mark.parametrize(
    ("said", "why"), [("2025-05-20", "behind"), ("fri 7pm", "time out"), ("soon", "cannot be read")]
)
def test_a_target_that_is_none_is_refused_with_what_was_understood(said: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        read_target(said, TODAY)
