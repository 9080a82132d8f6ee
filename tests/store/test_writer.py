"""Who holds the pen, and what an account remembers for itself."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.store.children import in_child
from tests.store.things import moment, write
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.disk import open_store
from tracker.store.writer import Account, is_writer


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "home" / "state"


def on(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.writer.host_name", lambda: host)


def test_an_account_keeps_its_name_as_a_writer(state: Path) -> None:
    name = Account(state).writer()
    assert is_writer(name)
    assert Account(state).writer() == name
    assert stat.S_IMODE((state / "account.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


def test_a_home_that_was_copied_to_another_machine_gets_a_pen_of_its_own(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("laptop", monkeypatch)
    here = Account(state).writer()
    Account(state).set_me("couple", "alex")
    on("desktop", monkeypatch)
    there = Account(state).writer()
    assert there != here
    assert Account(state).me("couple") == "alex"
    on("laptop", monkeypatch)
    assert Account(state).writer() == here


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"writers": 3}', b'{"writers": {"vm": "../x"}}', b"\xff"]
)
def test_a_damaged_account_file_gives_a_new_pen_and_not_a_wrong_one(
    state: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    on("vm", monkeypatch)
    state.mkdir(parents=True)
    (state / "account.json").write_bytes(content)
    account = Account(state)
    assert account.me("couple") == ""
    assert is_writer(account.writer())


def test_whose_account_it_is_and_small_settings_are_remembered(state: Path) -> None:
    account = Account(state)
    assert (account.me("c"), account.get("theme", "plain")) == ("", "plain")
    account.set_me("c", "alex")
    account.set("theme", "night")
    again = Account(state)
    assert (again.me("c"), again.me("other"), again.get("theme", "")) == ("alex", "", "night")
    again.set_me("c", "")
    assert account.me("c") == ""


def test_two_windows_forget_nothing_of_each_other(state: Path) -> None:
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            for turn in range(10):
                Account(state).set(f"{number}-{turn}", "x")
            os._exit(0)
        children.append(child)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)
    kept = json.loads((state / "account.json").read_text())["settings"]
    assert len(kept) == 40


def test_two_processes_that_begin_at_once_hold_the_same_pen(state: Path) -> None:
    ends = [os.pipe() for _ in range(3)]
    for _, send in ends:
        if os.fork() == 0:
            os.write(send, Account(state).writer().encode())
            os._exit(0)
    names = {os.read(receive, 99) for receive, _ in ends}
    assert len(names) == 1
    for _ in ends:
        os.wait()


@pytest.mark.skipif(os.getuid() != 0, reason="another account is needed")
def test_a_state_folder_that_may_not_be_written_is_a_refusal(state: Path) -> None:
    for path in state.parents:
        if path != Path("/") and path.exists() and path.stat().st_uid == 0:
            path.chmod(path.stat().st_mode | 0o011)

    def tries() -> str:
        os.setuid(45_002)
        with pytest.raises(Refusal, match="may not write"):
            Account(state).set("theme", "night")
        with pytest.raises(OSError, match="ermission"):
            Account(state).writer()
        return ""

    in_child(tries)


@pytest.mark.parametrize("login", ["Alex", "a.b_c", "Ünal", "..", "", "x" * 99, "-rf"])
def test_any_account_name_makes_a_folder_name(
    state: Path, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    monkeypatch.setattr("tracker.store.writer.login_name", lambda: login)
    name = Account(state).writer()
    assert is_writer(name)
    assert len(name) <= 25


def test_a_store_is_opened_under_the_accounts_own_name(root: Path, state: Path, clock: FixedClock) -> None:
    store = open_store(root, state, clock)
    write(store, moment(1))
    account = Account(state)
    assert [path.name for path in root.iterdir() if path.is_dir()] == [account.writer()]
    assert len([*open_store(root, account, clock).documents.standing("moments")]) == 1
