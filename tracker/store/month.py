"""One month file as it was read: what one writer wrote of a month, or a sync engine's copy of that."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH119

from __future__ import annotations

import os
from typing import NamedTuple

from tracker.clock import Clock
from tracker.store.codec import Content, DamagedError, Texts, decode
from tracker.store.naming import by_id, month_of
from tracker.store.safely import Mark, read_file
from tracker.store.schema import SCHEMA, RawTables
from tracker.store.shapes import Tables

HEAD = 128
"""So many of the first bytes hold the checksum, which tells one state from another."""

SETTLED_NS = 2_000_000_000
"""A change so soon after another may leave the same time: the coarsest file systems count in 2 seconds."""


class MonthFile(NamedTuple):
    """What stands in one file."""

    month: str
    """Like 2026-11."""
    tables: RawTables
    """By TinyDB doc id."""
    aside: RawTables
    """What is no document of ours."""
    documents: Tables
    """The same as `tables`, by id."""
    schema: int
    by_hand: bool
    mark: Mark
    head: bytes
    """The first bytes, the checksum among them."""
    settled: bool
    """Whether the mark alone tells that nothing changed: it is old enough."""
    texts: Texts
    """The same as JSON, once the file was written by this process."""
    damaged: bool = False
    """The file could not be read: what is here comes from its backup and from what could be salvaged."""


def read_month(path: str, verify: bool, known: MonthFile | None = None) -> MonthFile:
    """Read a month file; `known` itself when nothing in it changed. OSError where the system does not let us.

    Of a damaged file comes what its newest good backup and its own whole documents hold.
    """
    raw, mark = read_file(path)
    settled = is_settled(mark.mtime_ns)
    if known is not None and (known.mark, known.head) == (mark, raw[: len(known.head)]):
        return known._replace(settled=settled)
    month = month_of(os.path.basename(path)) or ""
    try:
        return month_file(month, decode(raw, verify), mark, raw, settled)
    except DamagedError:
        from tracker.store.rescue import rescued

        return month_file(month, rescued(path, raw).content, mark, raw, settled)._replace(damaged=True)


def month_file(month: str, content: Content, mark: Mark, raw: bytes, settled: bool = False) -> MonthFile:
    """A month file of what was read or written."""
    documents = by_id(content.tables)
    return MonthFile(
        month,
        content.tables,
        content.aside,
        documents,
        content.schema,
        content.by_hand,
        mark,
        raw[:HEAD],
        settled,
        {},
    )


def empty_month(month: str) -> MonthFile:
    """A month of which there is no file yet."""
    return MonthFile(month, {}, {}, {}, SCHEMA, False, Mark(0, 0, 0), b"", False, {})


def is_settled(mtime_ns: int) -> bool:
    """Whether a file's time is old enough, by the machine's clock, from which it was taken."""
    return Clock().now().timestamp() * 1e9 - mtime_ns > SETTLED_NS
