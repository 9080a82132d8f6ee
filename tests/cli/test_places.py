"""`where` and `demo`, and that the app needs a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tracker.cli.commands import COMMANDS
from tracker.cli.context import Context
from tracker.records.library import Library


def test_where_says_the_folders(shell: Shell) -> None:
    places = json.loads(shell.done("where", "--json"))
    assert places["data"] == str(shell.data)
    assert places["state"] == str(shell.state)
    said = shell.done("where")
    assert all(place in said for place in places.values())
    assert not shell.data.exists()


def test_the_app_says_when_there_is_no_terminal(shell: Shell, tmp_path: Path) -> None:
    assert "terminal" in shell.refused()
    assert "terminal" in shell.refused("demo")
    assert not shell.data.exists()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Context]:
    """What the app was opened on, instead of opening it."""
    contexts: list[Context] = []

    def open_app(context: Context, demo_folder: Path) -> int:
        assert demo_folder == context.data
        contexts.append(context)
        return 0

    monkeypatch.setattr("tracker.cli.demo.need_terminal", lambda: None)
    monkeypatch.setattr("tracker.cli.demo.open_app", open_app)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return contexts


def test_the_demo_lives_in_a_place_of_its_own_and_says_where(shell: Shell, opened: list[Context]) -> None:
    said = shell.done("demo", "--years", "1", "--seed", "3", "--today", "2026-11-19")
    (there,) = opened
    assert str(there.data.parent) in said
    assert there.data.is_dir()
    assert there.state.parent == there.data.parent
    assert not shell.data.exists()
    assert not shell.state.exists()
    library = Library(there.store.documents)
    assert library.couple is not None
    assert there.at().today.isoformat() == "2026-11-19"
    assert max(note.day for note in library.appreciations).isoformat() < "2026-11-19"


@pytest.mark.parametrize("years", ["0", "500"])
def test_a_demo_of_too_many_years_or_none_leaves_no_folder(
    shell: Shell, opened: list[Context], tmp_path: Path, years: str
) -> None:
    assert "1 to 50 years" in shell.refused("demo", "--years", years)
    assert opened == []
    assert not list(tmp_path.glob("rekindle-demo-*"))


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
@pytest.mark.parametrize("below", ["", "sub"])
def test_a_file_is_no_data_folder_for_any_command(
    shell: Shell, tmp_path: Path, command: str, below: str
) -> None:
    (tmp_path / "file").write_text("mine")
    needed = {
        "appreciate": ["x"],
        "did": ["date"],
        "plan": ["date", "x"],
        "import": ["x.csv"],
        "move": ["1", "today"],
    }
    line = [command, *needed.get(command, []), "--data", str(tmp_path / "file" / below)]
    assert "is a file, not a folder" in shell.refused(*line)
    assert (tmp_path / "file").read_text() == "mine"
