"""Random keys in bursts, on all pages and dialogs: `python -m tests.screens.fuzz SEEDS GAP` tries more."""

from __future__ import annotations

import asyncio
import random
import sys
from typing import NamedTuple

from tests.screens.bursts import come_to_rest, send
from tests.screens.conftest import NOON, AccountInMemory, World
from tracker.clock import FixedClock
from tracker.demo.make import make_demo
from tracker.store.memory import MemoryStore

EDITING = ("backspace", "delete", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+x", "shift+left")
MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab")
DOING = ("enter", "enter", "enter", "escape", "escape", "space", "f1", "ctrl+b", "ctrl+g", "ctrl+l", "ctrl+o")
MORE = ("ctrl+p", "ctrl+r", "ctrl+s", "ctrl+t", "ctrl+z", "ctrl+q", "alt+1", "alt+4", "alt+p")
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz0123456789?/[]. +-é🙂")
KEYS = (*EDITING, *MOVING, *DOING, *MORE, *LETTERS)
SIZES = ((80, 24), (60, 20), (120, 40))


class Tried(NamedTuple):
    """What a run of bursts came to."""

    screens: frozenset[str]
    """The kinds of pages and dialogs that it came to."""
    bursts: int


def couple(seed: int) -> World:
    """The demo couple after a year; whose account it is, or that it is both's, depends on the seed."""
    clock = FixedClock(NOON)
    world = World(MemoryStore(clock), clock, AccountInMemory())
    make_demo(world.store, seed, 1, NOON.date())
    if seed % 3:
        world.account.set_me(world.at().couple.id, world.alex.id)
    return world


async def try_bursts(seed: int, bursts: int, gap: float = 0.0) -> Tried:
    """Bursts of two to five keys, until the app is left; an error in it is raised here."""
    luck = random.Random(seed)
    app, screens, done = couple(seed).app(), set[str](), 0
    async with app.run_test(size=luck.choice(SIZES)) as pilot:
        while app.is_running and not app._exit and done < bursts:
            page = ("escape", "escape", "escape", luck.choice("123456")) if luck.random() < 0.2 else ()
            await send(app, *page, *luck.choices(KEYS, k=luck.randint(2, 5)), gap=gap)
            if not app._exit:
                await come_to_rest(pilot)
            screens |= {type(screen).__name__ for screen in app.screen_stack}
            done += 1
    assert not app.return_code, app.return_code
    return Tried(frozenset(screens), done)


async def main(seeds: int, gap: float) -> None:
    """Many runs, and where they came."""
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    screens: set[str] = set()
    for seed in range(seeds):
        tried = await try_bursts(seed, 60, gap)
        screens |= tried.screens
        print(f"seed {seed}: {tried.bursts} bursts")
    print(*sorted(screens))


if __name__ == "__main__":
    given = sys.argv[1:]
    asyncio.run(main(int(given[0]) if given else 10, float(given[1]) if len(given) > 1 else 0.0))
