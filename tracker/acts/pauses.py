"""Pausing and resuming, of everything or of one ritual."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tracker.acts.common import Standing, edit, need, note, put
from tracker.calendar.days import FIRST_DAY
from tracker.calendar.names import long_day
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.pauses import PAUSE_KINDS, Pause
from tracker.store.changes import Change, Remove


def pause(
    at: Standing,
    first: date,
    until: date | None = None,
    *,
    kind: str = "ebb",
    ritual: str | None = None,
    text: str = "",
) -> list[Change]:
    """Let a span of days rest, both ends included; open without an end, in the past or the future."""
    fields = _checked(at, first, until, kind, ritual, text)
    if any(_is_same(one, first, until, kind, fields["ritual"]) for one in at.library.pauses):
        raise Refusal("That pause stands already; open it to change it.")
    return [put("pauses", new_id(at.now), by="", **fields)]


def change_pause(
    at: Standing,
    record_id: str,
    first: date,
    until: date | None = None,
    *,
    kind: str = "ebb",
    ritual: str | None = None,
    text: str = "",
    seen: Pause | None = None,
) -> list[Change]:
    """Change a pause; `seen` is it as the person had it before them."""
    fields = _checked(at, first, until, kind, ritual, text)
    return edit("pauses", need(at.library.documents, "pauses", record_id), fields, seen)


def _checked(
    at: Standing, first: date, until: date | None, kind: str, ritual: str | None, text: str
) -> dict[str, Any]:
    if kind not in PAUSE_KINDS:
        raise Refusal(f"A pause is one of {', '.join(PAUSE_KINDS)}, not “{kind}”.")
    if until is not None and until < first:
        raise Refusal(
            f"The pause would end on {long_day(until)}, before it begins on {long_day(first)}; "
            "please swap the days."
        )
    if first < FIRST_DAY:
        raise Refusal("A pause cannot begin before 1900.")
    at.library.need_couple()
    key = at.ritual(ritual).key if ritual else None
    return {"kind": kind, "from": first, "until": until, "ritual": key, "note": note(text, "The note")}


def _is_same(one: Pause, first: date, until: date | None, kind: str, ritual: str | None) -> bool:
    return (one.first, one.until, one.kind, one.ritual) == (first, until, kind, ritual)


def resume(at: Standing, ritual: str | None = None) -> list[Change]:
    """End what rests today: its last day becomes yesterday. A pause that began only today goes altogether.

    Without a ritual the pauses of everything end; where there is none of these, all pauses of single rituals.
    """
    key = at.ritual(ritual).key if ritual else None
    running = at.library.pauses.covering(at.today, key)
    if not running and ritual is None:
        running = tuple(p for p in at.library.pauses if p.covers(at.today))
    if not running:
        raise Refusal("Nothing is paused today.")
    yesterday = at.today - timedelta(days=1)
    changes: list[Change] = []
    for one in running:
        if one.first >= at.today:
            changes.append(Remove("pauses", one.id))
        else:
            document = need(at.library.documents, "pauses", one.id)
            changes += edit("pauses", document, {"until": yesterday})
    return changes
