"""A few telling pictures; everything else is asserted on state."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.pictures import demo_app, fresh_app
from tests.screens.conftest import World

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def steady_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids from a counter: which note is offered depends on them."""
    numbers = itertools.count(1)
    monkeypatch.setattr("tracker.ids.os.urandom", lambda size: next(numbers).to_bytes(size, "big"))


async def to_the_list(pilot: Pilot[int]) -> None:
    pilot.app.screen.query_one("#list").focus()


def test_today_of_two_years(snap_compare: Compare) -> None:
    assert snap_compare(demo_app(), terminal_size=(80, 24))


def test_today_of_two_years_on_a_wide_screen(snap_compare: Compare) -> None:
    assert snap_compare(demo_app(), terminal_size=(120, 40), run_before=to_the_list)


async def to_the_goals(pilot: Pilot[int]) -> None:
    await pilot.press("escape", "4")
    await pilot.pause()


def test_goals_of_two_years(snap_compare: Compare) -> None:
    assert snap_compare(demo_app(), terminal_size=(80, 24), run_before=to_the_goals)


def test_the_first_evening(snap_compare: Compare) -> None:
    assert snap_compare(fresh_app(), terminal_size=(80, 24))


def test_the_light_look(snap_compare: Compare) -> None:
    app = demo_app()
    app.theme = "rekindle-light"
    assert snap_compare(app, terminal_size=(80, 24), run_before=to_the_list)


def test_setting_up(snap_compare: Compare, bare: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screens.dialogs.setup.machine_zone", lambda: "Europe/Berlin")
    app: App[int] = bare.app()
    assert snap_compare(app, terminal_size=(80, 24))


def test_who_is_here(snap_compare: Compare, world: World) -> None:
    assert snap_compare(world.app(), terminal_size=(80, 24))


async def to_the_journey(pilot: Pilot[int]) -> None:
    await pilot.app.run_action("page('journey')")
    for _ in range(3):
        await pilot.pause()


def test_the_journey_of_two_years(snap_compare: Compare) -> None:
    assert snap_compare(demo_app(), terminal_size=(80, 24), run_before=to_the_journey)


async def to_the_quarter_before(pilot: Pilot[int]) -> None:
    await pilot.app.run_action("page('review')")
    await pilot.pause()
    await pilot.app.run_action("screen.quarter(-1)")
    for _ in range(3):
        await pilot.pause()


def test_a_quarter_of_two_years_on_a_wide_screen(snap_compare: Compare) -> None:
    assert snap_compare(demo_app(), terminal_size=(120, 40), run_before=to_the_quarter_before)
