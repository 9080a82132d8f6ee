"""Unfinished words whose place is gone: to be read and copied, and let go."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from screens.commands import EVERYWHERE
from screens.dialogs.base import HELP, LEAVE, Dialog, button
from screens.host import rekindle
from screens.plain import content
from tracker.drafts import Draft

_GONE = "This was not kept, and what it belonged to is no longer there. Only you see it."
_AGAIN = "Let it go? It cannot be brought back. Press Ctrl+X once more."


class LeftDialog(Dialog[None]):
    """Shows the words; letting them go takes two steps, and closing leaves them where they are."""

    delicate = True

    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        HELP,
        Binding(
            "ctrl+x",
            "let_go",
            "let it go",
            id="left.let_go",
            tooltip="Let these words go; asked about first",
            group=EVERYWHERE,
            priority=True,
        ),
    ]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._asked = False

    def heading(self) -> str:
        return f"Unfinished: {self._draft.spot.title}"

    def body(self) -> ComposeResult:
        typed = (one.text for one in self._draft.words.values())
        text = "\n\n".join(one for one in typed if one.strip())
        yield TextArea(text, id="words", read_only=True, tab_behavior="focus", show_line_numbers=False)
        yield Static(content(_GONE), classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Let it go  ^x", "let_go")
        yield button("Close  esc", "leave", primary=True)

    def action_let_go(self) -> None:
        if not self._asked:
            self._asked = True
            self.trouble(_AGAIN)
            return
        app = rekindle(self)
        app.drafts.discard(self._draft.id)
        app.save_drafts()
        self.dismiss()
