"""What a write puts into which month file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from tracker.store.ageing import aged_out
from tracker.store.applying import first_month
from tracker.store.backups import back_up, prune
from tracker.store.codec import Texts, encoded, texts_after, texts_of
from tracker.store.documents import Documents, stamp_of
from tracker.store.folder import Folder
from tracker.store.month import HEAD, MonthFile
from tracker.store.naming import table_by_id
from tracker.store.publish import Held, publish
from tracker.store.safely import Mark, Modes, discard
from tracker.store.schema import SCHEMA, RawTables
from tracker.store.shapes import Document, Key

Versions = dict[str, dict[str, dict[str, Any]]]
"""New versions by table and id."""


class Sheet(NamedTuple):
    """A month file about to be written."""

    old: MonthFile
    changed: RawTables
    """The new versions in it and the bare tombstones of what aged out, by table and TinyDB doc id."""
    texts: Texts
    data: bytes

    def written(self, mark: Mark) -> MonthFile:
        """The month file as it now stands on the disk."""
        tables, documents = dict(self.old.tables), dict(self.old.documents)
        for name, changed in self.changed.items():
            one = tables.get(name) is documents.get(name) and table_by_id(changed) is changed
            tables[name] = {**tables.get(name, {}), **changed}
            documents[name] = tables[name] if one else {**documents.get(name, {}), **table_by_id(changed)}
        return self.old._replace(
            tables=tables,
            documents=documents,
            schema=SCHEMA,
            mark=mark,
            head=self.data[:HEAD],
            settled=False,
            texts=self.texts,
        )


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


def sheet(old: MonthFile, versions: Versions, set_aside: Mapping[Key, Document], now: datetime) -> Sheet:
    """A month file with the new versions, written by TinyDB, and without the content of what aged out."""
    from tracker.store.tiny import written_by_tinydb

    aged = aged_out(old.documents, set_aside, now)
    together = {name: {**aged.get(name, {}), **versions.get(name, {})} for name in {*aged, *versions}}
    changed = written_by_tinydb(old.tables, together)
    texts = texts_after(old.texts or texts_of(old.tables, old.aside), changed)
    return Sheet(old, changed, texts, encoded(texts))


def put_in_place(
    folder: str,
    sheets: Mapping[str, Sheet],
    modes: Modes,
    now: datetime,
    backed_up: set[tuple[str, date]],
    held: Held,
) -> dict[str, Mark]:
    """Write month files, each after its state before that day's first write was backed up; their new marks.

    `backed_up` are the files and days of which there is a backup already. OSError, and then all is as it was.
    """
    today = now.date()
    made: dict[str, str] = {}
    try:
        for name, each in sheets.items():
            label = f"-schema-{each.old.schema}" if each.old.schema < SCHEMA else ""
            known = not label and (name, today) in backed_up
            path = None if known else back_up(folder, each.old.month, now, modes, label)
            if path is not None:
                made[name] = path
        marks = publish(folder, {name: each.data for name, each in sheets.items()}, modes, held)
    except BaseException:
        for path in made.values():
            discard(path)
        raise
    for name, path in made.items():
        prune(folder, sheets[name].old.month, path)
    backed_up.update((name, today) for name, each in sheets.items() if each.old.mark.inode)
    return marks
