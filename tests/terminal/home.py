"""A place of its own for the real program: data, account, and the windows opened on them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.terminal.pty import PATIENCE, ROOT, Terminal
from tracker.acts.common import Standing
from tracker.acts.couple import set_up
from tracker.acts.sitting import Act, Sitting
from tracker.clock import FixedClock
from tracker.store.disk import DiskStore, open_store
from tracker.store.writer import Account

EVENING = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
"""A Friday, at seven."""


class Home:
    """An account of the operating system, as far as the program can tell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.state = folder / "state"
        self.env = {
            "HOME": str(folder),
            "REKINDLE_DATA": str(self.data),
            "REKINDLE_STATE": str(self.state),
            "TMPDIR": str(folder),
        }
        self._windows: list[Terminal] = []

    def window(
        self,
        *arguments: str,
        moment: datetime = EVENING,
        module: str = "tests.terminal.program",
        size: tuple[int, int] = (80, 24),
        term: str = "xterm-256color",
        env: Mapping[str, str] | None = None,
    ) -> Terminal:
        """The program in a new window; it is gone when the test is over."""
        command = [sys.executable, "-m", module, moment.isoformat(), *arguments]
        return self.started(*command, env=env, size=size, term=term)

    def started(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        term: str = "xterm-256color",
    ) -> Terminal:
        """Any program in a new window of this account."""
        opened = Terminal(command, env={**self.env, **(env or {})}, size=size, term=term)
        self._windows.append(opened)
        return opened

    def line(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """One command to its end, as in a script: no terminal anywhere."""
        command = [sys.executable, "-m", "tests.terminal.program", EVENING.isoformat(), *arguments]
        return subprocess.run(
            command,
            input=typed,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self._surroundings(),
            timeout=PATIENCE,
            check=False,
        )

    def found(self, me: int | None = 0) -> None:
        """Set up Alex and Sam; `me` is the place of the one whose account this is, None for both."""
        self.do(lambda at: set_up(at, ("Alex", "Sam"), effort_start=at.today, time_zone="UTC"))
        if me is not None:
            couple = self.at().couple
            Account(self.state).set_me(couple.id, couple.partners[me].id)

    def do(self, act: Act) -> None:
        """Run an act from outside, as another program of this account."""
        store = self._store()
        Sitting(store, FixedClock(EVENING)).do(act)
        store.close()

    def at(self) -> Standing:
        """Where the couple stands, read anew from the disk."""
        store = self._store()
        standing = Sitting(store, FixedClock(EVENING)).at()
        store.close()
        return standing

    def close(self) -> None:
        """End everything that still runs."""
        for window in self._windows:
            window.close()

    def _store(self) -> DiskStore:
        return open_store(self.data, self.state, FixedClock(EVENING))

    def _surroundings(self) -> dict[str, str]:
        import os

        return {**os.environ, **self.env}
