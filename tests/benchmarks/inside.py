"""What is measured within one process: opening and saving, beside SQLite with the same documents.

`python -m tests.benchmarks.inside opening|saving|growing|page FOLDER…` prints one JSON object of figures.
"""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.rows import Figures
from tests.benchmarks.system import peak_memory
from tracker.acts.common import standing
from tracker.acts.entries import appreciate
from tracker.acts.sitting import Sitting
from tracker.clock import Clock
from tracker.store.disk import DiskStore, open_store
from tracker.store.documents import Documents

SAVES = 7
"""Saves of each kind in one round; the round's figure is their median."""


class Sqlite:
    """The same documents in a database that survives a power cut as well: the yardstick."""

    def __init__(self, path: Path, documents: Documents | None = None) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.execute("PRAGMA synchronous = EXTRA")
        if documents is not None:
            with self._connection as connection:
                connection.execute("CREATE TABLE documents (id TEXT PRIMARY KEY, kind TEXT, body TEXT)")
                every = ((d["id"], kind, json.dumps(d)) for kind, d in _all(documents))
                connection.executemany("INSERT INTO documents VALUES (?, ?, ?)", every)

    def read(self) -> dict[str, dict[str, Any]]:
        """Every document, by kind and id."""
        tables: dict[str, dict[str, Any]] = {}
        for key, kind, body in self._connection.execute("SELECT id, kind, body FROM documents"):
            tables.setdefault(kind, {})[key] = json.loads(body)
        return tables

    def save(self, body: str) -> None:
        """One more document, safely on the disk."""
        with self._connection as connection:
            key = os.urandom(11).hex()
            connection.execute("INSERT INTO documents VALUES (?, ?, ?)", (key, "appreciations", body))

    def close(self) -> None:
        self._connection.close()


def _all(documents: Documents) -> list[tuple[str, Any]]:
    return [(kind, document) for kind in documents.tables() for document in documents.standing(kind)]


def opening(ten: Path) -> Figures:
    """Reading ten years, one after the other."""
    path = ten / "beside.sqlite"
    if not path.exists():
        Sqlite(path, _open(ten).documents).close()

    def from_sqlite() -> None:
        beside = Sqlite(path)
        beside.read()
        beside.close()

    for each in (from_sqlite, lambda: _open(ten)):  # both from warm files
        each()
    return {"opening": [_timed(lambda: _open(ten))], "opening.sqlite": [_timed(from_sqlite)]}


def saving(ten: Path, week: Path) -> Figures:
    """One note more: after ten years, in the first week, in SQLite, and the bare steps that safety costs."""
    path = ten / "beside.sqlite"
    if not path.exists():
        Sqlite(path, _open(ten).documents).close()
    beside, stores = Sqlite(path), {"ten": _open(ten), "week": _open(week)}
    writers = {name: _noter(store) for name, store in stores.items()}
    body = json.dumps(next(iter(stores["ten"].documents.standing("appreciations"))))
    month = max((p for p in ten.glob("data/*/20??-??.json")), key=lambda p: p.stat().st_mtime)
    page = month.read_bytes()
    ways: dict[str, Callable[[], object]] = {
        "saving.ten": writers["ten"],
        "saving.sqlite": lambda: beside.save(body),
        "saving.week": writers["week"],
        "saving.bare": lambda: _bare(ten / "bare.json", page),
    }
    for way in ways.values():
        way()
    taken: Figures = {name: [] for name in ways}
    for _ in range(SAVES):
        for name, way in ways.items():
            taken[name].append(_timed(way))
    beside.close()
    return {name: [median(values)] for name, values in taken.items()}


def growing(place: Path) -> Figures:
    """Opening one couple's years: time and memory for 1,000 records."""
    documents, before = 0, peak_memory(os.getpid())

    def read() -> None:
        nonlocal documents
        store = _open(place)
        documents = len(_all(store.documents))

    took = _timed(read)
    grown = peak_memory(os.getpid()) - before
    return {
        f"growing.{place.name}.time": [took / documents * 1000],
        f"growing.{place.name}.memory": [grown / documents * 1000],
        f"growing.{place.name}.records": [documents],
    }


def page(ten: Path) -> Figures:
    """The page of the running quarter as a file, from a store that was just opened: nothing is read yet."""
    documents = _open(ten).documents

    def write() -> None:
        from tracker.page.writing import write_page  # what it imports is part of what it costs

        write_page(standing(documents, Clock()), form="html")

    return {"page": [_timed(write)]}


def _open(place: Path) -> DiskStore:
    return open_store(place / "data", place / "state", Clock())


def _noter(store: DiskStore) -> Callable[[], object]:
    (couple,) = store.documents.standing("couple")
    me = couple["partners"][0]["id"]
    sitting = Sitting(store, Clock(), me)
    return lambda: sitting.do(lambda at: appreciate(at, by=me, text="The way you listened, all evening"))


def _bare(path: Path, page: bytes) -> None:
    """What no safe save of a file goes without: write, sync, rename, sync."""
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb") as file:
        file.write(page)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


WAYS: dict[str, Callable[..., Figures]] = {
    "opening": opening,
    "saving": saving,
    "growing": growing,
    "page": page,
}

if __name__ == "__main__":
    print(json.dumps(WAYS[sys.argv[1]](*map(Path, sys.argv[2:]))))
