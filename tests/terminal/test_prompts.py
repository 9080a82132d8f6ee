"""What is pasted at a prompt is read by the prompt, all of it: the shell finds nothing there to run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.terminal.home import Home
    from tests.terminal.pty import Terminal

SHELL = ("sh", "-i")
PROMPT = "shell>"
PASTES = [("\r", 0.0), ("\n", 0.001), ("\r\n", 0.0), ("\r", 0.005), ("\r", 0.03)]
"""How lines end, and the seconds between two bytes: at once, or over a slow line."""
QUESTION = "End with an empty line."


@pytest.fixture(name="shell")
def _shell(alexs: Home) -> Terminal:
    """A shell that waits for a command, in which `ours` is the program."""
    from tests.terminal.home import EVENING

    window = alexs.started(*SHELL, env={"PS1": PROMPT, "ENV": ""})
    window.wait_for(PROMPT)
    window.send(f'ours() {{ {sys.executable} -m tests.terminal.program {EVENING.isoformat()} "$@"; }}\r')
    window.settle()
    return window


def paste(window: Terminal, text: str, gap: float) -> None:
    """Send a text, byte by byte where there is a gap."""
    for piece in [text.encode()] if gap == 0 else [bytes([byte]) for byte in text.encode()]:
        window.send_bytes(piece)
        window.read(gap)


def commands(home: Home, *names: str) -> list[str]:
    """Lines which show that a shell ran them: each makes a file."""
    return [f"touch {home.folder}/{name}" for name in names]


def made(home: Home, *names: str) -> list[str]:
    """Which of these files there are."""
    return [name for name in names if (home.folder / name).exists()]


def at_the_shell(window: Terminal, home: Home) -> None:
    """Wait until the shell has run all that it found, and this command last."""
    window.wait_until(lambda text: text.rstrip().endswith(PROMPT), "the shell's prompt")
    window.send(f"echo the shell is $((3 + 4))th; touch {home.folder}/last\r")
    window.wait_for("the shell is 7th")


@pytest.mark.parametrize(("line_end", "gap"), PASTES, ids=repr)
def test_all_lines_of_a_paste_are_kept_and_none_is_run(
    alexs: Home, shell: Terminal, line_end: str, gap: float
) -> None:
    lines = commands(alexs, "one", "two", "three")
    shell.send("ours appreciate\r")
    shell.wait_for(QUESTION)
    paste(shell, line_end.join([*lines, ""]), gap)
    shell.settle()
    assert "Kept" not in shell.text()
    shell.send("\r")
    shell.wait_for("Kept for")
    at_the_shell(shell, alexs)
    assert made(alexs, "one", "two", "three") == []
    assert [line for line in kept(alexs).splitlines() if line] == lines


@pytest.mark.parametrize("gap", [0.0, 0.03])
def test_an_empty_line_within_a_paste_is_not_its_end(alexs: Home, shell: Terminal, gap: float) -> None:
    one, two = commands(alexs, "one", "two")
    shell.send("ours appreciate -\r")
    shell.wait_for(QUESTION)
    paste(shell, f"{one}\r\r\r{two}\r", gap)
    shell.settle()
    shell.send("\r")
    shell.wait_for("Kept for")
    at_the_shell(shell, alexs)
    assert made(alexs, "one", "two") == []
    assert kept(alexs) == f"{one}\n\n\n{two}"


def test_ctrl_d_ends_a_note_and_what_comes_after_it_is_not_run(alexs: Home, shell: Terminal) -> None:
    shell.send("ours did date --note -\r")
    shell.wait_for(QUESTION)
    shell.send("pasta\rat ours\r")
    shell.wait_for("at ours")
    shell.send("\x04" + "\r".join([*commands(alexs, "one", "two"), ""]))
    shell.wait_for("Marked", "What came after that was not read.")
    at_the_shell(shell, alexs)
    assert made(alexs, "one", "two") == []
    assert [moment.note for moment in alexs.at().library.moments] == ["pasta\nat ours"]


def test_a_paste_in_brackets_is_taken_whole_without_them(alexs: Home, shell: Terminal) -> None:
    one, two = commands(alexs, "one", "two")
    shell.send("ours appreciate\r")
    shell.wait_for(QUESTION)
    paste(shell, f"\x1b[200~{one}\r\r", 0.0)
    shell.settle(0.5)
    paste(shell, f"{two}\x1b[201~\r", 0.0)
    shell.settle()
    shell.send("\r")
    shell.wait_for("Kept for")
    at_the_shell(shell, alexs)
    assert made(alexs, "one", "two") == []
    assert kept(alexs) == f"{one}\n\n{two}"


@pytest.mark.parametrize("gap", [0.0, 0.03])
def test_lines_after_an_answer_are_not_run(alexs: Home, shell: Terminal, gap: float) -> None:
    shell.send("ours erase\r")
    shell.wait_for("Alex:")
    paste(shell, "\r".join(["Alex", "Kim", *commands(alexs, "one", "two"), ""]), gap)
    shell.wait_for("nothing was deleted")
    at_the_shell(shell, alexs)
    assert made(alexs, "one", "two") == []


def test_nothing_is_run_of_a_paste_that_was_broken_off(alexs: Home, shell: Terminal) -> None:
    shell.send("ours appreciate\r")
    shell.wait_for(QUESTION)
    shell.send("\r".join([*commands(alexs, "one"), "half"]))
    shell.wait_for("half")
    shell.send("\x03")
    at_the_shell(shell, alexs)
    assert made(alexs, "one") == []
    assert len(alexs.at().library.appreciations) == 0


def test_a_line_longer_than_a_terminal_passes_on_is_refused_and_not_cut(alexs: Home, shell: Terminal) -> None:
    shell.send("ours appreciate\r")
    shell.wait_for(QUESTION)
    shell.send("word " * 900 + "\r")
    shell.wait_for("keep the text in a file")
    at_the_shell(shell, alexs)
    assert len(alexs.at().library.appreciations) == 0


def test_what_is_typed_ahead_of_a_command_that_asks_nothing_is_the_shells(
    alexs: Home, shell: Terminal
) -> None:
    shell.send(f"ours status\r{commands(alexs, 'one')[0]}\r")
    shell.wait_for("Month")
    at_the_shell(shell, alexs)
    assert made(alexs, "one") == ["one"]


def kept(home: Home) -> str:
    """The one note that was kept."""
    (note,) = home.at().library.appreciations
    return note.text
