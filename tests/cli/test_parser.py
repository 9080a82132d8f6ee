"""The parser: one declaration of every command, read no further than a line needs."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Shell
from tracker.cli.commands import COMMANDS, PAUSES, RITUAL_COMMANDS, asked_in, build_parser
from tracker.cli.parser import Command
from tracker.cli.run import command_of
from tracker.records.pauses import PAUSE_KINDS


@pytest.mark.parametrize("command", [*COMMANDS, *RITUAL_COMMANDS], ids=lambda command: command.run)
def test_every_command_names_a_function_that_is_there(command: Command) -> None:
    assert callable(command_of(command.run))


def test_the_kinds_of_pause_are_those_of_the_records() -> None:
    assert tuple(PAUSE_KINDS) == PAUSES


def test_help_lists_every_command(shell: Shell) -> None:
    listed = shell.done("--help")
    assert all(f"\n    {command.name} " in listed for command in COMMANDS)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_of_its_own(shell: Shell, command: str) -> None:
    assert shell.done(command, "--help").startswith(f"usage: rekindle {command}")


@pytest.mark.parametrize("format_", ["html", "text"])
def test_a_story_has_no_format_of_a_page(pair: Shell, format_: str) -> None:
    assert pair("export", "--format", format_).code == 2


@pytest.mark.parametrize(
    "line",
    [
        ["nonsense"],
        ["status", "--nonsense"],
        ["status", "--today"],
        ["status", "status"],
        ["did"],
        ["ritual", "add"],
        ["ritual", "add", "Walk", "--times", "many"],
        ["pause", "--remove"],
        ["setup", "--names", "Alex"],
        ["setup", "--child", "yes"],
        ["--print-completion", "tcsh"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2_with_how_it_is_meant(shell: Shell, line: list[str]) -> None:
    said = shell(*line)
    assert said.code == 2
    assert said.err.startswith("usage: rekindle")
    assert said.out == ""


def test_control_characters_of_a_line_never_reach_the_terminal(shell: Shell) -> None:
    said = shell("where", "\x1b[31m\x07\x9bred")
    assert said.code == 2
    assert not any(character in said.err for character in "\x1b\x07\x9b")


def test_a_folder_may_be_called_like_a_command() -> None:
    assert asked_in(["--data", "status", "where"]) == "where"
    assert asked_in(["--help"]) is None


def test_a_parser_for_one_command_reads_it_like_the_whole_one() -> None:
    line = ["ritual", "set", "walk", "--times", "3", "--data", "there"]
    assert build_parser("ritual").parse_args(line) == build_parser().parse_args(line)


def test_the_folder_is_named_before_the_command_or_after_it(shell: Shell) -> None:
    before = shell.done("--data", "there", "where")
    assert before == shell.done("where", "--data", "there")
    assert "/there" in before


def test_the_version_is_said(shell: Shell) -> None:
    from tracker import __version__

    assert shell.done("--version") == f"rekindle {__version__}\n"
