"""Everything lived, in one stream: dates, trips, milestones, goals, and what was told."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from screens.dialogs.base import LOOK, Dialog, button
from screens.plain import content
from screens.plans import PLANS_LOOK
from screens.today.actions import rekindle
from screens.widgets.fields import Choice, Field
from screens.widgets.rows import Cell, Row, Rows
from tracker.rhythm import words
from tracker.views.memories import KINDS, Memory, memories

_MARKS = {"date": "●", "trip": "▲", "milestone": "◆", "goal": "★", "appreciation": "♥", "beginning": "✦"}


class MemoriesDialog(Dialog[None]):
    """Search by words and kind; the chosen one is read below."""

    TITLE_TEXT = "Memories"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, PLANS_LOOK]

    def body(self) -> ComposeResult:
        yield Field(placeholder="words to look for", id="memory-words")
        yield Choice((("", "all"), *((kind, _short(kind)) for kind in KINDS)), "", id="memory-kind")
        yield Rows(id="memory-list")
        yield Static("", id="memory-text", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        app = rekindle(self)
        self._stream = memories(app.at(), app.me)
        self._show()
        self.query_one("#memory-words").focus()

    @on(Input.Changed)
    @on(Choice.Changed)
    def _asked(self) -> None:
        self._show()

    def _show(self) -> None:
        kind = self.query_one("#memory-kind", Choice).value
        found = self._stream.search(self.query_one("#memory-words", Field).value, (kind,) if kind else ())
        self._found = {one.id: one for one in found}
        today = rekindle(self).at().today
        self.query_one(Rows).show(
            tuple(
                Row(
                    one.id,
                    (
                        Cell(f"{_MARKS.get(one.kind, '·')} ", "warm", 2),
                        Cell(words.day(one.day, today), "dim", 13),
                        Cell(one.title),
                    ),
                )
                for one in found
            )
        )
        count = (
            f"{len(found)} of {len(self._stream)}"
            if len(self._stream)
            else "Nothing is here yet; it will be."
        )
        self.query_one("#memory-text", Static).update(content(count))

    @on(Rows.Chosen)
    @on(Rows.Opened)
    def _read(self, event: Rows.Chosen | Rows.Opened) -> None:
        event.stop()
        one = self._found.get(event.row)
        if one is not None:
            self.query_one("#memory-text", Static).update(content(_told(one)))


def _short(kind: str) -> str:
    return {"appreciation": "told", "milestone": "milestones", "date": "dates", "trip": "trips"}.get(
        kind, f"{kind}s"
    )


def _told(one: Memory) -> str:
    """The whole of one memory."""
    remarks = tuple(f"{remark.name}: {remark.text}" for remark in one.remarks)
    verb = "kept" if one.kind == "beginning" else "noticed"
    by = f"{verb} by {one.by_name}" if one.by_name else ""
    return "\n".join(part for part in (one.title, one.text, by, *remarks) if part)
