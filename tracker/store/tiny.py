"""Where TinyDB does the writing: documents go through a stock `TinyDB` on their way into a month's file.

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
    """Gives TinyDB the documents that are about to change, and keeps what it writes for the month's file.

    TinyDB goes through all that a table holds for every document it writes, so it is not given what stays
    as it is; and what it is given are copies, because it changes documents in place and ours are frozen.
    """

    def __init__(self, tables: RawTables, versions: Versions) -> None:
        super().__init__()
        self.tables: RawTables = {
            name: {
                key: dict(tables[name][key]) for key in map(doc_key, documents) if key in tables.get(name, {})
            }
            for name, documents in versions.items()
        }

    def read(self) -> RawTables:
        return self.tables

    def write(self, data: RawTables) -> None:
        self.tables = data


def doc_key(record_id: str) -> str:
    """The text of a TinyDB doc id in a file: the same number as the id, without leading zeros."""
    return str(int(record_id))


def written_by_tinydb(tables: RawTables, versions: Versions) -> RawTables:
    """The new versions as TinyDB wrote them, by table and doc id; the tables given stay as they are."""
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
