"""The fields of a plan's form: what stands in them at first, and what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from screens.dialogs.form import After, Item, Pick, Text, Values
from tracker.acts.plan_times import read_end, read_start, said_back
from tracker.calendar.names import short_day
from tracker.calendar.when import When
from tracker.errors import Refusal
from tracker.records.plans import Plan

if TYPE_CHECKING:
    from screens.app import RekindleApp
    from tracker.acts.common import Standing

_YES_NO = (("no", "no"), ("yes", "yes"))
_CHILDCARE = (("n/a", "none needed"), ("needed", "needed"), ("sorted", "sorted"))
_NOVELTY = (("familiar", "familiar"), ("new", "new to us"))
_COST = (("", "unsaid"), ("free", "free"), ("low", "low"), ("middle", "middling"), ("high", "high"))
_FOR_EXAMPLE = {"date": "cook the first meal you ever shared", "trip": "two nights where the train ends"}


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

    def start(text: str) -> str:
        begins, last = _start(app.at(), kind, text)
        return " to ".join(said_back(app.at(), one) for one in (begins, last) if one)

    def end(text: str, begins: str) -> str:
        at = app.at()
        known = begins if _can_be_read(at, kind, begins) else ""  # what is wrong with it stands below it
        read = span(at, {"start": known, "end": text}, kind)[1]
        return said_back(at, read) if read else ""

    def text(key: str, label: str, hint: str = "") -> Text:
        return Text(key, label, stands.get(key, ""), hint)

    def pick(key: str, label: str, options: tuple[tuple[str, str], ...]) -> Pick:
        return Pick(key, label, options, stands.get(key, options[0][0]))

    return (
        text("title", "What", _FOR_EXAMPLE[kind]),
        text("start", "When", _hint(kind, app.at().today))._replace(echo=start),
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


def _hint(kind: str, today: date) -> str:
    """Examples that are still to come."""
    day = short_day(today + timedelta(days=7))
    return (
        f"fri 7pm, {day} 19:00; empty: an idea" if kind == "date" else f"{day}, next weekend; empty: an idea"
    )


def span(at: Standing, values: Values, kind: str) -> tuple[When | None, When | None]:
    """The start and the end that stand in the form."""
    begins, last = _start(at, kind, values["start"])
    text = values["end"]
    if not text.strip():
        return begins, last
    return begins, read_end(at, kind, text, begins) if begins else read_start(at, kind, text)[0]


def _can_be_read(at: Standing, kind: str, text: str) -> bool:
    try:
        _start(at, kind, text)
    except Refusal:
        return False
    return True


def _start(at: Standing, kind: str, text: str) -> tuple[When | None, When | None]:
    return read_start(at, kind, text) if text.strip() else (None, None)
