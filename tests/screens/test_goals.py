"""Goals by keyboard: one with five steps made, lived, taken back and found again; asked whether it is fun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.goals import actions
from screens.goals.fun import FunDialog, HeavyDialog, SmallerDialog
from screens.goals.goal import GoalDialog
from screens.goals.screen import GoalsScreen
from screens.goals.there import ThereDialog
from screens.plans.memories import MemoriesDialog
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_hostile import HOSTILE, assert_clean, name_of
from tracker.acts.couple import change_couple
from tracker.acts.goals import change_goal, check_fun, log_time, reach_goal, shelve_goal, start_goal
from tracker.acts.milestones import add_milestone, reach_milestone, rename_milestone
from tracker.acts.removal import remove
from tracker.records.goals import Goal, Steps
from tracker.store.changes import Change

TODAY = date(2026, 11, 20)
STEPS = ("Choose a song", "Learn the tune", "Rehearse", "Sing it to Nell", "Record it")


async def go(app: RekindleApp, pilot: Pilot[int]) -> GoalsScreen:
    await settle(pilot)
    await app.run_action("page('goals')")
    await settle(pilot)
    assert isinstance(app.screen, GoalsScreen)
    return app.screen


def begun(world: World, name: str = "Sing a duet", steps: tuple[str, ...] = STEPS) -> Goal:
    """A goal that is under way."""
    world.do(partial(start_goal, name=name, why_fun="We giggle", steps=steps))
    return world.at().library.goals.in_state("active")[-1]


def goal(world: World) -> Goal:
    (found,) = world.at().library.goals
    return found


def steps_of(world: World) -> Steps:
    return world.at().library.milestones.of(goal(world).id)


def done(world: World) -> list[str]:
    return [step.title for step in steps_of(world).done]


async def open_dialog(app: RekindleApp, pilot: Pilot[int], goal_id: str) -> GoalDialog:
    screen = await go(app, pilot)
    actions.open_goal(screen, goal_id)
    await settle(pilot)
    assert isinstance(app.screen, GoalDialog)
    return app.screen


async def not_now(app: RekindleApp, pilot: Pilot[int]) -> None:
    await settle(pilot)
    assert isinstance(app.screen, FunDialog | ThereDialog)
    app.screen.action_leave()
    await settle(pilot)


async def test_a_goal_with_five_steps_is_made_by_keyboard_alone(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go(app, pilot)
        await pilot.press("n", *"Duet", "enter", *"Fun", "enter", *"in 3 months")
        await settle(pilot)
        assert "Saturday 20 February 2027" in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, GoalDialog)
        for number in range(1, 6):
            await pilot.press(*f"s{number}", "enter")
        await settle(pilot)
        assert "5 steps ahead · by 20 Feb 2027" in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, GoalsScreen)
        assert app.screen.chosen == f"goal:{goal(alex_here).id}"
        assert "next: s1" in text_of(app)
    assert (goal(alex_here).title, goal(alex_here).why_fun) == ("Duet", "Fun")
    assert [step.title for step in steps_of(alex_here)] == ["s1", "s2", "s3", "s4", "s5"]


async def test_it_is_lived_one_step_taken_back_and_found_again(alex_here: World) -> None:
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, goal(alex_here).id)
        rows = dialog.query_one(Rows)
        for step in STEPS:
            rows.choose(next(one.id for one in steps_of(alex_here) if one.title == step))
            rows.action_tick()
            await not_now(app, pilot)
        assert done(alex_here) == list(STEPS)
        assert "all 5 steps done" in text_of(app)
        rows.action_tick()
        await settle(pilot)
        assert done(alex_here) == list(STEPS[:4])
        assert app.screen is dialog
        dialog.action_reached()
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-day", Input).value = "yesterday"
        app.screen.action_save()
        await settle(pilot)
        assert (goal(alex_here).state, goal(alex_here).reached_on) == ("reached", TODAY - timedelta(days=1))
        await pilot.press("escape", "m")
        await settle(pilot)
        assert isinstance(app.screen, MemoriesDialog)
        app.screen.query_one("#memory-words", Input).value = "duet"
        await settle(pilot)
        assert "Sing a duet" in text_of(app)
        await pilot.press("escape", "y")
        assert goal(alex_here).state == "active"


async def test_on_the_page_space_reaches_and_y_takes_back_and_u_too(alex_here: World) -> None:
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go(app, pilot)
        await pilot.press("space")
        await not_now(app, pilot)
        assert done(alex_here) == ["Choose a song"]
        assert "1 of 5" in text_of(app)
        await pilot.press("y")
        assert done(alex_here) == []
        await pilot.press("u")
        assert done(alex_here) == ["Choose a song"]
        await pilot.press("u")
        assert done(alex_here) == []


async def test_a_goal_opens_at_the_next_step(alex_here: World) -> None:
    begun(alex_here)
    first, second, *_ = steps_of(alex_here)
    alex_here.do(partial(reach_milestone, milestone_id=first.id))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, goal(alex_here).id)
        assert dialog.query_one(Rows).chosen == second.id


async def test_when_all_steps_are_done_the_page_says_how_to_be_there(alex_here: World) -> None:
    begun(alex_here)
    for step in list(steps_of(alex_here)):
        alex_here.do(partial(reach_milestone, milestone_id=step.id))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go(app, pilot)
        assert "all 5 steps done" in text_of(app)
        assert "all done; h when you are there" in text_of(app)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, Form)
        await pilot.press("enter")
        await settle(pilot)
    assert goal(alex_here).reached_on == TODAY


async def test_a_step_gets_other_words_and_another_day(alex_here: World) -> None:
    begun(alex_here)
    first = next(iter(steps_of(alex_here)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, goal(alex_here).id)
        dialog.query_one(Rows).action_open()
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-title", Input).value = "Choose two songs"
        form.query_one("#field-day", Input).value = "tomorrow"
        form.action_save()
        await settle(pilot)
        assert isinstance(app.screen, Form)
        assert steps_of(alex_here).get(first.id) == first
        form.query_one("#field-day", Input).value = "3 days ago"
        form.action_save()
        await not_now(app, pilot)
    step = steps_of(alex_here).get(first.id)
    assert step is not None
    assert (step.title, step.done_on) == ("Choose two songs", date(2026, 11, 17))


async def test_steps_move_rest_and_go_and_come_back(alex_here: World) -> None:
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, goal(alex_here).id)
        await pilot.press("J", "J", "K")
        assert [step.title for step in steps_of(alex_here)][:2] == ["Learn the tune", "Choose a song"]
        dialog.query_one(Rows).action_open()
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.action_more(0)
        await settle(pilot)
        assert [step.title for step in steps_of(alex_here).resting] == ["Choose a song"]
        await pilot.press("delete", "enter")
        assert len(steps_of(alex_here)) == 4
        await pilot.press("u")
        assert len(steps_of(alex_here)) == 5


@pytest.mark.parametrize(("key", "word"), [("y", "yes"), ("o", "so-so"), ("g", "heavy"), ("escape", "")])
async def test_still_fun_is_asked_at_a_step_and_may_stay_open(alex_here: World, key: str, word: str) -> None:
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go(app, pilot)
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, FunDialog)
        assert "“Choose a song” is done." in text_of(app)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, HeavyDialog) == (word == "heavy")
    checks = goal(alex_here).fun_checks
    assert [(check.word, check.milestone) for check in checks] == (
        [(word, steps_of(alex_here).done[0].id)] if word else []
    )


@pytest.mark.parametrize("inside", [False, True], ids=["on the page", "in the goal"])
@pytest.mark.parametrize("key", ["y", "a", "escape"])
async def test_at_the_last_step_it_asks_whether_they_are_there(
    alex_here: World, key: str, inside: bool
) -> None:
    begun(alex_here, steps=("Sing it",))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await (open_dialog(app, pilot, goal(alex_here).id) if inside else go(app, pilot))
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, ThereDialog)
        shown = text_of(app)
        assert "Are you there?" in shown and "“Sing it” is done" in shown and "fun" not in shown
        await pilot.press(key)
        await settle(pilot)
        assert ("You are there." in text_of(app)) == (key == "y")
        if key == "a":
            await pilot.press(*"Encore", "enter")
            await settle(pilot)
    assert goal(alex_here).state == ("reached" if key == "y" else "active")
    assert [one.title for one in steps_of(alex_here)] == ["Sing it", *(["Encore"] if key == "a" else [])]
    assert goal(alex_here).fun_checks == ()


async def test_a_last_step_of_another_day_is_the_day_they_got_there(alex_here: World) -> None:
    begun(alex_here, steps=("Sing it",))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await open_dialog(app, pilot, goal(alex_here).id)
        await pilot.press("enter", "tab", *"wed", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ThereDialog)
        await pilot.press("y")
        await settle(pilot)
        assert goal(alex_here).reached_on == date(2026, 11, 18)
        await pilot.press("u")
        await settle(pilot)
    assert goal(alex_here).state == "active"
    assert done(alex_here) == ["Sing it"]


async def test_a_step_is_time_for_the_goal_and_is_taken_back_at_its_goal(alex_here: World) -> None:
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await go(app, pilot)
        await pilot.press("space", "escape")
        await settle(pilot)
        assert "once this week" in text_of(app)
        await pilot.press("1", "escape")
        await settle(pilot)
        rows = app.screen.query_one(Rows)
        rows.choose("ritual:project")
        rows.action_tick()
        await settle(pilot)
        assert "A step you reached marks this day" in text_of(app)
        await pilot.press("u")
        await settle(pilot)
    assert done(alex_here) == []
    assert not alex_here.at().library.ledger.marks("project")


async def test_an_older_step_asks_nothing(alex_here: World) -> None:
    begun(alex_here)
    first, second, *_ = steps_of(alex_here)
    alex_here.do(partial(reach_milestone, milestone_id=second.id))
    alex_here.do(partial(check_fun, goal_id=goal(alex_here).id, word="yes", milestone=second.id))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go(app, pilot)
        assert "still fun?" not in text_of(app)
        actions.tick_row(screen, screen.chosen)
        await settle(pilot)
        assert app.screen is screen
    assert {step.id for step in steps_of(alex_here).done} == {first.id, second.id}


async def test_what_is_heavy_becomes_smaller(alex_here: World) -> None:
    begun(alex_here)
    alex_here.do(partial(check_fun, goal_id=goal(alex_here).id, word="heavy"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go(app, pilot)
        assert "getting heavy" in text_of(app)
        await pilot.press("f", "s")
        await settle(pilot)
        assert isinstance(app.screen, SmallerDialog)
        rows = app.screen.query_one(Rows)
        for place in (2, 4):
            rows.choose(rows.rows[place].id)
            rows.action_tick()
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "getting heavy" not in text_of(app)
    assert [step.title for step in steps_of(alex_here).resting] == ["Rehearse", "Record it"]
    assert len(steps_of(alex_here).counted) == 3


async def test_what_is_heavy_rests_on_the_shelf_and_is_taken_up_again(alex_here: World) -> None:
    begun(alex_here)
    alex_here.do(partial(check_fun, goal_id=goal(alex_here).id, word="heavy"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go(app, pilot)
        await pilot.press("f", "l")
        await settle(pilot)
        assert app.screen is screen
        assert goal(alex_here).state == "shelved"
        assert "on the shelf since 20 Nov" in text_of(app)
        await pilot.press("l")
        assert goal(alex_here).state == "active"


@pytest.mark.parametrize(
    ("act", "offered", "label"),
    [
        (None, {"t", "f", "h", "l"}, "Shelf  l"),
        (shelve_goal, {"l"}, "Take up again  l"),
        (reach_goal, {"y"}, "Under way again  y"),
    ],
)
async def test_a_goal_offers_the_keys_that_mean_something_now(
    alex_here: World, act: Callable[..., list[Change]] | None, offered: set[str], label: str
) -> None:
    known = begun(alex_here)
    if act:
        alex_here.do(partial(act, goal_id=known.id))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, known.id)
        live = {key for key, active in dialog.active_bindings.items() if active.enabled}
        assert live & {"t", "f", "h", "l", "y", "g"} == offered
        assert label in text_of(app)


async def test_time_together_is_kept_for_a_past_day_and_shows(alex_here: World) -> None:
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go(app, pilot)
        actions.log_time_on(screen, screen.chosen)
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-note", Input).value = "Sang on the stairs"
        form.query_one("#field-day", Input).value = "yesterday"
        form.action_save()
        await settle(pilot)
        assert "once this week" in text_of(app)
        assert "1 week so far" in text_of(app)
    (time,) = alex_here.at().library.project_time.on(goal(alex_here).id)
    assert (time.note, time.day) == ("Sang on the stairs", TODAY - timedelta(days=1))


async def test_no_figure_of_a_rhythm_shows_where_both_hid_them(alex_here: World) -> None:
    known = begun(alex_here)
    alex_here.do(partial(log_time, goal_id=known.id))
    alex_here.do(partial(change_couple, show_rhythm=False))
    app = alex_here.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await go(app, pilot)
        assert "this week" not in text_of(app)
        assert "so far" not in text_of(app)


async def test_two_windows_change_one_goal_at_once_and_lose_nothing(alex_here: World) -> None:
    known = begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, known.id)
        dialog.action_change()
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-title", Input).value = "Sing a trio"
        alex_here.do(partial(change_goal, goal_id=known.id, title="Sing a canon", why_fun="Nell joins in"))
        alex_here.do(partial(add_milestone, goal_id=known.id, name="Bow"))
        form.action_save()
        await settle(pilot)
        assert (goal(alex_here).title, goal(alex_here).why_fun) == ("Sing a trio", "Nell joins in")
        assert "Bow" in text_of(app)
        dialog.action_change()
        await settle(pilot)
        assert "“Sing a canon”" in text_of(app)


async def test_what_is_being_typed_stays_when_another_window_writes(alex_here: World) -> None:
    known = begun(alex_here)
    step = next(iter(steps_of(alex_here)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await open_dialog(app, pilot, known.id)
        dialog.query_one("#goal-step", Input).value = "Half a st"
        alex_here.do(partial(rename_milestone, milestone_id=step.id, name="Choose three"))
        app.reload()
        await settle(pilot)
        assert dialog.query_one("#goal-step", Input).value == "Half a st"
        assert "Choose three" in text_of(app)
        dialog.action_leave()
        await settle(pilot)
        assert app.screen is dialog


async def test_a_removed_goal_comes_back_with_its_steps(alex_here: World) -> None:
    known = begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go(app, pilot)
        await pilot.press("delete")
        assert len(alex_here.at().library.goals) == 1
        await pilot.press("delete")
        await settle(pilot)
        assert len(alex_here.at().library.goals) == 0
        assert "begin a goal that you both have in mind" in text_of(app)
        await pilot.press("u")
        assert goal(alex_here).id == known.id
        assert len(steps_of(alex_here)) == 5


async def test_a_goal_that_goes_while_it_is_open_says_so(alex_here: World) -> None:
    known = begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await open_dialog(app, pilot, known.id)
        alex_here.do(partial(remove, table="goals", record_id=known.id, me=alex_here.sam.id))
        app.reload()
        await settle(pilot)
        assert "removed meanwhile" in text_of(app)
        await pilot.press("e", "t", "h", "l", "space", "escape")
        await settle(pilot)
        assert isinstance(app.screen, GoalsScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 60), (30, 8)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_no_text_is_obeyed(alex_here: World, size: tuple[int, int]) -> None:
    for number, text in enumerate(HOSTILE):
        name = f"{name_of(text)}{number}"
        why, steps = f"w{text}", (name_of(text), name_of(text) + "b")
        alex_here.do(partial(start_goal, name=name, why_fun=why[:9000], steps=steps))
        if number % 3 == 1:
            newest = alex_here.at().library.goals.in_state("active")[-1]
            alex_here.do(partial(shelve_goal, goal_id=newest.id))
        if number % 3 == 2:
            newest = alex_here.at().library.goals.in_state("active")[-1]
            alex_here.do(partial(reach_goal, goal_id=newest.id))
    app = alex_here.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await go(app, pilot)
        assert_clean(app)
        for row in [row.id for row in screen.query_one(Rows).rows if row.id.startswith("goal:")]:
            actions.open_row(screen, row)
            await settle(pilot)
            assert isinstance(app.screen, GoalDialog)
            assert_clean(app)
            app.screen.query_one(Rows).action_open()
            await settle(pilot)
            assert_clean(app)
            app.pop_screen()
            app.pop_screen()
            await settle(pilot)
