"""The forms of a plan: a new one, an existing one, a held one, and on which day it happened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from screens.dialogs.form import Form, Item, Link, Note, Text, Values
from screens.plans import fields
from screens.plans.lived import live, live_on
from screens.plans.remarks import own_remark, remark_changes, remark_items
from tracker.acts.plan_times import read_happened
from tracker.acts.plans import change_plan, idea, let_go, plan, schedule, step_back
from tracker.acts.surprises import does_not_suit, hide, reveal, suits_after_all
from tracker.calendar.when import When
from tracker.drafts import Spot
from tracker.records.plans import Plan
from tracker.records.remarks import Remark
from tracker.store.changes import Change
from tracker.views.plan_lines import plan_line, span_words

if TYPE_CHECKING:
    from screens.app import RekindleApp
    from tracker.acts.common import Standing


def new_form(
    app: RekindleApp, kind: str, day: date | None = None, last: date | None = None, **known: str
) -> Form:
    """A new plan; without a day it is kept among the ideas. `known` stands in its fields already."""
    today = app.at().today
    days = {name: fields.said(When(on)) for name, on in (("start", day), ("end", last)) if on}

    def save(values: Values) -> None:
        me, surprise = app.me, values.get("surprise") == "yes"
        what = {"by": me, "kind": kind, "surprise": surprise, **fields.details(kind, values)}
        begins, ends = fields.span(app.at(), values, kind)
        if begins is None and ends is None:
            app.sitting.do(lambda at: idea(at, **what))
            said = "Kept among the ideas."
        else:
            app.sitting.do(lambda at: plan(at, start=begins, end=ends, **what))
            said = f"Planned for {span_words(begins, ends, today)}."
        app.reload()
        app.say(said)

    note = Note("Without a day it waits among the ideas. Anything can be changed later.")
    items = fields.items(app, kind, {**days, **known}, mine=bool(app.me))
    spot = Spot(f"new-{kind}:", f"a new {kind}")
    return Form(f"A new {kind}", (*items, note), save, spot=spot, proposed=bool(days or known))


def plan_form(app: RekindleApp, known: Plan) -> Form:
    """An existing plan: change it, go a step on or back, say something about it afterwards."""
    kind = known.kind
    said = own_remark(app, known)

    def changes(at: Standing, values: Values) -> list[Change]:
        me = app.me
        made = change_plan(at, known.id, me=me, seen=known, **fields.details(kind, values))
        begins, ends = fields.span(at, values, kind)
        if (begins, ends) != (known.begins, known.ends):
            made += schedule(at, known.id, me=me, start=begins, end=ends, seen=known)
        return [*made, *remark_changes(at, known, me, said, values.get("remark", ""))]

    def save(values: Values) -> None:
        _in_turn(app, known, values, changes)

    items, spot = _all_items(app, known, said), Spot(f"plan:{known.id}", f"changes to “{known.name}”")
    return Form(known.name, items, save, more=_steps(app, known), keeps_first=True, spot=spot)


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
    planner = at.couple.name_of(known.by)

    def answer(suits: bool) -> None:
        turn = suits_after_all if suits else does_not_suit
        changed = app.sitting.do(lambda at: turn(at, known.id, me=me))
        app.reload()
        if not suits:
            app.say(f"{planner} sees that this time does not suit. It stays a surprise.")
        else:
            app.say(
                f"{planner} sees that the time suits after all." if changed else "Good: it stays as it is."
            )

    when = span_words(known.begins, known.ends, at.today)
    said = (f"You said that this time does not suit; {planner} sees it.",) if line.unsuitable else ()
    notes = tuple(Note(one) for one in (f"{when}. The rest is a surprise until then.", *said))
    if not me:
        return Form(line.title, notes, lambda values: None, save_label="All right")
    more = (("The time does not suit", lambda: answer(False)),)
    return Form(line.title, notes, lambda values: answer(True), save_label="All right", more=more)


def happened_form(app: RekindleApp, known: Plan) -> Form:
    """It happened, and has no day yet."""

    def read(text: str) -> When:
        return read_happened(app.at(), known.kind, text)

    def echo(text: str) -> str:
        return read(text).long_words(app.at().couple.day_ends_at)

    def save(values: Values) -> None:
        live_on(app, known.id, read(values["day"].strip() or "today"))

    day = Text("day", "Day", "", "today", echo)
    spot = Spot(f"happened:{known.id}", f"the day of “{known.name}”")
    return Form("On which day did it happen?", (day,), save, save_label="Lived", spot=spot)


def _all_items(app: RekindleApp, known: Plan, said: Remark | None) -> tuple[Item, ...]:
    at, me = app.at(), app.me
    line = plan_line(at, known, me)
    others = tuple(Note(f"Written at the same time: {other.label} “{other.value}”.") for other in line.others)
    items = fields.items(app, known.kind, fields.given(known), mine=bool(me) and known.by == me)
    if known.state not in ("happened", "let-go"):
        return (*others, *items, _checklist(app, known, line.done_words()))
    return (*remark_items(app, known, said), *others, *items)


def _checklist(app: RekindleApp, known: Plan, done: str) -> Link:
    """The way to its list, with how far it is."""
    from screens.plans.checklist import ChecklistDialog

    count = len(known.items)
    said = done or (f"{count} to do" if count else "nothing on it yet")
    return Link("list", "Checklist", said, lambda: app.call_later(app.push_screen, ChecklistDialog(known.id)))


def _steps(app: RekindleApp, known: Plan) -> tuple[tuple[str, Any], ...]:
    """The steps that a plan can take from where it stands."""

    def do(act: Any) -> Any:
        me = app.me

        def run() -> None:
            app.sitting.do(lambda at: act(at, known.id, me=me))
            app.reload()

        return run

    back, off = do(step_back), do(let_go)
    steps = {
        "idea": (("Let go", off),),
        "planned": (
            ("Happened", lambda: live(app, known.id)),
            ("Step back", back),
            ("Let go", off),
        ),
        "happened": (("Step back", back),),
        "let-go": (("Back to the ideas", back),),
    }
    return steps[known.state]
