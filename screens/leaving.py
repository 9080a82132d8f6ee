"""Leaving because the system says so: the terminal is put back as it was found, at a shutdown too.

Unfinished words are written down first, as they are before the program is put to sleep.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from types import FrameType

from screens.drafting import DraftingApp

MOST_SECONDS = 3
"""How long leaving may take: a terminal that is gone reads nothing, and writing to it may take for ever."""


def leave_when_told(app: DraftingApp) -> None:
    """From now on SIGTERM and SIGHUP leave as `ctrl+q` does, with the exit code that a shell expects."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, _leave, app, number)
    _keep_before_sleep(app)


def _keep_before_sleep(app: DraftingApp) -> None:
    """SIGTSTP: at once, and before Textual's own handler, which stops the program where it stands."""
    sleep = signal.getsignal(signal.SIGTSTP)

    def keep_and_sleep(number: int, frame: FrameType | None) -> None:
        app.keep_drafts()
        if callable(sleep):
            sleep(number, frame)

    if callable(sleep):
        signal.signal(signal.SIGTSTP, keep_and_sleep)


def _leave(app: DraftingApp, number: signal.Signals) -> None:
    if sys.platform != "win32":
        signal.alarm(MOST_SECONDS)  # what is kept stands on the disk; nothing is left to be done after that
    app.exit(128 + number)
