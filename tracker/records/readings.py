"""Records that were read already: a save changes one document, so only that one is read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from tracker.records.base import Record, read_one
from tracker.store.changes import Document
from tracker.store.documents import Documents

R = TypeVar("R", bound=Record)


class Readings:
    """What was last read of each table. Shared by the pictures that follow one another; it holds no rule."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, type[Record]], _Reading] = {}

    def standing(self, documents: Documents, table: str, kind: type[R]) -> tuple[R, ...]:
        """The sound records of a table that are not removed, oldest id first."""
        return self._reading(documents, table, kind).standing

    def removed(self, documents: Documents, table: str, kind: type[R]) -> tuple[R, ...]:
        """The sound records of a table that are set aside, oldest id first."""
        return self._reading(documents, table, kind).removed

    def _reading(self, documents: Documents, table: str, kind: type[R]) -> _Reading:
        source = documents.table(table)
        known = self._known.get((table, kind))
        if known is None or known.source is not source:
            known = self._known[table, kind] = _read(source, kind, known.by_key if known else {})
        return known


class _Reading(NamedTuple):
    """A table as it was read, with the very documents, so that a new version is told from a known one."""

    source: Mapping[str, Document]
    by_key: dict[str, tuple[Document, Record | None]]
    standing: tuple[Any, ...]
    removed: tuple[Any, ...]


def _read(
    source: Mapping[str, Document], kind: type[R], known: dict[str, tuple[Document, Record | None]]
) -> _Reading:
    by_key: dict[str, tuple[Document, Record | None]] = {}
    standing: list[Record] = []
    removed: list[Record] = []
    for key, document in source.items():
        before = known.get(key)
        if before is None or before[0] is not document:
            before = (document, read_one(document, kind))
        by_key[key] = before
        record = before[1]
        if record is not None:
            (removed if record.removed_at else standing).append(record)
    for records in (standing, removed):
        records.sort(key=lambda record: record.id)
    return _Reading(source, by_key, tuple(standing), tuple(removed))
