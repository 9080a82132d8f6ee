"""What every record has, and how one is read from its document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

import msgspec

from tracker.ids import id_order
from tracker.store.shapes import Document


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen picture of one stored document. It changes only by a new version in the store."""

    id: str
    """Fixed-width text of the document's id; never changes."""
    recorded_at: datetime
    """When it was first written down, UTC."""
    updated_at: datetime | None = None
    """When this version was written, UTC."""
    by: str = ""
    """The partner whose words or doing it is; empty for both."""
    removed_at: datetime | None = None
    """When it was set aside, if it was."""
    version: int = msgspec.field(name="_v", default=0)
    """The store's version stamp, in microseconds."""
    writer: str = msgspec.field(name="_w", default="")
    """Who held the pen for this version."""


R = TypeVar("R", bound=Record)


def read_all(documents: Iterable[Document], kind: type[R]) -> tuple[R, ...]:
    """The documents that are sound records of `kind`, oldest id first.

    A document that somebody edited by hand into something else is passed over, never an exception: it stays
    in its file, and `rekindle doctor` names it.
    """
    records = [record for document in documents if (record := read_one(document, kind)) is not None]
    records.sort(key=lambda record: id_order(record.id))
    return tuple(records)


def read_one(document: Document, kind: type[R]) -> R | None:
    """One document as a record of `kind`, or None where it is not sound."""
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError:
        return None
