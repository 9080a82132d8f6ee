"""A month file's bytes: `{"_meta":{"1":{"schema":1,"sha256":"…"}},"appreciations":{…},…}`, all on one line.

The checksum covers the canonical JSON of all other tables. They are written in just that form, so it can be
verified by hashing a slice of the bytes; a file that was only indented anew is still recognised, the slow
way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from tracker.ids import WIDEST, WIDTH, is_id
from tracker.store.schema import SCHEMA, RawTables, migrated
from tracker.store.values import DECODER, ENCODER, cleaned, needs_cleaning

_HEAD = re.compile(rb'\{"_meta":\{"1":\{"schema":\d+,"sha256":"([0-9a-f]{64})"\}\}([,}])')


_WIDTHS = {*range(WIDTH, WIDEST + 1)}
"""How many digits the ids of documents have that begin with no zero."""


class TableText(NamedTuple):
    """A table in canonical JSON, in pieces, so that a save encodes only what it changed."""

    entries: dict[str, bytes]
    """Of each document its doc id and JSON."""
    joined: bytes
    """All of them, in order."""
    last: str
    """The doc id that comes last."""


Texts = dict[str, TableText]
"""The text of every table of a file."""


class DamagedError(ValueError):
    """These bytes are not a month file."""


class Content(NamedTuple):
    """What a month file holds."""

    tables: RawTables
    """Our documents, by table and TinyDB doc id."""
    aside: RawTables
    """What is no document of ours, in the same order: not shown, and carried through in every write."""
    schema: int
    by_hand: bool
    """The checksum does not fit: somebody edited the file. Always False when not verified."""


def decode(raw: bytes, verify: bool = True) -> Content:
    """Read a month file's bytes. DamagedError when they are not JSON of tables."""
    try:
        text = raw.decode("utf-8")
        tables = _as_tables(DECODER.decode(text))
        meta = tables.pop("_meta", {}).get("1")
        by_hand = verify and not _sum_fits(raw, tables, meta)
        schema = meta.get("schema") if isinstance(meta, dict) else None
        schema = schema if type(schema) is int else SCHEMA
        if needs_cleaning(text):
            tables = cleaned(tables)
    except (ValueError, RecursionError):
        raise DamagedError("not a month file") from None
    ours, aside = _sorted_out(migrated(tables, schema))
    return Content(ours, aside, schema, by_hand)


def encode(tables: RawTables, aside: RawTables) -> bytes:
    """The bytes of a month file, of this version's schema."""
    return encoded(texts_of(tables, aside))


def encoded(texts: Texts) -> bytes:
    """The bytes of a month file with these tables."""
    from hashlib import sha256

    pieces: list[bytes] = []
    for name in sorted(texts):
        if texts[name].joined:
            pieces += [b"," if pieces else b"", _name(name), b":{", texts[name].joined, b"}"]
    pieces.append(b"}")
    checksum = sha256(b"{")
    for piece in pieces:
        checksum.update(piece)
    comma = "," if len(pieces) > 1 else ""
    head = f'{{"_meta":{{"1":{{"schema":{SCHEMA},"sha256":"{checksum.hexdigest()}"}}}}{comma}'
    return b"".join([head.encode("ascii"), *pieces])


def texts_of(tables: RawTables, aside: RawTables) -> Texts:
    """The texts of all tables."""
    return {
        name: _with_entries({}, {**tables.get(name, {}), **aside.get(name, {})}) for name in {*tables, *aside}
    }


def texts_after(texts: Texts, changed: Mapping[str, Mapping[str, Any]]) -> Texts:
    """The texts with these documents, by table and doc id, added or in place of the old ones."""
    after = dict(texts)
    for name, documents in changed.items():
        old = texts.get(name)
        if old is None or min(documents) <= old.last:
            after[name] = _with_entries(old.entries if old else {}, documents)
        else:
            # What is new nearly always comes last.
            new = {key: _entry(key, documents[key]) for key in sorted(documents)}
            after[name] = TableText({**old.entries, **new}, b",".join((old.joined, *new.values())), max(new))
    return after


def _with_entries(entries: Mapping[str, bytes], documents: Mapping[str, Any]) -> TableText:
    every = {**entries, **{key: _entry(key, document) for key, document in documents.items()}}
    return TableText(every, b",".join([every[key] for key in sorted(every)]), max(every, default=""))


def _entry(key: str, document: Any) -> bytes:
    return f"{ENCODER.encode(key)}:{ENCODER.encode(document)}".encode("ascii")


def _name(table: str) -> bytes:
    return ENCODER.encode(table).encode("ascii")


def _as_tables(value: Any) -> RawTables:
    if type(value) is not dict or {*map(type, value.values())} - {dict}:
        raise DamagedError("not tables")
    return value


def _sum_fits(raw: bytes, tables: RawTables, meta: Any) -> bool:
    """Whether the checksum is that of the tables: by a slice of the bytes, else by writing them anew."""
    from hashlib import sha256

    head = _HEAD.match(raw)
    if head is not None:
        body = sha256(b"{" if head[2] == b"," else b"{}")
        body.update(memoryview(raw)[head.end() :])
        if body.hexdigest().encode() == head[1]:
            return True
    canonical = ENCODER.encode(tables).encode("ascii")
    return isinstance(meta, dict) and sha256(canonical).hexdigest() == meta.get("sha256")


def _sorted_out(raw: RawTables) -> tuple[RawTables, RawTables]:
    """The documents that are ours, and all else."""
    tables: RawTables = {}
    aside: RawTables = {}
    for name, table in raw.items():
        if _all_ours(table):
            tables[name] = table
            continue
        tables[name] = {key: value for key, value in table.items() if is_ours(key, value)}
        aside[name] = {key: value for key, value in table.items() if key not in tables[name]}
    return tables, aside


def _all_ours(table: Mapping[str, Any]) -> bool:
    """The quick look that nearly every table passes: `is_ours` for all, when no id begins with a zero."""
    documents = table.values()
    try:
        if {*map(type, documents)} - {dict} or [d["id"] for d in documents] != [*table]:
            return False
        stamps = {*map(type, [d["_v"] for d in documents])}
        writers = {*map(type, [d["_w"] for d in documents])}
    except KeyError:
        return False
    if stamps - {int} or writers - {str} or {*map(len, table)} - _WIDTHS:
        return False
    keys = "".join(table)
    return not table or (keys.isascii() and keys.isdigit() and min(table) >= "1")


def is_ours(key: str, value: Any) -> bool:
    """Whether this is a document with our id, the same number as its key, and a version."""
    if type(value) is not dict:
        return False
    text = value.get("id")
    if not is_id(text) or str(int(text)) != key:
        return False
    return type(value.get("_v", 0)) is int and type(value.get("_w", "")) is str
