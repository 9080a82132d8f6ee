"""Several writers in one folder: each sees what the others wrote, and nobody's entry is absent."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.things import (
    ALEX,
    NOW,
    SAM,
    an_id,
    everything,
    kinds,
    moment,
    month_path,
    notes,
    open_as,
    tables_in,
    write,
)
from tracker.clock import FixedClock
from tracker.store.changes import BringBack, Change, Edit, Remove
from tracker.store.disk import DiskStore
from tracker.store.documents import Documents, stamp_of
from tracker.store.month import MonthFile, read_month

FIRST = an_id(1)


def age(path: Path) -> None:
    """Make a folder's time old and its files' too, as if nothing had happened for long."""
    for each in (*path.rglob("*"), path):
        os.utime(each, (1_700_000_000, 1_700_000_000))


def test_a_refresh_shows_what_another_writer_did_and_says_whether_anything_is_new(root: Path) -> None:
    alex, sam = open_as(root), open_as(root, SAM)
    write(sam, moment(1))
    assert alex.refresh()
    assert notes(alex) == {FIRST: "a walk"}
    assert not alex.refresh()
    picture = alex.documents
    assert not alex.refresh()
    assert alex.documents is picture


def test_a_refresh_reads_only_the_file_that_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sam = open_as(root, SAM)
    write(sam, *(moment(number, day=f"2026-{number:02}-01") for number in range(1, 10)))
    age(root)
    alex = open_as(root)
    read: list[str] = []

    def noted(path: str, verify: bool, known: MonthFile | None = None) -> MonthFile:
        read.append(Path(path).name)
        return read_month(path, verify, known)

    monkeypatch.setattr("tracker.store.folder.read_month", noted)
    alex.refresh()
    assert read == []
    write(sam, moment(10, day="2026-03-02"))
    read.clear()
    assert alex.refresh()
    assert read == ["2026-03.json"]


def test_two_changes_within_one_tick_of_the_file_system_are_both_seen(root: Path) -> None:
    sam, alex = open_as(root, SAM), open_as(root)
    write(sam, moment(1))
    alex.refresh()
    times = (root / SAM).stat()
    write(sam, moment(2, note="b walk"))
    os.utime(root / SAM, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert alex.refresh()
    assert notes(alex) == {FIRST: "a walk", an_id(2): "b walk"}


def test_a_file_replaced_within_one_tick_by_one_of_the_same_size_and_place_is_seen(root: Path) -> None:
    sam = open_as(root, SAM)
    path = month_path(root, SAM)
    write(sam, moment(1, note="aaaa"))
    before = path.read_bytes()
    write(sam, Edit("moments", FIRST, {"note": "bbbb"}))
    after = path.read_bytes()
    assert len(after) == len(before)
    path.write_bytes(before)
    alex = open_as(root)
    folder, file = (root / SAM).stat(), path.stat()
    path.write_bytes(after)
    os.utime(path, ns=(file.st_atime_ns, file.st_mtime_ns))
    os.utime(root / SAM, ns=(folder.st_atime_ns, folder.st_mtime_ns))
    assert alex.refresh()
    assert notes(alex) == {FIRST: "bbbb"}


def test_the_newest_version_is_shown_whoever_wrote_it(root: Path, clock: FixedClock) -> None:
    alex, sam = open_as(root, ALEX, clock), open_as(root, SAM, clock)
    write(alex, moment(1))
    for turn in range(4):
        store = (sam, alex)[turn % 2]
        write(store, Edit("moments", FIRST, {"note": str(turn)}))
    for store in (alex, sam, open_as(root), open_as(root, SAM)):
        store.refresh()
        assert notes(store) == {FIRST: "3"}


def test_an_edit_is_made_of_the_newest_version_even_when_it_was_not_yet_on_screen(root: Path) -> None:
    alex, sam = open_as(root), open_as(root, SAM)
    write(alex, moment(1))
    write(sam, Edit("moments", FIRST, {"place": "the river"}))
    write(alex, Edit("moments", FIRST, {"note": "b"}))
    document = alex.documents.get("moments", FIRST) or {}
    assert (document["place"], document["note"]) == ("the river", "b")


def test_two_stores_of_one_writer_lose_nothing_of_each_other(root: Path) -> None:
    one, two = open_as(root), open_as(root)
    for number in range(0, 20, 2):
        write(one, moment(number))
        write(two, moment(number + 1))
    assert len(notes(open_as(root))) == 20


def test_a_write_sees_what_another_store_of_the_same_writer_wrote_within_one_tick(root: Path) -> None:
    one, two = open_as(root), open_as(root)
    write(one, moment(1))
    times = (root / ALEX).stat()
    write(two, moment(2, day="2026-10-01"))
    os.utime(root / ALEX, ns=(times.st_atime_ns, times.st_mtime_ns))
    seen: list[int] = []

    def build(documents: Documents) -> list[Change]:
        seen.append(len([*documents.standing("moments")]))
        return [moment(3)]

    one.write(build)
    assert seen == [2]


def test_a_file_edited_in_place_just_before_a_write_is_not_overwritten(root: Path) -> None:
    store = open_as(root)
    write(store, moment(1))
    age(root)
    store.refresh()
    path = month_path(root)
    with path.open("r+") as file:
        text = file.read().replace("a walk", "by hand, longer")
        file.seek(0)
        file.write(text)
    write(store, moment(2))
    assert notes(open_as(root)) == {FIRST: "by hand, longer", an_id(2): "a walk"}


def test_removing_and_bringing_back_works_across_writers(root: Path, clock: FixedClock) -> None:
    alex, sam = open_as(root, ALEX, clock), open_as(root, SAM, clock)
    write(alex, moment(1))
    write(sam, Remove("moments", FIRST))
    alex.refresh()
    assert notes(alex) == {}
    write(alex, BringBack("moments", FIRST))
    sam.refresh()
    assert notes(sam) == {FIRST: "a walk"}


def test_each_writer_makes_bare_only_its_own_versions_of_what_left(root: Path, clock: FixedClock) -> None:
    alex, sam = open_as(root, ALEX, clock), open_as(root, SAM, clock)
    write(alex, moment(1))
    write(sam, Remove("moments", FIRST))
    clock.move_to(NOW + timedelta(days=31))
    write(alex, moment(2))
    mine = tables_in(month_path(root))["moments"][FIRST]
    assert {*mine} == {"id", "_v", "_w"}
    assert "note" in tables_in(month_path(root, SAM))["moments"][FIRST]
    assert [document["note"] for document in alex.documents.removed("moments")] == ["a walk"]
    write(sam, moment(3))
    assert {*tables_in(month_path(root, SAM))["moments"][FIRST]} == {"id", "_v", "_w"}
    alex.refresh()
    assert [*alex.documents.removed("moments")] == []
    assert {*notes(alex)} == {an_id(2), an_id(3)}


@pytest.mark.parametrize(
    "name",
    [
        "2026-11.sync-conflict-20261122-101500-ABCDEFG.json",
        "2026-11 (Sam's conflicted copy 2026-11-22).json",
        "2026-11 (conflicted copy 2026-11-22 101500).json",
        "2026-11-laptop.json",
        "2026-11_conf(1).json",
    ],
)
def test_a_sync_engines_copy_of_a_conflict_is_merged_by_version_and_left_alone(root: Path, name: str) -> None:
    store = open_as(root)
    write(store, moment(1), moment(2))
    copy = root / ALEX / name
    shutil.copy(month_path(root), copy)
    write(store, Edit("moments", FIRST, {"note": "newer"}), moment(3))
    other = open_as(root.parent / "elsewhere", ALEX, FixedClock(NOW + timedelta(hours=1)))
    write(other, moment(2, note="from the other machine"))
    copy.write_bytes(month_path(root.parent / "elsewhere").read_bytes())
    kept = copy.read_bytes()
    for again in (store, open_as(root)):
        again.refresh()
        assert notes(again) == {FIRST: "newer", an_id(2): "from the other machine", an_id(3): "a walk"}
    write(store, Edit("moments", an_id(2), {"note": "after"}))
    assert notes(open_as(root))[an_id(2)] == "after"
    assert copy.read_bytes() == kept


@pytest.mark.parametrize(
    "name", [".2026-11.json.0123456789ab.tmp", ".syncthing.2026-11.json.tmp", "2026-13.json", "2026-11.json~"]
)
def test_what_is_no_month_file_is_not_read(root: Path, name: str) -> None:
    open_as(root).write(lambda _: [moment(1)])
    other = open_as(root.parent / "elsewhere")
    write(other, moment(2))
    (root / ALEX / name).write_bytes(month_path(root.parent / "elsewhere").read_bytes())
    store = open_as(root)
    assert {*notes(store)} == {FIRST}
    assert kinds(store) == []


def test_a_file_or_writer_that_was_taken_away_is_gone_at_the_next_look(root: Path) -> None:
    alex, sam = open_as(root), open_as(root, SAM)
    write(sam, moment(1), moment(2, day="2026-10-01"))
    write(alex, Edit("moments", FIRST, {"note": "mine"}))
    month_path(root, SAM, "2026-10").unlink()
    alex.refresh()
    assert notes(alex) == {FIRST: "mine"}
    shutil.rmtree(root / ALEX)
    sam.refresh()
    assert notes(sam) == {FIRST: "a walk"}
    shutil.rmtree(root)
    sam.refresh()
    assert everything(sam.documents) == {}


def concurrent(documents: Documents) -> list[str]:
    return [document["note"] for document in documents.concurrent_versions("moments", FIRST)]


def test_versions_that_did_not_know_of_each_other_are_found(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    later = FixedClock(NOW + timedelta(minutes=5))
    alex = open_as(here)
    write(alex, moment(1))
    shutil.copytree(here, there)
    sam = DiskStore.open(there, later, writer=SAM)
    write(sam, Edit("moments", FIRST, {"note": "Sam's"}))
    write(alex, Edit("moments", FIRST, {"note": "Alex's"}))
    shutil.copytree(there / SAM, here / SAM)
    alex.refresh()
    assert notes(alex) == {FIRST: "Sam's"}
    assert concurrent(alex.documents) == ["Alex's"]
    assert [stamp_of(d)[1] for d in alex.documents.versions("moments", FIRST)] == [SAM, ALEX]
    write(alex, Edit("moments", FIRST, {"note": "both"}))
    assert concurrent(alex.documents) == []


def test_versions_that_knew_of_each_other_are_not_concurrent(root: Path) -> None:
    alex, sam, kim = open_as(root), open_as(root, SAM), open_as(root, "kim-00aa")
    write(alex, moment(1))
    for store in (sam, kim, sam, alex, alex, kim):
        write(store, Edit("moments", FIRST, {"note": "x"}))
        assert concurrent(store.documents) == []
        assert concurrent(open_as(root).documents) == []
