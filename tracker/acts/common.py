"""What all acts share: where they stand, and whose words may be touched by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from tracker.calendar.days import civil_day
from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.records.couple import Couple
from tracker.records.library import Library
from tracker.store.changes import Change, Document, Edit, Put
from tracker.store.documents import Documents
from tracker.text import clean, one_line

LONGEST_NOTE = 20_000
"""Characters of a note: far more than anybody writes in a minute; a pasted book is refused, not cut."""
LONGEST_NAME = 80
"""Characters of a name or title."""


class Standing(NamedTuple):
    """From where an act looks: the records, the moment it is made, and the couple's day then."""

    library: Library
    now: datetime
    today: date

    @property
    def couple(self) -> Couple:
        return self.library.need_couple()


def standing(documents: Documents, clock: Clock, today: date | None = None) -> Standing:
    """Where the couple stands now: their civil day by their own zone and day end, unless `today` is given."""
    library = Library(documents)
    now = clock.now()
    return Standing(library, now, today or today_of(library.couple, now))


def today_of(couple: Couple | None, now: datetime) -> date:
    """The couple's civil day; before set-up, the machine's UTC day."""
    if couple is None:
        return now.date()
    return civil_day(now, couple.time_zone, couple.day_ends_at)


def note(text: str, what: str) -> str:
    """People's text as it is kept: cleaned, trimmed at the ends, and refused where it is a book."""
    kept = clean(text).strip()
    if len(kept) > LONGEST_NOTE:
        raise Refusal(f"{what} has {len(kept):,} characters; please keep it under {LONGEST_NOTE:,}.")
    return kept


def title(text: str, what: str) -> str:
    """A name or title on one line, 1 to 80 characters."""
    kept = one_line(text)
    if not kept:
        raise Refusal(f"{what} is empty; please give it a few letters.")
    if len(kept) > LONGEST_NAME:
        raise Refusal(f"{what} has {len(kept)} characters; please keep it to {LONGEST_NAME}.")
    return kept


def put(table: str, record_id: str, day: date | None = None, **fields: Any) -> Put:
    """A new document; dates become ISO text."""
    stored = {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
    return Put(table, record_id, {"day": day.isoformat(), **stored} if day else stored)


def edit(table: str, document: Document, fields: Mapping[str, Any]) -> list[Change]:
    """An edit of the fields that differ from the document, with what stood in them; empty where none do."""
    stored = {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
    changed = {name: value for name, value in stored.items() if document.get(name) != value}
    seen = {name: document.get(name) for name in changed}
    return [Edit(table, str(document["id"]), changed, seen)] if changed else []


def need(documents: Documents, table: str, record_id: str) -> Document:
    """The standing document of this id; Refusal where it is gone meanwhile."""
    document = documents.get(table, record_id)
    if document is None or document.get("removed_at") or "recorded_at" not in document:
        raise Refusal("That entry was removed meanwhile; it can be brought back from the removed ones.")
    return document


SHARED = ("couple", "rituals", "pauses", "plans", "goals", "milestones")
"""Tables whose documents belong to both, whoever wrote them."""


def own(documents: Documents, table: str, record_id: str, me: str) -> Document:
    """The document, if this partner may change it: shared things belong to both, words to their author."""
    document = need(documents, table, record_id)
    author = document.get("by", "")
    if table not in SHARED and author and author != me:
        raise Refusal("Only the one who wrote this can change or remove it.")
    return document


RESTORE_DAYS = 30


def restorable(document: Document, now: datetime) -> bool:
    """Whether a removed document can still be brought back: for 30 days."""
    removed_at = document.get("removed_at")
    if not isinstance(removed_at, str):
        return False
    return now - datetime.fromisoformat(removed_at) <= timedelta(days=RESTORE_DAYS)
