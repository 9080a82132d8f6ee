"""Keys as fast as a terminal can send them: many in one read, none of which is waited for."""

from __future__ import annotations

import asyncio

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens.app import RekindleApp

_NAMED = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f"}


def key_event(key: str) -> events.Key:
    """A key by its name, or a character, as the terminal's reader would hand it to the app."""
    event = events.Key(_character_to_key(key), key) if len(key) == 1 else events.Key(key, _NAMED.get(key))
    event.set_sender(App())
    return event


async def send(app: RekindleApp, *sent: str | events.Event, gap: float = 0.0) -> None:
    """Hand these over as the terminal's reader does, with so many seconds after each; wait for nothing."""
    for one in sent:
        event = key_event(one) if isinstance(one, str) else one
        await app._post_message(event)
        if gap:
            await asyncio.sleep(gap)


async def burst(pilot: Pilot[int], *sent: str | events.Event) -> None:
    """Everything in one read; afterwards all of it has had its effect."""
    assert isinstance(pilot.app, RekindleApp)
    await send(pilot.app, *sent)
    await come_to_rest(pilot)


async def come_to_rest(pilot: Pilot[int]) -> None:
    """Wait until nothing that was sent is still on its way."""
    assert isinstance(pilot.app, RekindleApp)
    await pilot.pause()
    while pilot.app.has_input_left and pilot.app.is_running:
        await pilot.pause()
    await pilot.pause()
