"""Who marked which day of which ritual, gathered from everything that counts as a moment.

This walks every entry of ten years for one line of `rekindle status`: hence each distinct day, key and author
is read only once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from tracker.calendar.when import read_when
from tracker.rhythm.documents import read_day
from tracker.rhythm.rules import BOTH
from tracker.store.documents import Documents
from tracker.text import folded

Ticks = dict[date, frozenset[str]]
"""The days of one ritual, each with who marked it."""


class _Gatherer:
    """Gathers marks, and passes over what a hand has edited into something else.

    Days stay texts while they are gathered: each distinct one is read once.
    """

    def __init__(self) -> None:
        self._days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        """The days by ritual, however its key is spelt, and author."""

    def tick(self, ritual: object, day: object, by: object) -> None:
        """One moment as its document holds it: anything may be in there."""
        if type(day) is str and type(by) is str and type(ritual) is str:
            self._days[ritual, by].add(day)

    def gathered(self) -> dict[str, Ticks]:
        """The marks by folded key."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for (ritual, by), days in self._days.items():
            marks, one = found.setdefault(folded(ritual), {}), frozenset((by,))
            shared = days & marks.keys()
            marks.update(dict.fromkeys(days - shared, one))
            marks.update({day: marks[day] | one for day in shared})
        read = {text: read_day(text) for text in set().union(*found.values())}
        ticks = {
            ritual: {day: by for text, by in marks.items() if (day := read[text]) is not None}
            for ritual, marks in found.items()
        }
        return {ritual: days for ritual, days in ticks.items() if days}


TABLES = ("moments", "appreciations", "plans", "milestones")
"""Where the marks come from."""
PROJECT = "project"
"""The ritual of time spent on a shared goal."""


def gather(documents: Documents, table: str, day_ends_at: str) -> dict[str, Ticks]:
    """The marks that one of `TABLES` holds, by folded key of the ritual."""
    gatherer = _Gatherer()
    tick = gatherer.tick
    standing = documents.standing(table)
    if table == "moments":
        for document in standing:
            tick(document.get("ritual"), document.get("day"), document.get("by", BOTH))
    elif table == "appreciations":
        for document in standing:
            tick("appreciation", document.get("day"), document.get("by", BOTH))
    elif table == "milestones":
        for document in standing:
            # A step is reached by both, and reaching it is time for the goal; `done_on` is empty until then.
            tick(PROJECT, document.get("done_on"), BOTH)
    else:
        for document in standing:
            # A plan counts on the couple's day on which it begins, for both; a small trip where they say so.
            kind, start = document.get("kind"), read_when(document.get("start"))
            counts = kind == "date" or (kind == "trip" and document.get("counts") is not False)
            if document.get("state") == "happened" and counts and start is not None:
                tick(kind, start.day(day_ends_at).isoformat(), BOTH)
    return gatherer.gathered()


def joined(parts: Iterable[dict[str, Ticks]]) -> dict[str, Ticks]:
    """The marks of all parts; those of a ritual that only one part knows are that part's own object."""
    result: dict[str, Ticks] = {}
    for part in parts:
        for key, ticks in part.items():
            result[key] = _both(result[key], ticks) if key in result else ticks
    return result


def same_where_equal(now: Mapping[str, Ticks], before: Mapping[str, Ticks]) -> dict[str, Ticks]:
    """The marks, with the objects of before for every ritual in which nothing is different."""
    return {key: before[key] if before.get(key) == ticks else ticks for key, ticks in now.items()}


def _both(one: Ticks, other: Ticks) -> Ticks:
    both = dict(one)
    for day, by in other.items():
        before = both.get(day)
        both[day] = by if before is None else before | by
    return both
