"""What changed reaches the screens that can show it: composed, still open, and on the page that is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from screens.app import RekindleApp
from screens.dialogs.base import Dialog
from screens.dialogs.removed import RemovedDialog
from screens.goals.deck import WishDialog
from screens.page import Page
from screens.plans.deck import DeckDialog
from screens.plans.screen import DatesScreen
from screens.widgets.rows import Rows
from tests.screens.bursts import burst
from tests.screens.conftest import World
from tests.screens.test_ahead import planned
from tests.screens.test_check_in import SIZE, settle
from tests.screens.test_goals import begun


def deck(app: RekindleApp) -> Dialog[None]:
    return DeckDialog("date")


def wishes(app: RekindleApp) -> Dialog[None]:
    return WishDialog(app.me)


def brought_back(app: RekindleApp) -> Dialog[None]:
    return RemovedDialog()


@pytest.mark.parametrize("make", [deck, wishes, brought_back])
async def test_a_dialog_that_is_about_to_open_reloads_once_it_is_composed(
    alex_here: World, monkeypatch: pytest.MonkeyPatch, make: Callable[[RekindleApp], DeckDialog]
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        dialog = make(app)
        rows: list[int] = []
        reload = dialog.reload

        def counted() -> None:
            rows.append(len(dialog.query(Rows)))
            reload()

        monkeypatch.setattr(dialog, "reload", counted)
        app.push_screen(dialog)
        app.reload()
        await settle(pilot)
        assert app.screen is dialog
        assert rows == [1, 1]  # as it is mounted, and for the change that came before


async def test_a_dialog_that_closes_again_at_once_is_left_alone(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        dialog = DeckDialog("date")
        app.push_screen(dialog)
        app.reload()
        dialog.dismiss()
        await settle(pilot)
        assert app.screen is app.screen_stack[0]
        app.reload()


async def test_pages_that_are_run_through_reload_only_where_one_stays(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for name in ("dates", "goals", "journey", "review", "trips", "dates"):
            app.action_page(name)
            app.reload()
        await settle(pilot)
        assert isinstance(app.screen, DatesScreen)
        assert all(isinstance(page, Page) for page in app.pages)


async def test_leaving_while_a_form_is_about_to_open_asks_it_nothing(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.action_settings()
        app.action_leave()
        await settle(pilot)
    assert app.return_code == 0


async def test_a_date_that_happened_and_the_next_keys_in_one_read(alex_here: World) -> None:
    planned(alex_here, "Pasta", date(2026, 11, 14))
    begun(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "escape", "2", "space", "i")
        assert app.is_running
        assert [plan.state for plan in alex_here.at().library.plans] == ["happened"]
        await burst(pilot, "escape", "escape", "4", "down", "space", "6", "6", "tab", "left", "j", "u")
        assert app.is_running
