"""The store as one JSON file: the shared part, or with it what one partner may see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tracker.acts.imports import MARK
from tracker.ids import id_order
from tracker.store.documents import Documents
from tracker.store.schema import SCHEMA
from tracker.transfer.veil import Veil
from tracker.transfer.versions import FROM, MASKED, masked_in, version_of

_STAYS_HERE = ("_b", FROM, MASKED, MARK)
"""Fields by which the store keeps its own books."""


def export_copy(documents: Documents, *, now: datetime, viewer: str = "") -> str:
    """All that stands, one document a line: the shared part, or with `viewer` what that partner may see, too.

    The same store gives the same text on every machine. Removed records are not in it.
    """
    veil = Veil(documents, viewer, now)
    tables = {name: list(_documents(documents, name, veil)) for name in sorted(documents.tables())}
    body = ",\n".join(f"{_line(name)}: [\n{_lines(found)}\n]" for name, found in tables.items() if found)
    return f'{{\n"rekindle": {SCHEMA},\n"for": {_line(viewer)},\n"tables": {{\n{body}\n}}\n}}\n'


def _documents(documents: Documents, table: str, veil: Veil) -> Iterator[dict[str, Any]]:
    for document in sorted(documents.standing(table), key=lambda document: id_order(str(document["id"]))):
        view = veil.shown(table, document)
        if view is None:
            continue
        fields = {name: value for name, value in view.fields.items() if name not in _STAYS_HERE}
        fields["_v"], writer = version_of(document)
        fields["_w"] = "" if "by" in view.hidden else writer  # whose account it was tells who it was
        masked = sorted({*view.hidden, *masked_in(document)})
        yield {**fields, MASKED: masked} if masked else fields


def _lines(documents: list[dict[str, Any]]) -> str:
    return ",\n".join(_line(document) for document in documents)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
