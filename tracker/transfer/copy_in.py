"""A JSON export back into a store: matched by id, the newer version wins, a mask never replaces a text."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from typing import Any, NoReturn

from tracker.calendar.days import check_day
from tracker.errors import Refusal
from tracker.ids import is_id
from tracker.store.applying import DATED
from tracker.store.changes import Change, Document, Put
from tracker.store.documents import Documents, stamp_of
from tracker.store.schema import SCHEMA, migrated
from tracker.store.values import as_stored
from tracker.transfer.days import read_day
from tracker.transfer.merge import as_change
from tracker.transfer.report import STEP, Outcome, Part, Progress, Report, no_progress
from tracker.transfer.rituals_in import Fitting

_LARGEST_STAMP = 1 << 62

Tables = dict[str, dict[str, Document]]


def import_copy(documents: Documents, text: str, *, today: date, progress: Progress = no_progress) -> Outcome:
    """What taking this export in would write, and the report on it. All of it or nothing.

    Nothing that stands here is removed. Refusal where the text is no export of ours, of a newer Rekindle or
    of another couple, or holds an unsound document (told by its table and place, never by its words).
    """
    tables = _tables(text, today)
    _same_couple(documents, tables)
    fitting = Fitting(documents.standing("rituals"))
    changes: list[Change] = []
    parts, done, total = [], 0, sum(map(len, tables.values()))
    for table, found in sorted(tables.items()):
        counts: Counter[str] = Counter()
        left: list[str] = []
        for incoming in found.values():
            document = fitting.fit(incoming, left) if table == "rituals" else incoming
            change = (
                as_change(table, document, documents.get(table, str(document["id"]))) if document else None
            )
            if change is not None:
                changes.append(change)
            counts[_what(documents, change)] += document is not None
            if done % STEP == 0:
                progress(done, total)
            done += 1
        taken = {what: counts[what] for what in ("entries", "updates")}
        parts.append(Part(name=table, taken=taken, standing=counts["standing"], left=tuple(left)))
    progress(total, total)
    return changes, Report(source="an export of Rekindle", parts=tuple(parts))


def _what(documents: Documents, change: Change | None) -> str:
    if change is None:
        return "standing"
    return "entries" if isinstance(change, Put) else "updates"


def _tables(text: str, today: date) -> Tables:
    """The documents of the file by table and id, checked and in today's schema."""
    content = _parsed(text)
    schema, tables = content.get("rekindle"), content.get("tables")
    if not isinstance(schema, int) or not isinstance(tables, dict):
        raise Refusal("This file is not an export of Rekindle.")
    if schema > SCHEMA:
        raise Refusal("This export was written by a newer Rekindle; please update first.")
    raw: dict[str, dict[str, Any]] = {}
    for name, found in tables.items():
        if not name or name.startswith("_") or not isinstance(found, list):
            raise Refusal("This export holds a table that cannot be read; nothing was imported.")
        raw[name] = {}
        for place, document in enumerate(found, 1):
            sound = _sound(name, document, today, f"Entry {place} of {name}")
            standing = raw[name].get(sound["id"])
            if standing is None or stamp_of(standing) < stamp_of(sound):
                raw[name][sound["id"]] = sound
    return migrated(raw, schema)


def _parsed(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
        return as_stored(content) if isinstance(content, dict) else {}
    except (ValueError, RecursionError):
        raise Refusal("This file is not sound JSON; nothing was imported.") from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _sound(table: str, document: object, today: date, where: str) -> dict[str, Any]:
    """The document, when the store could keep it; Refusal with its place where not."""
    if not isinstance(document, dict) or document.get("removed_at"):
        raise Refusal(f"{where} is not a standing record; nothing was imported.")
    key, stamp, recorded_at = document.get("id"), document.get("_v"), document.get("recorded_at")
    if not is_id(key):
        raise Refusal(f"{where} has no id of ours; nothing was imported.")
    if type(stamp) is not int or not 0 <= stamp <= _LARGEST_STAMP or not isinstance(document.get("_w"), str):
        raise Refusal(f"{where} has no version; nothing was imported.")
    if not _is_moment(recorded_at):
        raise Refusal(f"{where} does not say when it was recorded; nothing was imported.")
    if table in DATED:
        _check_day(document.get("day"), today, where)
    return document


def _is_moment(text: object) -> bool:
    try:
        return isinstance(text, str) and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _check_day(text: object, today: date, where: str) -> None:
    day = read_day(text)
    if day is None or day.isoformat() != text:
        raise Refusal(f"{where} has no readable day; nothing was imported.")
    try:
        check_day(day, today)
    except Refusal as refusal:
        raise Refusal(f"{where}: {refusal} Nothing was imported.") from None


def _same_couple(documents: Documents, tables: Tables) -> None:
    """Refusal where both sides have a couple, and not the same one; and where there would be none at all."""
    here = {str(couple["id"]) for couple in documents.standing("couple")}
    there = set(tables.get("couple", {}))
    if here and there and not here & there:
        raise Refusal(
            "This export is of another couple's records; import it into an empty place, as with --data DIR."
        )
    if not here and not there:
        raise Refusal(
            "This export says nothing of the couple, and Rekindle is not set up yet; set it up first."
        )
