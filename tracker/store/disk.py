"""The store on disk: a folder for each writer, a TinyDB file for each month, merged by the newest version."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH100, PTH118, PTH120

from __future__ import annotations

import os
from _thread import RLock  # what `threading` gives, without the millisecond that importing it costs
from collections.abc import Iterable, Iterator, Mapping

from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.store.applying import Plan, plan
from tracker.store.changes import Receipt
from tracker.store.documents import Documents, Notice, Tables
from tracker.store.folder import Folder
from tracker.store.locks import FileLock
from tracker.store.protocol import Build
from tracker.store.publish import publish
from tracker.store.safely import Modes, ensure_folder, mark_of, modes_of, refusal_of
from tracker.store.saving import Versions, by_month, own_month, sheet
from tracker.store.schema import SCHEMA
from tracker.store.view import View
from tracker.store.writer import Account

_NEWER = Notice(
    "newer",
    "A newer Rekindle wrote here. What this one knows is shown; bring it up to date to write.",
)


class DiskStore:
    """Keeps documents in a folder that others may write to at the same time, each in files of their own.

    May be used by several threads; `documents` is a frozen picture that can be read while another thread
    writes.
    """

    def __init__(self, root: str, clock: Clock, writer: str, *, read_only: bool, verify: bool) -> None:
        self._root = root
        self._clock = clock
        self._writer = writer
        self._own = os.path.join(root, writer)
        self._read_only = read_only or not writer
        self._mutex = RLock()
        self._folder = Folder(root, verify)
        self._view = View()
        self._token = b"none yet"
        self._documents = Documents({})

    @classmethod
    def open(
        cls,
        root: str | os.PathLike[str],
        clock: Clock,
        *,
        writer: str = "",
        read_only: bool = False,
        verify: bool = True,
    ) -> DiskStore:
        """Read everything in a folder; one that is not there is empty, and made with the first write.

        Without a writer the store only reads. `verify=False` is quicker and does not notice edits by hand.
        """
        store = cls(os.path.abspath(root), clock, writer, read_only=read_only, verify=verify)
        store._look()
        return store

    @property
    def documents(self) -> Documents:
        """The merged view as last read or written."""
        return self._documents

    @property
    def writable(self) -> bool:
        """False where the folder is read-only or was written by a newer Rekindle."""
        return self._why_not() is None

    def refresh(self) -> bool:
        """Look whether anybody changed anything and read only that again. True when `documents` is new."""
        with self._mutex:
            before = self._documents
            self._look()
            return self._documents is not before

    def write(self, build: Build) -> Receipt:
        """Under the locks: look again, ask what to change, and return when it is safely on the disk.

        Refusal leaves the disk and `documents` as they were. TypeError or ValueError for what no file could
        hold.
        """
        with self._mutex:
            refusal = self._why_not()
            if refusal is not None:
                raise refusal
            try:
                return self._write(build)
            except OSError as error:
                raise refusal_of(error) from error

    def close(self) -> None:
        """Free the memory; nothing else is held between calls."""
        self._folder.forget()

    def _why_not(self) -> Refusal | None:
        if self._read_only:
            return Refusal("The data was opened for reading only, so nothing was saved.")
        if _NEWER in self._folder.notices:
            return Refusal(
                "A newer Rekindle wrote here, so this one saves nothing. Bring this one up to date."
            )
        there = next(path for path in _upwards(self._own) if os.path.lexists(path))
        if not os.access(there, os.W_OK | os.X_OK):
            return Refusal("This account may not write where the data is kept, so nothing was saved.")
        return None

    def _write(self, build: Build) -> Receipt:
        modes = modes_of(self._root)
        ensure_folder(self._root, modes.folder)
        ensure_folder(self._own, modes.folder)
        edit_lock = FileLock(os.path.join(self._root, ".edit.lock"), modes.edit_lock)
        with edit_lock, FileLock(os.path.join(self._own, ".lock"), modes.file) as lock:
            self._look(trusted=self._writer if lock.token() == self._token else None)
            done, months = self._planned(build)
            if self._changed_behind(months):
                self._folder.doubt(self._writer)
                self._look()
                done, months = self._planned(build)
            if done.receipt:
                self._token = lock.leave_token()
                self._save(months, modes)
            return done.receipt

    def _planned(self, build: Build) -> tuple[Plan, dict[str, Versions]]:
        done = plan(self._documents, build(self._documents), self._clock.now(), self._writer)
        return done, by_month(self._folder, self._writer, self._documents, done.versions)

    def _changed_behind(self, months: Iterable[str]) -> bool:
        """Whether one of these files is not as we know it, although the folder looks untouched (edited in
        place).
        """
        for month in months:
            known = self._folder.file(self._writer, f"{month}.json")
            try:
                mark = mark_of(os.lstat(os.path.join(self._own, f"{month}.json")))
            except FileNotFoundError:
                mark = None
            if mark != (known and known.mark):
                return True
        return False

    def _save(self, months: Mapping[str, Versions], modes: Modes) -> None:
        now = self._clock.now()
        sheets = {
            f"{month}.json": sheet(
                own_month(self._folder, self._writer, month), versions, self._documents, now
            )
            for month, versions in months.items()
        }
        try:
            marks = publish(self._own, {name: each.data for name, each in sheets.items()}, modes)
            self._folder.put(self._writer, {name: each.written(marks[name]) for name, each in sheets.items()})
        except BaseException:
            self._folder.forget()  # memory never runs ahead of the disk
            raise
        self._view.wrote(
            (table, document)
            for each in sheets.values()
            for table, documents in each.versions.items()
            for document in documents.values()
        )
        self._show()

    def _look(self, trusted: str | None = None) -> None:
        told = len(self._folder.notices)
        differences = self._folder.look(trusted)
        if any(file.schema > SCHEMA for _, _, file in self._folder.files()):
            self._folder.notices[_NEWER] = None
        if differences:
            self._view.read(differences, self._sources())
        if differences or len(self._folder.notices) > told:
            self._show()

    def _show(self) -> None:
        self._documents = self._view.picture(self._folder.notices, self._sources())

    def _sources(self) -> tuple[Tables, ...]:
        return tuple(file.documents for _, _, file in self._folder.files())


def _upwards(path: str) -> Iterator[str]:
    """The path and the folders above it."""
    while True:
        yield path
        path = os.path.dirname(path)


def open_store(
    root: str | os.PathLike[str], account: Account | str | os.PathLike[str], clock: Clock
) -> DiskStore:
    """The store in a folder, written under this account's own name; only for reading where that cannot be
    kept.
    """
    try:
        writer = (account if isinstance(account, Account) else Account(account)).writer()
    except OSError:
        writer = ""
    return DiskStore.open(root, clock, writer=writer)
