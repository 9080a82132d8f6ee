"""The one place where the time is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

from tracker import clock
from tracker.clock import Clock, FixedClock

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EAST = timezone(timedelta(hours=9))


class Noon(datetime):
    """A machine on which it is always noon, in whatever zone is asked for."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Noon:
        return cls(2026, 11, 20, 12, tzinfo=tz)


def test_the_machines_clock_tells_an_aware_moment_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "datetime", Noon)
    assert Clock().now() == NOON
    assert Clock().now().tzinfo is UTC


def test_a_fixed_clock_stands_where_it_is_put() -> None:
    fixed = FixedClock(NOON)
    assert fixed.now() == fixed.now() == NOON
    fixed.move_to(NOON + timedelta(hours=1))
    assert fixed.now() == NOON + timedelta(hours=1)


def test_it_tells_utc_whatever_zone_it_was_given() -> None:
    fixed = FixedClock(NOON.astimezone(EAST))
    assert (fixed.now(), fixed.now().tzinfo) == (NOON, UTC)
    fixed.move_to(NOON.astimezone(EAST))
    assert (fixed.now(), fixed.now().tzinfo) == (NOON, UTC)
