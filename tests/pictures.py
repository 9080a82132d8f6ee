"""Draws README's pictures from the real screens: `python -m tests.pictures`, whenever a screen has changed.

The people are the demo's, the day stands, and ids come from a counter, so that the same code draws the same.
"""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, date, datetime
from pathlib import Path
from unittest import mock

from screens.app import RekindleApp
from tests.screens.conftest import AccountInMemory
from tracker.acts.couple import set_up
from tracker.acts.sitting import Sitting
from tracker.clock import FixedClock
from tracker.demo.make import make_demo
from tracker.store.memory import MemoryStore

FOLDER = Path(__file__).parent.parent / "docs"
EVENING = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def demo_app() -> RekindleApp:
    """The demo couple's app, with the first of the two sitting there."""
    clock, account = FixedClock(EVENING), AccountInMemory()
    store = MemoryStore(clock)
    make_demo(store, 1, 2, EVENING.date())
    couple = Sitting(store, clock).at().couple
    account.set_me(couple.id, couple.partners[0].id)
    return RekindleApp(store, clock, account)


def fresh_app() -> RekindleApp:
    """Two who begin today."""
    clock, account = FixedClock(EVENING), AccountInMemory()
    store = MemoryStore(clock)
    sitting = Sitting(store, clock)
    sitting.do(lambda at: set_up(at, ("Alex", "Sam"), effort_start=date(2026, 11, 20), time_zone="UTC"))
    couple = sitting.at().couple
    account.set_me(couple.id, couple.partners[0].id)
    return RekindleApp(store, clock, account)


async def draw(app: RekindleApp, name: str, action: str = "", keys: tuple[str, ...] = ()) -> None:
    """One picture of 80 by 24 cells, after an action or some keys."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        if action:
            await app.run_action(action)
        for _ in range(3):
            await pilot.pause()
        drawn = app.export_screenshot(title="Rekindle")
        (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
        print(FOLDER / f"{name}.svg")


def main() -> None:
    """Draw all of them."""
    FOLDER.mkdir(exist_ok=True)
    numbers = itertools.count(1)
    with mock.patch("tracker.ids.os.urandom", lambda size: next(numbers).to_bytes(size, "big")):
        asyncio.run(draw(demo_app(), "today"))
        asyncio.run(draw(fresh_app(), "first-evening"))
        asyncio.run(draw(demo_app(), "dates", action="page('dates')"))
        for page in ("trips", "goals", "review", "journey"):
            asyncio.run(draw(demo_app(), page, action=f"page('{page}')"))
        asyncio.run(draw(demo_app(), "help", action="help", keys=("escape",)))


if __name__ == "__main__":
    main()
