"""`backup` and `restore`: invariant 10, and nothing without being asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tracker.acts.removal import remove
from tracker.acts.sitting import Sitting
from tracker.archive.files import stored_files
from tracker.store.disk import open_store


@pytest.fixture
def full(alex: Shell) -> Shell:
    """With entries in two months."""
    alex.done("appreciate", "you waited up")
    alex.done("did", "date", "--on", "2026-10-03", "--note", "pasta")
    return alex


def _month_files(shell: Shell) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in stored_files(shell.data).items()}


def _remove_moment(shell: Shell) -> None:
    (moment,) = shell.library.moments
    sitting = Sitting(open_store(shell.data, shell.state, shell.clock), shell.clock)
    sitting.do(lambda at: remove(at, "moments", moment.id, me=""))


def test_backup_then_restore_gives_the_same_files(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    assert str(out) in full.done("backup", "--out", str(out))
    before = _month_files(full)
    full.data, full.state = tmp_path / "new", tmp_path / "new-state"
    said = full.done("restore", str(out), typed="yes\n")
    assert "Friday 20 November 2026" in said
    assert "Its entries are from Saturday 3 October 2026 to Friday 20 November 2026." in said
    assert "It holds 1 appreciation, 1 tick and 3 rituals." in said
    assert "byte for byte" in said
    assert _month_files(full) == before


def test_restore_says_what_it_holds_and_asks_first(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    full.data = tmp_path / "new"
    for reply in ("no\n", "\n", ""):
        said = full("restore", str(out), typed=reply)
        assert said.code == 1
        assert "It holds" in said.out
        assert "Nothing was changed." in said.err
    assert not full.data.exists()


def test_nothing_that_an_archive_says_is_a_persons_text(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    said = full("restore", str(out), "--yes")
    assert "waited" not in said.out + said.err
    assert "pasta" not in said.out + said.err


def test_a_backup_without_a_name_lies_beside_the_dated_ones(full: Shell) -> None:
    path = Path(full.done("backup").removeprefix("Backed up to ").strip())
    assert path.parent.name == "archives"
    assert full.data in path.parents
    assert str(path) in full.done("restore")


def test_a_folder_may_be_named_for_it(full: Shell, tmp_path: Path) -> None:
    full.done("backup", "--out", str(tmp_path))
    assert len(list(tmp_path.glob("rekindle-2026-11-20-*.zip"))) == 1


def test_nothing_to_back_up_is_a_sentence(shell: Shell) -> None:
    assert "nothing to back up" in shell.refused("backup")
    assert not shell.data.exists()


def test_without_anything_the_list_says_so(shell: Shell) -> None:
    assert "none yet" in shell.done("restore")


def test_into_a_place_in_use_only_what_is_gone_comes_back_after_a_backup(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    _remove_moment(full)
    full.done("setup", "--names", "Lex", "Sam")
    said = full.done("restore", str(out), "--yes")
    assert "Backed up to" in said
    assert [moment.note for moment in full.library.moments] == ["pasta"]
    assert full.library.need_couple().names() == "Lex and Sam"
    assert "1 entry differs here and was left as it is; `restore FILE --replace`" in said
    again = full.done("restore", str(out), "--yes")
    assert "nothing was changed" in again
    assert "1 entry differs here and was left as it is" in again
    assert "stands here already" not in again


def test_what_stands_as_it_was_is_said_to_do_so(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    assert "All of it stands here already" in full.done("restore", str(out), "--yes")


def test_without_a_terminal_the_way_to_do_without_a_question_is_named(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    full.data = tmp_path / "new"
    assert "--yes" in full.refused("restore", str(out))
    assert "--yes" not in full.refused("restore", str(out), typed="no\n").partition("Type yes: ")[2]
    assert not full.data.exists()


def test_with_replace_what_differs_comes_back_too(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    full.done("setup", "--names", "Lex", "Sam")
    full.done("did", "trip")
    full.done("restore", str(out), "--replace", "--yes")
    assert full.library.need_couple().names() == "Alex and Sam"
    assert {moment.ritual for moment in full.library.moments} == {"date", "trip"}


def test_the_backup_made_first_holds_what_stood_before(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    full.done("setup", "--names", "Lex", "Sam")
    before = _month_files(full)
    said = full.done("restore", str(out), "--replace", "--yes").splitlines()
    (first,) = (Path(line.removeprefix("Backed up to ")) for line in said if line.startswith("Backed up"))
    full.data = tmp_path / "before"
    full.done("restore", str(first), "--yes")
    assert _month_files(full) == before


def test_declining_leaves_everything_as_it_is(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    _remove_moment(full)
    before = full.files()
    assert full.refused("restore", str(out), typed="no\n")
    assert full.files() == before


def test_an_archive_of_another_couple_is_refused(full: Shell, tmp_path: Path) -> None:
    out = tmp_path / "safe.zip"
    full.done("backup", "--out", str(out))
    full.data = tmp_path / "others"
    full.done("setup", "--names", "Kim", "Robin")
    before = full.files()
    assert "another set-up" in full.refused("restore", str(out), "--yes")
    assert full.files() == before


@pytest.mark.parametrize("raw", [b"", b"nonsense", b"PK\x03\x04" + b"\0" * 40])
def test_what_is_no_archive_is_refused_and_nothing_is_written(
    full: Shell, tmp_path: Path, raw: bytes
) -> None:
    (tmp_path / "odd.zip").write_bytes(raw)
    before = full.files()
    assert full.refused("restore", str(tmp_path / "odd.zip"), "--yes")
    assert full.refused("restore", str(tmp_path / "absent.zip"), "--yes")
    assert full.files() == before


def test_a_dated_backup_brings_its_month_back(full: Shell) -> None:
    full.clock.move_to(full.clock.now().replace(day=22))
    _remove_moment(full)
    dated = sorted(full.data.glob("*/backups/2026-10.*.json"))
    assert dated, "the store keeps the state before a day's first write"
    assert str(dated[-1]) in full.done("restore")
    full.done("restore", str(dated[-1]), "--yes")
    assert [moment.note for moment in full.library.moments] == ["pasta"]
