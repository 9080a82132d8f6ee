"""The fields of a plan's form: what stands in them at first, and what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from screens.dialogs.form import After, Item, Pick, Text, Values
from tracker.calendar.spoken import read_coming, read_until
from tracker.calendar.when import When
from tracker.errors import Refusal
from tracker.records.plans import Plan

if TYPE_CHECKING:
    from screens.app import RekindleApp

_YES_NO = (("no", "no"), ("yes", "yes"))
_CHILDCARE = (("n/a", "none needed"), ("needed", "needed"), ("sorted", "sorted"))
_NOVELTY = (("familiar", "familiar"), ("new", "new to us"))
_COST = (("", "unsaid"), ("free", "free"), ("low", "low"), ("middle", "middling"), ("high", "high"))
_FOR_EXAMPLE = {"date": "cook the first meal you ever shared", "trip": "two nights where the train ends"}
_HINTS = {"date": "fri 7pm, 27 Nov 19:00; empty: an idea", "trip": "4 dec; empty: an idea"}


def given(known: Plan) -> dict[str, str]:
    """What stands in the form of a plan that is known."""
    words = {name: getattr(known, name) for name in _WORDS}
    flags = {name: "yes" if getattr(known, name) else "no" for name in ("phones_away", "counts", "surprise")}
    return {**words, **flags, "start": said(known.begins), "end": said(known.ends)}


_WORDS = ("title", "place", "notes", "childcare", "novelty", "cost")


def said(when: When | None) -> str:
    """A start or an end as one might type it."""
    return when.text().replace("T", " ") if when else ""


def items(app: RekindleApp, kind: str, stands: Mapping[str, str], *, mine: bool) -> tuple[Item, ...]:
    """The fields of a plan of this kind; whether it is a surprise is asked of its planner alone."""
    today = app.at().today

    def start(text: str) -> str:
        return _understood(app, when(text, kind, today))

    def end(text: str, begins: str) -> str:
        return _understood(app, until(text, begins, kind, today))

    def text(key: str, label: str, hint: str = "") -> Text:
        return Text(key, label, stands.get(key, ""), hint)

    def pick(key: str, label: str, options: tuple[tuple[str, str], ...]) -> Pick:
        return Pick(key, label, options, stands.get(key, options[0][0]))

    return (
        text("title", "What", _FOR_EXAMPLE[kind]),
        text("start", "When", _HINTS[kind])._replace(echo=start),
        text("end", "Until", "open")._replace(after=After("start", end)),
        text("place", "Where"),
        text("notes", "Notes"),
        pick("childcare", "Childcare", _CHILDCARE),
        pick("cost", "Cost", _COST),
        pick("novelty", "It is", _NOVELTY),
        pick("phones_away", "Phones away", _YES_NO),
        *((pick("counts", "The month's trip", _COUNTS),) if kind == "trip" else ()),
        *((pick("surprise", "A surprise", _YES_NO),) if mine else ()),
    )


_COUNTS = (("yes", "it counts"), ("no", "beside it"))


def details(kind: str, values: Values) -> dict[str, Any]:
    """What was typed, as the acts take it."""
    made: dict[str, Any] = {name: values[name] for name in _WORDS}
    flags = ("phones_away", "counts") if kind == "trip" else ("phones_away",)
    return {**made, **{name: values[name] == "yes" for name in flags}}


def _understood(app: RekindleApp, read: When | None) -> str:
    return read.long_words(app.at().couple.day_ends_at) if read else ""


def span(values: Values, kind: str, today: date) -> tuple[When | None, When | None]:
    """The start and the end that stand in the form."""
    return when(values["start"], kind, today), until(values["end"], values["start"], kind, today)


def until(text: str, begins: str, kind: str, today: date) -> When | None:
    """An end, told from the start as soon as that can be read."""
    try:
        start = when(begins, kind, today)
    except Refusal:
        start = None
    if start is None or not text.strip():
        return when(text, kind, today)
    spoken = read_until(text, start.on, start.at)
    return When(spoken.day, spoken.time if kind == "date" else None)


def when(text: str, kind: str, today: date) -> When | None:
    """A start or an end as people say it; a trip is of whole days."""
    if not text.strip():
        return None
    spoken = read_coming(text, today)
    return When(spoken.day, spoken.time if kind == "date" else None)
