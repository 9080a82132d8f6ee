"""Loop's export in its other shapes: the table of all habits without their folders, and unzipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.transfer.places import ALEX, HEADERS, NOW, TODAY, loop_zip, store_of, table
from tracker.errors import Refusal
from tracker.transfer import loop_csv, sniff
from tracker.transfer.adopt import adopt
from tracker.transfer.habits import Found

FIRST, SECOND = date(2026, 11, 1), date(2026, 11, 2)


def listed(*names: str, header: str = "2.0") -> str:
    """`Habits.csv` with these habits."""
    return table(
        HEADERS[header], *((f"{n:03}", name, "", "", "1", "1", "#") for n, name in enumerate(names, 1))
    )


def measured(target_type: str, target: str = "2.0") -> str:
    """`Habits.csv` with one measured habit."""
    row = ("001", "Coffee", "NUMERICAL", "", "", "1", "1", "#", "cups", target_type, target, "false")
    return table(HEADERS["2.3.1"], row)


def zipped(tmp_path: Path, habits: str, marks: str, **more: str) -> Found:
    path = loop_zip(tmp_path / "a.zip", {"Habits.csv": habits, "Checkmarks.csv": marks, **more})
    assert sniff.format_of(path) == sniff.LOOP_CSV
    return loop_csv.read(path, TODAY)


def done(found: Found) -> dict[str, list[date]]:
    return {habit.name: sorted(habit.done) for habit in found.habits}


@pytest.mark.parametrize(
    ("yes", "auto", "no", "unknown"),
    [
        ("YES_MANUAL", "YES_AUTO", "NO", "UNKNOWN"),
        ("2", "1", "0", "-1"),
        *[tuple(f"Entry(timestamp=Timestamp(unixTime=1446336000000), value={v})" for v in (2, 1, 0, -1))],
    ],
)
def test_the_table_alone_is_enough(tmp_path: Path, yes: str, auto: str, no: str, unknown: str) -> None:
    marks = (
        f"Date,Meditate,Wake up early,\n2026-11-03,{unknown},{auto},\n"
        f"2026-11-02,{yes},{no},\n2026-11-01,{unknown},{yes},\n"
    )
    found = zipped(tmp_path, listed("Meditate", "Wake up early"), marks)
    assert done(found) == {"Meditate": [SECOND], "Wake up early": [FIRST]}
    assert found.left == ()
    assert found.habits[0].left == ()  # a day that only stands there for the other one is no entry
    assert found.habits[1].left == (
        "Not taken: 1 entry filled in by Loop itself, not by you.",
        "Not taken: 1 entry marked as not done.",
    )


def test_names_stand_in_its_head_as_they_are(tmp_path: Path) -> None:
    names = ("Run, slowly", "Run", '"Tea" daily', "two\nlines", "Run, slowly, far", "")
    marks = f"Date,{','.join(names)},\n2026-11-02,2,0,2,0,2,0,\n2026-11-01,0,2,0,2,0,2,\n"
    found = zipped(tmp_path, listed(*names), marks)
    expected = dict(zip(names, [[SECOND], [FIRST]] * 3, strict=True))
    assert done(found) == {**expected, "Run, slowly, far": [SECOND]}


def test_of_a_choice_of_habits_each_column_is_its_own(tmp_path: Path) -> None:
    found = zipped(tmp_path, listed("A", "B", "C"), "Date,C,Other,A,\n2026-11-01,2,2,0,\n")
    assert done(found) == {"A": [], "C": [FIRST]}
    assert found.left == (
        "Not taken: habit 2; the file holds no entries of it.",
        "Not taken: column 3 of Checkmarks.csv; Habits.csv does not list it.",
    )


def test_a_folder_of_its_own_says_more_than_a_column(tmp_path: Path) -> None:
    found = zipped(
        tmp_path,
        listed("A", "B"),
        "Date,A,B,\n2026-11-01,2,2,\n",
        **{"001 A/Checkmarks.csv": "Date,Value,Notes\n2026-11-02,YES_MANUAL,a note\n"},
    )
    assert done(found) == {"A": [SECOND], "B": [FIRST]}
    assert found.habits[0].notes == {SECOND: "a note"}


@pytest.mark.parametrize("marks", ["", "\n", "Date,", "Date,A\n", "nonsense\n1,2\n", "Date,A,\nsoon,2,\n"])
def test_a_table_with_nothing_in_it_takes_nothing(tmp_path: Path, marks: str) -> None:
    assert not any(done(zipped(tmp_path, listed("A"), marks)).values())


def unzipped(tmp_path: Path, *folders: str) -> Path:
    """An export as it lies on the disk once it was unpacked."""
    root = tmp_path / "Loop Habits CSV 2026-11-22"
    root.mkdir()
    (root / "Habits.csv").write_text(listed("A", "B"))
    (root / "Checkmarks.csv").write_text("Date,A,B,\n2026-11-01,2,2,\n")
    (root / "Scores.csv").write_text("Date,A,B,\n2026-11-01,0.1,0.2,\n")
    for folder in folders:
        (root / folder).mkdir()
        (root / folder / "Checkmarks.csv").write_text("2026-11-02,2\n")
        (root / folder / "Scores.csv").write_text("2026-11-02,0.1\n")
    return root


@pytest.mark.parametrize("below", ["", "Habits.csv", "Checkmarks.csv", ".."])
def test_an_unzipped_export_is_read_from_its_folder_or_a_file_in_it(tmp_path: Path, below: str) -> None:
    path = (unzipped(tmp_path, "001 A", "002 B") / below).resolve()
    assert sniff.format_of(path) == sniff.LOOP_CSV
    assert done(loop_csv.read(path, TODAY)) == {"A": [SECOND], "B": [SECOND]}


def test_an_unzipped_table_is_read_where_folders_are_absent(tmp_path: Path) -> None:
    assert done(loop_csv.read(unzipped(tmp_path, "001 A"), TODAY)) == {"A": [SECOND], "B": [FIRST]}


def test_a_folder_of_nothing_is_not_loops(tmp_path: Path) -> None:
    assert sniff.format_of(tmp_path) == sniff.HARSH
    with pytest.raises(Refusal):
        loop_csv.read(tmp_path, TODAY)


def left_of(found: Found) -> tuple[str, ...]:
    outcome = adopt(store_of().documents, found, by=ALEX, today=TODAY, now=NOW, notes=False)
    return outcome[1].parts[0].left


MARKS = "Date,Coffee,\n2026-11-04,UNKNOWN,\n2026-11-03,NO,\n2026-11-02,3000,\n2026-11-01,2000,\n"


@pytest.mark.parametrize(
    ("habits", "kept", "said"),
    [
        (measured("AT_LEAST"), [1, 2], "the days that met the target are taken"),
        (measured("AT_MOST"), [1, 3], "the days that stayed within the target are taken"),
        (measured("AT_LEAST", ""), [1, 2], "the file states no target: every day with an amount is taken"),
        (measured("AT_MOST", ""), [], "an upper limit, but not which: no day is taken"),
        (listed("Coffee"), [1, 2], "the file states no target: every day with an amount is taken"),
    ],
)
def test_a_target_is_spoken_of_only_where_the_file_states_one(
    tmp_path: Path, habits: str, kept: list[int], said: str
) -> None:
    marks = MARKS if "AT_" in habits else MARKS.replace("UNKNOWN", "-1").replace("NO", "0")
    found = zipped(tmp_path, habits, marks)
    assert [day.day for day in sorted(found.habits[0].kept_days("monday", TODAY))] == kept
    assert left_of(found) == (f"Not taken: 3 amounts ({said}).",)
