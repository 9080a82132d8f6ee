"""What the units of a terminal mean to Textual: keys, clicks, focus, pastes, and the one report it asks for.

Everything else is swallowed: key releases, answers to questions, sequences that name no key. Textual asks for
two reports. One, whether a frame can be held back (mode 2026), is passed on. The other, whether the terminal
tells its size within its input (mode 2048), is not: such a terminal would then report the mouse by pixels,
which this app has no use for, and any stray bytes of that form could give the app a wrong size.

Of Textual's privates this uses `_xterm_parser.XTermParser` (`parse_mouse_code` and `_sequence_to_key_events`;
it is never fed, so it has no state that an odd sequence could spoil), and the tables
`_ansi_sequences.ANSI_SEQUENCES_KEYS` and `_keyboard_protocol.FUNCTIONAL_KEYS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from textual import events, messages
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from screens.commands import ALT_CHORDS
from screens.terminal.units import ESCAPE, Unit
from tracker.text import clean

_FOCUS_IN, _FOCUS_OUT = "\x1b[I", "\x1b[O"
_MOUSE = re.compile(r"\x1b\[<(\d{1,3});-?\d{1,5};-?\d{1,5}[Mm]")
_MOST_BUTTONS = 128
"""From here on they are buttons 8 to 11, which Textual would take for the first ones."""
_HOLDS_FRAMES = re.compile(r"\x1b\[\?2026;[123]\$y")
_KEY = re.compile(
    r"\x1b\[(?P<code>\d{0,7})(?::[\d:]*)?"
    r"(?:;(?P<modifiers>\d{0,4})(?::(?P<event>\d?))?(?:;(?P<text>[\d:]*))?)?(?P<end>[u~ABCDEFHPQRS])"
)
"""A key as xterm and the kitty keyboard protocol write it. Textual cannot read what follows a colon."""
_RELEASED = "3"
_AS_PRESSED = {"\x1b\x7f", "\x1b\t"}
"""ESC and a control character that are one key: alt+backspace, and shift+tab on the Linux console."""


class MessageReader:
    """Turns units into Textual's messages, one after the other."""

    def __init__(self) -> None:
        self._parser = XTermParser()
        self._away = False
        """Whether the terminal said that another window has the keyboard."""

    def messages(self, units: Iterable[Unit]) -> Iterator[Message]:
        """What the app is to be told. A unit that Textual cannot read is dropped, and reading goes on."""
        for unit in units:
            try:
                found = list(self._of(unit))
            except (ValueError, LookupError, ArithmeticError):  # numbers that are no character or place
                continue
            if self._away and any(isinstance(one, events.Key | events.Paste) for one in found):
                # Somebody types here, whatever was said; without a focus the page would obey the letters.
                self._away = False
                yield events.AppFocus()
            yield from found

    def _of(self, unit: Unit) -> Iterator[Message]:
        if unit.kind == "typed":
            return self._typed(unit.text)
        if unit.kind == "pasted":
            return _pasted(unit.text)
        if len(unit.text) <= 2:
            return self._after_escape(unit.text)
        return self._sequence(unit.text)

    def _typed(self, character: str) -> Iterator[Message]:
        # Line feed is Enter, too: bound to nothing else, it would join the lines of an unmarked paste.
        return iter(self._parser._sequence_to_key_events("\r" if character == "\n" else character))

    def _after_escape(self, sequence: str) -> Iterator[Message]:
        """Escape, one of our alt chords, or Escape and then a character, which tmux sends as one."""
        character = sequence[1:]
        chord = f"alt+{character}"
        if chord in ALT_CHORDS:
            yield events.Key(chord, None)
        elif sequence in _AS_PRESSED:
            yield from self._table_keys(sequence)
        else:
            yield events.Key("escape", ESCAPE)
            if character:
                yield from self._typed(character)

    def _sequence(self, sequence: str) -> Iterator[Message]:
        if sequence in (_FOCUS_IN, _FOCUS_OUT):
            self._away = sequence == _FOCUS_OUT
            yield events.AppBlur() if self._away else events.AppFocus()
        elif mouse := _MOUSE.fullmatch(sequence):
            if int(mouse[1]) < _MOST_BUTTONS and (event := self._parser.parse_mouse_code(sequence)):
                yield event
        elif _HOLDS_FRAMES.fullmatch(sequence):
            yield messages.TerminalSupportsSynchronizedOutput()
        elif (key := _KEY.fullmatch(sequence)) and (known := _as_textual_reads(key)):
            if key["event"] != _RELEASED:
                yield from self._parser._sequence_to_key_events(known)
        else:
            yield from self._table_keys(sequence)

    def _table_keys(self, sequence: str) -> Iterator[Message]:
        """The keys of a sequence that stands in Textual's table, and nothing for any other."""
        keys = ANSI_SEQUENCES_KEYS.get(sequence)
        if isinstance(keys, tuple):
            for key in keys:
                yield events.Key(key.value, None)
        elif isinstance(keys, str):
            yield from self._typed(keys)


def _as_textual_reads(key: re.Match[str]) -> str:
    """The same key without what Textual stumbles over; empty where it names neither key nor text."""
    code, end, text = int(key["code"] or 1), key["end"], key["text"] or ""
    points = [int(point) for point in text.split(":") if point]
    named = f"{code}{end}" in FUNCTIONAL_KEYS
    if not all(map(_is_character, points)) or not (named or (end == "u" and (points or _is_character(code)))):
        return ""
    modifiers = (key["modifiers"] or "").lstrip("0")
    typed = f";{modifiers};{':'.join(map(str, points))}" if points else f";{modifiers}" if modifiers else ""
    return f"{ESCAPE}[{code}{typed}{end}"


def _is_character(point: int) -> bool:
    """Whether a code point can be typed: no control character, no surrogate."""
    return 0x20 <= point < 0x7F or 0xA0 <= point < 0xD800 or 0xE000 <= point <= 0x10FFFF


def _pasted(text: str) -> Iterator[Message]:
    """Each separator is one line break: a text area takes it so, and a field makes a space of it."""
    if words := clean(text.replace("\t", "\n")):
        yield events.Paste(words)
