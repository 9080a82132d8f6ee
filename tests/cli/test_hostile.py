"""Whatever people write, it is kept as words and never obeyed: not by a terminal, not by us."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Said, Shell

HOSTILE = [
    "\x1b[2J\x1b]0;title\x07\x9b31m",
    "[/] [bold]{0} %s {name}",
    "a\x00b\x08\x7f",
    "\udcff\ud800",
    "line\r\nline\u2028line\x85line",
    "\u202eright to left",
    "👩\u200d👩\u200d👧 ❤️ ÅÅ",
    "=HYPERLINK(1);@SUM",
    "../../etc/passwd",
    '{"id": 1}',
    "--by",
    "'; DROP TABLE",
    "n" * 5000,
]


def _sound(said: Said) -> None:
    """Answered as a command should, and nothing in it that a terminal would obey."""
    assert said.code in (0, 1, 2)
    assert "mistake of its own" not in said.err
    for character in said.out + said.err:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs"), repr(character)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field(shell: Shell, text: str, tmp_path: Path) -> None:
    _sound(shell("setup", "--names", text, "Sam", "--time-zone", "UTC"))
    _sound(shell("setup", "--names", "Alex", "Sam", "--time-zone", "UTC", "--me", "Alex"))
    for line in (
        ["setup", f"--me={text}"],
        ["setup", f"--start={text}", f"--together-since={text}"],
        ["setup", f"--time-zone={text}", f"--day-ends-at={text}"],
        ["setup", "--names", text, "Sam"],
        ["appreciate", "--", text],
        ["appreciate", f"--cue={text}", "x", f"--by={text}"],
        ["appreciate", f"--cue={text}", "x"],
        ["did", "date", f"--note={text}", f"--on={text}"],
        ["did", "date", f"--note={text}"],
        ["did", "--", text],
        ["ritual", "add", "--", text],
        ["ritual", "set", "date", f"--name={text}"],
        ["ritual", "archive", "--", text],
        ["pause", "--", text],
        ["pause", f"--ritual={text}", "today"],
        ["removed", f"--bring-back={text}"],
        ["move", f"--by={text}", "--", text, text],
        ["status", f"--today={text}"],
        ["restore", "--", text],
        ["import", "--", text],
        ["export", f"--for={text}"],
        ["where", f"--data={text}"],
        ["where", f"--data={text}", "--json"],
        ["status", f"--data={text}"],
        ["--", text],
        [text],
    ):
        _sound(shell(*line))
    for line in (["status"], ["status", "--json"], ["ritual", "list"], ["removed"], ["export"], ["doctor"]):
        said = shell(*line)
        assert said.code == 0, said
        _sound(said)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_was_typed_comes_out_again_but_for_control_characters(alex: Shell, text: str) -> None:
    from tracker.text import clean

    said = alex("appreciate", "-", piped=text)
    if said.code == 0:
        assert next(iter(alex.library.appreciations)).text == clean(text).strip()
