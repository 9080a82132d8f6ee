"""However the program ends: the terminal is as it was, and what was kept is there."""

from __future__ import annotations

import os
import signal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tracker.acts.entries import appreciate

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

FIELD = "What did you notice about Sam today?"
UNDONE = {
    "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "mouse moves": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "mouse format": (b"\x1b[?1006h", b"\x1b[?1006l"),
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "line wrap": (b"\x1b[?7l", b"\x1b[?7h"),
    "keyboard": (b"\x1b[>25u", b"\x1b[<u"),
}
"""What the program asks of the terminal, and how it is undone."""


def assert_restored(window: Terminal) -> None:
    """The terminal is as it was found, and shows nothing that stood in the app."""
    written = bytes(window.written)
    left = [what for what, (on, off) in UNDONE.items() if written.rfind(on) > written.rfind(off)]
    assert left == []
    assert window.settings() == window.settings_before
    assert "notice" not in window.text()
    assert not window.picture.alternate
    assert window.picture.cursor_shown


def test_quitting_puts_the_terminal_back_and_says_nothing(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("ctrl+q")
    assert window.wait() == 0
    assert_restored(window)
    assert window.text().strip() == ""


def test_words_typed_and_not_kept_are_asked_about_before_leaving(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Half a thought", "ctrl+q")
    window.wait_for("Something is typed and not kept yet")
    window.press("escape")
    window.wait_gone("Something is typed")
    assert "Half a thought" in window.text()
    window.press("ctrl+q")
    window.wait_for("Something is typed and not kept yet")
    window.press("y")
    assert window.wait() == 0
    assert len(alexs.at().library.appreciations) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_leave_puts_the_terminal_back(alexs: Home, number: signal.Signals) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Half a thought")
    window.kill(number)
    assert window.wait() == 128 + number
    assert_restored(window)
    assert "Half" not in window.text()


def test_a_window_that_is_closed_takes_the_program_with_it(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("A kept one", "enter")
    window.wait_for("♡ A kept one")
    window.press("Half a thought")
    window.hang_up()
    window.wait()
    assert [note.text for note in alexs.at().library.appreciations] == ["A kept one"]


def test_after_a_kill_while_typing_nothing_kept_is_gone_and_writing_goes_on(alexs: Home) -> None:
    alexs.do(partial(appreciate, by=alexs.at().couple.partners[0].id, text="From before"))
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Kept just now", "enter")
    window.wait_for("♡ Kept just now")
    window.send("Still ty")
    window.kill(signal.SIGKILL)
    assert window.wait() == -signal.SIGKILL

    again = alexs.window()
    again.wait_for(FIELD, "♡ From before", "♡ Kept just now")
    again.press("Next", "enter")
    again.wait_for("♡ Next")
    assert {note.text for note in alexs.at().library.appreciations} == {
        "From before",
        "Kept just now",
        "Next",
    }


def test_a_kill_right_after_enter_keeps_the_whole_note_or_none_of_it(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("All of these words")
    window.send("\r")
    window.kill(signal.SIGKILL)
    window.wait()
    kept = [note.text for note in alexs.at().library.appreciations]
    assert kept in ([], ["All of these words"])
    assert FIELD in alexs.window().wait_for(FIELD)


def test_an_app_that_is_suspended_and_woken_goes_on_where_it_was(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Half a")
    window.kill(signal.SIGTSTP)
    os.waitid(os.P_PID, window.process.pid, os.WSTOPPED | os.WNOWAIT)
    window.settle()
    assert not window.text().strip()
    window.kill(signal.SIGCONT)
    window.wait_for("Half a")
    window.press(" thought", "enter")
    window.wait_for("♡ Half a thought")
    window.press("ctrl+q")
    assert window.wait() == 0
    assert_restored(window)
