"""What all dialogs share: a calm card, Escape leaves, and a refusal never costs what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from screens.commands import EVERYWHERE
from screens.host import rekindle
from screens.plain import content
from screens.pumps import comes_too_late
from tracker.errors import Refusal

T = TypeVar("T")

LEAVE = Binding(
    "escape", "leave", "close", id="dialog.leave", tooltip="Close without changing anything", group=EVERYWHERE
)


HELP = Binding(
    "f1", "app.help", "help", id="dialog.help", tooltip="The keys that work here", group=EVERYWHERE
)


LOOK = Path(__file__).with_name("dialogs.tcss")
"""In full: a dialog of another folder would look for it beside itself."""


class Dialog(ModalScreen[T]):
    """A card with a title, a body, a line for what went wrong, and buttons.

    The action behind a button is the same as behind its key. `attempt` runs what may be refused: the
    sentence is shown in the card and everything typed stays.
    """

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP]
    TITLE_TEXT: ClassVar[str] = ""
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK]

    def compose(self) -> ComposeResult:
        with Vertical(classes="card"):
            yield Static(content(self.heading()), classes="card--title")
            with VerticalScroll(classes="card--body", can_focus=False):
                yield from self.body()
            yield Static("", classes="card--trouble")
            with Horizontal(classes="buttons"):
                yield from self.buttons()

    async def on_event(self, event: events.Event) -> None:
        if not comes_too_late(self, event):
            await super().on_event(event)

    def on_mount(self) -> None:
        rekindle(self).make_room()
        rekindle(self).let_keys_in()

    def heading(self) -> str:
        """The title of the card."""
        return self.TITLE_TEXT

    def body(self) -> ComposeResult:
        """What stands in the card."""
        yield from ()

    def buttons(self) -> ComposeResult:
        """What stands under it."""
        yield from ()

    def trouble(self, sentence: str) -> None:
        """Say what was wrong, in the card."""
        self.query_one(".card--trouble", Static).update(content(sentence))
        self.query_one(".card").set_class(bool(sentence), "troubled")

    def attempt(self, work: Callable[[], object]) -> bool:
        """Run `work`; a refusal is shown and the dialog stays open. True when it went through."""
        try:
            work()
        except Refusal as refusal:
            self.trouble(refusal.sentence)
            return False
        return True

    def has_changes(self) -> bool:
        """Whether closing now would drop something that was typed."""
        return False

    def may_close(self) -> bool:
        """Whether nothing that was typed goes with it; where something would, the card says so."""
        if self.has_changes():
            self.trouble("What you typed is not kept yet: ^s keeps it, esc twice closes without it.")
            return False
        return True

    def action_leave(self) -> None:
        """Close; where something is typed, only at the second time."""
        if self.may_close():
            self.dismiss()
        else:
            said = "What you typed is not kept yet: ^s keeps it, esc once more closes without it."
            rekindle(self).twice(("leave",), said, self.dismiss, by_enter=False)


def button(label: str, action: str, *, primary: bool = False, id: str | None = None) -> Button:
    """A flat button that runs an action of its screen."""
    made = Button(content(label), action=f"screen.{action}", id=id, compact=True)
    made.add_class("primary" if primary else "secondary")
    return made
