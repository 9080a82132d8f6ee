"""A power cut at any moment: what was said to be saved is there, and a write is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.cut import Recorder, left_over
from tests.store.things import ALEX, NOW, an_id, everything, moment, notes, open_as, write
from tracker.clock import FixedClock
from tracker.store.changes import Edit, Remove
from tracker.store.disk import DiskStore

FULL = bool(os.environ.get("REKINDLE_TORTURE"))


def nothing(_: DiskStore, __: FixedClock) -> None:
    """A couple that begins."""


def two_months(store: DiskStore, clock: FixedClock) -> None:
    """A couple with entries in two months, whose last write was yesterday."""
    write(store, moment(1), moment(2, day="2026-10-01"))
    clock.move_to(NOW + timedelta(days=1))


def same_day(store: DiskStore, clock: FixedClock) -> None:
    """A couple that wrote today, so that today's backups are there."""
    two_months(store, clock)
    write(store, moment(3), moment(4, day="2026-10-01"))


def one_entry(store: DiskStore) -> None:
    write(store, moment(10))


def an_edit(store: DiskStore) -> None:
    write(store, Edit("moments", an_id(1), {"note": "edited"}))


def several_files(store: DiskStore) -> None:
    write(
        store,
        moment(11),
        moment(12, day="2026-10-02"),
        moment(13, day="2026-09-02"),
        Remove("moments", an_id(1)),
    )


def several_new_files(store: DiskStore) -> None:
    write(store, moment(11), moment(12, day="2026-08-02"))


CASES = [
    (nothing, one_entry),
    (nothing, several_new_files),
    (two_months, one_entry),
    (two_months, several_files),
    (same_day, an_edit),
    (same_day, several_files),
]


@pytest.mark.parametrize(("start", "work"), CASES, ids=lambda each: each.__name__)
def test_a_power_cut_leaves_a_write_whole_or_not_at_all_and_a_saved_one_whole(
    tmp_path: Path,
    clock: FixedClock,
    start: Callable[[DiskStore, FixedClock], None],
    work: Callable[[DiskStore], None],
) -> None:
    root, before = tmp_path / "data", tmp_path / "before"
    start(open_as(root, ALEX, clock), clock)
    root.mkdir(exist_ok=True)
    shutil.copytree(root, before)
    store = open_as(root, ALEX, clock)
    old = everything(store.documents)
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder(patch, root)
        work(store)
    new = everything(store.documents)
    assert new != old
    states = 0
    for cut in range(len(recorder.steps) + 1):
        for disk in left_over(root, before, recorder.steps[:cut], FULL):
            states += 1
            place = tmp_path / f"cut-{states}"
            disk.make(place)
            check(place, clock, [new] if cut == len(recorder.steps) else [old, new])
            shutil.rmtree(place)
    assert states > len(recorder.steps)


def check(place: Path, clock: FixedClock, allowed: list[object]) -> None:
    store = open_as(place, ALEX, clock)
    found = everything(store.documents)
    assert found in allowed
    assert store.documents.notices == ()
    write(store, moment(99))
    again = open_as(place, ALEX, clock)
    assert {*notes(again)} == {*notes(store)}
    assert {key: again.documents.get(*key) for key in found} == found
    assert [path.name for path in (place / ALEX).glob(".*") if path.name != ".lock"] == []
