"""A data folder with something in it, written by the store itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tracker.acts.couple import set_up
from tracker.acts.entries import appreciate
from tracker.acts.rituals import did
from tracker.acts.sitting import Sitting
from tracker.clock import FixedClock
from tracker.store.disk import DiskStore

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
WRITER = "alex-0a1b"


@pytest.fixture
def clock() -> FixedClock:
    """It stands at noon."""
    return FixedClock(NOON)


@pytest.fixture
def data(tmp_path: Path, clock: FixedClock) -> Path:
    """The folder of a couple with entries in two months."""
    folder = tmp_path / "data"
    sitting = sitting_in(folder, clock)
    sitting.do(lambda at: set_up(at, ("Alex", "Sam"), time_zone="UTC"))
    alex = sitting.at().couple.partners[0].id
    sitting.do(lambda at: appreciate(at, by=alex, text="you waited up"))
    sitting.do(lambda at: did(at, "date", by="", day=date(2026, 10, 3), text="pasta"))
    return folder


def sitting_in(folder: Path, clock: FixedClock, writer: str = WRITER) -> Sitting:
    """Somebody who writes to a folder."""
    return Sitting(DiskStore.open(folder, clock, writer=writer), clock)
