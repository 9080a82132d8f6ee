"""harsh's `habits` and `log` files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.transfer.places import TODAY
from tracker.errors import Refusal
from tracker.transfer import harsh
from tracker.transfer.habits import Found, Habit

HABITS = """# This is your habits file.
! Together
Walked: 3/7
Called Mom: 1w
Bed by midnight: 1
Counted: 0
Reviewed: 2/30
Cleaned: 14
Garden: 1/2w
Old one: 7: 2026-10-15
Later: 1: 2027-01-01
no frequency here
Strange: often
"""


def folder(tmp_path: Path, log: str, habits: str = HABITS) -> Path:
    """harsh's folder with these files."""
    (tmp_path / "habits").write_text(habits, encoding="utf-8")
    (tmp_path / "log").write_text(log, encoding="utf-8")
    return tmp_path


def read(path: Path) -> Found:
    return harsh.read(path, TODAY)


def habit(tmp_path: Path, log: str, name: str = "Walked") -> Habit:
    """One habit of a folder with this log."""
    return next(habit for habit in read(folder(tmp_path, log)).habits if habit.name == name)


def test_the_habits_file_says_how_often(tmp_path: Path) -> None:
    found = read(folder(tmp_path, ""))
    cadences = {habit.name: (habit.cadence.times, habit.cadence.period) for habit in found.habits}
    assert cadences == {
        "Walked": (3, "week"),
        "Called Mom": (1, "week"),
        "Bed by midnight": (1, "day"),
        "Counted": (1, "week"),
        "Reviewed": (2, "month"),
        "Cleaned": (1, "week"),
        "Garden": (1, "week"),
        "Old one": (1, "week"),
        "Later": (1, "day"),
        "Strange": (1, "week"),
    }
    words = {habit.name: habit.frequency for habit in found.habits}
    assert words["Cleaned"] == "every 14 days"
    assert words["Counted"] == "no frequency"
    assert words["Strange"] == "“often”"
    assert found.left == ("Not taken: 1 line of “habits” that harsh would not write, from line 12 on.",)


def test_the_log_says_what_was_done_skipped_and_noted(tmp_path: Path) -> None:
    log = (
        "2026-11-01 : Walked : y : by the sea : 3.5\n"
        "2026-11-02 : Walked : s : flu : \n"
        "2026-11-03 : Walked : n : rain : 0\n"
        "2026-11-04 : Walked : y :  : \n"
        "2026-11-05 : Walked : y\n"
        "2026-11-06 : Walked : y : four fields\n"
        "2026-11-07 : Walked : y :  :\n"
        "# a remark : y\n\n"
        "2026-11-08 : Other : y :  : 0\r\n"
    )
    walked = habit(tmp_path, log)
    assert walked.done == {date(2026, 11, day) for day in (1, 4, 5, 6, 7)}
    assert walked.skipped == {date(2026, 11, 2)}
    assert walked.notes == {
        date(2026, 11, 1): "by the sea",
        date(2026, 11, 2): "flu",
        date(2026, 11, 6): "four fields",
    }
    assert walked.left == (
        "Not taken: 1 entry marked as not done.",
        "Not taken: 1 comment on days that did not happen.",
        "Not taken: 1 amount (their days are taken).",
    )


def test_a_later_line_wins(tmp_path: Path) -> None:
    log = (
        "2026-11-01 : Walked : y : first : 0\n2026-11-02 : Walked : y :  : 0\n"
        "2026-11-01 : Walked : s : then : 0\n"
    )
    walked = habit(tmp_path, log)
    assert walked.done == {date(2026, 11, 2)}
    assert walked.skipped == {date(2026, 11, 1)}
    assert walked.notes == {date(2026, 11, 1): "then"}


@pytest.mark.parametrize(
    ("said", "comment"),
    [
        ("tea : and cake : 2", "tea : and cake"),
        ("tea : and cake : ", "tea : and cake"),
        ("tea : and cake", "tea : and cake"),
        ("a : b : c : 1.5", "a : b : c"),
        ("18:30, with\u2028Sam\x85: 1 : 0", "18:30, with\u2028Sam\x85: 1"),
    ],
)
def test_a_comment_may_hold_the_separator(tmp_path: Path, said: str, comment: str) -> None:
    assert habit(tmp_path, f"2026-11-01 : Walked : y : {said}\n").notes == {date(2026, 11, 1): comment}


def test_a_habit_that_ended_is_archived_with_its_end_or_its_last_entry(tmp_path: Path) -> None:
    assert habit(tmp_path, "2026-10-01 : Old one : y :  : 0\n", "Old one").archived_on == date(2026, 10, 15)
    assert habit(tmp_path, "2026-10-20 : Old one : y :  : 0\n", "Old one").archived_on == date(2026, 10, 20)
    later = habit(tmp_path, "", "Later")
    assert later.archived_on is None
    assert later.left == ("Not taken: its end on 2027-01-01, which is still to come.",)


def test_a_habit_that_only_the_log_knows_is_taken_and_put_away(tmp_path: Path) -> None:
    log = "2026-10-01 : Gone : y :  : 0\n2026-10-20 : Gone : n :  : 0\n"
    gone = habit(tmp_path, log, "Gone")
    assert gone.done == {date(2026, 10, 1)}
    assert gone.archived_on == date(2026, 10, 20)
    (tmp_path / "habits").unlink()
    (alone,) = read(tmp_path / "log").habits
    assert alone.archived_on is None


def test_either_file_or_the_folder_leads_to_both(tmp_path: Path) -> None:
    folder(tmp_path, "2026-11-01 : Walked : y :  : 0\n")
    found = [read(tmp_path / name) for name in ("", "habits", "log")]
    assert found[0] == found[1] == found[2]
    (tmp_path / "log").rename(tmp_path / "log-2026.txt")
    assert read(tmp_path / "log-2026.txt") == found[0]


def test_lines_that_cannot_be_read_are_left_and_counted(tmp_path: Path) -> None:
    log = (
        "2026-11-01 : Walked : y :  : 0\n2026-11-02 : Walked\n2026-13-02 : Walked : y\n"
        "20261102 : Walked : y\n"
        "2026-11-02 :  : y\n2026-11-02 : Walked : maybe : x : 0\n2026-11-23 : Walked : y :  : 0\n"
        "1899-12-31 : Walked : y :  : 0\n"
    )
    found = read(folder(tmp_path, log, "Walked: 1\n"))
    assert found.left == ("Not taken: 5 lines of “log” that harsh would not write, from line 2 on.",)
    assert found.habits[0].done == {date(2026, 11, 1)}
    assert found.habits[0].left == ("Not taken: 2 entries on a day after today or before 1900.",)


def test_what_is_not_of_harsh_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    for content in (b"", b"just words\n", b"\xff\xfe\x00\x01"):
        other.write_bytes(content)
        with pytest.raises(Refusal):
            read(other)
    for path in (tmp_path, tmp_path / "habits", tmp_path / "absent" / "log"):
        with pytest.raises(Refusal, match="neither"):
            read(path)
