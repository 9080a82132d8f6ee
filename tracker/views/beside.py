"""What both changed at once: the later value stands, and the other one is said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.acts.common import Standing
from tracker.rhythm import words
from tracker.rhythm.documents import read_day
from tracker.text import clean

_FIELDS = {"title": "what", "why_fun": "why it is fun", "target_day": "by when"}
"""The fields that people type in the forms of a goal and of a step, as they are said in a sentence."""


def kept_beside(at: Standing, table: str, record_id: str) -> tuple[str, ...]:
    """As in ("Written at the same time, what: “The orchard”.",); each value once, and only what differs."""
    document = at.library.documents.get(table, record_id) or {}
    said = (
        f"Written at the same time, {_FIELDS[name]}: {_value(name, value, at.today)}."
        for name, value in _values(at, table, record_id)
        if name in _FIELDS and value != document.get(name)
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


def _value(name: str, value: Any, today: date) -> str:
    if name == "target_day":
        day = read_day(value)
        return words.day(day, today) if day else "no day"
    return f"“{clean(str(value))}”" if value else "nothing"
