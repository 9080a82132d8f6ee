"""Beginnings: what drew them to each other, listed, kept and reread."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from screens.dialogs.base import LOOK, Dialog, button
from screens.dialogs.beside import beside
from screens.dialogs.form import REMOVE, Form, Item, Note, Pick, Text, Values, Words
from screens.host import rekindle
from screens.journey import JOURNEY_LOOK
from screens.plain import content
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.beginnings import add_beginning, change_beginning, remove_beginning
from tracker.calendar.spoken import read_past_day
from tracker.drafts import Spot
from tracker.ids import id_order
from tracker.records.beginnings import BEGINNING_KINDS, Beginning
from tracker.rhythm import words

if TYPE_CHECKING:
    from screens.app import RekindleApp

_NEW = "new"
_SHORT = {**BEGINNING_KINDS, "drawn": "drew me", "words": "old words"}
"""The kinds for a narrow column."""


def beginning_form(app: RekindleApp, known: Beginning | None = None) -> Form:
    """A new beginning, or one's own standing one."""
    me, today = app.me, app.at().today

    def save(values: Values) -> None:
        kind, text = values["kind"], values["text"]
        on = read_past_day(values["on"], today).day if values["on"].strip() else None
        if known is None:
            app.sitting.do(lambda at: add_beginning(at, by=me, text=text, kind=kind, on=on))
        else:
            app.sitting.do(
                lambda at: change_beginning(at, known.id, me=me, text=text, kind=kind, on=on, seen=known)
            )
        app.reload()

    def take_away() -> None:
        if known is not None:
            app.sitting.do(lambda at: remove_beginning(at, known.id, me=me))
            app.reload()

    items: tuple[Item, ...] = (
        Pick("kind", "It is", tuple(BEGINNING_KINDS.items()), known.kind if known else "drawn"),
        Words("text", "In a few words, or many", known.text if known else ""),
        Text(
            "on",
            "The day it was",
            known.on.isoformat() if known and known.on else "",
            "18 June 2011; leave it empty if you do not know",
            lambda text: read_past_day(text, today).understood,
        ),
        Note("You may both read it from now on; with a day, it comes back on that day."),
        *beside(app, "beginnings", known),
    )
    more = ((REMOVE, take_away),) if known else ()
    spot = (
        Spot(f"beginning:{known.id}", "changes to a beginning")
        if known
        else Spot("new-beginning:", "a beginning")
    )
    return Form("A beginning", items, save, more=more, spot=spot)


class BeginningsDialog(Dialog[None]):
    """All beginnings, the earliest first, and a new one."""

    delicate = True

    TITLE_TEXT = "How it began"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, JOURNEY_LOOK]

    def body(self) -> ComposeResult:
        yield Rows(id="beginnings-list")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    def reload(self) -> None:
        """Show what stands now."""
        at = rekindle(self).at()
        new = Row(_NEW, (Cell("  + ", "warm", 4), Cell("a new one", "warm")))
        kept = sorted(at.library.beginnings, key=lambda one: (one.on or at.today, id_order(one.id)))
        self.query_one(Rows).show((new, *(self._row(one, at.today) for one in kept)))

    def _row(self, one: Beginning, today: date) -> Row:
        day = words.day(one.on, today) if one.on else ""
        return Row(
            one.id,
            (
                Cell("  ✦ ", "warm", 4),
                Cell(one.text),
                Cell(f"  {_SHORT[one.kind]}", "dim", 16, "aside"),
                Cell(day, "dim", 12, "whole"),
            ),
            "Enter opens it",
        )

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        app = rekindle(self)
        known = next((one for one in app.at().library.beginnings if one.id == event.row), None)
        if known is not None and known.by != app.me:
            app.push_screen(BeginningDialog(known, app.at().couple.name_of(known.by)))
        elif app.me:
            app.push_screen(beginning_form(app, known))
        else:
            app.say("Press p first and say who is here.")


class BeginningDialog(Dialog[None]):
    """One beginning, to read: its author alone may change it."""

    delicate = True

    def __init__(self, known: Beginning, name: str) -> None:
        super().__init__()
        self._known = known
        self._name = name

    def heading(self) -> str:
        kind = BEGINNING_KINDS[self._known.kind]
        return kind[:1].upper() + kind[1:]

    def body(self) -> ComposeResult:
        yield Static(content(self._known.text), classes="large")
        today = rekindle(self).at().today
        day = f", {words.day(self._known.on, today)}" if self._known.on else ""
        yield Static(content(f"Kept by {self._name}{day}."), classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")
