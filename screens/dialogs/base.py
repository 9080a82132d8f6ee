"""What all dialogs share: a calm card, Escape leaves, and a refusal never costs what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from screens.commands import EVERYWHERE
from screens.host import rekindle
from screens.meant import is_meant
from screens.plain import content
from screens.pumps import comes_too_late
from tracker.drafts import Draft, Fields, Slot, Spot
from tracker.errors import Doubt, Refusal

T = TypeVar("T")

LEAVE = Binding(
    "escape", "leave", "close", id="dialog.leave", tooltip="Close without changing anything", group=EVERYWHERE
)


HELP = Binding(
    "f1", "app.help", "help", id="dialog.help", tooltip="The keys that work here", group=EVERYWHERE
)


_BACK = "Your unfinished words are back. Esc twice lets them go."

LOOK = Path(__file__).with_name("dialogs.tcss")
"""In full: a dialog of another folder would look for it beside itself."""


class Dialog(ModalScreen[T]):
    """A card with a title, a body, a line for what went wrong, and buttons.

    The action behind a button is the same as behind its key. `attempt` runs what may be refused: the
    sentence is shown in the card and everything typed stays.

    A dialog to write in has a `spot`, says in `unfinished` what was typed, and takes it back in `fill_in`.
    Then half-written words outlive it: whatever ends the program, or closes it by `set_aside`, they stand in
    the fields again when its author opens the same dialog. Closing by `dismiss` lets them go.
    """

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP]
    TITLE_TEXT: ClassVar[str] = ""
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK]
    delicate: bool
    """Whether it shows private or delicate words, or may: then covering the screen closes it, and what was
    typed in it waits for its author. Every dialog has to say (a test asks).
    """
    spot: Spot | None = None
    """Where words typed here are kept until they are finished; None for no such place."""
    proposed = False
    """Whether what stands in the fields is a proposal, which the newest words of the place do not cover."""
    draft: Draft | None = None
    """The draft to go on with, where it is not simply the newest of the place; later, what was set aside."""
    _slot: Slot | None = None

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
        if self.spot is not None:
            self._open_slot(self.spot)

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
        except Doubt as doubt:
            return is_meant(rekindle(self), doubt) and self.attempt(work)
        except Refusal as refusal:
            self.trouble(refusal.sentence)
            return False
        return True

    def has_changes(self) -> bool:
        """Whether closing now would drop something that was typed."""
        return bool(self.unfinished())

    # Unfinished words

    def unfinished(self) -> Fields:
        """What was typed and not kept yet, by field: only what differs from what stood there."""
        return {}

    def fill_in(self, words: Fields) -> str:
        """Put unfinished words back into the fields; returns what there is to add about them, if anything."""
        return ""

    def _open_slot(self, spot: Spot) -> None:
        app = rekindle(self)
        self._slot = Slot(app.drafts)
        app.writes(self)
        left = self.draft or (None if self.proposed else app.drafts.of(app.me, spot.place))
        words = self._slot.open(app.me, left)
        if words:
            said = " ".join(part for part in (_BACK, self.fill_in(words)) if part)
            card = self.query_one(".card")
            card.mount(Static(content(said), classes="card--back"), before=self.query_one(".card--body"))
            card.add_class("resumed")

    def stash(self) -> None:
        """Put what is typed and not kept into the slot; see `screens.drafting`."""
        if self._slot is not None and self.spot is not None and self.is_mounted:
            self._slot.stash(self.spot, self.unfinished())

    def set_aside(self) -> bool:
        """Close, and keep what was typed for its author, who finds it here again. False where none may be.

        Only the dialog on top can be closed.
        """
        if self._slot is None:
            return False
        self.stash()
        self.draft = rekindle(self).drafts.get(self._slot.draft_id)
        self._close_slot(self._slot)
        super().dismiss(None)
        return True

    def let_go(self) -> None:
        """What is typed is wanted no more, although the dialog stays until the program is gone."""
        if self._slot is not None:
            self._slot.forget()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close: what was typed is kept by now, or let go."""
        if self._slot is not None:
            self._close_slot(self._slot, forgets=True)
        return super().dismiss(result)

    def _close_slot(self, slot: Slot, *, forgets: bool = False) -> None:
        app, self._slot = rekindle(self), None
        app.writes_no_more(self)
        if forgets:
            slot.forget()
        app.save_drafts()

    def on_input_changed(self) -> None:
        """Something was typed; here and below, every field of every dialog is heard."""
        rekindle(self).typed()

    def on_text_area_changed(self) -> None:
        rekindle(self).typed()

    def on_choice_changed(self) -> None:
        rekindle(self).typed()

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
