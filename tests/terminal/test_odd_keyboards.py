"""What comes from a keyboard is not always what a program hopes for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.pty import ROOT, surroundings

if TYPE_CHECKING:
    from tests.terminal.home import Home

FIELD = "What did you notice about Sam today?"


ODD = {
    "an ü, as a terminal in Latin-1 sends it": b"\xfc",
    "half a heart": b"\xe2\x99",
    "a click in the oldest way, far to the right": b"\x1b[M \xff\xfe",
    "a key that there is not": b"\x1b[999;999;999~",
    "control characters": b"\x00\x01\x02\x1c\x1d\x1e\x1f",
}


def test_odd_bytes_cost_neither_the_app_nor_what_is_typed(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Precious")
    for what, odd in ODD.items():
        window.send_bytes(odd)
        window.settle(0.15)
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


_OF_THE_WORKER = ("SSH_CONNECTION", "SSH_TTY", "ESCDELAY")
"""What another test, or the machine, may have set before."""


@pytest.mark.parametrize(
    ("env", "milliseconds"),
    [
        ({}, "10"),
        ({"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}, "25"),
        ({"SSH_TTY": "/dev/pts/1"}, "25"),
        ({"ESCDELAY": "300"}, "300"),
    ],
)
def test_a_lone_escape_waits_for_more_only_where_more_may_come_late(
    env: dict[str, str], milliseconds: str
) -> None:
    own = {name: value for name, value in surroundings().items() if name not in _OF_THE_WORKER}
    code = "import screens; from textual import constants; print(round(constants.ESCAPE_DELAY * 1000))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**own, **env}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == milliseconds
