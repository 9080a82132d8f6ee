"""What all acts share: where they stand, and whose words may be touched by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

import msgspec

from tracker.calendar.days import civil_day, machine_zone
from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.records.base import Record
from tracker.records.couple import DAY_ENDS_AT, Couple, Partner
from tracker.records.library import Library
from tracker.records.rituals import Ritual
from tracker.store.changes import Change, Document, Edit, Put
from tracker.store.documents import Documents
from tracker.text import clean, is_blank, one_line

LONGEST_NOTE = 20_000
"""Characters of a note: far more than anybody writes in a minute; a pasted book is refused, not cut."""
LONGEST_NAME = 80
"""Characters of a name or title."""


class Standing(NamedTuple):
    """From where an act looks: the records, the moment it is made, and the couple's day then."""

    library: Library
    now: datetime
    today: date
    meant: frozenset[str] = frozenset()
    """What somebody said is meant, of all that was asked about (`tracker.errors.Doubt`)."""

    @property
    def couple(self) -> Couple:
        """The couple; Refusal before set-up."""
        return self.library.need_couple()

    def partner(self, partner_id: str) -> Partner:
        """The partner of this id; Refusal where it is neither of the two, or nobody said who is here."""
        if self.couple.has(partner_id):
            return self.couple.partner(partner_id)
        first, second = (partner.name for partner in self.couple.partners)
        raise Refusal(f"It is not known whose this is; say first who of you it is, {first} or {second}.")

    def ritual(self, wanted: str) -> Ritual:
        """The ritual of this key or name; Refusal where there is none, and before set-up."""
        self.library.need_couple()
        return self.library.rituals.find(wanted)


def standing(documents: Documents, clock: Clock, before: Library | None = None) -> Standing:
    """Where the couple stands now: the records, and their civil day by their own zone and day end.

    `before` is an earlier reading, of which what did not change is taken over.
    """
    library = Library(documents, before)
    now = clock.now()
    return Standing(library, now, today_of(library.couple, now))


def today_of(couple: Couple | None, now: datetime) -> date:
    """The couple's civil day; before set-up, the day by the machine's zone and the usual day end."""
    if couple is None:
        return civil_day(now, machine_zone(), DAY_ENDS_AT)
    return couple.day_of(now)


def note(text: str, what: str) -> str:
    """People's text as it is kept: cleaned, trimmed at the ends, and refused where it is a book."""
    kept = clean(text).strip()
    if len(kept) > LONGEST_NOTE:
        raise Refusal(f"{what} has {len(kept):,} characters; please keep it to {LONGEST_NOTE:,}.")
    return "" if is_blank(kept) else kept


def title(text: str, what: str) -> str:
    """A name or title on one line, 1 to 80 characters."""
    kept = one_line(text)
    if is_blank(kept):
        raise Refusal(f"{what} is empty; please give it a few letters.")
    if len(kept) > LONGEST_NAME:
        raise Refusal(f"{what} has {len(kept)} characters; please keep it to {LONGEST_NAME}.")
    return kept


def put(table: str, record_id: str, day: date | None = None, **fields: Any) -> Put:
    """A new document; dates become ISO text."""
    stored = _as_stored(fields)
    return Put(table, record_id, {"day": day.isoformat(), **stored} if day else stored)


def edit(
    table: str, document: Document, fields: Mapping[str, Any], seen: Record | None = None
) -> list[Change]:
    """An edit of the fields that differ from what stood there; empty where none do.

    `seen` is the record that a person had before them when they began, if that was a while ago: what they
    left as it was stays as others made it meanwhile, and of what both changed the other value is kept.
    """
    before = document if seen is None else {**document, **_as_document(seen)}
    changed = {name: value for name, value in _as_stored(fields).items() if before.get(name) != value}
    # A field that the document does not have cannot hold anything worth keeping.
    known = {name: before.get(name) for name in changed if name in document}
    return [Edit(table, str(document["id"]), changed, known)] if changed else []


def _as_stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def _as_document(record: Record) -> dict[str, Any]:
    """The fields of a record as its document would hold them."""
    document: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return document


def need(documents: Documents, table: str, record_id: str) -> Document:
    """The standing document of this id; Refusal where it is gone meanwhile."""
    document = documents.get(table, record_id)
    if document is None or document.get("removed_at") or "recorded_at" not in document:
        raise Refusal("That entry was removed meanwhile; it can be brought back from the removed ones.")
    return document


SHARED = ("couple", "rituals", "pauses", "plans", "goals", "milestones", "lookups", "reviews")
"""Tables whose documents belong to both, whoever wrote them; but for a wish, which is its author's."""


def belongs_to_both(table: str, document: Document) -> bool:
    """Whether both may see and change it: shared things, but no goal that is still one partner's own wish."""
    return table in SHARED and not is_own_wish(table, document)


def is_own_wish(table: str, document: Document) -> bool:
    """Whether it is a wish that one partner keeps alone: that there is one is nobody else's business."""
    return table == "goals" and document.get("state") == "wish" and bool(document.get("by"))


ONE_PERSONS = ("weather", "tried", "future_scenes")
"""Tables whose documents one partner keeps alone: that there are any is private."""


def is_private(table: str, document: Document) -> bool:
    """Whether that there is such a document at all is for its author's eyes alone."""
    return table in ONE_PERSONS or is_own_wish(table, document)


def own(at: Standing, table: str, record_id: str, me: str) -> Document:
    """The document, if this partner may change it: shared things belong to both, words to their author.

    An empty `me` is nobody in particular, who may change only what belongs to both.
    """
    if me:
        at.partner(me)
    document = need(at.library.documents, table, record_id)
    author = document.get("by", "")
    if not belongs_to_both(table, document) and author and author != me:
        raise Refusal("Only the one who wrote this can change or remove it.")
    return document


RESTORE_DAYS = 30
"""For how long a removed record can be brought back."""
