"""Marking a practice as tried: each for themselves, and tried when both did."""

from __future__ import annotations

from datetime import date

from tracker.acts.common import Standing, put
from tracker.acts.meant import check_past_day
from tracker.content import article
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.store.changes import Change, Remove


def mark_tried(at: Standing, practice: str, *, me: str, day: date | None = None) -> list[Change]:
    """This partner's own mark that a practice was tried. Marking it again changes nothing."""
    practice, me = _known(practice), at.partner(me).id
    day = day or at.today
    check_past_day(at, day)
    if at.library.tried.of(me, practice):
        return []
    return [put("tried", new_id(at.now), day, practice=practice, by=me)]


def unmark_tried(at: Standing, practice: str, *, me: str) -> list[Change]:
    """Take one's own mark of a practice back; without one nothing changes."""
    practice, me = _known(practice), at.partner(me).id
    return [  # two windows may each have made one
        Remove("tried", str(mark["id"]))
        for mark in at.library.documents.standing("tried")
        if (mark.get("practice"), mark.get("by")) == (practice, me)
    ]


def _known(practice: str) -> str:
    """The key, if it is one of the twelve; Refusal where it is not."""
    if practice not in {one.key for one in article().practices}:
        raise Refusal(f"“{practice}” is none of the twelve practices.")
    return practice
