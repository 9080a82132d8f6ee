"""What a command is, and the parser that reads one without letting control characters through."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tracker.text import clean

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """An argparse parser whose own sentences cannot carry control characters to the terminal."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(clean(message), file)

    def error(self, message: str) -> NoReturn:
        """Wrong usage: how it is meant and what was wrong, exit 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}\n")


class Command(NamedTuple):
    """One command of the line."""

    name: str
    help: str
    """One line for the list of commands."""
    run: str
    """`module:function` that runs it."""
    declare: Callable[[Parser], None]
    """Adds its options to a parser."""


def add_commands(parser: Parser, commands: Sequence[Command], dest: str, asked: str | None = None) -> None:
    """Add commands below a parser. With `asked`, only that one gets its options: it is built sooner."""
    places = parser.add_subparsers(dest=dest, metavar="COMMAND", title="commands", parser_class=Parser)
    for command in commands:
        sentence = f"{command.help[0].upper()}{command.help[1:]}."
        place = places.add_parser(command.name, help=command.help, description=sentence, allow_abbrev=False)
        if asked is None or asked == command.name:
            add_data(place, argparse.SUPPRESS)
            command.declare(place)
        place.set_defaults(run=command.run)


def add_data(parser: Parser, default: str | None) -> None:
    """The option that every command knows, before its name or after it."""
    parser.add_argument(
        "--data", metavar="DIR", default=default, help="the folder of the data, instead of REKINDLE_DATA"
    )
