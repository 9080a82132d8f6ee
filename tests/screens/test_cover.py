"""The cover key: whoever uncovers the screen comes upon nothing private or delicate, in any dialog."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

import screens
from screens.app import RekindleApp
from screens.dialogs.base import Dialog
from screens.dialogs.help import HelpScreen
from screens.dialogs.leave import LeaveDialog
from screens.dialogs.left import LeftDialog
from screens.dialogs.note import NoteDialog, OfferDialog, ToldDialog
from screens.dialogs.pause import PausesDialog, pause_form
from screens.dialogs.removed import RemovedDialog
from screens.dialogs.setup import setup_form
from screens.dialogs.support import SupportDialog, numbers_form
from screens.dialogs.weather import WeatherDialog
from screens.dialogs.who import Cover, HandOver, WhoIsHere
from screens.goals.compare import CompareDialog
from screens.goals.deck import WishDialog
from screens.goals.forms import wish_form
from screens.goals.fun import FunDialog, HeavyDialog, SmallerDialog
from screens.goals.goal import GoalDialog
from screens.goals.there import ThereDialog
from screens.journey.beginnings import BeginningDialog, BeginningsDialog
from screens.journey.practice import PracticeDialog
from screens.journey.reasons import ReasonsDialog
from screens.journey.screen import JourneyScreen
from screens.journey.talk import TalkDialog
from screens.lookup.dialog import LookupDialog
from screens.page import Page
from screens.plans.calendar import CalendarDialog
from screens.plans.checklist import ChecklistDialog
from screens.plans.deck import DeckDialog
from screens.plans.lived import KeepDateDialog
from screens.plans.memories import MemoriesDialog
from screens.review.evening import EveningDialog
from screens.review.reading import ReadDialog, Reading
from screens.review.reread import RereadDialog
from screens.review.steps import step_named
from tests.screens.bursts import burst, come_to_rest
from tests.screens.conftest import World
from tests.screens.fuzz import couple
from tests.screens.test_check_in import text_of
from tracker.drafts import Draft, Spot, Typed
from tracker.records.beginnings import Beginning
from tracker.views.goals import goal_line

QUARTER = "2026Q4"
SIZE = (80, 24)


def classes() -> Iterator[type[Dialog[Any]]]:
    """Every dialog of ours that can be opened."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        for thing in vars(importlib.import_module(module.name)).values():
            ours = isinstance(thing, type) and issubclass(thing, Dialog) and thing.__module__ == module.name
            if ours and thing is not Dialog and not thing.__name__.startswith("_"):
                yield thing


def goal(app: RekindleApp) -> str:
    return app.at().library.goals.in_state("active")[0].id


def plan(app: RekindleApp) -> str:
    return next(iter(app.at().library.plans)).id


def note(app: RekindleApp, told: bool) -> str:
    notes = app.at().library.appreciations
    return next(one.id for one in notes if one.by == app.me and one.told == told)


def there(app: RekindleApp) -> Dialog[Any]:
    at = app.at()
    return ThereDialog(goal_line(at, at.library.goals.need(goal(app))), "The last step")


def beginning(app: RekindleApp) -> Dialog[Any]:
    one: Beginning = next(iter(app.at().library.beginnings))
    return BeginningDialog(one, "Sam")


def left(app: RekindleApp) -> Dialog[Any]:
    words = {"text": Typed("Secret words")}
    return LeftDialog(Draft("1", app.me, Spot("note:1", "a note"), words, app.at().now))


OPENS: dict[str, Callable[[RekindleApp], Screen[Any]]] = {
    "BeginningDialog": beginning,
    "BeginningsDialog": lambda app: BeginningsDialog(),
    "CalendarDialog": lambda app: CalendarDialog(),
    "ChecklistDialog": lambda app: ChecklistDialog(plan(app)),
    "CompareDialog": lambda app: CompareDialog(),
    "DeckDialog": lambda app: DeckDialog("date"),
    "EveningDialog": lambda app: EveningDialog(QUARTER),
    "EveningWords": lambda app: EveningDialog(QUARTER),
    "Form": pause_form,
    "FunDialog": lambda app: FunDialog(goal(app), ""),
    "GoalDialog": lambda app: GoalDialog(goal(app)),
    "HeavyDialog": lambda app: HeavyDialog(goal(app)),
    "HelpScreen": lambda app: HelpScreen(app.screen),
    "KeepDateDialog": lambda app: KeepDateDialog(plan(app)),
    "LeftDialog": left,
    "LookupDialog": lambda app: LookupDialog(),
    "MemoriesDialog": lambda app: MemoriesDialog(),
    "NoteDialog": lambda app: NoteDialog(note(app, told=False)),
    "OfferDialog": lambda app: OfferDialog(note(app, told=False)),
    "PausesDialog": lambda app: PausesDialog(),
    "PracticeDialog": lambda app: PracticeDialog(JourneyScreen(), "talk"),
    "ReadDialog": lambda app: ReadDialog(Reading("A note", "Secret words")),
    "ReasonsDialog": lambda app: ReasonsDialog(),
    "RemovedDialog": lambda app: RemovedDialog(),
    "RereadDialog": lambda app: RereadDialog(QUARTER),
    "SmallerDialog": lambda app: SmallerDialog(goal(app)),
    "SupportDialog": lambda app: SupportDialog(),
    "TalkDialog": lambda app: TalkDialog(),
    "ThereDialog": there,
    "ToldDialog": lambda app: ToldDialog(note(app, told=True)),
    "WeatherDialog": lambda app: WeatherDialog(date(2026, 11, 20), ""),
    "WishDialog": lambda app: WishDialog(app.me),
}
"""How each dialog that closes is opened."""
STAYS = {WhoIsHere, LeaveDialog}
"""Those in which nothing is anybody's."""


def test_every_dialog_says_what_becomes_of_it_under_the_cover() -> None:
    undecided = [one.__name__ for one in classes() if not hasattr(one, "delicate")]
    assert undecided == []
    assert {one for one in classes() if not one.delicate} == STAYS
    assert {one.__name__ for one in classes() if one.delicate} == OPENS.keys()


async def opened(pilot: Pilot[int], app: RekindleApp, dialog: Screen[Any]) -> None:
    app.push_screen(dialog)
    await come_to_rest(pilot)


def only_a_page(app: RekindleApp) -> bool:
    return len(app.screen_stack) == 1 and isinstance(app.screen, Page)


@pytest.mark.parametrize("name", OPENS)
async def test_whoever_uncovers_the_screen_finds_the_page_alone(name: str) -> None:
    app = couple(1).app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        app.push_screen(OPENS[name](app))
        await burst(pilot, "ctrl+l")  # it may not even be composed yet
        assert isinstance(app.screen, Cover) and len(app.screen_stack) == 2
        await burst(pilot, "enter")
        assert only_a_page(app)
        await opened(pilot, app, OPENS[name](app))
        app.action_help()
        await opened(pilot, app, SupportDialog())
        await burst(pilot, "ctrl+l", "enter")
        assert only_a_page(app)


@pytest.mark.parametrize("name", OPENS)
async def test_whoever_sits_down_next_finds_no_dialog_but_one_for_two(name: str) -> None:
    app = couple(1).app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        await opened(pilot, app, OPENS[name](app))
        await burst(pilot, "alt+p")
        assert isinstance(app.screen, HandOver)
        await burst(pilot, "enter")
        for screen in app.screen_stack[1:]:
            assert hasattr(screen, "action_hand_over"), screen


async def test_more_support_is_not_uncovered_with_all_that_lay_below_it(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        await burst(pilot, "escape", "?", "m", "e", "ctrl+l", "enter")
        assert only_a_page(app)
        assert "support" not in text_of(app).lower()


@pytest.mark.parametrize("question", ["who", "leave"])
async def test_what_stays_is_there_again(alex_here: World, question: str) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        await opened(pilot, app, WhoIsHere(app.at().couple) if question == "who" else LeaveDialog())
        below = app.screen
        await burst(pilot, "ctrl+l", "enter")
        assert app.screen is below


async def test_the_first_steps_stay(bare: World) -> None:
    app = bare.app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        below = app.screen
        await burst(pilot, *"Kim", "ctrl+l", "enter")
        assert app.screen is below
        assert below.query_one("#field-first", Input).value == "Kim"


async def test_between_two_people_the_cover_leaves_the_question_who_is_here(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        await opened(pilot, app, EveningDialog(QUARTER))
        await burst(pilot, "alt+p", "ctrl+l", "enter")
        assert isinstance(app.screen, HandOver)
        await burst(pilot, "escape")
        assert isinstance(app.screen, EveningDialog)
        assert app.me == alex_here.alex.id


# ── What was typed waits for its author ──

TYPED: dict[str, tuple[Callable[[RekindleApp], Screen[Any]], str]] = {
    "note": (lambda app: NoteDialog(note(app, told=False)), "words"),
    "numbers": (numbers_form, "field-numbers"),
    "pause": (pause_form, "field-note"),
    "settings": (setup_form, "field-together"),
    "wish": (wish_form, "field-why"),
    "goal": (lambda app: GoalDialog(goal(app), adding=True), "goal-step"),
    "list": (lambda app: ChecklistDialog(plan(app)), "more-to-do"),
    "scene": (lambda app: EveningDialog(QUARTER, step_named("scene")), "words"),
}


def words_in(app: RekindleApp, field: str) -> str:
    widget = app.screen.query_one(f"#{field}")
    return widget.text if isinstance(widget, TextArea) else app.screen.query_one(f"#{field}", Input).value


@pytest.mark.parametrize("kind", TYPED)
async def test_what_was_typed_is_there_again_for_its_author_and_for_nobody_else(kind: str) -> None:
    opens, field = TYPED[kind]
    world = couple(1)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        await opened(pilot, app, opens(app))
        app.screen.query_one(f"#{field}").focus()
        await burst(pilot, *"Zebra", "ctrl+l", "enter")
        assert only_a_page(app)
        assert "Zebra" not in text_of(app)
        if kind not in ("note", "wish"):  # the other one has no way to these
            app.sitting.me = world.sam.id
            await opened(pilot, app, opens(app))
            assert "Zebra" not in words_in(app, field)
            app.screen.dismiss()
            app.sitting.me = world.alex.id
        await opened(pilot, app, opens(app))
        assert "Zebra" in words_in(app, field)
