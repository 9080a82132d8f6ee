"""What comes from a keyboard is not always what a program hopes for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.terminal.home import Home

FIELD = "What did you notice about Sam today?"


ODD = {
    "an ü, as a terminal in Latin-1 sends it": b"\xfc",
    "half a heart": b"\xe2\x99",
    "a click in the oldest way, far to the right": b"\x1b[M \xff\xfe",
    "a key that there is not": b"\x1b[999;999;999~",
    "half an answer": b"\x1b]11;rgb:00",
    "control characters": b"\x00\x01\x02\x1c\x1d\x1e\x1f",
}


def test_odd_bytes_cost_neither_the_app_nor_what_is_typed(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Precious")
    for what, odd in ODD.items():
        window.send_bytes(odd)
        window.settle(0.15)
        window.press("\x1b\\")  # ends whatever was begun
        assert "Precious" in window.text(), what
    window.press(" words")
    assert "Precious" in window.wait_for("words")


def test_a_pasted_page_is_one_line_and_commands_nothing(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.send("\x1b[200~First line\r\nq\x11\x07u second\x1b[201~")
    window.wait_for("First line")
    window.press("enter")
    window.wait_for("♡ First line")
    (note,) = alexs.at().library.appreciations
    assert note.text.split() == ["First", "line", "qu", "second"]


def test_a_locale_that_knows_few_letters_shows_the_others_as_marks(alexs: Home) -> None:
    window = alexs.window(env={"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"})
    window.wait_for(FIELD)
    window.press("Plain", "enter")
    window.wait_for("? Plain")
    window.press("ctrl+q")
    assert window.wait() == 0
