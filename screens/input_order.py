"""Keys, pastes and clicks take effect in the order in which they came, however fast they come.

Textual hands every key to the queue of the widget that has the focus at that moment. A letter takes effect
there; Enter, Tab, the arrows and ⌫ travel on as bindings, through the screen to the app, and arrive later
than the letters typed after them. Where several keys come in one read (a slow line, a text expander), they
change places, and go to fields that the ones before were about to leave.

So the app takes one event at a time, and the next only when it is at rest: the focus has moved, the dialog
is open, the page is there. A single key finds the app at rest, and goes on a fraction of a millisecond later.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from typing import Any
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from screens import pumps
from screens.going import GoingApp

_RESTS = 3
"""Turns of the loop that the app must be at rest: what a future's end sets off takes two to arrive."""
_QUICK_TURNS = 40
"""Turns of the loop that are looked at one by one; after that once a millisecond."""
_MOST_WAITS = 500
"""How often it is looked once a millisecond, until the event goes on anyway: no widget makes the app deaf.

Counted in turns, not by the clock: work that holds the loop up for a second is no widget that is stuck.
"""


class InputOrderApp(GoingApp):
    """Takes what a person does one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._line: deque[events.Event] = deque()
        """What waits until what came before it has had its effect."""
        self._admitted: list[events.Event] = []
        """What has its turn, on its way through the app's queue."""
        self._feeder: asyncio.Task[None] | None = None
        self._let_in = asyncio.Event()
        """Whether there is something yet that a key may be meant for."""
        self._stuck: WeakSet[MessagePump] = WeakSet()
        """What did not come to rest in time: it is not waited for again until it did."""

    async def on_event(self, event: events.Event) -> None:
        if not _is_input(event) or self._has_its_turn(event):
            await super().on_event(event)
            return
        self._line.append(event)
        if self._feeder is None:
            self._feeder = asyncio.create_task(self._feed())

    def let_keys_in(self) -> None:
        """From now on there is something that a key may be meant for: a page, or the first question."""
        self._let_in.set()

    @property
    def has_input_left(self) -> bool:
        """Whether something that a person did is still on its way."""
        return bool(self._line or self._admitted or self._feeder)

    def simulate_key(self, key: str) -> None:
        """Press a key for a command: that is part of what the last key did, and comes before the next one."""
        event = events.Key(key, None)
        if self._let_in.is_set():
            self._let_go(event)
        else:
            self.post_message(event)

    def _has_its_turn(self, event: events.Event) -> bool:
        """Whether this event goes on now: it was let go, or the pointer moved, for which nothing waits."""
        if event in self._admitted:
            self._admitted.remove(event)
            return True
        return isinstance(event, events.MouseMove) and self._feeder is None

    async def _feed(self) -> None:
        """Let go what waits in line, one by one, each when the app is at rest."""
        try:
            await self._let_in.wait()
            while self._line and not self._exit:
                await self._rest(self._line[0])
                for event in self._next_in_line():
                    self._let_go(event)
        finally:
            self._feeder = None

    def _let_go(self, event: events.Event) -> None:
        self._admitted.append(event)
        self.post_message(event)

    def _next_in_line(self) -> Iterator[events.Event]:
        """Who is next: one event, or a run of letters, which a field takes in their order by itself."""
        first = self._line.popleft()
        yield first
        while is_text(self, first) and self._line and is_text(self, self._line[0]):
            yield self._line.popleft()

    async def _rest(self, event: events.Event) -> None:
        """Wait until the app is at rest, but not for ever."""
        rested = 0
        for turn in range(_QUICK_TURNS + _MOST_WAITS):
            await asyncio.sleep(0 if turn < _QUICK_TURNS else 0.001)
            rested = rested + 1 if pumps.is_idle(self) and self._is_at_rest(event) else 0
            if rested == _RESTS:
                return
        self._stuck = WeakSet(pumps.busy_pumps(self))

    def _is_at_rest(self, event: events.Event) -> bool:
        """Whether all that was set off before this event is done, leaving the app itself aside."""
        if self._stuck:
            self._stuck = WeakSet(pump for pump in self._stuck if not pumps.is_idle(pump))
        if any(pump not in self._stuck for pump in pumps.busy_pumps(self)):
            return False
        if not self._screen_stack or pumps.callbacks_wait(self.screen) or self._searches():
            return False
        # What letters do does not depend on the layout, and a long text is not to be drawn letter by letter.
        return is_text(self, event) or not pumps.layout_waits(self.screen)

    def _searches(self) -> bool:
        """Whether the screen on top still works by itself, as the palette does until its list is right."""
        return any(worker.node is self.screen and not worker.is_finished for worker in self.workers)


def _is_input(event: events.Event) -> bool:
    """Whether a person did this just now; what was handed to a widget and comes back is not meant."""
    return isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded


def is_text(app: App[Any], event: events.Event) -> bool:
    """Whether this is a letter for the field that has the focus."""
    focused = app.focused
    return (
        isinstance(event, events.Key)
        and not event.key.startswith(("alt+", "ctrl+"))  # a chord, whatever it would type
        and focused is not None
        and focused.check_consume_key(event.key, event.character)
    )
