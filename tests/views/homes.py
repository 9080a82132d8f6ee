"""Documents for the pages: written down by hand, so that two of them can differ in one thing alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tracker.acts.common import Standing, standing
from tracker.clock import FixedClock
from tracker.ids import id_text
from tracker.store.documents import Documents

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = date(2026, 11, 20)
"""A Friday."""
ALEX, SAM = id_text(11), id_text(12)
PARTNERS = [{"id": ALEX, "name": "Alex", "symbol": "◐"}, {"id": SAM, "name": "Sam", "symbol": "◑"}]
AGREED = {"partners": PARTNERS, "effort_start": "2026-08-03", "time_zone": "UTC", "day_ends_at": "04:00"}

Row = dict[str, Any]


def iso(days_ago: int) -> str:
    """The day so many days before today."""
    return (TODAY - timedelta(days=days_ago)).isoformat()


def ritual(key: str, **fields: Any) -> Row:
    """A weekly ritual since August, unless said otherwise."""
    usual = {"key": key, "name": key.capitalize(), "cadence": {"times": 1, "period": "week"}}
    return {**usual, "kept_by": "either", "forgive": 1, "since": "2026-08-03", "archived_on": None, **fields}


RITUALS = (
    ritual("appreciation", cadence={"times": 1, "period": "day"}),
    ritual("date"),
    ritual("trip", cadence={"times": 1, "period": "month"}),
    ritual("walk", cadence={"times": 3, "period": "week"}, kept_by="both", forgive=2),
)


def note(by: str, days_ago: int, text: str = "Tea", **fields: Any) -> Row:
    """An appreciation, written on its day."""
    about = SAM if by == ALEX else ALEX
    words = {"text": text, "cue": "", "told_on": None, "told_how": ""}
    return {"day": iso(days_ago), "by": by, "about": about, **words, **fields}


def mark(key: str, days_ago: int, by: str = "", **fields: Any) -> Row:
    """A moment of a ritual."""
    return {"ritual": key, "day": iso(days_ago), "by": by, "note": "", **fields}


def weather(by: str, days_ago: int, level: int) -> Row:
    words = ("stormy", "rainy", "cloudy", "bright", "sunny")
    return {"day": iso(days_ago), "by": by, "word": words[level - 1], "level": level}


def documents(
    rituals: Iterable[Row] = RITUALS, agreed: Mapping[str, Any] | None = None, **tables: Iterable[Row]
) -> Documents:
    """A frozen picture of these rows; ids go by the place in the table, and a row may say its own."""
    everything = {"couple": [{**AGREED, **(agreed or {})}], "rituals": rituals, **tables}
    return Documents(
        {
            name: {(held := _held(at * 1000 + place, row))["id"]: held for place, row in enumerate(rows)}
            for at, (name, rows) in enumerate(sorted(everything.items()), 1)
        }
    )


def _held(number: int, row: Row) -> Row:
    recorded = f"{row['day']}T12:00:00+00:00" if "day" in row else "2026-08-03T12:00:00+00:00"
    usual = {"id": id_text(number), "recorded_at": recorded, "updated_at": recorded, "_v": number, "_w": "w"}
    return {**usual, **row}


def at(held: Documents, now: datetime = NOON) -> Standing:
    """Where this couple stands at a moment."""
    return standing(held, FixedClock(now))


def swapped(held: Documents, but: Iterable[str] = ()) -> Documents:
    """The same with the two partner ids exchanged, in every table but these."""
    tables = {name: {d["id"]: d for d in _all(held, name)} for name in held.tables()}
    return Documents({name: table if name in but else _swapped(table) for name, table in tables.items()})


def _all(held: Documents, table: str) -> list[Mapping[str, Any]]:
    return [*held.standing(table), *held.removed(table)]


def _swapped(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    text = json.dumps(table, default=dict)
    exchanged: dict[str, Any] = json.loads(text.replace(ALEX, "\0").replace(SAM, ALEX).replace("\0", SAM))
    return exchanged
