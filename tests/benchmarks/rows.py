"""The rows of the table: what is measured, against what, and what the design allows."""

from __future__ import annotations

from typing import NamedTuple

Figures = dict[str, list[float]]
"""Measured values by name: times in ms, sizes in bytes, memory in MiB."""


class Row(NamedTuple):
    """One row. With a reference the budget is a ratio to it, else it is in the row's own unit."""

    group: str
    """The name by which the row can be asked for."""
    what: str
    figure: str
    reference: str = ""
    budget: float | None = None
    """None where the design gives none yet."""
    unit: str = "ms"
    beside: str = ""
    """What the reference is, for the table."""
    part: float = 0.5
    """Which value of all those measured: 0.5 is the median."""


M = "M"
_PAGES = ("dates", "trips", "goals", "review", "journey")
ROWS = (
    Row("start", "start to a usable Today, two years", "two.start", "M.start", 1.3, beside=M),
    Row("start", "start to a usable Today, ten years", "ten.start", "M.start", 1.6, beside=M),
    Row("start", "today's real screen after the first picture", "ten.real", budget=None),
    Row("start", "settled after start, ten years", "ten.settled", "M.settled", 1.5, beside=M),
    Row("start", "bytes written by then", "ten.bytes", budget=40_000, unit="B"),
    Row("keys", "a letter typed", "ten.typing", budget=8),
    Row("keys", "a letter typed, 95 %", "ten.typing", budget=20, part=0.95),
    Row("keys", "a letter typed, bytes", "ten.typing.bytes", budget=4_000, unit="B"),
    Row("keys", "moving in the list", "ten.moving", budget=8),
    Row("keys", "moving in the list, 95 %", "ten.moving", budget=20, part=0.95),
    Row("keys", "moving in the list, bytes", "ten.moving.bytes", budget=4_000, unit="B"),
    Row("keys", "a tick, kept on the disk", "ten.tick", budget=8),
    Row("keys", "a tick, 95 %", "ten.tick", budget=20, part=0.95),
    Row("keys", "a tick, bytes", "ten.tick.bytes", budget=4_000, unit="B"),
    Row("keys", "Escape from the field to the list", "ten.escape", budget=None),
    Row("keys", "opening help", "ten.screen.open", budget=60),
    Row("keys", "closing help with Escape", "ten.screen.close", budget=60),
    *(
        Row("pages", f"from Today to {page}, the first time", f"ten.page.{page}.first", budget=60)
        for page in _PAGES
    ),
    *(Row("pages", f"from Today to {page}", f"ten.page.{page}.again", budget=60) for page in _PAGES),
    Row("pages", "back to Today", "ten.page.today.again", budget=60),
    Row("pages", "opening the memories", "ten.memories", budget=60),
    Row("pages", "a letter in the search of memories", "ten.search", budget=50),
    Row("memory", "peak memory, two years", "two.memory", "M.memory", 1.5, "MiB", M),
    Row("memory", "peak memory, ten years", "ten.memory", "M.memory", 2.0, "MiB", M),
    Row("pages", "peak memory after all pages, ten years", "ten.memory.pages", "M.memory", None, "MiB", M),
    Row("idle", "CPU in an idle second", "ten.idle.cpu", budget=3),
    Row("idle", "bytes written while idle", "ten.idle.bytes", budget=0, unit="B"),
    Row("leaving", "leaving: terminal restored", "ten.restored", "M.restored", 1.0, beside=M),
    Row("leaving", "leaving: process gone", "ten.gone", "M.gone", 1.0, beside=M),
    Row("status", "rekindle status, two years", "two.status", "P", 4, beside="P"),
    Row("status", "rekindle status, ten years", "ten.status", "P", 8, beside="P"),
    Row("status", "heavy modules that status imports", "status.heavy", budget=0, unit=""),
    Row("saving", "a save after ten years", "saving.ten", "saving.sqlite", 1.2, beside="SQLite"),
    Row("saving", "a save after ten years", "saving.ten", "saving.week", 1.3, beside="week one"),
    Row("saving", "a save after ten years", "saving.ten", "saving.bare", None, beside="bare steps"),
    Row("opening", "opening ten years", "opening", "opening.sqlite", 2, beside="SQLite"),
    Row("page", "the page of a quarter, written after ten years", "page", budget=300),
    Row("growth", "opening, per 1,000 records", "growing.many.time", "growing.some.time", 1.1, beside="10k"),
    Row(
        "growth", "memory, per 1,000 records", "growing.many.memory", "growing.some.memory", 1.1, "MiB", "10k"
    ),
)
GROUPS = tuple(dict.fromkeys(row.group for row in ROWS))
