"""The checklist of a plan by keyboard, from the list and from the plan's form."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual.widgets import Input

from screens.dialogs.form import Form
from screens.plans import actions
from screens.plans.checklist import ChecklistDialog
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_trips import trip, trips
from tracker.acts.checklists import tick_item
from tracker.acts.plans import plan
from tracker.calendar.when import When
from tracker.records.plans import Plan


def the_trip(world: World) -> Plan:
    (found,) = world.at().library.plans
    return found


async def test_things_are_ticked_added_moved_reworded_and_taken_off(alex_here: World) -> None:
    trip(alex_here, "The sea", date(2026, 12, 4))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await trips(app, pilot)
        await pilot.press("right", "l")
        await settle(pilot)
        dialog = app.screen
        assert isinstance(dialog, ChecklistDialog)
        assert the_trip(alex_here).still_open() == ("who books?", "2 more on the list")
        await pilot.press("space")
        assert the_trip(alex_here).still_open() == ("2 more on the list",)
        await pilot.press("n", *"Boots [/]", "enter")
        await settle(pilot)
        assert "Boots [/]" in text_of(app)
        assert dialog.query_one("#more-to-do", Input).value == ""
        await pilot.press("enter", "end", "left_square_bracket", "left_square_bracket")
        await settle(pilot)
        assert [item.text for item in the_trip(alex_here).items] == [
            "Booking",
            "Boots [/]",
            "Packing",
            "Money",
        ]
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-text", Input).value = "Both pairs"
        app.screen.action_save()
        await settle(pilot)
        assert isinstance(app.screen, ChecklistDialog)
        assert "Both pairs" in text_of(app)
        await pilot.press("delete", "delete")
        await settle(pilot)
        assert [item.text for item in the_trip(alex_here).items] == ["Booking", "Packing", "Money"]
        assert dialog.query_one(Rows).has_focus


async def test_it_opens_from_the_form_and_what_was_typed_there_is_kept(alex_here: World) -> None:
    trip(alex_here, "The sea", date(2026, 12, 4))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen, _ = await trips(app, pilot)
        actions.open_plan(screen, the_trip(alex_here).id)
        await settle(pilot)
        app.screen.query_one("#field-place", Input).value = "Whitby"
        assert isinstance(app.screen, Form)
        app.screen.action_follow("list")
        await settle(pilot)
        assert isinstance(app.screen, ChecklistDialog)
    assert the_trip(alex_here).place == "Whitby"


async def test_a_step_from_the_form_keeps_what_was_typed_first(alex_here: World) -> None:
    trip(alex_here, "The sea", date(2026, 12, 4))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen, _ = await trips(app, pilot)
        actions.open_plan(screen, the_trip(alex_here).id)
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-notes", Input).value = "Bring the map"
        await pilot.click("#more-1")
        await settle(pilot)
    assert (the_trip(alex_here).notes, the_trip(alex_here).state) == ("Bring the map", "idea")


async def test_what_another_window_ticks_shows_and_nothing_typed_goes(alex_here: World) -> None:
    known = trip(alex_here, "The sea", date(2026, 12, 4))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen, _ = await trips(app, pilot)
        actions.open_checklist(screen, f"plan:{known.id}")
        await settle(pilot)
        app.screen.query_one("#more-to-do", Input).value = "half a th"
        alex_here.do(partial(tick_item, plan_id=known.id, item_id="packing", me=alex_here.sam.id))
        app.reload()
        await settle(pilot)
        assert "✓ Packing" in text_of(app)
        assert app.screen.query_one("#more-to-do", Input).value == "half a th"
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ChecklistDialog), "words that are not kept are asked about"


async def test_the_list_of_a_held_surprise_stays_shut(alex_here: World) -> None:
    by = alex_here.sam.id
    alex_here.do(
        partial(plan, by=by, kind="trip", title="SECRET", start=When(date(2026, 12, 4)), surprise=True)
    )
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen, _ = await trips(app, pilot)
        actions.open_checklist(screen, f"plan:{the_trip(alex_here).id}")
        await settle(pilot)
        assert app.screen is screen
        assert "a surprise until it begins" in text_of(app)
