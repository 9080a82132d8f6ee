"""Dates and trips by keyboard: plan, live, take back, find again; and a surprise stays one."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.plans import actions
from screens.plans.screen import PlansScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tracker.acts.plans import happened, plan
from tracker.acts.rituals import did
from tracker.calendar.when import When
from tracker.records.plans import Plan


async def go_to(app: RekindleApp, pilot: Pilot[int], page: str) -> PlansScreen:
    await settle(pilot)
    await app.run_action(f"page('{page}')")
    await settle(pilot)
    assert isinstance(app.screen, PlansScreen)
    return app.screen


def only_plan(world: World) -> Plan:
    (found,) = world.at().library.plans
    return found


async def test_the_number_keys_lead_to_the_pages_and_back(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "2")
        await settle(pilot)
        assert app.current_mode == "dates"
        assert "This week" in text_of(app)
        await pilot.press("3")
        await settle(pilot)
        assert "November" in text_of(app)
        await pilot.press("1")
        await settle(pilot)
        assert app.current_mode == "today"


async def test_a_date_is_planned_lived_remembered_and_taken_back(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        actions.new_plan(screen)
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-title", Input).value = "Pasta [/] at ours"
        form.query_one("#field-start", Input).value = "today 7pm"
        await settle(pilot)
        assert "Friday 20 November 2026, 19:00" in text_of(app)
        form.action_save()
        await settle(pilot)
        assert "Pasta [/] at ours" in text_of(app)
        plan_id = only_plan(alex_here).id
        actions.tick_row(screen, f"plan:{plan_id}")
        assert only_plan(alex_here).state == "happened"
        assert alex_here.at().library.ledger.rhythm("date", date(2026, 11, 20)).run == 1
        actions.open_plan(screen, plan_id)
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-remark", Input).value = "Too much garlic"
        app.screen.action_save()
        await settle(pilot)
        assert [r.text for r in alex_here.at().library.remarks.about(plan_id)] == ["Too much garlic"]
        actions.step_back_row(screen, f"plan:{plan_id}")
        assert only_plan(alex_here).state == "planned"
        assert alex_here.at().library.ledger.rhythm("date", date(2026, 11, 20)).run == 0


async def test_without_a_day_it_waits_among_the_ideas(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "trips")
        actions.new_plan(screen)
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-title", Input).value = "The sea"
        app.screen.action_save()
        await settle(pilot)
        assert only_plan(alex_here).state == "idea"
        assert "The sea" in text_of(app)


async def test_a_refused_plan_stays_in_the_form(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        actions.new_plan(screen)
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-title", Input).value = "Something"
        form.query_one("#field-start", Input).value = "03/04"
        form.action_save()
        await settle(pilot)
        assert app.screen is form
        assert form.query_one("#field-title", Input).value == "Something"
        assert len(list(alex_here.at().library.plans)) == 0


async def test_the_other_one_sees_of_a_surprise_only_that_it_is_held(world: World) -> None:
    start = When(date(2026, 11, 27))
    world.do(
        partial(
            plan, by=world.sam.id, kind="date", title="SECRET", start=start, place="SECRET", surprise=True
        )
    )
    world.account.set_me(world.at().couple.id, world.alex.id)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        assert "SECRET" not in text_of(app)
        assert "a surprise" in text_of(app)
        actions.open_plan(screen, only_plan(world).id)
        await settle(pilot)
        assert "SECRET" not in text_of(app)
        assert "does not suit" in text_of(app)


async def test_both_answers_to_the_time_of_a_surprise_are_confirmed_and_its_planner_sees_them(
    world: World,
) -> None:
    start = When(date(2026, 11, 27))
    lanterns = partial(plan, kind="date", title="Lanterns", start=start, surprise=True)
    world.do(partial(lanterns, by=world.sam.id))
    world.account.set_me(world.at().couple.id, world.alex.id)
    app = world.app()

    async def todays(who: str) -> str:
        await app.run_action("page('today')")
        app.sitting.me = who
        app.reload()
        await settle(pilot)
        said = text_of(app)
        app.sitting.me = world.alex.id
        app.reload()
        return said

    async with app.run_test(size=(60, 24), notifications=True) as pilot:
        for label, said, suits in (
            ("All right", "Good: it stays as it is.", True),
            ("The time does not suit", "Sam sees that this time does not suit.", False),
            ("All right", "Sam sees that the time suits after all.", True),
        ):
            screen = await go_to(app, pilot, "dates")
            actions.open_plan(screen, only_plan(world).id)
            await settle(pilot)
            form = app.screen
            assert isinstance(form, Form)
            form.action_save() if label == "All right" else form.action_more(0)
            await settle(pilot)
            assert said in " ".join(text_of(app).replace("▌", " ").split())
            app.clear_notifications()
            assert ("Does not suit" in await todays(world.sam.id)) != suits
            for who in (world.alex.id, ""):
                assert "suit" not in await todays(who)


async def test_enter_leads_through_the_whole_form_and_the_cursor_stands_on_what_was_made(
    alex_here: World,
) -> None:
    for title, day in (("This week", date(2026, 11, 20)), ("Earlier", date(2026, 11, 26))):
        alex_here.do(partial(plan, by="", kind="date", title=title, start=When(day)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        await pilot.press("n", *"Pasta", "enter", *"27 nov 19:00", *["enter"] * 4)
        await pilot.press("right", *["enter"] * 4)
        await settle(pilot)
        assert app.screen is not screen, "one field is left"
        await pilot.press("right", "enter")
        await settle(pilot)
        made = next(one for one in alex_here.at().library.plans if one.title == "Pasta")
        assert (made.childcare, made.surprise, made.start) == ("needed", True, "2026-11-27T19:00")
        assert screen.query_one(Rows).chosen == f"here:{made.id}"


async def test_memories_are_found_by_a_word(alex_here: World) -> None:
    for title in ("Old cinema", "Long walk"):
        alex_here.do(partial(plan, by="", kind="date", title=title, start=When(date(2026, 11, 19))))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        for one in list(alex_here.at().library.plans):
            actions.tick_row(screen, f"plan:{one.id}")
        actions.open_memories(screen)
        await settle(pilot)
        app.screen.query_one("#memory-words", Input).value = "cinema"
        await settle(pilot)
        assert "Old cinema" in text_of(app)
        assert [row.id for row in app.screen.query_one("#memory-list", Rows).rows] == [
            one.id for one in alex_here.at().library.plans if one.title == "Old cinema"
        ]


async def test_memories_of_a_span_are_said_back(alex_here: World) -> None:
    for title, day in (("Old cinema", date(2025, 8, 4)), ("Long walk", date(2026, 11, 19))):
        alex_here.do(partial(plan, by="", kind="date", title=title, start=When(day)))
    for one in list(alex_here.at().library.plans):
        alex_here.do(partial(happened, plan_id=one.id, me=""))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        actions.open_memories(screen)
        await settle(pilot)
        when = app.screen.query_one("#memory-when", Input)
        when.value = "2025-06 to 2025-08"
        await settle(pilot)
        assert "1 of 2, from June 2025 to August 2025" in text_of(app)
        assert len(app.screen.query_one("#memory-list", Rows).rows) == 1
        when.value = "summ"
        await settle(pilot)
        assert "cannot be read" in text_of(app)
        assert len(app.screen.query_one("#memory-list", Rows).rows) == 2
        when.value = "2024"
        await settle(pilot)
        assert "Nothing like that is here, in 2024" in text_of(app)


async def test_the_calendar_opens_and_a_day_begins_a_plan(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        actions.open_calendar(screen)
        await settle(pilot)
        await pilot.press("right", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Form)
        assert app.screen.query_one("#field-start", Input).value == "2026-11-21"


async def test_an_end_is_told_from_the_start_and_follows_it(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        actions.new_plan(screen)
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        for key, value in (("title", "Stars"), ("start", "27 nov 7pm"), ("end", "1am")):
            form.query_one(f"#field-{key}", Input).value = value
        await settle(pilot)
        assert "Saturday 28 November 2026, 01:00" in text_of(app)
        form.query_one("#field-start", Input).value = "4 dec 7pm"
        await settle(pilot)
        assert "Saturday 5 December 2026, 01:00" in text_of(app)
        form.query_one("#field-start", Input).value = "some day"
        await settle(pilot)
        assert "Saturday 21 November 2026, 01:00" in text_of(app), "the next one, where no start can be read"
        form.query_one("#field-start", Input).value = "4 dec 7pm"
        form.action_save()
        await settle(pilot)
        assert only_plan(alex_here).end == "2026-12-05T01:00"


async def test_what_was_lived_in_another_year_says_so(alex_here: World) -> None:
    start, end = (When(date(2025, 11, 14), time(hour)) for hour in (19, 22))
    alex_here.do(partial(plan, by="", kind="date", title="Pasta", start=start, end=end))
    alex_here.do(partial(happened, plan_id=only_plan(alex_here).id, me=""))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go_to(app, pilot, "dates")
        assert "Fri 14 Nov 2025, 19:00" in text_of(app)


async def test_a_title_goes_before_what_is_open_about_it(alex_here: World) -> None:
    start, end = When(date(2026, 12, 11)), When(date(2026, 12, 13))
    alex_here.do(partial(plan, by="", kind="trip", title="Cabin by the lake", start=start, end=end))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await go_to(app, pilot, "dates")
        assert "Cabin by the lake  who books? " in text_of(app)


async def test_what_was_ticked_on_today_is_listed_on_dates_and_can_be_named(alex_here: World) -> None:
    alex_here.do(partial(did, key="date", by="", day=date(2026, 11, 18)))
    tick = alex_here.at().library.outings[0].id
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        assert "Wed 18 Nov" in text_of(app)
        assert "A date" in text_of(app)
        actions.step_back_row(screen, f"plan:{tick}")
        actions.let_go_row(screen, f"plan:{tick}")
        assert len(alex_here.at().library.outings) == 1
        actions.open_row(screen, f"here:{tick}")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-title", Input).value = "The [/] lake"
        form.query_one("#field-remark", Input).value = "You fell in."
        form.action_save()
        await settle(pilot)
        assert "The [/] lake" in text_of(app)
        assert "You fell in." in text_of(app)
        assert alex_here.at().library.ledger.rhythm("date", date(2026, 11, 20)).days == {date(2026, 11, 18)}
        app.action_undo()
        await settle(pilot)
        assert "The [/] lake" not in text_of(app)
        assert "A date" in text_of(app)
