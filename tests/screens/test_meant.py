"""A day long before they began, and an odd clock, are asked about before anything is kept."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.today.screen import TodayScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tracker.acts.rituals import did

LONG_AGO = date(1926, 11, 20)


def said(app: RekindleApp) -> str:
    """What stands on the screen, however it is wrapped in a card or a message."""
    return " ".join(text_of(app).replace("│", " ").replace("▌", " ").split())


async def test_a_note_of_another_century_is_kept_once_enter_says_so_again(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        app.screen._go(LONG_AGO)
        await settle(pilot)
        await pilot.press(*"Warm tea", "enter")
        await settle(pilot)
        assert "Is that meant?" in said(app)
        assert not len(alex_here.at().library.appreciations)
        assert app.screen.query_one("#note", Input).value == "Warm tea"
        await pilot.press("enter")
        await settle(pilot)
        assert [note.day for note in alex_here.at().library.appreciations] == [LONG_AGO]
        assert app.screen.query_one("#note", Input).value == ""
        await pilot.press(*"Again", "enter")
        await settle(pilot)
        assert len(alex_here.at().library.appreciations) == 2, "it is asked once"


async def test_another_key_than_the_one_that_asked_keeps_nothing(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        app.screen._go(LONG_AGO)
        await settle(pilot)
        app.screen.query_one(Rows).focus()
        app.screen.query_one(Rows).choose("ritual:date")
        await pilot.press("space", "up", "down", "space")
        await settle(pilot)
        assert not alex_here.at().library.outings
        await pilot.press("space")
        await settle(pilot)
        assert [one.day for one in alex_here.at().library.outings] == [LONG_AGO]


async def test_a_form_asks_about_an_odd_clock_in_its_card(alex_here: World) -> None:
    alex_here.clock.move_to(alex_here.clock.now() - timedelta(days=400))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        app.action_settings()
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-together", Input).value = "2011"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.screen is form
        assert "Is that meant?" in said(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.screen is not form
        assert alex_here.at().couple.together_since == "2011"


async def test_what_a_wrong_clock_left_ahead_is_told_and_moved(alex_here: World) -> None:
    now = alex_here.clock.now()
    alex_here.clock.move_to(now + timedelta(days=300))
    alex_here.do(partial(did, key="date", by=""))
    alex_here.clock.move_to(now)
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert "still to come" in said(app)
        app.action_removed()
        await settle(pilot)
        assert "a tick of Thursday 16 September 2027" in said(app)
        await pilot.press("enter")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-day", Input).value = "yesterday"
        form.action_save()
        await settle(pilot)
        assert "a tick of" not in said(app)
    assert [one.day for one in alex_here.at().library.outings] == [date(2026, 11, 19)]
