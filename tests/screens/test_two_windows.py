"""Two windows, two partners, one evening: nothing that either wrote is gone, and both versions are shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screens.app import RekindleApp
from screens.dialogs.base import Dialog
from screens.dialogs.form import Form
from screens.dialogs.note import NoteDialog
from screens.dialogs.pause import pause_form
from screens.dialogs.ritual import ritual_form
from screens.dialogs.setup import setup_form
from screens.dialogs.support import numbers_form
from screens.goals.forms import goal_form, step_form, wish_form
from screens.journey.beginnings import beginning_form
from screens.journey.forms import scene_form
from screens.plans import actions
from screens.plans.forms import plan_form
from tests.screens.conftest import NOON, AccountInMemory
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_plans import go_to
from tracker.acts.beginnings import add_beginning
from tracker.acts.checklists import add_item
from tracker.acts.couple import set_up
from tracker.acts.entries import appreciate
from tracker.acts.goals import start_goal
from tracker.acts.pauses import pause
from tracker.acts.plans import happened, plan
from tracker.acts.remarks import remark
from tracker.acts.rituals import add_ritual
from tracker.acts.scenes import write_scene
from tracker.acts.sitting import Act, Sitting
from tracker.acts.wishes import add_wish
from tracker.calendar.when import When
from tracker.clock import FixedClock
from tracker.records.library import Library
from tracker.records.plans import Plan
from tracker.store.disk import DiskStore


class Pair(NamedTuple):
    """Two accounts of one couple, each with a store of its own on the same folder."""

    clock: FixedClock
    alex: DiskStore
    sam: DiskStore

    def app(self, number: int) -> RekindleApp:
        """A window of the first (0) or the second (1)."""
        store = (self.alex, self.sam)[number]
        store.refresh()
        couple = Library(store.documents).need_couple()
        account = AccountInMemory()
        account.set_me(couple.id, couple.partners[number].id)
        return RekindleApp(store, self.clock, account)

    def do(self, act: Act) -> None:
        """Run an act by the first one's hand."""
        Sitting(self.alex, self.clock).do(act)

    def plan(self) -> Plan:
        """The one plan, as the first one's store has it after looking."""
        self.alex.refresh()
        (found,) = Library(self.alex.documents).plans
        return found

    def remarks(self) -> set[str]:
        self.alex.refresh()
        return {one.text for one in Library(self.alex.documents).remarks}


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    clock = FixedClock(NOON)
    stores = [DiskStore.open(tmp_path, clock, writer=writer) for writer in ("alex-7f3a", "sam-19b2")]
    both = Pair(clock, *stores)
    both.do(lambda at: set_up(at, ("Alex", "Sam"), effort_start=date(2026, 8, 3), time_zone="UTC"))
    both.do(partial(plan, by="", kind="date", title="Pasta", start=When(date(2026, 11, 20)), place="Ours"))
    yield both
    for store in stores:
        store.close()


@asynccontextmanager
async def opened(pair: Pair, number: int) -> AsyncIterator[tuple[RekindleApp, Pilot[int], Form]]:
    """A window with the plan's form open in it."""
    app = pair.app(number)
    async with app.run_test(size=SIZE) as pilot:
        screen = await go_to(app, pilot, "dates")
        actions.open_plan(screen, pair.plan().id)
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        yield app, pilot, form


def typed(form: Form, field: str, text: str) -> None:
    form.query_one(f"#field-{field}", Input).value = text


async def test_both_remark_on_the_same_evening_at_once(pair: Pair) -> None:
    pair.do(partial(happened, plan_id=pair.plan().id, me=""))
    async with opened(pair, 0) as (alex, pilot, first):
        async with opened(pair, 1) as (_, other, second):
            typed(second, "remark", "The candle fell over.")
            typed(first, "remark", "Too much garlic.")
            second.action_save()
            await settle(other)
        first.action_save()
        await settle(pilot)
        assert pair.remarks() == {"The candle fell over.", "Too much garlic."}
        alex.sitting.store.refresh()
        alex.reload()
        actions.open_plan(alex.screen, pair.plan().id)
        await settle(pilot)
        assert "Sam: The candle fell over." in text_of(alex)
        assert alex.screen.query_one("#field-remark", Input).value == "Too much garlic."


async def test_both_change_the_same_field_at_once_and_both_values_are_shown(pair: Pair) -> None:
    async with opened(pair, 0) as (alex, pilot, first):
        async with opened(pair, 1) as (_, other, second):
            typed(second, "place", "The quay")
            typed(second, "notes", "Bring the blanket")
            typed(first, "place", "The roof")
            second.action_save()
            await settle(other)
        first.action_save()
        await settle(pilot)
        stands = pair.plan()
        assert (stands.place, stands.notes) == ("The roof", "Bring the blanket")
        alex.reload()
        actions.open_plan(alex.screen, stands.id)
        await settle(pilot)
        assert "Written at the same time: place “The quay”." in text_of(alex)


async def test_what_stood_still_in_a_form_takes_nothing_back(pair: Pair) -> None:
    """A form that was open all along, kept with one field changed, leaves the other's fields as they are."""
    async with opened(pair, 0) as (_, pilot, first):
        async with opened(pair, 1) as (_, other, second):
            typed(second, "title", "Risotto")
            second.action_save()
            await settle(other)
        typed(first, "place", "The roof")
        first.action_save()
        await settle(pilot)
    assert (pair.plan().title, pair.plan().place) == ("Risotto", "The roof")


async def test_ones_own_two_windows_keep_both_remarks(pair: Pair) -> None:
    pair.do(partial(happened, plan_id=pair.plan().id, me=""))
    async with opened(pair, 0) as (alex, pilot, first):
        async with opened(pair, 0) as (_, other, second):
            typed(second, "remark", "Too much garlic.")
            second.action_save()
            await settle(other)
        typed(first, "remark", "We sang.")
        first.action_save()
        await settle(pilot)
        assert pair.remarks() == {"We sang.", "Too much garlic."}
        actions.open_plan(alex.screen, pair.plan().id)
        await settle(pilot)
        shown = text_of(alex)
        assert "We sang." in shown
        assert "Too much garlic." in shown


async def test_an_open_form_does_not_undo_a_remark_reworded_meanwhile(pair: Pair) -> None:
    pair.do(partial(happened, plan_id=pair.plan().id, me=""))
    async with opened(pair, 0) as (_, pilot, form):
        typed(form, "remark", "First words.")
        form.action_save()
        await settle(pilot)
    async with opened(pair, 0) as (alex, pilot, first):
        async with opened(pair, 0) as (_, other, second):
            typed(second, "remark", "Better words.")
            second.action_save()
            await settle(other)
        typed(first, "place", "The roof")
        first.action_save()
        await settle(pilot)
        assert pair.remarks() == {"Better words."}
        actions.open_plan(alex.screen, pair.plan().id)
        await settle(pilot)
        last = alex.screen
        assert isinstance(last, Form)
        typed(last, "remark", "")
        last.action_save()
        await settle(pilot)
    assert pair.remarks() == set()


async def test_two_lists_at_once_keep_both_things(pair: Pair) -> None:
    known = pair.plan().id
    pair.clock.move_to(datetime(2026, 11, 20, 12, 1, tzinfo=UTC))
    pair.sam.refresh()
    Sitting(pair.sam, pair.clock).do(partial(add_item, plan_id=known, text="Wine", me=""))
    Sitting(pair.alex, pair.clock).do(partial(add_item, plan_id=known, text="Candles", me=""))
    assert {item.text for item in pair.plan().items} == {"Wine", "Candles"}


# ── Every form, in one's own two windows ──


class Edited(NamedTuple):
    """One kind of record, and how it is opened."""

    begin: Callable[[Pair], None]
    open: Callable[[RekindleApp], object]
    field: str
    """The id of the widget whose words both windows change."""


def alex(pair: Pair) -> str:
    return Library(pair.alex.documents).need_couple().partners[0].id


def note_of(app: RekindleApp) -> object:
    return app.push_screen(NoteDialog(next(iter(app.at().library.appreciations)).id))


def goal_of(app: RekindleApp) -> object:
    return app.push_screen(goal_form(app, next(iter(app.at().library.goals))))


def step_of(app: RekindleApp) -> object:
    at = app.at()
    (step,) = at.library.milestones.of(next(iter(at.library.goals)).id)
    return app.push_screen(step_form(app, step, lambda: None))


def pause_of(app: RekindleApp) -> object:
    return app.push_screen(pause_form(app, next(iter(app.at().library.pauses))))


def beginning_of(app: RekindleApp) -> object:
    return app.push_screen(beginning_form(app, next(iter(app.at().library.beginnings))))


def wish_of(app: RekindleApp) -> object:
    return app.push_screen(wish_form(app, app.at().library.goals.wishes_of(app.me)[0]))


def goal(pair: Pair) -> None:
    pair.do(partial(start_goal, name="A trio", steps=("Tune",)))


EDITED = {
    "note": Edited(lambda pair: pair.do(partial(appreciate, by=alex(pair), text="Tea")), note_of, "words"),
    "goal": Edited(goal, goal_of, "field-title"),
    "step": Edited(goal, step_of, "field-title"),
    "wish": Edited(
        lambda pair: pair.do(partial(add_wish, name="Bees", me=alex(pair))), wish_of, "field-title"
    ),
    "pause": Edited(lambda pair: pair.do(partial(pause, first=date(2026, 11, 1))), pause_of, "field-note"),
    "ritual": Edited(
        lambda pair: pair.do(partial(add_ritual, name="Walk")),
        lambda app: app.push_screen(ritual_form(app, "walk")),
        "field-name",
    ),
    "settings": Edited(lambda _: None, lambda app: app.push_screen(setup_form(app)), "field-together"),
    "numbers": Edited(lambda _: None, lambda app: app.push_screen(numbers_form(app)), "field-numbers"),
    "beginning": Edited(
        lambda pair: pair.do(partial(add_beginning, by=alex(pair), text="The bus")),
        beginning_of,
        "field-text",
    ),
    "scene": Edited(
        lambda pair: pair.do(partial(write_scene, quarter="2026Q4", by=alex(pair), text="A house")),
        lambda app: app.push_screen(scene_form(app)),
        "field-scene",
    ),
    "remark": Edited(
        lambda pair: pair.do(lambda at: happened(at, pair.plan().id, me="")),
        lambda app: app.push_screen(plan_form(app, next(iter(app.at().library.plans)))),
        "field-remark",
    ),
}


async def changed(app: RekindleApp, pilot: Pilot[int], field: str, text: str) -> None:
    """Type this into the field of the open dialog, and keep it."""
    widget = app.screen.query_one(f"#{field}")
    if isinstance(widget, TextArea):
        widget.load_text(text)
    else:
        app.screen.query_one(f"#{field}", Input).value = text
    await pilot.press("ctrl+s")
    assert await comes(pilot, lambda: not isinstance(app.screen, Dialog))


def is_open(app: RekindleApp, field: str) -> bool:
    """Whether a dialog stands on top with this field in it."""
    return isinstance(app.screen, Dialog) and bool(app.screen.query(f"#{field}"))


def told(app: RekindleApp) -> bool:
    """Whether the window says that another one changed the same."""
    return any("changed elsewhere" in message.message for message in app._notifications)


async def comes(pilot: Pilot[int], true: Callable[[], bool]) -> bool:
    """Whether this becomes true; two windows in one process take turns."""
    for _ in range(30):
        if true():
            return True
        await settle(pilot)
    return False


@pytest.mark.parametrize("kind", EDITED)
async def test_what_two_windows_keep_at_once_both_stands_and_it_is_said(pair: Pair, kind: str) -> None:
    edited, texts = EDITED[kind], ("2001", "2002") if kind == "settings" else ("One thing", "Another")
    edited.begin(pair)
    if kind == "remark":
        pair.do(lambda at: remark(at, pair.plan().id, by=alex(pair), text="Too much garlic."))
    first, second = pair.app(0), pair.app(0)
    async with (
        first.run_test(size=(100, 40), notifications=True) as pilot,
        second.run_test(size=(100, 40), notifications=True) as other,
    ):
        for app, its in ((first, pilot), (second, other)):
            await settle(its)
            edited.open(app)
            assert await comes(its, partial(is_open, app, edited.field))
        await changed(first, pilot, edited.field, texts[0])
        assert not told(first)
        await changed(second, other, edited.field, texts[1])
        assert await comes(other, partial(told, second))
        second.clear_notifications()
        edited.open(second)
        assert await comes(other, partial(is_open, second, edited.field))
        widget = second.screen.query_one(f"#{edited.field}")
        assert (widget.text if isinstance(widget, TextArea) else getattr(widget, "value", "")) == texts[1]
        assert await comes(other, lambda: f"“{texts[0]}”." in text_of(second))
        assert "Written at the same time" in text_of(second)
