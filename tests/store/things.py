"""Small things that the store's tests share."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tracker.clock import FixedClock
from tracker.ids import id_text
from tracker.store.changes import Change, Document, Put, Receipt
from tracker.store.disk import DiskStore
from tracker.store.documents import Documents
from tracker.store.protocol import Store

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
ALEX, SAM = "alex-7f3a", "sam-01bc"


def an_id(number: int) -> str:
    """An id as `new_id` makes it, but the same each time."""
    return id_text((1_790_000_000_000 + number << 32) | 7)


def moment(number: int, day: str = "2026-11-20", **fields: Any) -> Put:
    """A moment to put."""
    return Put("moments", an_id(number), {"ritual": "date", "day": day, "by": "", "note": "a walk", **fields})


def write(store: Store, *changes: Change) -> Receipt:
    """Write these changes."""
    return store.write(lambda _: changes)


def everything(documents: Documents) -> dict[tuple[str, str], Document]:
    """All documents, removed ones too, by table and id."""
    return {
        (table, document["id"]): document
        for table in documents.tables()
        for document in (*documents.standing(table), *documents.removed(table))
    }


def notes(store: Store) -> dict[str, str]:
    """The notes of all standing moments by id."""
    return {document["id"]: document.get("note", "") for document in store.documents.standing("moments")}


def open_as(root: Path, writer: str = ALEX, clock: FixedClock | None = None) -> DiskStore:
    """A store of one writer in a folder."""
    return DiskStore.open(root, clock or FixedClock(NOW), writer=writer)


def month_path(root: Path, writer: str = ALEX, month: str = "2026-11") -> Path:
    """A writer's month file."""
    return root / writer / f"{month}.json"


def tables_in(path: Path) -> dict[str, dict[str, Any]]:
    """What stands in a month file, read plainly."""
    tables: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    return tables


def kinds(store: Store) -> list[str]:
    """The kinds of all notices, in order."""
    return [notice.kind for notice in store.documents.notices]
