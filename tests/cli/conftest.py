"""A command line in the same process: its own folders, a clock that stands, and typed words."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tracker.__main__ import main
from tracker.clock import FixedClock
from tracker.records.library import Library
from tracker.store.disk import DiskStore
from tracker.store.documents import Documents
from tracker.store.writer import Account

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""A Friday."""


class Said(NamedTuple):
    """What one line came to."""

    code: int
    out: str
    err: str


class Keyboard(io.StringIO):
    """A person at a terminal."""

    def isatty(self) -> bool:
        return True


class Shell:
    """Types lines, one after the other."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys
        self.data = folder / "data"
        self.state = folder / "state"
        self.clock = FixedClock(NOON)

    def __call__(self, *words: str, piped: str = "", typed: str | None = None) -> Said:
        """Run one line; `piped` is standard input from a file, `typed` from a person."""
        self.monkeypatch.setenv("REKINDLE_DATA", str(self.data))
        self.monkeypatch.setenv("REKINDLE_STATE", str(self.state))
        self.monkeypatch.setenv("TZ", "UTC")
        source = io.StringIO(piped) if typed is None else Keyboard(typed)
        self.monkeypatch.setattr("sys.stdin", source)
        self.capsys.readouterr()
        code = main(words, self.clock)
        return Said(code, *self.capsys.readouterr())

    def done(self, *words: str, piped: str = "", typed: str | None = None) -> str:
        """Run one line that is expected to be done; what it answered."""
        said = self(*words, piped=piped, typed=typed)
        assert said.code == 0, said
        return said.out

    def refused(self, *words: str, piped: str = "", typed: str | None = None) -> str:
        """Run one line that is expected to be refused, in one sentence; the sentence."""
        said = self(*words, piped=piped, typed=typed)
        assert said.code == 1, said
        return said.err

    @property
    def documents(self) -> Documents:
        """What stands on the disk."""
        return DiskStore.open(self.data, self.clock, read_only=True).documents

    @property
    def library(self) -> Library:
        return Library(self.documents)

    @property
    def account(self) -> Account:
        """What the account remembers for itself."""
        return Account(self.state)

    def account_file(self) -> dict[str, Any]:
        """All of that, as it is written down."""
        found: dict[str, Any] = json.loads((self.state / "account.json").read_text())
        return found

    def files(self) -> dict[str, bytes]:
        """Everything in the data folder."""
        return {
            str(path.relative_to(self.data)): path.read_bytes()
            for path in sorted(self.data.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    """Nothing set up yet."""
    return Shell(monkeypatch, capsys, tmp_path)


@pytest.fixture
def pair(shell: Shell) -> Shell:
    """Alex and Sam, trying since August; the account is nobody's in particular."""
    shell.done("setup", "--names", "Alex", "Sam", "--start", "2026-08-03", "--time-zone", "UTC")
    return shell


@pytest.fixture
def alex(pair: Shell) -> Shell:
    """The same, and the account is Alex's."""
    pair.done("setup", "--me", "Alex")
    return pair
