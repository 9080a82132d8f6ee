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


def test_erasing_another_folder_leaves_this_accounts_settings(alex: Shell, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    alex.done("--data", other, "setup", "--names", "Kim", "Robin", "--me", "Kim", "--time-zone", "UTC")
    alex.account.set("theme", "dark")
    account, files = alex.account_file(), alex.files()
    kims = next(iter(account["me"].keys() - {alex.library.need_couple().id}))
    alex.done("--data", other, "erase", typed="Kim\nRobin\n")
    assert not Path(other).exists()
    del account["me"][kims]
    assert alex.account_file() == account
    assert alex.files() == files
    assert alex.done("appreciate", "you waited up").endswith("from Alex.\n")


def test_settings_go_with_the_last_folder(alex: Shell, tmp_path: Path) -> None:
    """A shared folder in REKINDLE_DATA and an older one in the usual place belong to one account."""
    usual = tmp_path / "share" / "rekindle"
    alex.monkeypatch.setenv("XDG_DATA_HOME", str(usual.parent))
    alex.done("--data", str(usual), "setup", "--names", "Kim", "Robin", "--time-zone", "UTC")
    alex.done("erase", typed="Alex\nSam\n")
    assert alex.account_file()["me"] == {}
    alex.done("--data", str(usual), "erase", typed="Kim\nRobin\n")
    assert not alex.state.exists()
