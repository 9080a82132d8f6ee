"""The first page opens whatever the order of tasks is, and the tests have the order that the program has."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.conftest import World


async def test_the_first_page_is_there_with_its_field_ready(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test():
        assert app.current_mode == "today"
        assert isinstance(app.focused, Input)
        assert app.focused.id == "note"


def test_the_program_itself_starts_and_tests_run_its_kind_of_tasks(alex_here: World) -> None:
    seen: list[object] = []

    async def look(pilot: Pilot[object]) -> None:
        seen.append(asyncio.get_running_loop().get_task_factory())
        pilot.app.exit()

    assert alex_here.app().run(headless=True, size=(80, 24), auto_pilot=look) is None
    assert seen == [getattr(asyncio, "eager_task_factory", None)]


async def test_here_tasks_are_of_the_same_kind() -> None:
    assert asyncio.get_running_loop().get_task_factory() is getattr(asyncio, "eager_task_factory", None)
