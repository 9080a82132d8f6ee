"""Keys that ask before they act: no single key shares, removes, or reaches a page behind a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from textual import events
from textual.screen import Screen
from textual.timer import Timer

from screens.layouts import as_latin
from screens.saying import SayingApp, reading_seconds
from screens.widgets.fields import takes_letters

AGAIN = "Press the same key again, or Enter."
"""What stands behind a question that `twice` asks."""


class _Armed(NamedTuple):
    """What happens once it is asked for again."""

    what: tuple[str, ...]
    work: Callable[[], object]
    key: str
    """The key that asked for it."""
    by_enter: bool
    card: Screen[Any] | None
    """The dialog in which it is asked; None where it is a message on a page."""
    ends: Timer | None
    """Takes the question back when its message goes; None where it stands until the next key."""


class CarefulApp(SayingApp):
    """An app that looks at every key before its widgets do."""

    def __init__(self) -> None:
        super().__init__()
        self._armed: _Armed | None = None
        self._last_key, self._times = "", 0
        """The newest key (or "mouse"), and how often it came without another one in between."""

    # Twice

    def twice(
        self, what: tuple[str, ...], question: str, work: Callable[[], object], *, by_enter: bool = True
    ) -> None:
        """Ask `question` at the first time, and run `work` when `what` is asked for again by the next key.

        The same key confirms, and so does Enter where `by_enter`; any other key takes the question back.
        """
        asked = self._armed
        self._disarm()
        if asked is not None and asked.what == what and self._times > 1:
            work()
            return
        card = self.screen if hasattr(self.screen, "trouble") else None
        ends = None if card else self.set_timer(reading_seconds(question), self._disarm)
        self._armed = _Armed(what, work, self._last_key, by_enter, card, ends)
        self._show_question(card, question)

    def _disarm(self) -> None:
        """Take the question back, and what asks it from the screen."""
        armed, self._armed = self._armed, None
        if armed is None:
            return
        if armed.ends is not None:
            armed.ends.stop()
        if armed.card is None or armed.card is self.screen:
            self._show_question(armed.card, "")

    def _show_question(self, card: Any, question: str) -> None:
        """In the card that asks it, or as a message; an empty one takes it away."""
        if card is not None:
            card.trouble(question)
        elif question:
            self.say(question)
        else:
            self.clear_notifications()

    def _answers(self, key: str) -> bool:
        """Whether this key confirmed what was asked; any key but the one that asked ends the question."""
        armed = self._armed
        if armed is None:
            return False
        if key == "enter" and armed.by_enter and armed.key == self._last_key:
            self._disarm()
            armed.work()
            return True
        if key != armed.key:
            self._disarm()
        return False

    # Every key

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.MouseDown) and not event.is_forwarded:
            self._note("mouse")
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Key) -> None:
        if not takes_letters(self.focused):
            event = as_latin(event)
        answered = self._answers(event.key)
        self._note(event.key)
        if not answered:
            await super().on_event(event)

    def _note(self, key: str) -> None:
        self._times = self._times + 1 if key == self._last_key else 1
        self._last_key = key
