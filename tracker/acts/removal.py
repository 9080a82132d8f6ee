"""Removing, and bringing back for 30 days. Nothing is destroyed by a click."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tracker.acts.common import RESTORE_DAYS, Standing, belongs_to_both, is_own_wish, is_private, own
from tracker.acts.imports import import_of, made_at
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
IMPORT = "an import"
"""How everything is called that one import brought and that was taken back at once."""


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
    batch: tuple[str, int] = ("", 0)
    """Of what an import brought: that import, and the version that says it is removed."""


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
    found = _as_imports(at, _removed(at, viewer))
    return sorted(found, key=lambda one: (one.removed_at, id_order(one.id)), reverse=True)


def bring_back(at: Standing, record_id: str, *, me: str) -> list[Change]:
    """Bring a removed record back; words only by their author. Its id may leave out the leading noughts.

    The name of an import brings everything back that was taken back with it.
    """
    if me:
        at.partner(me)
    wanted = record_id.strip()
    known = _removed(at, me)
    batch = [one for one in known if one.batch in _batches(known) and one.batch[0] == wanted]
    found = batch or [one for one in known if one.id == wanted.zfill(WIDTH)]
    if not found:
        raise Refusal(
            "Nothing of that number is removed and yours to bring back; `rekindle removed` lists what is."
        )
    for one in found:
        document = at.library.documents.get(one.table, one.id)
        if one.table == "rituals" and document is not None:
            check_return(at, document)
    return [BringBack(one.table, one.id) for one in found]


def _removed(at: Standing, viewer: str) -> list[Removed]:
    """What was set aside, each record by itself."""
    found = (
        _seen_by(at, viewer, table, document)
        for table in KINDS
        for document in at.library.documents.removed(table)
    )
    return [one for one in found if one is not None]


def _batches(found: list[Removed]) -> set[tuple[str, int]]:
    """What was removed of an import at once, and not one by one."""
    sizes = Counter(one.batch for one in found if one.batch[0])
    return {batch for batch, size in sizes.items() if size > 1}


def _as_imports(at: Standing, found: list[Removed]) -> list[Removed]:
    """The same with one line for everything that was removed of an import at once."""
    batches = _batches(found)
    single = [one for one in found if one.batch not in batches]
    whole = {one.batch: one for one in found if one.batch in batches and not one.private}
    return [*single, *(_as_import(at, one) for one in whole.values())]


def _as_import(at: Standing, one: Removed) -> Removed:
    name = one.batch[0]
    made = made_at(name)
    day = at.couple.day_of(made).isoformat() if made else one.day
    return one._replace(id=name, table="", kind=IMPORT, day=day)


def _seen_by(at: Standing, viewer: str, table: str, document: Document) -> Removed | None:
    """A removed document as the viewer may know of it: shared things and one's own, for 30 days."""
    record = read_one(document, Record)
    if record is None or record.removed_at is None or not _concerns(at, document, table, viewer):
        return None
    removed_at = record.removed_at if record.removed_at.tzinfo else record.removed_at.replace(tzinfo=UTC)
    if at.now - removed_at > timedelta(days=RESTORE_DAYS):
        return None
    day = read_day(document.get("day")) or at.couple.day_of(record.recorded_at)
    kind = "a wish" if is_own_wish(table, document) else KINDS[table]
    private = is_private(table, document)
    batch = import_of(document), record.version
    return Removed(record.id, table, kind, day.isoformat(), removed_at, private, batch)


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
