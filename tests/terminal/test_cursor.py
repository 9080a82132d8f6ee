"""The terminal's own cursor is where the person works: input methods and braille displays follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.terminal.pty import PATIENCE

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

FIELD = "What did you notice about Sam today?"


def under_cursor(window: Terminal) -> str:
    """What the screen shows from the cursor on, to the end of its line."""
    window.settle()
    lines = window.text().splitlines()
    x, y = window.picture.cursor
    return lines[y][x:] if y < len(lines) else ""


def first_cursor(window: Terminal, words: str) -> tuple[int, int]:
    """Where the cursor was left by the first picture with these words."""
    while not (seen := [change.cursor for change in window.changes() if words in change.text]):
        assert window.read(PATIENCE)
    return seen[0]


def row_of(window: Terminal, words: str) -> int:
    return next(y for y, line in enumerate(window.text().splitlines()) if words in line)


def test_it_stands_in_the_field_from_the_first_picture_on(alexs: Home) -> None:
    window = alexs.window()
    first = first_cursor(window, FIELD)
    assert first[1] == row_of(window, FIELD) + 1
    window.settle()
    window.text()
    assert window.picture.cursor == first
    window.press(*"Tea")
    window.wait_for("Tea")
    assert window.picture.cursor == (first[0] + 3, first[1])
    assert window.text().splitlines()[first[1]][first[0] :] == "Tea"
    window.press("home")
    assert under_cursor(window) == "Tea"
    window.press("tab")
    assert under_cursor(window).startswith("a good moment")


def test_it_stands_on_the_chosen_row_card_and_day(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("escape")
    assert "Appreciation" in under_cursor(window)
    window.press("down")
    assert "Date" in under_cursor(window)
    window.press("3")
    window.wait_for("December")
    assert under_cursor(window).strip(" ━─").startswith("November")
    window.press("home", "right")
    assert under_cursor(window).strip(" ━─").startswith("December")
    window.press("2", "c")
    window.wait_for("Look around")
    assert under_cursor(window).split()[0] == "[20]"


def test_it_stands_in_a_dialogs_first_field_and_on_the_button_that_has_the_focus(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("escape", "2", "n")
    window.wait_for("A new date")
    window.press(*"Walk", "home")
    assert under_cursor(window).startswith("Walk")
    window.press("escape", "escape", "6", "enter")
    window.wait_for("Tried")
    assert under_cursor(window).strip().startswith("1 ")
