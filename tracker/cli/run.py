"""Reads a line with the parser, and hands it to the command."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from tracker import __version__
from tracker.cli.commands import asked_in, build_parser
from tracker.cli.context import Context, Streams
from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.paths import APP

Run = Callable[..., int]

_PATHS = ("data", "file", "out")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What Python makes of a byte on the command line that is not UTF-8."""


def run(arguments: list[str], clock: Clock) -> int:
    """Run one line and give its exit code. SystemExit from the parser; Refusal from the command."""
    parser = build_parser(asked_in(arguments))
    args = parser.parse_args(arguments)
    _check_words(args)
    context = Context(
        Streams(sys.stdin, sys.stdout, sys.stderr), clock, args.data, meant=getattr(args, "yes", False)
    )
    if args.version:
        context.streams.say(f"{APP} {__version__}")
        return 0
    if args.print_completion is not None:
        args.run = "tracker.cli.completion:completion"
    try:
        code = command_of(getattr(args, "run", "tracker.launch:app"))(args, context)
        if args.command is not None:  # the app tells for itself
            context.tell_notices()
        return code
    finally:
        context.close()
        context.streams.leave()


def _check_words(args: Namespace) -> None:
    """Refusal where a word of the line is not UTF-8: it would be kept garbled. Files may have any name."""
    for name, value in vars(args).items():
        words = value if isinstance(value, list) else [value]
        if name not in _PATHS and any(isinstance(word, str) and _SURROGATE.search(word) for word in words):
            raise Refusal("A word of this line is not UTF-8 text, so nothing was done; please type it again.")


def command_of(named: str) -> Run:
    """The function behind `module:function`."""
    module, function = named.split(":")
    found: Run = getattr(import_module(module), function)
    return found
