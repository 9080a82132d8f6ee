"""The daily check-in, by keyboard, as two people do it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest
from textual.notifications import SeverityLevel
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.who import Cover, HandOver, WhoIsHere
from screens.palette import SteadyPalette
from screens.today.screen import TodayScreen
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tracker.acts.entries import appreciate
from tracker.acts.rituals import add_ritual
from tracker.errors import Refusal
from tracker.store.changes import Receipt
from tracker.store.protocol import Build

SIZE = (80, 24)


def text_of(app: RekindleApp) -> str:
    """Everything that stands on the screen."""
    return "\n".join(
        "".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()
    )


async def settle(pilot: Pilot[int]) -> None:
    """Until every message is answered and the screen is laid out and drawn."""
    for _ in range(3):
        await pilot.pause()


def rows(app: RekindleApp) -> list[str]:
    return [row.id for row in app.screen.query_one(Rows).rows if row.id]


async def test_type_and_enter_keeps_a_note_for_its_author_alone(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(*"Warm tea", "enter")
        await settle(pilot)
        assert app.screen.query_one("#note", Input).value == ""
        assert "Warm tea" in text_of(app)
    (note,) = alex_here.at().library.appreciations
    assert (note.text, note.by, note.about) == ("Warm tea", alex_here.alex.id, alex_here.sam.id)
    assert note.day == date(2026, 11, 20)


async def test_a_cue_is_kept_with_it(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Tea", "tab", *"at breakfast", "enter")
    (note,) = alex_here.at().library.appreciations
    assert note.cue == "at breakfast"


async def test_a_refusal_never_costs_what_was_typed(
    alex_here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = alex_here.app()

    def full(build: Build) -> Receipt:
        raise Refusal("The disk is full; make some room and try again.")

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press(*"Precious")
        monkeypatch.setattr(alex_here.store, "write", full)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one("#note", Input).value == "Precious"
        assert "disk is full" in text_of(app)


async def test_who_is_here_is_asked_and_until_then_only_shared_things_show(world: World) -> None:
    world.do(partial(appreciate, by=world.alex.id, text="A private thing"))
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, WhoIsHere)
        assert "A private thing" not in text_of(app)
        await pilot.press("2")
        await settle(pilot)
        assert app.me == world.sam.id
        assert "A private thing" not in text_of(app)
        assert "about Alex" in text_of(app)


async def test_both_of_us_shows_shared_things_and_no_field(world: World) -> None:
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.me == ""
        assert not app.screen.query_one("#note").display
        assert "weather" not in text_of(app).lower()


async def test_handing_over_clears_a_draft_from_view_and_keeps_it_for_its_writer(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Half a thought", "escape", "p")
        await settle(pilot)
        assert isinstance(app.screen, HandOver)
        assert "Half a thought" not in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.me == alex_here.sam.id
        assert "Half a thought" not in text_of(app)
        await pilot.press("escape", "p")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.me == alex_here.alex.id
        assert app.screen.query_one("#note", Input).value == "Half a thought"


async def test_one_key_covers_the_screen_even_while_typing(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Secret words", "ctrl+l")
        await settle(pilot)
        assert isinstance(app.screen, Cover)
        assert "Secret" not in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one("#note", Input).value == "Secret words"
        assert app.focused is app.screen.query_one("#note")


async def test_space_ticks_and_takes_the_tick_back(alex_here: World) -> None:
    alex_here.do(partial(add_ritual, name="Weekly talk"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        app.screen.query_one(Rows).choose("ritual:weekly-talk")
        await pilot.press("space")
        await settle(pilot)
        assert [m.ritual for m in alex_here.at().library.moments] == ["weekly-talk"]
        await pilot.press("space")
        await settle(pilot)
        assert list(alex_here.at().library.moments) == []


async def test_undo_takes_back_the_last_change_and_says_its_kind_alone(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press(*"Hush", "enter", "escape", "u")
        await settle(pilot)
        assert len(alex_here.at().library.appreciations) == 0
        assert "Taken back: an appreciation." in text_of(app)


async def test_left_goes_a_day_back_and_what_is_written_there_counts_there(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "left", "n", *"Late but true", "enter")
        await settle(pilot)
        assert "yesterday" in text_of(app)
        assert "added later" in text_of(app)
    (note,) = alex_here.at().library.appreciations
    assert note.day == date(2026, 11, 19)


async def test_telling_makes_it_shared_and_ends_the_offer_for_the_day(alex_here: World) -> None:
    for words in ("One", "Two"):
        alex_here.do(partial(appreciate, by=alex_here.alex.id, text=words, day=date(2026, 11, 18)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        offered = [row for row in rows(app) if row.startswith("offer:")]
        assert len(offered) == 1
        await pilot.press("t", "t")
        assert not [row for row in rows(app) if row.startswith("offer:")]
    assert sum(note.told for note in alex_here.at().library.appreciations) == 1


async def test_another_windows_change_shows_without_touching_focus_or_words(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"In the middle of")
        alex_here.do(partial(add_ritual, name="Evening walk"))
        app._changed_elsewhere()
        await settle(pilot)
        assert "Evening walk" in text_of(app)
        assert app.screen.query_one("#note", Input).value == "In the middle of"
        assert app.focused is app.screen.query_one("#note")


async def test_the_screen_follows_the_end_of_the_day(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Still typing")
        alex_here.clock.move_to(datetime(2026, 11, 21, 4, 0, tzinfo=UTC))
        app.look_around()
        await settle(pilot)
        assert "Saturday 21 November" in text_of(app)
        assert app.screen.query_one("#note", Input).value == "Still typing"


async def test_the_key_line_keeps_help_and_quit_at_eighty_columns(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        last = text_of(app).splitlines()[-1]
        assert "help" in last
        assert "quit" in last
        assert app.screen.query_one(KeyLine).size.height == 1
        assert app.screen.query_one(TopLine).size.height == 2
        assert isinstance(app.screen, TodayScreen)


def top(app: RekindleApp) -> type:
    """What kind of screen is on top."""
    return type(app.screen)


async def test_a_covered_screen_opens_no_commands_and_uncovers_those_that_lay_below(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in ("ctrl+p", "ctrl+l", "ctrl+p", "ctrl+p"):
            await pilot.press(key)
        assert top(app) is Cover
        await pilot.press("enter")
        assert top(app) is SteadyPalette
        await pilot.press("ctrl+p", "escape")
        await settle(pilot)
        assert top(app) is TodayScreen


async def test_a_page_key_before_the_commands_have_their_place_does_nothing(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=(1, 1)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", "pagedown", "pageup")
        assert top(app) is SteadyPalette


async def test_what_one_cut_or_copied_is_not_the_others_to_paste(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        note = app.screen.query_one("#note", Input)
        note.value = "SECRET"
        note.action_select_all()
        note.action_cut()
        assert app.clipboard == "SECRET"
        await app.run_action("hand_over")
        await settle(pilot)
        await pilot.press("enter", "ctrl+v")
        assert "SECRET" not in text_of(app)
        assert app.clipboard == ""


async def test_a_click_on_a_pages_name_goes_there_even_while_somebody_types(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        today = app.screen
        await pilot.press("T")
        await pilot.click(TopLine, offset=(15, 1))
        await settle(pilot)
        assert app.current_mode == "dates"
        assert today.query_one("#note", Input).value == "T"


@pytest.mark.parametrize(("severity", "stays"), [("information", False), ("warning", True)])
async def test_a_dialog_has_no_passing_message_upon_its_buttons(
    alex_here: World, severity: SeverityLevel, stays: bool
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        app.say("Just now", severity=severity)
        await pilot.press("escape", "w")
        await settle(pilot)
        assert app.screen.is_modal
        assert ("Just now" in text_of(app)) is stays


async def test_every_command_is_found_while_somebody_types(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        today = app.screen
        assert isinstance(today.focused, Input)
        found = {one.title: one for one in app.get_system_commands(today)}
        assert {"Journey", "Pause", "Settings"} <= set(found)
        await pilot.press("T")
        found["Journey"].callback()  # alt+6, which works in the field, too
        await settle(pilot)
        assert app.current_mode == "journey"
        assert today.query_one("#note", Input).value == "T"
