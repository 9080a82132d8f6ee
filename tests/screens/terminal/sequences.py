"""What terminals send of themselves, and what people type at them, as bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator

from screens.terminal.units import UnitCutter

ANSWERS = {
    "background colour": b"\x1b]11;rgb:1d1d/1a1a/1e1e\x1b\\",
    "background colour, ended by a bell": b"\x1b]11;rgb:1d1d/1a1a/1e1e\x07",
    "palette colour": b"\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
    "clipboard": b"\x1b]52;c;dHRhbmsgeW91\x1b\\",
    "title": b"\x1b]lRekindle \xe2\x9c\x94\x1b\\",
    "DA1": b"\x1b[?62;22c",
    "DA2": b"\x1b[>41;388;0c",
    "DA3": b"\x1bP!|00000000\x1b\\",
    "XTVERSION": b"\x1bP>|XTerm(388)\x1b\\",
    "DECRQSS": b"\x1bP1$r0m\x1b\\",
    "XTGETTCAP": b"\x1bP1+r5463=1b5b\x1b\\",
    "any DCS": b"\x1bPqtxp\x1b\\",
    "kitty graphics": b"\x1b_Gi=31;OK\x1b\\",
    "any APC": b"\x1b_qtxp\x1b\\",
    "PM": b"\x1b^qtxp\x1b\\",
    "SOS": b"\x1bXqtxp\x1b\\",
    "8-bit OSC": b"\x9d11;rgb:1d1d/1a1a/1e1e\x9c",
    "8-bit CSI": b"\x9b?62;22c",
    "C1 in UTF-8": b"\xc2\x9b?62;22c",
    "kitty flags": b"\x1b[?1u",
    "colour scheme": b"\x1b[?997;1n",
    "status": b"\x1b[0n",
    "cursor": b"\x1b[12;40R",
    "window size": b"\x1b[8;24;80t",
    "size within the input": b"\x1b[48;1;1;0;0t",
    "size within the input is known": b"\x1b[?2048;2$y",
    "a mode that is not": b"\x1b[?2027;0$y",
    "ANSI mode": b"\x1b[4;2$y",
    "key release": b"\x1b[97;1:3u",
    "release of an arrow": b"\x1b[1;1:3A",
    "release of Delete": b"\x1b[3;1:3~",
    "a key out of Unicode": b"\x1b[1114112u",
    "a surrogate": b"\x1b[97;1;55296u",
    "a text of control characters": b"\x1b[97;1;13u",
    "a key that there is not": b"\x1b[999;999;999~",
    "too many colons": b"\x1b[97::::;::;::u",
    "letters as a function key": b"\x1b[97;5A",
    "modifyOtherKeys": b"\x1b[27;5;113~",
    "X10 click": b"\x1b[M !!",
    "X10 click beyond column 95": b"\x1b[M \xe9\xa9",
    "X10 click that would be UTF-8": b"\x1b[M\xe2\x99\xa5",
    "X10 click beyond column 223": b"\x1b[M \x00\x0d",
    "urxvt click": b"\x1b[35;10;5M",
    "a click of a button that is not": b"\x1b[<128;1;1M",
    "a click in no place": b"\x1b[<0;999999;1M",
    "a paste of nothing": b"\x1b[200~\x1b[201~",
    "a paste's end alone": b"\x1b[201~",
    "a long string": b"\x1bP1" + b"q" * 20_000 + b"\x1b\\",
}
"""Sent whole, none of these is typed, and none does anything."""

_INTRODUCERS = (
    b"\x1b",
    b"\x1b[",
    b"\x1b[<",
    b"\x1b[?",
    b"\x1b[M",
    b"\x1bO",
    b"\x1b]",
    b"\x1bP",
    b"\x1b_",
    b"\x9b",
)
_PARTS = (
    *_INTRODUCERS,
    *(bytes((code,)) for code in range(0x100)),
    *(b"%d" % number for number in (0, 1, 3, 27, 97, 200, 201, 997, 2026, 2048, 55296, 1114112, 10**9)),
    *(b";", b":", b";1:3u", b"u", b"~", b"$y", b"m", b"M", b"R", b"\x1b\\", b"\x07", "🩷‍é".encode()),
)


def random_sequences(seed: int, number: int) -> Iterator[bytes]:
    """So many sequences: known ones, pieces of them, and pieces put together at random."""
    chance = random.Random(seed)
    whole = list(ANSWERS.values())
    for _ in range(number):
        if chance.random() < 0.3:
            sequence = chance.choice(whole)
            yield sequence[: chance.randint(1, len(sequence))] if chance.random() < 0.5 else sequence
        else:
            yield b"".join(chance.choices(_PARTS, k=chance.randint(1, 8)))


def let_go(cutter: UnitCutter) -> list[str]:
    """What is left when nothing more comes; AssertionError where the cutter waits for ever."""
    left: list[str] = []
    for _ in range(4):
        if cutter.patience is None:
            return left
        left += [unit.text for unit in cutter.give_up()]
    raise AssertionError("it still waits")
