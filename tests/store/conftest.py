"""A clock that stands, a data folder, and both stores."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.things import ALEX, NOW
from tracker.clock import FixedClock
from tracker.store.disk import DiskStore
from tracker.store.memory import MemoryStore
from tracker.store.protocol import Store


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here hangs on when bytes reach the disk; the tests of power cuts watch that themselves."""
    if not os.environ.get("REKINDLE_TORTURE"):
        monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The data folder, not yet there."""
    return tmp_path / "data"


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, clock: FixedClock, root: Path) -> Iterator[Store]:
    """Each store in turn: what holds of one holds of the other."""
    made: Store = (
        MemoryStore(clock) if request.param == "memory" else DiskStore.open(root, clock, writer=ALEX)
    )
    yield made
    made.close()
