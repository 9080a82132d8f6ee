"""Of every document the newest version, from all files at once or by what changed."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, Set, ValuesView

from tracker.store.documents import stamp_of
from tracker.store.shapes import Document, Tables

_MANY = 256
"""So many recent documents are kept beside a table before they are put into it."""


class Layered(Mapping[str, Document]):
    """A table with recent documents over it, so that a save does not copy ten years.

    It becomes one dict when it is gone through.
    """

    __slots__ = ("_base", "_recent", "_step")

    def __init__(self, base: Mapping[str, Document], recent: dict[str, Document]) -> None:
        self._base = base
        self._recent = recent
        self._step: tuple[Mapping[str, Document], Set[str]] | None = None
        """The table that this one went on from, and what is different: for those who knew that one."""

    def over(self, documents: Mapping[str, Document]) -> Layered:
        """A new table with these documents in place of their older versions."""
        if len(self._recent) + len(documents) < _MANY:
            return Layered(self._base, {**self._recent, **documents})
        return Layered(self._whole(), dict(documents))

    def gone_on_from(self, before: Mapping[str, Document], changed: Set[str]) -> None:
        """Remember one step back; the steps before that one would only fill the memory."""
        if isinstance(before, Layered):
            before._step = None
        self._step = before, changed

    def since(self, before: Mapping[str, Document]) -> Set[str] | None:
        """The keys of what is different from the table that this one went on from; None for any other."""
        step = self._step  # another thread may forget it meanwhile
        return step[1] if step and step[0] is before else None

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


def differing(before: Mapping[str, Document], now: Mapping[str, Document]) -> Set[str]:
    """The keys of what is different between two states of a table: new, gone, or another version."""
    known = now.since(before) if isinstance(now, Layered) else None
    if known is not None:
        return known
    changed = {key for key, document in now.items() if before.get(key) is not document}
    return changed | (before.keys() - now.keys())


def overlaid(tables: Tables, versions: Tables) -> Tables:
    """The tables with these versions in place of those they replace; the tables given stay as they are."""
    result = dict(tables)
    for name, documents in versions.items():
        table = result.get(name, {})
        layered = table if isinstance(table, Layered) else Layered(table, {})
        result[name] = new = layered.over(documents)
        new.gone_on_from(table, documents.keys())
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
