"""The question deck is enough, varied, short, kind and well tagged, and can be dealt."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

import data
from tests.data.test_wish_cards import AMERICAN, PUSHY
from tracker.content import article
from tracker.content_talk import DEPTHS, Question, Questions, talk_questions
from tracker.likeness import shared, telling

FILE = Path(data.__path__[0], "talk_questions.json")
ASSUMING = re.compile(
    r"\b(husband|wife|girlfriend|boyfriend|spouse|married|marriage|wedding|our (children|kids|house|car)|"
    r"your (boss|parents|mother|father)|he|she|his|her|him|sex|beaut\w*|handsome|weight|fat|slim)\b",
    re.IGNORECASE,
)
GRADING = re.compile(
    r"\b(out of ten|rate|rank|mark|better than|fault|blame|you (always|never))\b", re.IGNORECASE
)
DECK = talk_questions()


def test_there_are_enough_in_each_depth() -> None:
    assert len(DECK) >= 72
    assert min(Counter(question.depth for question in DECK).values()) >= 24
    assert [depth for depth in DEPTHS if not len(DECK.of(depth))] == []


def test_one_question_a_line_so_that_changes_read_well() -> None:
    opening, *rows, closing = FILE.read_text(encoding="utf-8").splitlines()
    assert (opening, closing) == ("[", "]")
    assert [json.loads(row.rstrip(","))["key"] for row in rows] == [question.key for question in DECK]


def test_keys_are_unique_and_plain() -> None:
    keys = Counter(question.key for question in DECK)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []


def test_each_is_one_question_that_can_be_read_across_a_table() -> None:
    for question in DECK:
        assert 25 <= len(question.text) <= 96, question.key
        assert question.text[0].isupper(), question.key
        assert question.text.endswith("?"), question.key
        assert question.text.count("?") == 1, question.key


def test_tags_are_known_and_each_only_once() -> None:
    practices = {practice.key for practice in article().practices}
    reasons = {reason.key for reason in article().reasons}
    for question in DECK:
        assert question.practices, question.key
        assert set(question.practices) <= practices, question.key
        assert set(question.reasons) <= reasons, question.key
        assert len(set(question.practices)) == len(question.practices)
        assert len(set(question.reasons)) == len(question.reasons)


def test_every_practice_and_every_reason_has_its_questions() -> None:
    by_practice = Counter(practice for question in DECK for practice in question.practices)
    by_reason = Counter(reason for question in DECK for reason in question.reasons)
    assert [each.key for each in article().practices if by_practice[each.key] < 5] == []
    assert [each.key for each in article().reasons if by_reason[each.key] < 8] == []


def test_no_two_are_alike() -> None:
    words = {question.key: telling(question.text) for question in DECK}
    alike = [
        (one.key, two.key)
        for one, two in combinations(DECK, 2)
        if shared(words[one.key], words[two.key]) > 0.5 * min(len(words[one.key]), len(words[two.key]))
    ]
    assert alike == []


def test_no_opening_becomes_a_formula() -> None:
    openings = Counter(" ".join(question.text.split()[:3]) for question in DECK)
    assert [opening for opening, times in openings.items() if times > 5] == []


@pytest.mark.parametrize("wrong", [ASSUMING, AMERICAN, PUSHY], ids=["assuming", "american", "pushy"])
def test_nothing_is_assumed_spelt_or_pressed_wrongly(wrong: re.Pattern[str]) -> None:
    assert [question.text for question in DECK if wrong.search(question.text)] == []


def test_no_question_asks_for_a_verdict_on_the_other() -> None:
    assert [question.text for question in DECK if GRADING.search(question.text)] == []


def test_what_serves_hurt_trust_speaks_of_no_touch() -> None:
    touch = re.compile(r"\b(touch|kiss|skin|body|held|flirt)\b", re.IGNORECASE)
    assert [q.key for q in DECK if "infidelity" in q.reasons and touch.search(q.text)] == []


def test_the_deck_is_chosen_from_by_depth_and_reason() -> None:
    assert {question.depth for question in DECK.of("deep")} == {"deep"}
    hurt = DECK.of(reasons=["infidelity"])
    assert 0 < len(hurt) < len(DECK)
    assert all("infidelity" in question.reasons for question in hurt)
    assert len(DECK.of("light", ["moonlight"])) == 0


def test_mixing_deals_every_question_once_and_the_same_for_the_same_seed() -> None:
    once, again, other = ([q.key for q in DECK.mixed(seed)] for seed in ("a", "a", "b"))
    assert once == again != other
    assert sorted(once) == sorted(other) == sorted(q.key for q in DECK)


def test_after_the_last_comes_the_first() -> None:
    deep = DECK.of("deep")
    assert deep.at(0) == deep.at(len(deep)) != deep.at(1)
    assert isinstance(deep.at(-1), Question)
    with pytest.raises(IndexError):
        Questions(()).at(0)
