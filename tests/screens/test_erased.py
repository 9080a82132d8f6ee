"""Everything was erased in another window, while this one is open."""

from __future__ import annotations

from datetime import date
from functools import partial

from screens.app import RekindleApp
from screens.goals.compare import CompareDialog
from screens.lookup.dialog import LookupDialog
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tracker.acts.beginnings import add_beginning
from tracker.acts.entries import appreciate
from tracker.acts.goals import start_goal
from tracker.acts.plans import plan
from tracker.acts.reviews import resolve
from tracker.calendar.when import When
from tracker.store.memory import MemoryStore

PAGES = ("goals", "review", "journey", "dates", "trips", "today")
TODAY = date(2026, 11, 20)


def furnish(world: World) -> None:
    """Something SECRET for every page."""
    alex = world.alex.id
    world.do(partial(appreciate, by=alex, text="SECRET note"), alex)
    world.do(partial(start_goal, name="SECRET goal", steps=("SECRET step",)))
    world.do(partial(resolve, quarter="2026Q4", text="SECRET resolution"))
    world.do(partial(add_beginning, by=alex, text="SECRET beginning", on=TODAY))
    world.do(partial(plan, by="", kind="date", title="SECRET date", start=When(TODAY, None)))
    world.do(partial(plan, by="", kind="trip", title="SECRET trip", start=When(TODAY, None)))


def erase(app: RekindleApp, world: World) -> None:
    """As the window notices it at its next look around."""
    app.sitting.store = MemoryStore(world.clock)
    app.call_later(app.reload)


async def test_what_was_erased_goes_from_view_and_no_key_stumbles_over_it(alex_here: World) -> None:
    furnish(alex_here)
    app = alex_here.app()
    async with app.run_test(size=(80, 50)) as pilot:
        for page in PAGES:
            await app.run_action(f"page('{page}')")
            await settle(pilot)
            assert "SECRET" in text_of(app) or page == "journey"
        erase(app, alex_here)
        for page in PAGES:
            await app.run_action(f"page('{page}')")
            await settle(pilot)
            assert "SECRET" not in text_of(app), page
            await pilot.press("enter", "space", "down", "escape")
            assert app.is_running and len(app.screen_stack) == 1


async def test_a_dialog_that_is_open_meanwhile_refuses_calmly(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for dialog in (CompareDialog(), LookupDialog()):
            await app.push_screen(dialog)
            before, app.sitting.store = app.sitting.store, MemoryStore(alex_here.clock)
            app.call_later(app.reload)
            await pilot.press("r", "p")
            assert app.is_running
            app.sitting.store = before
            await pilot.press("escape")
