"""A couple, a store in memory and a clock that stands: every screen test starts from here."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from screens.app import RekindleApp
from tracker.acts.common import Standing
from tracker.acts.couple import set_up
from tracker.acts.sitting import Act, Sitting
from tracker.clock import FixedClock
from tracker.records.couple import Partner
from tracker.store.memory import MemoryStore

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""A Friday."""


class AccountInMemory:
    """An account that is gone with the test."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.kept: dict[str, str] = {}

    def me(self, couple_id: str) -> str:
        return self.known.get(couple_id, "")

    def set_me(self, couple_id: str, partner_id: str) -> None:
        self.known[couple_id] = partner_id

    def get(self, name: str, default: str) -> str:
        return self.kept.get(name, default)

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value


class World(NamedTuple):
    """Everything an app is made from."""

    store: MemoryStore
    clock: FixedClock
    account: AccountInMemory

    def app(self) -> RekindleApp:
        """A fresh window."""
        return RekindleApp(self.store, self.clock, self.account)

    def do(self, act: Act, by: str = "") -> None:
        """Run an act from outside, as another window would."""
        Sitting(self.store, self.clock, by).do(act)

    def at(self) -> Standing:
        """Where the couple stands now."""
        return Sitting(self.store, self.clock).at()

    @property
    def alex(self) -> Partner:
        return self.at().couple.partners[0]

    @property
    def sam(self) -> Partner:
        return self.at().couple.partners[1]


@pytest.fixture(autouse=True)
async def _tasks_start_as_in_the_program() -> None:
    """`App.run` starts tasks eagerly where Python can (3.12 and later), and `run_test` by itself does not."""
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours and themes of the machine that runs the tests must not show in them."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bare() -> Iterator[World]:
    """Nothing set up yet."""
    clock = FixedClock(NOON)
    yield World(MemoryStore(clock), clock, AccountInMemory())


@pytest.fixture
def world(bare: World) -> World:
    """Alex and Sam, set up since August; this account is shared by both."""
    start = datetime(2026, 8, 3, tzinfo=UTC).date()
    bare.do(lambda at: set_up(at, ("Alex", "Sam"), effort_start=start, time_zone="UTC"))
    return bare


@pytest.fixture
def alex_here(world: World) -> World:
    """The same, and the account is Alex's."""
    world.account.set_me(world.at().couple.id, world.alex.id)
    return world
