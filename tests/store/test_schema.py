"""Files of an older and of a newer schema."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.store.things import ALEX, SAM, an_id, kinds, moment, month_path, notes, open_as, tables_in, write
from tracker.errors import Refusal
from tracker.store.schema import migrated


def test_a_newer_schema_is_shown_and_nothing_is_written_anywhere(root: Path) -> None:
    write(open_as(root), moment(1))
    store = open_as(root, SAM)
    path = month_path(root)
    path.write_text(path.read_text().replace('"schema":1', '"schema":2'))
    os.utime(root / ALEX, (1, 1))
    before = store.writable
    with pytest.raises(Refusal, match="newer Rekindle"):
        write(store, moment(2))
    assert (before, store.writable) == (True, False)
    assert kinds(store) == ["newer"]
    assert notes(open_as(root)) == {an_id(1): "a walk"}
    assert not (root / SAM / "2026-11.json").exists()


def test_older_tables_go_through_each_step_and_a_newer_schema_through_none() -> None:
    steps = {
        1: lambda tables: {**tables, "steps": {"1": {}}},
        2: lambda tables: {**tables, "steps": {**tables["steps"], "2": {}}},
    }
    assert migrated({}, 1, steps, 3) == {"steps": {"1": {}, "2": {}}}
    assert migrated({"steps": {}}, 2, steps, 3) == {"steps": {"2": {}}}
    assert migrated({}, 3, steps, 3) == {}
    assert migrated({}, 9, steps, 3) == {}


def test_an_older_file_is_backed_up_before_it_is_written_in_todays_schema(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(open_as(root), moment(1))
    path = month_path(root)
    write(open_as(root), moment(2))
    before = path.read_bytes()
    for module in ("codec", "schema", "saving", "present"):
        monkeypatch.setattr(f"tracker.store.{module}.SCHEMA", 2)
    monkeypatch.setattr("tracker.store.schema.migrated.__defaults__", ({1: _with_mood}, 2))
    store = open_as(root)
    assert (store.documents.get("moments", an_id(1)) or {})["mood"] == "new"
    assert path.read_bytes() == before
    write(store, moment(3))
    assert tables_in(path)["_meta"]["1"]["schema"] == 2
    assert (root / ALEX / "backups" / "2026-11.2026-11-22-schema-1.json").read_bytes() == before


def _with_mood(tables: dict[str, dict[str, dict[str, object]]]) -> dict[str, dict[str, dict[str, object]]]:
    return {
        name: {key: {**doc, "mood": "new"} for key, doc in table.items()} for name, table in tables.items()
    }
