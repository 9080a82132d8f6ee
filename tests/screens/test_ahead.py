"""Today's last lines: what comes up, and this day in other years."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial

from textual.widgets import Static

from screens.dialogs.form import Form
from screens.plans.memories import MemoriesDialog
from screens.today import actions
from screens.today.screen import TodayScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, rows, settle, text_of
from tracker.acts.plans import happened, let_go, plan
from tracker.calendar.when import When


def planned(world: World, title: str, day: date, *, by: str = "", surprise: bool = False) -> str:
    """Plan a date; returns its id."""
    start = When(day, time(19))
    world.do(partial(plan, by=by, kind="date", title=title, start=start, surprise=surprise))
    return next(one.id for one in world.at().library.plans if one.title == title)


async def test_what_comes_up_stands_there_with_what_is_open_and_opens(alex_here: World) -> None:
    start = When(date(2026, 11, 27))
    alex_here.do(partial(plan, by="", kind="date", title="Pasta [/]", start=start, childcare="needed"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        shown = text_of(app)
        assert "Coming up" in shown
        assert "Pasta [/]" in shown
        assert "what time? · childcare?" in shown
        (row,) = (one for one in rows(app) if one.startswith("plan:"))
        assert isinstance(app.screen, TodayScreen)
        actions.open_row(app.screen, row)
        await settle(pilot)
        assert isinstance(app.screen, Form)
        assert app.screen.heading() == "Pasta [/]"


async def test_nothing_of_ones_own_surprise_stays_in_view_after_handing_over(world: World) -> None:
    planned(world, "SECRET", date(2026, 11, 27), by=world.alex.id, surprise=True)
    world.account.set_me(world.at().couple.id, world.alex.id)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "SECRET" in text_of(app)
        app.sitting.me = world.sam.id
        assert isinstance(app.screen, TodayScreen)
        app.screen.reload()  # nothing is drawn between this and the next line
        assert not any("SECRET" in cell.text for row in app.screen.query_one(Rows).rows for cell in row.cells)
        await settle(pilot)
        assert "SECRET" not in text_of(app)
        assert "a surprise" in text_of(app)


async def test_a_memory_of_this_day_opens_in_the_stream(alex_here: World) -> None:
    old = planned(alex_here, "Long walk", date(2025, 11, 20))
    alex_here.do(partial(happened, plan_id=old, me=""))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "On this day     a year ago" in text_of(app)
        screen = app.screen
        assert isinstance(screen, TodayScreen)
        actions.open_row(screen, f"memory:{old}")
        await settle(pilot)
        assert isinstance(app.screen, MemoriesDialog)
        assert app.screen.query_one(Rows).chosen == old
        assert "Long walk" in str(app.screen.query_one("#memory-text", Static).content)


async def test_what_another_window_lets_go_goes_from_today_too(alex_here: World) -> None:
    known = planned(alex_here, "Pasta", date(2026, 11, 27))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Pasta" in text_of(app)
        alex_here.do(partial(let_go, plan_id=known, me=""))
        app.reload()
        await settle(pilot)
        assert "Pasta" not in text_of(app)


async def test_an_earlier_day_says_nothing_of_what_comes(alex_here: World) -> None:
    planned(alex_here, "Pasta", date(2026, 11, 27))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        app.screen.action_earlier()
        await settle(pilot)
        assert "Pasta" not in text_of(app)
        app.screen.action_go_to_today()
        await settle(pilot)
        assert "Pasta" in text_of(app)


async def test_the_next_day_has_its_own(alex_here: World) -> None:
    planned(alex_here, "Pasta", date(2026, 11, 20))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Coming up" in text_of(app)
        alex_here.clock.move_to(datetime(2026, 11, 22, 12, tzinfo=UTC))
        app.reload()
        await settle(pilot)
        assert "Coming up" not in text_of(app)


async def test_space_lives_what_has_begun_and_waits_with_what_has_not(alex_here: World) -> None:
    begun = planned(alex_here, "Pasta", date(2026, 11, 20))
    later = planned(alex_here, "Cinema", date(2026, 11, 27))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        actions.tick_row(app.screen, f"plan:{begun}")
        actions.tick_row(app.screen, f"plan:{later}")
        await settle(pilot)
        assert "from that day on" in text_of(app)
    states = {one.title: one.state for one in alex_here.at().library.plans}
    assert states == {"Pasta": "happened", "Cinema": "planned"}


async def test_a_plan_whose_day_is_over_is_asked_about_and_space_answers(alex_here: World) -> None:
    known = planned(alex_here, "Pasta", date(2026, 11, 14))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Did it happen?  Sat 14 Nov" in text_of(app)
        assert isinstance(app.screen, TodayScreen)
        actions.tick_row(app.screen, f"plan:{known}")
        await settle(pilot)
        assert "Did it happen?" not in text_of(app)
    (lived,) = alex_here.at().library.plans
    assert lived.state == "happened"


async def test_a_surprise_is_told_at_its_hour_while_the_app_stands_open(world: World) -> None:
    planned(world, "Lanterns", date(2026, 11, 20), by=world.alex.id, surprise=True)
    world.account.set_me(world.at().couple.id, world.sam.id)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        for page in ("dates", "today"):
            app.action_page(page)
            await settle(pilot)
            assert "Lanterns" not in text_of(app)
        world.clock.move_to(datetime(2026, 11, 20, 18, 59, 59, tzinfo=UTC))
        app.look_around()
        await settle(pilot)
        assert "Lanterns" not in text_of(app)
        world.clock.move_to(datetime(2026, 11, 20, 19, tzinfo=UTC))
        app.look_around()
        await settle(pilot)
        assert "Lanterns" in text_of(app)
        app.action_page("dates")  # a page that was opened before, and not shown while it began
        await settle(pilot)
        assert "Lanterns" in text_of(app)
