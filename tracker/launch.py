"""Opens the app. The only place in `tracker` that knows of the screens, and only when they are wanted."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.context import Context, Streams
from tracker.errors import Refusal

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.clock import Clock


def app(args: Namespace, context: Context) -> int:
    """Open the app on the couple's own data."""
    return open_app(context)


def app_alone(clock: Clock) -> int:
    """Open the app for `rekindle` without a word more: there is nothing to parse, and no parser to build."""
    context = Context(Streams(sys.stdin, sys.stdout, sys.stderr), clock)
    try:
        return open_app(context)
    finally:
        context.close()


def open_app(context: Context, demo_folder: Path | None = None) -> int:
    """Open the app; with `demo_folder`, on a made-up couple that lives there. Refusal without a terminal."""
    need_terminal()
    gc.disable()  # until the first picture stands: a start makes many objects and drops few
    from screens.app import run

    folder = str(demo_folder) if demo_folder is not None else ""
    return run(context.store, context.clock, context.account, context.drafts, folder)


def need_terminal() -> None:
    """Refusal where nobody could see the app, or answer it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refusal("The app needs a terminal; `rekindle --help` lists what works without one.")
