"""A date or a trip that was only ticked gets a title and a remark: it becomes a plan that happened."""

from __future__ import annotations

from typing import Any

from tracker.acts.common import Standing, edit, need
from tracker.acts.plans import lived
from tracker.acts.remarks import new_remark
from tracker.errors import Refusal
from tracker.records.rituals import Moment
from tracker.store.changes import Change, Put


def name_ticked(at: Standing, moment_id: str, *, me: str, remark: str = "", **details: Any) -> list[Change]:
    """Make a plan that happened out of the tick with this moment: one act, so that undo gives back the tick.

    `details` are those of a plan. The moments of that day stay and belong to the plan from now on: nobody's
    words are taken away, and it is counted once.
    """
    moment = next((one for one in at.library.outings if one.id == moment_id), None)
    if moment is None:
        raise Refusal("That tick was taken back meanwhile; mark it on Today, then it can be named here.")
    if moment.plan and at.library.plans.get(moment.plan) is not None:
        raise Refusal("This has a title by now; open it to change it.")
    plan = lived(at, kind=moment.ritual, day=moment.day, **details)
    changes: list[Change] = []
    for one in _of_that_day(at, moment):
        changes += edit("moments", need(at.library.documents, "moments", one.id), {"plan": plan.id})
    return [*changes, *_remark(at, plan, me, remark), plan]  # the plan last, so that undo names it


def _of_that_day(at: Standing, moment: Moment) -> list[Moment]:
    """The moments that are the same tick: of that ritual and day, and of no other plan that stands."""
    same = (one for one in at.library.outings if (one.ritual, one.day) == (moment.ritual, moment.day))
    return [one for one in same if at.library.plans.get(one.plan) is None]


def _remark(at: Standing, plan: Put, me: str, words: str) -> list[Change]:
    return [new_remark(at, plan.id, by=at.partner(me).id, text=words)] if words.strip() else []
