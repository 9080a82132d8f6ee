"""Keys that come in one read, or a few milliseconds apart, take effect in their order in the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

FIELD = "What did you notice about Sam today?"
BACK, LEFT, CLEAR = "\x7f", "\x1b[D", "\x15"


def send(window: Terminal, *keys: str, gap: float) -> None:
    """All in one write, or one by one with so many seconds between them."""
    if not gap:
        window.send("".join(keys))
        return
    for key in keys:
        window.send(key)
        window.read(gap)


@pytest.mark.parametrize("gap", [0.0, 0.001, 0.005])
def test_what_is_typed_in_a_burst_is_what_stands_there(alexs: Home, gap: float) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    send(window, *"teh", BACK, BACK, *"he end", gap=gap)
    window.wait_for("   the end")
    send(window, CLEAR, *"abc", LEFT, LEFT, "X", gap=gap)
    window.wait_for("   aXbc")
    send(window, "\x1b[F", CLEAR, *"first", "\r", *"second", "\r", *"half", "\t", *"cue", gap=gap)
    window.wait_for("♡ first", "♡ second", "   half", "     cue")
    assert sorted(note.text for note in alexs.at().library.appreciations) == ["first", "second"]


def test_a_burst_that_opens_a_form_fills_and_keeps_it(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("escape")
    send(window, "2", "n", *"A walk", "\t", *"tomorrow", "\x13", gap=0.0)
    window.wait_for("Planned for")
    (walk,) = alexs.at().library.plans
    assert (walk.title, walk.state) == ("A walk", "planned")
