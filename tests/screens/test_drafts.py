"""Unfinished words: whatever ends the program, their author finds them where they were typed, alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screens import unfinished
from screens.app import RekindleApp
from screens.dialogs.base import Dialog
from screens.dialogs.form import Form
from screens.dialogs.leave import LeaveDialog
from screens.dialogs.left import LeftDialog
from screens.dialogs.note import NoteDialog
from screens.dialogs.who import WhoIsHere
from screens.today.screen import TodayScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_ahead import planned
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.sentences import ROOT
from tracker.acts.beginnings import add_beginning
from tracker.acts.checklists import add_item
from tracker.acts.entries import appreciate
from tracker.acts.goals import start_goal
from tracker.acts.pauses import pause
from tracker.acts.plans import change_plan, idea, remove_plan
from tracker.acts.reviews import resolve
from tracker.acts.rituals import add_ritual, did
from tracker.acts.wishes import add_wish
from tracker.drafts import Draft
from tracker.errors import Refusal

DAY = date(2026, 11, 20)


class Disk:
    """Drafts that outlive a window, as files would."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.writes = 0
        self.refusal: Refusal | None = None

    def take_over(self) -> list[Draft]:
        return list(self.drafts)

    def keep(self, drafts: Iterable[Draft]) -> None:
        self.writes += 1
        if self.refusal:
            raise self.refusal
        self.drafts = list(drafts)

    def close(self) -> None: ...


@pytest.fixture
def disk() -> Disk:
    return Disk()


def window(world: World, disk: Disk) -> RekindleApp:
    """A program that was just started."""
    return RekindleApp(world.store, world.clock, world.account, disk)


def note(app: RekindleApp) -> Input:
    return today(app).query_one("#note", Input)


def today(app: RekindleApp) -> TodayScreen:
    return next(page for page in app.pages if isinstance(page, TodayScreen))


def dialog(app: RekindleApp) -> Dialog[object]:
    assert isinstance(app.screen, Dialog)
    return app.screen


def first_field(app: RekindleApp) -> Input | TextArea:
    """Where words are typed in the dialog on top."""
    areas = [field for field in app.screen.query(TextArea) if field.display]
    return areas[0] if areas else next(field for field in app.screen.query(Input) if field.display)


def typed_in(field: Input | TextArea) -> str:
    return field.text if isinstance(field, TextArea) else field.value


def type_into(field: Input | TextArea, text: str) -> None:
    if isinstance(field, TextArea):
        field.text = text
    else:
        field.value = text


def unfinished_rows(app: RekindleApp) -> list[str]:
    return [row.id for row in today(app).query_one(Rows).rows if row.id.startswith("draft:")]


async def say_who(pilot: Pilot[int], key: str) -> None:
    await settle(pilot)
    assert isinstance(pilot.app.screen, WhoIsHere)
    await pilot.press(key)
    await settle(pilot)


async def type_and_die(world: World, disk: Disk, text: str = "Half a thou") -> None:
    """Type a note, and be killed half a second after the last key."""
    app = window(world, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        if isinstance(app.screen, WhoIsHere):
            await say_who(pilot, "1")
        await pilot.press(*text)
        app.keep_drafts()


# Today


@pytest.mark.parametrize(("key", "there"), [("1", True), ("2", False), ("escape", False)])
async def test_a_half_written_note_is_back_once_its_author_said_who_they_are(
    world: World, disk: Disk, key: str, there: bool
) -> None:
    await type_and_die(world, disk, "SECRET")
    app = window(world, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "SECRET" not in text_of(app)
        assert note(app).value == ""
        await say_who(pilot, key)
        assert ("SECRET" in text_of(app)) == there
        assert (note(app).value == "SECRET") == there
        assert unfinished_rows(app) == []
        app.keep_drafts()
    assert [draft.words["note"].text for draft in disk.drafts] == ["SECRET"]


async def test_on_an_account_of_ones_own_it_stands_in_the_field_from_the_start(
    alex_here: World, disk: Disk
) -> None:
    await type_and_die(alex_here, disk)
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert note(app).value == "Half a thou"
        await pilot.press("end", *"ght", "enter")
        await settle(pilot)
        assert [one.text for one in alex_here.at().library.appreciations] == ["Half a thought"]
        assert disk.drafts == [], "gone as soon as it is kept"


async def test_a_field_that_is_emptied_leaves_nothing(alex_here: World, disk: Disk) -> None:
    await type_and_die(alex_here, disk, "ab")
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("end", "backspace", "backspace")
        app.keep_drafts()
        assert disk.drafts == []
        await pilot.press("escape", "u")
        app.keep_drafts()
        assert (note(app).value, disk.drafts) == ("", []), "undo does not bring it back"


async def test_the_cue_comes_back_with_it(alex_here: World, disk: Disk) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(*"Tea", "tab", *"morning")
        app.keep_drafts()
    again = window(alex_here, disk)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert (note(again).value, again.screen.query_one("#cue", Input).value) == ("Tea", "morning")


async def test_a_note_of_an_earlier_day_is_named_on_today_and_leads_there(
    alex_here: World, disk: Disk
) -> None:
    await type_and_die(alex_here, disk)
    alex_here.clock.move_to(datetime(2026, 11, 21, 12, tzinfo=UTC))
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert note(app).value == ""
        await pilot.press(*"Today's")
        (row,) = unfinished_rows(app)
        assert "Friday 20 November" in text_of(app)
        assert "Half a thou" not in text_of(app), "the list only names it"
        today(app).open_row(row)
        await settle(pilot)
        shown = today(app).shown
        assert shown is not None
        assert shown.day == DAY
        assert note(app).value == "Half a thou"
        assert len(unfinished_rows(app)) == 1, "now the words of today wait"
        await pilot.press("escape", "0")
        await settle(pilot)
        assert note(app).value == "Today's"


async def test_two_drafts_of_one_day_are_both_found(alex_here: World, disk: Disk) -> None:
    await type_and_die(alex_here, disk, "One")
    one, disk.drafts = disk.drafts, []
    await type_and_die(alex_here, disk, "Two")
    disk.drafts += one
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        seen = {note(app).value}
        (row,) = unfinished_rows(app)
        today(app).open_row(row)
        await settle(pilot)
        assert seen | {note(app).value} == {"One", "Two"}
        app.keep_drafts()
    assert {draft.words["note"].text for draft in disk.drafts} == {"One", "Two"}


async def test_words_stay_with_the_other_one_out_of_sight_after_handing_over(
    alex_here: World, disk: Disk
) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(*"SECRET", "escape", "p")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.me == alex_here.sam.id
        assert "SECRET" not in text_of(app)
        assert unfinished_rows(app) == []
        await pilot.press(*"Sam's")
        app.keep_drafts()
    assert {draft.by for draft in disk.drafts} == {alex_here.alex.id, alex_here.sam.id}
    again = window(alex_here, disk)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert note(again).value == "SECRET"


# When it is written


async def test_a_key_is_written_down_soon_once_and_idleness_never(alex_here: World, disk: Disk) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert (app._soon, disk.writes) == (None, 0)
        await pilot.press("a", "b")
        soon = app._soon
        assert soon is not None
        await pilot.press("c")
        assert app._soon is soon, "not put off while somebody types"
        assert disk.writes == 0
        app._write_soon()
        await app.workers.wait_for_complete([one for one in app.workers if one.group == "drafts"])
        assert [draft.words["note"].text for draft in disk.drafts] == ["abc"]
        app._write_soon()
        app.keep_drafts()
        await pilot.press("escape", "down", "up")
        app.look_around()
        await settle(pilot)
        assert disk.writes == 1


async def test_at_once_when_the_terminal_loses_the_focus_and_on_leaving(alex_here: World, disk: Disk) -> None:
    from textual.events import AppBlur

    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("a")
        app.post_message(AppBlur())
        await settle(pilot)
        assert disk.writes == 1
        await pilot.press("b")
        app.exit(143)
        assert [draft.words["note"].text for draft in disk.drafts] == ["ab"]


async def test_a_disk_that_takes_nothing_is_said_once_and_typing_goes_on(
    alex_here: World, disk: Disk
) -> None:
    app = window(alex_here, disk)
    disk.refusal = Refusal("The disk is full, so nothing was saved. Make some room and try again.")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("a")
        app.keep_drafts()
        await settle(pilot)
        assert "disk is full" in text_of(app)
        app.clear_notifications()
        await pilot.press("b")
        app.keep_drafts()
        await settle(pilot)
        assert "disk is full" not in text_of(app)
        assert note(app).value == "ab"
        disk.refusal = None
        app.keep_drafts()
    assert [draft.words["note"].text for draft in disk.drafts] == ["ab"]


async def test_a_mistake_of_the_program_costs_no_words(alex_here: World, disk: Disk) -> None:
    app = window(alex_here, disk)
    with pytest.raises(RuntimeError):
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            await pilot.press("a", "b")

            def stumble() -> None:
                raise RuntimeError

            app.call_later(stumble)
            await settle(pilot)
    assert [draft.words["note"].text for draft in disk.drafts] == ["ab"]


# Dialogs


def everything(world: World) -> dict[str, str]:
    """Records to change, by the kind of place; one id each."""
    me = world.alex.id
    for act in (
        partial(appreciate, by=me, text="Tea"),
        partial(idea, by="", kind="date", title="Picnic"),
        partial(idea, by="", kind="trip", title="The sea"),
        partial(start_goal, name="Orchard", why_fun="apples", steps=("Dig",)),
        partial(add_wish, name="Sing", me=me),
        partial(pause, first=DAY, kind="ebb"),
        partial(add_ritual, name="Walks"),
        partial(add_beginning, by=me, text="A train", kind="drawn", on=None),
        partial(did, key="date", by=""),
    ):
        world.do(act, me)
    trip = next(plan.id for plan in world.at().library.plans if plan.kind == "trip")
    world.do(partial(add_item, plan_id=trip, text="Tickets", me=me))
    library = world.at().library
    (item,) = next(plan.items for plan in library.plans if plan.id == trip)
    (goal,) = [goal for goal in library.goals if goal.state == "active"]
    (step,) = library.milestones.of(goal.id)
    return {
        "note": next(iter(library.appreciations)).id,
        "plan": next(plan.id for plan in library.plans if plan.kind == "date"),
        "ticked": next(iter(library.moments)).id,
        "happened": planned(world, "Dinner", date(2026, 11, 18)),
        "to-do": trip,
        "to-do-item": f"{trip}/{item.id}",
        "beginning": next(iter(library.beginnings)).id,
        "goal": goal.id,
        "goal-step": goal.id,
        "time": goal.id,
        "reached": goal.id,
        "step": step.id,
        "wish": library.goals.wishes_of(me)[0].id,
        "pause": next(iter(library.pauses)).id,
        "ritual": "walks",
        "scene": "2026Q4",
        "evening": "2026Q4:resolution:",
    }


KINDS = sorted(unfinished._OPENS)


@pytest.mark.parametrize("kind", KINDS)
async def test_words_in_every_dialog_come_back_from_today_and_go_by_esc_twice(
    alex_here: World, disk: Disk, kind: str
) -> None:
    ids = everything(alex_here)
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        opened = unfinished._OPENS[kind](app, ids.get(kind, ""))
        assert opened is not None
        app.push_screen(opened)
        await settle(pilot)
        type_into(first_field(app), "20 Nov half")
        await settle(pilot)
        app.keep_drafts()
    (draft,) = disk.drafts
    assert draft.by == alex_here.alex.id
    assert draft.spot.kind == kind
    again = window(alex_here, disk)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        (row,) = unfinished_rows(again)
        today(again).open_row(row)
        await settle(pilot)
        assert typed_in(first_field(again)) == "20 Nov half"
        assert "20 Nov half" in text_of(again)
        if kind == "evening":
            assert again.drafts.mine(again.me), "an evening keeps them when it is left"
            return
        assert "Your unfinished words are back." in text_of(again)
        again.screen.set_focus(None)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(again.screen, TodayScreen)
        assert disk.drafts == []
        assert unfinished_rows(again) == []


def test_every_place_leads_back() -> None:
    """A place without a way back would be a row that opens nothing but text."""
    named: set[str] = set()
    for path in Path(ROOT / "screens").rglob("*.py"):
        named |= set(re.findall(r'Spot\(\s*f?"([a-z-]+(?:\{kind\})?):', path.read_text(encoding="utf-8")))
    named = (named - {"new-{kind}"}) | {"new-date", "new-trip"}
    assert named - {"today", "numbers"} == set(unfinished._OPENS)


async def open_form(app: RekindleApp, pilot: Pilot[int], kind: str, key: str = "") -> Form:
    opened = unfinished._OPENS[kind](app, key)
    assert isinstance(opened, Form)
    app.push_screen(opened)
    await settle(pilot)
    return opened


async def test_the_same_form_opened_again_holds_them_and_keeping_ends_it(
    alex_here: World, disk: Disk
) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(app, pilot, "new-date")
        type_into(form.query_one("#field-title", Input), "Pasta")
        type_into(form.query_one("#field-place", Input), "ours")
        assert form.set_aside()
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert len(unfinished_rows(app)) == 1
        form = await open_form(app, pilot, "new-date")
        assert (form.values()["title"], form.values()["place"]) == ("Pasta", "ours")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert unfinished_rows(app) == []
    assert [plan.title for plan in alex_here.at().library.plans] == ["Pasta"]
    assert disk.drafts == []


async def test_what_a_row_proposes_is_not_covered_by_other_words(alex_here: World, disk: Disk) -> None:
    from screens.plans.forms import new_form

    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(app, pilot, "new-date")
        type_into(form.query_one("#field-title", Input), "Pasta")
        form.set_aside()
        await settle(pilot)
        proposed = new_form(app, "date", title="A walk")
        app.push_screen(proposed)
        await settle(pilot)
        assert proposed.values()["title"] == "A walk"
        await pilot.press("escape")
        await settle(pilot)
        assert len(unfinished_rows(app)) == 1


async def test_fields_that_nobody_touched_follow_what_was_changed_meanwhile(
    alex_here: World, disk: Disk
) -> None:
    key = everything(alex_here)["plan"]
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(app, pilot, "plan", key)
        type_into(form.query_one("#field-title", Input), "Picnic at noon")
        app.keep_drafts()
    alex_here.do(partial(change_plan, plan_id=key, me="", place="the lake", title="A big picnic"))
    again = window(alex_here, disk)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(again, pilot, "plan", key)
        assert (form.values()["title"], form.values()["place"]) == ("Picnic at noon", "the lake")
        assert "A big picnic" in text_of(again), "what stands there now is said"


async def test_words_whose_record_is_gone_are_offered_as_text_and_let_go_in_two_steps(
    alex_here: World, disk: Disk
) -> None:
    key = everything(alex_here)["plan"]
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(app, pilot, "plan", key)
        type_into(form.query_one("#field-notes", Input), "bring the [/] blanket")
        app.keep_drafts()
    alex_here.do(partial(remove_plan, plan_id=key, me=""))
    again = window(alex_here, disk)
    async with again.run_test(size=SIZE) as pilot:
        for keys, left in ((("escape",), 1), (("ctrl+x", "escape"), 1), (("ctrl+x", "ctrl+x"), 0)):
            await settle(pilot)
            (row,) = unfinished_rows(again)
            today(again).open_row(row)
            await settle(pilot)
            assert isinstance(again.screen, LeftDialog)
            assert "bring the [/] blanket" in text_of(again)
            await pilot.press(*keys)
            await settle(pilot)
            assert (len(unfinished_rows(again)), len(disk.drafts)) == (left, left)


async def test_removing_the_note_lets_its_unfinished_words_go(alex_here: World, disk: Disk) -> None:
    key = everything(alex_here)["note"]
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.push_screen(NoteDialog(key))
        await settle(pilot)
        type_into(first_field(app), "Tea, and more")
        app.keep_drafts()
        assert len(disk.drafts) == 1
        await pilot.press("ctrl+x", "ctrl+x")
        await settle(pilot)
        assert disk.drafts == []
        app.action_undo()
        await settle(pilot)
        app.keep_drafts()
        assert disk.drafts == []
        assert unfinished_rows(app) == []


@pytest.mark.parametrize("answer", ["enter", "escape"])
async def test_a_form_is_set_aside_when_somebody_else_takes_the_keyboard(
    alex_here: World, disk: Disk, answer: str
) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(app, pilot, "new-wish")
        type_into(form.query_one("#field-title", Input), "SECRET")
        app.action_hand_over()
        await settle(pilot)
        assert "Over to Sam." in text_of(app)
        await pilot.press(answer)
        await settle(pilot)
        if answer == "escape":
            assert typed_in(first_field(app)) == "SECRET", "whoever stays goes on where they were"
            return
        assert isinstance(app.screen, TodayScreen)
        assert "SECRET" not in text_of(app)
        assert unfinished_rows(app) == []
        app.go_on_with(app.drafts.mine(alex_here.alex.id)[0].id)
        await settle(pilot)
        assert app.screen is today(app), "nobody opens the other one's"


async def test_numbers_for_a_hard_time_are_kept_and_named_by_no_list(alex_here: World, disk: Disk) -> None:
    from screens.dialogs.support import numbers_form

    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.push_screen(numbers_form(app))
        await settle(pilot)
        type_into(first_field(app), "0800")
        dialog(app).set_aside()
        await settle(pilot)
        assert unfinished_rows(app) == []
        app.push_screen(numbers_form(app))
        await settle(pilot)
        assert typed_in(first_field(app)) == "0800"


async def test_an_answer_of_the_evening_survives_and_a_resolution_made_meanwhile_is_noticed(
    alex_here: World, disk: Disk
) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        opened = unfinished._OPENS["evening"](app, "2026Q4:resolution:")
        assert opened is not None
        app.push_screen(opened)
        await settle(pilot)
        app.screen.query_one("#answer", Input).value = "More walks"
        app.keep_drafts()
    alex_here.do(partial(resolve, quarter="2026Q4", text="Fewer screens"))
    again = window(alex_here, disk)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        (row,) = unfinished_rows(again)
        today(again).open_row(row)
        await settle(pilot)
        assert again.screen.query_one("#answer", Input).value == "More walks"
        await pilot.press("enter")
        await settle(pilot)
    assert disk.drafts == []
    found = alex_here.at().library.reviews.of("2026Q4")
    assert found is not None
    assert found.resolution == "More walks"
    kept = alex_here.at().library.documents.get("reviews", found.id)
    assert "Fewer screens" in str(kept), "the other words are in the history"


# Leaving


@pytest.mark.parametrize(("key", "left"), [("l", ["mine", "theirs"]), ("y", ["theirs"])])
async def test_leaving_keeps_the_words_for_later_or_lets_ones_own_go(
    alex_here: World, disk: Disk, key: str, left: list[str]
) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.sitting.me = alex_here.sam.id
        app.reload()
        await pilot.press(*"theirs")
        app.sitting.me = alex_here.alex.id
        app.reload()
        await pilot.press(*"mine")
        await app.run_action("leave")
        await settle(pilot)
        assert isinstance(app.screen, LeaveDialog)
        await pilot.press(key)
        await settle(pilot)
    assert app.return_value == 0
    assert sorted(draft.words["note"].text for draft in disk.drafts) == left


async def test_words_that_were_only_found_are_no_reason_to_ask(alex_here: World, disk: Disk) -> None:
    await type_and_die(alex_here, disk)
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await app.run_action("leave")
        await settle(pilot)
    assert app.return_value == 0
    assert len(disk.drafts) == 1


async def test_letting_go_means_the_words_that_were_found_in_a_form_too(alex_here: World, disk: Disk) -> None:
    app = window(alex_here, disk)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        form = await open_form(app, pilot, "new-date")
        type_into(form.query_one("#field-title", Input), "Pasta")
        app.keep_drafts()
    again = window(alex_here, disk)
    async with again.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await open_form(again, pilot, "new-date")
        await again.run_action("leave")
        await settle(pilot)
        assert "Let it go  y" in text_of(again)
        await pilot.press("y")
        await settle(pilot)
    assert disk.drafts == []
