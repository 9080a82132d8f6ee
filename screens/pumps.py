"""Whether the app is at rest: every message handled, every screen mounted, every callback called.

Textual has no public way to ask this that costs less than a message to every widget. What is read here of
its privates, and of asyncio's, all as of Textual 8.2.8: `App._registry`, `App._screen_stack`,
`MessagePump._message_queue` (its `values` and `ready_event`), `_next_callbacks`, `_pending_message`,
`_closed` and `_closing`, `Widget._pruning`, `Screen._callbacks` and `_layout_required`, `App._exit`, and
`asyncio.Event._waiters`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen


def has_work(pump: MessagePump) -> bool:
    """Whether anything is queued for this pump, apart from the message that it handles right now."""
    queued = len(pump._message_queue.values) + len(pump._next_callbacks)
    return queued > 0 or pump._pending_message is not None


def is_idle(pump: MessagePump) -> bool:
    """Whether this pump waits for its next message. One that still mounts does not; one that ended does."""
    if pump._closed:
        return True
    # A pump that handles a message, or that was handed one, does not stand in line for the next.
    return bool(pump._message_queue.ready_event._waiters) and not has_work(pump)


def busy_pumps(app: App[Any]) -> Iterator[MessagePump]:
    """The widgets and screens that are still at work, wherever they stand."""
    return (node for node in list(app._registry) if not is_idle(node))


def callbacks_wait(screen: Screen[Any]) -> bool:
    """Whether something is to be called once this screen is drawn."""
    return bool(screen._callbacks)


def layout_waits(screen: Screen[Any]) -> bool:
    """Whether something on this screen has no place yet, or not its last."""
    return screen._layout_required


def comes_too_late(screen: Screen[Any], event: events.Event) -> bool:
    """Whether this would tell a screen that it is there, or shown, which was closed before it was composed.

    Textual mounts such a screen nevertheless, but without its widgets; the same when the app is leaving.
    """
    leaves = screen._pruning or screen._closing or screen.app._exit
    return leaves and isinstance(event, events.Mount | events.ScreenResume | events.Resize)
