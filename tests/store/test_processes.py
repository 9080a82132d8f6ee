"""Several processes at once, and processes that die at any moment: no entry is absent."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.store.children import in_child
from tests.store.things import ALEX, SAM, an_id, kinds, moment, notes, open_as, write
from tracker.clock import FixedClock
from tracker.ids import new_id
from tracker.store.changes import Change, Edit, Put
from tracker.store.disk import DiskStore
from tracker.store.documents import Documents

DEATHS = 800 if os.environ.get("REKINDLE_TORTURE") else 60
WRITERS = (ALEX, SAM, "kim-00aa", "kim-00ab")
START = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forked processes")


def started(work: Callable[[], None]) -> int:
    """A forked process that does the work and ends; its id."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def all_ended_well(children: list[int]) -> bool:
    return all(os.waitpid(child, 0)[1] == 0 for child in children)


@pytest.mark.parametrize("names", [WRITERS, (ALEX,) * 4, (ALEX, ALEX, SAM, SAM)], ids=["four", "one", "two"])
def test_four_processes_at_once_lose_no_entry(root: Path, names: tuple[str, ...]) -> None:
    each = 25

    def writes(number: int, writer: str) -> None:
        store = open_as(root, writer, FixedClock(START))
        for turn in range(each):
            write(store, moment(number * each + turn, day=f"2026-{10 + turn % 2}-11"))

    processes = [started(partial(writes, number, writer)) for number, writer in enumerate(names)]
    assert all_ended_well(processes)
    assert {*notes(open_as(root))} == {an_id(number) for number in range(4 * each)}


def test_edits_of_one_document_by_four_accounts_at_once_all_count(root: Path) -> None:
    write(open_as(root), Put("plans", an_id(1), {"marks": []}))

    def edits(number: int, writer: str) -> None:
        store = open_as(root, writer, FixedClock(START))
        for turn in range(12):
            store.write(partial(marked, f"{number}-{turn}"))

    processes = [started(partial(edits, number, writer)) for number, writer in enumerate(WRITERS)]
    assert all_ended_well(processes)
    marks = (open_as(root).documents.get("plans", an_id(1)) or {})["marks"]
    assert sorted(marks) == sorted(f"{number}-{turn}" for number in range(4) for turn in range(12))


def marked(mark: str, documents: Documents) -> list[Change]:
    """Add a mark to what stands now."""
    plan = documents.get("plans", an_id(1)) or {}
    return [Edit("plans", an_id(1), {"marks": [*plan["marks"], mark]})]


def test_a_lock_is_free_when_its_holder_died(root: Path) -> None:
    write(open_as(root), moment(1))

    def die_inside() -> None:
        open_as(root).write(killed)

    def killed(_: Documents) -> list[Change]:
        os.kill(os.getpid(), signal.SIGKILL)
        return []

    child = started(die_inside)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    write(open_as(root), moment(2))
    assert len(notes(open_as(root))) == 2


def test_sudden_deaths_lose_nothing_that_was_said_to_be_saved(root: Path) -> None:
    """A process writes one, two or three months at a time and says so; at a random moment it is killed."""
    rng = random.Random(7)
    saved: set[str] = set()
    groups: list[list[str]] = []
    for death in range(DEATHS):
        receive, send = os.pipe()
        child = started(partial(_write_until_killed, root, send, death))
        os.close(send)
        with open(receive, encoding="ascii") as pipe:  # noqa: PTH123  # a descriptor
            for _ in range(rng.randrange(1, 8)):
                groups.append(pipe.readline().split())
                _note(groups, saved)
            for _ in range(rng.randrange(40_000)):
                pass  # let it run on for up to a millisecond or two
            os.kill(child, signal.SIGKILL)
            for line in pipe.read().splitlines():
                groups.append(line.split())
                _note(groups, saved)
        os.waitpid(child, 0)
        store = open_as(root, ALEX, FixedClock(START + timedelta(days=death)))
        found = {*notes(store)}
        assert kinds(store) == []
        assert {key for key in saved if key} <= found
        for group in groups:
            together = {key for key in group if key[0] != "="}
            assert together <= found or not together & found
    write(open_as(root), moment(1))
    assert [path.name for path in (root / ALEX).glob(".*") if path.name != ".lock"] == []
    _each_opens(root)


def _note(groups: list[list[str]], saved: set[str]) -> None:
    """A line `=` says that the group before it was saved."""
    if groups[-1] == ["="]:
        groups.pop()
        saved.update(groups[-1])


def _write_until_killed(root: Path, pipe: int, death: int) -> None:
    clock = FixedClock(START + timedelta(days=death))
    store = open_as(root, ALEX, clock)
    for turn in range(10_000):
        ids = [new_id(clock.now()) for _ in range(1 + turn % 3)]
        os.write(pipe, " ".join(ids).encode() + b"\n")
        write(store, *(Put("moments", key, {"day": f"2026-{10 - at}-01"}) for at, key in enumerate(ids)))
        os.write(pipe, b"=\n")


def _each_opens(root: Path) -> None:
    from tracker.store.codec import decode

    for path in (root / ALEX).rglob("*.json"):
        assert not decode(path.read_bytes()).by_hand


def test_a_reader_never_sees_half_a_file(root: Path, clock: FixedClock) -> None:
    write(open_as(root), moment(0))

    def writes() -> None:
        store = open_as(root)
        for number in range(1, 80):
            write(store, moment(number))

    child = started(writes)
    reader = DiskStore.open(root, clock, read_only=True)
    seen = [len(notes(reader))]
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        reader.refresh()
        seen.append(len(notes(reader)))
    reader.refresh()
    assert len(notes(reader)) == 80
    assert seen == sorted(seen)
    assert kinds(reader) == []


def test_a_second_thread_may_read_while_one_writes(root: Path) -> None:
    from threading import Thread

    store = open_as(root)
    thread = Thread(target=lambda: [write(store, moment(number)) for number in range(150)])
    thread.start()
    counts = []
    while thread.is_alive():
        counts.append(len([*store.documents.standing("moments")]))
        store.refresh()
    thread.join()
    assert counts == sorted(counts)
    assert len(notes(store)) == 150


def test_a_child_that_fails_is_told(root: Path) -> None:
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        in_child(lambda: str(1 // 0))
