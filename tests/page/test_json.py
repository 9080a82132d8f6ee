"""The page as JSON: its keys are a promise."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.page.hostile import HOSTILE
from tests.page.quarters import life, page, quiet
from tests.views.homes import ALEX, SAM, at
from tracker.page import as_json
from tracker.text import clean
from tracker.views.review import review_page

KEYS = (
    *("quarter", "title", "first", "last", "today", "running", "names", "month", "months", "days", "waves"),
    *("dates", "trips", "steps", "told", "told_more", "pauses", "since", "questions", "resolution"),
    *("resolution_before", "renewed_on", "scenes", "figures", "figures_on", "notes"),
)
WITHIN = {
    "days": {"day", "level", "rests"},
    "waves": {"key", "name", "cadence", "period", "said", "periods"},
    "dates": {"kind", "day", "title", "text", "by", "remarks"},
    "trips": {"kind", "day", "title", "text", "by", "remarks"},
    "steps": {"kind", "day", "title", "text", "by", "remarks"},
    "told": {"kind", "day", "title", "text", "by", "remarks"},
    "questions": {"key", "text", "answers"},
    "scenes": {"by", "text"},
    "figures": {"name", "said"},
    "notes": {"whose", "text"},
}


def read_back(*given: Any, **named: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json.render(page(*given, **named)))
    return found


def test_the_keys_are_those_that_are_named() -> None:
    found = read_back()
    assert tuple(found) == KEYS
    for key, within in WITHIN.items():
        assert found[key], key
        assert all(set(one) == within for one in found[key]), key
    assert {key for key in KEYS if f"`{key}`" not in str(as_json.__doc__)} == set()
    assert set(found["waves"][0]["periods"][0]) == {"first", "last", "state", "happened"}
    answers = [one["answers"] for one in found["questions"] if one["answers"]]
    assert answers == [[{"by": "Alex", "text": "The long way home"}, {"by": "Sam", "text": "The goose"}]]


def test_days_are_iso_text_and_what_is_not_there_is_null_or_empty() -> None:
    found = read_back()
    assert (found["first"], found["last"], found["renewed_on"]) == ("2026-10-01", "2026-12-31", "2026-11-20")
    empty = json.loads(as_json.render(review_page(at(quiet({"effort_start": None})), "2026Q4")))
    assert (empty["month"], empty["months"], empty["renewed_on"], empty["told"]) == ("", None, None, [])
    assert tuple(empty) == KEYS


def test_nobodys_id_is_in_it() -> None:
    written = as_json.render(page())
    assert ALEX not in written
    assert SAM not in written


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_come_back_as_they_were(words: str) -> None:
    assert read_back(life(words))["scenes"] == [{"by": "Alex", "text": clean(words)}]
