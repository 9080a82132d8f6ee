"""Looking at the data folder: which writers are there, what stands in their files, and what changed since."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH116, PTH118

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tracker.store.documents import Notice
from tracker.store.month import MonthFile, is_settled, read_month
from tracker.store.naming import is_copy, month_of
from tracker.store.notices import DAMAGED, FORBIDDEN, LINKED, STRANGE, UNREADABLE
from tracker.store.safely import Mark, mark_of
from tracker.store.shapes import Tables
from tracker.store.view import Difference


class RootLook(NamedTuple):
    """The data folder at the last look."""

    mtime_ns: int
    settled: bool
    writers: tuple[str, ...]


class WriterLook(NamedTuple):
    """A writer's folder at the last look."""

    mtime_ns: int
    settled: bool
    files: Mapping[str, MonthFile]
    """By name; the month files before the copies of them, so that they win where versions are equal."""


_NO_ROOT = RootLook(-1, False, ())
_NO_WRITER = WriterLook(-1, False, {})


class Sources:
    """The documents of all files at one look, those of each file by table and id."""

    def __init__(self, looks: tuple[WriterLook, ...]) -> None:
        self._looks = looks

    def __iter__(self) -> Iterator[Tables]:
        return (file.documents for look in self._looks for file in look.files.values())


class Folder:
    """The data folder as last looked at. Nothing here writes."""

    def __init__(self, root: str, own: str, verify: bool) -> None:
        self.root = root
        self.own = own
        """The writer whose damaged files are put right, and need no word here; empty when only reading."""
        self.verify = verify
        self.notices: dict[Notice, None] = {}
        """What there is to tell, each once, in order."""
        self._all_read = True
        self._root_look = _NO_ROOT
        self._looks: dict[str, WriterLook] = {}

    def forget(self) -> None:
        """Trust nothing that was read: the next look reads everything again, and tells what is different."""
        self._root_look = _NO_ROOT
        self._looks = {writer: _distrusted(look) for writer, look in self._looks.items()}

    def files(self) -> Iterator[tuple[str, str, MonthFile]]:
        """Writer, name and content of all files."""
        for writer, look in self._looks.items():
            for name, file in look.files.items():
                yield writer, name, file

    def tables(self) -> Sources:
        """The documents of all files as last looked at."""
        return Sources(tuple(self._looks.values()))

    def file(self, writer: str, name: str) -> MonthFile | None:
        """One file's content."""
        return self._looks.get(writer, _NO_WRITER).files.get(name)

    def doubt(self, writer: str) -> None:
        """Look at the files of a writer the next time, whatever the folder's time says."""
        if writer in self._looks:
            self._looks[writer] = self._looks[writer]._replace(mtime_ns=-1)

    def put(self, writer: str, files: Mapping[str, MonthFile]) -> None:
        """Take note of what this process itself wrote, under the writer's lock and after a look."""
        look = self._looks.get(writer, _NO_WRITER)
        mtime = os.stat(os.path.join(self.root, writer)).st_mtime_ns
        self._looks[writer] = WriterLook(mtime, False, {**look.files, **files})

    def look(self, trusted: str | None = None) -> list[Difference]:
        """Look again, and read what changed.

        A trusted writer's folder is known not to hide a change behind one of the same time.
        """
        self._look_at_root()
        differences = []
        for writer in sorted({*self._looks, *self._root_look.writers}):
            last = self._looks.get(writer, _NO_WRITER)
            now = self._look_at_writer(writer, last, writer == trusted)
            if now is last:
                continue
            for name in {*last.files, *now.files}:
                before, after = _documents(last, name), _documents(now, name)
                if before is not after:
                    differences.append((before, after))
            self._looks[writer] = now
        self._looks = {writer: look for writer, look in sorted(self._looks.items()) if look is not _NO_WRITER}
        return differences

    def _look_at_root(self) -> None:
        try:
            mtime = os.stat(self.root).st_mtime_ns
            if self._root_look.settled and self._root_look.mtime_ns == mtime:
                return
            settled = is_settled(mtime)
            with os.scandir(self.root) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
            links = [entry for entry in visible if entry.is_symlink() and entry.is_dir()]
        except FileNotFoundError:
            self._root_look = _NO_ROOT
            return
        except OSError as error:
            self._tell_of(error)
            self._root_look = self._root_look._replace(mtime_ns=-1)
            return
        if links:
            self._tell(LINKED)
        folders = sorted(entry.name for entry in visible if entry.is_dir(follow_symlinks=False))
        self._root_look = RootLook(mtime, settled, tuple(folders))

    def _look_at_writer(self, writer: str, last: WriterLook, trusted: bool) -> WriterLook:
        """The folder of a writer now; the last look itself where nothing can have changed.

        Every change replaces a file, and so changes the folder's time. While that time is so young that a
        second change could hide behind it, the files themselves are looked at.
        """
        path = os.path.join(self.root, writer)
        try:
            status = os.stat(path, follow_symlinks=False)
            if last.mtime_ns == status.st_mtime_ns and (last.settled or trusted):
                return last
            if not stat.S_ISDIR(status.st_mode):
                return _NO_WRITER
            settled = is_settled(status.st_mtime_ns)
            with os.scandir(path) as entries:
                found = sorted(
                    (is_copy(entry.name), entry.name, entry) for entry in entries if month_of(entry.name)
                )
        except FileNotFoundError:
            return _NO_WRITER
        except OSError as error:
            self._tell_of(error)
            return last._replace(mtime_ns=-1)
        self._all_read = True
        files = {name: self._read(writer, entry, last.files.get(name)) for _, name, entry in found}
        there = {name: file for name, file in files.items() if file is not None}
        return WriterLook(status.st_mtime_ns if self._all_read else -1, settled, there)

    def _read(self, writer: str, entry: os.DirEntry[str], known: MonthFile | None) -> MonthFile | None:
        try:
            if (
                known is not None
                and known.settled
                and known.mark == mark_of(entry.stat(follow_symlinks=False))
            ):
                return known
            file = read_month(entry.path, self.verify, known)
        except FileNotFoundError:
            return None
        except OSError as error:
            # What was read before stays, and the next look tries again.
            self._tell_of(error)
            self._all_read = False
            return known
        if file.damaged and writer != self.own:
            self._tell(UNREADABLE if is_copy(entry.name) else DAMAGED)
        if any(file.aside.values()):
            self._tell(STRANGE)
        return file

    def _tell(self, notice: Notice) -> None:
        self.notices[notice] = None

    def _tell_of(self, error: OSError) -> None:
        """Say what could not be read."""
        match error.errno:
            case errno.ELOOP:
                self._tell(LINKED)
            case errno.EACCES | errno.EPERM:
                self._tell(FORBIDDEN)
            case _:
                self._tell(UNREADABLE)


def _documents(look: WriterLook, name: str) -> Tables:
    file = look.files.get(name)
    return file.documents if file is not None else {}


def _distrusted(look: WriterLook) -> WriterLook:
    nothing = Mark(-1, -1, -1)
    return WriterLook(-1, False, {name: file._replace(mark=nothing) for name, file in look.files.items()})
