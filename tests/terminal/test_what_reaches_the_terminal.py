"""A terminal obeys what it is sent: only Textual's own sequences may reach it, whatever the files hold."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING

from tests.terminal.picture import SEQUENCE
from tracker.acts.entries import appreciate
from tracker.acts.rituals import add_ritual

if TYPE_CHECKING:
    from tests.terminal.home import Home

HOSTILE = (
    "\x1b]0;owned\x07",  # a window title
    "\x1b]52;c;b3duZWQ=\x07",  # the clipboard
    "\x1b]8;;http://owned.example\x1b\\",  # a link
    "\x1bP$qowned\x1b\\",
    "\x1b[31;5mowned",
    "\x1b[2J\x1b[3J\x1b[H",
    "\x1b[?1049l\x1b[6n\x1b[c",
    "\x9b6n\x9d0;owned\x9c",
    "\x07\x08\x0c\x0e\x7f\x00\r",
    "[@click=app.exit]owned[/]",
)
_STYLE = r"(?:0|[1-4]|7|9|[34]8;2;\d+;\d+;\d+)"
OURS = (
    rf"\x1b\[{_STYLE}(?:;{_STYLE})*m",  # colours and styles
    r"\x1b\[\d+;\d+H",  # places
    r"\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]",
    r"\x1b\[\?(?:2026|2048)\$p",  # what the terminal can do
    r"\x1b\[>25u|\x1b\[<u",  # the keyboard
    r"\x1b\]22;[a-z-]+\x07",  # the mouse pointer's shape
)
"""Everything that Textual 8.2.8 writes beside text."""


def strange(written: bytes) -> set[str]:
    """All control characters and sequences in it that are not among Textual's own."""
    text = written.decode()
    sequences = {found[0] for found in SEQUENCE.finditer(text)}
    other = {each for each in sequences if not any(re.fullmatch(ours, each) for ours in OURS)}
    plain = SEQUENCE.sub("", text)
    return other | {each for each in plain if (each < " " and each not in "\r\n") or "\x7f" <= each < "\xa0"}


def edit_by_hand(home: Home, words: dict[str, str]) -> None:
    """Write other words into the month files, as a person with an editor may."""
    for path in home.data.glob("*/20??-??.json"):
        text = path.read_text()
        for old, new in words.items():
            text = text.replace(json.dumps(old), json.dumps(new))
        path.write_text(text)


def test_sequences_in_the_files_are_never_obeyed(alexs: Home) -> None:
    alex = alexs.at().couple.partners[0].id
    for place in range(len(HOSTILE)):
        alexs.do(partial(appreciate, by=alex, text=f"Note {place}", cue=f"Cue {place}"))
    alexs.do(partial(add_ritual, name="Evening walk"))
    evil = {
        word: f"{word} {evil}x" for word, evil in zip(("Alex", "Sam", "Evening walk"), HOSTILE, strict=False)
    }
    for place, each in enumerate(HOSTILE):
        evil |= {f"Note {place}": f"Note {place} {each}x", f"Cue {place}": f"Cue {place} {each}x"}
    edit_by_hand(alexs, evil)

    window = alexs.window(size=(120, 40))
    window.wait_for("What did you notice about Sam", "♡ Note 0", "♡ Note 9", "Cue 9", "Evening")
    window.press("escape", "enter")
    window.wait_for("Your note", "Keep")
    window.press("escape", "ctrl+p")
    window.wait_for("Search")
    window.press("escape", "p")
    window.wait_for("Over to Sam")
    window.press("enter", "ctrl+q")
    assert window.wait() == 0
    assert strange(bytes(window.written)) == set()


def test_the_scan_itself_finds_each_of_them() -> None:
    for evil in HOSTILE[:-1]:
        assert strange(f"Calm \x1b[1;1H words {evil}".encode()), evil
    assert strange(b"\x1b[?1049h\x1b[1;1H\x1b[1;38;2;1;2;3mCalm words\x1b[0m\r\n") == set()


def test_sequences_on_the_command_line_come_out_harmless(alexs: Home) -> None:
    evil = "x".join(HOSTILE)
    argument = evil.replace("\x00", "")  # the one that no argument can hold
    lines = (("did", argument), ("--data", argument, "where"), (argument,), ("ritual", "add", argument))
    for line in lines:
        answer = alexs.line(*line)
        assert strange((answer.stdout + answer.stderr).encode()) == set(), line
    answer = alexs.line("appreciate", typed=evil)
    assert strange((answer.stdout + answer.stderr).encode()) == set()
