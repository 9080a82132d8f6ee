"""Moments as CSV: one row each, for spreadsheets. It is lossy, and says so."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import NamedTuple

from tracker.store.changes import Document
from tracker.store.documents import Documents
from tracker.text import folded
from tracker.transfer.people import people
from tracker.transfer.report import counted
from tracker.transfer.standing import APPRECIATION, Row, standing_rows
from tracker.transfer.veil import Veil

HEADER = ("day", "ritual", "by", "note")
LOSSY = (
    "CSV holds the moments alone: no cues, pauses, plans, goals, cadences, nor what was told when; "
    "for all of it use JSON or `rekindle backup`."
)
_OBEYED = ("=", "+", "-", "@")
"""Beginnings that a spreadsheet takes for a formula."""


class Sheet(NamedTuple):
    """A CSV text, and what should be said about it."""

    text: str
    """RFC 4180: commas, CRLF, quotes where needed; to be written as UTF-8."""
    hints: tuple[str, ...]


def export_rows(documents: Documents, *, now: datetime, viewer: str = "") -> Sheet:
    """One row a moment: the shared part, or with `viewer` also the untold words of that partner's own.

    Texts are never altered. Rows are in the order of their days, which tells nothing of who wrote them.
    Refusal before set-up.
    """
    couple = people(documents)
    veil = Veil(documents, viewer, now)
    known = {folded(str(ritual["key"])) for ritual in documents.standing("rituals")}
    rows, orphans = [], 0
    named = {str(plan["id"]) for plan in documents.standing("plans") if plan.get("state") == "happened"}
    for row, document in standing_rows(documents, couple.day_ends_at):
        if veil.is_half(row.ritual, row.day, document) or _is_named(row, document, named, documents):
            continue
        if folded(row.ritual) not in known:
            orphans += 1
            continue
        shown = _shown(row, document, veil)
        rows.append((shown.day, shown.ritual, shown.note, str(document["id"]), shown))
    shown_rows = [row[-1] for row in sorted(rows)]
    return Sheet(_written(shown_rows, couple.names), tuple(_hints(shown_rows, orphans)))


def _is_named(row: Row, moment: Document, happened: set[str], documents: Documents) -> bool:
    """Whether it is a tick that became a plan: the plan has a row of its own."""
    plan = moment.get("plan")
    if plan not in happened:
        return False
    return (documents.get("plans", plan) or {}).get("kind") == row.ritual


def _shown(row: Row, document: Document, veil: Veil) -> Row:
    """The row without a held surprise's title, and without words that were not told and whose they are."""
    if row.ritual == APPRECIATION and not veil.words(document):
        return row._replace(by="", note="")
    return row._replace(note="") if veil.holds(document) else row


def _written(rows: list[Row], names: dict[str, str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows((row.day, row.ritual, names.get(row.by, row.by), row.note) for row in rows)
    return out.getvalue()


def _hints(rows: list[Row], orphans: int) -> list[str]:
    hints = [LOSSY]
    obeyed = sum(row.note.startswith(_OBEYED) for row in rows)
    if obeyed:
        hints.append(
            f"{counted(obeyed, 'notes')} may look like formulas to a spreadsheet; import that column as text."
        )
    if orphans:
        hints.append(f"{counted(orphans, 'moments')} of rituals that were removed left out.")
    return hints
