"""Rituals of one's own, and marking that one happened."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, note, put, title
from tracker.calendar.days import check_day
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.rituals import BUILT_IN, Moment, Ritual
from tracker.rhythm.rules import check_cadence
from tracker.store.changes import Change, Remove
from tracker.text import folded

MOST_FORGIVEN = 3


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
    name = title(name, "The ritual's name")
    _free(at, name)
    _check(at, times=times, per=per, kept_by=kept_by, forgive=forgive, since=since)
    cadence = {"times": times, "period": per}
    fields: dict[str, Any] = {
        "key": _key(at, name),
        "name": name,
        "cadence": cadence,
        "kept_by": kept_by,
        "forgive": forgive,
    }
    return [put("rituals", new_id(at.now), **fields, since=since or at.today, archived_on=None)]


def change_ritual(at: Standing, key: str, **wanted: Any) -> list[Change]:
    """Change only what is named (as in `add_ritual`, and `name`). The whole history is read anew."""
    ritual = at.library.rituals.find(key)
    document = need(at.library.documents, "rituals", ritual.id)
    times, per = wanted.pop("times", None), wanted.pop("per", None)
    if times or per:
        # Naming only another period starts it at once a period: "3 a week" per day could not be.
        times = times or (1 if per != ritual.cadence.period else ritual.cadence.times)
        wanted["cadence"] = {"times": times, "period": per or ritual.cadence.period}
    if "name" in wanted:
        wanted["name"] = title(wanted["name"], "The ritual's name")
        if folded(wanted["name"]) != folded(ritual.name):
            _free(at, wanted["name"])
    cadence = wanted.get("cadence") or {"times": ritual.cadence.times, "period": ritual.cadence.period}
    _check(
        at,
        times=cadence["times"],
        per=cadence["period"],
        kept_by=wanted.get("kept_by", ritual.kept_by),
        forgive=wanted.get("forgive", ritual.forgive),
        since=wanted.get("since"),
    )
    return edit("rituals", document, wanted)


def archive_ritual(at: Standing, key: str) -> list[Change]:
    """Put a ritual away from tomorrow on; everything it holds stays."""
    ritual = at.library.rituals.find(key)
    if ritual.archived_on is not None:
        raise Refusal(f"“{ritual.name}” is put away already.")
    return edit("rituals", need(at.library.documents, "rituals", ritual.id), {"archived_on": at.today})


def take_up_again(at: Standing, key: str) -> list[Change]:
    """Bring an archived ritual back into use."""
    ritual = at.library.rituals.find(key)
    return edit("rituals", need(at.library.documents, "rituals", ritual.id), {"archived_on": None})


def did(at: Standing, key: str, *, by: str, day: date | None = None, text: str = "") -> list[Change]:
    """Mark that a ritual happened on a day; `by` empty means both. Marking it twice changes nothing."""
    ritual = at.library.rituals.find(key)
    if ritual.key == "appreciation":
        raise Refusal(
            "An appreciation is written down: use `rekindle appreciate`, or the first field on Today."
        )
    day = day or at.today
    check_day(day, at.today)
    if ritual.archived_on is not None and day > ritual.archived_on:
        raise Refusal(f"“{ritual.name}” was put away on {ritual.archived_on}; take it up again first.")
    words = note(text, "The note")
    if any(m.note == words or not words for m in moments_of(at, ritual, by=by, day=day)):
        return []
    return [put("moments", new_id(at.now), day, ritual=ritual.key, by=by, note=words)]


def undo_did(at: Standing, key: str, *, me: str, day: date) -> list[Change]:
    """Take the tick of a day back: one's own moments, or those by both. Notes can be brought back."""
    ritual = at.library.rituals.find(key)
    found = [m for by in {me, ""} for m in moments_of(at, ritual, by=by, day=day)]
    return [Remove("moments", moment.id) for moment in found]


def moments_of(at: Standing, ritual: Ritual, *, by: str, day: date) -> list[Moment]:
    """The standing moments of a ritual on a day by exactly this one (empty: by both)."""
    return [m for m in at.library.moments if m.ritual == ritual.key and m.day == day and m.by == by]


def _free(at: Standing, name: str) -> None:
    if at.library.rituals.taken(name) or folded(name) in BUILT_IN:
        raise Refusal(f"There is a ritual called “{name}” already; choose another name or change that one.")


def _key(at: Standing, name: str) -> str:
    """A short key out of the name, free among keys and names."""
    stem = re.sub(r"[^\w]+", "-", folded(name)).strip("-_") or "ritual"
    key, number = stem, 2
    while at.library.rituals.taken(key) or key in BUILT_IN:
        key, number = f"{stem}-{number}", number + 1
    return key


def _check(at: Standing, *, times: int, per: str, kept_by: str, forgive: int, since: date | None) -> None:
    check_cadence(times, per)
    if kept_by not in ("either", "both"):
        raise Refusal(f"A ritual is kept by either or by both, not by “{kept_by}”.")
    if not 0 <= forgive <= MOST_FORGIVEN:
        raise Refusal(f"A run can forgive 0 to {MOST_FORGIVEN} quiet periods in a row.")
    if since is not None:
        check_day(since, at.today)
