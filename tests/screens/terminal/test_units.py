"""Bytes become the same units wherever they are cut apart, and nothing makes the app deaf."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.terminal.units import Unit, UnitCutter
from tests.screens.terminal.sequences import ANSWERS, let_go, random_sequences

PIECES = st.sampled_from(
    [*ANSWERS.values(), b"\x1b", b"\x1b[A", b"\x1bOP", b"\x1b[200~a\rb\x1b[201~", "é🩷".encode()]
)
STREAMS = st.lists(PIECES | st.binary(max_size=6), max_size=6).map(b"".join)


def units(*pieces: bytes, wait: bool = False) -> list[tuple[str, str]]:
    """What these pieces become; with `wait`, nothing comes for a while after each."""
    cutter = UnitCutter(0.005)
    found: list[Unit] = []
    for piece in pieces:
        found += cutter.feed(piece)
        while wait and cutter.patience is not None:
            found += cutter.give_up()
    while cutter.patience is not None:
        found += cutter.give_up()
    return [(unit.kind, unit.text) for unit in found]


def typed(text: str) -> list[tuple[str, str]]:
    return [("typed", character) for character in text]


ESCAPE = ("sequence", "\x1b")


@given(stream=STREAMS, cuts=st.lists(st.integers(0, 200)))
def test_where_a_stream_is_cut_makes_no_difference(stream: bytes, cuts: list[int]) -> None:
    at = sorted({min(cut, len(stream)) for cut in cuts} | {0, len(stream)})
    cut = [stream[first:last] for first, last in pairwise(at)]
    assert units(*cut) == units(stream)
    assert units(*(bytes((byte,)) for byte in stream)) == units(stream)


@given(stream=st.binary(max_size=200))
def test_no_bytes_make_it_deaf(stream: bytes) -> None:
    cutter = UnitCutter(0.005)
    cutter.feed(stream)
    let_go(cutter)
    assert cutter.feed(b"x")[-1] == Unit("typed", "x")


def test_random_sequences_do_not_make_it_deaf() -> None:
    cutter = UnitCutter(0.005)
    for sequence in random_sequences(7, 5_000):
        cutter.feed(sequence)
        let_go(cutter)
        assert cutter.feed(b"x")[-1] == Unit("typed", "x"), sequence


@pytest.mark.parametrize("begun", [b"\x1b]11;", b"\x1bP1", b"\x1b[", b"\x9d"])
def test_what_never_ends_is_given_up(begun: bytes) -> None:
    cutter = UnitCutter(0.005)
    cutter.feed(begun + b"1" * 70_000)
    assert cutter.feed(b"x")[-1] == Unit("typed", "x")


@pytest.mark.parametrize("string", [value for value in ANSWERS.values() if value[1:2] in b"]P_^X"])
def test_strings_are_swallowed_whole(string: bytes) -> None:
    assert units(string + b"g") == typed("g")


@pytest.mark.parametrize(
    "string", [b"\x1b]11;rgb:00", b"\x1bP>|XTerm", b"\x1b_Gi=3", b"\x9d11;rgb", b"\x1b[?62;2"]
)
def test_half_an_answer_is_neither_typed_nor_in_the_way(string: bytes) -> None:
    assert units(string, b"g", wait=True) == typed("g")
    assert units(string + b"\r") == typed("\r")
    assert units(string + b"\x1b[A") == [("sequence", "\x1b[A")]


def test_the_end_of_half_an_answer_may_come_late() -> None:
    assert units(b"\x1b]11;rgb:00", b"\x1b\\", b"g", wait=True) == typed("g")
    assert units(b"\x1b\\") == [("sequence", "\x1b\\")]


@pytest.mark.parametrize("character", [chr(code) for code in range(0x20, 0x7F)])
def test_escape_and_a_character_are_both_told(character: str) -> None:
    both = [ESCAPE, ("typed", character)]
    assert units(b"\x1b" + character.encode()) in (both, [("sequence", "\x1b" + character)])
    assert units(b"\x1b", character.encode(), wait=True) == both


@pytest.mark.parametrize("text", ["Please", "Oh my", "X marks", "_under_", "^up", "]there"])
def test_escape_and_words_in_one_burst_are_told_in_order(text: str) -> None:
    assert units(b"\x1b" + text.encode()) == [ESCAPE, *typed(text)]
    assert units(b"\x1b" + text.encode() + b"\r") == [ESCAPE, *typed(text + "\r")]


def test_escape_twice_is_escape_twice() -> None:
    assert units(b"\x1b\x1b") == [ESCAPE, ESCAPE]
    assert units(b"\x1b\x1b[A") == [ESCAPE, ("sequence", "\x1b[A")]
    assert units("\x1bé".encode()) == [ESCAPE, *typed("é")]


@pytest.mark.parametrize(
    "sequence",
    [
        b"\x1b[A",
        b"\x1b[1;5C",
        b"\x1bOP",
        b"\x1b[[A",
        b"\x1b[3$",
        b"\x1b[?2026;2$y",
        b"\x1b[<0;5;5M",
        b"\x1b[11^",
    ],
)
def test_a_sequence_is_one_unit_and_takes_no_letter_with_it(sequence: bytes) -> None:
    assert units(sequence + b"g") == [("sequence", sequence.decode()), *typed("g")]


@pytest.mark.parametrize("report", [value for value in ANSWERS.values() if value.startswith(b"\x1b[M")])
def test_the_oldest_mouse_reports_take_three_bytes_with_them(report: bytes) -> None:
    assert units(report + "é".encode()) == typed("é")


def test_a_line_that_cuts_sequences_in_two_is_given_more_time() -> None:
    cutter = UnitCutter(0.005)
    assert cutter.feed(b"\x1b") == []
    assert cutter.patience == 0.005
    assert [unit.text for unit in cutter.give_up()] == ["\x1b"]  # it was too late for that one
    cutter.feed(b"[")
    assert [unit.text for unit in cutter.feed(b"A")] == ["\x1b[A"]
    cutter.feed(b"\x1b")
    assert cutter.patience == 0.1


@pytest.mark.parametrize("string", [ANSWERS["background colour"], ANSWERS["XTVERSION"], ANSWERS["DA1"]])
def test_an_answer_that_comes_byte_by_byte_is_not_typed(string: bytes) -> None:
    cutter = UnitCutter(0.005)
    cutter.feed(string[:1])
    assert [unit.text for unit in cutter.give_up()] == ["\x1b"]
    found = [unit for byte in string[1:] for unit in cutter.feed(bytes((byte,)))]
    assert [unit for unit in found if unit.kind == "typed"] == []


def test_a_bracket_just_after_escape_waits_and_is_typed() -> None:
    cutter = UnitCutter(0.005)
    cutter.feed(b"\x1b")
    cutter.give_up()
    assert cutter.feed(b"]") == []
    assert cutter.give_up() == [Unit("typed", "]")]


def test_letters_are_utf_8_and_what_is_none_is_marked() -> None:
    assert units("aé♥🩷\u200d".encode()) == typed("aé♥🩷\u200d")
    assert units(b"\xfc") == units(b"\xc0") == typed("\ufffd")
    assert units(b"\xe2\x99a") == typed("\ufffda")
    assert units(b"\xe2\x99\x1b[A") == [*typed("\ufffd"), ("sequence", "\x1b[A")]
    assert units(b"\xed\xa0\x80") == typed("\ufffd")


def test_enter_sent_as_two_characters_is_pressed_once() -> None:
    assert units(b"a\r\nb\r\rc\nd") == typed("a\rb\r\rc\nd")


def test_a_paste_is_whole_whatever_is_in_it() -> None:
    assert units(b"\x1b[200~q\r\n\x1b[A\x1b]11;\xe2\x99\x1b[201~x") == [
        ("pasted", "q\r\n\x1b[A\x1b]11;\ufffd"),
        *typed("x"),
    ]


def test_a_paste_without_an_end_is_taken_as_it_is() -> None:
    assert units(b"\x1b[200~first\rsecond", b"x", wait=True) == [("pasted", "first\rsecond"), *typed("x")]
