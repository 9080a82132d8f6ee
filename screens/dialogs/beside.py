"""What was written in two windows at once, as notes in the form of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.dialogs.form import Note
from tracker.records.base import Record
from tracker.views.beside import kept_beside

if TYPE_CHECKING:
    from screens.app import RekindleApp


def beside(app: RekindleApp, table: str, known: Record | None) -> tuple[Note, ...]:
    """The values that do not stand, so that nothing is dropped; none of a record that is just begun."""
    return tuple(Note(said) for said in kept_beside(app.at(), table, known.id)) if known else ()
