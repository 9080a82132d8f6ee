"""A store that is gone with the process, for tests and trying things out: the same rules over TinyDB."""

from __future__ import annotations

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from tracker.clock import Clock
from tracker.store.ageing import aged_out
from tracker.store.applying import by_table, plan
from tracker.store.changes import Receipt
from tracker.store.documents import EMPTY, Documents
from tracker.store.protocol import Build
from tracker.store.tiny import write_versions
from tracker.store.view import View


class MemoryStore:
    """Keeps documents in memory. What a file could not hold (a date, NaN) is declined here, too."""

    def __init__(self, clock: Clock, writer: str = "memory-0000") -> None:
        self._clock = clock
        self._writer = writer
        self._database = TinyDB(storage=MemoryStorage)
        self._view = View()
        self._documents = EMPTY

    @property
    def documents(self) -> Documents:
        """The documents as last written."""
        return self._documents

    @property
    def writable(self) -> bool:
        """Always."""
        return True

    def refresh(self) -> bool:
        """Nobody else can have changed anything."""
        return False

    def get_ready(self) -> None:
        """Nothing is needed."""

    def write(self, build: Build) -> Receipt:
        """Ask what to change and keep it; Refusal when it cannot be, and then nothing changed."""
        now = self._clock.now()
        done = plan(self._documents, build(self._documents), now, self._writer)
        if not done.receipt:
            return ()
        versions = by_table(done.versions)
        old = aged_out(self._view.tables, self._view.set_aside, now)
        write_versions(self._database, old)
        write_versions(self._database, versions)
        self._view.wrote((old, versions))
        self._documents = self._view.picture((), ())
        return done.receipt

    def close(self) -> None:
        """Free the memory."""
        self._database.close()
