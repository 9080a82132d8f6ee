"""One partner's tracker becomes both's only as far as was chosen, and can be taken back in one step."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import NOON, Shell
from tracker.acts.entries import set_weather
from tracker.acts.sitting import Sitting
from tracker.store.disk import open_store

BOTH = "Both of you will see the habits that are imported"
HABITS = "Yoga: 1\nReading: 3/7\nRun, slowly: 1w\n"
LOG = """2026-11-17 : Yoga : y : my back hurts : 1
2026-11-18 : Yoga : y :  : 0
2026-11-18 : Reading : y : the secret book : 0
2026-11-19 : Run, slowly : y :  : 0
"""


@pytest.fixture
def harsh(tmp_path: Path) -> str:
    folder = tmp_path / "harsh"
    folder.mkdir()
    (folder / "habits").write_text(HABITS)
    (folder / "log").write_text(LOG)
    return str(folder)


def own(shell: Shell) -> dict[str, list[str]]:
    """The rituals of their own, with what was noted by their ticks."""
    library = shell.library
    keys = {ritual.key: ritual.name for ritual in library.rituals if ritual.name not in BUILT_IN}
    return {name: [m.note for m in library.moments if m.ritual == key] for key, name in keys.items()}


BUILT_IN = ("Appreciation", "Date", "Trip")


def test_where_nobody_can_be_asked_nothing_is_imported_unless_chosen(alex: Shell, harsh: str) -> None:
    before = alex.files()
    said = alex("import", harsh, piped="all\nyes\n")
    assert said.code == 1
    assert BOTH in said.out
    for option in ("--habits", "--all-habits", "--dry-run", "Nothing was imported."):
        assert option in said.err
    assert alex.files() == before


def test_habits_are_chosen_by_option_and_notes_stay_out(alex: Shell, harsh: str) -> None:
    said = alex.done("import", harsh, "--habits", "yoga,Run, slowly")
    assert said.startswith(BOTH)
    assert "Not chosen: Reading." in said
    assert "Not taken: 1 note (--notes takes them, and both of you will read them)." in said
    assert own(alex) == {"Yoga": ["", ""], "Run, slowly": [""]}


def test_all_of_them_with_their_notes(alex: Shell, harsh: str) -> None:
    alex.done("import", harsh, "--all-habits", "--notes")
    assert own(alex) == {"Yoga": ["my back hurts", ""], "Reading": ["the secret book"], "Run, slowly": [""]}


@pytest.mark.parametrize("names", ["Chess", "Yoga,Chess", "0", "4", ""])
def test_a_name_that_is_no_habit_of_the_file_is_refused(alex: Shell, harsh: str, names: str) -> None:
    before = alex.files()
    assert "Yoga, Reading, Run, slowly" in alex.refused("import", harsh, "--habits", names)
    assert alex.files() == before


def test_a_dry_run_says_who_will_see_it_and_how_to_choose(alex: Shell, harsh: str) -> None:
    before = alex.files()
    said = alex.done("import", harsh, "--dry-run")
    assert said.startswith(BOTH)
    assert "--all-habits" in said
    assert "Yoga: 1 ritual and 2 moments taken." in said
    assert "book" not in said
    assert alex.files() == before


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("all\nyes\n", {"Yoga": ["my back hurts", ""], "Reading": ["the secret book"], "Run, slowly": [""]}),
        ("1, Run, slowly\nno\n", {"Yoga": ["", ""], "Run, slowly": [""]}),
        ("3\n", {"Run, slowly": [""]}),
        ("reading\n\n", {"Reading": [""]}),
    ],
)
def test_at_a_terminal_it_asks_which_and_whether_with_notes(
    alex: Shell, harsh: str, typed: str, found: dict[str, list[str]]
) -> None:
    said = alex("import", harsh, typed=typed)
    assert said.code == 0
    assert "  1  Yoga: each day, 1 note" in said.out
    assert "Which ones?" in said.err
    assert ("Both of you will read them" in said.err) is (typed != "3\n")
    assert own(alex) == found


@pytest.mark.parametrize("typed", ["", "\n", "chess\n", "none\n"])
def test_at_a_terminal_no_answer_imports_nothing(alex: Shell, harsh: str, typed: str) -> None:
    before = alex.files()
    alex.refused("import", harsh, typed=typed)
    assert alex.files() == before


def test_a_whole_import_is_taken_back_in_one_step_and_comes_back(alex: Shell, harsh: str) -> None:
    alex.done("did", "date")
    before = len(list(alex.library.moments))
    alex.done("import", harsh, "--all-habits", "--notes")
    (line, how) = alex.done("import").splitlines()
    assert line.endswith("Friday 20 November 2026, 7 entries")
    assert "--take-back" in how
    said = alex.done("import", "--take-back")
    assert said.startswith("Taken back: the import of Friday 20 November 2026, 7 entries.\n")
    assert "stayed" not in said
    assert own(alex) == {}
    assert len(list(alex.library.moments)) == before
    name = line.split()[0]
    assert alex.done("removed").startswith(f"{name}  an import, Friday 20 November 2026\n")
    assert alex.done("removed", "--bring-back", name) == "Brought back: an import.\n"
    assert own(alex)["Yoga"] == ["my back hurts", ""]
    alex.done("import", "--take-back", name)
    assert own(alex) == {}


def test_what_was_changed_or_used_since_stays_and_is_said(alex: Shell, harsh: str) -> None:
    alex.done("import", harsh, "--all-habits")
    alex.done("did", "yoga")
    alex.done("ritual", "set", "reading", "--times", "2")
    said = alex.done("import", "--take-back")
    assert "2 entries of it stayed" in said
    assert own(alex) == {"Yoga": [""], "Reading": []}
    assert "nothing was taken back" in alex.refused("import", "--take-back")


def test_the_same_file_again_adds_what_was_taken_back(alex: Shell, harsh: str) -> None:
    alex.done("import", harsh, "--all-habits")
    assert "already here" in alex.done("import", harsh, "--all-habits", "--notes")
    assert own(alex)["Yoga"] == ["", ""]
    alex.done("import", "--take-back")
    alex.done("import", harsh, "--all-habits", "--notes")
    assert own(alex)["Yoga"] == ["my back hurts", ""]


@pytest.mark.parametrize("between", [timedelta(0), timedelta(hours=1)])
def test_of_two_imports_the_newest_goes_first(alex: Shell, harsh: str, between: timedelta) -> None:
    alex.done("import", harsh, "--habits", "Yoga")
    alex.clock.move_to(NOON + between)
    alex.done("import", harsh, "--habits", "Reading")
    alex.done("import", "--take-back")
    assert list(own(alex)) == ["Yoga"]
    alex.done("import", "--take-back")
    assert own(alex) == {}


def test_after_thirty_days_an_import_stays(alex: Shell, harsh: str) -> None:
    alex.done("import", harsh, "--all-habits")
    alex.clock.move_to(NOON + timedelta(days=31))
    assert "Nothing was imported" in alex.done("import")
    assert "`rekindle import` lists them" in alex.refused("import", "--take-back")


def test_what_the_other_one_imported_as_their_own_stays_theirs(alex: Shell, harsh: str) -> None:
    alex.done("import", harsh, "--habits", "Yoga", "--by", "Sam")
    assert "nothing was taken back" in alex.refused("import", "--take-back")
    alex.done("import", "--take-back", "--by", "Sam")
    assert own(alex) == {}


def test_rekindles_own_files_are_taken_back_too_but_not_the_couple(alex: Shell, tmp_path: Path) -> None:
    alex.done("appreciate", "you waited up")
    alex.done("did", "date", "--note", "pasta")
    copy = tmp_path / "copy.json"
    alex.done("export", "--for", "Alex", "--out", str(copy))
    alex.data = tmp_path / "elsewhere"
    alex.done("import", str(copy))
    exported = alex.done("export", "--for", "Alex")
    assert exported.encode() == copy.read_bytes()
    alex.done("import", "--take-back")
    assert list(alex.library.moments) == []
    assert len(alex.library.appreciations) == 0
    assert alex.library.need_couple().names() == "Alex and Sam"
    assert len(alex.library.rituals.active()) == 3


def test_what_an_import_updated_is_said_and_stays(alex: Shell, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("day,ritual,by,note\n2026-11-18,appreciation,,\n")
    alex.done("import", str(rows))
    rows.write_text("day,ritual,by,note\n2026-11-18,appreciation,Alex,the coffee\n2026-11-19,date,,\n")
    said = alex.done("import", str(rows))
    assert "1 entry that stood here changed" in said
    alex.done("import", "--take-back")
    assert [note.text for note in alex.library.appreciations] == ["the coffee"]
    assert list(alex.library.moments) == []


def test_a_private_thing_in_an_import_is_not_counted(alex: Shell, tmp_path: Path) -> None:
    me = alex.library.need_couple().named("Alex").id
    sitting = Sitting(open_store(alex.data, alex.state, alex.clock), alex.clock)
    sitting.do(lambda at: set_weather(at, me=me, level=2))
    copy = tmp_path / "copy.json"
    alex.done("export", "--for", "Alex", "--out", str(copy))
    alex.data = tmp_path / "elsewhere"
    alex.done("import", str(copy))
    assert "entries" not in alex.done("import")
    assert "entries" not in alex.done("import", "--take-back")


def test_choices_are_for_other_trackers_and_taking_back_needs_no_file(alex: Shell, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("day,ritual,by,note\n")
    assert "other trackers" in alex.refused("import", str(rows), "--all-habits")
    assert "needs no file" in alex.refused("import", str(rows), "--take-back")
