"""The terminal's own answers, late and in pieces, in a real pseudo-terminal: neither typed nor obeyed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.screens.terminal.sequences import ANSWERS, random_sequences

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

FIELD = "What did you notice about Sam today?"
GAPS = (0.0, 0.001, 0.005, 0.03)
"""Seconds between two sequences, or two bytes."""
PAGES = ("2", "3", "4", "5", "6", "1")
DIALOGS = ("f1", "s", "b", "w", "z", "ctrl+p")
IN_PIECES = [ANSWERS[name] for name in ("background colour", "XTVERSION", "key release", "X10 click")]
SLOW_LINE = {"ESCDELAY": "5000"}
"""So that bytes belong together, however late a busy machine sends them."""
_LEAVES = re.compile(rb"[qQ\x03\x0c\x11\x1a]|\x1b\[<\d")
"""What may leave, suspend or cover the app, among random bytes: it would be right to do so."""
COVERED = b"Press Enter to go on."
JOINED = "👨\u200d👩\u200d👧 می\u200cخواهم"
PASTED = "one\rtwo\r\nthree\x0bfour\x0cfive\x85six\u2028seven\u2029eight\tnine"


def send(window: Terminal, *pieces: bytes, gap: float = 0.0) -> None:
    """Send the pieces, with so many seconds between them, and read what that changes."""
    for piece in pieces:
        window.send_bytes(piece)
        window.settle(gap, gap)
    window.settle()


def changed(window: Terminal, key: str) -> str:
    """Press a key that changes what is shown; the text that stands there once all is drawn."""
    before = window.text()
    window.press(key)
    window.wait_until(lambda text: text != before, f"a change after {key}")
    window.settle(0.5)
    return window.text()


@pytest.mark.parametrize("gap", GAPS)
def test_a_field_takes_what_people_type_and_paste_and_no_answer(alexs: Home, gap: float) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Precious")
    send(window, *ANSWERS.values(), gap=gap)
    window.press(" words", "enter")
    window.wait_for("♡ Precious words")
    send(window, b"\x1b[200~", PASTED.encode(), b"\x1b[201~", gap=gap)
    window.press("enter")
    window.wait_for("♡ one two")
    send(window, *(character.encode() for character in JOINED), gap=gap)
    window.press("enter")
    window.wait_for("♡ 👨")
    kept = {note.text for note in alexs.at().library.appreciations}
    assert kept == {"Precious words", "one two three four five six seven eight nine", JOINED}


@pytest.mark.parametrize("gap", GAPS)
def test_an_answer_in_pieces_is_not_typed_either(alexs: Home, gap: float) -> None:
    window = alexs.window(env=SLOW_LINE)
    window.wait_for(FIELD)
    window.press("Precious")
    send(window, *(bytes((byte,)) for byte in b"".join(IN_PIECES)), gap=gap)
    window.press(" words", "enter")
    window.wait_for("♡ Precious words")


def test_no_page_and_no_dialog_obeys_an_answer(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("escape")
    for key in PAGES + DIALOGS:
        shown = changed(window, key)
        send(window, *ANSWERS.values())
        assert window.text() == shown, key
        if key in DIALOGS:
            changed(window, "escape")
    assert list(alexs.at().library.appreciations) == []


def test_escape_and_a_key_sent_as_one_are_both_pressed(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Precious", "\x1bs")
    window.wait_for("Settings")
    window.press("\x1bn", " words", "\x1b6")
    window.wait_for("look up together")
    window.press("1", "n", "enter")
    window.wait_for("♡ Precious words")


@pytest.mark.parametrize("seed", [1, 2])
def test_random_sequences_leave_it_running_and_listening(alexs: Home, seed: int) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    for sequence in random_sequences(seed, 300):
        if not _LEAVES.search(sequence):
            window.send_bytes(sequence)
            window.read(0.0)
    for _ in range(20):  # on a busy machine a sequence that nobody ended may still take a key along
        window.settle(1.0)  # an open paste ends, too
        window.press("ctrl+l")
        if COVERED in window.written:  # the picture stumbles over odd characters; the bytes do not
            break
    window.read_to(COVERED)
    assert window.process.poll() is None
    assert not any(note.told for note in alexs.at().library.appreciations)
