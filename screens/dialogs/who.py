"""Who is here, handing over, and covering the screen: nothing private is on any of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LOOK, Dialog, button
from screens.host import rekindle
from screens.plain import content
from tracker.records.couple import Couple


class WhoIsHere(Dialog[str]):
    """One key says who sits here; returns the partner's id, or None for shared things only."""

    delicate = False

    TITLE_TEXT = "Who is here?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1",
            "choose(0)",
            "the first",
            id="who.first",
            tooltip="The first name",
            group=EVERYWHERE,
            show=False,
        ),
        Binding(
            "2",
            "choose(1)",
            "the second",
            id="who.second",
            tooltip="The second name",
            group=EVERYWHERE,
            show=False,
        ),
        Binding("up", "app.focus_previous", "previous", id="who.up", group=EVERYWHERE, show=False),
        Binding("down", "app.focus_next", "next", id="who.down", group=EVERYWHERE, show=False),
    ]

    def __init__(self, couple: Couple) -> None:
        super().__init__()
        self._partners = couple.partners

    def body(self) -> ComposeResult:
        for place, partner in enumerate(self._partners):
            yield button(f"{place + 1}  {partner.name}", f"choose({place})", primary=True, id=f"who-{place}")
        yield Static("Your own notes and your weather show only while you sit here.", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("esc  both of us: shared things only", "leave")

    def may_close(self) -> bool:
        """The question is answered by its own keys alone."""
        return False

    def action_leave(self) -> None:
        """Both of them are here."""
        self.dismiss()

    def action_choose(self, place: int) -> None:
        self.dismiss(self._partners[place].id)


class Blank(ModalScreen[str | None]):
    """A plain screen over everything else."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK]

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with Vertical(classes="blank"):
            for line in self._lines:
                yield Static(content(line))


class HandOver(Blank):
    """Between two partners: returns "other" or "back"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "answer('other')",
            "I am here",
            id="hand.other",
            tooltip="The other one is here",
            group=EVERYWHERE,
        ),
        Binding(
            "escape",
            "answer('back')",
            "stay",
            id="hand.back",
            tooltip="Back to who was here",
            group=EVERYWHERE,
        ),
    ]

    def __init__(self, other: str, before: str) -> None:
        super().__init__(
            f"Over to {other}.", "", f"Press Enter when {other} is here;", f"Escape goes back to {before}."
        )
        self._wordy = True
        """Whether the newest key was a letter, or came before this screen was drawn: somebody types words."""

    def on_mount(self) -> None:
        self.call_after_refresh(self._drawn)

    def _drawn(self) -> None:
        self._wordy = rekindle(self).goes_on_a_word

    def on_key(self, event: events.Key) -> None:
        """An Enter at the end of a word is none that says who is here; the next one is."""
        wordy, self._wordy = self._wordy, event.is_printable
        if event.key == "enter" and wordy:
            event.stop()
            event.prevent_default()

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.dismiss("other")


class Cover(Blank):
    """Nothing to see; any key or a click uncovers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,escape,space",
            "uncover",
            "uncover",
            id="cover.off",
            tooltip="Back to where you were",
            group=EVERYWHERE,
        ),
    ]

    def __init__(self) -> None:
        super().__init__("Rekindle", "", "Press Enter to go on.")

    def action_uncover(self) -> None:
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.dismiss(None)
