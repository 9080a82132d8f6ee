"""Leaving because the system says so: the terminal is put back as it was found, at a shutdown too."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Any

from textual.app import App

MOST_SECONDS = 3
"""How long leaving may take: a terminal that is gone reads nothing, and writing to it may take for ever."""


def leave_when_told(app: App[Any]) -> None:
    """From now on SIGTERM and SIGHUP leave as `ctrl+q` does, with the exit code that a shell expects."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, _leave, app, number)


def _leave(app: App[Any], number: signal.Signals) -> None:
    if sys.platform != "win32":
        signal.alarm(MOST_SECONDS)  # what is kept stands on the disk; nothing is left to be done after that
    app.exit(128 + number)
