"""Dates and trips: from an idea to a plan, to what happened, and any step back again.

`me` is who does it; empty for nobody in particular, who may do what belongs to both. `details` are the fields
`title`, `place`, `notes`, `childcare`, `novelty`, `cost`, `phones_away` and, for a trip, `counts`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, own, put
from tracker.acts.meant import check_past_day
from tracker.acts.planning import (
    End,
    changed,
    check_kind,
    check_span,
    checked,
    moved,
    reached,
    step,
    the_plan,
    with_childcare,
)
from tracker.calendar.names import long_day
from tracker.calendar.when import When
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.base import read_one
from tracker.records.plans import Plan
from tracker.rhythm.documents import read_day
from tracker.store.changes import Change, Document, Put, Remove


def idea(
    at: Standing, *, by: str, kind: str, title: str, surprise: bool = False, **details: Any
) -> list[Change]:
    """Keep something that they might do some day. `by` empty: it is both's."""
    return [_new(at, by, kind, "idea", surprise, None, None, {"title": title, **details})]


def plan(
    at: Standing,
    *,
    by: str,
    kind: str,
    title: str,
    start: When | None = None,
    end: When | None = None,
    surprise: bool = False,
    **details: Any,
) -> list[Change]:
    """Plan something that was no idea before. Without a start, its day is still open."""
    return [_new(at, by, kind, "planned", surprise, start, end, {"title": title, **details})]


def lived(at: Standing, *, kind: str, day: date, title: str, **details: Any) -> Put:
    """What happened on a day, and was never planned; it is both's."""
    when = When(_day_gone_by(at, When(day)))
    return _new(at, "", kind, "happened", False, when, None, {"title": title, **details})


def plan_idea(
    at: Standing,
    plan_id: str,
    *,
    me: str,
    start: When | None = None,
    end: When | None = None,
    surprise: bool = False,
    seen: Plan | None = None,
    **details: Any,
) -> list[Change]:
    """Plan an idea, or what was let go. It can always go back among the ideas. `seen` as in `change_plan`.

    As a surprise it is planned as a copy: an idea that both know stays where it is, and gives nothing away.
    """
    known = the_plan(at, plan_id, me)
    _refuse_happened(known)
    if surprise and not known.surprise:
        copied = {"title": known.name, **_texts(known), **details}
        return [_new(at, me, known.kind, "planned", True, start, end, copied)]
    fields = with_childcare(known, checked(known.kind, details)) | check_span(known.kind, start, end)
    return [*changed(at, known, fields, seen), *reached(at, known, "planned")]


def schedule(
    at: Standing, plan_id: str, *, me: str, start: When | None, end: End = ..., seen: Plan | None = None
) -> list[Change]:
    """Give a plan its day, move it, or (`start` None) leave its day open. An idea becomes a plan by it.

    With `end` left out a moved plan keeps its length. `seen` as in `change_plan`.
    """
    known = the_plan(at, plan_id, me)
    span = moved(seen or known, start, end)
    if known.state == "happened":
        return _happened_on_another_day(at, known, start, span, seen)
    step_on = [] if known.state == "planned" else reached(at, known, "planned")
    return [*changed(at, known, span, seen), *step_on]


def change_plan(
    at: Standing, plan_id: str, *, me: str, seen: Plan | None = None, **details: Any
) -> list[Change]:
    """Change only the details that are named.

    `seen` is the plan as it was shown when the person began: what they left as it was stays as others made it
    meanwhile, and of what both changed both values are kept.
    """
    known = the_plan(at, plan_id, me)
    return changed(at, known, with_childcare(known, checked(known.kind, details)), seen)


def happened(
    at: Standing, plan_id: str, *, me: str, on: When | None = None, keeps_date: bool = False
) -> list[Change]:
    """Mark that it happened: from its start day on, and it counts on that day for both.

    One without a day needs `on`; with a day, `on` says that it was another. A trip keeps the week's date as
    well only with `keeps_date`: then a moment of `date` stands on its first day.
    """
    known = the_plan(at, plan_id, me)
    if keeps_date and known.kind != "trip":
        raise Refusal("Only a trip can keep the week's date as well; a date does so by itself.")
    start = on or known.begins
    if start is None:
        raise Refusal("This has no day yet; please say on which day it happened.")
    day = _day_gone_by(at, start)
    kept = any(moment.get("ritual") == "date" for moment in _moments_of(at, known.id))
    moments = [_moment_of_date(at, known, day)] if keeps_date and not kept else []
    if known.state == "happened" and on is None:
        return [*moments]
    span = moved(known, start, ...) if on is not None and not _same_day(at, known, on) else {}
    return [*moments, *reached(at, known, "happened", **span)]


def step_back(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Take the last step back: what happened is planned again, a plan an idea, what was let go is as before.

    A moment of `date` that a trip kept goes with it. An idea has no day, so its day goes, too. What was made
    out of a tick was never planned: it is the tick again.
    """
    known = the_plan(at, plan_id, me)
    match known.state:
        case "idea":
            raise Refusal("This is an idea, where everything begins; let it go if it does not suit any more.")
        case "planned":
            return reached(at, known, "idea", start=None, end=None, unsuitable=None)
        case "happened":
            if any(moment.get("ritual") == known.kind for moment in _moments_of(at, known.id)):
                return remove_plan(at, known.id, me=me)
            return [*_moments_let_go(at, known.id), *reached(at, known, "planned")]
        case "let-go":
            before = next((one.state for one in reversed(known.history) if one.state != "let-go"), "idea")
            return reached(at, known, "planned" if before == "planned" else "idea")


def let_go(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Let a plan or an idea go; it stays among the ideas. What happened has to be taken back first."""
    known = the_plan(at, plan_id, me)
    if known.state == "let-go":
        return []
    _refuse_happened(known)
    return reached(at, known, "let-go")


def again(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """A new idea out of what happened: the memory stays, and this time it is familiar."""
    known = the_plan(at, plan_id, me)
    details = {"title": known.name, **_texts(known), "novelty": "familiar"}
    return [_new(at, me, known.kind, "idea", False, None, None, details)]


def remove_plan(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Set a plan aside, with the moment of `date` that it kept; it can be brought back for 30 days.

    A tick that it was made of stands by itself again.
    """
    if read_one(own(at, "plans", plan_id, me), Plan) is not None:
        the_plan(at, plan_id, me)  # a held surprise is its planner's alone; what no hand can read may go
    return [*_moments_let_go(at, plan_id), Remove("plans", plan_id)]  # the plan last, so that undo names it


def settle(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Of what two wrote at once, let what stands be: the other values are no longer shown."""
    known = the_plan(at, plan_id, me)
    return edit("plans", need(at.library.documents, "plans", known.id), {"_kept": []}) if known.kept else []


def _new(
    at: Standing,
    by: str,
    kind: str,
    state: str,
    surprise: bool,
    start: When | None,
    end: When | None,
    details: dict[str, Any],
) -> Put:
    at.library.need_couple()
    if by or surprise:
        at.partner(by)
    blank = {
        "place": "",
        "notes": "",
        "childcare": "n/a",
        "novelty": "familiar",
        "cost": "",
        "phones_away": False,
    }
    counts = {"counts": True} if check_kind(kind) == "trip" else {}
    fields: dict[str, Any] = {**blank, **counts, **checked(kind, details), **check_span(kind, start, end)}
    fields |= {"kind": kind, "state": state, "surprise": surprise, "checklist": None, "unsuitable": None}
    return put("plans", new_id(at.now), **fields, by=by, history=[step(at, state)])


def _texts(known: Plan) -> dict[str, Any]:
    """What a copy takes over besides the title."""
    names = ("place", "notes", "childcare", "novelty", "cost", "phones_away")
    counts = {"counts": known.counts} if known.kind == "trip" else {}
    return {**{name: getattr(known, name) for name in names}, **counts}


def _refuse_happened(known: Plan) -> None:
    if known.state == "happened":
        raise Refusal("This happened; take that back first.")


def _same_day(at: Standing, known: Plan, on: When) -> bool:
    """Whether this says no more than the plan does: its start, or its day without a clock."""
    return on.text() == known.start or (on.at is None and known.day(at.couple.day_ends_at) == on.on)


def _day_gone_by(at: Standing, start: When) -> date:
    """The couple's day of a start; Refusal where it is still to come."""
    day = start.day(at.couple.day_ends_at)
    if day > at.today:
        raise Refusal(f"This begins on {long_day(day)}; it can be marked as happened from that day on.")
    return check_past_day(at, day)


def _happened_on_another_day(
    at: Standing, known: Plan, start: When | None, span: dict[str, str | None], seen: Plan | None
) -> list[Change]:
    """Put right on which day it happened; the moment of `date` that it kept goes there, too."""
    if start is None:
        raise Refusal("This happened, so it has a day; take that back first.")
    day = _day_gone_by(at, start)
    moments = (edit("moments", moment, {"day": day}) for moment in _moments_of(at, known.id))
    return [*(change for changes in moments for change in changes), *changed(at, known, span, seen)]


def _moment_of_date(at: Standing, known: Plan, day: date) -> Change:
    return put("moments", new_id(at.now), day, ritual=at.ritual("date").key, by="", note="", plan=known.id)


def _moments_let_go(at: Standing, plan_id: str) -> list[Change]:
    """The moment of `date` that a trip kept goes with it; a tick is nobody's but its own again."""
    plan = at.library.plans.get(plan_id)
    changes: list[Change] = []
    for one in _moments_of(at, plan_id):
        is_tick = plan is not None and one.get("ritual") == plan.kind
        changes += edit("moments", one, {"plan": ""}) if is_tick else [Remove("moments", str(one["id"]))]
    return changes


def _moments_of(at: Standing, plan_id: str) -> list[Document]:
    """The moments that stand because of this plan."""
    standing = at.library.documents.standing("moments")
    return [moment for moment in standing if moment.get("plan") == plan_id and read_day(moment.get("day"))]
