"""The guided evening: two people, one keyboard; typed words stay their writer's, one press tells nothing."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, TextArea

from screens.app import RekindleApp
from screens.dialogs.leave import LeaveDialog
from screens.dialogs.who import HandOver
from screens.review import actions
from screens.review.evening import EveningDialog
from screens.review.screen import ReviewScreen
from screens.review.steps import Step
from screens.widgets.fields import Field
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tracker.acts.reviews import answer, resolve
from tracker.acts.scenes import read_together, write_scene
from tracker.content_review import questions_of
from tracker.errors import Refusal
from tracker.records.reviews import Review
from tracker.store.changes import Receipt
from tracker.store.protocol import Build

QUARTER = "2026Q4"
ASKED = [one.key for one in questions_of(QUARTER)]


async def begin(app: RekindleApp, pilot: Pilot[int], step: Step | None = None) -> EveningDialog:
    """The evening of the running quarter, at a step."""
    await settle(pilot)
    await app.run_action("page('review')")
    await settle(pilot)
    assert isinstance(app.screen, ReviewScreen)
    if step is not None:
        app.screen.left_at[QUARTER] = step
    actions.open_evening(app.screen)
    await settle(pilot)
    return evening(app)


def evening(app: RekindleApp) -> EveningDialog:
    assert isinstance(app.screen, EveningDialog)
    return app.screen


def field(app: RekindleApp) -> Field:
    return evening(app).query_one("#answer", Field)


def words(app: RekindleApp) -> TextArea:
    return evening(app).query_one("#words", TextArea)


async def hand_over(app: RekindleApp, pilot: Pilot[int], key: str = "enter") -> None:
    await pilot.press("ctrl+o")
    await settle(pilot)
    assert isinstance(app.screen, HandOver)
    await pilot.press(key)
    await settle(pilot)


def answers(world: World) -> list[tuple[str, str, str]]:
    couple = world.at().couple
    found = world.at().library.answers(QUARTER)
    return sorted((one.question, couple.name_of(one.by), one.text) for one in found)


def the_review(world: World) -> Review:
    found = world.at().library.reviews.of(QUARTER)
    assert found is not None
    return found


async def test_a_whole_evening_by_keyboard(alex_here: World) -> None:
    alex_here.do(partial(resolve, quarter="2026Q3", text="Fewer screens"))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "5")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert "Fewer screens" in text_of(app)
        assert "belong to you both" in text_of(app), "said before a word is typed"
        await pilot.press("enter", *"Tent", "enter")
        await settle(pilot)
        assert answers(alex_here) == [(ASKED[0], "Alex", "Tent")]
        await pilot.press("ctrl+b")
        await hand_over(app, pilot)
        assert "Alex: Tent" in text_of(app)
        await pilot.press(*"Goose", *["enter"] * len(ASKED))
        await settle(pilot)
        assert answers(alex_here) == [(ASKED[0], "Alex", "Tent"), (ASKED[0], "Sam", "Goose")]
        await pilot.press(*"Walk", "enter")
        await settle(pilot)
        assert the_review(alex_here).resolution == "Walk"
        await pilot.press(*"Late bread", "ctrl+r", "ctrl+r")
        await hand_over(app, pilot)
        assert "Late bread" not in text_of(app)
        await pilot.press(*"The sea", "ctrl+r", "ctrl+r")
        await settle(pilot)
        assert "Sam: Late bread" in text_of(app)
        assert "Alex: The sea" in text_of(app)
        await pilot.press("enter", "ctrl+r", "ctrl+r")
        assert the_review(alex_here).renewed_on is None
        await hand_over(app, pilot)
        await pilot.press("ctrl+r", "ctrl+r")
        await settle(pilot)
        assert the_review(alex_here).renewed_on == date(2026, 11, 20)
        await pilot.press("enter")
        await settle(pilot)
        for kept in ("2 answers", "Walk", "two scenes", "said by both"):
            assert kept in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "Goose" in str(app.screen.shown)


async def test_what_is_only_typed_stays_with_its_writer(alex_here: World) -> None:
    app = alex_here.app()
    step = Step("question", ASKED[1])
    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot, step)
        field(app).value = "SECRET of Alex"
        await hand_over(app, pilot)
        assert "SECRET" not in text_of(app)
        assert field(app).value == ""
        field(app).value = "Sam's own"
        await hand_over(app, pilot, "escape")
        assert field(app).value == "Sam's own", "Escape goes back to who was here"
        await hand_over(app, pilot)
        assert field(app).value == "SECRET of Alex"
        dialog.action_leave()
        await settle(pilot)
        assert answers(alex_here) == []
        assert "SECRET" not in text_of(app)
        assert isinstance(app.screen, ReviewScreen)
        actions.open_evening(app.screen)
        await settle(pilot)
        assert evening(app).step == step
        assert field(app).value == "SECRET of Alex"
        await app.run_action("leave")
        await settle(pilot)
        assert isinstance(app.screen, LeaveDialog), "words that were not kept are asked about"


async def test_a_draft_of_one_question_is_not_the_next_ones(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot, Step("question", ASKED[1]))
        field(app).value = "half"
        dialog.action_back()
        assert field(app).value == ""
        dialog.action_on()
        assert field(app).value == "half"
        dialog.action_on()
        await settle(pilot)
        assert answers(alex_here) == [(ASKED[1], "Alex", "half")]
        assert app.drafts.mine(alex_here.alex.id) == ()


async def test_a_scene_shows_to_nobody_before_both_pressed(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot, Step("scene"))
        await pilot.press("ctrl+r", "ctrl+r")
        await settle(pilot)
        assert "Write a few words of your own first" in text_of(app)
        words(app).text = "SECRET morning"
        await pilot.press("ctrl+r", "ctrl+r")
        await settle(pilot)
        assert "You pressed; ^o hands over." in text_of(app)
        await hand_over(app, pilot)
        assert "SECRET" not in text_of(app)
        assert "You pressed" not in text_of(app)
        words(app).action_undo()
        assert words(app).text == "", "undoing brings nobody else's words"
        words(app).text = "The sea"
        dialog.action_on()
        dialog.action_back()
        await settle(pilot)
        assert words(app).text == "The sea"
        assert "SECRET" not in text_of(app)
        assert all(one.read_on is None for one in alex_here.at().library.future_scenes)
        await pilot.press("ctrl+r", "ctrl+r")
        await settle(pilot)
        assert "Alex: SECRET morning" in text_of(app)
        assert "Sam: The sea" in text_of(app)
        assert {one.read_on for one in alex_here.at().library.future_scenes} == {date(2026, 11, 20)}


@pytest.mark.parametrize("kind", ["scene", "in"])
@pytest.mark.parametrize("first_pressed", [True, False])
async def test_one_press_leaves_no_trace(alex_here: World, kind: str, first_pressed: bool) -> None:
    for by in (alex_here.alex.id, alex_here.sam.id):
        alex_here.do(partial(write_scene, quarter=QUARTER, by=by, text="A day"))
    before = alex_here.store.documents
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot, Step(kind))
        plain = text_of(app).splitlines()[1:]
        if first_pressed:
            await pilot.press("ctrl+r", "ctrl+r")
        await hand_over(app, pilot)
        assert text_of(app).splitlines()[1:] == plain, "the other one sees no press"
        dialog.action_leave()
        await settle(pilot)
        assert alex_here.store.documents is before
        assert isinstance(app.screen, ReviewScreen)
        actions.open_evening(app.screen)
        await settle(pilot)
        await pilot.press("ctrl+r", "ctrl+r")
        await settle(pilot)
        assert alex_here.store.documents is before, "a press of an evening that was left counts no more"


async def test_an_evening_left_half_way_is_gone_on_with(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot)
        assert dialog.step == Step("before")
        dialog.action_on()
        field(app).value = "Tent"
        dialog.action_on()
        dialog.action_leave()
        await settle(pilot)
    fresh = alex_here.app()
    async with fresh.run_test(size=SIZE) as pilot:
        assert (await begin(fresh, pilot)).step == Step("question", ASKED[1])
    assert answers(alex_here) == [(ASKED[0], "Alex", "Tent")]


async def test_two_windows_answering_at_once_keep_both(alex_here: World) -> None:
    one, other = alex_here.app(), alex_here.app()
    step = Step("question", ASKED[0])

    async def write(app: RekindleApp, who: str, text: str) -> None:
        async with app.run_test(size=SIZE) as pilot:
            app.sitting.me = who
            dialog = await begin(app, pilot, step)
            field(app).value = text
            await settle(pilot)
            dialog.action_on()
            await settle(pilot)

    await asyncio.gather(
        write(one, alex_here.alex.id, "The tent"), write(other, alex_here.sam.id, "The goose")
    )
    assert sorted(answers(alex_here)) == [
        (ASKED[0], "Alex", "The tent"),
        (ASKED[0], "Sam", "The goose"),
    ]


async def test_another_windows_words_show_beside_and_never_replace_what_is_typed(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await begin(app, pilot, Step("question", ASKED[0]))
        field(app).value = "half a thou"
        for by, text in ((alex_here.sam.id, "The goose"), (alex_here.alex.id, "Elsewhere")):
            alex_here.do(partial(answer, quarter=QUARTER, question=ASKED[0], by=by, text=text))
        app.reload()
        await settle(pilot)
        assert "Sam: The goose" in text_of(app)
        assert field(app).value == "half a thou"
        evening(app).action_on()
        evening(app).action_back()
        await settle(pilot)
        assert (ASKED[0], "Alex", "half a thou") in answers(alex_here)
        alex_here.do(partial(answer, quarter=QUARTER, question=ASKED[0], by=alex_here.alex.id, text="Newer"))
        app.reload()
        assert field(app).value == "Newer", "untouched words follow what stands"


async def test_a_refusal_keeps_what_was_typed(alex_here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    app = alex_here.app()

    def full(build: Build) -> Receipt:
        raise Refusal("The disk is full; make some room and try again.")

    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot, Step("resolution"))
        field(app).value = "Precious"
        monkeypatch.setattr(alex_here.store, "write", full)
        dialog.action_on()
        await settle(pilot)
        assert "disk is full" in text_of(app)
        assert (dialog.step, field(app).value) == (Step("resolution"), "Precious")


async def test_with_nobody_in_particular_only_shared_words_have_a_field(world: World) -> None:
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        dialog = await begin(app, pilot, Step("question", ASKED[0]))
        assert not field(app).display
        assert "p says who is here" in text_of(app)
        evening(app).action_on()
        assert answers(world) == []
        while dialog.step.kind != "resolution":
            dialog.action_on()
        field(app).value = "A walk"
        dialog.action_on()
        assert the_review(world).resolution == "A walk"
        assert not words(app).display
        assert not dialog.query_one("#together", Button).display


async def test_words_for_a_scene_that_was_read_meanwhile_stay_in_sight_for_their_writer(
    alex_here: World,
) -> None:
    for by in (alex_here.alex.id, alex_here.sam.id):
        alex_here.do(partial(write_scene, quarter=QUARTER, by=by, text="A day"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await begin(app, pilot, Step("scene"))
        words(app).text = "A day, and a dog"
        alex_here.do(partial(read_together, quarter=QUARTER))
        app.reload()
        await settle(pilot)
        assert "Typed by you and not kept: A day, and a dog" in text_of(app)
        await hand_over(app, pilot)
        assert "and a dog" not in text_of(app)


@pytest.mark.parametrize("kind", ["scene", "end"])
async def test_no_button_is_cut_off_and_none_is_there_twice(alex_here: World, kind: str) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await begin(app, pilot, Step(kind))
        shown = [one for one in dialog.query(Button) if one.display]
        room = dialog.query_one(".buttons").content_region
        assert all(room.contains_region(one.region) for one in shown)
        names = [str(one.label).split()[0] for one in shown]
        assert len(set(names)) == len(names)
