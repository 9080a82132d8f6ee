"""Loop Habit Tracker's SQLite backup."""

from __future__ import annotations

import random
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.transfer.places import TODAY, entry_row, habit_row, loop_db, loop_zip, stamp
from tracker.errors import Refusal
from tracker.transfer import loop_db as reader
from tracker.transfer.habits import Habit


def read(path: Path) -> tuple[Habit, ...]:
    return reader.read(path, TODAY).habits


@pytest.mark.parametrize("version", [9, 12, 16, 18, 21, 22, 23, 24, 25])
def test_every_database_version_is_read(tmp_path: Path, version: int) -> None:
    path = loop_db(
        tmp_path / "Loop Habits Backup 2026-11-22 200000.db",
        [habit_row(1, "Walk", 3, 7)],
        [entry_row(1, "2026-11-01", 2, "by the sea"), entry_row(1, "2026-11-02", 2)],
        version,
    )
    (walk,) = read(path)
    assert (walk.name, walk.cadence.times, walk.cadence.period) == ("Walk", 3, "week")
    assert walk.done == {date(2026, 11, 1), date(2026, 11, 2)}
    assert walk.notes == ({date(2026, 11, 1): "by the sea"} if version >= 25 else {})


def test_the_values_mean_what_they_mean_in_loop(tmp_path: Path) -> None:
    values = {
        "2026-11-01": 2,
        "2026-11-02": 3,
        "2026-11-03": 0,
        "2026-11-04": 1,
        "2026-11-05": -1,
        "2026-11-06": 7,
    }
    entries = [entry_row(1, day, value, "why") for day, value in values.items()]
    (habit,) = read(loop_db(tmp_path / "b.db", [habit_row(1, "Talk")], entries))
    assert habit.done == {date(2026, 11, 1)}
    assert habit.skipped == {date(2026, 11, 2)}
    assert set(habit.notes) == {date(2026, 11, 1), date(2026, 11, 2)}
    assert habit.left == (
        "Not taken: 1 entry marked as not done.",
        "Not taken: 4 notes on days that did not happen.",
        "Not taken: 1 entry filled in by Loop itself, not by you.",
        "Not taken: 1 entry without a value.",
        "Not taken: 1 entry with a value that Loop does not use.",
    )


def test_a_measured_habit_is_kept_when_its_target_is_met(tmp_path: Path) -> None:
    shape: dict[str, Any] = {"type": 1, "target_value": 2.5}
    days = {"2026-11-01": 2500, "2026-11-02": 2499, "2026-11-03": 9000, "2026-11-04": 3, "2026-11-05": 0}
    path = loop_db(
        tmp_path / "b.db",
        [habit_row(1, "Run", **shape), habit_row(2, "Screens", target_type=1, **shape)],
        [entry_row(habit, day, value) for habit in (1, 2) for day, value in days.items()],
    )
    run, screens = read(path)
    assert run.kept_days("monday", TODAY) == {date(2026, 11, 1), date(2026, 11, 3)}
    assert screens.kept_days("monday", TODAY) == {date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 5)}
    assert run.skipped == screens.skipped == {date(2026, 11, 4)}


def test_habits_come_in_the_order_of_the_list_and_archived_ones_end_with_their_last_entry(
    tmp_path: Path,
) -> None:
    path = loop_db(
        tmp_path / "b.db",
        [habit_row(1, "Second", position=5), habit_row(2, "First", position=1, archived=1)],
        [entry_row(2, "2026-10-01", 2), entry_row(2, "2026-10-09", 0)],
    )
    first, second = read(path)
    assert (first.name, first.archived_on) == ("First", date(2026, 10, 9))
    assert (second.name, second.archived_on) == ("Second", None)


def test_days_to_come_days_before_1900_doubled_and_unreadable_ones_are_left_with_a_word(
    tmp_path: Path,
) -> None:
    odd: list[dict[str, Any]] = [
        {"habit": 1, "timestamp": stamp("1899-12-31"), "value": 2},
        {"habit": 1, "timestamp": stamp("2026-11-23"), "value": 2},
        {"habit": 1, "timestamp": 10**17, "value": 2},
        {"habit": 1, "timestamp": -(10**17), "value": 2},
        {"habit": 1, "timestamp": None, "value": 2},
        {"habit": 1, "timestamp": "soon", "value": 2},
        {"habit": 1, "timestamp": stamp("2026-11-01"), "value": 2},
        {"habit": 1, "timestamp": stamp("2026-11-01"), "value": 0},
        {"habit": 9, "timestamp": stamp("2026-11-01"), "value": 2},
    ]
    found = reader.read(loop_db(tmp_path / "b.db", [habit_row(1, "Walk")], odd, version=21), TODAY)
    assert found.habits[0].done == {date(2026, 11, 1)}
    assert found.habits[0].left == (
        "Not taken: 4 entries without a readable day or value.",
        "Not taken: 2 entries on a day after today or before 1900.",
        "Not taken: 1 entry for a day that has one already.",
    )
    assert found.left == ("Not taken: 1 entry of habits that were deleted.",)


def test_the_backup_is_opened_read_only_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "what?#100%.db", [habit_row(1, "Walk")], [entry_row(1, "2026-11-01")])
    before = path.read_bytes()
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert read(path)[0].name == "Walk"
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_newer_version_is_refused_with_the_way_around(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "b.db", [habit_row(1, "Walk")], [])
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 26")
    connection.close()
    with pytest.raises(Refusal, match=r"newer Loop.*version 26.*25.*CSV"):
        read(path)


def test_what_is_no_backup_of_loop_is_refused(tmp_path: Path) -> None:
    text, other, absent = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "c.db"
    text.write_text("SQLite is not this", encoding="utf-8")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE Habits (id integer primary key, name text)")
    connection.close()
    zipped = loop_zip(tmp_path / "d.db", {"Habits.csv": ""})
    for path in (text, other, absent, zipped, tmp_path):
        with pytest.raises(Refusal):
            read(path)


def test_a_view_in_the_place_of_a_table_is_never_run(tmp_path: Path) -> None:
    path = tmp_path / "view.db"
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS name FROM n"
    )
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE VIEW Habits AS {endless}")
        connection.execute("CREATE TABLE Repetitions (id integer primary key, habit, timestamp, value)")
    connection.close()
    with pytest.raises(Refusal, match="tables are others"):
        read(path)


def test_a_database_that_costs_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [entry_row(1, f"2026-10-{day:02}") for day in range(1, 32)] * 40
    path = loop_db(tmp_path / "b.db", [habit_row(1, "Walk")], entries, version=21)
    monkeypatch.setattr(reader, "_OPERATIONS", 1000)
    assert read(path)[0].name == "Walk"
    monkeypatch.setattr(reader, "_ROUNDS", 2)
    with pytest.raises(Refusal):
        read(path)


def test_a_damaged_backup_is_refused_or_read_but_never_an_error(tmp_path: Path) -> None:
    entries = [entry_row(1, f"2026-{month:02}-{day:02}") for month in (9, 10) for day in range(1, 28)]
    whole = loop_db(tmp_path / "b.db", [habit_row(1, "Walk")], entries).read_bytes()
    chance, refused = random.Random(7), 0
    for _ in range(60):
        damaged = bytearray(whole[: chance.randrange(20, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 200)):
            damaged[chance.randrange(16, len(damaged))] = chance.randrange(256)
        path = tmp_path / "d.db"
        path.write_bytes(damaged)
        try:
            read(path)
        except Refusal:
            refused += 1
    assert refused > 20


def test_texts_that_are_not_utf_8_and_names_that_are_not_text_are_read(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "b.db", [habit_row(1, "x"), habit_row(2, "y")], [])
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE Habits SET name = CAST(x'57C3FF' AS TEXT), freq_num = 'often' WHERE id = 1"
        )
        connection.execute("UPDATE Habits SET name = NULL, freq_den = NULL WHERE id = 2")
    connection.close()
    first, second = read(path)
    assert first.name == "W\ufffd\ufffd"
    assert (second.name, second.cadence.times, second.cadence.period) == ("", 1, "week")


def test_a_write_ahead_log_beside_it_is_told(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "b.db", [habit_row(1, "Walk")], [])
    (tmp_path / "b.db-wal").write_bytes(b"frames")
    assert "b.db-wal" in reader.read(path, TODAY).left[0]


def test_progress_is_told_sparsely_and_ends_at_the_whole(tmp_path: Path) -> None:
    entries = [
        {"habit": 1, "timestamp": stamp("2015-01-01") + n * 86_400_000, "value": 2} for n in range(3000)
    ]
    path = loop_db(tmp_path / "b.db", [habit_row(1, "Walk")], entries)
    told: list[tuple[int, int]] = []
    reader.read(path, TODAY, lambda done, total: told.append((done, total)))
    assert told[-1] == (3000, 3000)
    assert len(told) < 10
