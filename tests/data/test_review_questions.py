"""The questions of a review: enough, short, kind, no two alike, and the same on every machine."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

import data
from tracker.content_review import MIDDLE, question, questions_of, review_questions
from tracker.likeness import shared, telling

FILE = Path(data.__path__[0], "review_questions.json")
LONGEST = 84
QUARTERS = [f"{year}Q{part}" for year in range(2020, 2040) for part in range(1, 5)]
DEMANDING = re.compile(
    r"\b(why|should|must|have to|blame|fault|worst|fail\w*|always|never|rate|how many)\b", re.IGNORECASE
)
AMERICAN = re.compile(r"\b(color\w*|favorite|neighbor\w*|vacation|movie|gotten|\w+ize[sd]?)\b", re.IGNORECASE)


def test_there_are_enough_for_years() -> None:
    assert len(review_questions()) >= 20
    places = Counter(one.place for one in review_questions())
    assert set(places) == {"first", "middle", "last"}
    assert all(count >= 2 for count in places.values()), places


def test_one_question_a_line_so_that_changes_read_well() -> None:
    opening, *rows, closing = FILE.read_text(encoding="utf-8").splitlines()
    assert (opening, closing) == ("[", "]")
    assert [json.loads(row.rstrip(","))["key"] for row in rows] == [one.key for one in review_questions()]


def test_keys_are_unique_and_plain() -> None:
    keys = [one.key for one in review_questions()]
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []


def test_each_is_one_short_question_that_demands_nothing() -> None:
    for one in review_questions():
        assert len(one.text) <= LONGEST, one.text
        assert re.fullmatch(r"[A-Z].*\?", one.text), one.text
        assert one.text.count("?") == 1
        assert not DEMANDING.search(one.text), one.text
        assert not AMERICAN.search(one.text), one.text


def test_no_two_ask_the_same() -> None:
    words = {one.key: telling(one.text) for one in review_questions()}
    alike = [
        (one, other)
        for one, other in combinations(words, 2)
        if words[one] and shared(words[one], words[other]) * 2 > len(words[one])
    ]
    assert alike == []


@pytest.mark.parametrize("quarter", QUARTERS[:8])
def test_an_evening_opens_goes_on_and_closes(quarter: str) -> None:
    places = [one.place for one in questions_of(quarter)]
    assert places == ["first", *["middle"] * MIDDLE, "last"]
    assert len({one.key for one in questions_of(quarter)}) == MIDDLE + 2
    assert questions_of(quarter) == questions_of(quarter)


def test_every_question_has_its_turn_and_evenings_differ() -> None:
    asked = {one.key for quarter in QUARTERS for one in questions_of(quarter)}
    assert asked == {one.key for one in review_questions()}
    assert len({questions_of(quarter) for quarter in QUARTERS}) == len(QUARTERS)


def test_a_question_is_found_by_its_key() -> None:
    for one in review_questions():
        assert question(one.key) is one
    assert question("gone-long-ago") is None
