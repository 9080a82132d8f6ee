"""`doctor`: what is fine and what is not, in sentences, never a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

PRIVATE = "you waited up for me"


@pytest.fixture
def full(alex: Shell) -> Shell:
    alex.done("appreciate", PRIVATE)
    return alex


def _month(shell: Shell) -> Path:
    (path,) = shell.data.glob("*/2026-11.json")
    return path


def _edited(shell: Shell, table: str, **fields: object) -> None:
    """Change one document by hand."""
    path = _month(shell)
    content = json.loads(path.read_bytes())
    next(iter(content[table].values())).update(fields)
    path.write_text(json.dumps(content))


def test_a_sound_store_is_fine(full: Shell) -> None:
    assert len(full.done("doctor").splitlines()) == 5


def test_an_empty_place_is_fine(shell: Shell) -> None:
    assert "Nothing was written" in shell.done("doctor")


def test_an_edit_by_hand_is_told(full: Shell) -> None:
    _edited(full, "appreciations", cue="changed")
    said = full("doctor")
    assert said.code == 1
    assert "2026-11.json was changed by hand" in said.out
    assert PRIVATE not in said.out + said.err


@pytest.mark.parametrize(
    ("table", "fields", "told"),
    [
        ("appreciations", {"day": PRIVATE}, "not written as it should be"),
        ("couple", {"partners": []}, "of couple is not written as it should be"),
        ("rituals", {"key": 7}, "of rituals is not written as it should be"),
    ],
)
def test_an_entry_that_is_not_sound_is_told_by_its_number(
    full: Shell, table: str, fields: dict[str, object], told: str
) -> None:
    _edited(full, table, **fields)
    said = full("doctor")
    assert said.code == 1
    assert told in said.out
    assert PRIVATE not in said.out + said.err


def test_a_file_that_cannot_be_read_is_told(full: Shell) -> None:
    _month(full).write_text(PRIVATE)
    said = full("doctor")
    assert said.code == 1
    assert "2026-11.json cannot be read" in said.out
    assert PRIVATE not in said.out + said.err


def test_a_newer_file_is_told(full: Shell) -> None:
    raw = _month(full).read_text()
    _month(full).write_text(raw.replace('"schema":1', '"schema":99', 1))
    assert "newer Rekindle" in full("doctor").out


def test_a_dated_backup_of_no_use_is_told(full: Shell) -> None:
    folder = _month(full).parent / "backups"
    folder.mkdir(exist_ok=True)
    (folder / "2026-11.2026-11-01.json").write_text("{")
    said = full("doctor")
    assert said.code == 1
    assert "2026-11.2026-11-01.json cannot be read" in said.out


def test_a_tick_of_an_unknown_ritual_is_told(full: Shell) -> None:
    full.done("did", "date")
    _edited(full, "moments", ritual="yoga")
    assert "1 tick of a ritual that is not here" in full("doctor").out


def test_an_open_folder_is_told(full: Shell) -> None:
    full.data.chmod(0o755)
    said = full("doctor")
    assert said.code == 1
    assert "chmod 700" in said.out


def test_weather_leaves_no_trace_in_it(full: Shell) -> None:
    from tracker.acts.entries import set_weather
    from tracker.acts.sitting import Sitting
    from tracker.store.disk import open_store

    before = full.done("doctor")
    sitting = Sitting(open_store(full.data, full.state, full.clock), full.clock)
    me = sitting.at().couple.partners[0].id
    sitting.do(lambda at: set_weather(at, me=me, level=1))
    assert full.done("doctor") == before
