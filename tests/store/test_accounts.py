"""Who may do what: one account alone, and two accounts that share a folder through a group."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.store.children import in_child
from tests.store.things import ALEX, SAM, an_id, kinds, moment, month_path, notes, open_as, write
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import Edit

GROUP, ALEX_UID, SAM_UID, STRANGER_UID = 45_001, 45_002, 45_003, 45_004


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_for_one_account_nobody_else_may_see_anything_whatever_the_umask(
    umask: int, root: Path, clock: FixedClock
) -> None:
    store = open_as(root, ALEX, clock)
    write(store, moment(1), moment(2, day="2026-10-01"))
    write(store, moment(3), moment(4, day="2026-10-01"))
    month_path(root).write_bytes(b"{")
    open_as(root, ALEX, clock)
    for path in (root, *root.rglob("*")):
        assert mode(path) == (0o700 if path.is_dir() else 0o600), path
    assert len([*root.rglob("*")]) == 9


@pytest.mark.parametrize("found", [0o755, 0o500])
def test_a_folder_that_somebody_else_put_there_is_made_private_again(
    root: Path, clock: FixedClock, found: int
) -> None:
    write(open_as(root, ALEX, clock), moment(1))
    for path in (root / ALEX, *(root / ALEX).rglob("*")):
        path.chmod(found)
    write(open_as(root, ALEX, clock), moment(2, day="2026-10-01"))
    for path in (root / ALEX, *(root / ALEX).rglob("*")):
        assert mode(path) == (0o700 if path.is_dir() else 0o600), path


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder for a group, as its README says to make one."""
    if os.getuid() != 0:
        pytest.skip("other accounts are needed")
    for path in tmp_path.parents:
        if path != Path("/") and path.stat().st_uid == 0:
            path.chmod(path.stat().st_mode | 0o011)
    tmp_path.chmod(0o711)
    root = tmp_path / "shared"
    root.mkdir()
    os.chown(root, 0, GROUP)
    root.chmod(0o3770)
    return root


def as_account(uid: int, work: Callable[[], str], group: int = GROUP) -> str:
    """What the work gives when another account does it."""

    def other() -> str:
        os.umask(0o077)
        os.setgroups([group])
        os.setgid(group)
        os.setuid(uid)
        return work()

    return in_child(other)


def put(root: Path, writer: str, number: int) -> str:
    write(open_as(root, writer), moment(number))
    return ""


def test_two_accounts_write_in_one_folder_and_read_each_other(shared: Path) -> None:
    as_account(ALEX_UID, partial(put, shared, ALEX, 1))
    as_account(SAM_UID, partial(put, shared, SAM, 2))
    as_account(ALEX_UID, partial(put, shared, ALEX, 3))

    def edit() -> str:
        store = open_as(shared, SAM)
        write(store, Edit("moments", an_id(1), {"note": "by Sam"}))
        assert kinds(store) == []
        return ",".join(sorted(notes(store)))

    assert as_account(SAM_UID, edit) == ",".join(an_id(number) for number in (1, 2, 3))
    for writer, uid in ((ALEX, ALEX_UID), (SAM, SAM_UID)):
        assert mode(shared / writer) == mode(shared / writer / "backups") == 0o2750
        for path in (shared / writer).rglob("*"):
            assert (path.stat().st_uid, path.stat().st_gid) == (uid, GROUP)
            assert path.is_dir() or mode(path) == 0o640
    assert mode(shared / ".edit.lock") == 0o660
    assert mode(shared) == 0o3770


def test_an_account_cannot_change_the_others_files_even_if_it_tries(shared: Path) -> None:
    as_account(ALEX_UID, partial(put, shared, ALEX, 1))

    def tries() -> str:
        for forbidden in (
            lambda: month_path(shared).write_bytes(b""),
            lambda: month_path(shared).unlink(),
            lambda: (shared / ALEX).rename(shared / "gone-0000"),
            lambda: (shared / ALEX / "new").touch(),
        ):
            with pytest.raises(PermissionError):
                forbidden()
        with pytest.raises(Refusal, match="may not write"):
            write(open_as(shared, ALEX), moment(2))
        return ""

    as_account(SAM_UID, tries)


def test_an_account_outside_the_group_sees_nothing_and_is_told(shared: Path) -> None:
    as_account(ALEX_UID, partial(put, shared, ALEX, 1))

    def looks() -> str:
        store = open_as(shared, "eve-0000")
        assert notes(store) == {}
        assert not store.writable
        return " ".join(kinds(store))

    assert as_account(STRANGER_UID, looks, group=STRANGER_UID) == "read-only other-writer"


def test_a_private_folder_in_a_shared_place_is_told_and_the_rest_is_shown(shared: Path) -> None:
    as_account(ALEX_UID, partial(put, shared, ALEX, 1))
    as_account(SAM_UID, partial(put, shared, SAM, 2))
    (shared / ALEX).chmod(0o700)

    def looks() -> str:
        store = open_as(shared, SAM)
        assert {*notes(store)} == {an_id(2)}
        return " ".join(kinds(store))

    assert as_account(SAM_UID, looks) == "other-writer"


def test_a_link_that_another_account_put_in_its_folder_is_not_followed(shared: Path) -> None:
    as_account(ALEX_UID, partial(put, shared, ALEX, 1))
    secret = shared.parent / "secret.json"
    secret.write_bytes(month_path(shared).read_bytes())
    os.chown(secret, SAM_UID, GROUP)
    secret.chmod(0o600)

    def plants() -> str:
        month_path(shared).unlink()
        month_path(shared).symlink_to(secret)
        return ""

    as_account(ALEX_UID, plants)

    def looks() -> str:
        store = open_as(shared, SAM)
        assert notes(store) == {}
        return " ".join(kinds(store))

    assert as_account(SAM_UID, looks) == "unreadable"


def test_two_accounts_that_begin_at_once_both_get_in(shared: Path) -> None:
    for turn in range(8):
        root = shared / str(turn)
        root.mkdir()
        os.chown(root, 0, GROUP)
        root.chmod(0o3770)
        children = []
        for uid, writer in ((ALEX_UID, ALEX), (SAM_UID, SAM)):
            child = os.fork()
            if child == 0:
                code = 1
                try:
                    os.setgroups([GROUP])
                    os.setgid(GROUP)
                    os.setuid(uid)
                    put(root, writer, uid)
                    code = 0
                finally:
                    os._exit(code)
            children.append(child)
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
        assert len(notes(open_as(root))) == 2


def test_a_folder_that_was_private_is_opened_to_the_group_when_it_is_shared(shared: Path) -> None:
    shared.chmod(0o700)
    write(open_as(shared), moment(1), moment(2, day="2026-10-01"))
    shared.chmod(0o3770)
    write(open_as(shared), moment(3))
    files = [*(shared / ALEX).rglob("*.json")]
    assert {mode(path) for path in files} == {0o640}
    assert mode(shared / ALEX) == 0o2750
