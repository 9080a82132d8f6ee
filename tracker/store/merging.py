"""Of every document the newest version, from all files at once or by what changed."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView

from tracker.store.documents import stamp_of
from tracker.store.shapes import Document, Tables

_MANY = 256
"""So many recent documents are kept beside a table before they are put into it."""


class Layered(Mapping[str, Document]):
    """A table with recent documents over it, so that a save does not copy ten years.

    It becomes one dict when it is gone through.
    """

    __slots__ = ("_base", "_recent")

    def __init__(self, base: Mapping[str, Document], recent: dict[str, Document]) -> None:
        self._base = base
        self._recent = recent

    def over(self, documents: Mapping[str, Document]) -> Layered:
        """A new table with these documents in place of their older versions."""
        if len(self._recent) + len(documents) < _MANY:
            return Layered(self._base, {**self._recent, **documents})
        return Layered(self._whole(), dict(documents))

    def _whole(self) -> Mapping[str, Document]:
        # Each of the two assignments leaves the same documents to be found, whatever another thread reads
        # meanwhile.
        if self._recent:
            self._base = {**self._base, **self._recent}
            self._recent = {}
        return self._base

    def __getitem__(self, key: str) -> Document:
        recent = self._recent.get(key)
        return self._base[key] if recent is None else recent

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def keys(self) -> KeysView[str]:
        return self._whole().keys()

    def values(self) -> ValuesView[Document]:
        return self._whole().values()

    def items(self) -> ItemsView[str, Document]:
        return self._whole().items()


def overlaid(tables: Tables, versions: Tables) -> Tables:
    """The tables with these versions in place of those they replace; the tables given stay as they are."""
    result = dict(tables)
    for name, documents in versions.items():
        table = result.get(name, {})
        result[name] = (table if isinstance(table, Layered) else Layered(table, {})).over(documents)
    return result


def merged(sources: Iterable[Tables]) -> dict[str, dict[str, Document]]:
    """The newest version of every document of all sources; of two with one stamp the first."""
    result: dict[str, dict[str, Document]] = {}
    for source in sources:
        for name, documents in source.items():
            into = result.setdefault(name, {})
            if into.keys().isdisjoint(documents):
                into.update(documents)
                continue
            for key, document in documents.items():
                standing = into.get(key)
                if standing is None or stamp_of(document) > stamp_of(standing):
                    into[key] = document
    return result


def newest(sources: Iterable[Tables], table: str, key: str) -> Document | None:
    """The newest version of one document in all sources; of two with one stamp the first."""
    found: Document | None = None
    for source in sources:
        document = source.get(table, {}).get(key)
        if document is not None and (found is None or stamp_of(document) > stamp_of(found)):
            found = document
    return found
