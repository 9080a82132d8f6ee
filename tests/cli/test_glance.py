"""The quick look of `status` sees just what the store sees, as far as it counts."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.archive.conftest import NOON, sitting_in
from tracker.acts.entries import appreciate, set_weather
from tracker.acts.removal import remove
from tracker.acts.rituals import did
from tracker.cli.glance import glance
from tracker.clock import FixedClock
from tracker.demo.make import make_demo
from tracker.store.disk import DiskStore

COUNTED = ("appreciations", "couple", "moments", "pauses", "plans", "rituals")
TRAPS = ['","weather":{"', ',"weather":{"x":1}}', '}},"moments":{"', "\\", '\\"', "🌧️ \u2028"]


def _same(folder: Path) -> None:
    """Both ways of reading agree about every table that counts."""
    quick = glance(str(folder))
    whole = DiskStore.open(folder, FixedClock(NOON), read_only=True).documents
    for table in COUNTED:
        assert {d["id"]: d for d in quick.standing(table)} == {d["id"]: d for d in whole.standing(table)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A made-up year, and then two writers who change some of it."""
    data, clock = tmp_path / "data", FixedClock(datetime(2026, 11, 19, 12, tzinfo=UTC))
    make_demo(DiskStore.open(data, clock, writer="alex-0a1b"), 5, 1, date(2026, 11, 19))
    clock.move_to(NOON)
    for writer in ("alex-0a1b", "sam-2b3c"):
        sitting = sitting_in(data, clock, writer)
        me = sitting.at().couple.partners[0].id
        moments = list(sitting.at().library.moments)
        gone = next(moment for moment in moments if not moment.by)
        sitting.do(partial(remove, table="moments", record_id=gone.id, me=""))
        for text in TRAPS:
            sitting.do(partial(appreciate, by=me, text=text, cue=text))
            sitting.do(partial(did, key="date", by="", text=text))
        sitting.do(partial(set_weather, me=me, level=2))
    return data


def test_a_year_with_two_writers_is_read_alike(folder: Path) -> None:
    assert len(list(glance(str(folder)).standing("appreciations"))) > 100
    _same(folder)


def test_the_weather_is_not_read(folder: Path) -> None:
    assert "weather" not in glance(str(folder)).tables()


def test_files_that_a_hand_wrote_anew_are_read_alike(folder: Path) -> None:
    for number, path in enumerate(sorted(folder.glob("*/*.json"))):
        tables = json.loads(path.read_bytes())
        order = sorted(tables, key=["_meta", "weather"].__contains__, reverse=bool(number % 2))
        separators = (",", ":") if number % 3 else None
        path.write_text(json.dumps({name: tables[name] for name in order}, separators=separators))
    _same(folder)


def test_a_conflict_copy_is_read_alike(folder: Path) -> None:
    path = sorted(folder.glob("sam-2b3c/*.json"))[-1]
    copy = path.with_name(f"{path.stem}.sync-conflict-20261120-101010-ABCDEFG.json")
    copy.write_bytes(path.read_bytes())
    path.write_text("{}")
    _same(folder)


def test_what_cannot_be_read_is_passed_over(folder: Path, tmp_path: Path) -> None:
    before = len(list(glance(str(folder)).standing("moments")))
    (folder / "sam-2b3c" / "2020-01.json").write_text('{"moments": ')
    (folder / "sam-2b3c" / "2020-02.json").symlink_to(tmp_path / "elsewhere.json")
    (folder / "sam-2b3c" / "2020-03.json").mkdir()
    (folder / "linked-0a1b").symlink_to(folder / "alex-0a1b")
    (folder / "notes.txt").write_text("x")
    assert len(list(glance(str(folder)).standing("moments"))) == before
    assert glance(str(tmp_path / "absent")).tables() == ()
