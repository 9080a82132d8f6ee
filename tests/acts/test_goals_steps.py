"""The steps of a goal: added, named, ordered, reached and taken back; some rest when it grows heavy."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.acts.house import NOON, TODAY, YESTERDAY, House, settle
from tracker.acts.goals import reach_goal, shelve_goal, start_goal
from tracker.acts.milestones import (
    add_milestone,
    move_milestone,
    reach_milestone,
    remove_milestone,
    rename_milestone,
    shrink_goal,
    take_milestone_back,
    wake_milestone,
)
from tracker.acts.removal import bring_back, remove
from tracker.clock import FixedClock
from tracker.ids import id_text
from tracker.records.goals import FILLED, Milestone, Steps, progress_bar
from tracker.store.memory import MemoryStore

FIVE = ("Seeds", "Dig", "Sow", "Water", "Eat")


@pytest.fixture
def garden(house: House) -> House:
    """A goal of five steps."""
    house.do(start_goal, "The garden", steps=FIVE)
    return house.later(seconds=1)


def steps(house: House) -> Steps:
    return house.at().library.milestones.of(house.newest("goals"))


def titles(house: House) -> list[str]:
    return [step.title for step in steps(house)]


def named(house: House, title: str) -> str:
    """The id of the step of this title."""
    return next(step.id for step in steps(house) if step.title == title)


def test_a_step_is_added_after_all_others(garden: House) -> None:
    garden.do(move_milestone, named(garden, "Seeds"), 4)
    garden.do(add_milestone, garden.newest("goals"), "Boast")
    assert titles(garden) == ["Dig", "Sow", "Water", "Eat", "Seeds", "Boast"]


@pytest.mark.parametrize("title", ["", " \t", "x" * 81])
def test_a_step_needs_words_that_fit(garden: House, title: str) -> None:
    assert garden.refused(add_milestone, garden.newest("goals"), title).startswith("The step")
    assert garden.refused(rename_milestone, named(garden, "Sow"), title).startswith("The step")


def test_a_renamed_step_keeps_its_place_and_its_day(garden: House) -> None:
    sow = named(garden, "Sow")
    garden.do(reach_milestone, sow)
    garden.do(rename_milestone, sow, "Sow  peas")
    assert titles(garden)[2] == "Sow peas"
    step = steps(garden).get(sow)
    assert step is not None and step.done_on == TODAY


@pytest.mark.parametrize(
    ("title", "places", "order"),
    [
        ("Eat", -1, "Seeds Dig Sow Eat Water"),
        ("Seeds", 1, "Dig Seeds Sow Water Eat"),
        ("Sow", -2, "Sow Seeds Dig Water Eat"),
        ("Sow", 99, "Seeds Dig Water Eat Sow"),
        ("Sow", -99, "Sow Seeds Dig Water Eat"),
        ("Sow", 0, "Seeds Dig Sow Water Eat"),
    ],
)
def test_a_step_moves_and_stays_at_either_end(garden: House, title: str, places: int, order: str) -> None:
    garden.do(move_milestone, named(garden, title), places)
    assert titles(garden) == order.split()


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-6, 6)), max_size=12))
def test_moving_never_drops_or_doubles_a_step(moves: list[tuple[int, int]]) -> None:
    clock = FixedClock(NOON)
    house = settle(House(MemoryStore(clock), clock))
    house.do(start_goal, "The garden", steps=FIVE)
    expected = list(FIVE)
    for at, places in moves:
        title = expected.pop(at)
        expected.insert(min(max(at + places, 0), 4), title)
        house.do(move_milestone, named(house, title), places)
        assert titles(house) == expected


def test_a_step_that_another_window_moved_is_moved_from_where_it_is_now(garden: House) -> None:
    sow = named(garden, "Sow")
    garden.do(move_milestone, sow, -2)
    garden.do(move_milestone, sow, 1)
    assert titles(garden) == ["Seeds", "Sow", "Dig", "Water", "Eat"]


# ── Reached together, and back ──


def test_a_step_is_reached_by_both_on_a_day_and_taken_back(garden: House) -> None:
    dig = named(garden, "Dig")
    garden.do(reach_milestone, dig, YESTERDAY)
    assert [(step.title, step.done_on, step.by) for step in steps(garden).done] == [("Dig", YESTERDAY, "")]
    garden.do(reach_milestone, dig)
    assert [step.done_on for step in steps(garden).done] == [TODAY]
    garden.do(take_milestone_back, dig)
    assert steps(garden).done == ()
    assert "not marked" in garden.refused(take_milestone_back, dig)


@pytest.mark.parametrize("day", [TODAY + timedelta(1), date(1899, 12, 31)])
def test_no_step_is_reached_on_a_day_to_come_or_before_1900(garden: House, day: date) -> None:
    garden.refused(reach_milestone, named(garden, "Dig"), day)


def test_steps_of_a_goal_on_the_shelf_or_kept_for_later_are_reached_once_it_is_taken_up(house: House) -> None:
    house.do(start_goal, "The garden", steps=("Seeds",))
    house.do(shelve_goal, house.newest("goals"))
    assert "Take this goal up" in house.refused(reach_milestone, house.newest("milestones"))
    house.later(seconds=1).do(start_goal, "A choir", steps=("Listen",), later=True)
    assert "Take this goal up" in house.refused(reach_milestone, house.newest("milestones"))


def test_a_step_may_be_reached_after_the_goal_was(garden: House) -> None:
    garden.do(reach_goal, garden.newest("goals"))
    garden.do(reach_milestone, named(garden, "Eat"))
    assert [step.title for step in steps(garden).done] == ["Eat"]


def test_a_removed_step_goes_from_the_goal_and_comes_back_in_its_place(garden: House) -> None:
    dig = named(garden, "Dig")
    garden.do(remove_milestone, dig)
    assert titles(garden) == ["Seeds", "Sow", "Water", "Eat"]
    assert "not there any more" in garden.refused(reach_milestone, dig)
    garden.do(bring_back, dig, me=garden.sam)
    assert titles(garden) == list(FIVE)


def test_no_step_of_a_removed_goal_can_be_changed(garden: House) -> None:
    dig = named(garden, "Dig")
    garden.do(remove, "goals", garden.newest("goals"), me=garden.alex)
    for act in (reach_milestone, take_milestone_back, remove_milestone, wake_milestone):
        assert "not there any more" in garden.refused(act, dig)


# ── Smaller ──


def test_a_goal_shrinks_to_the_steps_they_keep(garden: House) -> None:
    garden.do(reach_milestone, named(garden, "Seeds"))
    garden.do(shrink_goal, garden.newest("goals"), [named(garden, "Water"), named(garden, "Eat")])
    assert [step.title for step in steps(garden).resting] == ["Water", "Eat"]
    assert [step.title for step in steps(garden).to_come] == ["Dig", "Sow"]
    assert steps(garden).words() == "1 of 3"
    garden.do(wake_milestone, named(garden, "Eat"))
    assert steps(garden).words() == "1 of 4"


def test_choosing_anew_wakes_what_is_no_longer_chosen(garden: House) -> None:
    garden.do(shrink_goal, garden.newest("goals"), [named(garden, "Water")])
    garden.do(shrink_goal, garden.newest("goals"), [named(garden, "Eat")])
    assert [step.title for step in steps(garden).resting] == ["Eat"]


def test_what_was_reached_never_rests(garden: House) -> None:
    seeds = named(garden, "Seeds")
    garden.do(reach_milestone, seeds)
    garden.do(shrink_goal, garden.newest("goals"), [step.id for step in steps(garden)])
    assert [step.title for step in steps(garden).counted] == ["Seeds"]
    assert steps(garden).complete


def test_a_resting_step_that_is_reached_after_all_counts(garden: House) -> None:
    eat = named(garden, "Eat")
    garden.do(shrink_goal, garden.newest("goals"), [eat])
    garden.do(reach_milestone, eat)
    garden.do(take_milestone_back, eat)
    assert [step.title for step in steps(garden).resting] == []


def test_only_its_own_steps_can_rest(garden: House) -> None:
    garden.later(seconds=1).do(start_goal, "A choir", steps=("Listen",))
    listen = garden.newest("milestones")
    first = garden.all("goals")[0]["id"]
    assert "not one of this goal's" in garden.refused(shrink_goal, first, [listen])


# ── What the steps say of themselves ──


def of(done: int, ahead: int, resting: int = 0) -> Steps:
    days = [TODAY] * done + [None] * (ahead + resting)
    rests = [False] * (done + ahead) + [True] * resting
    return Steps(
        Milestone(id=id_text(n), recorded_at=NOON, goal="g", title="t", order=n, done_on=day, rests=rest)
        for n, (day, rest) in enumerate(zip(days, rests, strict=True))
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (of(0, 0), "one small first step is enough"),
        (of(0, 0, resting=2), "one small first step is enough"),
        (of(0, 1), "1 step ahead"),
        (of(0, 5), "5 steps ahead"),
        (of(3, 4), "3 of 7"),
        (of(1, 0), "its one step is done"),
        (of(7, 0), "all 7 steps done"),
        (of(2, 0, resting=3), "all 2 steps done"),
    ],
)
def test_progress_is_said_without_a_nought(found: Steps, words: str) -> None:
    assert found.words() == words


def test_a_step_that_one_window_reached_while_another_let_it_rest_is_reached() -> None:
    (ahead,) = of(0, 0, resting=1)
    both = Steps([msgspec.structs.replace(ahead, done_on=TODAY)])
    assert (both.words(), both.resting, both.complete) == ("its one step is done", (), True)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 60))
def test_a_bar_is_full_only_at_the_end_and_bare_only_before_the_first_step(
    done: int, ahead: int, cells: int
) -> None:
    bar = progress_bar(done, done + ahead, cells)
    if not done + ahead:
        assert bar == ""
        return
    assert len(bar) == cells
    if cells > 1:
        assert (bar == FILLED * cells) == (ahead == 0)
        assert (FILLED in bar) == (done > 0)


def test_the_sketch_of_the_design() -> None:
    assert progress_bar(3, 7, 13) == "▓▓▓▓▓░░░░░░░░"
