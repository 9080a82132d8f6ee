"""Removing, and bringing back for 30 days. Nothing is destroyed by a click."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from tracker.acts.common import SHARED, Standing, own, restorable
from tracker.errors import Refusal
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
}
"""How a removed record is called: its kind, never its text."""


class Removed(NamedTuple):
    """One record that was set aside and can still come back."""

    id: str
    table: str
    kind: str
    day: str
    """The ISO day it belongs to, or the day it was written."""
    removed_at: datetime
    document: Document


def remove(at: Standing, table: str, record_id: str, *, me: str) -> list[Change]:
    """Set one record aside; words only by their author."""
    own(at.library.documents, table, record_id, me)
    return [Remove(table, record_id)]


def removed(at: Standing, viewer: str) -> list[Removed]:
    """What this viewer can bring back, newest first; an empty viewer sees shared things alone."""
    found = [
        Removed(
            str(document["id"]),
            table,
            kind,
            str(document.get("day") or document["recorded_at"][:10]),
            datetime.fromisoformat(document["removed_at"]),
            document,
        )
        for table, kind in KINDS.items()
        for document in at.library.documents.removed(table)
        if restorable(document, at.now) and _concerns(document, table, viewer)
    ]
    return sorted(found, key=lambda r: (r.removed_at, r.id), reverse=True)


def bring_back(at: Standing, record_id: str, *, me: str) -> list[Change]:
    """Bring a removed record back; words only by their author."""
    for one in removed(at, me):
        if one.id == record_id.zfill(len(one.id)):
            return [BringBack(one.table, one.id)]
    raise Refusal(
        "Nothing of that number is removed and yours to bring back; `rekindle removed` lists what is."
    )


def _concerns(document: Document, table: str, viewer: str) -> bool:
    """Whether the viewer may know of it: shared things, and one's own."""
    author = document.get("by", "")
    return table in SHARED or not author or author == viewer
