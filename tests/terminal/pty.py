"""A program in a pseudo-terminal: what it writes is taken down with its time, and what it asks is answered.

Textual asks the terminal what it can do; a terminal that stays silent, or answers late, would be measured
and tested instead of the program. Nothing is drawn while the program is busy: the picture is made later,
from the pieces.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from tests.terminal.picture import Picture

ROOT = Path(__file__).parent.parent.parent
"""The project's folder, in which programs are started."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "delete": "\x1b[3~",
    "shift+tab": "\x1b[Z",
    "f1": "\x1bOP",
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a keyboard sends."""

PATIENCE = 30.0
"""Seconds to wait for what must come: generous, because other programs may be using the machine."""

_REACTION = 1.5
"""Seconds until a key must have shown something, or it shows nothing."""
_STILL = 0.04
"""Seconds of silence after which a key had its effect."""

_QUESTION = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<kind>[>=]?0?c|5n|6n|\?u)|\x1b\](?P<colour>1[01]);\?"
)
_ANSWERS = {
    b"c": b"\x1b[?62;22c",
    b"0c": b"\x1b[?62;22c",
    b"5n": b"\x1b[0n",
    b"6n": b"\x1b[1;1R",
    b"?u": b"\x1b[?0u",
}
_DROPPED = (
    "NO_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "TEXTUAL",
    "TEXTUAL_THEME",
    "TERM_PROGRAM",
    "PYTHONDONTWRITEBYTECODE",
)
"""Settings of the machine that must not show in what the program does."""


class Piece(NamedTuple):
    """Something that the program wrote."""

    at: float
    """When it arrived, in seconds of `time.perf_counter`."""
    data: bytes


class Change(NamedTuple):
    """A moment at which the screen was seen to be different."""

    at: float
    text: str
    cursor: tuple[int, int]
    """The column and the row in which the cursor was left."""


class Terminal:
    """One program in one window. Use it with `with`: whatever happens, the program is gone afterwards."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        term: str = "xterm-256color",
    ) -> None:
        """`size` is columns and rows; `env` is laid over the environment of this process."""
        self.picture = Picture(*size)
        self.written = bytearray()
        """Every byte so far."""
        self._pieces: list[Piece] = []
        self._asked = b""
        self._window, inner = os.openpty()
        self._set_size(*size)
        self._inner = inner  # held open: its settings are to be read when the program is gone
        self.settings_before = self.settings()
        self.ended = 0.0
        """When `wait` last saw it running, in seconds of `time.perf_counter`."""
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=ROOT,
            env={**surroundings(term), **(env or {})},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What the program does

    def read(self, seconds: float) -> bool:
        """Take down what comes within so many seconds, and answer it; False when nothing came."""
        if self._window < 0 or not select.select([self._window], [], [], max(0.0, seconds))[0]:
            return False
        data = os.read(self._window, 65536)
        self._pieces.append(Piece(time.perf_counter(), data))
        self.written += data
        self._answer(data)
        return True

    def read_to(self, words: bytes, within: float = PATIENCE) -> None:
        """Read until these bytes were written, without drawing anything meanwhile."""
        end = time.monotonic() + within
        while words not in self.written:
            assert self.read(0.1) or (self.process.poll() is None and time.monotonic() < end), self.text()

    def settle(self, quiet: float = 0.15, most: float = PATIENCE) -> None:
        """Read until the program was quiet for so many seconds."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.read(quiet):
            pass

    def when_written(self, words: bytes) -> float | None:
        """When these bytes were first among what was not drawn yet, or None."""
        return next((piece.at for piece in self._pieces if words in piece.data), None)

    def changes(self) -> list[Change]:
        """Draw what came since the last time: each moment at which the screen became different."""
        pieces, self._pieces = self._pieces, []
        picture = self.picture
        return [Change(p.at, picture.text(), picture.cursor) for p in pieces if picture.feed(p.data)]

    def text(self) -> str:
        """What can be read on the screen now."""
        self.changes()
        return self.picture.text()

    def wait_for(self, *words: str, within: float = PATIENCE) -> str:
        """Read until all these words stand on the screen, and give the screen's text."""
        return self.wait_until(lambda text: all(each in text for each in words), f"{words}", within=within)

    def wait_gone(self, *words: str, within: float = PATIENCE) -> str:
        """Read until none of these words stands on the screen any more."""
        wanted = f"no {words}"
        return self.wait_until(lambda text: not any(each in text for each in words), wanted, within=within)

    def wait_until(self, holds: Callable[[str], bool], wanted: str, *, within: float = PATIENCE) -> str:
        """Read until the screen's text is as wanted; AssertionError with the screen when it never is."""
        end = time.monotonic() + within
        while not holds(self.text()):
            over = self.process.poll() is not None or time.monotonic() > end
            if not self.read(0.0 if over else 0.1) and over:
                raise AssertionError(f"not seen: {wanted}; on the screen stood:\n{self.text()}")
        return self.text()

    # What the person does

    def press(self, *keys: str) -> None:
        """Press keys by their names, or type text that is none: each when the last one had its effect.

        A person is no quicker; keys in one burst would all go to the widget that had the focus at first.
        """
        for key in keys:
            self.settle(_STILL)
            self.send(KEYS.get(key, key))
            if self.read(_REACTION):
                self.settle(_STILL)

    def send(self, text: str) -> float:
        """Type just this; the moment it was sent."""
        return self.send_bytes(text.encode())

    def send_bytes(self, data: bytes) -> float:
        """Send what no keyboard should; the moment it was sent."""
        sent = time.perf_counter()
        os.write(self._window, data)
        return sent

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, as dragging its corner does."""
        self.changes()
        self.picture.resize(columns, rows)
        self._set_size(columns, rows)

    # How it ends

    def settings(self) -> list[object]:
        """How the terminal itself is set: what it echoes, which keys are signals, and the like."""
        return termios.tcgetattr(self._inner)

    def hang_up(self) -> None:
        """Close the window, with the program in it."""
        os.close(self._inner)
        os.close(self._window)
        self._inner = self._window = -1

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def wait(self, within: float = PATIENCE) -> int:
        """Read until the program is gone; its exit status, negative for a signal."""
        end = time.monotonic() + within
        while (code := self.process.poll()) is None:
            self.ended = time.perf_counter()
            assert time.monotonic() < end, f"still running; on the screen stood:\n{self.text()}"
            if not self.read(0.001) and self._window < 0:
                time.sleep(0.001)  # nothing can be read any more; only its end is still to be seen
        self.settle(0.0)
        return code

    def close(self) -> None:
        """End the program if it still runs, and everything it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self._window >= 0:
            self.hang_up()

    def _answer(self, data: bytes) -> None:
        """Answer at once what a terminal is asked: it can hold a frame back, and knows its colours."""
        asked = self._asked + data
        end = 0
        for question in _QUESTION.finditer(asked):
            end = question.end()
            if mode := question["mode"]:
                answer = b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0)
            elif colour := question["colour"]:
                answer = b"\x1b]%s;rgb:%s\x1b\\" % (colour, b"e8/e0/d8" if colour == b"10" else b"1d/1a/1e")
            else:
                answer = _ANSWERS.get(question["kind"], b"")
            os.write(self._window, answer)
        self._asked = asked[max(end, len(asked) - 16) :]

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._window, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def surroundings(term: str = "xterm-256color") -> dict[str, str]:
    """The environment for a program in a terminal of this kind, without the habits of this machine."""
    own = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    colours = {"COLORTERM": "truecolor"} if term.startswith("xterm") else {}
    return {**own, "TERM": term, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **colours}


def _take_terminal() -> None:
    """In the child: the pseudo-terminal becomes its own, so that a resize and a hang-up reach it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
