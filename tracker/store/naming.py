"""What names say: which files hold a month, and which documents a table."""

from __future__ import annotations

import re
from typing import Any

from tracker.ids import WIDTH
from tracker.store.schema import RawTables

NAME = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))([ ._(-].*)?\.json")
"""A month file's name, or with something behind the month that of a copy a sync engine made of a conflict."""


def month_of(name: str) -> str | None:
    """The month of a file's name, or None when it is not a month file or a copy of one."""
    found = NAME.fullmatch(name)
    return found[1] if found else None


def is_copy(name: str) -> bool:
    """Whether a month file's name is that of a copy."""
    return len(name) != len("2026-11.json")


def by_id(tables: RawTables) -> dict[str, dict[str, Any]]:
    """The tables by the documents' ids."""
    return {name: table_by_id(table) for name, table in tables.items()}


def table_by_id(table: dict[str, Any]) -> dict[str, Any]:
    """A table by the documents' ids: the same one, but where an id begins with a zero."""
    return (
        table
        if min(map(len, table), default=WIDTH) >= WIDTH
        else {document["id"]: document for document in table.values()}
    )
