"""The merged view kept up to date: from differences in the files, or from what this process wrote itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.store.ageing import is_set_aside
from tracker.store.documents import Documents, Notice, stamp_of
from tracker.store.merging import merged, newest, overlaid
from tracker.store.shapes import Document, Key, Tables

_MANY = 2000
"""From so many documents in changed files on, merging everything again is quicker than comparing them."""

Difference = tuple[Tables, Tables]
"""What stood in a file, and what stands there now."""


class View:
    """The newest version of every document, and the highest stamp seen."""

    def __init__(self) -> None:
        self.tables: Tables = {}
        self._highest: int | None = None
        self._set_aside: dict[Key, Document] | None = None

    @property
    def highest(self) -> int:
        """The highest stamp seen. Only writing needs it, so the first look leaves it to be worked out."""
        if self._highest is None:
            stamps = (max([d.get("_v", 0) for d in t.values()], default=0) for t in self.tables.values())
            self._highest = max(stamps, default=0)
        return self._highest

    @property
    def set_aside(self) -> dict[Key, Document]:
        """What is removed, and the tombstones; for writing, too."""
        if self._set_aside is None:
            self._set_aside = {
                (name, key): document
                for name, table in self.tables.items()
                for key, document in table.items()
                if is_set_aside(document)
            }
        return self._set_aside

    def picture(self, notices: Iterable[Notice], sources: Iterable[Tables]) -> Documents:
        """The frozen picture for everybody else."""
        return Documents(self.tables, tuple(notices), sources=sources, highest=lambda: self.highest)

    def read(self, differences: Sequence[Difference], sources: Iterable[Tables]) -> None:
        """Take over what changed in the files."""
        if not self.tables or sum(_size(after) for _, after in differences) > _MANY:
            self._merge(sources)
            return
        changed = {key for before, after in differences for key in _changed(before, after)}
        if len(changed) > _MANY // 10:
            self._merge(sources)
            return
        versions: dict[str, dict[str, Document]] = {}
        for name, key in changed:
            document = newest(sources, name, key)
            if document is None:  # a document went altogether, with a file that somebody took away
                self._merge(sources)
                return
            versions.setdefault(name, {})[key] = document
        self._overlay(versions)

    def wrote(self, files: Iterable[Tables]) -> None:
        """Take over what this process wrote into its files, where it is the newest version."""
        over: dict[str, dict[str, Document]] = {}
        for versions in files:
            for name, documents in versions.items():
                for key, document in documents.items():
                    standing = self.tables.get(name, {}).get(key)
                    if standing is None or stamp_of(document) >= stamp_of(standing):
                        over.setdefault(name, {})[key] = document
        self._overlay(over)

    def _merge(self, sources: Iterable[Tables]) -> None:
        seen = self.highest if self.tables else None  # also in files that somebody took away since
        self.tables = merged(sources)
        self._highest = self._set_aside = None
        if seen is not None:
            self._highest = max(seen, self.highest)

    def _overlay(self, versions: dict[str, dict[str, Document]]) -> None:
        stamps = (stamp_of(document)[0] for table in versions.values() for document in table.values())
        self._highest = max(self.highest, *stamps, 0)
        set_aside = self.set_aside
        self.tables = overlaid(self.tables, versions)
        for name, documents in versions.items():
            for key, document in documents.items():
                if is_set_aside(document):
                    set_aside[name, key] = document
                else:
                    set_aside.pop((name, key), None)


def _size(tables: Tables) -> int:
    return sum(map(len, tables.values()))


def _changed(before: Tables, after: Tables) -> Iterator[tuple[str, str]]:
    """Table and id of all documents that are not the same."""
    for name in {*before, *after}:
        old, new = before.get(name, {}), after.get(name, {})
        for key in {*old, *new}:
            if old.get(key) != new.get(key):
                yield name, key
