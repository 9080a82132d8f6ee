"""Keys that work everywhere: pages and hand-over by alt, from fields, dialogs, lists and the palette."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.events import Key
from textual.widgets import Input

from screens.commands import ALT_CHORDS, CHORDS, PAGES
from screens.dialogs.form import Form
from screens.dialogs.help import HelpScreen
from screens.dialogs.who import Cover, HandOver, WhoIsHere
from screens.review.evening import EveningDialog
from screens.widgets.lines import KeyLine, TopLine
from tests.screens.conftest import World
from tests.screens.test_check_in import settle, text_of
from tests.screens.test_twice import messages

SIZE = (80, 24)


def test_the_alt_keys_that_are_bound_are_those_that_the_terminal_lets_through() -> None:
    keys = {key for one in CHORDS for key in getattr(one, "key", "").split(",")}
    assert {key for key in keys if key.startswith("alt+")} == ALT_CHORDS


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, key, _ in PAGES])
async def test_a_page_is_reached_from_a_field_and_the_words_stay(
    alex_here: World, name: str, key: str
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Half a", f"alt+{key}")
        await settle(pilot)
        assert app.current_mode == name
        await pilot.press("alt+1")
        await settle(pilot)
        assert app.screen.query_one("#note", Input).value == "Half a"


@pytest.mark.parametrize("key", ["alt+p", "ctrl+g"])
@pytest.mark.parametrize("before", [(), ("escape",), ("escape", "a"), ("ctrl+p",), ("f1",)])
async def test_a_hand_over_is_reached_from_anywhere(
    alex_here: World, key: str, before: tuple[str, ...]
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Half a", *before)
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, HandOver)
        assert not app.me
        await pilot.press("escape")
        await settle(pilot)
        assert len(app.screen_stack) == 1
        assert app.screen.query_one("#note", Input).value == "Half a"


@pytest.mark.parametrize("key", ["alt+2", "alt+p", "ctrl+g"])
async def test_words_in_a_dialog_are_not_dropped_by_going_elsewhere(alex_here: World, key: str) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "a")
        await settle(pilot)
        await pilot.press(*"Walk", key)
        await settle(pilot)
        assert not isinstance(app.screen, Form)
        assert "Walk" not in text_of(app)
        await pilot.press("escape", "escape")
        await settle(pilot)
        if key == "alt+2":
            assert app.current_mode == "dates"
            await pilot.press("1", "escape", "home", "enter")
            await settle(pilot)
        assert isinstance(app.screen, Form), "whoever stays goes on where they were"
        assert app.screen.values()["name"] == "Walk"


async def test_a_form_over_a_dialog_closes_first(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("alt+2", "i")
        await settle(pilot)
        await pilot.press("enter", "ctrl+p")
        await settle(pilot)
        assert len(app.screen_stack) == 4
        await pilot.press("alt+4")
        await settle(pilot)
        assert (app.current_mode, len(app.screen_stack)) == ("goals", 1)


async def test_the_palette_and_help_close_for_a_page(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, CommandPalette)
        await pilot.press("alt+3")
        await settle(pilot)
        assert (app.current_mode, len(app.screen_stack)) == ("trips", 1)


async def test_nothing_is_reached_from_a_plain_screen_or_past_who_is_here(world: World) -> None:
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in sorted(ALT_CHORDS):
            await pilot.press(key)
            assert isinstance(app.screen, WhoIsHere)
        await pilot.press("escape")
        await settle(pilot)
        assert len(app.screen_stack) == 1
        await pilot.press("p", "1", "ctrl+l")
        await settle(pilot)
        for key in sorted(ALT_CHORDS):
            await pilot.press(key)
            assert isinstance(app.screen, Cover)
        assert app.current_mode == "today"


async def test_the_evening_stays_open_while_one_hands_over(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("alt+5", "e")
        await settle(pilot)
        await pilot.press("alt+p")
        await settle(pilot)
        assert isinstance(app.screen, HandOver)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, EveningDialog)
        assert app.me == alex_here.sam.id


# ── What the screen says of them ──


async def test_the_chords_stand_on_the_key_line_while_a_field_has_the_focus(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        line = text_of(app).splitlines()[-1]
        assert "alt+1…6 pages" in line
        assert "alt+p partner" in line
        assert "^q quit" in line
        await pilot.press("escape")
        await settle(pilot)
        assert "alt" not in app.screen.query_one(KeyLine).render_line(0).text


async def test_the_digits_are_dim_while_a_field_takes_them(alex_here: World) -> None:
    app = alex_here.app()

    def digits() -> list[bool]:
        tabs = app.screen.query_one(TopLine).render_line(1)
        return [bool(s.style and s.style.dim) for s in tabs if s.text.strip().isdigit()]

    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert digits() == [True] * 6
        await pilot.press("escape")
        await settle(pilot)
        assert digits() == [False] * 6
        await pilot.press("n")
        await settle(pilot)
        assert digits() == [True] * 6


# ── Leaving, and other keyboards ──


async def test_q_on_a_list_leaves_and_in_a_field_is_a_letter(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("q", "escape", "q")
        await settle(pilot)
        assert app.is_running
        assert "typed and not kept" in text_of(app)
        await pilot.press("escape", "n", "backspace", "escape", "q")
        await settle(pilot)
    assert app.return_code == 0


@pytest.mark.parametrize(
    ("typed", "page"),
    [("é", "dates"), ("(", "review"), ("-", "journey"), ('"', "trips"), ("'", "goals")],
)
async def test_the_digit_row_of_a_french_keyboard_leads_to_the_pages(
    alex_here: World, typed: str, page: str
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(typed, "escape", typed)
        await settle(pilot)
        assert app.current_mode == page
        await pilot.press("&")
        await settle(pilot)
        assert app.current_mode == "today"
        assert app.screen.query_one("#note", Input).value == typed


@pytest.mark.parametrize("layout", ["т", "ν", "מ"])
async def test_commands_work_on_other_layouts_and_fields_keep_their_letters(
    alex_here: World, layout: str
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", layout)
        await settle(pilot)
        assert isinstance(app.focused, Input)
        await pilot.press(layout)
        assert app.focused.value == layout


@pytest.mark.parametrize("key", ["з", "π", "פ"])
async def test_a_hand_over_works_on_other_layouts(alex_here: World, key: str) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", key)
        await settle(pilot)
        assert isinstance(app.screen, HandOver)


# ── A word on the plain screen, and keys that come too early ──


@pytest.mark.parametrize("word", ["please", "pop", "papa", "help", "keep"])
async def test_a_word_does_not_hand_over(alex_here: World, word: str) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Half a", "escape", *word, "enter")
        await settle(pilot)
        assert isinstance(app.screen, HandOver)
        await pilot.press("escape")
        await settle(pilot)
        assert app.me == alex_here.alex.id
        assert app.screen.query_one("#note", Input).value == "Half a"


async def test_enter_alone_hands_over_after_a_word_as_well(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", *"po", "enter", "enter")
        await settle(pilot)
        assert app.me == alex_here.sam.id


async def test_keys_that_come_before_the_first_question_reach_it(world: World) -> None:
    app = world.app()
    for key in ("x", "delete", "2"):
        app.simulate_key(key)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app.me == world.sam.id


async def test_what_is_typed_while_the_app_starts_goes_into_the_field(alex_here: World) -> None:
    app = alex_here.app()
    for key in "that tea":
        app.post_message(Key("space" if key == " " else key, key))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app.screen.query_one("#note", Input).value == "that tea"
    assert app.current_mode == "today"


async def test_what_is_typed_while_the_app_starts_never_passes_the_question(world: World) -> None:
    app = world.app()
    for key in "pxt3gu":
        app.simulate_key(key)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, WhoIsHere)
        assert app.current_mode == "today"
        assert messages(app) == []
