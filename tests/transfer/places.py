"""Stores to import into and export from, and the files other programs write."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tracker.clock import FixedClock
from tracker.ids import id_text
from tracker.store.changes import Change, Document, Put
from tracker.store.documents import Documents
from tracker.store.memory import MemoryStore

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ALEX, SAM = id_text(1), id_text(2)
COUPLE = id_text(3)
PARTNERS = [{"id": ALEX, "name": "Alex", "symbol": "◐"}, {"id": SAM, "name": "Sam", "symbol": "◑"}]


def record(number: int) -> str:
    """An id to tell records apart by."""
    return id_text(1000 + number)


def ritual(key: str, name: str = "", period: str = "week", times: int = 1, **fields: Any) -> dict[str, Any]:
    """The fields of a ritual."""
    rule = {"cadence": {"times": times, "period": period}, "kept_by": "either", "forgive": 1}
    return {
        "key": key,
        "name": name or key.capitalize(),
        **rule,
        "since": None,
        "archived_on": None,
        **fields,
    }


def founding() -> list[Change]:
    """The couple and its first three rituals."""
    couple = {"partners": PARTNERS, "week_start": "monday", "day_ends_at": "04:00", "time_zone": "UTC"}
    first = (("appreciation", "day"), ("date", "week"), ("trip", "month"))
    return [
        Put("couple", COUPLE, couple),
        *(
            Put("rituals", id_text(10 + n), ritual(key, period=period))
            for n, (key, period) in enumerate(first)
        ),
    ]


def empty_store(clock: FixedClock | None = None, writer: str = "memory-0000") -> MemoryStore:
    """A store in which nothing stands."""
    return MemoryStore(clock or FixedClock(NOW), writer)


def store_of(*more: Change, clock: FixedClock | None = None, writer: str = "memory-0000") -> MemoryStore:
    """A store that is set up, and holds this, too."""
    store = empty_store(clock, writer)
    store.write(lambda _: [*founding(), *more])
    return store


def do(store: MemoryStore, changes: Iterable[Change]) -> None:
    """Write these changes."""
    store.write(lambda _: list(changes))


def standing(documents: Documents, table: str) -> list[Document]:
    """What stands in a table, oldest id first."""
    return sorted(documents.standing(table), key=lambda document: str(document["id"]))


def appreciation(day: str, by: str, text: str, **fields: Any) -> dict[str, Any]:
    """The fields of an appreciation."""
    about = SAM if by == ALEX else ALEX
    untold = {"cue": "", "told_on": None, "told_how": ""}
    return {"day": day, "by": by, "about": about, "text": text, **untold, **fields}


def moment(day: str, key: str, by: str = "", note: str = "") -> dict[str, Any]:
    """The fields of a moment."""
    return {"day": day, "ritual": key, "by": by, "note": note}


# Loop Habit Tracker's database, as its own migrations make it (in our own words; github.com/iSoron/uhabits).

_HABITS = {
    9: "id integer primary key autoincrement, archived integer, color integer, description text,"
    " freq_den integer, freq_num integer, highlight integer, name text, position integer,"
    " reminder_hour integer, reminder_min integer",
    11: "reminder_days integer not null default 127",
    16: "type integer not null default 0",
    18: "target_type integer not null default 0, target_value real not null default 0,"
    ' unit text not null default ""',
    23: "question text",
    24: "uuid text",
}
_REPETITIONS = {
    9: "id integer primary key autoincrement, habit integer references habits(id), timestamp integer",
    16: "value integer not null default 2",
    25: "notes text",
}
_DAY = 86_400_000


def stamp(day: str) -> int:
    """Loop's timestamp of a day: its midnight in UTC, in milliseconds."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * _DAY


def loop_db(
    path: Path, habits: Sequence[Mapping[str, Any]], entries: Sequence[Mapping[str, Any]], version: int = 25
) -> Path:
    """A backup as the Loop of this database version wrote it. Fields that it did not know are dropped."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE android_metadata (locale TEXT)")
        for table, columns in (("Habits", _HABITS), ("Repetitions", _REPETITIONS)):
            known = ", ".join(text for since, text in columns.items() if since <= version)
            connection.execute(f"CREATE TABLE {table} ({known})")
        if version >= 22:
            connection.execute("CREATE UNIQUE INDEX idx_repetitions ON Repetitions(habit, timestamp)")
        for table, rows in (("Habits", habits), ("Repetitions", entries)):
            columns_here = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for row in rows:
                names = [name for name in row if name in columns_here]
                marks = ", ".join("?" * len(names))
                sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
                connection.execute(sql, [row[name] for name in names])
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path


def habit_row(number: int, name: str, freq_num: int = 1, freq_den: int = 1, **fields: Any) -> dict[str, Any]:
    """A row of Loop's `Habits`."""
    row = {"id": number, "name": name, "freq_num": freq_num, "freq_den": freq_den, "position": number}
    return {**row, "archived": 0, "color": 8, "description": "", "highlight": 0, "question": "", **fields}


def entry_row(habit: int, day: str, value: int = 2, notes: str | None = None) -> dict[str, Any]:
    """A row of Loop's `Repetitions`."""
    return {"habit": habit, "timestamp": stamp(day), "value": value, "notes": notes}


# Loop Habit Tracker's CSV export.

HEADERS = {
    "1.4": ("Name", "Description", "NumRepetitions", "Interval", "Color"),
    "1.8": ("Position", "Name", "Description", "NumRepetitions", "Interval", "Color"),
    "2.0": ("Position", "Name", "Question", "Description", "NumRepetitions", "Interval", "Color"),
    "2.3.1": (
        "Position",
        "Name",
        "Type",
        "Question",
        "Description",
        "FrequencyNumerator",
        "FrequencyDenominator",
        "Color",
        "Unit",
        "Target Type",
        "Target Value",
        "Archived?",
    ),
}


def table(*rows: Sequence[str]) -> str:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def loop_zip(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
