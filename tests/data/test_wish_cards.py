"""The wish cards are enough, varied, concrete and short, and the deck can be looked through."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import data
from tracker.acts.common import LONGEST_NAME
from tracker.content_wishes import WishCard, WishCards, wish_cards

FILE = Path(data.__path__[0], "wish_cards.json")
ASSUMING = re.compile(
    r"\b(husband|wife|girlfriend|boyfriend|married|marriage|your (house|car|children|kids|job|parents)|"
    r"he|she|his|her|him|jog|lose weight|diet|wine|pub)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(color\w*|favorite|neighbor\w*|gray|center|theater|vacation|apartment|yard|sidewalk|movie|cookie|"
    r"\w+(?<!s)ize[sd]?|gotten|trash|mom)\b",
    re.IGNORECASE,
)
PUSHY = re.compile(r"\b(have to|you should|you must|finally|at last|simply|obviously)\b", re.IGNORECASE)
EVERYDAY = frozenset(
    ("choose", "write", "three", "other", "every", "years", "their", "where", "which", "with", "each", "what")
)
OPENINGS = 5
"""How many cards may open a line with the same two words."""


def lines(card: WishCard) -> tuple[str, str, str]:
    return card.title, card.why, card.first_step


def telling(card: WishCard) -> frozenset[str]:
    """The longer words of a card: those that say what it is about."""
    return frozenset(re.findall(r"[a-zé]{4,}", " ".join(lines(card)).lower())) - EVERYDAY


def test_there_are_at_least_eighty() -> None:
    assert len(wish_cards()) >= 80


def test_one_card_a_line_so_that_changes_read_well() -> None:
    opening, *rows, closing = FILE.read_text(encoding="utf-8").splitlines()
    assert (opening, closing) == ("[", "]")
    assert [json.loads(row.rstrip(","))["key"] for row in rows] == [card.key for card in wish_cards()]


def test_keys_are_unique_and_plain() -> None:
    keys = Counter(card.key for card in wish_cards())
    assert [key for key, times in keys.items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []


def test_titles_are_told_apart_without_case() -> None:
    titles = Counter(card.title.casefold() for card in wish_cards())
    assert [title for title, times in titles.items() if times > 1] == []


def test_a_card_fits_a_narrow_screen() -> None:
    assert [card.title for card in wish_cards() if not 6 <= len(card.title) <= 40] == []
    assert [card.why for card in wish_cards() if not 18 <= len(card.why) <= 76] == []
    assert [card.first_step for card in wish_cards() if not 18 <= len(card.first_step) <= 76] == []


def test_every_first_step_can_be_a_milestone() -> None:
    assert [card.step for card in wish_cards() if len(card.step) > LONGEST_NAME or card.step[-1] == "."] == []


def test_sentences_end_and_titles_do_not() -> None:
    for card in wish_cards():
        assert card.title[0].isupper() and card.title[-1] not in ".!?"
        for sentence in (card.why, card.first_step):
            assert sentence[0].isupper() and sentence[-1] in ".?!"


def test_no_side_of_life_takes_over_and_none_is_a_token() -> None:
    themes = Counter(card.theme for card in wish_cards())
    assert len(themes) >= 10
    assert max(themes.values()) <= len(wish_cards()) / 6
    assert min(themes.values()) >= 4


def test_no_two_cards_are_alike() -> None:
    alike = [
        (one.key, two.key)
        for one, two in combinations(wish_cards(), 2)
        if len(telling(one) & telling(two)) >= 0.4 * min(len(telling(one)), len(telling(two)))
    ]
    assert alike == []


def test_no_opening_becomes_a_formula() -> None:
    for written in zip(*(lines(card) for card in wish_cards()), strict=True):
        openings = Counter(" ".join(line.split()[:2]) for line in written)
        assert [opening for opening, times in openings.items() if times > OPENINGS] == []


def test_nothing_is_assumed_of_the_two() -> None:
    said = [line for card in wish_cards() for line in lines(card)]
    assert [line for line in said if ASSUMING.search(line)] == []


def test_british_spelling() -> None:
    said = [line for card in wish_cards() for line in lines(card)]
    assert [line for line in said if AMERICAN.search(line)] == []


def test_no_card_presses() -> None:
    said = [line for card in wish_cards() for line in lines(card)]
    assert [line for line in said if PUSHY.search(line)] == []


def test_the_deck_finds_by_key_title_side_and_words() -> None:
    deck = wish_cards()
    choir = deck.get("choir")
    assert choir is not None
    assert deck.titled("  SING in a   choir ") is choir
    assert deck.get("no-such-card") is None
    assert deck.titled("no such card") is None
    assert {card.theme for card in deck.about("music")} == {"music"}
    assert [card.key for card in deck.about(words="REHEARSAL breathing")] == ["choir"]
    assert [card.key for card in deck.about("garden", "rehearsal")] == []
    assert deck.themes()[0] == "garden"


def test_mixing_keeps_every_card_and_is_the_same_for_the_same_seed() -> None:
    deck = wish_cards()
    once, again, other = (
        [card.key for card in cards] for cards in (deck.mixed("a"), deck.mixed("a"), deck.mixed("b"))
    )
    assert once == again != other
    assert sorted(once) == sorted(other) == sorted(card.key for card in deck)
    assert isinstance(deck.mixed("a"), WishCards)
