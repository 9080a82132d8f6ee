"""A disk that is full, or a folder that may not be written: a sentence, and all is as it was."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.store.children import in_child
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
from tracker.errors import Refusal
from tracker.store.changes import Change, Edit
from tracker.store.disk import DiskStore

STEPS = ("open", "write", "fsync", "replace", "link", "mkdir", "chmod", "fchmod")
"""What the operating system may decline."""

GROWING = ("write", "fsync", "link", "mkdir")
"""What it declines again and again while the disk stays full."""


class Declining:
    """Lets the first calls through, and then declines one, or all that would need room."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
        self.left = -1
        self.stays = False
        self.code = code
        self.declined = False
        for name in STEPS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def after(self, calls: int, stays: bool) -> None:
        self.left, self.stays, self.declined = calls, stays, False

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if name == "open" and not args[1] & os.O_CREAT:
                return real(*args, **options)
            if self.left == 0 and (not self.declined or (self.stays and name in GROWING)):
                self.declined = True
                raise OSError(self.code, os.strerror(self.code))
            self.left -= self.left > 0
            return real(*args, **options)

        return call


def picture(root: Path, hidden: bool = True) -> dict[str, bytes]:
    """All files but locks, whose bytes do not matter."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.name.endswith("lock"))
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in files
        if hidden or not path.name.startswith(".")
    }


@pytest.mark.parametrize("stays", [False, True], ids=["once", "stays-full"])
@pytest.mark.parametrize("first_write", [False, True])
def test_a_full_disk_at_any_step_changes_nothing_and_says_so(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, first_write: bool, stays: bool
) -> None:
    changes: list[Change] = [moment(10), moment(11, day="2026-10-05"), moment(12, day="2026-09-05")]
    start = tmp_path / "start"
    start.mkdir()
    if not first_write:
        write(open_as(start, ALEX, clock), moment(1), moment(2, day="2026-10-01"))
        clock.move_to(NOW + timedelta(days=1))
        changes.append(Edit("moments", an_id(1), {"note": "edited"}))
    disk = Declining(monkeypatch, errno.ENOSPC)
    refused = 0
    for calls in range(200):
        root = tmp_path / str(calls)
        disk.after(-1, stays=False)
        shutil.copytree(start, root)
        store = open_as(root, ALEX, clock)
        shown, before = everything(store.documents), picture(root)
        disk.after(calls, stays)
        try:
            write(store, *changes)
            declined = disk.declined
        except Refusal as refusal:
            refused += 1
            declined = True
            disk.after(-1, stays=False)
            assert "disk is full" in refusal.sentence
            assert everything(store.documents) == shown
            # While it stays full even undoing may be cut short; then it is the next one's to tidy up.
            assert picture(root, hidden=not stays) == before
            assert everything(open_as(root, ALEX, clock).documents) == shown
            write(store, *changes)
        disk.after(-1, stays=False)
        assert len(notes(open_as(root, ALEX, clock))) == 3 + 2 * (not first_write)
        assert [name for name in picture(root) if Path(name).name.startswith(".")] == []
        if not declined:
            break
    assert refused > 15
    assert refused > calls * 0.8


def test_a_disk_that_does_not_even_let_us_undo_leaves_it_to_the_next_one(
    root: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_as(root, ALEX, clock)
    write(store, moment(1), moment(2, day="2026-10-01"))
    shown = everything(store.documents)
    real, calls = os.replace, 0

    def replace(source: str, target: str) -> None:
        nonlocal calls
        calls += 1
        if calls > 2:  # the note, and the first month file
            raise OSError(errno.EIO, "the disk is ill")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(Refusal, match="could not write"):
            write(store, moment(3), moment(4, day="2026-10-02"))
    for each in (store, open_as(root, ALEX, clock)):
        each.refresh()
        assert everything(each.documents) == shown
    assert [path.name for path in (root / ALEX).glob(".*") if path.name != ".lock"] == []


def test_mending_on_a_full_disk_shows_what_came_back_and_is_done_later(
    root: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(open_as(root, ALEX, clock), moment(1), moment(2))
    month_path(root).write_bytes(month_path(root).read_bytes()[:-1])
    hurt = month_path(root).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.publish.write_temporary", _full)
        store = open_as(root, ALEX, clock)
        assert len(notes(store)) == 2
        assert kinds(store) == ["unreadable"]
        with pytest.raises(Refusal, match="full"):
            write(store, moment(3))
    assert month_path(root).read_bytes() == hurt
    write(store, moment(3))
    assert len(notes(open_as(root))) == 3


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_a_real_limit_on_the_size_of_files_is_a_refusal(root: Path, clock: FixedClock) -> None:
    write(open_as(root, ALEX, clock), *(moment(number) for number in range(50)))
    before = picture(root)

    def full() -> str:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write(open_as(root, ALEX, clock), moment(99))
        except Refusal as refusal:
            return refusal.sentence
        return "written"

    assert "full" in in_child(full)
    assert picture(root) == before


@pytest.mark.skipif(os.getuid() != 0, reason="another account is needed")
def test_a_folder_that_may_not_be_written_is_shown_and_refuses(root: Path, clock: FixedClock) -> None:
    write(open_as(root, ALEX, clock), moment(1))
    _open_to_all(root)

    def as_nobody() -> str:
        os.setuid(65534)
        store = open_as(root, ALEX, clock)
        assert notes(store) == {an_id(1): "a walk"}
        assert (store.writable, kinds(store)) == (False, ["read-only"])
        try:
            write(store, moment(2))
        except Refusal as refusal:
            return refusal.sentence
        return "written"

    assert "may not write" in in_child(as_nobody)


def _open_to_all(root: Path) -> None:
    """Let every account read the folder, up to where the test's own begins."""
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    for path in root.parents:
        if path.stat().st_uid == os.getuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)


def test_an_account_that_cannot_be_kept_reads_only(
    root: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.store.disk import open_store

    write(open_as(root, ALEX, clock), moment(1))
    (tmp_path / "state").write_text("a file, not a folder")
    store: DiskStore = open_store(root, tmp_path / "state", clock)
    assert notes(store) == {an_id(1): "a walk"}
    assert not store.writable


@pytest.mark.parametrize("code", [errno.EMFILE, errno.EIO])
def test_a_file_that_can_not_be_read_just_now_stays_on_screen_and_is_tried_again(
    root: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    sam = open_as(root, SAM, clock)
    write(sam, moment(1))
    alex = open_as(root, ALEX, clock)
    write(sam, moment(2))
    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.month.read_file", _raising(code))
        alex.refresh()
        assert {*notes(alex)} == {an_id(1)}
        assert kinds(alex) == ["unreadable"]
    alex.refresh()
    assert {*notes(alex)} == {an_id(1), an_id(2)}


def _raising(code: int) -> Callable[..., None]:
    def read_file(_: str) -> None:
        raise OSError(code, os.strerror(code))

    return read_file


def test_a_data_folder_that_is_a_file_is_said_and_not_replaced(root: Path, clock: FixedClock) -> None:
    root.write_text("mine")
    store = open_as(root, ALEX, clock)
    assert "unreadable" in kinds(store)
    with pytest.raises(Refusal):
        write(store, moment(1))
    assert root.read_text() == "mine"


def test_a_file_system_that_knows_no_sync_of_folders_is_used_all_the_same(
    root: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not for folders")

    monkeypatch.setattr(os, "fsync", fsync)
    write(open_as(root, ALEX, clock), moment(1), moment(2, day="2026-10-01"))
    assert len(notes(open_as(root))) == 2
