"""Locks that the system frees when a process dies: who waits is woken, and nothing has to be cleaned up."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH101, PTH108

from __future__ import annotations

import os
import sys
from types import TracebackType

_OPEN = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class FileLock:
    """A lock held between `with` and its end by locking a file, which is made when absent and never deleted.

    `take` holds it from there on instead, without ever waiting; such a file may be deleted by its holder.

    In its few bytes the writer's lock carries a token: whoever changes files leaves their own, so that a
    process which finds its own knows that nobody of this writer came between. It needs not survive a power
    cut, because no process that knows it does.
    """

    def __init__(self, path: str, mode: int) -> None:
        self._path = path
        self._mode = mode
        self._descriptor = -1

    def __enter__(self) -> FileLock:
        descriptor = _opened(self._path, self._mode)
        try:
            _lock(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        _unlock(descriptor)
        os.close(descriptor)

    def take(self) -> bool:
        """Take it for as long as the process lives, or until `release`; False where somebody has it."""
        descriptor = _opened(self._path, self._mode)
        try:
            free = _lock_if_free(descriptor) and _still_there(descriptor, self._path)
        except BaseException:
            os.close(descriptor)
            raise
        if not free:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go of what `take` took."""
        descriptor, self._descriptor = self._descriptor, -1
        os.close(descriptor)  # the system frees the lock with it

    def token(self) -> bytes:
        """The token the last holder left."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return os.read(self._descriptor, 64)

    def leave(self, token: bytes) -> None:
        """Leave a token, before anything is changed."""
        if token != self.token():
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, token)
            os.ftruncate(self._descriptor, len(token))


def _opened(path: str, mode: int) -> int:
    """The lock file's descriptor.

    First without making it: in a shared sticky folder the system may refuse to "create" what another
    account made.
    """
    while True:
        try:
            return os.open(path, _OPEN)
        except FileNotFoundError:
            _make(path, mode)


def _make(path: str, mode: int) -> None:
    """Make the file with its final mode in one step: in between, another account would be refused."""
    temporary = f"{path}.{os.urandom(6).hex()}.tmp"
    os.close(os.open(temporary, _OPEN | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        os.chmod(temporary, mode)
        os.link(temporary, path)
    except FileExistsError:
        return  # another process was quicker
    except OSError:
        _make_plainly(path, mode)  # a file system without hard links, or one that is full: then this says so
    finally:
        _discard(temporary)


def _make_plainly(path: str, mode: int) -> None:
    try:
        os.close(os.open(path, _OPEN | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return
    os.chmod(path, mode)


def _still_there(descriptor: int, path: str) -> bool:
    """Whether this is the file of that name: its holder may have deleted it while it was opened."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return False
    return os.path.samestat(found, os.fstat(descriptor))


def _discard(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        while True:
            os.lseek(descriptor, 64, os.SEEK_SET)
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # tries for ten seconds
            except OSError:
                continue
            return

    def _lock_if_free(descriptor: int) -> bool:
        os.lseek(descriptor, 64, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 64, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _lock_if_free(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
