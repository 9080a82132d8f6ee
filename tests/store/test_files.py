"""What stands on the disk: plain TinyDB files, which carry through what this version does not know."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.store.things import (
    ALEX,
    NOW,
    SAM,
    an_id,
    everything,
    kinds,
    moment,
    month_path,
    notes,
    open_as,
    tables_in,
    write,
)
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import BringBack, Edit, Put, Remove
from tracker.store.codec import encode
from tracker.store.disk import DiskStore


def test_a_moment_goes_to_the_month_of_its_day_and_all_else_to_the_month_it_was_recorded(root: Path) -> None:
    store = open_as(root)
    store.write(
        lambda _: [
            moment(1, day="2019-02-28"),
            Put("appreciations", an_id(2), {"day": "2026-10-31", "text": "x"}),
            Put("weather", an_id(3), {"day": "2026-09-01"}),
            Put("plans", an_id(4), {"day": "2026-01-01", "start": "2027-01-01"}),
            Put("goals", an_id(5), {"recorded_at": "2025-06-30T23:30:00-02:00"}),
        ]
    )
    found = {path.name: {*tables_in(path)} - {"_meta"} for path in (root / ALEX).glob("*.json")}
    assert found == {
        "2019-02.json": {"moments"},
        "2026-10.json": {"appreciations"},
        "2026-09.json": {"weather"},
        "2026-11.json": {"plans"},
        "2025-07.json": {"goals"},
    }


def test_a_document_keeps_its_first_file_whatever_day_it_gets(root: Path) -> None:
    store = open_as(root)
    write(store, moment(1, day="2026-10-30"))
    write(store, Edit("moments", an_id(1), {"day": "2026-11-02"}))
    assert [path.name for path in (root / ALEX).glob("*.json")] == ["2026-10.json"]


def test_each_file_opens_with_plain_tinydb_and_its_doc_ids_are_the_ids(root: Path) -> None:
    store = open_as(root)
    small = "0000000000000000000012"
    write(store, moment(1, note="schön 🌿"), Put("moments", small, {"day": "2026-11-01"}))
    with TinyDB(month_path(root)) as database:
        documents = database.table("moments").all()
        assert {document.doc_id for document in documents} == {int(an_id(1)), 12}
        assert all(int(document["id"]) == document.doc_id for document in documents)
        assert database.table("_meta").get(doc_id=1) is not None
    assert notes(open_as(root)) == {an_id(1): "schön 🌿", small: ""}


def test_what_plain_tinydb_wrote_is_read_again(root: Path) -> None:
    write(open_as(root), moment(1), moment(2))
    with TinyDB(month_path(root), indent=1) as database:
        database.table("moments").update({"note": "by TinyDB"}, doc_ids=[int(an_id(1))])
    assert notes(open_as(root)) == {an_id(1): "by TinyDB", an_id(2): "a walk"}


def test_the_checksum_is_first_and_over_the_canonical_json_of_all_other_tables(root: Path) -> None:
    write(open_as(root), moment(1), Put("plans", an_id(2), {"title": "a, b: {c}"}))
    raw = month_path(root).read_bytes()
    tables = json.loads(raw)
    assert next(iter(tables)) == "_meta"
    meta = tables.pop("_meta")["1"]
    canonical = json.dumps(tables, sort_keys=True, separators=(",", ":"))
    assert meta == {"schema": 1, "sha256": hashlib.sha256(canonical.encode()).hexdigest()}
    assert raw.endswith(canonical[1:].encode())


def test_the_same_documents_make_the_same_bytes_in_whatever_order_they_came(tmp_path: Path) -> None:
    puts = [moment(number) for number in (3, 1, 2)]
    open_as(tmp_path / "1").write(lambda _: puts)
    open_as(tmp_path / "2").write(lambda _: puts[::-1])
    assert month_path(tmp_path / "1").read_bytes() == month_path(tmp_path / "2").read_bytes()
    assert [*tables_in(month_path(tmp_path / "1"))["moments"]] == [an_id(1), an_id(2), an_id(3)]


def test_the_bytes_are_those_of_the_documents_whatever_was_changed_before_in_the_same_sitting(
    root: Path, clock: FixedClock
) -> None:
    store = open_as(root, ALEX, clock)
    for change in (
        moment(5),
        moment(7),
        moment(6),
        Edit("moments", an_id(5), {"note": "b"}),
        Remove("moments", an_id(7)),
        moment(1),
        Put("plans", an_id(9), {}),
        moment(8),
    ):
        write(store, change)
        tables = tables_in(month_path(root))
        del tables["_meta"]
        assert month_path(root).read_bytes() == encode(tables, {})
        assert everything(open_as(root).documents) == everything(store.documents)
    clock.move_to(NOW + timedelta(days=40))
    write(store, moment(10))
    tables = tables_in(month_path(root))
    assert {*tables["moments"][an_id(7)]} == {"id", "_v", "_w"}
    del tables["_meta"]
    assert month_path(root).read_bytes() == encode(tables, {})


def test_a_file_that_was_only_indented_anew_is_not_an_edit(root: Path) -> None:
    write(open_as(root), moment(1))
    path = month_path(root)
    path.write_text(json.dumps(tables_in(path), indent=2, ensure_ascii=False) + "\n")
    store = open_as(root)
    assert kinds(store) == []
    assert notes(store) == {an_id(1): "a walk"}


def test_unknown_fields_and_tables_and_entries_are_carried_through(root: Path) -> None:
    open_as(root).write(
        lambda _: [moment(1, mood={"later": [1, 2]}), Put("letters", an_id(2), {"to": "Sam"})]
    )
    path = month_path(root)
    tables = tables_in(path)
    tables["_default"] = {"1": {"not": "ours"}}
    tables["moments"] |= {"7": "no document", "8": {"id": "junk"}, "what": {"id": an_id(9)}}
    path.write_text(json.dumps(tables))
    store = open_as(root)
    assert "unreadable" in kinds(store)
    assert notes(store) == {an_id(1): "a walk"}
    store.write(
        lambda _: [Edit("moments", an_id(1), {"note": "b"}), Edit("letters", an_id(2), {"to": "Alex"})]
    )
    after = tables_in(path)
    assert after["_default"] == tables["_default"]
    assert {key: after["moments"][key] for key in ("7", "8", "what")} == {
        key: tables["moments"][key] for key in ("7", "8", "what")
    }
    assert after["moments"][an_id(1)]["mood"] == {"later": [1, 2]}
    again = open_as(root)
    assert (again.documents.get("letters", an_id(2)) or {})["to"] == "Alex"


@pytest.mark.parametrize(
    "document",
    [
        {"id": an_id(2), "_v": "7", "_w": ALEX},
        {"id": an_id(2), "_v": True, "_w": ALEX},
        {"id": an_id(2), "_v": 1, "_w": 3},
        {"id": an_id(3), "_v": 1, "_w": ALEX},
        {"id": int(an_id(2)), "_v": 1, "_w": ALEX},
        {"_v": 1, "_w": ALEX},
        [],
        None,
    ],
)
def test_an_entry_that_is_no_document_is_left_out_and_said(root: Path, document: object) -> None:
    write(open_as(root), moment(1))
    path = month_path(root)
    tables = tables_in(path)
    tables["moments"][an_id(2)] = document
    path.write_text(json.dumps(tables))
    store = open_as(root)
    assert [key for _, key in everything(store.documents)] == [an_id(1)]
    assert "unreadable" in kinds(store)
    assert tables_in(path)["moments"][an_id(2)] == document


def test_a_doc_id_with_zeros_before_it_is_none(root: Path) -> None:
    small = "0000000000000000000012"
    write(open_as(root), moment(1))
    path = month_path(root)
    tables = tables_in(path)
    tables["moments"] = {small: {"id": small, "_v": 1, "_w": ALEX, "recorded_at": "x"}}
    path.write_text(json.dumps(tables))
    store = open_as(root)
    assert everything(store.documents) == {}
    assert "unreadable" in kinds(store)


def test_numbers_that_json_has_no_word_for_never_stop_a_later_save(root: Path) -> None:
    write(open_as(root), moment(1, level=3))
    path = month_path(root)
    path.write_text(path.read_text().replace('"level":3', '"level":NaN,"more":1e999'))
    store = open_as(root)
    write(store, moment(2))
    document = open_as(root).documents.get("moments", an_id(1)) or {}
    assert (document["level"], document["more"]) == (None, None)


def test_control_characters_in_a_file_are_not_shown(root: Path) -> None:
    write(open_as(root), moment(1, note="NOTE"))
    path = month_path(root)
    path.write_text(path.read_text().replace("NOTE", r"a\u001b[2J\u009b\tb" + "\x7f\x9d" + r"\ud800"))
    document = open_as(root).documents.get("moments", an_id(1)) or {}
    assert document["note"] == "a[2J b\ufffd"


def test_an_edit_of_another_writers_document_goes_to_my_file_of_the_same_month(root: Path) -> None:
    write(open_as(root, SAM), moment(1, day="2025-03-04"))
    before = month_path(root, SAM, "2025-03").read_bytes()
    store = open_as(root)
    write(store, Edit("moments", an_id(1), {"note": "by Alex", "day": "2025-05-05"}))
    write(store, Remove("moments", an_id(1)))
    write(store, BringBack("moments", an_id(1)))
    assert [path.name for path in (root / ALEX).glob("*.json")] == ["2025-03.json"]
    assert month_path(root, SAM, "2025-03").read_bytes() == before
    assert notes(open_as(root, SAM)) == {an_id(1): "by Alex"}


def test_a_store_for_reading_writes_nothing_at_all(root: Path, clock: FixedClock) -> None:
    write(open_as(root), moment(1))
    month_path(root).write_text("{")
    before = sorted((path, path.stat().st_mtime_ns) for path in root.rglob("*"))
    for verify in (True, False):
        store = DiskStore.open(root, clock, writer=ALEX, read_only=True, verify=verify)
        store.refresh()
        assert not store.writable
        with pytest.raises(Refusal, match="reading only"):
            write(store, moment(2))
    assert sorted((path, path.stat().st_mtime_ns) for path in root.rglob("*")) == before


def test_a_first_write_that_is_refused_makes_no_folder(root: Path) -> None:
    with pytest.raises(Refusal):
        write(open_as(root), Remove("moments", an_id(1)))
    assert not root.exists()


@pytest.mark.parametrize("name", ["../alex-7f3a", ".alex-7f3a", "a/b", "/tmp/x"])
def test_a_writers_name_stays_in_the_folder(root: Path, clock: FixedClock, name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a writer"):
        DiskStore.open(root, clock, writer=name)


def test_a_data_folder_may_itself_be_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    root.symlink_to(tmp_path / "synced")
    write(open_as(root), moment(1))
    assert {*notes(open_as(tmp_path / "synced"))} == {an_id(1)}


def test_a_folder_that_is_not_there_is_empty_and_not_made_by_looking(root: Path, clock: FixedClock) -> None:
    store = DiskStore.open(root, clock, writer=ALEX)
    assert everything(store.documents) == {}
    assert not store.refresh()
    assert store.writable
    assert not root.exists()
