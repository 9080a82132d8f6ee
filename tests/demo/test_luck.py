"""Chance that anybody can repeat."""

from __future__ import annotations

from itertools import islice

import pytest

from tracker.demo.luck import Deck, Luck


def test_the_same_strand_of_the_same_seed_is_the_same_for_ever() -> None:
    luck = Luck(1, "weather")
    drawn = [luck.whole(0, 999) for _ in range(5)], luck.mixed("abcdef"), luck.pick("xyz"), luck.chance(0.5)
    assert drawn == ([714, 772, 936, 235, 418], ["b", "a", "f", "e", "d", "c"], "x", False)


def test_strands_and_seeds_differ() -> None:
    streams = [Luck(1, "weather"), Luck(1, "notes"), Luck(2, "weather")]
    assert len({luck.random() for luck in streams}) == 3


def test_whole_numbers_reach_both_ends() -> None:
    luck = Luck(1, "ends")
    assert {luck.whole(2, 4) for _ in range(200)} == {2, 3, 4}


def test_mixing_keeps_every_thing_once() -> None:
    things = ["b", "a", "b", "c"]
    assert sorted(Luck(1, "mix").mixed(things)) == sorted(things)


def test_turns_are_fair_after_every_second_one() -> None:
    turns = list(islice(Luck(3, "turns").turns("one", "other"), 100))
    assert all({turns[place], turns[place + 1]} == {"one", "other"} for place in range(0, 100, 2))


def test_a_deck_deals_all_before_any_comes_again() -> None:
    deck = Deck.mixed(Luck(1, "deck"), range(10))
    assert sorted(deck.draw() for _ in range(10)) == list(range(10))
    assert sorted(deck.draw() for _ in range(10)) == list(range(10))


def test_a_deck_asks_for_each_round_in_its_order() -> None:
    deck = Deck(lambda number: [f"{number}{card}" for card in "ba"])
    assert [deck.draw() for _ in range(4)] == ["0b", "0a", "1b", "1a"]


def test_a_deck_skips_what_does_not_fit_and_keeps_it() -> None:
    deck = Deck.mixed(Luck(1, "fits"), range(6))
    assert sorted(deck.draw(lambda card: card % 2 == 0) for _ in range(3)) == [0, 2, 4]
    assert sorted(deck.draw() for _ in range(3)) == [1, 3, 5]


def test_a_deck_in_which_nothing_fits_says_so() -> None:
    with pytest.raises(LookupError):
        Deck.mixed(Luck(1, "none"), "abc").draw(lambda card: card == "z")
