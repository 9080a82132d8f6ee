"""What both changed at once: the later value stands, and the other one is said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.acts.common import Standing
from tracker.records.beginnings import BEGINNING_KINDS
from tracker.rhythm import words
from tracker.rhythm.documents import read_day
from tracker.text import clean

_GOALS = {"title": "what", "why_fun": "why it is fun", "target_day": "by when"}
_FIELDS: dict[str, dict[str, str]] = {
    "appreciations": {"text": "", "cue": "a good moment"},
    "beginnings": {"text": "", "kind": "it is", "on": "the day it was"},
    "couple": {
        "partners": "your names",
        "effort_start": "trying since",
        "together_since": "together since",
        "children": "children",
        "day_ends_at": "your day ends at",
        "week_start": "a week starts on",
        "time_zone": "time zone",
        "window_months": "look-up window",
        "show_rhythm": "runs and figures are shown",
        "show_month": "the month is shown",
    },
    "future_scenes": {"text": ""},
    "goals": _GOALS,
    "milestones": _GOALS,
    "pauses": {
        "kind": "because of",
        "from": "from",
        "until": "until",
        "ritual": "what rests",
        "note": "the note",
    },
    "remarks": {"text": ""},
    "rituals": {
        "name": "name",
        "cadence": "how often",
        "kept_by": "it counts when done by",
        "forgive": "quiet ones forgiven",
        "since": "counting since",
    },
}
"""The fields that people fill in, by table, as they are said; empty where the value says enough."""
_NUMBERS = {"support_numbers": ""}
_DAYS = ("from", "until", "target_day", "on", "since", "effort_start")
_WITHOUT = {"until": "open", "window_months": "the suggested one", "ritual": "everything"}
"""What an empty field means, where it is more than nothing."""


def kept_beside(at: Standing, table: str, record_id: str) -> tuple[str, ...]:
    """As in ("Written at the same time, what: “The orchard”.",); each value once, and only what differs."""
    return _beside(at, table, record_id, _FIELDS[table])


def numbers_beside(at: Standing) -> tuple[str, ...]:
    """The same of the numbers for help near them, which are theirs alone to open."""
    return _beside(at, "couple", at.couple.id, _NUMBERS)


def _beside(at: Standing, table: str, record_id: str, fields: dict[str, str]) -> tuple[str, ...]:
    document = at.library.documents.get(table, record_id) or {}
    said = (
        f"Written at the same time{f', {fields[name]}' if fields[name] else ''}: {_value(at, name, value)}."
        for name, value in _values(at, table, record_id)
        if name in fields and value != document.get(name)
    )
    return tuple(dict.fromkeys(said))


def resolutions_beside(at: Standing, quarter: str) -> tuple[str, ...]:
    """As in ("Written at the same time: “A walk each Sunday”.",): other resolutions than the one that stands,
    of an edit at the same time or of an evening that two machines began."""
    reviews, documents = at.library.reviews, at.library.documents
    ids, standing = reviews.ids(quarter), reviews.of(quarter)
    found = [value for one in ids for name, value in _values(at, "reviews", one) if name == "resolution"]
    found += [(documents.get("reviews", one) or {}).get("resolution") for one in ids]
    others = (str(value) for value in found if value and standing and value != standing.resolution)
    return tuple(f"Written at the same time: “{clean(value)}”." for value in dict.fromkeys(others))


def _values(at: Standing, table: str, record_id: str) -> Iterator[tuple[str, Any]]:
    """Fields and values of an edit at the same time, and of a machine that had not seen this version."""
    document = at.library.documents.get(table, record_id) or {}
    kept = document.get("_kept")
    for one in kept if isinstance(kept, list | tuple) else ():
        yield str(one.get("field")), one.get("value")
    for version in at.library.documents.concurrent_versions(table, record_id):
        yield from version.items()


def _value(at: Standing, name: str, value: Any) -> str:
    """One value in words, whatever a hand may have put in there."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not value:
        return _WITHOUT.get(name, "no day" if name in _DAYS else "nothing")
    day = read_day(value) if name in _DAYS else None
    if day is not None:
        return words.day(day, at.today)
    if name == "ritual":
        value = next((one.name for one in at.library.rituals if one.key == value), value)
    elif name == "kind":
        value = BEGINNING_KINDS.get(str(value), value)
    elif isinstance(value, dict):
        return clean(f"{value.get('times', 1)} in each {value.get('period', 'week')}")
    elif isinstance(value, list):
        return " and ".join(clean(str(one.get("name"))) for one in value if isinstance(one, dict))
    return f"“{clean(str(value))}”"
