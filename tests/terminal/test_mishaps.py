"""When the program itself goes wrong: one sentence that says where, and nothing that anybody wrote."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tracker.acts.entries import appreciate

if TYPE_CHECKING:
    from tests.terminal.home import Home

BLOCKS = (
    "at a key",
    "in a thread",
    "in a coroutine",
    "while drawing",
    "while reading keys",
    "talkatively",
)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_mishap_says_where_and_nothing_that_was_written(alexs: Home, block: str) -> None:
    alexs.do(partial(appreciate, by=alexs.at().couple.partners[0].id, text="Kept words", cue="Kept cue"))
    window = alexs.window(block, module="tests.terminal.stumbling")
    window.wait_for("♡ Kept words")
    window.press("Draft words", "escape")
    window.wait_for("Draft words", "? help")
    window.send("u")
    if block == "while reading keys":
        window.settle()
        window.send("k")
    assert window.wait() == 1
    window.text()
    assert not window.picture.alternate
    assert window.picture.cursor_shown
    assert window.settings() == window.settings_before
    assert_tells_only_where(window.written.rpartition(b"\x1b[?1049l")[2].decode())
    assert [note.text for note in alexs.at().library.appreciations] == ["Kept words"]


def assert_tells_only_where(told: str) -> None:
    """One sentence of ours; no traceback, no words, no code."""
    flat = " ".join(told.split())
    assert "Rekindle stopped because of a mistake of its own" in flat
    for private in ("words", "cue", "Kept", "Draft", "Alex", "Sam", "Traceback", "raise", "cannot go on"):
        assert private not in flat.replace("please report these words", "").replace("Everything kept", "")


def test_a_mishap_beside_the_app_lets_it_go_on_and_says_nothing(alexs: Home) -> None:
    window = alexs.window("in the loop", module="tests.terminal.stumbling")
    window.wait_for("What did you notice")
    window.press("Draft words", "escape", "u", "n", " go on", "enter")
    window.wait_for("♡ Draft words go on")
    window.press("ctrl+q")
    assert window.wait() == 0
    assert window.text().strip() == ""
