"""Putting back: byte for byte into an empty place, as new versions into one in use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.archive.conftest import NOON, WRITER, sitting_in
from tracker.acts.entries import reword
from tracker.acts.removal import remove
from tracker.acts.rituals import did
from tracker.archive.files import stored_files
from tracker.archive.holdings import Holdings, read_holdings
from tracker.archive.pack import archive_of, pack
from tracker.archive.restore import changes_to, documents_of, put_back
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.records.library import Library
from tracker.store.changes import Revert
from tracker.store.disk import DiskStore
from tracker.store.documents import EMPTY


@pytest.fixture
def held(data: Path, tmp_path: Path) -> Holdings:
    """What an archive of the folder holds."""
    pack(data, tmp_path / "archive.zip", NOON)
    return read_holdings(tmp_path / "archive.zip")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in stored_files(folder).items()}


def test_into_an_empty_place_the_files_come_back_as_they_were(
    data: Path, held: Holdings, tmp_path: Path, clock: FixedClock
) -> None:
    put_back(held, tmp_path / "new")
    assert _bytes(tmp_path / "new") == _bytes(data)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "new").rglob("*")}
    assert modes == {0o700, 0o600}
    library = Library(DiskStore.open(tmp_path / "new", clock).documents)
    assert [note.text for note in library.appreciations] == ["you waited up"]


def test_a_file_that_stands_is_never_replaced(held: Holdings, tmp_path: Path) -> None:
    folder = tmp_path / "new" / WRITER
    folder.mkdir(parents=True)
    (folder / "2026-10.json").write_text("mine")
    with pytest.raises(Refusal):
        put_back(held, tmp_path / "new")
    assert (folder / "2026-10.json").read_text() == "mine"


def test_what_stands_already_is_no_change(data: Path, held: Holdings, clock: FixedClock) -> None:
    now = DiskStore.open(data, clock).documents
    assert changes_to(now, documents_of(held), replace=True) == []


def test_what_was_removed_comes_back_and_later_words_stay(
    data: Path, held: Holdings, clock: FixedClock
) -> None:
    sitting = sitting_in(data, clock, "sam-2b3c")
    library = sitting.at().library
    alex = library.need_couple().partners[0].id
    (note,), (moment,) = library.appreciations, library.moments
    sitting.do(lambda at: remove(at, "moments", moment.id, me=""))
    sitting.do(lambda at: reword(at, note.id, me=alex, text="you sang", cue=""))
    sitting.do(lambda at: did(at, "trip", by="", day=date(2026, 11, 20)))
    sitting.store.write(lambda now: changes_to(now, documents_of(held), replace=False))
    library = sitting.at().library
    assert {m.ritual: m.note for m in library.moments} == {"date": "pasta", "trip": ""}
    assert [n.text for n in library.appreciations] == ["you sang"]


def test_with_replace_what_differs_says_again_what_it_said(
    data: Path, held: Holdings, clock: FixedClock
) -> None:
    sitting = sitting_in(data, clock, "sam-2b3c")
    (note,) = sitting.at().library.appreciations
    alex = sitting.at().couple.partners[0].id
    sitting.do(lambda at: reword(at, note.id, me=alex, text="you sang", cue="at night"))
    sitting.store.write(lambda now: changes_to(now, documents_of(held), replace=True))
    (after,) = sitting.at().library.appreciations
    assert (after.text, after.cue, after.recorded_at) == (note.text, note.cue, note.recorded_at)
    assert after.version > note.version


def test_a_field_that_was_not_there_goes_again(clock: FixedClock) -> None:
    from tracker.store.documents import Documents

    then = Documents({"moments": {"1": {"id": "1", "recorded_at": "x", "_v": 1, "_w": "a"}}})
    now = Documents({"moments": {"1": {"id": "1", "recorded_at": "x", "more": 1, "_v": 2, "_w": "a"}}})
    assert changes_to(now, then, replace=True) == [Revert("moments", "1", (2, "a"), {"more": ...})]
    assert changes_to(now, then, replace=False) == []


def test_everything_comes_into_a_place_without_any_of_it(held: Holdings) -> None:
    changes = changes_to(EMPTY, documents_of(held), replace=False)
    assert sorted(change.table for change in changes) == [
        "appreciations",
        "couple",
        "moments",
        "rituals",
        "rituals",
        "rituals",
    ]


def test_damaged_bytes_in_an_archive_are_put_back_but_not_read(tmp_path: Path) -> None:
    files = {"a-0a1b/2026-11.json": b"{", "a-0a1b/2026-11.json.damaged-1": b"?"}
    path = tmp_path / "archive.zip"
    path.write_bytes(archive_of(files, NOON))
    held = read_holdings(path)
    assert documents_of(held).tables() == ()
    put_back(held, tmp_path / "new")
    assert _bytes(tmp_path / "new") == files


def test_files_of_a_newer_rekindle_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(archive_of({"a-0a1b/2026-11.json": b'{"_meta":{"1":{"schema":99}}}'}, NOON))
    with pytest.raises(Refusal, match="newer"):
        documents_of(read_holdings(path))
