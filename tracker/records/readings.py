"""Records that were read already: a save changes one document, so only that one is read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import GenericAlias
from typing import Any, NamedTuple, TypeVar

import msgspec

from tracker.ids import id_order
from tracker.records.base import Record, read_all, read_one
from tracker.store.documents import Documents
from tracker.store.merging import differing
from tracker.store.shapes import Document

R = TypeVar("R", bound=Record)


class Readings:
    """What was last read of each table. Shared by the pictures that follow one another; it holds no rule."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, type[Record]], _Reading] = {}
        self._days: dict[tuple[str, date], tuple[Mapping[str, Document], tuple[Any, ...]]] = {}

    def standing(self, documents: Documents, table: str, kind: type[R]) -> tuple[R, ...]:
        """The sound records of a table that are not removed, oldest id first."""
        return self._reading(documents, table, kind).standing

    def removed(self, documents: Documents, table: str, kind: type[R]) -> tuple[R, ...]:
        """The sound records of a table that are set aside, oldest id first."""
        return self._reading(documents, table, kind).removed

    def of_day(self, documents: Documents, table: str, day: date, kind: type[R]) -> tuple[R, ...]:
        """The sound records of a table that are not removed and have this day, oldest id first."""
        source = documents.table(table)
        known = self._days.get((table, day))
        if known is None or known[0] is not source:
            # What belongs to an older state of the table would only fill the memory.
            self._days = {key: old for key, old in self._days.items() if key[0] != table or old[0] is source}
            records = read_all(documents.of_day(table, day.isoformat()), kind)
            known = self._days[table, day] = source, records
        return known[1]

    def _reading(self, documents: Documents, table: str, kind: type[R]) -> _Reading:
        source = documents.table(table)
        known = self._known.get((table, kind))
        if known is None or known.source is not source:
            by_key = _renewed(known, source, kind) if known else _read(source, kind)
            known = self._known[table, kind] = _sorted_out(source, by_key)
        return known


class _Reading(NamedTuple):
    """A table as it was read, with the very documents, so that a new version is told from a known one."""

    source: Mapping[str, Document]
    by_key: Mapping[str, Record | None]
    standing: tuple[Any, ...]
    removed: tuple[Any, ...]


def _read(source: Mapping[str, Document], kind: type[R]) -> dict[str, R | None]:
    # Of what was removed long ago only a tombstone stands: no record, and nothing else.
    whole = {key: document for key, document in source.items() if "recorded_at" in document}
    return dict(zip(whole, _records([*whole.values()], kind), strict=True))


def _records(documents: list[Document], kind: type[R]) -> Iterable[R | None]:
    """All at once, which takes half the time of one by one; where a hand made one unsound, one by one."""
    many: Any = GenericAlias(list, (kind,))
    try:
        records: list[R] = msgspec.convert(documents, many)
    except msgspec.ValidationError:
        return [read_one(document, kind) for document in documents]
    return records


def _renewed(known: _Reading, source: Mapping[str, Document], kind: type[R]) -> dict[str, Record | None]:
    changed = differing(known.source, source)
    now = {key: source[key] for key in changed if key in source}
    kept = {key: record for key, record in known.by_key.items() if key not in changed}
    return {**kept, **_read(now, kind)}


def _sorted_out(source: Mapping[str, Document], by_key: Mapping[str, Record | None]) -> _Reading:
    records = sorted(filter(None, by_key.values()), key=lambda record: id_order(record.id))
    standing = tuple([record for record in records if record.removed_at is None])
    removed = tuple([record for record in records if record.removed_at is not None])
    return _Reading(source, by_key, standing, removed)
