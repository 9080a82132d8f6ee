"""The idea decks: concrete, kind, varied, well tagged; and every way of looking at one does what it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import data
from tracker import ideas as module
from tracker.content import INFIDELITY, article
from tracker.ideas import (
    COSTS,
    SAID,
    Children,
    DateIdea,
    DateIdeas,
    DateLength,
    Energy,
    Idea,
    Novelty,
    Place,
    Season,
    TripIdea,
    TripIdeas,
    TripKind,
    TripLength,
)
from tracker.likeness import shared, telling

FOLDER = Path(data.__path__[0])
DATES, TRIPS = DateIdeas.load(), TripIdeas.load()
ALL: tuple[Idea, ...] = (*DATES, *TRIPS)
decks = pytest.mark.parametrize("deck", [DATES, TRIPS], ids=["dates", "trips"])
Deck = DateIdeas | TripIdeas


def keys(deck: Deck) -> list[str]:
    return [idea.key for idea in deck]


def an_idea(key: str = "fly", title: str = "Fly a kite", how: str = "Find wind.", **tags: object) -> DateIdea:
    plain: dict[str, object] = {
        "cost": "low",
        "places": ("outdoors",),
        "energy": "low",
        "length": "hour",
        "season": "any",
        "children": "either",
        "novelty": "new",
        "practice": "quality-time",
        "reasons": (),
    }
    return msgspec.convert(plain | {"key": key, "title": title, "how": how} | tags, DateIdea)


# ── What they say ──


def test_there_is_an_idea_for_every_week_of_three_years_and_every_month_of_five() -> None:
    assert len(DATES) >= 150
    assert len(TRIPS) >= 60


@pytest.mark.parametrize("name", ["date_ideas.json", "trip_ideas.json"])
def test_one_idea_a_line_so_that_changes_read_well(name: str) -> None:
    opening, *rows, closing = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert (opening, closing) == ("[", "]")
    deck: Deck = DATES if name.startswith("date") else TRIPS
    assert [json.loads(row.rstrip(","))["key"] for row in rows] == keys(deck)


def test_keys_are_unique_and_plain() -> None:
    assert [key for key, times in Counter(idea.key for idea in ALL).items() if times > 1] == []
    assert [idea.key for idea in ALL if not re.fullmatch(r"[a-z]+(-[a-z]+)*", idea.key)] == []


def test_titles_are_unique_and_fit_a_line() -> None:
    assert len({idea.title.casefold() for idea in ALL}) == len(ALL)
    assert [idea.title for idea in ALL if not 8 <= len(idea.title) <= 48 or idea.title.endswith(".")] == []


def test_every_idea_says_how_in_whole_sentences_and_few_words() -> None:
    said = re.compile(r"[A-Z].{30,158}[.!?]")
    assert [idea.key for idea in ALL if not said.fullmatch(idea.how)] == []


@decks
def test_no_two_ideas_are_alike(deck: Deck) -> None:
    for one, two in combinations(deck, 2):
        ours, theirs = telling(f"{one.title} {one.how}"), telling(f"{two.title} {two.how}")
        assert len(ours & theirs) / len(ours | theirs) < 0.25, (one.key, two.key)
        assert shared(telling(one.title), telling(two.title)) < 2, (one.key, two.key)


@decks
def test_no_opening_becomes_a_formula(deck: Deck) -> None:
    openings = Counter(" ".join(idea.how.split()[:2]) for idea in deck)
    assert [opening for opening, times in openings.items() if times > len(deck) / 20] == []


def test_the_spelling_is_british() -> None:
    american = re.compile(
        r"\b(color|favorite|neighbor\w*|center|theater|gray|cozy|traveling|movie|cookie|vacation|fall|sidewalk"
        r"|apartment|soccer|candy|mom|\w+iz(e|ed|ing))\b",
        re.IGNORECASE,
    )
    spared = {"autumn-woods", "blossom", "sleeper"}  # where something does fall, or somebody asleep
    assert [i.key for i in ALL if american.search(f"{i.title} {i.how}") and i.key not in spared] == []


def test_no_brand_no_drink_needed_and_no_body_rated() -> None:
    unwelcome = re.compile(
        r"\b(netflix|youtube|spotify|google|instagram|whatsapp|airbnb|ikea|wine|beer|cocktail|whisky|drunk"
        r"|sexy|slim|weight|diet|calories|handsome|beautiful)\b",
        re.IGNORECASE,
    )
    assert [idea.key for idea in ALL if unwelcome.search(f"{idea.title} {idea.how}")] == []


def test_neither_is_he_or_she_nor_husband_or_wife() -> None:
    gendered = re.compile(r"\b(he|she|him|his|her|husband|wife|boyfriend|girlfriend|man|woman)\b", re.I)
    assert [idea.key for idea in ALL if gendered.search(f"{idea.title} {idea.how}")] == []


# ── How they are tagged ──


def test_practices_and_reasons_are_the_articles() -> None:
    source = article()
    assert {idea.practice for idea in ALL} <= {practice.key for practice in source.practices}
    assert {key for idea in ALL for key in idea.reasons} <= {reason.key for reason in source.reasons}
    assert [i.key for i in ALL if not i.reasons or len(set(i.reasons)) < len(i.reasons)] == []
    assert [i.key for i in ALL if not i.places or len(set(i.places)) < len(i.places)] == []


def test_every_practice_and_every_reason_has_its_dates() -> None:
    by_practice = Counter(idea.practice for idea in DATES)
    assert [each.key for each in article().practices if by_practice[each.key] < 3] == []
    for deck, least in ((DATES, 12), (TRIPS, 5)):
        by_reason = Counter(key for idea in deck for key in idea.reasons)
        assert [each.key for each in article().reasons if by_reason[each.key] < least] == []


def test_whoever_you_are_there_is_a_choice() -> None:
    for cost in COSTS:
        assert sum(idea.cost == cost for idea in DATES) >= 4
    for energy in get_args(Energy):
        assert len(DATES.filter(energy=energy)) >= 15
    for season in get_args(Season)[1:]:
        assert sum(idea.season == season for idea in DATES) >= 6
        assert sum(idea.season == season for idea in TRIPS) >= 3
    for length in get_args(DateLength):
        assert len(DATES.filter(length=length)) >= 7
    for place in get_args(Place):
        assert len(DATES.filter(place=place)) >= 40
    assert len(DATES.filter(cost="free", place="home", energy="low", children="with")) >= 10
    assert len(TRIPS.filter(children="with")) >= 30
    assert len(TRIPS.filter(cost="low")) >= 25


def test_every_kind_of_trip_has_ideas_and_its_nights() -> None:
    for kind in get_args(TripKind):
        assert len(TRIPS.of_kind(kind)) >= 15
    assert {idea.nights for idea in TRIPS.of_kind("micro")} == {0}
    assert {idea.nights for idea in TRIPS.of_kind("night-at-home")} == {1}
    assert {idea.nights for idea in TRIPS.of_kind("weekend")} == {1, 2, 3}
    assert [i.key for i in TRIPS.of_kind("night-at-home") if "home" not in i.places] == []


def test_romance_is_marked_and_never_said_to_help_hurt_trust() -> None:
    plain = re.compile(r"\b(kiss\w*|massage|in bed|bath|dance lesson|slow dance|holding hands|naked)\b", re.I)
    unmarked = [i.key for i in ALL if plain.search(f"{i.title} {i.how}") and not i.romance]
    # A steam bath, and the children's bedtime.
    assert unmarked == ["sauna-steam", "their-game"]
    assert [i.key for i in ALL if i.romance and INFIDELITY in i.reasons] == []
    assert sum(i.romance for i in DATES) >= 5


def test_every_tag_can_be_said() -> None:
    for names, tag in (
        (COSTS, "cost"),
        (get_args(Place), "place"),
        (get_args(Energy), "energy"),
        ((*get_args(DateLength), *get_args(TripLength)), "length"),
        (get_args(Novelty), "novelty"),
        (get_args(TripKind), "kind"),
    ):
        assert set(names) == set(SAID[tag])
    assert set(get_args(Season)) - set(SAID["season"]) == {"any"}
    assert set(get_args(Children)) - set(SAID["children"]) == {"either"}
    assert an_idea(season="winter", places=("home", "indoors")).tags() == (
        "low cost",
        "at home or out, indoors",
        "an hour",
        "gentle",
        "winter",
    )
    assert an_idea(places=("home", "indoors", "outdoors")).where() == "anywhere"
    assert an_idea(places=("indoors", "outdoors")).where() == "out and about"
    assert max(len(" · ".join(idea.tags())) for idea in ALL) <= 80


def test_a_misspelt_tag_is_found_when_the_deck_is_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        an_idea(season="monsoon")
    with pytest.raises(msgspec.ValidationError):
        an_idea(mood="blue")


# ── What a couple does with a deck ──


def test_nothing_asked_is_everything_shown() -> None:
    assert keys(DATES.filter()) == keys(DATES)
    assert DATES.filter().count_text() == f"{len(DATES)} ideas"


def test_cost_is_the_most_it_may_cost() -> None:
    assert {idea.cost for idea in DATES.filter(cost="low")} == {"free", "low"}
    assert keys(DATES.filter(cost="high")) == keys(DATES)


def test_an_idea_that_sets_no_limit_fits_every_wish() -> None:
    deck = DateIdeas([an_idea("a", season="any"), an_idea("b", season="winter", children="with")])
    assert keys(deck.filter(season="winter")) == ["a", "b"]
    assert keys(deck.filter(season="summer")) == ["a"]
    assert keys(deck.filter(children="with")) == ["a", "b"]
    assert keys(deck.filter(children="without")) == ["a"]


def test_one_of_several_places_is_enough() -> None:
    deck = DateIdeas([an_idea("a", places=("home", "outdoors")), an_idea("b", places=("indoors",))])
    assert keys(deck.filter(place="home")) == ["a"]
    assert keys(deck.filter(place="indoors")) == ["b"]


def test_each_wish_finds_its_own_alone() -> None:
    plain = an_idea("plain")
    wanted = (
        an_idea("lively", energy="high"),
        an_idea("long", length="evening"),
        an_idea("known", novelty="familiar"),
        an_idea("talking", practice="talk"),
        an_idea("tagged", reasons=("boredom",)),
    )
    deck = DateIdeas([plain, *wanted])
    assert keys(deck.filter(energy="high")) == ["lively"]
    assert keys(deck.filter(length="evening")) == ["long"]
    assert keys(deck.filter(novelty="familiar")) == ["known"]
    assert keys(deck.filter(practice="talk")) == ["talking"]
    assert keys(deck.filter(reason="boredom")) == ["tagged"]
    assert keys(deck.filter(energy="high", length="evening")) == []


def test_words_begin_words_of_the_idea_or_of_its_tags() -> None:
    deck = DateIdeas([an_idea("tea", "Tea for two"), an_idea("steam", "A steam bath", season="winter")])
    assert keys(deck.filter(words="TEA")) == ["tea"]
    assert keys(deck.filter(words="win ste")) == ["steam"]
    assert keys(deck.filter(words="tea winter")) == []
    assert keys(deck.filter(words="  [/] ")) == ["tea", "steam"]
    assert "matinee" in keys(DATES.filter(words="two o'clock"))


def test_the_deck_says_how_many_are_left() -> None:
    assert DATES.filter(words="crossword").count_text() == f"1 of {len(DATES)} ideas"
    assert DATES.filter(words="xylophone").count_text() == f"none of {len(DATES)} ideas"


@decks
def test_shuffling_keeps_every_idea_and_follows_its_seed_alone(deck: Deck) -> None:
    once = deck.shuffle("monday")
    assert keys(once) == keys(deck.shuffle("monday"))
    assert keys(once) == keys(once.shuffle("tuesday").shuffle("monday"))
    assert sorted(keys(once)) == sorted(keys(deck))
    assert keys(once) not in (keys(deck), keys(deck.shuffle("tuesday")))


def test_a_seed_gives_the_same_order_on_every_machine() -> None:
    program = "from tracker.ideas import DateIdeas; print(next(iter(DateIdeas.load().shuffle('a'))).key)"
    asked_elsewhere = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(FOLDER.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked_elsewhere.stdout.strip() == keys(DATES.shuffle("a"))[0]


@decks
@pytest.mark.parametrize("reason", [reason.key for reason in article().reasons])
def test_a_focus_brings_its_ideas_first_and_keeps_the_rest_in_order(deck: Deck, reason: str) -> None:
    focused = deck.shuffle("x").for_focus([reason])
    suits = [idea.suits([reason]) for idea in focused]
    assert suits == sorted(suits, reverse=True)
    assert any(suits)
    rest = [idea.key for idea in focused if not idea.suits([reason])]
    assert rest == [key for key in keys(deck.shuffle("x")) if key in rest]


@decks
def test_romance_rests_while_trust_is_the_focus_and_only_then(deck: Deck) -> None:
    assert not any(idea.romance for idea in deck.for_focus(["boredom", INFIDELITY]))
    assert len(deck.for_focus([INFIDELITY])) == sum(not idea.romance for idea in deck)
    assert keys(deck.for_focus([])) == keys(deck)
    assert sorted(keys(deck.for_focus(["boredom"]))) == sorted(keys(deck))


def test_a_familiar_idea_is_nothing_new() -> None:
    deck = DateIdeas([an_idea("old", novelty="familiar"), an_idea("new")])
    assert keys(deck.something_new([])) == ["new"]


def test_something_new_shares_no_telling_word_with_what_was_done() -> None:
    deck = DateIdeas(
        [
            an_idea("lanterns", "A walk with lanterns"),
            an_idea("films", "Two films in a row"),
            an_idea("broth", "Stir slowly", "Make soup of pumpkin and ginger."),
            an_idea("kite"),
        ]
    )
    assert keys(deck.something_new(["Walking by the river"])) == ["films", "broth", "kite"]
    assert keys(deck.something_new(["That film at the Roxy", "By lantern light"])) == ["broth", "kite"]
    assert keys(deck.something_new(["pumpkin soup"])) == ["lanterns", "films", "kite"]
    assert keys(deck.something_new(["soup"])) == ["lanterns", "films", "broth", "kite"]
    assert keys(deck.something_new(["a day together for two", "", "[/] \x1b 💛"])) == keys(deck)


def test_something_new_feels_different_from_an_idea_that_was_done() -> None:
    deck = DateIdeas(
        [
            an_idea("kite"),
            an_idea("boat", "Row out", "By oar."),
            an_idea("quiz", "Guess", "Ask.", energy="high"),
        ]
    )
    for said in ("kite", " fly a KITE "):
        assert keys(deck.something_new([said])) == ["quiz"]
    assert keys(deck.filter(energy="high").something_new(["kite"])) == ["quiz"]


@decks
def test_something_new_is_always_there_whatever_three_were_done(deck: Deck) -> None:
    every = [idea.title for idea in deck]
    for start in range(0, len(every) - 2, 5):
        last = every[start : start + 3]
        found = deck.something_new(last)
        assert len(found) >= len(deck) / 2
        assert not {idea.title for idea in found} & set(last)


def test_an_idea_is_found_by_its_key_from_any_part_of_the_deck() -> None:
    part = TRIPS.filter(words="nothing at all like this")
    assert len(part) == 0
    assert part.idea("lighthouse").title == "To the lighthouse"
    with pytest.raises(KeyError):
        part.idea("moonbase")


def test_decks_keep_their_kind() -> None:
    assert isinstance(DATES.shuffle("a").filter(cost="free").for_focus(["boredom"]), DateIdeas)
    (lighthouse,) = TRIPS.filter(words="lighthouse")
    assert isinstance(lighthouse, TripIdea)


def test_no_text_of_a_person_is_kept_in_memory_of_words() -> None:
    before = module._telling.cache_info().currsize
    DATES.something_new([])
    DATES.something_new(["Our very own secret place"])
    full = module._telling.cache_info().currsize
    DATES.something_new(["Another secret place of ours"])
    assert module._telling.cache_info().currsize == full >= before


def sentences() -> Iterator[str]:
    for idea in ALL:
        yield from re.split(r"(?<=[.!?]) ", idea.how)


def test_no_sentence_stands_twice() -> None:
    assert [said for said, times in Counter(sentences()).items() if times > 1] == []
