"""However fast keys come, their order is the order of their effects."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screens import input_order
from screens.dialogs.form import Form
from screens.dialogs.support import numbers_form
from screens.journey.screen import JourneyScreen
from screens.lookup.dialog import LookupDialog
from screens.widgets.cards import Cards
from screens.widgets.fields import NoteField
from screens.widgets.rows import Rows
from tests.screens.bursts import burst, come_to_rest, send
from tests.screens.conftest import NOON, AccountInMemory, World
from tests.screens.test_check_in import SIZE, settle
from tracker.acts.couple import set_up
from tracker.clock import FixedClock
from tracker.store.memory import MemoryStore

BACK, LEFT = "backspace", "left"


def texts(world: World) -> list[str]:
    return sorted(note.text for note in world.at().library.appreciations)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ((*"teh", BACK, BACK, *"he"), "the"),
        ((*"abc", LEFT, LEFT, "X"), "aXbc"),
        ((*"two words", "ctrl+w", *"more"), "two more"),
        ((*"bc", "home", "a", "end", "d"), "abcd"),
        ((*"aé🙂", BACK, *"b", "home", "delete"), "éb"),
    ],
)
async def test_letters_and_keys_that_edit_keep_their_order(
    alex_here: World, typed: tuple[str, ...], stands: str
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, *typed)
        assert app.screen.query_one("#note", Input).value == stands


async def test_two_notes_in_one_burst_are_two_notes(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, *"first", "enter", *"second", "enter")
    assert texts(alex_here) == ["first", "second"]


async def test_what_follows_tab_goes_into_the_next_field(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, *"half", "tab", *"cue", "shift+tab", *"way", "down", events.Paste(" at tea"))
        assert [field.value for field in app.screen.query(NoteField)] == ["halfway", "cue at tea"]


async def test_a_click_keeps_its_place_among_keys(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        field = app.screen.query_one("#note").region
        down, up = (
            kind(None, field.right - 1, field.y, 0, 0, 1, False, False, False)
            for kind in (events.MouseDown, events.MouseUp)
        )
        await burst(pilot, *"half", "tab", *"cue", down, up, *"way")
        assert [field.value for field in app.screen.query(NoteField)] == ["halfway", "cue"]


async def test_a_key_that_opens_a_form_and_what_is_typed_into_it(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "escape", "2", "n", *"A walk", "tab", *"tomorrow", "ctrl+s")
    (walk,) = alex_here.at().library.plans
    assert (walk.title, walk.state) == ("A walk", "planned")


async def test_a_text_area_keeps_the_order_and_gives_the_focus_on(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await app.push_screen(numbers_form(app))
        await settle(pilot)
        words = app.screen.query_one(TextArea)
        await burst(pilot, *"teh", BACK, BACK, *"he", "enter", *"more", "up", "end", "!", events.Paste("?"))
        assert words.text == "the!?\nmore"
        await burst(pilot, "a", "tab", "b")
        assert words.text == "the!?a\nmore"
        assert app.focused is not words
        await burst(pilot, "shift+tab", "c", "ctrl+s")
    assert alex_here.at().couple.support_numbers.startswith("the!?ac")


async def state_of(pilot: Pilot[int]) -> list[str]:
    """Where the app is and what stands in it, as far as keys decide it."""
    app = pilot.app
    screens = [type(screen).__name__ for screen in app.screen_stack]
    focused = f"{type(app.focused).__name__}#{app.focused.id}" if app.focused else ""
    fields = [field.value for field in app.screen.query(Input)]
    rows = [str(rows._chosen) for rows in app.screen.query(Rows)]
    cards = [str(cards._chosen) for cards in app.screen.query(Cards)]
    return [*screens, focused, *fields, *rows, *cards]


def a_couple() -> World:
    """The same two every time, with Alex here."""
    clock = FixedClock(NOON)
    made = World(MemoryStore(clock), clock, AccountInMemory())
    made.do(lambda at: set_up(at, ("Alex", "Sam"), effort_start=NOON.date(), time_zone="UTC"))
    made.account.set_me(made.at().couple.id, made.alex.id)
    return made


@pytest.mark.parametrize(
    "keys",
    [
        ("escape", "3", "home", "down", "right"),  # a page that has no size yet when the arrows come
        ("escape", "6", "l", "escape", "down", "enter", "escape", "p", "escape", "1", "n", "x"),
        ("escape", "6", "enter", "enter", "down", "x"),
        ("escape", "2", "i", "slash", *"walk", "enter", "down", "space", "escape", "end"),
        ("escape", "4", "n", *"Sing", "tab", *"Fun", "tab", *"abc", "left", "X", "ctrl+s", "down", "enter"),
        ("escape", "5", "d", "left", "up", "enter", "escape", "pagedown"),
        ("ctrl+l", "a", "enter", "b", "escape", "question_mark", "pagedown", "escape", "s", "tab", "c"),
    ],
)
async def test_a_burst_does_what_the_same_keys_do_slowly(keys: tuple[str, ...]) -> None:
    slow, fast = a_couple().app(), a_couple().app()
    async with slow.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in keys:
            await burst(pilot, key)
            await settle(pilot)
        wanted = await state_of(pilot)
    async with fast.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await burst(pilot, *keys)
        assert await state_of(pilot) == wanted


async def test_the_palette_has_searched_before_enter(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "escape", "ctrl+p", *"journey", "enter", "l")
        assert isinstance(app.screen, LookupDialog)
        assert isinstance(app.screen_stack[0], JourneyScreen)


async def test_a_command_of_the_palette_comes_before_the_keys_behind_it(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await burst(pilot, "escape", "2", "ctrl+p", *"new", "enter", *"Walk")
        assert isinstance(app.screen, Form)
        assert app.screen.query_one("#field-title", Input).value == "Walk"


async def test_a_long_text_without_brackets_is_not_drawn_letter_by_letter(alex_here: World) -> None:
    app, drawn = alex_here.app(), 0
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        refresh = app.screen._compositor_refresh

        def counted() -> None:
            nonlocal drawn
            drawn += 1
            refresh()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(app.screen, "_compositor_refresh", counted)
            await burst(pilot, *("word " * 60), BACK, BACK, "!")
        assert app.screen.query_one("#note", Input).value == ("word " * 60)[:-2] + "!"
    assert drawn < 60


async def test_a_widget_that_never_comes_to_rest_does_not_make_the_app_deaf(
    alex_here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(input_order, "_MOST_WAITS", 5)
    app, waits = alex_here.app(), asyncio.Event()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.screen.query_one("#cue").call_later(waits.wait)
        await send(app, *"warm", BACK, "escape", "end")
        for _ in range(200):
            await asyncio.sleep(0.005)
            if not app.has_input_left:
                break
        assert app.screen.query_one("#note", Input).value == "war"
        assert isinstance(app.focused, Rows)
        waits.set()
        await come_to_rest(pilot)
        await burst(pilot, "n", *"m!")
        assert app.screen.query_one("#note", Input).value == "warm!"
