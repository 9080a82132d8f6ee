"""What a file is, by its first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transfer.places import ALEX, NOW, loop_db, loop_zip, store_of
from tracker.errors import Refusal
from tracker.transfer.copy_out import export_copy
from tracker.transfer.rows_out import export_rows
from tracker.transfer.sniff import format_of


def test_every_format_is_told_by_its_first_bytes_whatever_the_name(tmp_path: Path) -> None:
    store = store_of()
    texts = {
        "json": export_copy(store.documents, now=NOW, viewer=ALEX),
        "csv": export_rows(store.documents, now=NOW).text,
        "harsh": "# mine\n\n2026-11-01 : Walk : y :  : 0\n",
    }
    for name, text in texts.items():
        (tmp_path / "any.txt").write_text(text, encoding="utf-8")
        assert format_of(tmp_path / "any.txt") == name
    for text in ("\ufeffDay;Ritual;by;note\r\n", '"day","ritual","by","note"\n', "\n\nday\tritual\tby\tnote"):
        (tmp_path / "any.txt").write_text(text, encoding="utf-8")
        assert format_of(tmp_path / "any.txt") == "csv"
    assert format_of(loop_db(tmp_path / "a", [], [])) == "loop-db"
    assert format_of(loop_zip(tmp_path / "b", {"Habits.csv": ""})) == "loop-csv"
    assert format_of(tmp_path) == format_of(tmp_path / "log") == format_of(tmp_path / "habits") == "harsh"


def test_what_cannot_be_told_is_refused_with_what_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)))
    with pytest.raises(Refusal, match="--format json, csv, loop-db, loop-csv, harsh"):
        format_of(tmp_path / "a")
    with pytest.raises(Refusal, match="cannot be read"):
        format_of(tmp_path / "absent")
