"""Damaged files: nothing is overwritten, whole documents come back, and the people are told what did."""

from __future__ import annotations

import os
import random
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
    write,
)
from tracker.clock import FixedClock
from tracker.store.changes import Put
from tracker.store.codec import decode, encode
from tracker.store.disk import DiskStore
from tracker.store.salvage import salvaged

RITUAL = {"key": "talk", "cadence": {"times": 1, "period": "week"}, "when": {"a": {"b": 1}}}


def filled(root: Path, clock: FixedClock) -> DiskStore:
    """Two days of entries: the first day's are in a backup, the second day's are not."""
    store = open_as(root, ALEX, clock)
    write(store, *(moment(number) for number in range(5)))
    clock.move_to(NOW + timedelta(days=1))
    write(store, *(moment(number, note=f"new {number}") for number in range(5, 8)))
    write(store, Put("rituals", an_id(20), RITUAL), Put("weather", an_id(21), {"day": "2026-11-22"}))
    return store


def sentences(store: DiskStore) -> str:
    return " ".join(notice.sentence for notice in store.documents.notices)


def aside(root: Path) -> list[bytes]:
    return [path.read_bytes() for path in (root / ALEX).glob("*.damaged-*")]


def test_a_cut_file_comes_back_from_its_backup_and_from_itself(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    path = month_path(root)
    whole = path.read_bytes()
    cut = whole[: whole.index(b'"new 6"')]
    path.write_bytes(cut)
    store = open_as(root, ALEX, clock)
    assert {*notes(store)} == {an_id(number) for number in (0, 1, 2, 3, 4, 5)}
    assert aside(root) == [cut]
    assert kinds(store) == ["salvaged"]
    assert "6 moments" in sentences(store)
    assert "the backup of 23 November 2026" in sentences(store)
    assert everything(open_as(root).documents) == everything(store.documents)
    assert kinds(open_as(root)) == []


def test_weather_is_never_spoken_of(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    path = month_path(root)
    path.write_bytes(path.read_bytes()[:-1])
    store = open_as(root, ALEX, clock)
    assert store.documents.get("weather", an_id(21)) is not None
    assert "1 ritual" in sentences(store)
    assert "weather" not in sentences(store)


@pytest.mark.parametrize(
    "rest", [b"", b"{", b"null", b"[]", b'{"moments": []}', b"\x00" * 500, b"[" * 100_000]
)
def test_a_file_of_which_nothing_is_left_comes_back_from_its_backup(
    root: Path, clock: FixedClock, rest: bytes
) -> None:
    filled(root, clock)
    month_path(root).write_bytes(rest)
    store = open_as(root, ALEX, clock)
    assert {*notes(store)} == {an_id(number) for number in range(5)}
    assert kinds(store) == ["restored"]
    assert aside(root) == [rest]


def test_without_any_backup_the_whole_documents_come_back(root: Path) -> None:
    write(open_as(root), moment(1), moment(2), moment(3))
    path = month_path(root)
    path.write_bytes(path.read_bytes().replace(an_id(2).encode() + b'":{', an_id(2).encode() + b'":{!', 1))
    store = open_as(root)
    assert {*notes(store)} == {an_id(1), an_id(3)}
    assert kinds(store) == ["salvaged"]


def test_where_nothing_comes_back_it_says_so(root: Path) -> None:
    write(open_as(root), moment(1))
    month_path(root).write_bytes(b"\x00" * 300)
    store = open_as(root)
    assert notes(store) == {}
    assert "Nothing in it could be read" in sentences(store)
    write(store, moment(2))
    assert {*notes(open_as(root))} == {an_id(2)}


def test_a_backup_that_is_damaged_too_gives_way_to_the_one_before(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    clock.move_to(NOW + timedelta(days=2))
    write(open_as(root, ALEX, clock), moment(30))
    newest = root / ALEX / "backups" / "2026-11.2026-11-24.json"
    newest.unlink()
    newest.write_bytes(b"{")
    month_path(root).write_bytes(b"")
    assert {*notes(open_as(root, ALEX, clock))} == {an_id(number) for number in range(5)}


def test_damage_is_noticed_and_mended_by_a_write_and_by_a_refresh(root: Path, clock: FixedClock) -> None:
    for look in ("refresh", "write"):
        store = filled(root / look, clock)
        path = month_path(root / look)
        path.write_bytes(path.read_bytes()[:-1])
        os.utime(root / look / ALEX, (1, 1))
        if look == "refresh":
            store.refresh()
        else:
            write(store, moment(40))
        assert kinds(store) == ["salvaged"]
        assert len(aside(root / look)) == 1
        assert len(notes(store)) == 8 + (look == "write")
        clock.move_to(NOW)


def test_another_writers_damaged_file_is_never_touched_and_its_backup_is_shown(
    root: Path, clock: FixedClock
) -> None:
    filled(root, clock)
    path = month_path(root)
    path.write_bytes(b"{")
    before = sorted((each, each.stat().st_mtime_ns) for each in (root / ALEX).rglob("*"))
    sam = open_as(root, SAM, clock)
    assert {*notes(sam)} == {an_id(number) for number in range(5)}
    assert kinds(sam) == ["other-writer"]
    write(sam, moment(50))
    assert sorted((each, each.stat().st_mtime_ns) for each in (root / ALEX).rglob("*")) == before
    assert kinds(sam) == ["other-writer"]


def test_what_was_edited_by_hand_stands_is_backed_up_and_told_once(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    path = month_path(root)
    edited = path.read_bytes().replace(b"a walk", b"a hike")
    path.write_bytes(edited)
    store = open_as(root, ALEX, clock)
    assert kinds(store) == ["hand-edited"]
    assert "a hike" in notes(store).values()
    assert [each.read_bytes() for each in (root / ALEX / "backups").glob("*by-hand*")] == [edited]
    assert kinds(open_as(root)) == []
    assert decode(path.read_bytes()).by_hand is False


def test_a_light_look_neither_notices_an_edit_by_hand_nor_mends(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    path = month_path(root)
    path.write_bytes(path.read_bytes().replace(b"a walk", b"a hike"))
    light = DiskStore.open(root, clock, writer=ALEX, verify=False)
    assert "a hike" in notes(light).values()
    assert kinds(light) == []
    path.write_bytes(b"{")
    light = DiskStore.open(root, clock, writer=ALEX, verify=False)
    assert len(notes(light)) == 5
    assert path.read_bytes() == b"{"


@pytest.mark.parametrize("seed", range(3))
def test_no_flipped_bit_stops_anything_and_hardly_any_document_is_absent(
    root: Path, clock: FixedClock, seed: int
) -> None:
    filled(root, clock)
    path = month_path(root)
    whole = path.read_bytes()
    expected = {key for _, key in everything(open_as(root).documents)}
    newer = len(expected) - 5
    rng = random.Random(seed)
    for at in range(seed, len(whole), 29):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << rng.randrange(8)
        path.write_bytes(flipped)
        store = open_as(root, ALEX, clock)
        found = {key for _, key in everything(store.documents)}
        assert len(expected - found) <= min(newer, 1), bytes(flipped[at - 20 : at + 20])
        if "newer" not in kinds(store):
            write(store, moment(60))
            again = open_as(root, ALEX, clock)
            assert everything(again.documents) == everything(store.documents)


def test_no_cut_stops_anything(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    path = month_path(root)
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        store = open_as(root, ALEX, clock)
        assert {an_id(number) for number in range(5)} <= {*notes(store)}


def test_a_document_never_comes_back_in_a_table_it_did_not_stand_in() -> None:
    tables = {
        "milestones": {
            an_id(n): {"id": an_id(n), "_v": 1, "_w": "w", "goal": "g", "title": "t"} for n in range(3)
        },
        "moments": {
            an_id(n): {"id": an_id(n), "_v": 1, "_w": "w", "day": "d", "by": ""} for n in range(5, 9)
        },
        "plans": {
            an_id(n): {"id": an_id(n), "_v": 1, "_w": "w", "day": "d", "kind": "k"} for n in range(10, 13)
        },
    }
    whole = encode(tables, {})
    known = {name: dict([*table.items()][:1]) for name, table in tables.items()}
    start, end = whole.index(b'"milestones"'), len(whole)
    for at in range(start, end):
        for length in (1, 40):
            hurt = whole[:at] + b"\x01" * min(length, end - at) + whole[at + length :]
            for name, table in salvaged(hurt, known).items():
                for key, document in table.items():
                    if name in tables:
                        assert key in tables[name]
                    assert document["id"] == key


def test_bytes_that_were_kept_aside_are_never_overwritten(root: Path, clock: FixedClock) -> None:
    filled(root, clock)
    for content in (b"{", b"[", b"{{"):
        month_path(root).write_bytes(content)
        open_as(root, ALEX, clock)
    assert sorted(aside(root)) == [b"[", b"{", b"{{"]
