"""Removing, and bringing back for 30 days. Nothing is destroyed by a click."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tracker.acts.common import RESTORE_DAYS, Standing, belongs_to_both, is_own_wish, own
from tracker.acts.plans import remove_plan
from tracker.acts.rituals import check_return
from tracker.errors import Refusal
from tracker.ids import WIDTH, id_order
from tracker.records.base import Record, read_one
from tracker.records.plans import Plan
from tracker.records.rituals import BUILT_IN
from tracker.rhythm.documents import read_day
from tracker.store.changes import BringBack, Change, Document, Remove

KINDS = {
    "appreciations": "an appreciation",
    "moments": "a tick",
    "pauses": "a pause",
    "rituals": "a ritual",
    "weather": "a weather word",
    "plans": "a plan",
    "goals": "a goal",
    "milestones": "a milestone",
    "remarks": "a remark",
    "tried": "a practice marked as tried",
    "lookups": "a look-up",
    "reviews": "a review",
    "future_scenes": "a future scene",
    "beginnings": "a beginning",
}
"""How a removed record is called: its kind, never its text."""
_ONE_PERSONS = ("weather", "tried", "future_scenes")
"""Kinds whose very existence is private."""


class Removed(NamedTuple):
    """One record that was set aside and can still come back."""

    id: str
    table: str
    kind: str
    day: str
    """The ISO day it belongs to, or the day it was written."""
    removed_at: datetime
    private: bool
    """Whether that there was one at all is for its author's eyes alone."""


def remove(at: Standing, table: str, record_id: str, *, me: str) -> list[Change]:
    """Set one record aside; words only by their author."""
    if table not in KINDS:
        raise Refusal("This is part of what you both agreed and cannot be removed; change it instead.")
    document = own(at, table, record_id, me)
    if table == "rituals" and document.get("key") in BUILT_IN:
        raise Refusal("This ritual came with Rekindle and cannot be removed; put it away instead.")
    if table == "plans":
        return remove_plan(at, record_id, me=me)
    return [Remove(table, record_id)]


def removed(at: Standing, viewer: str) -> list[Removed]:
    """What this viewer can bring back, newest first; an empty viewer sees shared things alone."""
    found = (
        _seen_by(at, viewer, table, document)
        for table in KINDS
        for document in at.library.documents.removed(table)
    )
    known = [one for one in found if one is not None]
    return sorted(known, key=lambda one: (one.removed_at, id_order(one.id)), reverse=True)


def bring_back(at: Standing, record_id: str, *, me: str) -> list[Change]:
    """Bring a removed record back; words only by their author. Its id may leave out the leading noughts."""
    if me:
        at.partner(me)
    one = next((one for one in removed(at, me) if one.id == record_id.strip().zfill(WIDTH)), None)
    if one is None:
        raise Refusal(
            "Nothing of that number is removed and yours to bring back; `rekindle removed` lists what is."
        )
    document = at.library.documents.get(one.table, one.id)
    if one.table == "rituals" and document is not None:
        check_return(at, document)
    return [BringBack(one.table, one.id)]


def _seen_by(at: Standing, viewer: str, table: str, document: Document) -> Removed | None:
    """A removed document as the viewer may know of it: shared things and one's own, for 30 days."""
    record = read_one(document, Record)
    if record is None or record.removed_at is None or not _concerns(at, document, table, viewer):
        return None
    removed_at = record.removed_at if record.removed_at.tzinfo else record.removed_at.replace(tzinfo=UTC)
    if at.now - removed_at > timedelta(days=RESTORE_DAYS):
        return None
    day = read_day(document.get("day")) or at.couple.day_of(record.recorded_at)
    wish = is_own_wish(table, document)
    kind, private = "a wish" if wish else KINDS[table], wish or table in _ONE_PERSONS
    return Removed(record.id, table, kind, day.isoformat(), removed_at, private)


def _concerns(at: Standing, document: Document, table: str, viewer: str) -> bool:
    if table == "plans" and _is_held(at, document, viewer):
        return False  # set aside, a surprise is still its planner's: to see, and to bring back
    return belongs_to_both(table, document) or document.get("by", "") in ("", viewer)


def _is_held(at: Standing, document: Document, viewer: str) -> bool:
    """Whether it is a surprise that is held from this viewer; what no hand can read stays its planner's."""
    plan = read_one(document, Plan)
    if plan is not None:
        return at.library.plans.holds(plan, viewer, at.now)
    return bool(document.get("surprise")) and document.get("by", "") not in ("", viewer)
