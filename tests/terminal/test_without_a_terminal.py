"""In a pipe, a script or a scheduled job there is no terminal: one clear sentence, at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.terminal.home import Home

SENTENCE = "The app needs a terminal; `rekindle --help` lists what works without one.\n"


def test_a_pipe_gets_a_sentence_and_neither_a_picture_nor_a_traceback(home: Home) -> None:
    answer = home.line(typed="hello\n")
    assert (answer.returncode, answer.stdout, answer.stderr) == (1, "", SENTENCE)
    assert not home.data.exists()


@pytest.mark.parametrize("redirection", ["> out", "< /dev/null", "<&-", ">&-", "<&- >&- 2> err"])
def test_one_stream_elsewhere_is_enough(home: Home, redirection: str) -> None:
    from tests.terminal.pty import Terminal

    command = f"cd {home.folder} && PYTHONPATH='{Path.cwd()}' {sys.executable} -m tracker {redirection}"
    with Terminal(["sh", "-c", command], env=home.env, size=(100, 24)) as window:
        assert window.wait() == 1
    told = bytes(window.written).decode().replace("\r\n", "\n")
    err = home.folder / "err"
    assert (err.read_text() if err.exists() else told) == SENTENCE


def test_no_stream_at_all_ends_calmly(home: Home) -> None:
    command = [*("sh", "-c"), f"{sys.executable} -m tracker <&- >&- 2>&-"]
    assert subprocess.run(command, env={**os.environ, **home.env}, timeout=60, check=False).returncode == 1
