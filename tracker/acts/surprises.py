"""Surprises: held by the one who plans them until they begin.

The other may only say that the time does not suit.
"""

from __future__ import annotations

from tracker.acts.common import Standing, edit, need
from tracker.acts.planning import changed, is_held, the_plan
from tracker.errors import Refusal
from tracker.records.base import read_one
from tracker.records.plans import Plan
from tracker.store.changes import Change


def hide(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Make one's own plan a surprise: until it begins, the other sees only that it is held."""
    me = at.partner(me).id
    plan = the_plan(at, plan_id, me)
    if plan.by not in ("", me):
        raise Refusal("Only the one who planned this can make a surprise of it; plan one of your own.")
    if plan.state == "happened":
        raise Refusal("This happened already, so both know it.")
    return changed(at, plan, {"surprise": True, "by": me})


def reveal(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Show one's own surprise before it begins."""
    plan = the_plan(at, plan_id, at.partner(me).id)
    if plan.surprise and plan.by != me:
        raise Refusal("Only the one who planned this surprise can reveal it.")
    return changed(at, plan, {"surprise": False})


def does_not_suit(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Say that the time of the other's surprise does not suit; no reason is asked. Moving it answers this."""
    return _about_the_time(at, plan_id, me, suits=False)


def suits_after_all(at: Standing, plan_id: str, *, me: str) -> list[Change]:
    """Take back that the time does not suit."""
    return _about_the_time(at, plan_id, me, suits=True)


def _about_the_time(at: Standing, plan_id: str, me: str, *, suits: bool) -> list[Change]:
    me = at.partner(me).id
    document = need(at.library.documents, "plans", plan_id)
    plan = read_one(document, Plan)
    if plan is None or plan.start is None or not is_held(at, plan, me):
        raise Refusal("This is for a surprise that is held from you; everything else you can move yourself.")
    return edit("plans", document, {"unsuitable": None if suits else plan.start})
