"""Cuts the bytes that a terminal sends into units: a typed character, an escape sequence, a paste.

A pure state machine: no Textual, no clock, no input or output. Strings (OSC, DCS, APC, PM, SOS) and mouse
reports of the oldest kind (X10) are swallowed here, whole; of the other sequences only their form is checked.
The grammar is that of ECMA-48, sections 5.4 (control sequences) and 5.6 (strings), with what terminals add.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

ESCAPE = "\x1b"
PASTE_BEGINS, PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"

_ESC, _BEL, _RETURN, _LINE_FEED, _ST = 0x1B, 0x07, 0x0D, 0x0A, 0x9C
_STRINGS = b"]P_^X"
"""What follows ESC to begin a string: OSC, DCS, APC, PM, SOS."""
_C1 = {0x8F: b"O", 0x90: b"P", 0x98: b"X", 0x9B: b"[", 0x9D: b"]", 0x9E: b"^", 0x9F: b"_"}
"""The 8-bit introducers, and what follows ESC in their 7-bit form."""
_SS3_KEYS = b"ABCDFHMPQRSabcdjkmnopqrstuvwxy"
"""What may end ESC O: arrows, F1 to F4, the number pad."""
_SHIFTED = re.compile(rb"\x1b\[\d{1,2}\$")
"""rxvt ends a shifted key with "$", which in all other sequences stands before the last byte."""
_ANSWER = re.compile(rb"\x1b(?:\]\d|P[\d!>$+]|_G)")
"""How the strings begin that terminals send. Anything else without an end was typed: Escape, then text."""

_LATE = 0.05
"""Seconds after Escape within which nobody types "[": what comes then continues a sequence cut in two."""
_SLOW = 0.1
"""Seconds between the bytes of one sequence at most; on a slow line ESC waits as long for what follows."""
_PASTE = 0.5
"""Seconds of silence after which a paste without an end is taken as it is."""
_LONGEST = 65_536
"""Bytes of a sequence or string after which it is given up, so that nothing can make the app deaf."""


class Unit(NamedTuple):
    """One thing that was sent."""

    kind: Literal["typed", "sequence", "pasted"]
    text: str
    """The character; the sequence from its ESC on, which alone is the key Escape; the pasted text."""


class UnitCutter:
    """Takes bytes as they come, and gives units as soon as they are whole.

    Where they were cut apart makes no difference. When nothing came for `patience` seconds, call `give_up`.
    """

    def __init__(self, escape_wait: float) -> None:
        """`escape_wait` is how long a lone ESC may be the start of something, in seconds."""
        self._escape_wait = escape_wait
        self._units: list[Unit] = []
        self._held = bytearray()
        """What is not a whole unit yet."""
        self._step: Callable[[int], None] = self._ground
        """Takes the next byte."""
        self._origin: Literal["esc", "late", "c1"] = "esc"
        """What began the held sequence: ESC, an ESC that was taken for the key already, or a C1 byte."""
        self._after_return = False
        self._end_is_due = False
        """Whether an answer was given up: its end, ESC \\, may still come, and is no key."""

    @property
    def patience(self) -> float | None:
        """Seconds to wait for more bytes before `give_up`; None where there is nothing to give up."""
        if self._step in (self._ground, self._letter):
            return None
        if self._step == self._escape:
            return self._escape_wait
        if self._step == self._late:
            return _LATE
        if self._step == self._paste:
            return _PASTE
        return max(_LATE if len(self._held) == 2 else _SLOW, self._escape_wait)

    def feed(self, data: bytes) -> list[Unit]:
        """The units that these bytes complete."""
        for byte in data:
            self._step(byte)
        return self._taken()

    def give_up(self) -> list[Unit]:
        """The units in what is held, when nothing more came."""
        late = self._step == self._escape
        if self._step == self._paste:
            self._pasted()
        elif self._step != self._letter:
            self._abandon()
        if late:
            self._step = self._late
        return self._taken()

    def _taken(self) -> list[Unit]:
        units, self._units = self._units, []
        return units

    # Between units

    def _begin(self, step: Callable[[int], None], held: bytes = b"") -> None:
        self._step = step
        self._held = bytearray(held)

    def _type(self, text: str) -> None:
        self._units += [Unit("typed", character) for character in text]

    def _ground(self, byte: int) -> None:
        after_return, self._after_return = self._after_return, byte == _RETURN
        if byte == _ESC:
            self._origin = "esc"
            self._begin(self._escape, b"\x1b")
        elif byte < 0x80:
            if not (byte == _LINE_FEED and after_return):  # one press of Enter, as some terminals send it
                self._type(chr(byte))
        elif byte in _C1:
            self._introduce("c1", _C1[byte])
        elif 0xC2 <= byte < 0xF5:
            self._begin(self._letter, bytes((byte,)))
        else:
            self._type("\ufffd")

    def _letter(self, byte: int) -> None:
        """One more byte of a character in UTF-8."""
        if not 0x80 <= byte < 0xC0:
            self._begin(self._ground)
            self._type("\ufffd")
            self._ground(byte)
            return
        self._held.append(byte)
        lead = self._held[0]
        if len(self._held) == 2 + (lead >= 0xE0) + (lead >= 0xF0):
            self._whole_letter()

    def _whole_letter(self) -> None:
        character = self._held.decode(errors="replace")[:1]
        self._begin(self._ground)
        if ord(character) in _C1:
            self._introduce("c1", _C1[ord(character)])
        elif not "\x80" <= character < "\xa0":
            self._type(character)

    # After ESC

    def _escape(self, byte: int) -> None:
        if byte in b"[O" + _STRINGS:
            self._introduce("esc", bytes((byte,)))
        elif byte == _ESC or byte >= 0x80:
            self._abandon()
            self._ground(byte)
        else:
            self._begin(self._ground)
            if not (byte == ord("\\") and self._end_is_due):
                self._units.append(Unit("sequence", ESCAPE + chr(byte)))
            self._end_is_due = False

    def _late(self, byte: int) -> None:
        """Just after ESC was taken for the key, because what follows came late."""
        self._begin(self._ground)
        if byte in b"[" + _STRINGS:
            self._introduce("late", bytes((byte,)))
        else:
            self._ground(byte)

    def _introduce(self, origin: Literal["esc", "late", "c1"], introducer: bytes) -> None:
        self._origin = origin
        step = {b"[": self._control, b"O": self._single_shift}.get(introducer, self._string)
        self._begin(step, b"\x1b" + introducer)

    def _single_shift(self, byte: int) -> None:
        """After ESC O, of which function keys are made; with other letters it was typed."""
        if byte in _SS3_KEYS:
            self._held.append(byte)
            self._whole()
        else:
            self._abandon()
            self._step(byte)

    def _control(self, byte: int) -> None:
        """After ESC [: parameters and intermediate bytes, then one byte that ends it."""
        first = len(self._held) == 2
        if first and byte in b"[M":
            self._begin(self._linux_key if byte == ord("[") else self._old_mouse, bytes((*self._held, byte)))
        elif 0x20 <= byte < 0x7F and len(self._held) < _LONGEST:
            self._held.append(byte)
            if byte >= 0x40 or (byte == ord("$") and _SHIFTED.fullmatch(self._held)):
                self._whole()
        else:
            self._abandon()
            self._step(byte)

    def _linux_key(self, byte: int) -> None:
        """After ESC [ [, as the Linux console sends F1 to F5."""
        if byte in b"ABCDE":
            self._held.append(byte)
            self._whole()
        else:
            self._abandon()
            self._step(byte)

    def _old_mouse(self, byte: int) -> None:
        """After ESC [ M: exactly three bytes, which may have any value from column 96 on."""
        if byte == _ESC:
            self._abandon()
            self._step(byte)
            return
        self._held.append(byte)
        if len(self._held) == 6:
            self._recognised()
            self._begin(self._ground)

    def _whole(self) -> None:
        """The held sequence has its last byte."""
        sequence = bytes(self._held)
        self._recognised()
        self._begin(self._paste if sequence == PASTE_BEGINS else self._ground)
        if sequence not in (PASTE_BEGINS, PASTE_ENDS):
            self._units.append(Unit("sequence", sequence.decode("ascii")))

    def _recognised(self) -> None:
        """What came late did belong together: from now on ESC waits as this line needs it."""
        if self._origin == "late":
            self._escape_wait = max(self._escape_wait, _SLOW)

    # Strings and pastes

    def _string(self, byte: int) -> None:
        if byte == _BEL or (byte == _ST and self._origin == "c1"):
            self._string_ends()
        elif byte == _ESC:
            self._step = self._string_escape
        elif byte < 0x20 or len(self._held) >= _LONGEST:
            self._abandon()
            self._step(byte)
        else:
            self._held.append(byte)

    def _string_escape(self, byte: int) -> None:
        """After ESC in a string: its end, or the start of something else."""
        if byte == ord("\\"):
            self._string_ends()
            return
        self._abandon()
        self._step(byte)

    def _string_ends(self) -> None:
        self._recognised()
        self._begin(self._ground)

    def _paste(self, byte: int) -> None:
        self._held.append(byte)
        if byte == ord("~") and self._held.endswith(PASTE_ENDS):
            del self._held[-len(PASTE_ENDS) :]
            self._pasted()

    def _pasted(self) -> None:
        text = self._held.decode(errors="replace")
        self._begin(self._ground)
        self._units.append(Unit("pasted", text))

    # What never became whole

    def _abandon(self) -> None:
        """Drop what a terminal began; tell what a person typed: Escape, and what was taken to follow it."""
        held, again = bytes(self._held), self._step == self._string_escape
        self._begin(self._ground)
        if self._is_typed(held):
            if self._origin == "esc":
                self._units.append(Unit("sequence", ESCAPE))
            self._type(held[1:].decode(errors="replace"))
        elif _ANSWER.match(held):
            self._end_is_due = True
        if again:
            self._ground(_ESC)

    def _is_typed(self, held: bytes) -> bool:
        if self._origin == "c1" or not held:
            return False
        if held[1:2] == b"[":
            return held in (b"\x1b[", b"\x1b[[")
        return not _ANSWER.match(held)
