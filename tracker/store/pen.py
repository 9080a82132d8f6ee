"""Writing to the disk: one writer's own files, under the locks. Imported with the first write only."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH118

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date

from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.store.applying import Plan, plan
from tracker.store.changes import Receipt
from tracker.store.locks import FileLock
from tracker.store.month import MonthFile, empty_month
from tracker.store.naming import by_id
from tracker.store.notices import NEWER_REFUSED, UNREADABLE
from tracker.store.present import Present
from tracker.store.protocol import Build
from tracker.store.publish import Held, put_back_unfinished, tidy
from tracker.store.rescue import mend
from tracker.store.safely import Modes, ensure_folder, mark_of, modes_of
from tracker.store.saving import Versions, by_month, put_in_place, sheet


class Pen:
    """What one writer writes with."""

    def __init__(self, root: str, writer: str, clock: Clock, present: Present) -> None:
        self._root = root
        self._writer = writer
        self._own = os.path.join(root, writer)
        self._clock = clock
        self._present = present
        self._random = os.urandom(8).hex()
        self._tidied = False
        self._backed_up: set[tuple[str, date]] = set()
        self._held = Held()

    def write(self, build: Build) -> Receipt:
        """Under the locks: look again, ask what to change, write it. OSError or Refusal: all is as it was."""
        self.let_go()
        if not os.path.lexists(self._own):
            self._present.look()
            self._planned(build)  # what is refused anyway makes no folder
        modes = modes_of(self._root)
        with self._edit_lock(modes), self._own_lock(modes) as lock:
            self._tend(lock, modes)
            if self._present.is_newer:
                raise Refusal(NEWER_REFUSED)
            done, months = self._planned(build)
            if not self._as_known(months):
                self._present.folder.doubt(self._writer)
                self._present.look()
                done, months = self._planned(build)
                if not self._as_known(months):
                    raise Refusal("A file of this account can not be read, so nothing is written over it.")
            if done.receipt:
                self._save(lock, months, modes)
            return done.receipt

    def get_ready(self) -> None:
        """Import TinyDB, and work out what only writing has to know, before the first write asks for it."""
        from tracker.store import tiny  # noqa: F401

        view = self._present.view
        _ = view.highest, view.set_aside

    def let_go(self) -> None:
        """Nobody waits for this pen: what the last write replaced may be freed on the disk."""
        self._held.let_go()

    def mend(self) -> None:
        """Put right what can be: what a process that died left half done, damaged files, edits by hand."""
        modes = modes_of(self._root)
        try:
            with self._own_lock(modes) as lock:
                self._tend(lock, modes)
        except (OSError, Refusal):
            # What could be rescued is shown all the same; the next write tries again, and says why it cannot.
            self._present.folder.notices[UNREADABLE] = None
            self._present.look()
            self._present.show()

    def _edit_lock(self, modes: Modes) -> FileLock:
        ensure_folder(self._root, modes.folder)
        return FileLock(os.path.join(self._root, ".edit.lock"), modes.edit_lock)

    def _own_lock(self, modes: Modes) -> FileLock:
        ensure_folder(self._own, modes.folder)
        return FileLock(os.path.join(self._own, ".lock"), modes.file)

    def _token(self) -> bytes:
        """What this pen leaves in the lock; another one in a forked process, which only has a copy."""
        return f"{self._random}-{os.getpid()}".encode()

    def _tend(self, lock: FileLock, modes: Modes) -> None:
        """Under the writer's lock: clear what a process that died left, look again, and put files right."""
        put_back_unfinished(self._own)
        if not self._tidied:
            tidy(self._own, modes)
            self._tidied = True
        self._present.look(trusted=self._writer if lock.token() == self._token() else None)
        if self._present.is_newer or not self._present.to_mend:
            return
        lock.leave(self._token())
        for file in self._present.to_mend:
            notice = mend(self._own, file, self._clock.now(), modes)
            self._present.folder.notices[notice] = None
        self._present.folder.doubt(self._writer)
        self._present.look()

    def _planned(self, build: Build) -> tuple[Plan, dict[str, Versions]]:
        documents = self._present.documents
        done = plan(documents, build(documents), self._clock.now(), self._writer)
        return done, by_month(self._present.folder, self._writer, documents, done.versions)

    def _as_known(self, months: Iterable[str]) -> bool:
        """Whether these own files are as known; one edited in place leaves the folder untouched."""
        for month in months:
            known = self._present.folder.file(self._writer, f"{month}.json")
            try:
                mark = mark_of(os.lstat(os.path.join(self._own, f"{month}.json")))
            except FileNotFoundError:
                mark = None
            if mark != (known and known.mark):
                return False
        return True

    def _save(self, lock: FileLock, months: Mapping[str, Versions], modes: Modes) -> None:
        now, present = self._clock.now(), self._present
        try:
            lock.leave(self._token())
            sheets = {
                f"{month}.json": sheet(self._own_month(month), versions, present.view.set_aside, now)
                for month, versions in months.items()
            }
            marks = put_in_place(self._own, sheets, modes, now, self._backed_up, self._held)
            present.folder.put(
                self._writer, {name: each.written(marks[name]) for name, each in sheets.items()}
            )
            present.view.wrote(by_id(each.changed) for each in sheets.values())
            present.show()
        except BaseException:
            present.drop()  # memory never runs ahead of the disk
            self._tidied = False
            raise

    def _own_month(self, month: str) -> MonthFile:
        return self._present.folder.file(self._writer, f"{month}.json") or empty_month(month)
