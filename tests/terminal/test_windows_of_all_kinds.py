"""Small windows, windows that change their size, and terminals that can do less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.terminal.home import Home

FIELD = "What did you notice about Sam today?"


def test_a_window_made_small_and_large_again_keeps_what_is_typed(alexs: Home) -> None:
    window = alexs.window(size=(80, 24))
    window.wait_for(FIELD, "Appreciation", "quit")
    window.press("Some words")
    for columns, rows in ((40, 12), (20, 6), (3, 2), (120, 40), (80, 24)):
        window.resize(columns, rows)
        window.settle()
    text = window.wait_for(FIELD, "Appreciation", "quit")
    assert "Some words" in text
    window.press(" more", "enter")
    window.wait_for("♡ Some words more")


def test_a_dialog_survives_a_window_of_forty_by_twelve(alexs: Home) -> None:
    window = alexs.window(size=(40, 12))
    window.wait_for("What did you notice")
    window.press("escape", "?")
    window.wait_for("Keys that work here")
    window.resize(80, 24)
    window.wait_for("Keys that work here", "Close")
    window.press("escape")
    window.wait_for(FIELD)


@pytest.mark.parametrize("term", ["linux", "dumb", ""])
def test_a_lesser_terminal_can_be_written_in(alexs: Home, term: str) -> None:
    window = alexs.window(term=term)
    window.wait_for(FIELD)
    window.press("Plain", "enter")
    window.wait_for("♡ Plain")
    window.press("ctrl+q")
    assert window.wait() == 0


def test_without_colour_everything_is_grey_and_still_told_apart(alexs: Home) -> None:
    window = alexs.window(env={"NO_COLOR": "1"})
    window.wait_for(FIELD)
    assert alexs.line("did", "date").returncode == 0
    window.wait_for("✓ Date", "· Trip")
    used = {colour for pair in window.picture.styles() for colour in pair if colour != "default"}
    assert {colour for colour in used if len({colour[:2], colour[2:4], colour[4:]}) != 1} == set()


def test_with_colour_there_is_some(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    used = {colour for pair in window.picture.styles() for colour in pair if colour != "default"}
    assert any(len({colour[:2], colour[2:4], colour[4:]}) != 1 for colour in used)
