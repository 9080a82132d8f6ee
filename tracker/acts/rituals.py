"""Rituals of one's own, and marking that one happened."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, note, put, title
from tracker.acts.meant import check_past_day
from tracker.calendar.names import long_day
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.rituals import BUILT_IN, Moment, Ritual
from tracker.rhythm.marks import PROJECT
from tracker.rhythm.rules import BOTH, MOST_FORGIVEN, check_cadence
from tracker.store.changes import Change, Document, Remove
from tracker.text import folded

_FROM_A_PLAN = "A plan that happened marks this day; open the plan to change that."
_MARKED_BY = {
    "date": _FROM_A_PLAN,
    "trip": _FROM_A_PLAN,
    PROJECT: "A step you reached marks this day; open its goal to change that.",
}
"""What to say where the mark of a day comes from another record than a moment."""


def add_ritual(
    at: Standing,
    name: str,
    *,
    times: int = 1,
    per: str = "week",
    kept_by: str = "either",
    forgive: int = 1,
    since: date | None = None,
) -> list[Change]:
    """Add a ritual of the couple's own."""
    at.library.need_couple()
    name = title(name, "The ritual's name")
    _free(at, name)
    check_cadence(times, per)
    _check(at, kept_by=kept_by, forgive=forgive, since=since)
    fields: dict[str, Any] = {
        "key": _key(at, name),
        "name": name,
        "cadence": {"times": times, "period": per},
        "kept_by": kept_by,
        "forgive": forgive,
    }
    return [put("rituals", new_id(at.now), **fields, since=since or at.today, archived_on=None)]


def change_ritual(at: Standing, key: str, *, seen: Ritual | None = None, **wanted: Any) -> list[Change]:
    """Change only what is named (as in `add_ritual`, and `name`). The whole history is read anew.

    `seen` as in `edit`. Naming another period alone starts it at once a period: three times a week cannot
    become three times a day.
    """
    ritual = at.ritual(key)
    before = seen or ritual
    times, per = wanted.pop("times", None), wanted.pop("per", None)
    if times is not None or per is not None:
        per = before.cadence.period if per is None else per
        usual = before.cadence.times if per == before.cadence.period else 1
        wanted["cadence"] = {"times": usual if times is None else times, "period": per}
        check_cadence(wanted["cadence"]["times"], per)
    if "name" in wanted:
        wanted["name"] = title(wanted["name"], "The ritual's name")
        if wanted["name"] != before.name:
            _free(at, wanted["name"], ritual)
    _check(at, **{name: wanted[name] for name in wanted if name not in ("name", "cadence")})
    return edit("rituals", need(at.library.documents, "rituals", ritual.id), wanted, before)


def archive_ritual(at: Standing, key: str) -> list[Change]:
    """Put a ritual away from tomorrow on; everything it holds stays."""
    ritual = at.ritual(key)
    if ritual.archived_on is not None:
        raise Refusal(f"“{ritual.name}” is put away already.")
    return edit("rituals", need(at.library.documents, "rituals", ritual.id), {"archived_on": at.today})


def take_up_again(at: Standing, key: str) -> list[Change]:
    """Bring an archived ritual back into use."""
    ritual = at.ritual(key)
    return edit("rituals", need(at.library.documents, "rituals", ritual.id), {"archived_on": None})


def did(at: Standing, key: str, *, by: str, day: date | None = None, text: str = "") -> list[Change]:
    """Mark that a ritual happened on a day; `by` empty means both. Marking it twice changes nothing."""
    ritual = at.ritual(key)
    if by:
        at.partner(by)
    if ritual.key == "appreciation":
        raise Refusal(
            "An appreciation is written down: use `rekindle appreciate`, or the first field on Today."
        )
    day = day or at.today
    check_past_day(at, day)
    if ritual.archived_on is not None and day > ritual.archived_on:
        last = long_day(ritual.archived_on)
        raise Refusal(f"“{ritual.name}” was put away on {last}; take it up again first.")
    words = note(text, "The note")
    if any(m.note == words or not words for m in moments_of(at, ritual, by=by, day=day)):
        return []
    return [put("moments", new_id(at.now), day, ritual=ritual.key, by=by, note=words)]


def undo_did(at: Standing, key: str, *, me: str, day: date) -> list[Change]:
    """Take the tick of a day back: one's own moments, or those by both. Notes can be brought back.

    Refusal where the day is marked by another record, which says what to change instead.
    """
    ritual = at.ritual(key)
    by_me = moments_of(at, ritual, by=at.partner(me).id, day=day)
    found = (*by_me, *moments_of(at, ritual, by="", day=day))
    if not found and ritual.key in _MARKED_BY and BOTH in at.library.ledger.marks(ritual.key).get(day, ()):
        raise Refusal(_MARKED_BY[ritual.key])
    return [Remove("moments", m.id) for m in found]


def moments_of(at: Standing, ritual: Ritual, *, by: str, day: date) -> list[Moment]:
    """The standing moments of a ritual on a day by exactly this one (empty: by both)."""
    return [m for m in at.library.moments_on(day) if m.ritual == ritual.key and m.by == by]


def check_return(at: Standing, ritual: Document) -> None:
    """Refusal where another ritual took the name or key of one that is about to stand again as given."""
    known = at.library.rituals
    if any(known.taken(str(ritual.get(form, "")), but=str(ritual["id"])) for form in ("name", "key")):
        raise Refusal("Another ritual has that name by now; rename that one first.")


def _free(at: Standing, name: str, ritual: Ritual | None = None) -> None:
    """Refusal where a name is in use, or kept for a built-in ritual, but for the ritual's own key."""
    own_id, own_key = (ritual.id, ritual.key) if ritual else ("", "")
    reserved = folded(name) in BUILT_IN and folded(name) != own_key
    if reserved or at.library.rituals.taken(name, but=own_id):
        raise Refusal(f"There is a ritual called “{name}” already; choose another name or change that one.")


def _key(at: Standing, name: str) -> str:
    """A short key out of the name, free among keys and names, and never one that ticks or a removed ritual
    have: a ritual that is new begins without a past.
    """
    stem = re.sub(r"[^\w]+", "-", folded(name)).strip("-_") or "ritual"
    removed = at.library.documents.removed("rituals")
    had = {folded(str(ritual.get("key", ""))) for ritual in removed}
    had |= {folded(key) for key in {moment.ritual for moment in at.library.moments}}
    key, number = stem, 2
    while at.library.rituals.taken(key) or key in BUILT_IN or key in had:
        key, number = f"{stem}-{number}", number + 1
    return key


def _check(at: Standing, *, kept_by: str = "either", forgive: int = 0, since: date | None = None) -> None:
    if kept_by not in ("either", "both"):
        raise Refusal(f"A ritual is kept by either or by both, not by “{kept_by}”.")
    if not 0 <= forgive <= MOST_FORGIVEN:
        raise Refusal(f"A run can forgive 0 to {MOST_FORGIVEN} quiet periods in a row.")
    if since is not None:
        check_past_day(at, since)
