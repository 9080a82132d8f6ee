"""The store on disk: a folder for each writer, a TinyDB file for each month, merged by the newest version."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH118, PTH119, PTH120

from __future__ import annotations

import os
from _thread import RLock  # what `threading` gives, without the millisecond that importing it costs
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.store.documents import Documents
from tracker.store.notices import FORBIDDEN_TO_WRITE, NEWER_REFUSED, NO_PEN
from tracker.store.present import Present
from tracker.store.safely import TOGETHER, refusal_of

if TYPE_CHECKING:
    from tracker.store.changes import Receipt
    from tracker.store.pen import Pen
    from tracker.store.protocol import Build
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
        self._read_only = read_only or not writer
        self._mends = verify and not self._read_only
        self._verify = verify
        self._mutex = RLock()
        self._present = self._nothing_yet()

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
            store._present.folder.notices[FORBIDDEN_TO_WRITE] = None
        store.refresh()
        return store

    @property
    def documents(self) -> Documents:
        """The merged view as last read or written."""
        return self._present.documents

    @property
    def writable(self) -> bool:
        """False where the folder is read-only or was written by a newer Rekindle."""
        return self._can_write()

    def refresh(self) -> bool:
        """Look whether anybody changed anything and read only that again. True when `documents` is new."""
        with self._mutex:
            if "_pen" in self.__dict__:
                self._pen.let_go()
            before = self._present.documents
            self._present.look()
            if self._mends and (self._present.to_mend or self._is_unfinished()) and self._can_write():
                self._pen.mend()
            return self._present.documents is not before

    def get_ready(self) -> None:
        """Import what writes, TinyDB above all: the first write would take twice as long with it."""
        if self._never() is None:
            with self._mutex:
                self._pen.get_ready()

    def write(self, build: Build) -> Receipt:
        """Under the locks: look again, ask what to change, and return when it is safely on the disk.

        Refusal leaves the disk and `documents` as they were. TypeError or ValueError for what no file could
        hold. `build` may be asked twice, and must not write itself.
        """
        with self._mutex:
            refusal = self._never()
            if refusal is not None:
                raise refusal
            try:
                return self._pen.write(build)
            except OSError as error:
                raise refusal_of(error) from error

    def close(self) -> None:
        """Free what is held of the files; the last picture can still be looked at."""
        with self._mutex:
            closed = self._nothing_yet()
            closed.documents = self._present.documents
            self._present = closed
            if "_pen" in self.__dict__:
                self.__dict__.pop("_pen").let_go()

    def _nothing_yet(self) -> Present:
        return Present(self._root, self._writer if self._mends else "", self._verify)

    @cached_property
    def _pen(self) -> Pen:
        from tracker.store.pen import Pen

        return Pen(self._root, self._writer, self._clock, self._present)

    def _never(self) -> Refusal | None:
        """Why nothing can be written, whatever the system allows."""
        if self._read_only:
            return Refusal("The data was opened for reading only, so nothing was saved.")
        if self._present.is_newer:
            return Refusal(NEWER_REFUSED)
        return None

    def _can_write(self) -> bool:
        return self._never() is None and self._may_write()

    def _may_write(self) -> bool:
        own = os.path.join(self._root, self._writer)
        there = next(path for path in _upwards(own) if os.path.lexists(path))
        return os.access(there, os.W_OK | os.X_OK)

    def _is_unfinished(self) -> bool:
        """Whether a process is replacing several files just now, or died while it did."""
        return os.path.lexists(os.path.join(self._root, self._writer, TOGETHER))


def open_store(
    root: str | os.PathLike[str], account: Account | str | os.PathLike[str], clock: Clock
) -> DiskStore:
    """The store in a folder, written under this account's own name.

    `account` may be its state folder. Only for reading where the account's name cannot be kept.
    """
    from tracker.store.writer import Account

    known = account if isinstance(account, Account) else Account(account)
    try:
        writer = known.writer()
    except (OSError, Refusal):
        store = DiskStore.open(root, clock, read_only=True)
        store._present.folder.notices[NO_PEN] = None
        store._present.show()
        return store
    return DiskStore.open(root, clock, writer=writer)


def _upwards(path: str) -> Iterator[str]:
    """The path and the folders above it."""
    while True:
        yield path
        path = os.path.dirname(path)
