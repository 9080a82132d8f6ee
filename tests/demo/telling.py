"""A told story, read the way the tests want it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from tracker.demo.make import documents_for
from tracker.rhythm.reading import Rhythm, read
from tracker.rhythm.rules import Rest, Rule
from tracker.store.changes import Put

TODAY = date(2026, 11, 22)
"""A Sunday."""

FIELDS = {
    "couple": "partners effort_start together_since children day_ends_at week_start time_zone window_months"
    " show_rhythm show_month",
    "rituals": "key name cadence kept_by forgive since archived_on",
    "moments": "ritual day by note",
    "appreciations": "day by about text cue told_on told_how",
    "plans": "kind title state start end place notes childcare novelty surprise cost by history",
    "remarks": "plan by text",
    "goals": "title why_fun state target_day by",
    "milestones": "goal title order done_on by",
    "pauses": "kind from until ritual note by",
    "weather": "day by word level",
    "tried": "practice by day",
    "beginnings": "kind text on by",
    "future_scenes": "quarter by text read_on",
    "reviews": "quarter resolution renewed_on figures figures_on by",
}
"""The fields of each table, as the design names them."""
ANSWER = "plan review question by text"
"""Those of a remark that answers a question of a review."""


class Told:
    """One story's documents."""

    def __init__(self, puts: Sequence[Put], today: date) -> None:
        self.puts = puts
        self.today = today
        self._tables: dict[str, list[Mapping[str, Any]]] = {}
        for put in puts:
            self._tables.setdefault(put.table, []).append({"id": put.id, **put.fields})

    def table(self, name: str) -> list[Mapping[str, Any]]:
        """The fields of a table's documents, each with its id, the oldest first."""
        return self._tables.get(name, [])

    @property
    def partners(self) -> tuple[str, str]:
        one, other = (str(partner["id"]) for partner in self.table("couple")[0]["partners"])
        return one, other

    @property
    def start(self) -> date:
        return date.fromisoformat(self.table("couple")[0]["effort_start"])

    def days(self) -> Iterator[date]:
        """Every day from the start to yesterday."""
        return (self.start + timedelta(days=number) for number in range((self.today - self.start).days))

    def rhythm(self, key: str) -> Rhythm:
        """The rhythm of a ritual."""
        ritual = next(one for one in self.table("rituals") if one["key"] == key)
        rests = [p for p in self.table("pauses") if p["ritual"] in (None, key)]
        return read(
            Rule(
                key,
                ritual["cadence"]["times"],
                ritual["cadence"]["period"],
                ritual["kept_by"],
                ritual["forgive"],
                _day(ritual["since"]),
                _day(ritual["archived_on"]),
            ),
            {day: frozenset(by) for day, by in self._marks(key).items()},
            [Rest(date.fromisoformat(p["from"]), _day(p["until"])) for p in rests],
            self.today,
            self.partners,
        )

    def _marks(self, key: str) -> dict[date, set[str]]:
        marks: dict[date, set[str]] = {}
        for moment in self.table("moments"):
            if moment["ritual"] == key:
                marks.setdefault(date.fromisoformat(moment["day"]), set()).add(moment["by"])
        for plan in self.table("plans"):
            if plan["kind"] == key and plan["state"] == "happened":
                marks.setdefault(date.fromisoformat(plan["start"][:10]), set()).add("")
        for note in self.table("appreciations") if key == "appreciation" else ():
            marks.setdefault(date.fromisoformat(note["day"]), set()).add(note["by"])
        return marks


@cache
def tell(seed: int = 1, years: int = 2, today: date = TODAY) -> Told:
    """A story; kept, so that the tests share it."""
    return Told(documents_for(seed, years, today), today)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
