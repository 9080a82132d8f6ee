"""`review`: the page of a quarter, to read in the terminal or to keep as a file."""

from __future__ import annotations

from argparse import Namespace

from tracker.archive.files import write_new
from tracker.cli.context import Context, path_said
from tracker.page.writing import write_page


def review(args: Namespace, context: Context) -> int:
    """Write the page out, to standard output or to a new file. It is the same whoever asks."""
    page = write_page(context.at(), args.quarter or "", args.format)
    if args.out is None:
        context.streams.give(page)
    else:
        write_new(path_said(args.out), page)
        context.streams.say(f"Written to {args.out}.")
    return 0
