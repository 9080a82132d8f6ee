"""Completion files for bash, zsh and fish, made by shtab from the one declaration of the commands."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

import shtab

from tracker.cli.commands import build_parser
from tracker.cli.context import Context


def completion(args: Namespace, context: Context) -> int:
    """Write the completion file of one shell."""
    context.streams.out.write(completion_file(args.print_completion) + "\n")
    return 0


def completion_file(shell: str) -> str:
    """The completion file of a shell."""
    parser = build_parser()
    kinds = {"FILE": shtab.FILE, "DIR": shtab.DIRECTORY}
    for action in _actions(parser):
        if action.metavar in kinds:
            action.complete = kinds[action.metavar]
    text: str = shtab.complete(parser, shell)
    return text


def _actions(parser: argparse.ArgumentParser) -> Iterator[Any]:
    """All options and arguments, those of sub-commands included."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for place in action.choices.values():
                yield from _actions(place)
