"""What each of them remembers of a plan, in its form: one's own to be written, the other's to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.dialogs.beside import beside
from screens.dialogs.form import Item, Note, Text
from tracker.acts.common import Standing
from tracker.acts.remarks import remark, reword_remark
from tracker.acts.removal import remove
from tracker.records.plans import Plan
from tracker.records.remarks import Remark
from tracker.store.changes import Change

if TYPE_CHECKING:
    from screens.app import RekindleApp


def own_remark(app: RekindleApp, plan: Plan) -> Remark | None:
    """The first remark of the one who sits here; it is the one that the form changes."""
    about = app.at().library.remarks.about(plan.id)
    return next((one for one in about if app.me and one.by == app.me), None)


def remark_items(app: RekindleApp, plan: Plan, mine: Remark | None) -> tuple[Item, ...]:
    """A field for one's own words, and everything else that was said: none hides another."""
    at = app.at()
    said = (one for one in at.library.remarks.about(plan.id) if mine is None or one.id != mine.id)
    notes = tuple(Note(f"{at.couple.name_of(one.by)}: {one.text}") for one in said)
    asked = Text("remark", "To remember", mine.text if mine else "", "a few words; both of you can read them")
    return (*((asked,) if app.me else ()), *beside(app, "remarks", mine), *notes)


def remark_changes(at: Standing, plan: Plan, me: str, seen: Remark | None, typed: str) -> list[Change]:
    """From what was seen to what was typed: nothing where it is the same, whoever wrote meanwhile."""
    text = typed.strip()
    if not me or text == (seen.text.strip() if seen else ""):
        return []
    if seen is None:
        return remark(at, plan.id, by=me, text=text)
    if not text:
        return remove(at, "remarks", seen.id, me=me)
    return reword_remark(at, seen.id, me=me, text=text, seen=seen)
