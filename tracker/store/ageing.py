"""What was set aside leaves after its 30 days: the content goes, the bare fact that the id is gone stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from tracker.store.documents import stamp_of
from tracker.store.shapes import Document, Key, Tables

KEPT = timedelta(days=31)
"""Until the 31st day a removed document can be brought back with all its content."""


def aged_out(
    own: Tables, set_aside: Mapping[Key, Document], now: datetime
) -> dict[str, dict[str, dict[str, Any]]]:
    """Bare tombstones for a writer's own versions of what was removed long ago, each with its old stamp.

    `set_aside` are the removed documents and the tombstones, by table and id, each in its newest version. A
    bare tombstone is the newest version just as the whole document was, so it outweighs every older version
    that another writer still holds.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for (table, key), newest in set_aside.items():
        version = own.get(table, {}).get(key)
        if version is not None and "recorded_at" in version and _is_over(newest, now):
            stamp, writer = stamp_of(version)
            found.setdefault(table, {})[key] = {"id": key, "_v": stamp, "_w": writer}
    return found


def is_set_aside(document: Document) -> bool:
    """Whether this version says that the document is removed."""
    return "recorded_at" not in document or bool(document.get("removed_at"))


def _is_over(newest: Document, now: datetime) -> bool:
    """Whether a document is a tombstone already, or was removed 31 days ago."""
    if "recorded_at" not in newest:
        return newest.keys() <= {"id", "_v", "_w"}
    removed_at = newest.get("removed_at")
    if not isinstance(removed_at, str) or not removed_at:
        return False
    try:
        removed = datetime.fromisoformat(removed_at)
    except ValueError:
        return False
    return now - (removed if removed.tzinfo else removed.replace(tzinfo=UTC)) >= KEPT
