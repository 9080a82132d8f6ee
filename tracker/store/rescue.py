"""A damaged month file: what of it can be shown, and how its own writer puts it right."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH118, PTH119

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from tracker.store.backups import back_up, newest_good
from tracker.store.codec import Content, encode
from tracker.store.documents import Notice
from tracker.store.merging import merged
from tracker.store.month import MonthFile
from tracker.store.naming import is_copy, month_of
from tracker.store.publish import publish, second_name
from tracker.store.safely import Modes, read_file
from tracker.store.salvage import salvaged
from tracker.store.schema import SCHEMA, RawTables

KINDS = {
    "couple": ("couple", "couples"),
    "rituals": ("ritual", "rituals"),
    "moments": ("moment", "moments"),
    "appreciations": ("appreciation", "appreciations"),
    "plans": ("plan", "plans"),
    "remarks": ("remark", "remarks"),
    "goals": ("goal", "goals"),
    "milestones": ("milestone", "milestones"),
    "pauses": ("pause", "pauses"),
    "lookups": ("look-up", "look-ups"),
    "reviews": ("review", "reviews"),
    "beginnings": ("beginning", "beginnings"),
}
"""What the people call one and several of each table. Weather is never told of, nor are one partner's
own wishes, future scenes and tried practices: that they exist is private.
"""


class Rescued(NamedTuple):
    """What came back of a damaged file."""

    content: Content
    backup_day: str | None
    """The day of the backup that could be read."""
    from_text: bool
    """Whether the damaged bytes themselves gave something that the backup does not hold."""


def rescued(path: str, raw: bytes) -> Rescued:
    """What the newest good backup and the whole documents in the bytes hold, merged by version."""
    folder, name = os.path.split(path)
    backup = None if is_copy(name) else newest_good(folder, month_of(name) or "")
    kept: RawTables = dict(backup[1].tables) if backup else {}
    aside = backup[1].aside if backup else {}
    # The backup first: of two documents with one stamp it is the one that is known to be whole.
    tables: RawTables = {table: dict(found) for table, found in merged((kept, salvaged(raw, kept))).items()}
    return Rescued(
        Content(tables, aside, SCHEMA, by_hand=False), backup[0] if backup else None, tables != kept
    )


def mend(folder: str, file: MonthFile, now: datetime, modes: Modes) -> Notice:
    """Under the writer's lock: put a damaged file right, or take over an edit by hand; what to tell."""
    name = f"{file.month}.json"
    if not file.damaged:
        back_up(folder, file.month, now, modes, f"-by-hand-{now:%H%M%S}")
        publish(folder, {name: encode(file.tables, file.aside)}, modes)
        return Notice(
            "hand-edited",
            f"The file of {_month(file.month)} was edited by hand. The edit stands, and it was backed up.",
        )
    path = os.path.join(folder, name)
    back = rescued(path, read_file(path)[0])
    aside = _set_aside(path, now, modes)
    publish(folder, {name: encode(back.content.tables, back.content.aside)}, modes)
    return _told(file.month, back, aside)


def _set_aside(path: str, now: datetime, modes: Modes) -> str:
    """Keep the damaged bytes under a name of their own; that name."""
    name = f"{path}.damaged-{now:%Y%m%dT%H%M%S}"
    while os.path.lexists(name):
        name += "+"
    second_name(path, name, modes)
    return os.path.basename(name)


def _told(month: str, back: Rescued, aside: str) -> Notice:
    counts = ", ".join(_counted(back.content.tables)) or "nothing"
    backup = f" the backup of {_date(back.backup_day)}" if back.backup_day else ""
    source = " and".join(part for part in (" the file itself" if back.from_text else "", backup) if part)
    came_back = f"From{source} came back: {counts}" if source else "Nothing in it could be read"
    return Notice(
        "salvaged" if back.from_text else "restored",
        f"The file of {_month(month)} was damaged. {came_back}. The damaged file is kept as {aside}.",
    )


def _counted(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for table, (one, several) in KINDS.items():
        standing = [
            d
            for d in tables.get(table, {}).values()
            if "recorded_at" in d
            and not d.get("removed_at")
            and not (d.get("state") == "wish" and d.get("by"))
        ]
        if standing:
            yield f"{len(standing)} {one if len(standing) == 1 else several}"


def _month(month: str) -> str:
    return f"{date.fromisoformat(month + '-01'):%B %Y}"


def _date(day: str | None) -> str:
    return f"{date.fromisoformat(day):%d %B %Y}".lstrip("0") if day else ""
