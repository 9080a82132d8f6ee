"""Opens the app. The only place in `tracker` that knows of the screens, and only when they are wanted."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from tracker.cli.context import Context
from tracker.errors import Refusal


def app(args: Namespace, context: Context) -> int:
    """Open the app on the couple's own data."""
    return open_app(context)


def open_app(context: Context, demo_folder: Path | None = None) -> int:
    """Open the app; with `demo_folder`, on a made-up couple that lives there. Refusal without a terminal."""
    need_terminal()
    from screens.app import run

    folder = str(demo_folder) if demo_folder is not None else ""
    return run(context.store, context.clock, context.account, demo_folder=folder)


def need_terminal() -> None:
    """Refusal where nobody could see the app, or answer it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refusal("The app needs a terminal; `rekindle --help` lists what works without one.")
