"""Where TinyDB does the writing: a month's tables handed to a stock `TinyDB`, and taken from it for the file.

Imported with the first write only, because importing TinyDB costs 18 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument

from tracker.store.schema import RawTables

Versions = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""New versions by table and id."""


class StagedStorage(Storage):
    """Gives TinyDB a month's tables and keeps what it writes until the store puts it on the disk.

    A document about to change is given as a copy, because TinyDB changes documents in place and ours are
    frozen.
    """

    def __init__(self, tables: RawTables, versions: Versions) -> None:
        super().__init__()
        self.tables = dict(tables)
        for name, documents in versions.items():
            table = tables.get(name, {})
            replaced = {key: dict(table[key]) for key in map(doc_key, documents) if key in table}
            if replaced:
                self.tables[name] = {**table, **replaced}

    def read(self) -> RawTables | None:
        return self.tables

    def write(self, data: RawTables) -> None:
        self.tables = data


def doc_key(record_id: str) -> str:
    """The text of a TinyDB doc id in a file: the same number as the id, without leading zeros."""
    return str(int(record_id))


def with_versions(tables: RawTables, versions: Versions) -> RawTables:
    """The tables after TinyDB wrote the new versions into them; the tables given stay as they are."""
    database = TinyDB(tables, versions, storage=StagedStorage)
    write_versions(database, versions)
    return database.storage.read() or {}


def write_versions(database: TinyDB, versions: Versions) -> None:
    """Have TinyDB write new versions: inserted where the id is new, else in place of the old one."""
    for name, documents in versions.items():
        table = database.table(name, cache_size=0)
        standing = (database.storage.read() or {}).get(name, {})
        old = [int(i) for i in documents if doc_key(i) in standing]
        new = [TinyDocument(d, doc_id=int(i)) for i, d in documents.items() if doc_key(i) not in standing]
        if len(new) == 1:
            table.insert(new[0])
        elif new:
            table.insert_multiple(new)  # each carries its own id
        if old:
            table.update(_replacing(documents), doc_ids=old)


def _replacing(documents: Mapping[str, Mapping[str, Any]]) -> Callable[[MutableMapping[str, Any]], None]:
    def replace(document: MutableMapping[str, Any]) -> None:
        new = documents[document["id"]]
        document.clear()
        document.update(new)

    return replace
