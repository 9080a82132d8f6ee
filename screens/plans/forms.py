"""The forms of a plan: a new one, an existing one, a held one, and on which day it happened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from screens.dialogs.form import Form, Item, Note, Pick, Text, Values
from tracker.acts.plans import change_plan, happened, idea, let_go, plan, schedule, step_back
from tracker.acts.remarks import remark, reword_remark
from tracker.acts.surprises import does_not_suit, hide, reveal, suits_after_all
from tracker.calendar.spoken import read_coming
from tracker.calendar.when import When
from tracker.records.plans import Plan
from tracker.store.changes import Change
from tracker.views.plan_lines import plan_line, remark_lines, span_words

if TYPE_CHECKING:
    from screens.app import RekindleApp
    from tracker.acts.common import Standing

_YES_NO = (("no", "no"), ("yes", "yes"))
_CHILDCARE = (("n/a", "none needed"), ("needed", "needed"), ("sorted", "sorted"))
_NOVELTY = (("familiar", "familiar"), ("new", "new to us"))
_COST = (("", "unsaid"), ("free", "free"), ("low", "low"), ("middle", "middling"), ("high", "high"))
_NAMES = {"date": "date", "trip": "trip"}


def new_form(app: RekindleApp, kind: str, day: date | None = None) -> Form:
    """A new plan; without a day it is kept among the ideas."""
    today = app.at().today
    start = When(day) if day else None

    def save(values: Values) -> None:
        details, me = _details(kind, values), app.me
        begins, ends = _when(values["start"], kind, today), _when(values["end"], kind, today)
        surprise = values.get("surprise") == "yes"
        if begins is None and ends is None:
            app.sitting.do(lambda at: idea(at, by=me, kind=kind, surprise=surprise, **details))
        else:
            app.sitting.do(
                lambda at: plan(at, by=me, kind=kind, start=begins, end=ends, surprise=surprise, **details)
            )
        app.reload()

    said = Note("Without a day it waits among the ideas. Anything can be changed later.")
    return Form(f"A new {_NAMES[kind]}", (*_items(app, kind, None, start), said), save)


def plan_form(app: RekindleApp, known: Plan) -> Form:
    """An existing plan: change it, go a step on or back, say something about it afterwards."""
    kind, today = known.kind, app.at().today

    def changes(at: Standing, values: Values) -> list[Change]:
        me = app.me
        made = change_plan(at, known.id, me=me, seen=known, **_details(kind, values))
        begins, ends = _when(values["start"], kind, today), _when(values["end"], kind, today)
        if (begins, ends) != (known.begins, known.ends):
            made += schedule(at, known.id, me=me, start=begins, end=ends, seen=known)
        return [*made, *_remark_changes(app, at, known, values)]

    def save(values: Values) -> None:
        _in_turn(app, known, values, changes)

    return Form(known.name, _all_items(app, known), save, more=_steps(app, known))


def _in_turn(app: RekindleApp, known: Plan, values: Values, changes: Any) -> None:
    """Details, then whether it is a surprise: the second looks at what the first wrote."""
    app.sitting.do(lambda at: changes(at, values))
    wanted, me = values.get("surprise"), app.me
    if wanted is not None and (wanted == "yes") != known.surprise:
        turn = hide if wanted == "yes" else reveal
        app.sitting.do(lambda at: turn(at, known.id, me=me))
    app.reload()


def held_form(app: RekindleApp, known: Plan) -> Form:
    """What the other one may know of a surprise: when it is, and that the time can be declined."""
    at, me = app.at(), app.me
    line = plan_line(at, known, me)
    turn, label = (suits_after_all, "The time suits after all") if line.unsuitable else (
        does_not_suit, "The time does not suit")  # fmt: skip

    def answer() -> None:
        app.sitting.do(lambda at: turn(at, known.id, me=me))
        app.reload()

    notes = (Note(f"{span_words(known.begins, known.ends, at.today)}. The rest is a surprise until then."),)
    more = ((label, answer),) if me else ()
    return Form(line.title, notes, lambda values: None, save_label="All right", more=more)


def happened_form(app: RekindleApp, known: Plan) -> Form:
    """It happened, and has no day yet."""
    today = app.at().today

    def save(values: Values) -> None:
        on, me = _when(values["day"] or "today", known.kind, today), app.me
        app.sitting.do(lambda at: happened(at, known.id, me=me, on=on))
        app.reload()

    day = Text("day", "Day", "", "today", lambda text: read_coming(text, today).understood)
    return Form("On which day did it happen?", (day,), save, save_label="Lived")


def _all_items(app: RekindleApp, known: Plan) -> tuple[Item, ...]:
    at, me = app.at(), app.me
    line = plan_line(at, known, me)
    others = tuple(Note(f"Written at the same time: {other.label} “{other.value}”.") for other in line.others)
    items = _items(app, known.kind, known, known.begins)
    if known.state not in ("happened", "let-go"):
        return (*items, *others)
    remarks = remark_lines(at, known, me)
    theirs = tuple(Note(f"{one.name}: {one.text}") for one in remarks if not one.mine)
    mine = next((one.text for one in remarks if one.mine), "")
    asked = (Text("remark", "To remember", mine, "a few words of your own; both can read them"),)
    return (*(asked if me else ()), *theirs, *items, *others)


def _items(app: RekindleApp, kind: str, known: Plan | None, start: When | None) -> tuple[Item, ...]:
    today = app.at().today
    ends = known.ends.text().replace("T", " ") if known and known.ends else ""

    def echo(text: str) -> str:
        return _understood(app, text, kind, today)

    mine = bool(app.me) and (known is None or known.by == app.me)
    return (
        Text("title", "What", known.title if known else "", "cook the first meal you ever shared"),
        Text("start", "When", start.text().replace("T", " ") if start else "", _HINTS[kind], echo),
        Text("end", "Until", ends, "open", echo),
        Text("place", "Where", known.place if known else ""),
        Text("notes", "Notes", known.notes if known else ""),
        Pick("childcare", "Childcare", _CHILDCARE, known.childcare if known else "n/a"),
        Pick("cost", "Cost", _COST, known.cost if known else ""),
        Pick("novelty", "It is", _NOVELTY, known.novelty if known else "familiar"),
        Pick("phones", "Phones away", _YES_NO, "yes" if known and known.phones_away else "no"),
        *(_counts(known) if kind == "trip" else ()),
        *((_surprise(known),) if mine else ()),
    )


_HINTS = {"date": "fri 7pm, 27 Nov 19:00; empty: an idea", "trip": "4 dec; empty: an idea"}


def _counts(known: Plan | None) -> tuple[Item, ...]:
    value = "no" if known and not known.counts else "yes"
    return (Pick("counts", "The month's trip", (("yes", "it counts"), ("no", "beside it")), value),)


def _surprise(known: Plan | None) -> Pick:
    return Pick("surprise", "A surprise", _YES_NO, "yes" if known and known.surprise else "no")


def _understood(app: RekindleApp, text: str, kind: str, today: date) -> str:
    when = _when(text, kind, today)
    return when.long_words(app.at().couple.day_ends_at) if when else ""


def _when(text: str, kind: str, today: date) -> When | None:
    """A start or an end as people say it; a trip is of whole days."""
    if not text.strip():
        return None
    spoken = read_coming(text, today)
    return When(spoken.day, spoken.time if kind == "date" else None)


def _details(kind: str, values: Values) -> dict[str, Any]:
    names = ("title", "place", "notes", "childcare", "novelty", "cost")
    details: dict[str, Any] = {name: values[name] for name in names}
    details["phones_away"] = values["phones"] == "yes"
    if kind == "trip":
        details["counts"] = values["counts"] == "yes"
    return details


def _remark_changes(app: RekindleApp, at: Standing, known: Plan, values: Values) -> list[Change]:
    text, me = values.get("remark", "").strip(), app.me
    if not text or not me:
        return []
    mine = next((one for one in remark_lines(at, known, me) if one.mine), None)
    if mine is None:
        return remark(at, known.id, by=me, text=text)
    return reword_remark(at, mine.id, me=me, text=text) if mine.text != text else []


def _steps(app: RekindleApp, known: Plan) -> tuple[tuple[str, Any], ...]:
    """The steps that a plan can take from where it stands."""

    def do(act: Any) -> Any:
        me = app.me

        def run() -> None:
            app.sitting.do(lambda at: act(at, known.id, me=me))
            app.reload()

        return run

    steps = {
        "idea": (("Let go", let_go),),
        "planned": (("It happened", happened), ("A step back", step_back), ("Let go", let_go)),
        "happened": (("A step back", step_back),),
        "let-go": (("Back to the ideas", step_back),),
    }
    return tuple((label, do(act)) for label, act in steps[known.state])
