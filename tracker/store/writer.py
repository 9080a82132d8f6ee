"""Who holds the pen: this account on this machine, and the few things it remembers for itself.

They stand in `account.json` in the account's own state folder, never with the data. A home that was copied
to another machine is recognised by the machine's name, and gets a pen of its own: two must never write to
the same files.
"""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH100, PTH105, PTH118

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Collection
from typing import Any

from tracker.store.locks import FileLock
from tracker.store.safely import (
    PRIVATE,
    discard,
    ensure_folder,
    read_file,
    refusal_of,
    sync_folder,
    write_temporary,
)

FILE = "account.json"


class Account:
    """The account's own file, read anew each time: another window may have changed it."""

    def __init__(self, state_folder: str | os.PathLike[str]) -> None:
        self._folder = os.path.abspath(state_folder)
        self._path = os.path.join(self._folder, FILE)

    def writer(self) -> str:
        """The name under which this account writes on this machine, made at first. OSError or Refusal."""
        host = host_name()
        known = self._read().get("writers")
        name = known.get(host) if isinstance(known, dict) else None
        return name if isinstance(name, str) and is_writer(name) else self._new_writer(host)

    def me(self, couple_id: str) -> str:
        """The id of the partner this account belongs to (`--me`); empty when it is shared, or nobody said."""
        partner = _dict(self._read().get("me")).get(couple_id)
        return partner if isinstance(partner, str) else ""

    def set_me(self, couple_id: str, partner_id: str) -> None:
        """Remember whose account this is; an empty id for shared by both. Refusal when it cannot be kept."""
        self._remember("me", couple_id, partner_id)

    def forget(self, couple_ids: Collection[str]) -> bool:
        """Forget whose account this is in these couples; whether it knows of no other couple now.

        Refusal when it cannot be kept.
        """
        try:
            with self._lock():
                state = self._read()
                known = _dict(state.get("me"))
                left = {couple: me for couple, me in known.items() if couple not in couple_ids}
                if left != known:
                    self._write({**state, "me": left})
                return not left
        except OSError as error:
            raise refusal_of(error) from error

    def get(self, name: str, default: str) -> str:
        """A small setting of this account."""
        value = _dict(self._read().get("settings")).get(name)
        return value if isinstance(value, str) else default

    def set(self, name: str, value: str) -> None:
        """Keep a small setting. Refusal when it cannot be kept."""
        self._remember("settings", name, value)

    def _remember(self, part: str, name: str, value: str) -> None:
        try:
            with self._lock():
                state = self._read()
                self._write({**state, part: {**_dict(state.get(part)), name: value}})
        except OSError as error:
            raise refusal_of(error) from error

    def _new_writer(self, host: str) -> str:
        with self._lock():
            state = self._read()
            names = _dict(state.get("writers"))
            name = names.get(host)
            if not (isinstance(name, str) and is_writer(name)):  # else another window was quicker
                name = f"{_account_name()}-{os.urandom(2).hex()}"
                self._write({**state, "writers": {**names, host: name}})
            return name

    def _lock(self) -> FileLock:
        ensure_folder(self._folder, PRIVATE.folder)
        return FileLock(self._path + ".lock", PRIVATE.file)

    def _read(self) -> dict[str, Any]:
        """What stands in the file; nothing where it is absent or no JSON: a new writer is always safe."""
        try:
            return _dict(json.loads(read_file(self._path)[0]))
        except FileNotFoundError:
            return {}
        except ValueError:
            return {}

    def _write(self, state: dict[str, Any]) -> None:
        temporary = f"{self._path}.{os.urandom(6).hex()}.tmp"
        write_temporary(temporary, json.dumps(state, indent=1).encode(), PRIVATE.file)
        try:
            os.replace(temporary, self._path)
        finally:
            discard(temporary)
        sync_folder(self._folder)


def is_writer(name: str) -> bool:
    """Whether this can be the name of a writer and of its folder."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*-[0-9a-f]{4}", name) is not None


def host_name() -> str:
    """The machine's name."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "windows")
    return os.uname().nodename


def login_name() -> str:
    """The account's name as the system knows it."""
    if sys.platform == "win32":
        return os.environ.get("USERNAME", "")
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return os.environ.get("LOGNAME", "")


def _account_name() -> str:
    """The account's name as far as a folder's name can carry it."""
    return re.sub(r"[^a-z0-9]+", "-", login_name().casefold()).strip("-")[:20].strip("-") or "account"


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
