"""Two windows and a command line at once: each sees what the others wrote, and nothing typed goes away."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tracker.acts.entries import appreciate
from tracker.acts.rituals import did

if TYPE_CHECKING:
    from tests.terminal.home import Home

SOON = 10.0
"""Seconds. Two are promised; a machine that is busy with other things gets more."""
FIELD = "What did you notice about Sam today?"


def test_a_ritual_added_in_one_window_shows_in_the_other_beside_what_is_typed_there(alexs: Home) -> None:
    one, other = alexs.window(), alexs.window()
    one.wait_for(FIELD)
    other.wait_for(FIELD)
    one.press("In the middle of")
    other.press("escape", "a")
    other.wait_for("A ritual of your own", "Name")
    other.press("Evening walk", "ctrl+s")
    other.wait_gone("A ritual of your own")

    text = one.wait_for("Evening walk", within=SOON)
    assert "In the middle of" in text
    one.press(" a thought", "enter")
    one.wait_for("♡ In the middle of a thought")
    other.wait_for("♡ In the middle of a thought", within=SOON)


def test_what_the_command_line_writes_shows_in_the_window_while_somebody_types(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Half a")
    assert alexs.line("appreciate", "--cue", "at tea", typed="The soup\n").returncode == 0
    assert "Half a" in window.wait_for("♡ The soup", "at tea", within=SOON)
    assert alexs.line("did", "date").returncode == 0
    assert "Half a" in window.wait_for("✓ Date", within=SOON)
    window.press(" word", "enter")
    window.wait_for("♡ Half a word")


def test_windows_that_keep_something_at_the_same_moment_lose_nothing(alexs: Home) -> None:
    windows = alexs.window(), alexs.window()
    for window in windows:
        window.wait_for(FIELD)
    for round_ in range(4):
        for name, window in zip(("One", "Two"), windows, strict=True):
            window.press(f"{name} {round_}")
        for window in windows:
            window.send("\r")
        alexs.do(partial(did, key="date", by="", day=date(2026, 11, 16 + round_)))
        for window in windows:
            window.wait_for(f"One {round_}", f"Two {round_}", within=SOON)
    library = alexs.at().library
    wanted = {f"{name} {round_}" for name in ("One", "Two") for round_ in range(4)}
    assert {note.text for note in library.appreciations} == wanted
    assert len([moment for moment in library.moments if moment.ritual == "date"]) == 4


def test_a_window_of_the_other_one_never_shows_what_was_not_told(alexs: Home) -> None:
    at = alexs.at()
    sam = at.couple.partners[1].id
    alexs.do(partial(appreciate, by=sam, text="A secret of Sam"))
    window = alexs.window()
    window.wait_for(FIELD)
    alexs.do(partial(appreciate, by=sam, text="Another secret"))
    alexs.do(partial(did, key="date", by="", day=at.today))
    assert "secret" not in window.wait_for("✓ Date", within=SOON)
    assert b"secret" not in window.written
