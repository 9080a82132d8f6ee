"""Letting everything or one ritual rest, changing a pause, and resuming."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult

from screens.dialogs.base import Dialog, button
from screens.dialogs.beside import beside
from screens.dialogs.form import REMOVE, Form, Item, Note, Pick, Text, Values
from screens.host import rekindle
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.pauses import change_pause, pause, resume
from tracker.acts.removal import remove
from tracker.calendar.names import long_day
from tracker.calendar.spoken import read_pause_day, read_pause_end
from tracker.drafts import Spot
from tracker.ids import id_order
from tracker.records.pauses import PAUSE_KINDS, Pause
from tracker.rhythm import words

if TYPE_CHECKING:
    from screens.app import RekindleApp

_EVERYTHING = ("", "everything")
_NEW = "new"


def pause_form(app: RekindleApp, known: Pause | None = None, *, kind: str = "ebb") -> Form:
    """A new pause (of a kind that may be changed) or a standing one; with a button to resume where it rests
    today."""
    today = app.at().today

    def save(values: Values) -> None:
        first = _day(values["from"], today) or today
        until = _end(values["until"], first, today)
        said: dict[str, Any] = {
            "kind": values["kind"],
            "ritual": values["ritual"] or None,
            "text": values["note"],
        }
        if known is None:
            app.sitting.do(lambda at: pause(at, first, until, **said))
        else:
            app.sitting.do(lambda at: change_pause(at, known.id, first, until, seen=known, **said))
        app.reload()

    rests = Note("Prompts and clocks rest; nothing is taken away, and nothing is counted against anybody.")
    label = "Keep" if known else "Pause"
    items = (*_items(app, known, today, kind), rests, *beside(app, "pauses", known))
    spot = Spot(f"pause:{known.id}", "changes to a pause") if known else Spot("new-pause:", "a pause")
    return Form("A pause", items, save, save_label=label, more=_more(app, known, today), spot=spot)


def _more(app: RekindleApp, known: Pause | None, today: date) -> tuple[tuple[str, Callable[[], object]], ...]:
    def end() -> None:
        ritual = known.ritual if known else None
        app.sitting.do(lambda at: resume(at, ritual))
        app.reload()

    def take_away() -> None:
        if known is not None:
            me = app.me
            app.sitting.do(lambda at: remove(at, "pauses", known.id, me=me))
            app.reload()

    running = known.covers(today) if known else any(p.covers(today) for p in app.at().library.pauses)
    ending = (("Resume now", end),) if running else ()
    return (*ending, *(((REMOVE, take_away),) if known else ()))


def _items(app: RekindleApp, known: Pause | None, today: date, kind: str) -> tuple[Item, ...]:
    until = known.until.isoformat() if known and known.until else ""

    def echo(text: str) -> str:
        day = _day(text, today)
        return long_day(day) if day else ""

    return (
        Pick("kind", "Because of", tuple((k, k) for k in PAUSE_KINDS), known.kind if known else kind),
        Text("from", "From", known.first.isoformat() if known else "", "today", echo),
        Text("until", "Until", until, "open, until you resume", echo),
        Pick("ritual", "What rests", _scopes(app), (known.ritual or "") if known else ""),
        Text("note", "Note", known.note if known else "", "a few words, for both of you"),
    )


def _day(text: str, today: date) -> date | None:
    return read_pause_day(text, today).day if text.strip() else None


def _end(text: str, first: date, today: date) -> date | None:
    """The last day; without a year it lies on or after the first one."""
    return read_pause_end(text, first, today).day if text.strip() else None


def _scopes(app: RekindleApp) -> tuple[tuple[str, str], ...]:
    rituals = app.at().library.rituals.active()
    return (_EVERYTHING, *((ritual.key, ritual.name) for ritual in rituals))


class PausesDialog(Dialog[None]):
    """All pauses, the newest first, and a new one."""

    delicate = True

    TITLE_TEXT = "Pauses"

    def body(self) -> ComposeResult:
        yield Rows(id="pauses-list")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    def reload(self) -> None:
        """Show what stands now."""
        at = rekindle(self).at()
        pauses = sorted(at.library.pauses, key=lambda one: (one.first, id_order(one.id)), reverse=True)
        new = Row(_NEW, (Cell("  + ", "warm", 4), Cell("a new pause", "warm")))
        self.query_one(Rows).show((new, *(self._row(one, at.today) for one in pauses)))

    def _row(self, one: Pause, today: date) -> Row:
        rituals = {ritual.key: ritual.name for ritual in rekindle(self).at().library.rituals}
        what = rituals.get(one.ritual, one.ritual) if one.ritual else "everything"
        span = f"{words.day(one.first, today)} – {words.day(one.until, today) if one.until else 'open'}"
        mark = "  – " if one.covers(today) else "    "
        return Row(one.id, (Cell(mark, "resting", 4), Cell(span, "", 28), Cell(f"{one.kind}: {what}", "dim")))

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        app = rekindle(self)
        known = next((one for one in app.at().library.pauses if one.id == event.row), None)
        app.push_screen(pause_form(app, known))
