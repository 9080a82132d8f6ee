"""What the changes mean: from documents and changes to new versions, without touching any file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from tracker.errors import Refusal
from tracker.ids import is_id
from tracker.store.changes import (
    Applied,
    BringBack,
    Change,
    Document,
    Edit,
    Put,
    Receipt,
    Remove,
    Revert,
    Stamp,
)
from tracker.store.documents import Documents, seen_by, stamp_of
from tracker.store.shapes import Key
from tracker.store.values import as_stored

DATED = ("moments", "appreciations", "weather")
"""The tables whose documents go to the month of their day; all others to the month they were recorded in."""

OWN = ("id", "_v", "_w", "_b")
"""Fields that only the store sets."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Plan(NamedTuple):
    """What one write will do."""

    receipt: Receipt
    versions: dict[Key, dict[str, Any]]
    """The new version of every touched document."""


def plan(documents: Documents, changes: Iterable[Change], now: datetime, writer: str) -> Plan:
    """Decide what the changes make of the documents; Refusal when one of them cannot be.

    All versions of one write carry the same stamp: higher than any seen, and the wall clock's where that is
    higher.
    """
    clock = (now - _EPOCH) // _MICROSECOND
    stamp = max(clock, documents.highest_stamp() + 1), writer
    work = _Work(documents, stamp, now.astimezone(UTC).isoformat(timespec="seconds"))
    receipt = tuple(work.apply(change) for change in changes)
    return Plan(receipt, work.versions)


def by_table(versions: Mapping[Key, dict[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    """The versions by table and id."""
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for (table, key), document in versions.items():
        tables.setdefault(table, {})[key] = document
    return tables


def first_month(table: str, document: Document) -> str:
    """The month (`2026-11`) in whose file a new document goes."""
    if table in DATED:
        return _month(str(document.get("day", "")))
    return _month(_in_utc(str(document["recorded_at"])))


class _Work:
    """One write in the making: the versions so far, looked at before the stored ones."""

    def __init__(self, documents: Documents, stamp: Stamp, now: str) -> None:
        self.documents = documents
        self.stamp = stamp
        self.now = now
        self.versions: dict[Key, dict[str, Any]] = {}

    def apply(self, change: Change) -> Applied:
        """Make the versions that one change asks for."""
        match change:
            case Put():
                previous = self._put(change)
            case Edit():
                previous = self._edit(change)
            case Remove():
                self._standing(change)
                previous = self._set(change, {"removed_at": self.now})
            case BringBack():
                self._set_aside(change)
                previous = self._set(change, {"removed_at": ...})
            case Revert():
                previous = self._revert(change)
        return Applied(change.table, change.id, self.stamp, previous)

    def _newest(self, change: Change) -> Document | None:
        return self.versions.get((change.table, change.id)) or self.documents.get(change.table, change.id)

    def _put(self, change: Put) -> Mapping[str, Any]:
        check_name(change.table, change.id)
        newest = self._newest(change)
        if newest is not None and "recorded_at" in newest and not newest.get("removed_at"):
            raise Refusal("This entry stands already; it was not added again.")
        fields = _without_own(as_stored(change.fields))
        document = {"id": change.id, "recorded_at": self.now, "updated_at": self.now, **fields}
        first_month(change.table, document)  # refuses what no month could be told from
        self._keep(change, document)
        return {"removed_at": self.now}

    def _edit(self, change: Edit) -> Mapping[str, Any]:
        newest = self._standing(change)
        fields = _without_own(as_stored(change.fields))
        stamp, writer = stamp_of(newest)
        kept = [
            {"field": field, "value": newest.get(field), "_v": stamp, "_w": writer}
            for field, seen in as_stored(_nothing_for_dots(change.seen)).items()
            if field in fields and newest.get(field) not in (seen, fields[field])
        ]
        if kept:
            fields["_kept"] = [*newest.get("_kept", ()), *kept]
        return self._set(change, fields)

    def _revert(self, change: Revert) -> Mapping[str, Any]:
        newest = self._newest(change)
        if newest is None or "recorded_at" not in newest:
            raise Refusal("This entry is not there any more; there is nothing to take back.")
        # What stood before this write counts: several changes of one document are taken back together.
        stored = self.documents.get(change.table, change.id)
        if stored is not None and stamp_of(stored) > change.expected:
            raise Refusal(
                "This entry was changed again since; that change would go with it, so nothing was taken back."
            )
        fields = {name: value for name, value in change.fields.items() if value is not ...}
        absent = {name: ... for name, value in change.fields.items() if value is ...}
        return self._set(change, _without_own({**as_stored(fields), **absent}))

    def _set(self, change: Change, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        """Set fields of the newest version (`...` takes one away) and give what they were."""
        newest = self._newest(change) or {}
        document = {**newest, "updated_at": self.now, **fields}
        previous = {name: newest.get(name, ...) for name in fields}
        self._keep(change, {name: value for name, value in document.items() if value is not ...})
        return previous

    def _keep(self, change: Change, document: dict[str, Any]) -> None:
        known = self.documents.get(change.table, change.id) is not None
        stored = self.documents.versions(change.table, change.id) if known else ()
        seen = {writer: v for writer, v in seen_by(stored).items() if writer and writer != self.stamp[1]}
        document.pop("_b", None)
        if seen:
            document["_b"] = seen
        document["_v"], document["_w"] = self.stamp
        self.versions[change.table, change.id] = document

    def _standing(self, change: Change) -> Document:
        newest = self._newest(change)
        if newest is None or "recorded_at" not in newest:
            raise Refusal("This entry is not there any more; nothing was changed.")
        if newest.get("removed_at"):
            raise Refusal("This entry was set aside; bring it back before you change it.")
        return newest

    def _set_aside(self, change: Change) -> None:
        newest = self._newest(change)
        if newest is None or "recorded_at" not in newest:
            raise Refusal("This entry was set aside too long ago to be brought back.")
        if not newest.get("removed_at"):
            raise Refusal("This entry was not set aside; there is nothing to bring back.")


def check_name(table: str, record_id: str) -> None:
    """ValueError for a table or an id that no file could carry: a mistake of the program, not of a person."""
    if not table or table.startswith("_"):
        raise ValueError(f"not a name for a table: {table!r}")
    if not is_id(record_id):
        raise ValueError(f"not the text of an id: {record_id!r}")


def _without_own(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in OWN}


def _nothing_for_dots(seen: Mapping[str, Any]) -> dict[str, Any]:
    """A field that was not there was seen as nothing."""
    return {name: None if value is ... else value for name, value in seen.items()}


def _month(day: str) -> str:
    """The month of an ISO date. It becomes a file's name, so nothing but a date may come through."""
    try:
        sound = date.fromisoformat(day).isoformat() == day
    except ValueError:
        sound = False
    if not sound:
        raise Refusal("The day of this entry could not be read; it is written like 2026-11-22.")
    return day[:7]


def _in_utc(recorded_at: str) -> str:
    try:
        return datetime.fromisoformat(recorded_at).astimezone(UTC).date().isoformat()
    except (ValueError, OverflowError):
        raise Refusal("The time this entry was recorded could not be read.") from None
