"""What the acts on plans share: which plan it is, what may stand in its fields, and changing them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from types import EllipsisType
from typing import Any

import msgspec

from tracker.acts.common import Standing, edit, need, note, own, title
from tracker.calendar.days import FIRST_DAY
from tracker.calendar.names import long_day
from tracker.calendar.toward import LAST_YEAR
from tracker.calendar.when import When
from tracker.errors import Refusal
from tracker.records.base import read_one
from tracker.records.plans import CHILDCARE, COSTS, KINDS, NOVELTY, Item, Plan, in_step
from tracker.store.changes import Change, Edit
from tracker.text import one_line

End = When | EllipsisType | None
"""An end; `...` leaves it to the start: a moved plan keeps its length."""
SHOWN = ("title", "start", "end", "place", "notes", "childcare", "novelty", "cost", "phones_away", "counts")
"""The fields in which two can write at once, and both values are shown."""
_LONGEST = {"date": 7, "trip": 366}
"""Days from start to end at most: more is a slip of the pen."""
_LONGEST_PLACE = 200


def the_plan(at: Standing, plan_id: str, me: str) -> Plan:
    """The standing plan, if this partner may change it; a held surprise is its planner's alone."""
    plan = read_one(own(at, "plans", plan_id, me), Plan)
    if plan is None:
        raise Refusal("This plan is not written as it should be; it is kept, and `rekindle doctor` names it.")
    if is_held(at, plan, me):
        raise Refusal("This is a surprise until it begins; you can say that the time does not suit.")
    return plan


def is_held(at: Standing, plan: Plan, me: str) -> bool:
    """Whether the plan is a surprise that is held from this partner now."""
    return at.library.plans.holds(plan, me, at.now)


def changed(at: Standing, plan: Plan, fields: Mapping[str, Any], seen: Plan | None = None) -> list[Change]:
    """An edit of what differs. `seen` is the plan as a person had it before them: of what both changed
    meanwhile, both values are kept.
    """
    document = need(at.library.documents, "plans", plan.id)
    changes = edit("plans", document, fields, seen or plan)
    return [*_kept_from_elsewhere(at, plan), *changes] if changes else []


def reached(at: Standing, plan: Plan, state: str, **fields: Any) -> list[Change]:
    """The plan in another state, which its history remembers."""
    document = need(at.library.documents, "plans", plan.id)
    history = document.get("history")
    steps = [*(history if isinstance(history, list) else ()), step(at, state)]
    return edit("plans", document, {"state": state, "history": steps, **fields})


def step(at: Standing, state: str) -> dict[str, str]:
    """One entry of a history."""
    return {"state": state, "at": at.now.astimezone(UTC).isoformat(timespec="seconds")}


def checked(kind: str, details: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they are stored; Refusal for what cannot stand in them."""
    unknown = set(details) - set(_CHECKS)
    assert not unknown, f"not a field of a plan: {unknown}"
    if kind != "trip" and "counts" in details:
        raise Refusal("Only a trip can count as the month's; a date is the week's by itself.")
    return {name: _CHECKS[name](value) for name, value in details.items()}


def check_kind(kind: str) -> str:
    """`kind` itself; Refusal for anything but a date or a trip."""
    if kind not in KINDS:
        raise Refusal("A plan is a date or a trip.")
    return kind


def check_span(kind: str, start: When | None, end: When | None) -> dict[str, str | None]:
    """Start and end as they are stored; Refusal where they cannot be."""
    if start is None:
        if end is not None:
            raise Refusal("An end needs a start; please say first when it begins.")
        return {"start": None, "end": None}
    for one in (start, end):
        if one is not None:
            _check_when(kind, one)
    if end is not None and (start.at is None) != (end.at is None):
        raise Refusal("Please give a time for both the start and the end, or for neither.")
    if end is not None and (end.order() < start.order() or (end.at and end == start)):
        raise Refusal(f"It would end on {long_day(end.on)} before it begins; please look at the end.")
    if end is not None and (end.on - start.on).days > _LONGEST[kind]:
        most = "a week" if kind == "date" else "a year"
        raise Refusal(f"That would be a {kind} of more than {most}; please look at the end.")
    return {"start": start.text(), "end": end.text() if end else None}


def moved(plan: Plan, start: When | None, end: End) -> dict[str, str | None]:
    """Start and end after a move: without another end, the plan keeps its length where its form allows."""
    if not isinstance(end, EllipsisType):
        return check_span(plan.kind, start, end)
    begins, ends = plan.begins, plan.ends
    if start is None or begins is None or ends is None or (begins.at is None) != (start.at is None):
        return check_span(plan.kind, start, None)
    if start.at is None:
        return check_span(plan.kind, start, ends.later((start.on - begins.on).days))
    wall = start.wall() + (ends.wall() - begins.wall())
    return check_span(plan.kind, start, When(wall.date(), wall.time()))


def with_childcare(plan: Plan, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, and the checklist in step with another childcare where there is one of their own."""
    if plan.checklist is None or fields.get("childcare", plan.childcare) == plan.childcare:
        return fields
    return {**fields, "checklist": stored_items(in_step(plan.checklist, fields["childcare"]))}


def stored_items(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    """A checklist as it is stored."""
    return [msgspec.structs.asdict(item) for item in items]


def _kept_from_elsewhere(at: Standing, plan: Plan) -> list[Change]:
    """Another machine's values of the same moment, kept before this change makes that version an old one."""
    found = [
        {"field": field, "value": other[field], "_v": other.get("_v", 0), "_w": other.get("_w", "")}
        for other in at.library.documents.concurrent_versions("plans", plan.id)
        for field in SHOWN
        if field in other and other[field] != _stored(at, plan).get(field)
    ]
    if not found:
        return []
    before = _stored(at, plan).get("_kept")
    return [Edit("plans", plan.id, {"_kept": [*(before if isinstance(before, list) else ()), *found]})]


def _stored(at: Standing, plan: Plan) -> Mapping[str, Any]:
    return at.library.documents.get("plans", plan.id) or {}


def _check_when(kind: str, when: When) -> None:
    if kind == "trip" and when.at is not None:
        raise Refusal("A trip is for whole days; please leave the time out.")
    if when.on < FIRST_DAY or when.on.year > LAST_YEAR:
        raise Refusal(f"Days go from 1900 to {LAST_YEAR}; please look at the year.")


def _title(value: str) -> str:
    return title(value, "The title")


def _place(value: str) -> str:
    kept = one_line(value)
    if len(kept) > _LONGEST_PLACE:
        raise Refusal(f"The place has {len(kept)} characters; please keep it to {_LONGEST_PLACE}.")
    return kept


def _notes(value: str) -> str:
    return note(value, "The note")


def _childcare(value: str) -> str:
    if value not in CHILDCARE:
        raise Refusal("Childcare is not needed (n/a), needed or sorted.")
    return value


def _novelty(value: str) -> str:
    if value not in NOVELTY:
        raise Refusal("It is something familiar or something new.")
    return value


def _cost(value: str) -> str:
    if value and value not in COSTS:
        raise Refusal(f"The cost is {', '.join(COSTS)}, or left empty.")
    return value


_CHECKS: dict[str, Any] = {
    "title": _title,
    "place": _place,
    "notes": _notes,
    "childcare": _childcare,
    "novelty": _novelty,
    "cost": _cost,
    "phones_away": bool,
    "counts": bool,
}
