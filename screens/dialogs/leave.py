"""Leaving with words that were typed and not kept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, Dialog, button


class LeaveDialog(Dialog[bool]):
    """Returns True to leave all the same."""

    TITLE_TEXT = "Something is typed and not kept yet"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding("y", "go", "leave", id="leave.go", tooltip="Leave without keeping it", group=EVERYWHERE),
    ]

    def body(self) -> ComposeResult:
        yield Static("Stay, and keep it where it stands. Or leave without it.")

    def buttons(self) -> ComposeResult:
        yield button("Stay  esc", "leave", primary=True)
        yield button("Leave without it  y", "go")

    def action_go(self) -> None:
        self.dismiss(True)
