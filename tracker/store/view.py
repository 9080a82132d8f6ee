"""The merged view kept up to date: from differences in the files, or from what this process wrote itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tracker.store.changes import Document
from tracker.store.documents import Documents, Notice, Tables, stamp_of
from tracker.store.merging import merged, newest, overlaid

_MANY = 300
"""From so many changed documents on, merging everything again is quicker than one by one."""

Difference = tuple[Tables, Tables]
"""What stood in a file, and what stands there now."""


class View:
    """The newest version of every document, and the highest stamp seen."""

    def __init__(self) -> None:
        self._tables: Tables = {}
        self._highest = 0

    def picture(self, notices: Iterable[Notice], sources: Sequence[Tables]) -> Documents:
        """The frozen picture for everybody else."""
        return Documents(self._tables, tuple(notices), sources=sources, highest=self._highest)

    def read(self, differences: Sequence[Difference], sources: Sequence[Tables]) -> None:
        """Take over what changed in the files."""
        changed = {key for before, after in differences for key in _changed(before, after)}
        if len(changed) > _MANY or not self._tables:
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

    def wrote(self, versions: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Take over what this process wrote, by table, where it is the newest version."""
        over: dict[str, dict[str, Document]] = {}
        for name, document in versions:
            standing = self._tables.get(name, {}).get(document["id"])
            if standing is None or stamp_of(document) >= stamp_of(standing):
                over.setdefault(name, {})[document["id"]] = document
        self._overlay(over)

    def _merge(self, sources: Sequence[Tables]) -> None:
        tables = merged(sources)
        self._tables = tables
        stamps = (max((d.get("_v", 0) for d in t.values()), default=0) for t in tables.values())
        self._highest = max(self._highest, *stamps, 0)

    def _overlay(self, versions: dict[str, dict[str, Document]]) -> None:
        stamps = (stamp_of(document)[0] for table in versions.values() for document in table.values())
        self._highest = max(self._highest, *stamps, 0)
        self._tables = overlaid(self._tables, versions)


def _changed(before: Tables, after: Tables) -> Iterator[tuple[str, str]]:
    """Table and id of all documents that are not the same."""
    for name in {*before, *after}:
        old, new = before.get(name, {}), after.get(name, {})
        for key in {*old, *new}:
            if old.get(key) != new.get(key):
                yield name, key
