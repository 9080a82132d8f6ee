"""Keeping what drew them to each other: one writes it, both may read it from the first."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, note, own, put
from tracker.calendar.days import check_day
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.beginnings import BEGINNING_KINDS, Beginning
from tracker.store.changes import Change, Remove


def add_beginning(
    at: Standing, *, by: str, text: str, kind: str = "drawn", on: date | None = None
) -> list[Change]:
    """Keep one beginning; `on` is the day it was, where they know it."""
    at.partner(by)
    return [put("beginnings", new_id(at.now), by=by, **_checked(at, kind, text, on))]


def change_beginning(
    at: Standing,
    record_id: str,
    *,
    me: str,
    text: str,
    kind: str,
    on: date | None = None,
    seen: Beginning | None = None,
) -> list[Change]:
    """Change a beginning of one's own. `seen` as in `edit`."""
    document = own(at, "beginnings", record_id, at.partner(me).id)
    return edit("beginnings", document, _checked(at, kind, text, on), seen)


def remove_beginning(at: Standing, record_id: str, *, me: str) -> list[Change]:
    """Set a beginning of one's own aside; it can be brought back for 30 days."""
    return [Remove("beginnings", str(own(at, "beginnings", record_id, at.partner(me).id)["id"]))]


def _checked(at: Standing, kind: str, text: str, on: date | None) -> dict[str, Any]:
    if kind not in BEGINNING_KINDS:
        raise Refusal(f"A beginning is one of {', '.join(BEGINNING_KINDS)}, not “{kind}”.")
    kept = note(text, "The beginning")
    if not kept:
        raise Refusal("There is nothing to keep yet; write a few words first.")
    if on is not None:
        check_day(on, at.today)
    return {"kind": kind, "text": kept, "on": on}
