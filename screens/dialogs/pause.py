"""Letting everything or one ritual rest, and resuming."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from screens.dialogs.form import Form, Item, Note, Pick, Text, Values
from tracker.acts.pauses import pause, resume
from tracker.calendar.spoken import read_coming
from tracker.records.pauses import PAUSE_KINDS

if TYPE_CHECKING:
    from screens.app import RekindleApp

_EVERYTHING = ("", "everything")


def pause_form(app: RekindleApp) -> Form:
    """A new pause; with a button to resume where something rests today."""
    at = app.at()
    today = at.today

    def save(values: Values) -> None:
        first, until = _day(values["from"], today) or today, _day(values["until"], today)
        app.sitting.do(
            lambda at: pause(
                at, first, until, kind=values["kind"], ritual=values["ritual"] or None, text=values["note"]
            )
        )
        app.reload()

    def end() -> None:
        app.sitting.do(lambda at: resume(at))
        app.reload()

    resting = any(p.covers(today) for p in at.library.pauses)
    items: tuple[Item, ...] = (
        Pick("kind", "Because of", tuple((kind, kind) for kind in PAUSE_KINDS), "ebb"),
        Text("from", "From", "", "today", lambda text: read_coming(text, today).understood),
        Text(
            "until", "Until", "", "open, until you resume", lambda text: read_coming(text, today).understood
        ),
        Pick("ritual", "What rests", _scopes(app), ""),
        Text("note", "Note", "", "a few words, for both of you"),
        Note("Prompts and clocks rest; nothing is taken away, and nothing is counted against anybody."),
    )
    return Form("A pause", items, save, save_label="Pause", more=(("Resume now", end),) if resting else ())


def _day(text: str, today: date) -> date | None:
    return read_coming(text, today).day if text.strip() else None


def _scopes(app: RekindleApp) -> tuple[tuple[str, str], ...]:
    rituals = app.at().library.rituals.active()
    return (_EVERYTHING, *((ritual.key, ritual.name) for ritual in rituals))
