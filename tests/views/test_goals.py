"""What the Goals page says of goals, steps, time and wishes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.views.homes import ALEX, SAM, TODAY, Row, at, documents, iso, mark, ritual
from tracker.content_wishes import wish_cards
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.goals import GoalLine, GoalsPage, goals_page, time_words
from tracker.views.wishes import wish_deck

GARDEN = id_text(70_001)
PROJECT = ritual("project", name="Project")
SET_ASIDE = {"removed_at": "2026-11-20T10:00:00+00:00"}


def goal(number: int = 1, state: str = "active", **fields: Any) -> Row:
    usual = {"title": f"Goal {number}", "why_fun": "Mud", "state": state, "target_day": None, "by": ""}
    return {"id": id_text(70_000 + number), **usual, **fields}


def step(order: int, done_ago: int | None = None, goal: str = GARDEN, **fields: Any) -> Row:
    done_on = None if done_ago is None else iso(done_ago)
    usual = {"goal": goal, "title": f"Step {order}", "order": order, "done_on": done_on, "by": ""}
    return {"id": id_text(80_000 + order), **usual, **fields}


def wish(by: str, title: str, **fields: Any) -> Row:
    return {"title": title, "why_fun": "", "state": "wish", "by": by, "card": "", **fields}


def page(viewer: str = "", **tables: Any) -> GoalsPage:
    return goals_page(at(documents(**tables)), viewer)


def line(steps: tuple[Row, ...] = (), moments: tuple[Row, ...] = (), **fields: Any) -> GoalLine:
    """The line of one goal."""
    found = page(goals=[goal(**fields)], milestones=steps, moments=moments, rituals=[PROJECT])
    (only,) = (*found.later, *found.active, *found.shelved, *found.reached)
    return only


# ── One goal ──


def test_a_goal_shows_how_far_it_is_what_comes_next_and_each_step_in_order() -> None:
    shown = line((step(2), step(0, 9), step(3, rests=True), step(1)))
    assert (shown.done, shown.of, shown.progress) == (1, 3, "1 of 3")
    assert (shown.next, shown.next_id) == ("Step 1", id_text(80_001))
    assert [one.title for one in shown.steps] == ["Step 0", "Step 1", "Step 2", "Step 3"]
    assert [one.day for one in shown.steps] == ["11 Nov", "", "", ""]
    assert [one.rests for one in shown.steps] == [False, False, False, True]
    assert shown.bar(9) == "▓▓▓░░░░░░"
    assert not shown.complete


def test_a_goal_without_steps_has_no_bar_and_an_invitation() -> None:
    shown = line()
    assert (shown.bar(13), shown.progress, shown.next, shown.next_id) == (
        "",
        "one small first step is enough",
        "",
        "",
    )
    assert not shown.complete


def test_when_every_step_is_done_the_goal_may_be_reached() -> None:
    shown = line((step(0, 9), step(1, 1), step(2, rests=True)))
    assert shown.complete
    assert (shown.progress, shown.next) == ("all 2 steps done", "")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (None, ""),
        (TODAY + timedelta(40), "by 30 Dec"),
        (date(2027, 5, 20), "by 20 May 2027"),
        (TODAY, "today is the day"),
        (TODAY - timedelta(3), "first meant for 17 Nov"),
    ],
)
def test_a_target_is_said_kindly_before_and_after(target: date | None, words: str) -> None:
    shown = line(target_day=target.isoformat() if target else None)
    assert (shown.target_day, shown.target) == (target, words)


def test_a_reached_goal_says_when_and_no_target() -> None:
    shown = line(state="reached", reached_on=iso(18), target_day=iso(30))
    assert (shown.when, shown.target) == ("reached on 2 Nov", "")


@pytest.mark.parametrize(
    ("fields", "steps", "when"),
    [
        ({"reached_on": iso(3)}, (step(0, 9),), "reached on 17 Nov"),
        ({}, (step(0, 9), step(1, 12)), "reached on 11 Nov"),
        ({"updated_at": "2026-11-05T02:00:00+00:00"}, (), "reached on 4 Nov"),
    ],
)
def test_a_goal_reached_without_a_day_takes_its_last_steps_or_last_changes(
    fields: Row, steps: tuple[Row, ...], when: str
) -> None:
    assert line(steps, state="reached", **fields).when == when


def test_a_shelved_goal_says_since_when_where_it_is_known() -> None:
    assert line(state="shelved", shelved_on=iso(17)).when == "on the shelf since 3 Nov"
    assert line(state="shelved").when == "on the shelf"


# ── Still fun? ──


def test_still_fun_is_asked_at_the_newest_step_until_it_is_answered_there() -> None:
    steps = (step(0, 5), step(1, 2))
    newest = steps[1]["id"]
    assert line(steps).ask_fun == newest
    answered = [{"day": iso(2), "word": "so-so", "milestone": newest}]
    shown = line(steps, fun_checks=answered)
    assert (shown.ask_fun, shown.fun, shown.heavy) == ("", "so-so", False)
    elsewhere = [{"day": iso(0), "word": "yes", "milestone": steps[0]["id"]}]
    assert line(steps, fun_checks=elsewhere).ask_fun == newest


def test_a_step_reached_anew_after_it_was_taken_back_is_asked_about_again() -> None:
    steps = (step(0, 2),)
    earlier = [{"day": iso(5), "word": "yes", "milestone": steps[0]["id"]}]
    assert line(steps, fun_checks=earlier).ask_fun == steps[0]["id"]


@pytest.mark.parametrize("state", ["shelved", "reached", "wish"])
def test_nothing_is_asked_of_a_goal_that_is_not_under_way(state: str) -> None:
    assert line((step(0, 2),), state=state).ask_fun == ""


def test_nothing_is_asked_before_the_first_step() -> None:
    assert (line((step(0),)).ask_fun, line((step(0),)).fun) == ("", "")


def test_only_the_newest_answer_makes_a_goal_heavy() -> None:
    checks = [{"day": iso(3), "word": "heavy"}, {"day": iso(1), "word": "yes"}]
    assert line(fun_checks=checks[:1]).heavy
    assert not line(fun_checks=checks).heavy
    assert line(fun_checks=checks).fun == "still fun"


# ── Time together ──


@pytest.mark.parametrize(
    ("week", "month", "words"),
    [
        (0, 0, ""),
        (1, 1, "once this week"),
        (0, 1, "once this month"),
        (2, 5, "twice this week, 5 times this month"),
        (3, 1, "3 times this week, once this month"),
    ],
)
def test_time_together_is_said_without_a_nought(week: int, month: int, words: str) -> None:
    assert time_words(week, month) == words


def test_days_are_counted_by_goal_and_together_and_each_once() -> None:
    moments = (
        mark("project", 0, goal=GARDEN),
        mark("project", 0, goal=GARDEN, note="and again"),
        mark("project", 1, ALEX),
        mark("project", 9, goal=GARDEN),
        mark("project", 30, goal=GARDEN),
        mark("walk", 2),
    )
    shown = page(goals=[goal()], moments=moments, rituals=[PROJECT])
    assert shown.time == "twice this week, 3 times this month"
    assert shown.active[0].time == "once this week, twice this month"


def test_the_week_begins_when_the_couple_says() -> None:
    """The 15th of November 2026 is a Sunday, today a Friday."""
    moments = (mark("project", 5, goal=GARDEN),)
    for start, words in (("sunday", "once this week"), ("monday", "once this month")):
        held = documents(goals=[goal()], moments=moments, rituals=[PROJECT], agreed={"week_start": start})
        assert goals_page(at(held)).time == words


def test_the_rhythm_of_the_project_is_shown_unless_hidden() -> None:
    moments = tuple(mark("project", ago) for ago in (0, 7, 14))
    held: dict[str, Any] = {"goals": [goal()], "moments": moments, "rituals": [{**PROJECT, "since": iso(14)}]}
    shown = goals_page(at(documents(**held)))
    assert (shown.run, shown.kept) == ("3 weeks in a row", "kept 3 of the last 3 weeks")
    hidden = goals_page(at(documents(**held, agreed={"show_rhythm": False})))
    assert (hidden.run, hidden.kept, hidden.time, hidden.active[0].time) == ("", "", "", "")


def test_before_the_first_goal_no_rhythm_is_said() -> None:
    assert (page().run, page().kept, page().time) == ("", "", "")


# ── The page ──


def test_every_goal_stands_in_its_place_and_in_order() -> None:
    goals = [
        goal(1),
        goal(2),
        goal(3, "shelved", shelved_on=iso(9)),
        goal(4, "shelved", shelved_on=iso(2)),
        goal(5, "reached", reached_on=iso(90)),
        goal(6, "reached", reached_on=iso(3)),
        goal(7, "wish"),
        goal(8, **SET_ASIDE),
    ]
    shown = page(goals=goals)
    parts = (shown.active, shown.shelved, shown.reached, shown.later)
    assert [[one.title for one in part] for part in parts] == [
        ["Goal 1", "Goal 2"],
        ["Goal 4", "Goal 3"],
        ["Goal 6", "Goal 5"],
        ["Goal 7"],
    ]


def test_the_viewer_sees_their_own_wishes_and_nobody_sees_any() -> None:
    goals = [wish(ALEX, "Keep bees", offered=True), wish(SAM, "A raft"), wish(ALEX, "Wasps", **SET_ASIDE)]
    assert [one.title for one in page(ALEX, goals=goals).wishes] == ["Keep bees"]
    assert [(one.title, one.offered) for one in page(SAM, goals=goals).wishes] == [("A raft", False)]
    assert page("", goals=goals).wishes == ()
    assert page(ALEX, goals=goals).viewer_name == "Alex"


def test_steps_of_a_removed_goal_or_of_a_wish_stand_nowhere() -> None:
    goals = [goal(1), goal(2, **SET_ASIDE), wish(ALEX, "Bees", id=id_text(70_003))]
    milestones = [step(number, 1, goal=id_text(70_000 + number)) for number in (1, 2, 3)]
    library = at(documents(goals=goals, milestones=milestones)).library
    assert [one.title for one in library.milestones] == ["Step 1"]


def test_what_a_hand_has_spoilt_is_passed_over() -> None:
    goals = [goal(1), goal(2, state="dreamt"), goal(3, fun_checks="yes"), goal(4, title=7)]
    assert [one.title for one in page(goals=goals).active] == ["Goal 1"]


def test_goals_as_they_were_written_before_wishes_had_cards_are_read() -> None:
    bare = {"title": "Keep bees", "why_fun": "", "state": "active", "target_day": None, "by": ""}
    assert [one.title for one in page(goals=[bare]).active] == ["Keep bees"]


# ── The deck ──


def deck_home() -> Documents:
    return documents(
        goals=[
            wish(ALEX, "Sing in a choir", card="choir", id=id_text(70_001)),
            wish(SAM, "Know the birds of our street", card="birds"),
            goal(2, card="language"),
        ]
    )


def test_the_deck_marks_what_the_viewer_picked_and_what_is_a_goal() -> None:
    for viewer, picked in ((ALEX, {"choir"}), (SAM, {"birds"}), ("", set())):
        deck = wish_deck(at(deck_home()), viewer)
        assert {card.key for card in deck if card.wish} == picked
        assert {card.key for card in deck if card.goal} == {"language"}
        assert len(deck) == len(wish_cards())
    (choir,) = wish_deck(at(deck_home()), ALEX, words="choir rehearsal")
    assert choir.wish == id_text(70_001)


def test_the_deck_can_be_narrowed_and_mixed() -> None:
    home = at(deck_home())
    assert {card.theme for card in wish_deck(home, ALEX, theme="music")} == {"music"}
    mixed = wish_deck(home, ALEX, seed="a")
    assert mixed != wish_deck(home, ALEX)
    assert sorted(mixed) == sorted(wish_deck(home, ALEX))
