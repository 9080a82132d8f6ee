"""`erase`: everything or nothing, after both names are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.mark.parametrize(
    "typed", ["Alex\nSam\n", "sam\nALEX\n", "Alex and Sam\n", "Alex Sam\n"], ids=lambda typed: repr(typed)
)
def test_with_both_names_everything_goes(alex: Shell, typed: str) -> None:
    alex.done("appreciate", "you waited up")
    alex.done("backup")
    said = alex.done("erase", typed=typed)
    assert not alex.data.exists()
    assert not alex.state.exists()
    assert "Out of reach" in said
    assert alex.done("status").count("\n") == 1


@pytest.mark.parametrize("typed", ["", "\n", "Alex\n", "Alex\nAlex\n", "Alex\nRobin\n", "yes\nyes\n"])
def test_without_both_names_nothing_goes(alex: Shell, typed: str) -> None:
    before = alex.files()
    assert "nothing was deleted" in alex.refused("erase", typed=typed)
    assert alex.files() == before


def test_nothing_to_erase_is_said_without_a_question(shell: Shell) -> None:
    assert shell("erase") == (0, "There is nothing to erase.\n", "")


def test_what_is_not_ours_in_the_folder_stays(alex: Shell, tmp_path: Path) -> None:
    (alex.data / "photos").mkdir()
    (alex.data / "photos" / "us.jpg").write_text("us")
    (alex.data / "list.txt").write_text("milk")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "2026-11.json").write_text("{}")
    (alex.data / "linked-0a1b").symlink_to(tmp_path / "elsewhere")
    alex.done("erase", typed="Alex\nSam\n")
    assert sorted(path.name for path in alex.data.iterdir()) == ["linked-0a1b", "list.txt", "photos"]
    assert (tmp_path / "elsewhere" / "2026-11.json").exists()


def test_what_another_account_holds_is_said(alex: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    def declined(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", declined)
    said = alex("erase", typed="Alex\nSam\n")
    assert said.code == 1
    assert "belongs to another account" in said.out


def test_data_without_a_couple_asks_for_other_words(alex: Shell) -> None:
    for path in alex.data.glob("*/*.json"):
        path.write_text("{}")
    assert alex.refused("erase", typed="Alex\nSam\n")
    alex.done("erase", typed="erase everything\n")
    assert not alex.data.exists()
