"""The program with a stumbling block behind `u`: `python -m tests.terminal.stumbling MOMENT BLOCK`.

The error's message and the local variables are full of what a person wrote, as in a real mishap they may be.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import NoReturn

from screens.app import RekindleApp
from screens.today.screen import TodayScreen
from screens.widgets.rows import Rows
from tests.terminal.program import run_at


class TalkativeError(Exception):
    """An error that knows how to print itself, with all that it holds; Textual lets such errors speak."""

    def __rich__(self) -> str:
        return str(self)


def stumble(app: RekindleApp) -> NoReturn:
    """Go wrong with everything private in reach."""
    words = _everything_written(app)
    raise RuntimeError(f"cannot go on with {words}")


def _everything_written(app: RekindleApp) -> str:
    kept = " ".join(note.text for note in app.at().library.appreciations)
    page = next(page for page in app.pages if isinstance(page, TodayScreen))
    return f"{kept} {page.texts()}"


def _in_a_thread(app: RekindleApp) -> None:
    app.run_worker(lambda: stumble(app), thread=True)


def _in_a_coroutine(app: RekindleApp) -> None:
    async def work() -> None:
        stumble(app)

    app.run_worker(work())


def _in_the_loop(app: RekindleApp) -> None:
    asyncio.get_running_loop().call_soon(stumble, app)


def _while_drawing(app: RekindleApp) -> None:
    _replace(app.screen.query_one(Rows), "render_line", lambda y: stumble(app))
    app.screen.query_one(Rows).refresh()


def _while_reading_keys(app: RekindleApp) -> None:
    _replace(app._driver, "process_message", lambda message: stumble(app))


def _talkatively(app: RekindleApp) -> None:
    raise TalkativeError(_everything_written(app))


def _replace(place: object, name: str, block: Callable[..., object]) -> None:
    setattr(place, name, block)


BLOCKS: dict[str, Callable[[RekindleApp], None]] = {
    "at a key": stumble,
    "in a thread": _in_a_thread,
    "in a coroutine": _in_a_coroutine,
    "in the loop": _in_the_loop,
    "while drawing": _while_drawing,
    "while reading keys": _while_reading_keys,
    "talkatively": _talkatively,
}

if __name__ == "__main__":
    _replace(RekindleApp, "action_undo", BLOCKS[sys.argv[2]])
    sys.exit(run_at(sys.argv[1], []))
