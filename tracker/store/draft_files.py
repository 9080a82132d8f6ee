"""Drafts on the disk: one small file for each open window, in the writer's own folder.

    <data>/<writer>/drafts/<window>.json   for this account alone (0600), also where a group shares the folder
                           <window>.lock   held while the window is open: no other one takes its words over

The name of a window is random, so two windows, and two machines that synchronise the folder, never write to
the same file. Each write replaces the file whole; without words there is none. What a window left that was
killed is taken over by the next one of this writer. No archive and no export holds these files, `erase`
deletes them with the folder.
"""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH101, PTH105, PTH118, PTH208

from __future__ import annotations

import os
from collections.abc import Iterable

import msgspec

from tracker.drafts import Draft, Spot, Typed
from tracker.store.locks import FileLock
from tracker.store.safely import (
    PRIVATE,
    discard,
    ensure_folder,
    modes_of,
    read_file,
    refusal_of,
    sync_folder,
    write_temporary,
)
from tracker.text import clean

FOLDER = "drafts"
FORMAT = 1
MOST = 20_000
"""Characters of one field that are written down: no longer note could be kept anyway."""


class DraftFiles:
    """The drafts of one window of this writer."""

    def __init__(self, root: str | os.PathLike[str], writer: str) -> None:
        """Nothing is written before there are words."""
        self._root = os.path.realpath(root)
        self._own = os.path.join(self._root, writer)
        self._folder = os.path.join(self._own, FOLDER)
        self._window = os.urandom(8).hex()
        self._lock: FileLock | None = None
        self._left: dict[str, FileLock] = {}
        """Windows that are gone, whose words were taken over and not written down here yet."""

    def take_over(self) -> list[Draft]:
        """The drafts of windows that are gone. What this Rekindle does not understand is left alone."""
        found: list[Draft] = []
        for window in self._windows():
            lock = FileLock(self._path(window, "lock"), PRIVATE.file)
            try:
                if not lock.take():
                    continue
                drafts = self._read(window)
            except OSError:
                drafts = None  # such as a folder in which nothing may be written: it is shown another time
            if drafts is None:
                lock.release()
            elif not drafts:
                self._clear(window, lock)
            else:
                self._left[window] = lock
                found += drafts
        return found

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Replace what this window wrote; Refusal where it cannot be written."""
        words = list(drafts)
        try:
            if words:
                self._write(_sealed(words))
            else:
                discard(self._path(self._window, "json"))
        except OSError as error:
            raise refusal_of(error) from error
        for window, lock in self._left.items():
            self._clear(window, lock)
        self._left = {}

    def close(self) -> None:
        """Let go of everything: what is written down waits for the next window."""
        for window, lock in (*self._left.items(), *(((self._window, self._lock),) if self._lock else ())):
            discard(self._path(window, "lock"))
            lock.release()
        self._left, self._lock = {}, None

    def _windows(self) -> list[str]:
        """The other windows that left anything here."""
        try:
            names = os.listdir(self._folder)
        except OSError:
            return []
        return sorted({name.partition(".")[0] for name in names} - {self._window, ""})

    def _path(self, window: str, kind: str) -> str:
        return os.path.join(self._folder, f"{window}.{kind}")

    def _read(self, window: str) -> list[Draft] | None:
        """What a window wrote down; None for what this Rekindle does not understand."""
        try:
            return _opened(read_file(self._path(window, "json"))[0])
        except FileNotFoundError:
            return []

    def _write(self, data: bytes) -> None:
        if self._lock is None:
            self._begin()
        temporary = self._path(self._window, "tmp")
        write_temporary(temporary, data, PRIVATE.file)
        try:
            os.replace(temporary, self._path(self._window, "json"))
        finally:
            discard(temporary)
        sync_folder(self._folder)

    def _begin(self) -> None:
        """Make the folders, and say that this window is open."""
        modes = modes_of(self._root)
        ensure_folder(self._root, modes.folder)
        ensure_folder(self._own, modes.folder)
        ensure_folder(self._folder, PRIVATE.folder)
        os.chmod(self._folder, PRIVATE.folder)  # whoever opened it, these words are nobody else's
        lock = FileLock(self._path(self._window, "lock"), PRIVATE.file)
        if lock.take():
            self._lock = lock

    def _clear(self, window: str, lock: FileLock) -> None:
        for kind in ("json", "tmp", "lock"):
            discard(self._path(window, kind))
        lock.release()


class _File(msgspec.Struct):
    """What stands in a file."""

    format: int
    drafts: list[Draft]


# The one way of unfinished words to the disk, and back. What seals private words belongs into these two.


def _sealed(drafts: Iterable[Draft]) -> bytes:
    """The bytes of a file: JSON without control characters, and no field longer than could be kept."""
    return msgspec.json.encode(_File(FORMAT, [_cleaned(draft) for draft in drafts]))


def _opened(raw: bytes) -> list[Draft] | None:
    """The drafts in these bytes; None where a newer Rekindle, or a hand, made something else of them."""
    try:
        file = msgspec.json.decode(raw, type=_File)
    except msgspec.DecodeError:
        return None
    return [_cleaned(draft) for draft in file.drafts] if file.format == FORMAT else None


def _cleaned(draft: Draft) -> Draft:
    words = {key: Typed(*(clean(part[:MOST]) for part in typed)) for key, typed in draft.words.items()}
    return msgspec.structs.replace(draft, spot=Spot(*map(clean, draft.spot)), words=words)
