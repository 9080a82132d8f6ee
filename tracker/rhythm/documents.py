"""Reading raw documents for the ledger: what a hand has edited into something else is passed over.

Typed records would be nicer to read, but their library costs more to import than everything else that
`rekindle status` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from tracker.calendar.days import FIRST_DAY, USUAL_DAY_END, usable_day_end
from tracker.calendar.periods import PERIODS, PeriodKind, WeekStart
from tracker.ids import id_order
from tracker.rhythm.rules import MOST_FORGIVEN, MOST_TIMES, KeptBy, Rest, Rule
from tracker.store.shapes import Document
from tracker.text import folded


class Partner(NamedTuple):
    """One of the two."""

    id: str
    name: str
    symbol: str


class Settings(NamedTuple):
    """What the couple agreed, as far as counting and its words need it."""

    partners: tuple[Partner, Partner]
    week_start: WeekStart
    time_zone: str
    day_ends_at: str
    effort_start: date | None
    show_rhythm: bool
    show_month: bool

    @property
    def partner_ids(self) -> tuple[str, str]:
        """Both ids; their order means nothing."""
        first, second = self.partners
        return first.id, second.id


class RitualEntry(NamedTuple):
    """One ritual of the couple and how it is counted."""

    id: str
    key: str
    """As it is stored."""
    name: str
    rule: Rule
    """Its key is folded."""


class Pause(NamedTuple):
    """A span that rests."""

    rest: Rest
    ritual: str | None
    """The folded key of the one ritual that rests; None when everything does."""


def read_day(text: object) -> date | None:
    """An ISO date from 1900 on; None for anything else."""
    if not isinstance(text, str) or len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None


def oldest(documents: Iterable[Document]) -> list[Document]:
    """The documents that have an id, the oldest first."""
    return sorted(
        (d for d in documents if isinstance(d.get("id"), str)), key=lambda d: id_order(str(d["id"]))
    )


def read_settings(document: Document) -> Settings | None:
    """The couple's settings; None where there are no two partners."""
    partners = [_partner(partner) for partner in _list(document.get("partners"))]
    two = [partner for partner in partners if partner is not None]
    if len(two) != 2:
        return None
    return Settings(
        partners=(two[0], two[1]),
        week_start="sunday" if document.get("week_start") == "sunday" else "monday",
        time_zone=_text(document.get("time_zone"), "UTC"),
        day_ends_at=usable_day_end(_text(document.get("day_ends_at"), USUAL_DAY_END)),
        effort_start=read_day(document.get("effort_start")),
        show_rhythm=document.get("show_rhythm") is not False,
        show_month=document.get("show_month") is not False,
    )


def read_ritual(document: Document, week_start: WeekStart) -> RitualEntry | None:
    """One ritual; None without a key. A cadence out of bounds is brought to the nearest one within."""
    key = document.get("key")
    if not isinstance(key, str) or not key:
        return None
    cadence = document.get("cadence")
    asked = cadence if isinstance(cadence, dict) else {}
    period: PeriodKind = next((kind for kind in PERIODS if kind == asked.get("period")), "week")
    kept_by: KeptBy = "both" if document.get("kept_by") == "both" else "either"
    rule = Rule(
        key=folded(key),
        times=_whole(asked.get("times"), 1, MOST_TIMES[period], default=1),
        period=period,
        kept_by=kept_by,
        forgive=_whole(document.get("forgive"), 0, MOST_FORGIVEN, default=1),
        since=read_day(document.get("since")),
        archived_on=read_day(document.get("archived_on")),
        week_start=week_start,
    )
    return RitualEntry(str(document["id"]), key, _text(document.get("name"), key), rule)


def read_pause(document: Document) -> Pause | None:
    """One pause; None without a first day, or with an end or a ritual that cannot be read."""
    first, until, ritual = read_day(document.get("from")), document.get("until"), document.get("ritual")
    last = read_day(until)
    if first is None or (until is not None and last is None):
        return None
    if ritual is not None and not isinstance(ritual, str):
        return None
    return Pause(Rest(first, last), folded(ritual) if ritual else None)


def _partner(value: Any) -> Partner | None:
    if not isinstance(value, dict) or not isinstance(value.get("id"), str):
        return None
    return Partner(value["id"], _text(value.get("name"), ""), _text(value.get("symbol"), ""))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) else default


def _whole(value: object, least: int, most: int, *, default: int) -> int:
    # True is an int to Python, but nobody's number of times.
    return min(max(value, least), most) if type(value) is int else default
