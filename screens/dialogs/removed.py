"""What was removed in the last 30 days, and bringing it back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from screens.dialogs.base import Dialog, button
from screens.dialogs.form import Form, Text, Values
from screens.host import rekindle
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.removal import Removed, bring_back, removed
from tracker.acts.rituals import take_up_again
from tracker.acts.to_come import ToCome, move_entry, to_come
from tracker.calendar.names import short_day
from tracker.calendar.spoken import read_past_day

if TYPE_CHECKING:
    from screens.app import RekindleApp


def _to_come(one: ToCome) -> Row:
    """An entry that a wrong clock left on a day to come."""
    cells = (Cell("  → ", "warm", 4), Cell(one.said()), Cell("still to come", "dim", 18, "whole"))
    return Row(f"to-come:{one.id}", cells, "Enter moves it to its day")


def move_form(app: RekindleApp, record_id: str) -> Form:
    """Asks on which day it was."""
    today, me = app.at().today, app.me

    def save(values: Values) -> None:
        day = read_past_day(values["day"], today).day
        app.sitting.do(lambda at: move_entry(at, record_id, me=me, day=day))
        app.reload()
        app.say("Moved; u takes it back.")

    echo = partial(_understood, today)
    day = Text("day", "Day", hint="today, yesterday, fri, 20 Nov …", echo=echo)
    return Form("On which day was it?", (day,), save, save_label="Move")


def _understood(today: date, text: str) -> str:
    return read_past_day(text, today).understood


class RemovedDialog(Dialog[None]):
    """A list of kinds and days; the words show only for their author, once they are back."""

    delicate = True

    TITLE_TEXT = "Bring back"
    MOST: ClassVar[int] = 200

    def body(self) -> ComposeResult:
        yield Rows(id="removed-list")
        yield Static("", id="removed-none", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    def reload(self) -> None:
        """Show what can be brought back now."""
        app = rekindle(self)
        at = app.at()
        rows = [_to_come(one) for one in to_come(at, app.me)[: self.MOST]]
        rows += [self._row(one) for one in removed(at, app.me)[: self.MOST]]
        rows += [
            Row(
                f"archived:{ritual.key}",
                (Cell("  ↺ ", "warm", 4), Cell(ritual.name), Cell("put away", "dim", 30, "aside")),
            )
            for ritual in at.library.rituals.archived()
        ]
        self.query_one(Rows).show(tuple(rows))
        self.query_one(Rows).display = bool(rows)
        none = "" if rows else "Nothing was removed in the last 30 days."
        self.query_one("#removed-none", Static).update(none or "Enter brings it back. After 30 days it goes.")

    def _row(self, one: Removed) -> Row:
        day = short_day(date.fromisoformat(one.day))
        gone = f"removed {short_day(one.removed_at.date())}"
        cells = (
            Cell("  ↺ ", "warm", 4),
            Cell(f"{one.kind} of {day}{self._more(one)}"),
            Cell(gone, "dim", 18, "whole"),
        )
        return Row(f"removed:{one.id}", cells, "Enter brings it back")

    def _more(self, one: Removed) -> str:
        """What tells it from others of its kind: one's own words, or what both know."""
        document = rekindle(self).at().library.documents.get(one.table, one.id) or {}
        mine = one.table != "appreciations" or document.get("by") == rekindle(self).me
        said = next((document[f] for f in ("text", "name", "title", "ritual", "kind") if document.get(f)), "")
        return f": {said}" if said and mine else ""

    @on(Rows.Opened)
    def _chosen(self, event: Rows.Opened) -> None:
        event.stop()
        kind, _, key = event.row.partition(":")
        app = rekindle(self)
        me = app.me
        if kind == "to-come":
            app.push_screen(move_form(app, key), lambda _: self.reload())
            return
        if kind == "archived":
            done = self.attempt(lambda: app.sitting.do(lambda at: take_up_again(at, key)))
        else:
            done = self.attempt(lambda: app.sitting.do(lambda at: bring_back(at, key, me=me)))
        if done:
            app.reload()
            app.say("It is back.")
