"""What is no export of this couple is refused, and nothing is written."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transfer.copies import (
    Home,
    bring,
    changed,
    home,
    out,
)
from tests.transfer.places import (
    do,
)
from tracker.errors import Refusal
from tracker.ids import id_text
from tracker.store.changes import Put


def test_another_couples_export_is_refused() -> None:
    other = Home()
    couple = {"partners": [{"id": id_text(7), "name": "Kim"}, {"id": id_text(8), "name": "Lee"}]}
    do(other, [Put("couple", id_text(9), couple)])
    with pytest.raises(Refusal, match="another couple"):
        bring(other, out(home()))


def test_without_a_couple_on_either_side_it_is_refused() -> None:
    text = '{"rekindle": 1, "for": "", "tables": {}}'
    with pytest.raises(Refusal, match="set it up first"):
        bring(Home(), text)
    assert bring(home(), text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "null",
        '{"rekindle": 1}',
        '{"rekindle": "1", "tables": {}}',
        '{"rekindle": 1, "tables": {"_meta": []}}',
        '{"rekindle": 1, "tables": {"moments": {}}}',
        '{"rekindle": 1, "tables": {"moments": [7]}}',
        '{"rekindle": 1, "tables": {"moments": [{}]}}',
        '{"rekindle": 1, "tables": {"a": [{"x": NaN}]}}',
        '{"rekindle": 1, "tables": {"a": [{"x": 1e999}]}}',
        '{"rekindle": 1, "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"rekindle": ' + "9" * 5_000 + ', "tables": {}}',
    ],
)
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        bring(home(), text)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "7"},
        {"id": 7},
        {"id": "../../../../../etc/pw"},
        {"_v": "9"},
        {"_v": -1},
        {"_v": 10**30},
        {"_v": True},
        {"_w": ...},
        {"recorded_at": ...},
        {"recorded_at": "then"},
        {"recorded_at": "2026-11-22T20:00:00"},
        {"day": ...},
        {"day": "2026-11-23"},
        {"day": "1899-01-01"},
        {"day": " 2026-11-01"},
        {"day": 3},
        {"removed_at": "2026-11-22T20:00:00+00:00"},
    ],
)
def test_one_unsound_record_refuses_the_whole_file_and_names_its_place(fields: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        bring(Home(), changed(**fields))
    assert "Entry 1 of moments" in refusal.value.sentence
    assert "lake" not in refusal.value.sentence


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(Refusal, match="newer Rekindle"):
        bring(home(), '{"rekindle": 2, "tables": {}}')
