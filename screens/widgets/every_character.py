"""Fields that take every character a keyboard can send, not only those that Python calls printable.

Not printable for Python, and dropped by Textual when typed, are the joiners in a family emoji and in Persian,
the spaces of Japanese and French keyboards, and every emoji that is younger than this Python.

Of Textual's privates this uses `_on_key`, the handler that a widget class has beside that of its base class.
"""

from __future__ import annotations

from textual import events

from tracker.text import clean


def is_text(character: str | None) -> bool:
    """Whether a typed character is text and no control: it is if cleaning keeps it, as in what is pasted."""
    return character is not None and (character.isprintable() or clean(character) == character != "\n")


class EveryCharacter:
    """A mixin for fields, named before the widget class. No widget: styles follow the first base alone."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether a key goes into the field as text, and is no command."""
        return is_text(character)

    async def _on_key(self, event: events.Key) -> None:
        if event.character is not None and is_text(event.character) and not event.is_printable:
            event.stop()
            event.prevent_default()
            self.take(event.character)

    def take(self, text: str) -> None:
        """Insert text at the cursor, in the place of what is selected."""
        raise NotImplementedError
