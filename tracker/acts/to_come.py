"""Entries that stand on a day still to come, as a clock that was wrong leaves them: named, and moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.acts.common import Standing, edit, need, own
from tracker.acts.meant import check_past_day, is_doubted
from tracker.acts.plans import schedule
from tracker.acts.removal import KINDS
from tracker.calendar.names import long_day
from tracker.calendar.when import When, read_when
from tracker.errors import Refusal
from tracker.ids import WIDTH, id_order
from tracker.rhythm.documents import read_day
from tracker.store.changes import Change, Document

_FIELDS = {
    "moments": "day",
    "appreciations": "day",
    "weather": "day",
    "tried": "day",
    "lookups": "day",
    "milestones": "done_on",
    "goals": "reached_on",
    "rituals": "since",
}
"""The field in which an entry of a table has its day; a plan that happened has its start."""
_ONE_PERSONS = ("weather", "tried")
"""Tables of which nobody but the author may know that there is an entry."""


class ToCome(NamedTuple):
    """One entry on a day that is still to come."""

    id: str
    table: str
    kind: str
    """As in "a tick"."""
    day: date

    def said(self) -> str:
        """As in "a tick of Tuesday 3 March 2071"."""
        return f"{self.kind} of {long_day(self.day)}"


def to_come(at: Standing, viewer: str) -> list[ToCome]:
    """What stands on a day to come, as far as this viewer may know of it; "" sees what both do."""
    if at.library.couple is None:
        return []
    found = (one for table in (*_FIELDS, "plans") for one in _of_table(at, viewer, table))
    return sorted(found, key=lambda one: (one.day, id_order(one.id)))


def move_entry(at: Standing, record_id: str, *, me: str, day: date) -> list[Change]:
    """Move one of these to a day up to today. Words only by their author; leading noughts may be left out."""
    check_past_day(at, day)
    wanted = record_id.strip().zfill(WIDTH)
    one = next((one for one in to_come(at, me) if one.id == wanted), None)
    if one is None:
        raise Refusal("Nothing of that number stands on a day to come; `rekindle doctor` names what does.")
    if one.table == "plans":
        return schedule(at, one.id, me=me, start=When(day))
    own(at, one.table, one.id, me)
    return edit(one.table, need(at.library.documents, one.table, one.id), {_FIELDS[one.table]: day})


def notice(at: Standing) -> str:
    """What the app says of them at the start; empty where there are none, and while the clock is in doubt."""
    found = to_come(at, "")
    if not found or is_doubted(at):
        return ""
    many = f"{len(found)} entries stand on days" if len(found) > 1 else "An entry stands on a day"
    return f"{many} still to come: a clock may have been wrong. Press b; Enter there moves it to its day."


def sentences(at: Standing) -> Iterator[str]:
    """All that the app has to tell of what it found: the records' own notices, and this one."""
    yield from (one.sentence for one in at.library.notices)
    if found := notice(at):
        yield found


def _of_table(at: Standing, viewer: str, table: str) -> Iterator[ToCome]:
    field, today = _FIELDS.get(table, "start"), at.today.isoformat()
    for document in at.library.documents.standing(table):
        if str(document.get(field) or "") <= today:
            continue  # as text, of ten years: nearly all
        day = _day(at, table, document)
        if day is not None and day > at.today and _may_know(at, viewer, table, document):
            yield ToCome(str(document["id"]), table, KINDS[table], day)


def _day(at: Standing, table: str, document: Document) -> date | None:
    if table != "plans":
        return read_day(document.get(_FIELDS[table]))
    start = read_when(document.get("start")) if document.get("state") == "happened" else None
    return start.day(at.couple.day_ends_at) if start else None


def _may_know(at: Standing, viewer: str, table: str, document: Document) -> bool:
    """Not of what is one person's, a private wish, a held surprise, nor half of what both keep."""
    by = document.get("by", "")
    if by in ("", viewer):
        return True
    if table in _ONE_PERSONS or document.get("state") == "wish":
        return False
    if table == "plans":
        plan = at.library.plans.get(str(document["id"]))
        return plan is not None and not at.library.plans.holds(plan, viewer, at.now)
    if table == "moments":
        ritual = next((one for one in at.library.rituals if one.key == document.get("ritual")), None)
        return ritual is None or ritual.kept_by == "either"
    return True
