"""The few careful steps on the disk from which a write is made. Every function may raise OSError or Refusal.

Paths end in a name that is never followed when it is a link: another account could point it anywhere.
"""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH101, PTH102, PTH108, PTH112, PTH116, PTH120

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import NamedTuple

from tracker.errors import Refusal

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_UNKNOWN = {errno.EINVAL, errno.ENOTSUP}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


TOGETHER = ".together"
"""A note in a writer's folder while several files are replaced together: each with the second name of its old
state, or null."""


class Modes(NamedTuple):
    """Who may do what, whatever the umask."""

    folder: int
    file: int
    edit_lock: int


PRIVATE = Modes(folder=0o700, file=0o600, edit_lock=0o600)
"""For one account: nobody else sees anything."""

SHARED = Modes(folder=0o2750, file=0o640, edit_lock=0o660)
"""For a group's folder (3770): each account writes its own files and reads the other's."""


class Mark(NamedTuple):
    """By what a file is recognised as unchanged."""

    mtime_ns: int
    size: int
    inode: int


def modes_of(root: str) -> Modes:
    """Shared when the folder passes its group on and lets the group in and write; else private."""
    try:
        mode = os.stat(root).st_mode
    except FileNotFoundError:
        return PRIVATE
    group = stat.S_IRWXG | stat.S_ISGID
    return SHARED if mode & group == group else PRIVATE


def mark_of(status: os.stat_result) -> Mark:
    """The mark in a file's status."""
    return Mark(status.st_mtime_ns, status.st_size, status.st_ino)


def ensure_folder(path: str, mode: int) -> bool:
    """Make a folder and those above it, safe from a power cut. True when it is new. Refuses a link."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        above = os.path.dirname(path)
        if not os.path.isdir(above):
            ensure_folder(above, PRIVATE.folder)
        return _made(path, mode)
    if stat.S_ISDIR(found.st_mode):
        return False
    raise Refusal(f"{path} is not a folder of its own but a link or a file; nothing is written through it.")


def _made(path: str, mode: int) -> bool:
    try:
        os.mkdir(path, PRIVATE.folder)
    except FileExistsError:
        return False  # another process was quicker
    os.chmod(path, mode)
    sync_folder(os.path.dirname(path))
    return True


def read_file(path: str) -> tuple[bytes, Mark]:
    """A plain file's bytes and mark. OSError (ELOOP and the like) for a link, a pipe or anything else."""
    # Without waiting: opening a pipe that somebody put there would stand still for ever.
    descriptor = os.open(path, os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.ELOOP, "not a plain file")
        parts = []
        while part := os.read(descriptor, status.st_size + 1):
            parts.append(part)
    finally:
        os.close(descriptor)
    return b"".join(parts), mark_of(status)


def write_temporary(path: str, data: bytes, mode: int) -> Mark:
    """A new file with these bytes, safely on the disk; nothing of it is left when that cannot be."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
    try:
        try:
            if sys.platform != "win32":
                os.fchmod(descriptor, mode)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync_file(descriptor)
            return mark_of(os.fstat(descriptor))
        finally:
            os.close(descriptor)
    except BaseException:
        discard(path)
        raise


def sync_file(descriptor: int) -> None:
    """Return only when the bytes are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync leaves them in the drive's cache there
        except OSError:
            os.fsync(descriptor)  # a network's disk knows only this
    else:
        os.fsync(descriptor)


def sync_folder(path: str) -> None:
    """Return only when the names in a folder are on the disk itself, where the system knows how to."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
    finally:
        os.close(descriptor)


def discard(path: str) -> None:
    """Take a file away if it is there. It is only tidying: it never hides why something else stopped."""
    try:
        os.unlink(path)
    except OSError:
        return


def refusal_of(error: OSError) -> Refusal:
    """What to tell the people when the system declined a write."""
    if error.errno in _FULL:
        return Refusal("The disk is full, so nothing was saved. Make some room and try again.")
    if error.errno in _FORBIDDEN:
        return Refusal("This account may not write where the data is kept, so nothing was saved.")
    return Refusal(f"The system could not write ({error.strerror}), so nothing was saved.")
