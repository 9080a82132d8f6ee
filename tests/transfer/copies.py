"""Two homes with everything in them, and the way of an export between them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from tests.transfer.places import ALEX, NOW, SAM, TODAY, appreciation, do, founding, moment, record, standing
from tracker.clock import FixedClock
from tracker.store.changes import Change, Put
from tracker.store.memory import MemoryStore
from tracker.transfer.copy_in import import_copy
from tracker.transfer.copy_out import export_copy
from tracker.transfer.report import Outcome


class Home(MemoryStore):
    """A store whose clock can be put forward."""

    def __init__(self, writer: str = "memory-0000") -> None:
        self.clock = FixedClock(NOW)
        super().__init__(self.clock, writer)

    def later(self, days: int) -> Home:
        """The same home, so many days after the first evening."""
        self.clock.move_to(NOW + timedelta(days=days))
        return self


def home(*more: Change) -> Home:
    """A home that is set up, and holds this, too."""
    store = Home()
    do(store, [*founding(), *more])
    return store


def elsewhere(days: int = 1) -> Home:
    """An empty home of another writer, later."""
    return Home("other-1234").later(days)


SURPRISE: dict[str, Any] = {
    "kind": "date",
    "title": "The secret cellar",
    "state": "planned",
    "start": "2026-11-28",
    "end": None,
    "place": "secret street",
    "notes": "bring the secret",
    "childcare": "needed",
    "novelty": "new",
    "cost": "high",
    "history": [{"state": "secret"}],
    "surprise": True,
    "by": ALEX,
}


LOOKUP: dict[str, Any] = {
    "day": "2026-11-02",
    "window": 6,
    "state": "mixed",
    "chosen": "counsellor",
    "next_look": "2026-12-14",
    "by": "",
}


def everything() -> list[Change]:
    """Something in every table, shared and private."""
    return [
        Put("moments", record(1), moment("2026-11-03", "trip", "", "the lake \u202e🏔️")),
        Put("appreciations", record(2), appreciation("2026-11-02", ALEX, "secret of Alex", cue="secret cue")),
        Put("appreciations", record(3), appreciation("2026-11-02", SAM, "secret of Sam")),
        Put(
            "appreciations",
            record(4),
            appreciation("2026-11-01", SAM, "told", told_on="2026-11-05", cue="tea"),
        ),
        Put("plans", record(5), SURPRISE),
        Put(
            "plans",
            record(6),
            {"kind": "date", "title": "Pasta", "state": "idea", "surprise": False, "by": ALEX},
        ),
        Put("remarks", record(7), {"plan": record(5), "by": ALEX, "text": "secret remark"}),
        Put("remarks", record(8), {"plan": record(6), "by": ALEX, "text": "so good"}),
        Put("goals", record(9), {"title": "secret wish", "state": "wish", "by": SAM}),
        Put(
            "goals",
            record(10),
            {"title": "The garden", "state": "active", "by": SAM, "future": {"n": [1, 2.5]}},
        ),
        Put("milestones", record(11), {"goal": record(10), "title": "Seeds", "order": 1, "done_on": None}),
        Put(
            "pauses",
            record(12),
            {"kind": "ebb", "from": "2026-01-01", "until": None, "ritual": None, "by": ""},
        ),
        Put("weather", record(13), {"day": "2026-11-02", "by": ALEX, "word": "secret storm", "level": 1}),
        Put("tried", record(14), {"practice": "secret talk", "by": SAM, "day": "2026-11-02"}),
        Put("lookups", record(15), LOOKUP),
        Put("reviews", record(16), {"quarter": "2026Q3", "resolution": "more soup", "renewed_on": None}),
        Put("letters", record(17), {"by": SAM, "text": "secret letter"}),
        Put("agreements", record(18), {"by": "", "text": "no phones"}),
        Put("future_scenes", record(19), {"quarter": "2026Q4", "by": ALEX, "text": "secret Sunday"}),
        Put(
            "future_scenes",
            record(20),
            {"quarter": "2026Q3", "by": SAM, "text": "a bench by the sea", "read_on": "2026-10-01"},
        ),
        Put("beginnings", record(21), {"kind": "place", "by": ALEX, "text": "the pier", "on": "2011-06-18"}),
        Put(
            "remarks",
            record(22),
            {"review": record(16), "question": "grew", "by": SAM, "text": "our patience"},
        ),
    ]


def out(store: Home, viewer: str = "") -> str:
    return export_copy(store.documents, now=NOW, viewer=viewer)


def bring(store: Home, text: str) -> Outcome:
    return import_copy(store.documents, text, today=TODAY)


def take(store: Home, text: str) -> Home:
    """Import a text into a store, as later somebody there would."""
    do(store, bring(store, text)[0])
    return store


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    found = json.loads(text)["tables"]
    assert isinstance(found, dict)
    return found


def contents(store: Home) -> dict[str, list[dict[str, Any]]]:
    """Everything that stands, without what belongs to a version and a transfer."""
    own = ("_v", "_w", "_b", "_from", "_masked")
    return {
        table: [
            {k: v for k, v in document.items() if k not in own}
            for document in standing(store.documents, table)
        ]
        for table in sorted(store.documents.tables())
    }


def changed(**fields: Any) -> str:
    """An export whose moment says something else in these fields; a field set to `...` goes."""
    content = json.loads(out(home(*everything())))
    document = {**content["tables"]["moments"][0], **fields}
    content["tables"]["moments"] = [{k: v for k, v in document.items() if v is not ...}]
    return json.dumps(content)
