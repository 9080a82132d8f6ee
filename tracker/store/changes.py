"""What may be asked of the store: small frozen changes, all of them applied or none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tracker.store.shapes import Document as Document
from tracker.store.shapes import Stamp as Stamp


class Put(NamedTuple):
    """A new document."""

    table: str
    id: str
    """Fixed-width text of `tracker.ids.new_id`."""
    fields: Mapping[str, Any]
    """JSON values. The store adds id, recorded_at, updated_at, `_v`, `_w`; a day decides the month file."""


class Edit(NamedTuple):
    """Changed fields of a standing document, applied to its newest version."""

    table: str
    id: str
    fields: Mapping[str, Any]
    seen: Mapping[str, Any] = {}
    """What the person saw in these fields before changing them. Where the newest version holds something else
    again, the new value stands and the other one is kept in `_kept`, so that it can be shown."""


class Remove(NamedTuple):
    """Set a document aside; it can be brought back for 30 days."""

    table: str
    id: str


class BringBack(NamedTuple):
    """Undo a `Remove`."""

    table: str
    id: str


class Revert(NamedTuple):
    """Take one applied change back, only if no newer version than `expected` stands."""

    table: str
    id: str
    expected: Stamp
    fields: Mapping[str, Any]
    """The fields to restore; a field whose value is `...` did not exist and goes again."""


Change = Put | Edit | Remove | BringBack | Revert


class Applied(NamedTuple):
    """One change as it was written, with what taking it back needs."""

    table: str
    id: str
    after: Stamp
    previous: Mapping[str, Any]
    """The changed fields as they were; `...` for one that was not there. For a new document: removed_at."""

    def reverted(self) -> Revert:
        """The change that takes this one back."""
        return Revert(self.table, self.id, self.after, self.previous)


Receipt = tuple[Applied, ...]
"""What one write did, in order. Take back with `tuple(a.reverted() for a in reversed(receipt))`."""
