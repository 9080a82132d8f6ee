"""Loop Habit Tracker's backup: an SQLite file, opened read-only and never written.

Source: github.com/iSoron/uhabits, `resources/migrations/09.sql` to `25.sql` and `LoopDBImporter.kt`.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from tracker.errors import Refusal
from tracker.transfer.files import LARGEST, cannot_read
from tracker.transfer.habits import Found
from tracker.transfer.loop import YES_MANUAL, Entry, Shape, habit
from tracker.transfer.report import STEP, Progress, Tally, counted, no_progress

MAGIC = b"SQLite format 3\x00"
NEWEST_VERSION = 25
"""The newest `user_version` whose tables are known."""

_LONGEST_VALUE = 4_000_000
_OPERATIONS, _ROUNDS = 1_000_000, 500
"""So many steps of SQLite's machine, so often, and a file is taken for hostile; ten years need one round."""
_DAY = 86_400_000
"""Milliseconds; a timestamp is midnight in UTC."""
_EPOCH = date(1970, 1, 1)
_FURTHEST = (date.max - _EPOCH).days
_HABIT_COLUMNS = {
    "name": "NULL",
    "freq_num": "NULL",
    "freq_den": "NULL",
    "archived": "0",
    "position": "0",
    "type": "0",
    "target_type": "0",
    "target_value": "0",
}
"""What is read of a habit, and what stands in where the column did not exist yet."""
_ENTRY_COLUMNS = {"value": str(YES_MANUAL), "notes": "''"}

Entries = dict[int, list[Entry]]


def read(path: Path, today: date, progress: Progress = no_progress) -> Found:
    """The habits of a backup, in the order of its list.

    Refusal where the file is not a backup of Loop, comes from a newer Loop, or is damaged.
    """
    tallies: defaultdict[int, Tally] = defaultdict(Tally)
    with _opened(path) as connection:
        _check(connection)
        shapes = dict(_shapes(connection))
        entries = _entries(connection, tallies, progress)
    habits = tuple(habit(shapes[key], entries.get(key, []), today, tallies[key]) for key in shapes)
    orphans = sum(len(found) for key, found in entries.items() if key not in shapes)
    left = [f"Not taken: {counted(orphans, 'entries of habits that were deleted')}."] if orphans else []
    if _unfinished(path):
        left.append(f"Not read: {path.name}-wal. If entries are absent, make the backup in Loop again.")
    return Found(source="a backup of Loop Habit Tracker", habits=habits, left=tuple(left))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as a database that cannot be written, with limits on what it may cost."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(MAGIC))
        too_large = path.stat().st_size > LARGEST
    except OSError as problem:
        raise cannot_read(path, problem) from None
    if magic != MAGIC or too_large:
        raise Refusal(f"{path.name} is not a backup of Loop Habit Tracker.")
    try:
        # Immutable: not even a lock or a journal is made beside somebody's backup.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            _tame(connection)
            yield connection
    except (sqlite3.Error, UnicodeDecodeError):  # a message that quotes damaged bytes is the second
        raise Refusal(
            f"{path.name} is damaged, or no backup of Loop Habit Tracker; make a fresh one in Loop."
        ) from None


def _tame(connection: sqlite3.Connection) -> None:
    rounds = iter(range(_ROUNDS))
    connection.set_progress_handler(lambda: int(next(rounds, None) is None), _OPERATIONS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.row_factory = sqlite3.Row
    for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _check(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > NEWEST_VERSION:
        raise Refusal(
            f"This backup is of a newer Loop than is known here (version {version}, known up to"
            f" {NEWEST_VERSION}); export it as CSV in Loop and import that file."
        )
    habits, entries = _columns(connection, "Habits"), _columns(connection, "Repetitions")
    if not {"id", "name"} <= habits or not {"id", "habit", "timestamp"} <= entries:
        raise Refusal("This database is not a backup of Loop Habit Tracker: its tables are others.")


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a plain table; none where it is absent, or something else of that name."""
    plain = connection.execute(
        "SELECT 1 FROM sqlite_master"
        " WHERE type = 'table' AND name = ? COLLATE NOCASE AND sql LIKE 'CREATE TABLE%'",
        (table,),
    ).fetchone()
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall() if plain else []
    return {str(row["name"]).lower() for row in rows}


def _shapes(connection: sqlite3.Connection) -> Iterator[tuple[int, Shape]]:
    wanted = _selected(_HABIT_COLUMNS, _columns(connection, "Habits"))
    for row in connection.execute(f"SELECT id, {wanted} FROM Habits ORDER BY position, id"):
        target = row["target_value"]
        yield (
            row["id"],
            Shape(
                name=str(row["name"] or ""),
                times=_whole(row["freq_num"]),
                days=_whole(row["freq_den"]),
                archived=bool(row["archived"]),
                measured=row["type"] == 1,
                target=float(target) if isinstance(target, int | float) else None,
                at_most=row["target_type"] == 1,
            ),
        )


def _entries(connection: sqlite3.Connection, tallies: defaultdict[int, Tally], progress: Progress) -> Entries:
    wanted = _selected(_ENTRY_COLUMNS, _columns(connection, "Repetitions"))
    total = connection.execute("SELECT count(*) FROM Repetitions").fetchone()[0]
    found: Entries = defaultdict(list)
    rows = connection.execute(f"SELECT habit, timestamp, {wanted} FROM Repetitions ORDER BY id")
    for number, row in enumerate(rows):
        day, value = _day(row["timestamp"]), row["value"]
        if day is None or not isinstance(value, int):
            tallies[row["habit"]]["entries without a readable day or value"] += 1
        else:
            found[row["habit"]].append(Entry(day, value, str(row["notes"] or "")))
        if number % STEP == 0:
            progress(number, total)
    progress(total, total)
    return found


def _selected(columns: dict[str, str], present: set[str]) -> str:
    """The columns of a SELECT, with what stands in for those this version did not have yet."""
    return ", ".join(name if name in present else f"{instead} AS {name}" for name, instead in columns.items())


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _day(timestamp: object) -> date | None:
    """The UTC day of a timestamp in milliseconds; None for what is none."""
    if not isinstance(timestamp, int):
        return None
    days = timestamp // _DAY
    return _EPOCH + timedelta(days=days) if -_EPOCH.toordinal() < days <= _FURTHEST else None


def _unfinished(path: Path) -> bool:
    """Whether a write-ahead log with entries of its own lies beside the file."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0
