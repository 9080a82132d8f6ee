"""Marks after a few documents changed: worked out from what changed, not from ten years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tracker.rhythm.marks import Ticks, gather
from tracker.store.documents import Documents
from tracker.store.merging import differing
from tracker.store.shapes import Document

_FEW = 50
"""With more changes than this, gathering everything again is as quick."""
_SMALL = ("plans", "milestones")
"""Tables whose documents have no field `day`; they are few enough to be gathered whole."""


def renewed(
    marks: dict[str, Ticks],
    before: Mapping[str, Document],
    now: Mapping[str, Document],
    table: str,
    day_ends_at: str,
) -> dict[str, Ticks]:
    """The marks of a table as it stands now, from those that it held before.

    The very same objects where nothing is different: what follows from them need not be read again.
    """
    changed = differing(before, now)
    if len(changed) > _FEW:
        return gather(Documents({table: now}), table, day_ends_at)
    touched: dict[str, set[date]] = {}
    for key in changed:
        old, new = (_marks_of(source.get(key), table, day_ends_at) for source in (before, now))
        if old != new:  # else other words on the same day
            for ritual, ticks in (*old.items(), *new.items()):
                touched.setdefault(ritual, set()).update(ticks)
    found = {**marks, **_again(marks, touched, now, table, day_ends_at)} if touched else marks
    return {ritual: ticks for ritual, ticks in found.items() if ticks}


def _again(
    marks: dict[str, Ticks],
    touched: Mapping[str, set[date]],
    now: Mapping[str, Document],
    table: str,
    day_ends_at: str,
) -> dict[str, Ticks]:
    """The marks of these rituals, with these days of them gathered anew."""
    about = now if table in _SMALL else _of_days(now, set().union(*touched.values()))
    found = gather(Documents({table: about}), table, day_ends_at)
    result: dict[str, Ticks] = {}
    for ritual, days in touched.items():
        left = {day: by for day, by in marks.get(ritual, {}).items() if day not in days}
        result[ritual] = left | {day: by for day, by in found.get(ritual, {}).items() if day in days}
    return result


def _marks_of(document: Document | None, table: str, day_ends_at: str) -> dict[str, Ticks]:
    """The marks that one document makes."""
    if document is None:
        return {}
    return gather(Documents({table: {"": document}}), table, day_ends_at)


def _of_days(documents: Mapping[str, Document], days: set[date]) -> Mapping[str, Document]:
    """What has one of these days."""
    texts = [day.isoformat() for day in days]  # no set: a hand may have put anything in there
    return {key: document for key, document in documents.items() if document.get("day") in texts}
