"""The houses that the tests of acts live in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acts.house import NOON, House, settle
from tracker.clock import FixedClock
from tracker.store.disk import DiskStore
from tracker.store.memory import MemoryStore


@pytest.fixture
def empty() -> House:
    """Nobody set up yet, in memory."""
    clock = FixedClock(NOON)
    return House(MemoryStore(clock), clock)


@pytest.fixture
def house(empty: House) -> House:
    """Alex and Sam, in memory."""
    return settle(empty)


@pytest.fixture(params=["memory", "disk"])
def either_house(request: pytest.FixtureRequest, tmp_path: Path) -> House:
    """Alex and Sam, on either store."""
    clock = FixedClock(NOON)
    on_disk = request.param == "disk"
    store = DiskStore.open(tmp_path, clock, writer="alex-7f3a") if on_disk else MemoryStore(clock)
    return settle(House(store, clock))
