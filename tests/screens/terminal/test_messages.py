"""What reaches the app is what a person did; what a terminal says by itself does nothing."""

from __future__ import annotations

import string

import pytest
from textual import events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from screens.commands import ALT_CHORDS
from screens.terminal.messages import MessageReader
from screens.terminal.units import UnitCutter
from tests.screens.terminal.sequences import ANSWERS, random_sequences


def read(data: bytes, reader: MessageReader | None = None) -> list[Message]:
    """The messages that these bytes become, when nothing follows them."""
    cutter, reader = UnitCutter(0.005), reader or MessageReader()
    found = list(reader.messages(cutter.feed(data)))
    while cutter.patience is not None:
        found += reader.messages(cutter.give_up())
    return found


def keys(data: bytes) -> list[str]:
    """The names of the keys, and of everything else its class."""
    return [one.key if isinstance(one, events.Key) else type(one).__name__ for one in read(data)]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_does_nothing_and_takes_no_letter_with_it(answer: bytes) -> None:
    assert keys(answer) == []
    assert keys(answer + b"g") == ["g"]
    assert keys(b"a" + answer + answer + b"g") == ["a", "g"]


@pytest.mark.parametrize("character", [c for c in string.printable if c not in "\t[" and c.isprintable()])
def test_escape_and_a_character_are_escape_and_then_it_but_for_our_chords(character: str) -> None:
    found = keys(b"\x1b" + character.encode())
    if f"alt+{character}" in ALT_CHORDS:
        assert found == [f"alt+{character}"]
    else:
        assert found == ["escape", *keys(character.encode())]


def test_a_chord_types_nothing() -> None:
    for chord in ALT_CHORDS:
        (key,) = read(b"\x1b" + chord.removeprefix("alt+").encode())
        assert isinstance(key, events.Key)
        assert not key.is_printable


def test_escape_goes_before_what_is_no_letter() -> None:
    assert keys(b"\x1b\r") == ["escape", "enter"]
    assert keys("\x1b♥".encode()) == ["escape", "black_heart_suit"]
    assert keys(b"\x1b\x7f") == ["ctrl+w"]
    assert keys(b"\x1b\t") == ["shift+tab"]


@pytest.mark.parametrize(
    ("sequence", "found"),
    [
        (b"\x1b[A", ["up"]),
        (b"\x1bOA", ["up"]),
        (b"\x1b[1;5C", ["ctrl+right"]),
        (b"\x1b[1;3A", ["alt+up"]),
        (b"\x1b[5A", ["ctrl+up"]),  # Textual by itself: ctrl+e
        (b"\x1b[25~", ["f13"]),  # Textual by itself: ctrl+y
        (b"\x1b[3~", ["delete"]),
        (b"\x1b[3$", ["shift+delete"]),
        (b"\x1b[[A", ["f1"]),
        (b"\x1bOP", ["f1"]),
        (b"\x1b[Z", ["shift+tab"]),
        (b"\x1bOj", ["asterisk"]),
        (b"\x1b[27u", ["escape"]),
        (b"\x1b[13u", ["enter"]),
        (b"\x1b[97;;97u", ["a"]),
        (b"\x1b[97:65;2;65u", ["A"]),
        (b"\x1b[97;1:1u", ["a"]),
        (b"\x1b[97;1:2u", ["a"]),
        (b"\x1b[1;1:2A", ["up"]),
        (b"\x1b[113;5u", ["ctrl+q"]),
        (b"\x1b[49;3u", ["alt+1"]),
        (b"\x1b[0;;128104:8205:128105u", ["man", "zero_width_joiner", "woman"]),
        (b"\n", ["enter"]),
        (b"\r\n", ["enter"]),
        (b"\x7f", ["backspace"]),
        (b"\x1b[E", ["kp_begin"]),
    ],
)
def test_keys(sequence: bytes, found: list[str]) -> None:
    assert keys(sequence) == found


def test_every_sequence_that_textual_knows_is_the_same_key_here() -> None:
    """But for those after ESC alone, which are Escape, and those that Textual takes for letters."""
    differs = {"\x1b[1;5u", "\x1b[1;6u", "\x1b[1;7u", "\x1b[1;8u"}
    for sequence, named in ANSI_SEQUENCES_KEYS.items():
        if isinstance(named, tuple) and sequence.startswith(("\x1b[", "\x1bO")) and sequence not in differs:
            found = keys(sequence.encode())
            read_by_textual = list(XTermParser()._sequence_to_key_events(sequence))
            assert found in ([key.value for key in named], [key.key for key in read_by_textual]), sequence


def test_a_click_is_a_click() -> None:
    down, up = read(b"\x1b[<0;5;3M\x1b[<0;5;3m")
    assert isinstance(down, events.MouseDown)
    assert isinstance(up, events.MouseUp)
    assert (down.screen_x, down.screen_y, down.button) == (4, 2, 1)
    assert [type(one) for one in read(b"\x1b[<64;5;3M")] == [events.MouseScrollUp]


def test_the_terminal_can_hold_a_frame_back() -> None:
    for setting, holds in ((0, False), (1, True), (2, True), (3, True), (4, False)):
        found = [type(one) for one in read(b"\x1b[?2026;%d$y" % setting)]
        assert found == [messages.TerminalSupportsSynchronizedOutput] * holds


def test_focus_comes_back_with_the_first_key() -> None:
    reader = MessageReader()
    assert [type(one) for one in read(b"\x1b[O", reader)] == [events.AppBlur]
    assert [type(one) for one in read(b"ab", reader)] == [events.AppFocus, events.Key, events.Key]
    assert [type(one) for one in read(b"\x1b[O\x1b[I", reader)] == [events.AppBlur, events.AppFocus]
    assert [type(one) for one in read(b"a", reader)] == [events.Key]


@pytest.mark.parametrize("separator", ["\r", "\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\t"])
def test_every_separator_of_a_paste_is_one_line_break(separator: str) -> None:
    (paste,) = read(f"\x1b[200~first{separator}second\x1b[201~".encode())
    assert isinstance(paste, events.Paste)
    assert paste.text == "first\nsecond"


def test_what_textual_cannot_read_is_dropped_and_reading_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(parser: XTermParser, code: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(XTermParser, "parse_mouse_code", stumble)
    assert keys(b"a\x1b[<0;5;3Mb") == ["a", "b"]


def test_random_sequences_end_nothing() -> None:
    cutter, reader = UnitCutter(0.005), MessageReader()
    for sequence in random_sequences(8, 5_000):
        list(reader.messages(cutter.feed(sequence)))
        while cutter.patience is not None:
            list(reader.messages(cutter.give_up()))
        assert [one for one in reader.messages(cutter.feed(b"x")) if isinstance(one, events.Key)], sequence
