"""A word on how far a long import is: only for a person who watches, and only after a second."""

from __future__ import annotations

from datetime import timedelta
from typing import TextIO

from tracker.clock import Clock

_PATIENCE = timedelta(seconds=1)


class Watch:
    """Says how far it is on one line of a terminal's standard error, and takes the line away at the end."""

    def __init__(self, err: TextIO, clock: Clock) -> None:
        self._err = err
        self._clock = clock
        self._begun = clock.now()
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        if self._err.isatty() and self._clock.now() - self._begun >= _PATIENCE:
            self._show(f"{done:,} of {total:,}")

    def done(self) -> None:
        """Leave the line as it was before."""
        if self._width:
            self._show("")
            self._err.write("\r")

    def _show(self, words: str) -> None:
        self._err.write(f"\r{words.ljust(self._width)}")
        self._err.flush()
        self._width = max(self._width, len(words))
