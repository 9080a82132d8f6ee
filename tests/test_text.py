"""People's text: kept as written, but for what a terminal would obey."""

from __future__ import annotations

import sys
import unicodedata
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sentences import ROOT
from tracker.text import clean, folded, is_blank, one_line

ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=60)
"""Also control characters and lone surrogates."""
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}
SEPARATORS = "\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"


@given(text=ANYTHING)
def test_no_control_character_and_no_half_of_one_is_left(text: str) -> None:
    assert not CONTROLS & set(clean(text))
    clean(text).encode("utf-8")  # what cannot be written would stop every later save


@given(text=ANYTHING)
def test_everything_else_stays_in_its_place(text: str) -> None:
    def kept(character: str) -> bool:
        return character not in CONTROLS and not "\ud800" <= character <= "\udfff"

    lines = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, SEPARATORS), "\n"))
    before = [character for character in lines if kept(character)]
    after = [character for character in clean(text) if character not in " \ufffd"]
    assert after == [character for character in before if character not in " \ufffd"]


@given(text=ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for way in (clean, one_line, folded):
        assert way(way(text)) == way(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("a\nb", "a\nb"),
        ("a\r\nb", "a\nb"),
        ("a\tb", "a b"),
        ("\x1b[2J\x9b31m\x07", "[2J31m"),
        ("a\x7fb\x80c", "abc"),
        ("\ud83d\ude00", "\ufffd\ufffd"),
        ("👩‍👩‍👧 ❤️ e\u0301", "👩‍👩‍👧 ❤️ e\u0301"),
        ("a\u202eb", "a\u202eb"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("separator", [*SEPARATORS, "\r\n"])
def test_every_separator_is_one_break_and_glues_nothing(separator: str) -> None:
    assert clean(f"first{separator}second") == "first\nsecond"
    assert one_line(f"first{separator}second") == "first second"


@pytest.mark.parametrize(
    ("text", "line"),
    [(" a  b\n\nc ", "a b c"), ("a\u00a0\u3000b", "a b"), ("a\u2028b", "a b"), ("", ""), ("\n\t", "")],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alex", " aLEX\n"),
        ("Straße", "STRASSE"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Zoë", "zoe\u0308"),
        ("ZOE\u0308", "zoë"),
        ("Å", "\u212b"),
        ("한", unicodedata.normalize("NFD", "한")),
        ("tea  time", "Tea\ttime"),
    ],
)
def test_names_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Zoe", "Zoë"), ("tea time", "teatime"), ("a", "а")])
def test_names_that_differ_are_told_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0\u3000\u2028", "\u200b\u200d\ufeff", "\u00ad \u2060"])
def test_what_nobody_can_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " . ", "\u200b❤\ufe0f", "李", "\ufffd"])
def test_whatever_can_be_seen_is_not(text: str) -> None:
    assert not is_blank(text)


def test_a_shell_prompt_pays_for_no_unicode_tables() -> None:
    """Where all names are ASCII, as most are, comparing them imports nothing."""
    lines = (
        "import sys",
        f"sys.path.insert(0, {str(ROOT)!r})",
        "from tracker.text import folded",
        "folded('Weekly  Talk')",
        "print('unicodedata' in sys.modules)",
    )
    line = [sys.executable, "-I", "-S", "-c", "\n".join(lines)]
    assert run(line, capture_output=True, text=True, check=True).stdout.strip() == "False"
