"""Trips: the year's months as cards, by keys and by mouse, and the list below them in one flow."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

from textual.pilot import Pilot
from textual.widgets import Input, Tooltip

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.plans import actions
from screens.plans.lived import KeepDateDialog
from screens.plans.trips import Below, TripsScreen
from screens.widgets.cards import Cards
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tracker.acts.plans import happened, plan
from tracker.acts.rituals import change_ritual
from tracker.calendar.when import When
from tracker.records.plans import Plan


def trip(world: World, title: str, first: date, last: date | None = None) -> Plan:
    end = When(last) if last else None
    world.do(partial(plan, by="", kind="trip", title=title, start=When(first), end=end))
    return next(one for one in world.at().library.plans if one.title == title)


async def trips(app: RekindleApp, pilot: Pilot[int]) -> tuple[TripsScreen, Cards]:
    await settle(pilot)
    await app.run_action("page('trips')")
    await settle(pilot)
    assert isinstance(app.screen, TripsScreen)
    return app.screen, app.screen.query_one(Cards)


async def test_the_running_month_is_chosen_and_arrows_cross_the_years(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        _, cards = await trips(app, pilot)
        assert (cards.chosen, cards.has_focus) == ("2026-11-01", True)
        assert "November, now" in text_of(app)
        await pilot.press("right", "right")
        await settle(pilot)
        assert cards.chosen == "2027-01-01"
        assert "2027" in text_of(app)
        await pilot.press("left")
        await settle(pilot)
        assert cards.chosen == "2026-12-01"
        await pilot.press("pagedown", "up")
        await settle(pilot)
        assert cards.chosen == "2027-09-01"
        await pilot.press("home")
        await settle(pilot)
        assert cards.chosen == "2026-11-01"


async def test_enter_on_an_empty_month_plans_a_weekend_there(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await trips(app, pilot)
        await pilot.press("right", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Form)
        values = app.screen.values()
        assert (values["start"], values["end"]) == ("2026-12-04", "2026-12-06")
        app.screen.query_one("#field-title", Input).value = "The sea"
        app.screen.action_save()
        await settle(pilot)
        assert "─ 4–6 ◆" in text_of(app) or "━ 4–6 ◆" in text_of(app)
        assert "The sea" in text_of(app)
        assert app.screen.query_one(Cards).has_focus


async def test_enter_opens_the_months_trip_and_of_several_leads_to_the_list(alex_here: World) -> None:
    trip(alex_here, "One", date(2026, 12, 4))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        _, cards = await trips(app, pilot)
        await pilot.press("right", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Form)
        assert app.screen.heading() == "One"
        await pilot.press("escape")
        two = trip(alex_here, "Two", date(2026, 12, 18))
        app.reload()
        await settle(pilot)
        assert "and 1 more" in text_of(app)
        cards.action_open()
        await settle(pilot)
        below = app.screen.query_one(Below)
        assert below.has_focus
        below.action_down()
        assert below.chosen == f"here:{two.id}"


async def test_down_past_the_last_row_leads_to_the_list_and_up_back(alex_here: World) -> None:
    waiting = trip(alex_here, "Last week", date(2026, 11, 13))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        _, cards = await trips(app, pilot)
        assert "Did it happen?" in text_of(app)
        await pilot.press("down")
        await settle(pilot)
        below = app.screen.query_one(Below)
        assert below.has_focus
        assert below.chosen == f"plan:{waiting.id}"
        await pilot.press("up")
        await settle(pilot)
        assert cards.has_focus
        await pilot.press("tab")
        assert below.has_focus


async def test_nothing_of_the_chosen_trip_is_cut_at_80_by_24(alex_here: World) -> None:
    title = "The little hotel with the library and its tower room"
    trip(alex_here, title, date(2026, 12, 18), date(2026, 12, 20))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await trips(app, pilot)
        await pilot.press("right")
        await settle(pilot)
        shown = text_of(app)
        assert title in shown
        assert "Fri 18 – Sun 20 Dec   who books? · 2 more on the list" in shown
        for month in ("January", "June", "September", "December"):
            assert month in shown


async def test_a_click_chooses_a_card_and_a_second_one_opens_it(alex_here: World) -> None:
    trip(alex_here, "The sea [/]", date(2026, 12, 4))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        _, cards = await trips(app, pilot)
        assert await pilot.click(Cards, offset=(60, 10))
        await settle(pilot)
        assert cards.chosen == "2026-12-01"
        assert "The sea [/]" in text_of(app)
        assert await pilot.click(Cards, offset=(60, 10))
        await settle(pilot)
        assert isinstance(app.screen, Form)


async def test_a_quiet_month_says_nothing(alex_here: World) -> None:
    """Months go by without a trip: their cards have a mark and no word."""
    app = alex_here.app()
    alex_here.do(partial(change_ritual, key="trip", since=date(2026, 8, 1)))
    alex_here.do(partial(plan, by="", kind="trip", title="Once", start=When(date(2026, 8, 7))))
    (once,) = alex_here.at().library.plans
    alex_here.do(partial(happened, plan_id=once.id, me=""))
    async with app.run_test(size=SIZE) as pilot:
        _, cards = await trips(app, pilot)
        october = next(card for card in cards.cards if card.id == "2026-10-01")
        assert (october.mark, october.title, october.aside) == ("○", "", "")


async def test_a_trip_that_happened_may_count_as_that_weeks_date(alex_here: World) -> None:
    trip(alex_here, "The sea", date(2026, 11, 20))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await trips(app, pilot)
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, KeepDateDialog)
        assert not alex_here.at().library.ledger.rhythm("date", date(2026, 11, 20)).happened
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, TripsScreen)
        ledger = alex_here.at().library.ledger
        assert ledger.rhythm("date", date(2026, 11, 20)).state == "kept"
        assert ledger.rhythm("trip", date(2026, 11, 20)).state == "kept"


async def test_only_the_trip_is_an_answer_too(alex_here: World) -> None:
    trip(alex_here, "The sea", date(2026, 11, 20))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await trips(app, pilot)
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert isinstance(app.screen, TripsScreen)
    ledger = alex_here.at().library.ledger
    assert not ledger.rhythm("date", date(2026, 11, 20)).happened
    assert ledger.rhythm("trip", date(2026, 11, 20)).state == "kept"


async def test_a_week_that_has_its_date_is_not_asked_about(alex_here: World) -> None:
    alex_here.do(partial(plan, by="", kind="date", title="Walk", start=When(date(2026, 11, 18))))
    (walk,) = alex_here.at().library.plans
    alex_here.do(partial(happened, plan_id=walk.id, me=""))
    trip(alex_here, "The sea", date(2026, 11, 20))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await trips(app, pilot)
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, TripsScreen)


async def test_the_year_turns_with_the_clock_while_it_is_followed(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen, cards = await trips(app, pilot)
        alex_here.clock.moment = datetime(2027, 1, 1, 12, tzinfo=UTC)
        screen.reload()
        await settle(pilot)
        assert [card.id for card in cards.cards if card.now] == ["2027-01-01"]


async def test_of_a_held_trip_the_card_says_no_more_than_when(alex_here: World) -> None:
    start, end = When(date(2026, 12, 4)), When(date(2026, 12, 6))
    by = alex_here.sam.id
    alex_here.do(
        partial(plan, by=by, kind="trip", title="SECRET", place="SECRET", start=start, end=end, surprise=True)
    )
    app = alex_here.app()
    async with app.run_test(size=(120, 40)) as pilot:
        _, cards = await trips(app, pilot)
        await pilot.press("right")
        await settle(pilot)
        shown = text_of(app)
        assert "A trip, held" in shown
        assert "Fri 4 – Sun 6 Dec" in shown
        assert "SECRET" not in shown
        assert not any("SECRET" in str(card) for card in cards.cards)


async def test_a_new_trip_is_what_the_next_key_is_about(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen, cards = await trips(app, pilot)
        await pilot.press("down")
        assert not cards.has_focus
        actions.new_plan(screen)
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-title", Input).value = "The sea"
        app.screen.query_one("#field-start", Input).value = "4 dec"
        app.screen.action_save()
        await settle(pilot)
        (made,) = alex_here.at().library.plans
        assert screen.row() == f"here:{made.id}"


async def test_what_the_pointer_is_told_of_a_card_is_never_markup(alex_here: World) -> None:
    trip(alex_here, "Cabin [/] [red]by the sea", date(2026, 11, 27))
    app = alex_here.app()
    async with app.run_test(size=SIZE, tooltips=True) as pilot:
        screen, cards = await trips(app, pilot)
        assert await pilot.hover(Cards, offset=(40, 10))
        screen._handle_tooltip_timer(cards)
        await settle(pilot)
        assert "Cabin [/] [red]by the sea" in str(screen.query_one(Tooltip).visual)
