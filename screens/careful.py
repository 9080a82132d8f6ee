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
WRITING = "Letters are commands here. Press an arrow key, then this key again."
"""What is said instead where the key stands in the middle of a word: "little" is no answer to anything."""
DELIBERATE = 0.06
"""Seconds before a second press can be an answer: what comes faster was sent before anybody could read."""
_MOVES = ("j", "k")
"""Letters that only move the cursor: what follows them begins no word."""


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
        self._last_time = self._pause = 0.0
        """When the newest key came, and how long after the one before it; in seconds."""
        self._was_text = self._in_word = False
        """Whether the newest key is a character, and whether another character came just before it."""
        self._was_stray = self.goes_on_a_word = False
        """The same of characters that are no command where they were typed."""

    # Twice

    def twice(
        self, what: tuple[str, ...], question: str, work: Callable[[], object], *, by_enter: bool = True
    ) -> None:
        """Ask `question` at the first time, and run `work` when `what` is asked for again by the next key.

        The same key confirms, and so does Enter where `by_enter`; any other key takes the question back. What
        comes in the same burst as the first press confirms nothing. A
        character that comes right after another one asks nothing: somebody believes to be in a field.
        """
        if self._in_word and not takes_letters(self.focused):
            self.say(WRITING)
            return
        asked = self._armed
        is_again = asked is not None and asked.what == what and self._times > 1
        if is_again and self._pause < DELIBERATE:
            return  # the question stands
        self._disarm()
        if is_again:
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
        if key == "enter" and armed.by_enter and armed.key == self._last_key and self._pause >= DELIBERATE:
            self._disarm()
            armed.work()
            return True
        if key != armed.key:
            self._disarm()
        return False

    # Every key

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.MouseDown) and not event.is_forwarded:
            self._clock(event)
            self._note("mouse")
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Key) -> None:
        if not takes_letters(self.focused):
            event = as_latin(event)
        self._clock(event)
        answered = self._answers(event.key)
        is_text = event.key not in _MOVES and (event.is_printable or len(event.key) == 1)
        self._note(event.key, is_text=is_text, is_stray=is_text and not self._is_command(event.key))
        if not answered:
            await super().on_event(event)

    def _clock(self, event: events.Event) -> None:
        self._pause, self._last_time = event.time - self._last_time, event.time

    def _is_command(self, key: str) -> bool:
        return self.screen.is_modal or takes_letters(self.focused) or key in self.screen.active_bindings

    def _note(self, key: str, *, is_text: bool = False, is_stray: bool = False) -> None:
        if key == self._last_key:
            self._times += 1
            return
        self._in_word, self._was_text = is_text and self._was_text, is_text
        self.goes_on_a_word, self._was_stray = is_text and self._was_stray, is_stray
        self._last_key, self._times = key, 1
