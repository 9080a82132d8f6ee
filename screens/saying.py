"""An app that says what it did: short messages, one at a time."""

from __future__ import annotations

from textual.notifications import SeverityLevel

from screens.palette import PaletteApp
from tracker.text import clean

BOTH = "It was changed elsewhere meanwhile. Yours stands; open it again to see the other beside it."


def reading_seconds(sentence: str) -> float:
    """How long a message stays: it is read at about 25 characters a second."""
    return 2 + min(len(sentence), 400) / 25


class SayingApp(PaletteApp):
    """Messages that never cover for long what is wanted."""

    _passing = False
    """Whether the message on the screen, if any, may go as soon as it is in the way."""

    def say(self, sentence: str, *, title: str = "", severity: SeverityLevel = "information") -> None:
        """A short message; people's names in it are never markup."""
        # One at a time, and no longer than it takes to read: what it covers is wanted, too.
        self.clear_notifications()
        self._passing = severity == "information"
        seconds = reading_seconds(sentence)
        self.notify(clean(sentence), title=clean(title), severity=severity, markup=False, timeout=seconds)

    def say_both(self) -> None:
        """Two windows changed the same at once; said after whatever the form itself says."""
        self.call_next(self.say, BOTH)

    def make_room(self) -> None:
        """A dialog opens: what was only said in passing would lie upon its buttons; a warning stays."""
        if self._passing:
            self.clear_notifications()
            for screen in self.screen_stack[
                :-1
            ]:  # it is drawn below the dialog, too, and only the top is told
                screen.query("ToastHolder").remove()
