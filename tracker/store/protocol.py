"""What every store can do: the one on disk, and the one in memory for tests and trying things out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from tracker.store.changes import Change, Receipt
from tracker.store.documents import Documents

Build = Callable[[Documents], Iterable[Change]]
"""Decides what to change from the newest documents; may raise `Refusal`, and then nothing is written."""


class Store(Protocol):
    """A place that keeps documents. Every method may raise `Refusal` with a sentence for the people."""

    @property
    def documents(self) -> Documents:
        """The merged view as last read or written."""

    @property
    def writable(self) -> bool:
        """False where the folder is read-only or was written by a newer Rekindle."""

    def refresh(self) -> bool:
        """Look whether anybody changed anything and read only that again. True when `documents` is new."""

    def get_ready(self) -> None:
        """Do now, while nobody waits, what only the first write needs."""

    def write(self, build: Build) -> Receipt:
        """Under the locks: refresh, ask `build` what to change, write it safely, and only then return.

        All changes are written or none. Refusal (full disk, read-only folder, a newer version when taking
        back …) leaves the disk and `documents` as they were.
        """

    def close(self) -> None:
        """Free what is held. Closing twice is fine."""
