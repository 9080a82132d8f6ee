"""`export` and `import`: whole files or nothing, and nothing private in the shared part."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import NOON, Shell
from tracker.cli.progress import Watch
from tracker.clock import FixedClock

ROWS = """day,ritual,by,note
2026-11-18,date,,pasta
2026-11-19,trip,Sam,
2026-11-19,appreciation,Alex,the coffee
"""


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(ROWS)
    return path


def test_csv_comes_in_once_and_goes_out_again(pair: Shell, rows: Path) -> None:
    assert "Trip" in pair.done("import", str(rows))
    before = pair.files()
    pair.done("import", str(rows))
    assert pair.files() == before
    said = pair("export", "--format", "csv", "--for", "Alex")
    assert sorted(said.out.splitlines()) == sorted(ROWS.splitlines())
    assert said.err


def test_a_dry_run_says_the_same_and_writes_nothing(pair: Shell, rows: Path) -> None:
    before = pair.files()
    dry = pair.done("import", str(rows), "--dry-run")
    assert dry.endswith("Nothing was written: this was a dry run.\n")
    assert pair.files() == before
    said = pair.done("import", str(rows)).splitlines()
    assert said[:-1] == dry.splitlines()[:-1]
    assert said[0] == "Both of you will see what is imported, but for what only its author may read."
    assert "import --take-back" in said[-1]


@pytest.mark.parametrize(
    "row", ["2026-11-18,yoga,,", "2026-11-18,date,Robin,", "2026-11-31,date,,", "2027-01-01,date,,"]
)
def test_one_row_that_cannot_be_refuses_the_whole_file(pair: Shell, rows: Path, row: str) -> None:
    rows.write_text(f"{ROWS}{row}\n")
    before = pair.files()
    assert "5" in pair.refused("import", str(rows))
    assert pair.files() == before


def test_json_goes_out_and_comes_into_an_empty_place(alex: Shell, tmp_path: Path) -> None:
    alex.done("appreciate", "you waited up")
    alex.done("did", "date", "--note", "pasta")
    copy = tmp_path / "copy.json"
    alex.done("export", "--for", "Alex", "--out", str(copy))
    alex.data = tmp_path / "elsewhere"
    alex.done("import", str(copy))
    assert [moment.note for moment in alex.library.moments] == ["pasta"]
    assert [note.text for note in alex.library.appreciations] == ["you waited up"]


def test_the_shared_export_has_no_untold_words(alex: Shell) -> None:
    alex.done("appreciate", "you waited up", "--cue", "with coffee")
    shared = alex.done("export")
    assert "you waited up" not in shared
    assert "with coffee" not in shared
    assert json.loads(shared)
    assert "you waited up" in alex.done("export", "--for", "alex")
    assert "you waited up" not in alex.done("export", "--for", "sam")


def test_a_file_appears_for_its_owner_alone_and_replaces_nothing(pair: Shell, tmp_path: Path) -> None:
    out = tmp_path / "copy.json"
    said = pair("export", "--out", str(out))
    assert (said.code, stat.S_IMODE(out.stat().st_mode)) == (0, 0o600)
    assert json.loads(out.read_bytes())
    before = out.read_bytes()
    assert "left alone" in pair.refused("export", "--out", str(out))
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "tmp" in path.name] == []


def test_a_file_that_cannot_be_written_is_a_sentence(pair: Shell, tmp_path: Path) -> None:
    assert pair.refused("export", "--out", str(tmp_path / "nowhere" / "copy.json"))


@pytest.mark.parametrize("file", ["nowhere.csv", "."])
def test_a_file_that_cannot_be_read_is_a_sentence(pair: Shell, file: str) -> None:
    assert pair.refused("import", file)


def test_habits_of_another_tracker_are_somebodys(pair: Shell, tmp_path: Path) -> None:
    habits = tmp_path / "habits"
    habits.write_text("Walk: 1\n")
    (tmp_path / "log").write_text("2026-11-18 : Walk : y : : \n2026-11-19 : Walk : y : : \n")
    assert "--by" in pair.refused("import", str(habits))
    said = pair.done("import", str(habits), "--by", "Sam", "--all-habits")
    assert "Walk" in said
    assert len(pair.library.moments) == 2


def test_a_file_that_is_not_loops_is_not_read_as_loops(pair: Shell, rows: Path) -> None:
    assert "Loop" in pair.refused("import", str(rows), "--format", "loop", "--by", "Sam")


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_a_person_and_only_after_a_second() -> None:
    clock, terminal, log = FixedClock(NOON), _Terminal(), StringIO()
    watches = [Watch(terminal, clock), Watch(log, clock)]
    for moment in (NOON, NOON + timedelta(seconds=2)):
        clock.move_to(moment)
        for watch in watches:
            watch(1024, 10_000)
    assert terminal.getvalue() == "\r1,024 of 10,000"
    for watch in watches:
        watch.done()
    assert terminal.getvalue().endswith("\r" + " " * 15 + "\r")
    assert log.getvalue() == ""


def test_a_folder_that_cannot_be_written_to_is_said_to_be_one(alex: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "absent" / "out.json", tmp_path / "file" / "out.json"):
        assert "choose another folder" in alex.refused("export", "--out", str(out))
    assert (tmp_path / "file").read_text() == "mine"


def test_an_export_says_for_whom_it_is_only_when_it_is_for_one(alex: Shell, tmp_path: Path) -> None:
    both, one = str(tmp_path / "both.json"), str(tmp_path / "one.json")
    assert alex.done("export", "--out", both) == f"Written to {both}.\n"
    said = alex.done("export", "--for", "alex", "--out", one)
    assert said == f"Written to {one}, with what only Alex may see.\n"


def test_a_file_of_no_known_kind_is_told_what_can_be_imported(alex: Shell, tmp_path: Path) -> None:
    (tmp_path / "odd").write_text("what is this")
    said = alex.refused("import", str(tmp_path / "odd"))
    assert "Loop Habit Tracker" in said
    assert "--format" in said
