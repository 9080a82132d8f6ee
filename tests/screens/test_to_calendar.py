"""One plan as a calendar file from the app: shown where, never over another file, surprises masked."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from icalendar import Calendar
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.plans import actions
from screens.plans.to_calendar import proposed
from screens.widgets.fields import Choice
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_plans import go_to, only_plan
from tracker.acts.plans import plan
from tracker.calendar.when import When


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Downloads").mkdir()
    return tmp_path


def a_plan(world: World, *, by: str = "", surprise: bool = False) -> None:
    start = When(date(2026, 11, 27))
    world.do(partial(plan, by=by, kind="date", title="Lanterns", start=start, surprise=surprise))


async def form_of(app: RekindleApp, pilot: Pilot[int], world: World) -> Form:
    screen = await go_to(app, pilot, "dates")
    actions.to_calendar(screen, f"here:{only_plan(world).id}")
    await settle(pilot)
    assert isinstance(app.screen, Form)
    return app.screen


def summary(path: Path) -> str:
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return str(event["summary"])


async def test_the_place_is_shown_and_the_file_says_the_plan_with_its_reminder(
    alex_here: World, home: Path
) -> None:
    a_plan(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        form = await form_of(app, pilot, alex_here)
        path = home / "Downloads" / "date-2026-11-27.ics"
        assert form.query_one("#field-path", Input).value == str(path)
        form.query_one("#field-alarm", Choice).chosen = 3
        form.action_save()
        await settle(pilot)
        assert "Written to" in text_of(app)
        assert summary(path) == "Lanterns"
        (alarm,) = Calendar.from_ical(path.read_bytes()).walk("VALARM")
        assert alarm.decoded("trigger") == -timedelta(days=1)


async def test_a_file_that_is_there_is_never_written_over(alex_here: World, home: Path) -> None:
    a_plan(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        form = await form_of(app, pilot, alex_here)
        (home / "here.ics").write_text("somebody's")
        form.query_one("#field-path", Input).value = "~/here.ics"
        form.action_save()
        await settle(pilot)
        assert app.screen is form
        assert (home / "here.ics").read_text() == "somebody's"
        form.query_one("#field-path", Input).value = "~/none/here.ics"
        await settle(pilot)
        form.action_save()
        await settle(pilot)
        assert "no folder" in text_of(app)


@pytest.mark.parametrize(("choice", "said"), [(0, "A date, held"), (1, "Lanterns")])
async def test_ones_own_surprise_stays_held_unless_one_says_so(
    alex_here: World, home: Path, choice: int, said: str
) -> None:
    a_plan(alex_here, by=alex_here.alex.id, surprise=True)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        form = await form_of(app, pilot, alex_here)
        form.query_one("#field-words", Choice).chosen = choice
        form.action_save()
        await settle(pilot)
    (path,) = (home / "Downloads").iterdir()
    assert summary(path) == said


async def test_the_others_surprise_is_held_without_a_question(alex_here: World, home: Path) -> None:
    a_plan(alex_here, by=alex_here.sam.id, surprise=True)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        form = await form_of(app, pilot, alex_here)
        assert not form.query("#field-words")
        form.action_save()
        await settle(pilot)
    (path,) = (home / "Downloads").iterdir()
    assert "Lanterns" not in path.read_text()


def test_a_name_that_is_taken_is_not_proposed(alex_here: World, home: Path) -> None:
    a_plan(alex_here)
    known = only_plan(alex_here)
    (home / "Downloads" / "date-2026-11-27.ics").write_text("")
    assert proposed(known, home).name == "date-2026-11-27-2.ics"
    assert proposed(known, home / "nowhere").parent == home / "nowhere"
