"""Who marked which day of which ritual, gathered from everything that counts as a moment.

This walks every entry of ten years for one line of `rekindle status`: hence the dictionaries that read each
distinct day, key and author only once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.calendar.when import read_when
from tracker.rhythm.documents import read_day
from tracker.rhythm.rules import BOTH
from tracker.store.documents import Documents
from tracker.text import folded

Ticks = dict[date, frozenset[str]]
"""The days of one ritual, each with who marked it."""


class _Days(dict[str, date | None]):
    def __missing__(self, text: str) -> date | None:
        day = self[text] = read_day(text)
        return day


class _Rituals(dict[str, Ticks]):
    """Ticks by ritual key, however the key is spelt."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: dict[str, Ticks] = {}

    def __missing__(self, key: str) -> Ticks:
        ticks = self[key] = self.folded.setdefault(folded(key), {})
        return ticks


class _Alone(dict[str, frozenset[str]]):
    def __missing__(self, by: str) -> frozenset[str]:
        one = self[by] = frozenset((by,))
        return one


class _Gatherer:
    """Gathers marks, and passes over what a hand has edited into something else."""

    def __init__(self) -> None:
        self._days = _Days()
        self._alone = _Alone()
        self.rituals = _Rituals()

    def tick(self, ritual: object, text: object, by: object) -> None:
        """One moment as its document holds it: anything may be in there."""
        if type(text) is not str or type(by) is not str or type(ritual) is not str:
            return
        day = self._days[text]
        if day is None:
            return
        ticks, one = self.rituals[ritual], self._alone[by]
        before = ticks.get(day)
        ticks[day] = one if before is None else before | one


TABLES = ("moments", "appreciations", "plans")
"""Where the marks come from."""


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
    else:
        for document in standing:
            # A plan counts on the couple's day on which it begins, for both; a small trip where they say so.
            kind, start = document.get("kind"), read_when(document.get("start"))
            counts = kind == "date" or (kind == "trip" and document.get("counts") is not False)
            if document.get("state") == "happened" and counts and start is not None:
                tick(kind, start.day(day_ends_at).isoformat(), BOTH)
    return gatherer.rituals.folded


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
