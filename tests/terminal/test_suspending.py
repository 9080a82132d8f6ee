"""ctrl+z in a shell: the program stops, and `fg` brings it back with everything that stood on it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.home import EVENING

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

FIELD = "What did you notice about Sam today?"
PROGRAM = f"{sys.executable} -m tests.terminal.program {EVENING.isoformat()}"


def shell(home: Home, *arguments: str) -> Terminal:
    """An interactive bash, which is the usual keeper of jobs."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    window = home.started(bash, "--norc", "--noprofile", "-i", *arguments, env={"PS1": "shell> "})
    window.wait_for("shell>")
    return window


def is_open(window: Terminal) -> bool:
    """Whether the program has the screen, and not the shell."""
    return window.picture.alternate


@pytest.mark.parametrize("wrapped", [False, True], ids=["by itself", "in a script"])
def test_the_program_stops_and_comes_back_with_what_was_typed(alexs: Home, wrapped: bool) -> None:
    window = shell(alexs)
    window.press(f"sh -c '{PROGRAM}; true'" if wrapped else PROGRAM, "enter")
    window.wait_for(FIELD)
    window.press("Half a thought", "ctrl+z")
    window.wait_for("Stopped")
    assert not is_open(window)
    assert FIELD not in window.text()
    window.press("echo still $((40 + 2)) here", "enter")
    window.wait_for("still 42 here")
    for _ in range(2):
        window.press("fg", "enter")
        window.wait_for(FIELD)
        assert "Half a thought" in window.text()
        assert is_open(window)
        window.press("ctrl+z")
        window.wait_for("Stopped")
    window.press("fg", "enter")
    window.wait_for("Half a thought")
    window.press(" more", "enter")
    window.wait_for("Half a thought more")
    window.press("ctrl+q")
    window.wait_for("shell>")
    assert not is_open(window)
    window.press("exit", "enter")
    assert window.wait() == 0


def test_a_program_that_no_shell_started_does_not_stop(alexs: Home) -> None:
    window = alexs.window()
    window.wait_for(FIELD)
    window.press("ctrl+z")
    window.wait_for("Rekindle was not")
    window.press("A thought", "enter")
    window.wait_for("Kept.")


def test_a_stop_from_outside_comes_back_too(alexs: Home) -> None:
    window = shell(alexs)
    window.press(f"sh -c 'echo pid $$; exec {PROGRAM}'", "enter")
    window.wait_for(FIELD)
    (pid,) = re.findall(rb"pid (\d+)", bytes(window.written))
    os.kill(int(pid), signal.SIGTSTP)
    window.wait_for("Stopped")
    window.press("fg", "enter")
    window.wait_for(FIELD)
