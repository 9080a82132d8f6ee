"""One visit of a program in a terminal, taken down in figures."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from math import ceil

from tests.benchmarks.rows import Figures
from tests.benchmarks.system import cpu, peak_memory
from tests.terminal.pty import KEYS, Terminal

SIZE = (100, 30)
ON_TODAY = "What did you notice"
PAGES = {"2": "dates", "3": "trips", "4": "goals", "5": "review", "6": "journey"}
"""The other pages by their keys."""
_QUIET = 0.25
"""Seconds of silence after which a program has settled."""
_AFTER_KEY = 0.08
"""Seconds of silence after which a key has had its whole effect."""
_IDLE = 3.0
"""Seconds of doing nothing."""
_KEYS = 12
_SCREENS = 4


class Session:
    """Starts a program, and takes down what it does."""

    def __init__(self, name: str, command: Sequence[str], env: Mapping[str, str], ready: str) -> None:
        """`ready` are the words by which the screen can be used."""
        self._name = name
        self._ready = ready
        self._window = Terminal(command, env=env, size=SIZE)
        self.figures: Figures = {}

    def visit(self, parts: Collection[str]) -> Figures:
        """All of it, from the start to the end; `parts` names what goes between."""
        with self._window:
            self._start()
            if "keys" in parts:
                self._type()
                self._escape()
                self._move()
                self._tick()
                self._help()
            self._take("memory", peak_memory(self._window.process.pid))
            if "pages" in parts:
                self._pages()
                self._memories()
                self._take("memory.pages", peak_memory(self._window.process.pid))
            if "idle" in parts:
                self._idle()
            self._leave()
        return self.figures

    def _take(self, name: str, value: float) -> None:
        self.figures.setdefault(f"{self._name}.{name}", []).append(value)

    def _start(self) -> None:
        window = self._window
        window.read_to(self._ready.encode())
        window.settle(_QUIET)
        changes = window.changes()
        shown = [change.at for change in changes if self._ready in change.text]
        assert shown, f"never usable; on the screen stood:\n{window.text()}"
        self._take("first", next(c.at for c in changes if c.text.strip()) * 1e3 - window.started * 1e3)
        self._take("start", (shown[0] - window.started) * 1e3)
        self._take("settled", (changes[-1].at - window.started) * 1e3)
        self._take("bytes", len(window.written))

    def _press(self, name: str, key: str, wanted: str = "", gone: str = "") -> None:
        """Press one key: how long until the screen changed (to what is wanted), and how much was written."""
        window = self._window
        window.settle(_AFTER_KEY)
        window.changes()
        before = len(window.written)
        sent = window.send(KEYS.get(key, key))
        done: list[float] = []
        while not done and window.read(3.0):
            window.settle(_AFTER_KEY)
            done = [c.at for c in window.changes() if wanted in c.text and (not gone or gone not in c.text)]
        assert done, f"{key} changed nothing; on the screen stood:\n{window.text()}"
        self._take(name, (done[0] - sent) * 1e3)
        self._take(f"{name}.bytes", len(window.written) - before)

    def _type(self) -> None:
        for letter in "a good word to keep"[:_KEYS].replace(" ", "x"):
            self._press("typing", letter)
        self._window.press(*["backspace"] * _KEYS)

    def _escape(self) -> None:
        for _ in range(_SCREENS):
            self._press("escape", "escape")
            self._press("to the field", "n")
        self._window.press("escape")

    def _move(self) -> None:
        self._window.press("end")
        for place in range(_KEYS):
            self._press("moving", "up" if place % 2 == 0 else "down")

    def _tick(self) -> None:
        self._window.press("end", *["up"] * (self._rows_below_the_rituals()))
        for _ in range(ceil(_KEYS / 2)):
            self._press("tick", "space")
            self._press("tick", "space")

    def _rows_below_the_rituals(self) -> int:
        """The weather, and what comes up or lies back below it; the last line is that of the keys."""
        lines = self._window.text().splitlines()
        weather = next(y for y, line in enumerate(lines) if "Your weather" in line)
        return sum(bool(line.strip()) for line in lines[weather:-1])

    def _help(self) -> None:
        for _ in range(_SCREENS):
            self._press("screen.open", "?", wanted="Keys that work here")
            self._press("screen.close", "escape", wanted=self._ready, gone="Keys that work here")

    def _pages(self) -> None:
        """To every page and back, the first time and again."""
        self._window.press("escape")  # from the field: there a number is a letter like any other
        for visit in ("first", "again", "again"):
            for key, page in PAGES.items():
                self._press(f"page.{page}.{visit}", key, gone=self._ready)
                self._press(f"page.today.{visit}", "1", wanted=self._ready)

    def _memories(self) -> None:
        """Words looked for in everything that was lived, letter by letter."""
        self._window.press("2")
        self._press("memories", "m", wanted="words to look for")
        for letter in "the sea":
            self._press("search", letter)
        self._window.press("escape", "1")

    def _idle(self) -> None:
        window = self._window
        window.settle(1.0)
        used, written, began = cpu(window.process.pid), len(window.written), time.perf_counter()
        while (left := began + _IDLE - time.perf_counter()) > 0:
            window.read(left)
        self._take("idle.cpu", (cpu(window.process.pid) - used) / (time.perf_counter() - began))
        self._take("idle.bytes", len(window.written) - written)

    def _leave(self) -> None:
        window = self._window
        window.changes()
        sent = window.send(KEYS["ctrl+q"])
        assert window.wait() == 0
        restored = window.when_written(b"\x1b[?1049l")
        assert restored is not None, "the terminal was not restored"
        self._take("restored", (restored - sent) * 1e3)
        self._take("gone", (window.ended - sent) * 1e3)
