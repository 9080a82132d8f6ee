"""The moments that stand, in whichever table, and when a row of a file stands among them already.

A moment is in `moments`; an appreciation is the moment of `appreciation`; a plan that happened is the moment
of `date` or `trip`, and a step that was reached one of `project`, by both, with its title for a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.calendar.when import read_when
from tracker.rhythm.marks import PROJECT
from tracker.store.changes import Document
from tracker.store.documents import Documents
from tracker.text import clean, folded
from tracker.transfer.days import read_day

APPRECIATION = "appreciation"
"""The key of the ritual whose moments are words."""


class Row(NamedTuple):
    """One moment, as CSV has it; `by` is a partner's id, empty for both."""

    day: str
    ritual: str
    by: str
    note: str

    @property
    def bare(self) -> tuple[str, str, str]:
        """The row without its note."""
        return self[:3]


class Moments:
    """Which moments stand, and which an import adds as it goes."""

    def __init__(self, documents: Documents, day_ends_at: str) -> None:
        self._rows: set[Row] = set()
        self._bare: set[tuple[str, str, str]] = set()
        for row, _ in standing_rows(documents, day_ends_at):
            self._note_down(row)

    def add(self, row: Row) -> bool:
        """Whether the row is new; then it stands from now on.

        It stands already when a moment has the same day, ritual, `by` and note, or when its note is empty
        and a moment has the same day, ritual and `by`.
        """
        row = _comparable(row)
        if row in self._rows or (not row.note and row.bare in self._bare):
            return False
        self._note_down(row)
        return True

    def stands(self, row: Row) -> bool:
        """Whether a moment with this very day, ritual, `by` and note stands."""
        return _comparable(row) in self._rows

    def _note_down(self, row: Row) -> None:
        row = _comparable(row)
        self._rows.add(row)
        self._bare.add(row.bare)


def standing_rows(documents: Documents, day_ends_at: str) -> Iterator[tuple[Row, Document]]:
    """Every moment that stands, with the document it comes from; what has no readable day is passed over."""
    for document in documents.standing("moments"):
        if read_day(document.get("day")):
            yield _row(document, str(document.get("ritual", "")), "note"), document
    for document in documents.standing("appreciations"):
        if read_day(document.get("day")):
            yield _row(document, APPRECIATION, "text"), document
    for document in documents.standing("plans"):
        day = start_day(document, day_ends_at)
        counts = document.get("kind") != "trip" or document.get("counts") is not False
        if document.get("state") == "happened" and day and counts:
            note = tidy(document.get("title"))
            yield Row(day.isoformat(), str(document.get("kind", "")), "", note), document
    for document in documents.standing("milestones"):
        if read_day(document.get("done_on")):
            yield Row(document["done_on"].strip(), PROJECT, "", tidy(document.get("title"))), document


def start_day(plan: Document, day_ends_at: str) -> date | None:
    """The couple's day on which a plan starts: the day before in the small hours; None without a day."""
    start = read_when(plan.get("start"))
    return start.day(day_ends_at) if start else None


def tidy(note: object) -> str:
    """A note as it is kept and compared: cleaned, and trimmed at its ends."""
    return clean(note).strip() if isinstance(note, str) else ""


def _comparable(row: Row) -> Row:
    return row._replace(ritual=folded(row.ritual))


def _row(document: Document, ritual: str, field: str) -> Row:
    return Row(document["day"].strip(), ritual, str(document.get("by") or ""), tidy(document.get(field)))
