"""What Today says beside the day itself: what comes up next, and what happened on this day in other years.

Both look only at the few records they need, so that ten years of them cost the daily check-in nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.when import When
from tracker.ids import id_order
from tracker.records.base import read_all
from tracker.records.library import Library
from tracker.records.plans import HELD, Plan
from tracker.store.changes import Document
from tracker.store.documents import Documents
from tracker.views.memories import Memory, memories
from tracker.views.plan_lines import span_words

ASKED_BACK = 28
"""Days for which it is asked whether a plan happened; its own page goes on asking, quietly."""
COMING = 2
"""How many of the next plans are named."""
_WHOLE = ("couple", "rituals", "goals", "milestones", "beginnings")
"""Tables that are small however many years there are."""


class Coming(NamedTuple):
    """One plan that comes up."""

    id: str
    kind: str
    held: bool
    title: str
    when: str
    """As in "Fri 27 Nov, 19:00"."""
    open: tuple[str, ...]
    """What it still asks for; nothing of a held surprise."""
    surprise: bool = False
    """Whether it is the viewer's own surprise, or was one until it began."""


class Ahead(NamedTuple):
    """What stands below the rituals on Today."""

    coming: tuple[Coming, ...]
    declined: tuple[Coming, ...]
    """The viewer's own surprises whose time does not suit, as the other said: to be moved, or left."""
    asking: tuple[Coming, ...]
    """The newest plan whose day is over: did it happen? Asked for some weeks, and on its page after that."""
    back: tuple[Memory, ...]
    """Of this day in earlier years, the newest first."""


def ahead(at: Standing, viewer: str) -> Ahead:
    """All of it, for a viewer; a viewer of "" sees what is shared."""
    viewer = viewer if at.couple.has(viewer) else ""
    return Ahead(coming(at, viewer), declined(at, viewer), asking(at, viewer), on_this_day(at, viewer))


def coming(at: Standing, viewer: str) -> tuple[Coming, ...]:
    """The next plans that have a day, those under way included; `declined` ones are said apart."""
    found = (plan for plan, days in _planned(at) if days <= 0 and not _is_declined(plan, viewer))
    return tuple(_coming(at, plan, viewer) for plan in islice(found, COMING))


def declined(at: Standing, viewer: str) -> tuple[Coming, ...]:
    """This viewer's own surprises ahead whose time does not suit; nobody else is shown any."""
    found = (plan for plan, days in _planned(at) if days <= 0 and _is_declined(plan, viewer))
    return tuple(_coming(at, plan, viewer) for plan in found)


def _is_declined(plan: Plan, viewer: str) -> bool:
    """Whether the other said of this viewer's own surprise that its time, as it is now, does not suit."""
    return bool(viewer) and plan.by == viewer and plan.surprise and plan.declined


def asking(at: Standing, viewer: str) -> tuple[Coming, ...]:
    """The newest plan whose last day is over, for as long as the agenda asks about it; none or one."""
    over = [plan for plan, days in _planned(at) if 0 < days <= ASKED_BACK]
    return tuple(_coming(at, plan, viewer) for plan in over[-1:])


def _planned(at: Standing) -> list[tuple[Plan, int]]:
    """The plans that have a day, in the order of their starts, and for how many days each is over."""
    planned = (one for one in at.library.documents.standing("plans") if one.get("state") == "planned")
    ends = at.couple.day_ends_at
    lasting = ((plan, plan.last_day(ends)) for plan in read_all(planned, Plan))
    found = [(plan, (at.today - last).days) for plan, last in lasting if last is not None]
    return sorted(found, key=lambda one: (_start(one[0]).order(), id_order(one[0].id)))


def on_this_day(at: Standing, viewer: str) -> tuple[Memory, ...]:
    """The memories of this day in earlier years, by the rules of the whole stream."""
    days = {at.today, at.today + timedelta(days=1)}  # a date after midnight is still the evening before's
    if (at.today.month, at.today.day) == (2, 28):
        days.add(date(2000, 2, 29))
    ends = {day.isoformat()[4:] for day in days}
    small = Library(Documents(_of_these_days(at.library.documents, ends)))
    return memories(Standing(small, at.now, at.today), viewer).on_this_day(at.today)


def _of_these_days(documents: Documents, ends: set[str]) -> dict[str, dict[str, Document]]:
    """The tables with no more of the large ones than lies on these days of any year ("-11-25")."""

    def on(document: Document, field: str) -> bool:
        return str(document.get(field) or "")[4:10] in ends

    tables: dict[str, Iterator[Document]] = {name: documents.standing(name) for name in _WHOLE}
    tables["moments"] = (one for one in documents.standing("moments") if on(one, "day"))
    tables["appreciations"] = (
        one for one in documents.standing("appreciations") if one.get("told_on") and on(one, "day")
    )
    kept = {name: _by_id(found) for name, found in tables.items()}
    kept["plans"] = plans = _by_id(
        one for one in documents.standing("plans") if one.get("state") == "happened" and on(one, "start")
    )
    about = documents.standing("remarks") if plans else iter(())
    kept["remarks"] = _by_id(one for one in about if one.get("plan") in plans)
    return kept


def _by_id(documents: Iterator[Document]) -> dict[str, Document]:
    return {str(one["id"]): one for one in documents}


def _coming(at: Standing, plan: Plan, viewer: str) -> Coming:
    held = plan.holds(viewer, at.now, at.couple.zone, at.couple.day_ends_at)
    when = span_words(plan.begins, plan.ends if plan.kind == "trip" else None, at.today)
    if held:
        return Coming(plan.id, plan.kind, True, HELD[plan.kind], when, ())
    return Coming(plan.id, plan.kind, False, plan.name, when, plan.still_open(), plan.surprise)


def _start(plan: Plan) -> When:
    begins = plan.begins
    assert begins is not None, "a plan with a day has a start"
    return begins
