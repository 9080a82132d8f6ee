"""What one key may not do by itself: telling, removing and offering ask first, and any other key is a no."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from textual.events import MouseDown, MouseUp
from textual.pilot import Pilot
from textual.widgets import Button, Input, TextArea

from screens.app import RekindleApp
from screens.dialogs.note import NoteDialog, OfferDialog
from screens.widgets.rows import Rows
from tests.screens.bursts import burst
from tests.screens.conftest import World
from tests.screens.test_check_in import rows, settle, text_of
from tracker.acts.entries import appreciate
from tracker.acts.rituals import did

SIZE = (80, 24)


@pytest.fixture
def noted(alex_here: World) -> World:
    """Alex noticed something two days ago: today it is offered to be told."""
    alex_here.do(partial(appreciate, by=alex_here.alex.id, text="You waited up", day=date(2026, 11, 18)))
    return alex_here


def told(world: World) -> bool:
    (note,) = world.at().library.appreciations
    return bool(note.told)


def messages(app: RekindleApp) -> list[str]:
    """What is said in passing now."""
    return [notification.message for notification in app._notifications]


async def click(app: RekindleApp, pilot: Pilot[int], selector: str) -> None:
    """A click as the terminal reports it: `Pilot.click` goes past the app."""
    place = app.screen.query_one(selector).region
    for kind in (MouseDown, MouseUp):
        app.post_message(kind(None, place.x + 1, place.y, 0, 0, 1, False, False, False))
    await settle(pilot)


@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        (("t",), False),
        (("t", "t"), True),
        (("t", "enter"), True),
        (("t", "h", "t"), False),
        (("t", "up", "enter", "escape"), False),
        (("l", "i", "t", "t", "l", "e"), False),
        (("l", "o", "t", "enter", "escape"), False),
        (("m", "i", "t", "t", "enter", "escape"), False),
        (("l", "o", "t", "down", "t", "t"), True),
        (("j", "k", "t", "t"), True),
        (("home", ".", "space", "space"), False),
        (tuple("thank you for the tea"), False),
        (("home", "space"), False),
        (("home", "space", "space"), True),
        (("home", "space", "enter"), True),
        (("home", "space", "t"), False),
        (("home", "enter", "enter"), False),
        (("home", "enter", "t"), False),
        (("home", "enter", "v"), False),
        (("home", "enter", "t", "v"), False),
        (("home", "enter", "t", "t"), True),
        (("home", "enter", "v", "enter"), True),
        (("home", "enter", *"thank you very much"), False),
    ],
)
async def test_a_note_is_told_in_two_steps(noted: World, keys: tuple[str, ...], is_told: bool) -> None:
    app = noted.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("escape", *keys)
        await settle(pilot)
        assert told(noted) is is_told
        if is_told:
            assert messages(app) == ["Told. It belongs to you both now; u takes it back."]
            await pilot.press("u")
            await settle(pilot)
            assert not told(noted)


async def test_the_first_press_chooses_the_note_and_asks(noted: World) -> None:
    app = noted.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("escape", "end", "t")
        await settle(pilot)
        assert messages(app) == ["Did you say it aloud? Press the same key again, or Enter."]
        assert app.screen.query_one("#list", Rows).chosen == rows(app)[0]
        await pilot.press("k")
        await settle(pilot)
        assert messages(app) == []


@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        ("that tiny thing you did for the two of us xx", False),
        (("t", "h", "t", "enter"), False),
        (("t", "h", "enter"), False),
        ("the little light we lit", False),
        (("home", "space", "j", "space"), False),
        (("t", "t"), False),
        (("home", "space", "enter", "escape"), False),
    ],
)
async def test_in_one_read_the_same_holds(noted: World, keys: tuple[str, ...] | str, is_told: bool) -> None:
    app = noted.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await burst(pilot, *keys)
        assert told(noted) is is_told


@pytest.mark.parametrize("confirms", ["delete", "enter", "ctrl+x"])
async def test_a_note_goes_at_the_second_press(noted: World, confirms: str) -> None:
    app = noted.app()
    first = "delete" if confirms == "enter" else confirms
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("escape", "home", "x", "x", "backspace", "backspace", first, "j")
        assert len(noted.at().library.appreciations) == 1
        await pilot.press("home", first, confirms)
        await settle(pilot)
        assert len(noted.at().library.appreciations) == 0
        await pilot.press("u")
        assert len(noted.at().library.appreciations) == 1


async def test_a_question_is_about_its_own_row(alex_here: World) -> None:
    for words in ("One", "Two"):
        alex_here.do(partial(appreciate, by=alex_here.alex.id, text=words))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "home", "delete")
        app.screen.query_one("#list", Rows).action_down()
        await pilot.press("delete")
        await settle(pilot)
        assert len(alex_here.at().library.appreciations) == 2


async def test_cutting_words_does_not_remove_their_note(alex_here: World) -> None:
    alex_here.do(partial(appreciate, by=alex_here.alex.id, text="You waited up"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, NoteDialog)
        await pilot.press("ctrl+x", "a", "ctrl+x")
        await settle(pilot)
        assert isinstance(app.screen, NoteDialog)
        assert "Remove this note?" in text_of(app)
        await pilot.press("ctrl+x")
        await settle(pilot)
        assert len(alex_here.at().library.appreciations) == 0


async def test_words_in_a_dialog_are_asked_about_each_time(alex_here: World) -> None:
    alex_here.do(partial(appreciate, by=alex_here.alex.id, text="You waited up"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "home", "enter")
        await settle(pilot)
        await pilot.press("!", "escape", "!", "escape")
        await settle(pilot)
        assert isinstance(app.screen, NoteDialog)
        assert app.screen.query_one(TextArea).text == "You waited up!!"
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, NoteDialog)


async def test_a_mark_with_a_note_is_taken_back_at_the_second_press(alex_here: World) -> None:
    me = alex_here.alex.id
    alex_here.do(partial(did, key="date", by=me, text="At the lake"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        app.screen.query_one("#list", Rows).choose("ritual:date")
        await pilot.press("space")
        assert len(alex_here.at().library.moments) == 1
        await pilot.press("space")
        assert len(alex_here.at().library.moments) == 0


async def test_the_mouse_confirms_with_a_second_click(noted: World) -> None:
    app = noted.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OfferDialog)
        app.screen.query_one("#aloud", Button).active_effect_duration = 0  # a second click would be ignored
        await click(app, pilot, "#aloud")
        assert not told(noted)
        await click(app, pilot, "#aloud")
        assert told(noted)


@pytest.mark.parametrize("note", ["p", "5", "hi"])
async def test_a_note_of_one_or_two_characters_is_asked_about(alex_here: World, note: str) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press(*note, "enter")
        await settle(pilot)
        assert len(alex_here.at().library.appreciations) == 0
        assert "Enter once more keeps it" in messages(app)[0]
        assert app.screen.query_one("#note", Input).value == note
        await pilot.press("enter")
        await settle(pilot)
        assert [one.text for one in alex_here.at().library.appreciations] == [note]


async def test_a_short_note_that_is_written_on_is_kept_at_once(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "enter", *"atience", "enter")
        await settle(pilot)
    assert [one.text for one in alex_here.at().library.appreciations] == ["patience"]
