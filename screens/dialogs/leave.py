"""Leaving with words that were typed and not kept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, Dialog, button


class LeaveDialog(Dialog[str]):
    """Returns "later" to leave and find the words again, "without" to let go of them, None to stay."""

    delicate = False

    TITLE_TEXT = "Something is typed and not kept yet"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding(
            "l",
            "go('later')",
            "leave, go on later",
            id="leave.later",
            tooltip="Leave; the words are here for you the next time",
            group=EVERYWHERE,
        ),
        Binding(
            "y",
            "go('without')",
            "leave without it",
            id="leave.go",
            tooltip="Leave without keeping it",
            group=EVERYWHERE,
        ),
    ]

    def body(self) -> ComposeResult:
        yield Static("Later leaves, too: what you typed is here the next time, for you alone.")

    def buttons(self) -> ComposeResult:
        yield button("Stay  esc", "leave", primary=True)
        yield button("Later  l", "go('later')")
        yield button("Let it go  y", "go('without')")

    def action_go(self, how: str) -> None:
        self.dismiss(how)
