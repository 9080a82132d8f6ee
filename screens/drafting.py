"""Unfinished words on the screen: what is typed outlives its window, and only its author sees it again.

Whatever has fields registers itself with `writes` and has a `stash`, which puts what was typed and not kept
into its `Slot`. The app asks for it half a second after a key, and at once when it may be over: on leaving,
on a signal, when it is suspended, and when the terminal loses the focus. Between keys nothing happens.

Dialogs do all of this by themselves once they have a `spot`; see `screens.dialogs.base`. How a list leads
back to a draft: `screens.unfinished`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, ClassVar, Protocol

from textual import work
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.timer import Timer

from screens.saying import SayingApp
from tracker.drafts import Drafts
from tracker.errors import Refusal


class Writes(Protocol):
    """A page or a dialog with fields."""

    def stash(self) -> None:
        """Put what is typed and not kept into its slot."""


class DraftingApp(SayingApp):
    """An app that writes down what is typed before it is kept."""

    AFTER_SECONDS: ClassVar[float] = 0.5
    """How long after a key it is written down: at most twice a second, while somebody types."""
    drafts: Drafts
    _soon: Timer | None = None
    _stashes = True
    _told_of_trouble = False

    @property
    def me(self) -> str:
        """The partner who sits here; empty until somebody said so."""
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self._writers: list[Writes] = []

    def writes(self, writer: Writes) -> None:
        """From now on this one is asked what was typed in it."""
        self._writers.append(writer)

    def writes_no_more(self, writer: Writes) -> None:
        """It is closed."""
        if writer in self._writers:
            self._writers.remove(writer)

    def typed(self) -> None:
        """Something was typed somewhere; a key costs no more than this."""
        if self._soon is None:
            self._soon = self.set_timer(self.AFTER_SECONDS, self._write_soon)

    def stash_all(self) -> None:
        """Look at all fields."""
        for writer in self._writers if self._stashes else ():
            with suppress(NoMatches):  # one that is just being closed has no fields any more
                writer.stash()

    def keep_drafts(self) -> None:
        """Write down what is typed, now: it is on the disk when this returns, where that is possible."""
        self.stash_all()
        self.save_drafts()

    def save_drafts(self) -> None:
        """Write down what was stashed and take away what was kept or let go."""
        try:
            self.drafts.save()
        except Refusal as refusal:
            self._tell_of_trouble(refusal)

    def set_dialogs_aside(self) -> str:
        """Close every dialog that somebody was typing in, from the top; what they typed is there for them
        when they open it again. Returns the draft of the one on top, for `go_on_with`; empty without one.
        """
        from screens.dialogs.base import Dialog

        if isinstance(self.screen, CommandPalette):
            self.screen.dismiss()
        top = self.screen
        while isinstance(self.screen, Dialog) and self.screen.set_aside():
            pass
        return top.draft.id if isinstance(top, Dialog) and top.draft else ""

    def go_on_with(self, draft_id: str) -> None:
        """Open the place where this draft was typed, with its words in it."""
        from screens.unfinished import open_draft

        open_draft(self, draft_id)

    # Leaving

    def action_leave(self) -> None:
        """Quit; words that were typed but not kept are asked about first, and once."""
        if not self._something_typed():
            self.exit(0)
            return
        from screens.dialogs.leave import LeaveDialog

        if not isinstance(self.screen, LeaveDialog):
            self.push_screen(LeaveDialog(), self._asked_to_leave)

    @property
    def composed_screens(self) -> list[Screen[Any]]:
        """What can be asked for its fields: the screens of the stack, but one that is only about to open."""
        return [screen for screen in self.screen_stack if screen.is_mounted]

    def _something_typed(self) -> bool:
        """Whether words stand in a page or an open dialog that whoever sits here typed and did not keep."""
        self.stash_all()
        changed = (screen.has_changes() for screen in self.composed_screens if hasattr(screen, "has_changes"))
        return bool(self.drafts.typed_here(self.me)) or any(changed)

    def _asked_to_leave(self, how: str | None) -> None:
        if how == "without":
            self._forget_typed()
        if how:
            self.exit(0)

    def _forget_typed(self) -> None:
        """Of what whoever sits here typed, and of what stands in the dialogs; the other one's words stay."""
        self._stashes = False  # or what still stands in the fields would be put back
        for draft in self.drafts.typed_here(self.me):
            self.drafts.discard(draft.id)
        for screen in self.composed_screens:
            if hasattr(screen, "let_go"):
                screen.let_go()

    def exit(self, *given: Any, **named: Any) -> None:
        """Leave, for whatever reason: unfinished words are written down first."""
        self.keep_drafts()
        self._stashes = False
        super().exit(*given, **named)

    def _stop_over(self, error: BaseException | None) -> None:
        self.stash_all()
        with suppress(Refusal):
            self.drafts.save()
        super()._stop_over(error)

    def on_app_blur(self) -> None:
        """Somebody looks at another window."""
        self.keep_drafts()

    def _write_soon(self) -> None:
        self._soon = None
        self.stash_all()
        if not self.drafts.is_saved:
            self._save_aside()

    @work(thread=True, group="drafts", exit_on_error=False)
    def _save_aside(self) -> None:
        """In a thread of its own: the disk may take longer than a key."""
        try:
            self.drafts.save()
        except Refusal as refusal:
            self.call_from_thread(self._tell_of_trouble, refusal)

    def _tell_of_trouble(self, refusal: Refusal) -> None:
        """Once in a window, and not at every key."""
        if not self._told_of_trouble:
            self._told_of_trouble = True
            self.say(refusal.sentence, title="Kept in this window only", severity="warning")
