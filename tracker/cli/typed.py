"""Standard input: strictly UTF-8, and from a terminal all that was typed or pasted.

What a program leaves unread at a terminal, the shell runs as commands and keeps in its history. So a note
ends where the person says so and not with the first line, and nothing that came after an answer stays behind.
"""

from __future__ import annotations

import os
import select
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper, UnsupportedOperation
from typing import TextIO

from tracker.errors import Refusal

MOST_READ = 800_000
"""Bytes read of a note from a pipe: enough to see that it is far too long."""
AN_END = "End with an empty line."
"""How a question for several lines says where they end."""

_PASTE, _PASTED = b"\x1b[200~", b"\x1b[201~"
"""What a terminal may put around pasted text."""
_CTRL_D = b"\x04"
_QUIET = 0.2
"""Seconds without a key after which an empty line was the end of a note, and not a gap in a paste."""
_STILL = 0.1
"""Seconds without a key after which nothing more of a paste is on its way."""
_LONGEST_LINE = 4_095
"""Bytes of one line that Linux passes on from a terminal; it drops what exceeds them."""


class StandardInput:
    """Reads standard input, whatever it is: a terminal, a pipe, or text in a test."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._terminal = _terminal(source)
        self._unread = b""
        """What came from the terminal beyond the line that was asked for."""
        self._asked = False
        self._dropped = False
        self._still = 0.0
        """For how long to look whether anything follows what was read last."""

    def line(self) -> str:
        """One line, without its end; empty at the end of the input. Refusal where it is not UTF-8."""
        self._still = _STILL
        return _decoded((self._line() or b"").replace(_PASTE, b"").replace(_PASTED, b""))

    def text(self) -> str:
        """All of a pipe; from a person, the lines up to an empty one. Refusal where it is not UTF-8."""
        if self._source.isatty():
            self._still = _STILL
            lines = [*self._lines()]
            self._drop(self._still)
            self._still = 0.0
            return _decoded(b"\n".join(lines))
        if isinstance(self._source, TextIOWrapper):
            return _decoded(self._source.buffer.read(MOST_READ), whole=False)
        return self._source.read(MOST_READ)

    def leave(self) -> bool:
        """Leave nothing that came after an answer for the shell to run; whether there was anything."""
        if self._asked:
            self._drop(self._still)
        return self._dropped

    def _drop(self, still: float) -> None:
        """Take whatever comes until nothing did for so many seconds."""
        if self._terminal is None:
            return
        dropped, self._unread = self._unread, b""
        with _key_by_key(self._terminal, echo=False):
            while select.select([self._terminal], [], [], still)[0]:
                came = os.read(self._terminal, MOST_READ)
                dropped += came
                if not came:
                    break
        self._dropped = self._dropped or bool(dropped.strip())

    def _lines(self) -> Iterator[bytes]:
        """The lines of a note. An empty one within a paste belongs to it."""
        pasting = False
        while (line := self._line()) is not None:
            if _PASTE in line or _PASTED in line:
                pasting = line.rfind(_PASTE) > line.rfind(_PASTED)
                line = line.replace(_PASTE, b"").replace(_PASTED, b"")
            elif not line.strip() and not pasting and not self._goes_on():
                self._still = 0.0  # that was looked at just now
                return
            yield line

    def _line(self) -> bytes | None:
        """One line of bytes; None at the end of the input."""
        self._asked = True
        ended = False
        while b"\n" not in self._unread and not ended:
            came = self._read()
            ended = not came or _CTRL_D in came
            self._unread += came.partition(_CTRL_D)[0]
        line, end, self._unread = self._unread.partition(b"\n")
        if self._terminal is not None and len(line) >= _LONGEST_LINE:
            raise Refusal(
                f"A terminal passes on {_LONGEST_LINE:,} letters of one line and drops the others, so nothing"
                " was kept. Put shorter lines in, or keep the text in a file and add `< FILE`."
            )
        return line if line or end else None

    def _read(self) -> bytes:
        if self._terminal is not None:
            return os.read(self._terminal, MOST_READ)
        if isinstance(self._source, TextIOWrapper):
            line: bytes = self._source.buffer.readline(MOST_READ)
            return line
        return self._source.readline(MOST_READ).encode()

    def _goes_on(self) -> bool:
        """Whether more is on its way: a person who ends a note does not type on at once."""
        if self._unread or self._terminal is None:
            return bool(self._unread)
        with _key_by_key(self._terminal):
            return bool(select.select([self._terminal], [], [], _QUIET)[0])


def _terminal(source: TextIO) -> int | None:
    """The number of the terminal that is read; None for anything else, and on Windows, which has others."""
    if sys.platform == "win32" or not source.isatty():
        return None
    try:
        return source.fileno()
    except UnsupportedOperation:
        return None


@contextmanager
def _key_by_key(terminal: int, *, echo: bool = True) -> Iterator[None]:
    """Have the terminal pass keys on before their line ends: else half a line could not be seen."""
    import termios  # not on Windows

    before = termios.tcgetattr(terminal)
    changed = termios.tcgetattr(terminal)
    changed[3] &= ~(termios.ICANON if echo else termios.ICANON | termios.ECHO)
    changed[6][termios.VMIN] = 1
    termios.tcsetattr(terminal, termios.TCSANOW, changed)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def _decoded(raw: bytes, *, whole: bool = True) -> str:
    """The text of these bytes; where they were cut off (`whole` is false), a cut letter is passed over."""
    try:
        return (
            getincrementaldecoder("utf-8")().decode(raw, whole or len(raw) < MOST_READ).removeprefix("\ufeff")
        )
    except UnicodeDecodeError:
        raise Refusal(
            "What came in is not UTF-8 text, so nothing was kept; save it as UTF-8 and try again."
        ) from None
