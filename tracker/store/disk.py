"""The store on disk: a folder for each writer, a TinyDB file for each month, merged by the newest version."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH118, PTH119, PTH120

from __future__ import annotations

import os
from _thread import RLock  # what `threading` gives, without the millisecond that importing it costs
from collections.abc import Iterable, Iterator, Mapping

from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.store.applying import Plan, plan
from tracker.store.changes import Receipt
from tracker.store.documents import Documents
from tracker.store.folder import Folder
from tracker.store.locks import FileLock
from tracker.store.month import MonthFile, by_id, empty_month, is_copy
from tracker.store.notices import FORBIDDEN_TO_WRITE, NEWER, NO_PEN, UNREADABLE
from tracker.store.protocol import Build
from tracker.store.publish import is_unfinished, put_back_unfinished, tidy
from tracker.store.rescue import mend
from tracker.store.safely import Modes, ensure_folder, mark_of, modes_of, refusal_of
from tracker.store.saving import Versions, by_month, put_in_place, sheet
from tracker.store.schema import SCHEMA
from tracker.store.view import View
from tracker.store.writer import Account


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
        self._folder = Folder(root, "" if self._read_only or not verify else writer, verify)
        self._view = View()
        self._stale = True
        self._tidied = False
        self._to_mend: list[MonthFile] = []
        self._random = os.urandom(8).hex()
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

        Without a writer the store only reads. `verify=False` is quicker; it neither notices edits by hand nor
        puts damaged files right.
        """
        if writer.startswith(".") or os.path.basename(writer) != writer:
            raise ValueError(f"not the name of a writer: {writer!r}")
        store = cls(os.path.realpath(root), clock, writer, read_only=read_only, verify=verify)
        if not store._read_only and not store._may_write():
            store._folder.notices[FORBIDDEN_TO_WRITE] = None
        store.refresh()
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
            if (self._to_mend or self._is_unfinished()) and self._why_not() is None:
                self._mend_now()
            return self._documents is not before

    def write(self, build: Build) -> Receipt:
        """Under the locks: look again, ask what to change, and return when it is safely on the disk.

        Refusal leaves the disk and `documents` as they were. TypeError or ValueError for what no file could
        hold. `build` may be asked twice, and must not write itself.
        """
        with self._mutex:
            self._refuse_unless_writable()
            try:
                return self._write(build)
            except OSError as error:
                raise refusal_of(error) from error

    def close(self) -> None:
        """Free the memory; nothing else is held between calls."""
        with self._mutex:
            self._drop()

    def _why_not(self) -> Refusal | None:
        if self._read_only:
            return Refusal("The data was opened for reading only, so nothing was saved.")
        if NEWER in self._folder.notices:
            return Refusal(
                "A newer Rekindle wrote here, so this one saves nothing. Bring this one up to date."
            )
        if not self._may_write():
            return Refusal("This account may not write where the data is kept, so nothing was saved.")
        return None

    def _refuse_unless_writable(self) -> None:
        refusal = self._why_not()
        if refusal is not None:
            raise refusal

    def _may_write(self) -> bool:
        there = next(path for path in _upwards(self._own) if os.path.lexists(path))
        return os.access(there, os.W_OK | os.X_OK)

    def _write(self, build: Build) -> Receipt:
        modes = modes_of(self._root)
        with self._edit_lock(modes), self._own_lock(modes) as lock:
            told = len(self._folder.notices)
            self._tend(lock, modes)
            if len(self._folder.notices) > told:
                self._refuse_unless_writable()
            done, months = self._planned(build)
            if not self._as_known(months):
                self._folder.doubt(self._writer)
                self._look()
                done, months = self._planned(build)
                if not self._as_known(months):
                    raise Refusal(
                        "One of this account's files can not be read, so nothing is written over it."
                    )
            if done.receipt:
                self._save(lock, months, modes)
            return done.receipt

    def _edit_lock(self, modes: Modes) -> FileLock:
        ensure_folder(self._root, modes.folder)
        return FileLock(os.path.join(self._root, ".edit.lock"), modes.edit_lock)

    def _own_lock(self, modes: Modes) -> FileLock:
        ensure_folder(self._own, modes.folder)
        return FileLock(os.path.join(self._own, ".lock"), modes.file)

    def _tend(self, lock: FileLock, modes: Modes) -> None:
        """Under the writer's lock: clear what a process that died left, look again, and put files right."""
        put_back_unfinished(self._own)
        if not self._tidied:
            tidy(self._own, modes)
            self._tidied = True
        self._look(trusted=self._writer if lock.token() == self._token() else None)
        for file in self._to_mend:
            lock.leave(self._token())
            notice = mend(self._own, file, self._clock.now(), modes)
            self._folder.notices[notice] = None
            self._folder.doubt(self._writer)
        if self._to_mend:
            self._look()

    def _is_unfinished(self) -> bool:
        return bool(self._folder.own) and is_unfinished(self._own)

    def _damaged_or_by_hand(self) -> list[MonthFile]:
        """Own month files that are to be put right."""
        own = (f for w, name, f in self._folder.files() if w == self._folder.own and not is_copy(name))
        return [file for file in own if file.damaged or file.by_hand]

    def _mend_now(self) -> None:
        modes = modes_of(self._root)
        try:
            with self._own_lock(modes) as lock:
                self._tend(lock, modes)
        except (OSError, Refusal):
            # What could be rescued is shown all the same; the next write tries again, and says why it cannot.
            self._folder.notices[UNREADABLE] = None
            self._look()
            self._show()

    def _token(self) -> bytes:
        """What this store leaves in the lock. A forked process is another one: its copy is not to be
        trusted.
        """
        return f"{self._random}-{os.getpid()}".encode()

    def _planned(self, build: Build) -> tuple[Plan, dict[str, Versions]]:
        done = plan(self._documents, build(self._documents), self._clock.now(), self._writer)
        return done, by_month(self._folder, self._writer, self._documents, done.versions)

    def _as_known(self, months: Iterable[str]) -> bool:
        """Whether these own files are as known; one edited in place leaves the folder untouched."""
        for month in months:
            known = self._folder.file(self._writer, f"{month}.json")
            try:
                mark = mark_of(os.lstat(os.path.join(self._own, f"{month}.json")))
            except FileNotFoundError:
                mark = None
            if mark != (known and known.mark):
                return False
        return True

    def _save(self, lock: FileLock, months: Mapping[str, Versions], modes: Modes) -> None:
        now = self._clock.now()
        try:
            lock.leave(self._token())
            sheets = {
                f"{month}.json": sheet(self._own_month(month), versions, self._view.set_aside, now)
                for month, versions in months.items()
            }
            marks = put_in_place(self._own, sheets, modes, now)
            self._folder.put(self._writer, {name: each.written(marks[name]) for name, each in sheets.items()})
            self._view.wrote(by_id(each.changed) for each in sheets.values())
            self._show()
        except BaseException:
            self._drop()  # memory never runs ahead of the disk
            raise

    def _own_month(self, month: str) -> MonthFile:
        return self._folder.file(self._writer, f"{month}.json") or empty_month(month)

    def _drop(self) -> None:
        """Trust nothing that was read or written so far; what is shown stays until the next look."""
        self._folder.forget()
        self._view = View()
        self._stale = True
        self._tidied = False

    def _look(self, trusted: str | None = None) -> None:
        told = len(self._folder.notices)
        try:
            differences = self._folder.look(trusted)
            if differences or self._stale:
                if any(file.schema > SCHEMA for _, _, file in self._folder.files()):
                    self._folder.notices[NEWER] = None
                self._to_mend = self._damaged_or_by_hand()
                self._view.read(differences, self._folder.tables())
            if differences or self._stale or len(self._folder.notices) > told:
                self._show()
        except BaseException:
            self._drop()
            raise
        self._stale = False

    def _show(self) -> None:
        self._documents = self._view.picture(self._folder.notices, self._folder.tables())


def open_store(
    root: str | os.PathLike[str], account: Account | str | os.PathLike[str], clock: Clock
) -> DiskStore:
    """The store in a folder, written under this account's own name.

    `account` may be its state folder. Only for reading where the account's name cannot be kept.
    """
    known = account if isinstance(account, Account) else Account(account)
    try:
        writer = known.writer()
    except (OSError, Refusal):
        store = DiskStore.open(root, clock, read_only=True)
        store._folder.notices[NO_PEN] = None
        store._show()
        return store
    return DiskStore.open(root, clock, writer=writer)


def _upwards(path: str) -> Iterator[str]:
    """The path and the folders above it."""
    while True:
        yield path
        path = os.path.dirname(path)
