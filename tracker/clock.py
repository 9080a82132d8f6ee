"""The one place where the time is read. Everything else is handed a `Clock` or a `today`."""

from __future__ import annotations

from datetime import UTC, datetime


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock(Clock):
    """A clock that stands where it is put: for tests, the demo and `--today`."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self.moment

    def move_to(self, moment: datetime) -> None:
        """Put the clock to another moment."""
        self.moment = moment.astimezone(UTC)
