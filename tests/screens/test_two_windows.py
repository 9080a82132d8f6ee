"""Two windows, two partners, one evening: nothing that either wrote is gone, and both versions are shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.plans import actions
from tests.screens.conftest import NOON, AccountInMemory
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_plans import go_to
from tracker.acts.checklists import add_item
from tracker.acts.couple import set_up
from tracker.acts.plans import happened, plan
from tracker.acts.sitting import Act, Sitting
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
