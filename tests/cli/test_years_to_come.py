"""To the year 2100: ids grow by a digit in October 2043, and everything goes on in order."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.cli.conftest import Shell
from tracker.acts.entries import appreciate
from tracker.acts.removal import bring_back, remove
from tracker.acts.sitting import Sitting
from tracker.clock import FixedClock
from tracker.ids import id_order
from tracker.store.disk import DiskStore

YEARS = (2026, 2043, 2044, 2062, 2100)
"""The second is the last in which 22 digits are enough, until October."""


def noon(year: int) -> datetime:
    return datetime(year, 9, 20, 12, tzinfo=UTC)


@pytest.fixture
def grown(shell: Shell) -> Shell:
    """A home that was written to in each of these years."""
    shell.clock.move_to(noon(YEARS[0]))
    assert shell("setup", "--names", "Alex", "Sam", "--me", "Alex").code == 0
    for year in YEARS:
        shell.clock.move_to(noon(year))
        assert shell("appreciate", "--yes", f"note of {year}").code == 0
        assert shell("did", "date").code == 0
        assert shell("ritual", "add", f"walk {year}").code == 0
        assert shell("plan", "date", f"dinner {year}", "--on", f"{year}-12-24").code == 0
    return shell


def notes(folder: Path, clock: FixedClock) -> list[str]:
    store = DiskStore.open(folder, clock, writer="reader-0000")
    library = Sitting(store, clock).at().library
    texts = [note.text for note in library.appreciations]
    store.close()
    return texts


def test_what_was_written_in_all_years_is_read_in_order(grown: Shell) -> None:
    assert notes(grown.data, grown.clock) == [f"note of {year}" for year in YEARS]
    listed = grown("ritual", "list").out
    places = [listed.index(f"walk {year}") for year in YEARS]
    assert places == sorted(places)
    assert json.loads(grown("status", "--json").out)["rituals"][1]["state"] == "kept"
    assert grown("doctor").code == 0


def test_plain_tinydb_opens_every_month(grown: Shell) -> None:
    for path in grown.data.glob("*/*.json"):
        with TinyDB(path) as database:
            for name in database.tables() - {"_meta"}:
                for document in database.table(name):
                    assert document.doc_id == int(document["id"])


def test_an_export_is_read_elsewhere_and_a_backup_gives_the_same_files(grown: Shell, tmp_path: Path) -> None:
    copy, pack = tmp_path / "copy.json", tmp_path / "backup.zip"
    assert grown("export", "--for", "Alex", "--out", str(copy)).code == 0
    assert grown("backup", "--out", str(pack)).code == 0
    there, again = tmp_path / "there", tmp_path / "again"
    assert grown("--data", str(there), "import", str(copy)).code == 0
    assert notes(there, grown.clock) == notes(grown.data, grown.clock)
    assert grown("--data", str(again), "restore", "--yes", str(pack)).code == 0
    for path in grown.data.glob("*/*.json"):
        assert (again / path.relative_to(grown.data)).read_bytes() == path.read_bytes()


def test_what_is_removed_in_2100_comes_back_by_its_number(grown: Shell) -> None:
    store = DiskStore.open(grown.data, grown.clock, writer="alex-0000")
    sitting = Sitting(store, grown.clock)
    newest = max(sitting.at().library.appreciations, key=lambda one: id_order(one.id))
    assert newest.text == "note of 2100"
    sitting.me = newest.by
    sitting.do(lambda at: remove(at, "appreciations", newest.id, me=newest.by))
    assert len(sitting.at().library.appreciations) == len(YEARS) - 1
    sitting.do(lambda at: bring_back(at, newest.id.lstrip("0"), me=newest.by))
    sitting.do(lambda at: appreciate(at, by=newest.by, text="one more"))
    assert sitting.undo() == "an appreciation"
    assert [note.text for note in sitting.at().library.appreciations] == [f"note of {y}" for y in YEARS]
    store.close()


def test_two_writers_of_different_centuries_are_merged(grown: Shell) -> None:
    """One machine's clock is in 2100, the other's in 2030: ids of both widths stand in one table."""
    early = FixedClock(noon(2030))
    other = DiskStore.open(grown.data, early, writer="sam-0000")
    sitting = Sitting(other, early)
    sam = sitting.at().couple.partners[1].id
    sitting.do(lambda at: appreciate(at, by=sam, text="note of 2030"))
    other.close()
    assert notes(grown.data, grown.clock) == sorted(f"note of {year}" for year in (*YEARS, 2030))
