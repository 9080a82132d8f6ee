"""What a write puts into which month file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from tracker.store.ageing import aged_out
from tracker.store.applying import Key, first_month
from tracker.store.codec import Content, encode
from tracker.store.documents import Documents, stamp_of
from tracker.store.folder import Folder
from tracker.store.month import MonthFile, empty_month, month_file
from tracker.store.safely import Mark
from tracker.store.schema import SCHEMA, RawTables

Versions = dict[str, dict[str, dict[str, Any]]]
"""New versions by table and id."""


class Sheet(NamedTuple):
    """A month file about to be written."""

    old: MonthFile
    versions: Versions
    """The new versions in it, and the bare tombstones of what aged out."""
    tables: RawTables
    data: bytes

    def written(self, mark: Mark) -> MonthFile:
        """The month file as it now stands on the disk."""
        content = Content(self.tables, self.old.aside, SCHEMA, by_hand=False)
        return month_file(self.old.month, content, mark, self.data)._replace(texts=self.old.texts)


def by_month(
    folder: Folder, writer: str, documents: Documents, new: Mapping[Key, dict[str, Any]]
) -> dict[str, Versions]:
    """The new versions by the month whose file they belong to: a document stays where it was first kept."""
    months: dict[str, Versions] = {}
    for (table, key), document in new.items():
        stands = documents.get(table, key) is not None
        month = _kept_in(folder, writer, table, key) if stands else first_month(table, document)
        months.setdefault(month, {}).setdefault(table, {})[key] = document
    return months


def _kept_in(folder: Folder, writer: str, table: str, key: str) -> str:
    """The month of a standing document: that of this writer's version, else of the newest."""
    found = (
        (name == writer, stamp_of(file.documents[table][key]), file.month)
        for name, _, file in folder.files()
        if key in file.documents.get(table, ())
    )
    return max(found)[2]


def sheet(old: MonthFile, versions: Versions, documents: Documents, now: datetime) -> Sheet:
    """A month file with the new versions, written by TinyDB, and without the content of what aged out."""
    from tracker.store.tiny import with_versions

    aged = aged_out(old.documents, documents, now)
    names = {*aged, *versions}
    together = {name: {**aged.get(name, {}), **versions.get(name, {})} for name in names}
    tables = with_versions(old.tables, together)
    return Sheet(old, together, tables, encode(tables, old.aside, old.texts))


def own_month(folder: Folder, writer: str, month: str) -> MonthFile:
    """The writer's own file of a month as last looked at, or an empty one."""
    return folder.file(writer, f"{month}.json") or empty_month(month)
