"""Taking a whole import back: what it added and nobody changed since is set aside in one step, for 30 days.

Every document that an import adds carries a mark: which import it was, and what the document said then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from os import urandom
from typing import Any, NamedTuple

from tracker.acts.common import RESTORE_DAYS, Standing, belongs_to_both, is_private
from tracker.errors import Refusal
from tracker.records.rituals import BUILT_IN
from tracker.store.changes import Change, Document, Put, Remove, Stamp
from tracker.store.documents import Documents, stamp_of
from tracker.store.values import ENCODER, as_stored
from tracker.text import folded

MARK = "_import"
"""The field of the mark: {"id": of the import, "of": a digest of what the document said}."""
_MOMENT = "%Y%m%d-%H%M%S"
_MOMENT_WIDTH = 15
_OF_A_VERSION = ("id", "recorded_at", "updated_at", "removed_at")
"""Fields that say nothing of what a person wrote; so are all that begin with an underscore."""

Key = tuple[str, str]
"""Table and id of a document."""


class Import(NamedTuple):
    """One import of which something stands as it came."""

    id: str
    at: datetime
    """When it was made."""


def new_import_id(now: datetime) -> str:
    """The name of an import, as in "20261128-121530-3fa2": its moment in UTC, and four digits by chance."""
    return f"{now.astimezone(UTC):{_MOMENT}}-{urandom(2).hex()}"


def marked(changes: Iterable[Change], import_id: str) -> list[Change]:
    """The changes, each new document with the mark of this import."""
    return [_marked(change, import_id) if isinstance(change, Put) else change for change in changes]


def import_of(document: Document) -> str:
    """The import that added a document; empty where none did."""
    mark = document.get(MARK)
    return str(mark.get("id", "")) if isinstance(mark, dict) else ""


def made_at(import_id: str) -> datetime | None:
    """The moment of an import by its name; None for what is no such name."""
    try:
        return datetime.strptime(import_id[:_MOMENT_WIDTH], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def imports(at: Standing) -> list[Import]:
    """The imports of the last 30 days of which anything can be taken back, the newest first."""
    written: dict[str, Stamp] = {}
    for _, document in _of_imports(at.library.documents):
        if _is_unchanged(document):
            stamp = stamp_of(document)
            written[import_of(document)] = min(written.get(import_of(document), stamp), stamp)
    found = (Import(name, made) for name in written if (made := made_at(name)))
    recent = (one for one in found if at.now - one.at <= timedelta(days=RESTORE_DAYS))
    # Two of one second are told apart by what the store stamped them with.
    return sorted(recent, key=lambda one: (one.at, written[one.id]), reverse=True)


def entries(at: Standing, import_id: str) -> int:
    """How many documents of an import stand, without those whose very existence is private."""
    standing = _of_imports(at.library.documents)
    return sum(
        import_of(document) == import_id and not is_private(table, document)
        for (table, _), document in standing
    )


def take_back(at: Standing, import_id: str, *, me: str) -> list[Change]:
    """Set aside what this import added, but for what was changed or is needed by something else since.

    Words of the other one stay where `me` is known. Neither the couple nor a ritual that came with Rekindle
    ever goes. Refusal where nothing of it can be taken back.
    """
    if import_id not in {one.id for one in imports(at)}:
        raise Refusal(
            f"There is no import of the last {RESTORE_DAYS} days by that name; `rekindle import` lists them."
        )
    documents = at.library.documents
    going = {
        key: document
        for key, document in _of_imports(documents)
        if import_of(document) == import_id and _may_go(key[0], document, me)
    }
    needed = _needed(documents, going)
    changes: list[Change] = [Remove(table, key) for table, key in going if (table, key) not in needed]
    if not changes:
        raise Refusal("Everything of that import was changed or used since, so nothing was taken back.")
    return changes


def _marked(change: Put, import_id: str) -> Put:
    mark = {"id": import_id, "of": _digest(as_stored(change.fields))}
    return change._replace(fields={**change.fields, MARK: mark})


def _of_imports(documents: Documents) -> Iterator[tuple[Key, Document]]:
    """Every standing document that an import added and that can go."""
    for table in documents.tables():
        for document in documents.standing(table):
            built_in = table == "rituals" and document.get("key") in BUILT_IN
            if import_of(document) and table != "couple" and not built_in:
                yield (table, str(document["id"])), document


def _may_go(table: str, document: Document, me: str) -> bool:
    """Whether nobody changed it since, and it is not the other one's own."""
    mine = not me or belongs_to_both(table, document) or document.get("by", "") in ("", me)
    return mine and _is_unchanged(document)


def _is_unchanged(document: Document) -> bool:
    return bool(document[MARK].get("of") == _digest(document))


def _needed(documents: Documents, going: dict[Key, Document]) -> set[Key]:
    """Which of those going are spoken of by what stays: a ritual ticked since, a goal with newer steps."""
    named = {_name(key, document): key for key, document in going.items()}
    needed: set[Key] = set()
    staying = [
        document
        for table in documents.tables()
        for document in documents.standing(table)
        if (table, str(document["id"])) not in going
    ]
    while staying:
        spoken_of = {named[name] for document in staying for name in _speaks_of(document) if name in named}
        staying = [going[key] for key in spoken_of - needed]
        needed |= spoken_of
    return needed


def _name(key: Key, document: Document) -> Key:
    """By what other documents speak of one: a ritual by its key, all others by their ids."""
    return ("ritual", folded(str(document.get("key")))) if key[0] == "rituals" else ("", key[1])


def _speaks_of(document: Document) -> Iterator[Key]:
    """The names of other documents that one may speak of."""
    for field, value in document.items():
        if isinstance(value, str) and field != "id":
            yield ("ritual", folded(value)) if field == "ritual" else ("", value)


def _digest(document: Document | dict[str, Any]) -> str:
    said = {
        name: value
        for name, value in document.items()
        if not name.startswith("_") and name not in _OF_A_VERSION
    }
    return blake2b(ENCODER.encode(said).encode("ascii"), digest_size=8).hexdigest()
