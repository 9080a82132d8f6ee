"""Leaving with words typed and not kept: wherever they stand, they are asked about first."""

from __future__ import annotations

from functools import partial

import pytest
from textual.widgets import Input, TextArea

from screens.dialogs.leave import LeaveDialog
from screens.today import actions
from screens.today.screen import TodayScreen
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle
from tracker.acts.entries import appreciate


async def test_words_in_the_field_of_the_day_are_asked_about(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.screen.query_one("#note", Input).value = "Half a"
        await app.run_action("leave")
        await settle(pilot)
        assert isinstance(app.screen, LeaveDialog)
        app.screen.action_leave()
        await settle(pilot)
        assert app.screen.query_one("#note", Input).value == "Half a"


@pytest.mark.parametrize("kind", ["form", "note"])
async def test_words_in_a_dialog_are_asked_about_and_stay(alex_here: World, kind: str) -> None:
    alex_here.do(partial(appreciate, by=alex_here.alex.id, text="Tea"), alex_here.alex.id)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        page = app.screen
        assert isinstance(page, TodayScreen)
        if kind == "form":
            actions.add_ritual(page)
            await settle(pilot)
            app.screen.query_one("#field-name", Input).value = "Evening walk"
        else:
            (note,) = alex_here.at().library.appreciations
            actions.open_row(page, f"note:{note.id}")
            await settle(pilot)
            app.screen.query_one(TextArea).text = "Tea, and a biscuit"
        dialog = app.screen
        await app.run_action("leave")
        await settle(pilot)
        assert isinstance(app.screen, LeaveDialog)
        await app.run_action("leave")
        await settle(pilot)
        assert isinstance(app.screen, LeaveDialog), "asked once, however often the key is pressed"
        app.screen.action_leave()
        await settle(pilot)
        assert app.screen is dialog


async def test_a_dialog_in_which_nothing_changed_is_no_reason_to_stay(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        page = app.screen
        assert isinstance(page, TodayScreen)
        actions.add_ritual(page)
        await settle(pilot)
        await app.run_action("leave")
        await settle(pilot)
    assert app.return_value == 0
