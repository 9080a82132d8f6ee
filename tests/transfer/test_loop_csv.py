"""Loop Habit Tracker's CSV export."""

from __future__ import annotations

import random
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.transfer.places import HEADERS, TODAY, loop_zip, table
from tracker.errors import Refusal
from tracker.transfer import loop_csv
from tracker.transfer.habits import Found, Habit

FIRST = date(2026, 11, 1)


def read(path: Path) -> Found:
    return loop_csv.read(path, TODAY)


def one(tmp_path: Path, habits: str, marks: str, folder: str = "001 Walk") -> Habit:
    """The one habit of an export."""
    path = loop_zip(
        tmp_path / "Loop Habits CSV 2026-11-22.zip", {"Habits.csv": habits, f"{folder}/Checkmarks.csv": marks}
    )
    (habit,) = read(path).habits
    return habit


ROWS = {
    "1.4": ("Walk", "Did you walk?", "3", "7", "#FF8F00"),
    "1.8": ("001", "Walk", "Did you walk?", "3", "7", "#FF8F00"),
    "2.0": ("001", "Walk", "Did you walk?", "", "3", "7", "#FF8F00"),
    "2.3.1": ("001", "Walk", "YES_NO", "Did you?", "", "3", "7", "#FF8F00", "", "", "", "false"),
}
OLD_MARKS = "2026-11-05,1\n2026-11-04,3\n2026-11-03,0\n2026-11-02,-1\n2026-11-01,2\n"
NEW_MARKS = table(
    ("Date", "Value", "Notes"),
    ("2026-11-05", "YES_AUTO", ""),
    ("2026-11-04", "SKIP", "flu"),
    ("2026-11-03", "NO", ""),
    ("2026-11-02", "UNKNOWN", "?"),
    ("2026-11-01", "YES_MANUAL", 'a "note", with\na second line'),
)


@pytest.mark.parametrize("generation", HEADERS)
def test_every_generation_of_headers_is_read(tmp_path: Path, generation: str) -> None:
    marks = NEW_MARKS if generation == "2.3.1" else OLD_MARKS
    habit = one(tmp_path, table(HEADERS[generation], ROWS[generation]), marks)
    assert (habit.name, habit.cadence.times, habit.cadence.period) == ("Walk", 3, "week")
    assert habit.done == {FIRST}
    assert habit.skipped == {date(2026, 11, 4)}
    assert habit.measure is None
    assert "Not taken: 1 entry filled in by Loop itself, not by you." in habit.left
    if generation == "2.3.1":
        assert habit.notes == {FIRST: 'a "note", with\na second line', date(2026, 11, 4): "flu"}


def measured(target_type: str = "AT_LEAST", target: str = "2.5", archived: str = "false") -> str:
    row = ("001", "Run", "NUMERICAL", "", "", "1", "1", "#FF8F00", "km", target_type, target, archived)
    return table(HEADERS["2.3.1"], row)


def test_a_measured_habit_says_its_target_from_2_3_1_on(tmp_path: Path) -> None:
    marks = "Date,Value,Notes\n2026-11-04,SKIP,\n2026-11-03,NO,\n2026-11-02,2499,\n2026-11-01,2500,\n"
    run = one(tmp_path, measured(), marks)
    assert run.kept_days("monday", TODAY) == {FIRST}
    assert run.skipped == {date(2026, 11, 4)}
    less = one(tmp_path, measured("AT_MOST"), marks)
    assert less.kept_days("monday", TODAY) == {FIRST, date(2026, 11, 2), date(2026, 11, 3)}


def test_before_that_amounts_tell_a_measured_habit_and_any_amount_counts(tmp_path: Path) -> None:
    habit = one(tmp_path, table(HEADERS["2.0"], ROWS["2.0"]), "2026-11-03,5000\n2026-11-02,0\n2026-11-01,2\n")
    assert habit.measure is not None
    assert habit.kept_days("monday", TODAY) == {FIRST, date(2026, 11, 3)}


def test_an_archived_habit_ends_with_its_last_entry(tmp_path: Path) -> None:
    assert one(tmp_path, measured(archived="true"), NEW_MARKS).archived_on == date(2026, 11, 5)


def test_folders_are_matched_by_the_number_in_front_as_names_lose_letters(tmp_path: Path) -> None:
    names = ("Frühstück", "Frhstck", "散歩", "Walk")
    rows = [(f"{n:03}", name, "", "", "1", "7", "#FF8F00") for n, name in enumerate(names, 1)]
    marks = [f"2026-11-0{n},2\n" for n in (1, 2, 3, 4)]
    folders = ("001 Frhstck", "002 Frhstck", "003", "004 Walk")
    path = loop_zip(
        tmp_path / "a.zip",
        {
            "Habits.csv": table(HEADERS["2.0"], *rows),
            "Checkmarks.csv": "Date,a,b\n",
            "Scores.csv": "Date,a,b\n",
            **{f"{folder}/Checkmarks.csv": mark for folder, mark in zip(folders, marks, strict=True)},
            **{f"{folder}/Scores.csv": "2026-11-01,0.5\n" for folder in folders},
        },
    )
    found = read(path)
    assert [(habit.name, min(habit.done).day) for habit in found.habits] == list(
        zip(names, (1, 2, 3, 4), strict=True)
    )
    assert found.left == ()


def test_what_has_no_partner_in_the_zip_is_left_with_a_word(tmp_path: Path) -> None:
    rows = [(f"{n:03}", name, "", "", "1", "7", "#") for n, name in ((1, "A"), (2, "B"))]
    header = (*HEADERS["2.0"], "Mood")
    path = loop_zip(
        tmp_path / "a.zip",
        {"Habits.csv": table(header, *rows), "002 B/Checkmarks.csv": "", "007 C/Checkmarks.csv": ""},
    )
    found = read(path)
    assert [habit.name for habit in found.habits] == ["B"]
    assert found.left == (
        "Not read: column 8.",
        "Not taken: habit 1; the file holds no entries of it.",
        "Not taken: folder 007; Habits.csv does not list it.",
    )


def test_of_two_folders_with_one_number_the_one_of_the_name_is_taken(tmp_path: Path) -> None:
    path = loop_zip(
        tmp_path / "a.zip",
        {
            "Habits.csv": table(HEADERS["2.0"], ROWS["2.0"]),
            "001 Other/Checkmarks.csv": "2026-11-09,2\n",
            "001 Walk/Checkmarks.csv": "2026-11-01,2\n",
        },
    )
    found = read(path)
    assert found.habits[0].done == {FIRST}
    assert len(found.left) == 1


def test_a_zip_that_was_packed_again_below_a_folder_is_read(tmp_path: Path) -> None:
    members = {
        "My habits/Habits.csv": table(HEADERS["2.0"], ROWS["2.0"]),
        "My habits\\001 Walk\\Checkmarks.csv": OLD_MARKS,
    }
    path = loop_zip(tmp_path / "a.zip", {**members, "__MACOSX/My habits/._Habits.csv": b"\x00\x05\x16"})
    assert read(path).habits[0].done == {FIRST}


def test_rows_that_cannot_be_read_are_left_and_counted(tmp_path: Path) -> None:
    marks = "2026-11-01,2\nsoon,2\n2026-11-02,yes\n2026-11-02\n2026-02-30,2\n2027-01-01,2\n"
    habit = one(tmp_path, table(HEADERS["2.0"], ROWS["2.0"]), marks)
    assert habit.done == {FIRST}
    assert habit.left == (
        "Not taken: 4 entries without a readable day or value.",
        "Not taken: 1 entry on a day after today or before 1900.",
    )


def test_what_is_no_export_of_loop_is_refused(tmp_path: Path) -> None:
    good = table(HEADERS["2.0"], ROWS["2.0"])
    text = tmp_path / "t.zip"
    text.write_text("PK, but not", encoding="utf-8")
    paths = [
        text,
        tmp_path / "absent.zip",
        tmp_path,
        loop_zip(tmp_path / "1.zip", {"other.csv": good}),
        loop_zip(tmp_path / "2.zip", {"Habits.csv": "a,b\n"}),
        loop_zip(tmp_path / "3.zip", {"Habits.csv": ""}),
        loop_zip(tmp_path / "4.zip", {"Habits.csv": b"\xff\xfe\x00"}),
        loop_zip(tmp_path / "5.zip", {"Habits.csv": good + '"open'}),
        loop_zip(
            tmp_path / "6.zip", {"Habits.csv": good, "001/Checkmarks.csv": "2026-11-01," + "9" * 200_000}
        ),
    ]
    for path in paths:
        with pytest.raises(Refusal):
            read(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop_csv, "LARGEST", 10_000)
    path = loop_zip(
        tmp_path / "a.zip",
        {"Habits.csv": table(HEADERS["2.0"], ROWS["2.0"]), "001/Checkmarks.csv": "0" * 20_000},
    )
    with pytest.raises(Refusal, match="unpack"):
        read(path)


def test_a_zip_that_lies_about_its_size_does_not_unpack_to_more(tmp_path: Path) -> None:
    habits = table(HEADERS["2.0"], ROWS["2.0"])
    path = loop_zip(
        tmp_path / "a.zip", {"Habits.csv": habits, "001/Checkmarks.csv": "2026-11-01,2\n" * 100_000}
    )
    raw = bytearray(path.read_bytes())
    size = (1_300_000).to_bytes(4, "little")
    assert raw.count(size) == 2
    path.write_bytes(raw.replace(size, (13).to_bytes(4, "little")))
    with pytest.raises(Refusal):
        read(path)


def test_names_that_climb_out_of_the_folder_write_nothing(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    members = {"Habits.csv": table(HEADERS["2.0"], ROWS["2.0"]), "../001 Walk/Checkmarks.csv": OLD_MARKS}
    path = loop_zip(inner / "a.zip", {**members, "/etc/001/Checkmarks.csv": OLD_MARKS})
    assert read(path).habits == ()
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["a.zip", "inner"]


def test_a_damaged_zip_is_refused_or_read_but_never_an_error(tmp_path: Path) -> None:
    members = {"Habits.csv": table(HEADERS["2.0"], ROWS["2.0"]), "001 Walk/Checkmarks.csv": OLD_MARKS * 30}
    whole = loop_zip(tmp_path / "a.zip", members).read_bytes()
    chance, refused = random.Random(11), 0
    path = tmp_path / "d.zip"
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            read(path)
        except Refusal:
            refused += 1
    assert refused > 100


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = loop_zip(tmp_path / "a.zip", {"Habits.csv": table(HEADERS["2.0"], ROWS["2.0"])})
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.start_dir
    raw[6] |= 1
    raw[start + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(Refusal, match="locked"):
        read(path)
