"""Unfinished words in the real program: whatever ends it, they are there again, and only for their author."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

FIELD = "What did you notice about Sam today?"
WORDS = "SECRET half a thou"


def on_disk(home: Home) -> bytes:
    """Every byte of the data and of the account."""
    files = (path for folder in (home.data, home.state) for path in Path(folder).rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in files)


def wait_written(window: Terminal, home: Home, words: str) -> None:
    """Until these words are on the disk, while the program goes on."""
    while words.encode() not in on_disk(home):
        assert window.process.poll() is None
        window.read(0.05)


def assert_back(home: Home) -> None:
    """The next start has the words in the field; kept, they are a note and nothing else."""
    again = home.window()
    again.wait_for(FIELD, WORDS)
    again.press("ght", "enter")
    again.wait_for(f"♡ {WORDS}ght")
    assert not [*home.data.glob("*/drafts/*.json")]
    again.press("ctrl+q")
    assert again.wait() == 0
    assert not [*home.data.glob("*/drafts/*")]


def test_a_kill_while_typing_costs_no_more_than_the_newest_keys(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press(WORDS)
    wait_written(window, alexs, WORDS)
    window.kill(signal.SIGKILL)
    assert window.wait() == -signal.SIGKILL
    assert_back(alexs)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_leave_costs_nothing(alexs: Home, number: signal.Signals) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press(WORDS)
    window.kill(number)
    assert window.wait() == 128 + number
    assert_back(alexs)


def test_a_closed_window_costs_nothing(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press(WORDS)
    window.hang_up()
    window.wait()
    assert_back(alexs)


def test_put_to_sleep_and_killed_there_it_costs_nothing(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press(WORDS)
    window.kill(signal.SIGTSTP)
    os.waitid(os.P_PID, window.process.pid, os.WSTOPPED | os.WNOWAIT)
    assert WORDS.encode() in on_disk(alexs)
    window.kill(signal.SIGKILL)
    window.wait()
    assert_back(alexs)


@pytest.mark.parametrize(("key", "there"), [("1", True), ("2", False), ("escape", False)])
def test_on_a_shared_account_they_show_once_their_author_says_who_they_are(
    home: Home, key: str, there: bool
) -> None:
    home.found(me=None)
    window = home.window()
    window.wait_for("Who is here?")
    window.press("1")
    window.wait_for(FIELD)
    window.press(WORDS)
    window.kill(signal.SIGHUP)
    window.wait()
    again = home.window()
    again.wait_for("Who is here?")
    again.press(key)
    again.wait_gone("Who is here?")
    again.settle()
    assert (WORDS in again.text()) == there
    assert (b"SECRET" in bytes(again.written)) == there
    assert "Unfinished" not in again.text()


def test_an_open_form_is_named_on_today_and_opens_with_its_words(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("escape", "2")
    window.wait_for("Ideas")
    window.press("n")
    window.wait_for("A new date")
    window.press("Pasta at ours")
    window.kill(signal.SIGHUP)
    window.wait()
    again = alexs.window()
    again.wait_for("Unfinished", "a new date")
    assert "Pasta" not in again.text()
    again.press("escape", "home", "enter")
    again.wait_for("Your unfinished words are back", "Pasta at ours")
    again.press("ctrl+s")
    again.wait_gone("Unfinished")
    assert [plan.title for plan in alexs.at().library.plans] == ["Pasta at ours"]
    assert not [*alexs.data.glob("*/drafts/*.json")]


def test_two_windows_each_keep_their_own(alexs: Home) -> None:
    windows = [alexs.window(), alexs.window()]
    for window, words in zip(windows, ("First words", "Other words"), strict=True):
        window.wait_for(FIELD)
        window.press(words)
    for window in windows:
        window.kill(signal.SIGHUP)
        window.wait()
    again = alexs.window()
    again.wait_for("Unfinished", "a note for Friday 20 November")
    shown = again.text()
    assert ("First words" in shown) != ("Other words" in shown)
    again.press("escape", "home", "enter")
    again.wait_for("Other words" if "First words" in shown else "First words")


def test_where_nothing_can_be_written_typing_goes_on_and_it_is_said_once(alexs: Home) -> None:
    folder = next(alexs.data.glob("*-*"))
    (folder / "drafts").write_text("no folder")
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("Half")
    window.wait_for("Kept in this window only")
    window.press(" a thought")
    window.wait_for("Half a thought")
    window.press("enter")
    window.wait_for("♡ Half a thought")
