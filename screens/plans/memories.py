"""Everything lived, in one stream: dates, trips, milestones, goals, and what was told."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from screens.dialogs.base import LOOK, Dialog, button
from screens.host import rekindle
from screens.plain import content
from screens.plans import PLANS_LOOK
from screens.widgets.fields import Choice, Field
from screens.widgets.rows import Cell, Row, Rows
from tracker.calendar.stretches import Stretch, read_stretch
from tracker.errors import Refusal
from tracker.rhythm import words
from tracker.views.memories import KINDS, Memory, memories

_MARKS = {"date": "●", "trip": "▲", "milestone": "◆", "goal": "★", "appreciation": "♥", "beginning": "✧"}


class MemoriesDialog(Dialog[None]):
    """Search by words, span and kind; the chosen one is read below."""

    delicate = True

    TITLE_TEXT = "Memories"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, PLANS_LOOK]

    def __init__(self, chosen: str = "") -> None:
        """`chosen` is the id of the memory that is read at first."""
        super().__init__()
        self._first = chosen
        self._found: dict[str, Memory] = {}

    def body(self) -> ComposeResult:
        with Horizontal(id="memory-asked"):
            yield Field(placeholder="words to look for", id="memory-words")
            yield Field(placeholder="when: 2025, last summer", id="memory-when")
        yield Choice((("", "all"), *((kind, _short(kind)) for kind in KINDS)), "", id="memory-kind")
        yield Rows(id="memory-list")
        yield Static("", id="memory-text", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        app = rekindle(self)
        self._stream = memories(app.at(), app.me)
        self._show()
        if self._first in self._found:
            rows = self.query_one(Rows)
            rows.choose(self._first)
            rows.focus()
            self._read_out(self._first)
        else:
            self.query_one("#memory-words").focus()

    @on(Input.Changed)
    @on(Choice.Changed)
    def _asked(self) -> None:
        self._show()

    @on(Input.Submitted)
    def _to_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(Rows).focus()

    def _show(self) -> None:
        span, said = self._span()
        self.trouble(said if span is None else "")
        first, last = (span.first, span.last) if span else (None, None)
        kind, sought = self.query_one("#memory-kind", Choice).value, self._stands_in("words")
        found = self._stream.search(sought, (kind,) if kind else (), first, last)
        self._found = {one.id: one for one in found}
        today = rekindle(self).at().today
        self.query_one(Rows).show(
            tuple(_row(one, words.day(one.day, today) if one.dated else "") for one in found)
        )
        self.query_one("#memory-text", Static).update(content(self._count(span)))

    def _stands_in(self, name: str) -> str:
        return self.query_one(f"#memory-{name}", Field).value

    def _span(self) -> tuple[Stretch | None, str]:
        """The span that was asked for; what cannot be read (yet) leaves the whole stream, and says so."""
        text = self._stands_in("when")
        if not text.strip():
            return None, ""
        try:
            return read_stretch(text, rekindle(self).at().today), ""
        except Refusal as refusal:
            return None, refusal.sentence

    def _count(self, span: Stretch | None) -> str:
        if not len(self._stream):
            return "Nothing is here yet; it will be."
        found = f"{len(self._found)} of {len(self._stream)}" if self._found else "Nothing like that is here"
        return f"{found}, {span.understood}" if span else found

    @on(Rows.Chosen)
    @on(Rows.Opened)
    def _read(self, event: Rows.Chosen | Rows.Opened) -> None:
        event.stop()
        self._read_out(event.row)

    def _read_out(self, memory_id: str) -> None:
        one = self._found.get(memory_id)
        if one is not None:
            self.query_one("#memory-text", Static).update(content(_told(one)))


def _row(one: Memory, day: str) -> Row:
    mark = Cell(f"{_MARKS.get(one.kind, '·')} ", "warm", 2)
    return Row(one.id, (mark, Cell(day, "dim", 13), Cell(one.title)))


def _short(kind: str) -> str:
    return {"appreciation": "told", "milestone": "milestones", "date": "dates", "trip": "trips"}.get(
        kind, f"{kind}s"
    )


def _told(one: Memory) -> str:
    """The whole of one memory."""
    remarks = tuple(f"{remark.name}: {remark.text}" for remark in one.remarks)
    by = f"{'noticed' if one.kind == 'appreciation' else 'kept'} by {one.by_name}" if one.by_name else ""
    return "\n".join(part for part in (one.title, one.text, by, *remarks) if part)
