"""Comparing wishes: both reveal in one sitting, only the overlap is shown, and declining leaves no trace."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.acts.house import House
from tests.views.homes import ALEX, SAM, Row, at, documents, swapped
from tracker.acts.comparing import Common, Comparison
from tracker.acts.goals import start_goal
from tracker.acts.wishes import add_wish, change_wish, pick_card, remove_wish
from tracker.content_wishes import wish_cards
from tracker.errors import Refusal
from tracker.views.wishes import ComparisonPage, comparison_page


def wish(by: str, title: str, **fields: Any) -> Row:
    """A private wish as it is stored."""
    return {"title": title, "why_fun": f"{title}!", "state": "wish", "by": by, "card": "", **fields}


def picked(by: str, key: str, **fields: Any) -> Row:
    card = wish_cards().get(key)
    assert card is not None
    return wish(by, card.title, card=key, why_fun=card.why, **fields)


def revealed(house: House) -> Comparison:
    """Both pressed reveal."""
    comparison = Comparison()
    for partner in (house.alex, house.sam):
        comparison.reveal(house.at(), me=partner)
    return comparison


def shared(house: House) -> list[str]:
    return [one.title for one in revealed(house).common(house.at())]


# ── What is shared ──


def test_a_card_that_both_picked_is_shared_and_one_that_one_picked_is_not(house: House) -> None:
    for key, partner in (("choir", house.alex), ("choir", house.sam), ("birds", house.alex)):
        house.do(pick_card, key, me=partner)
    (one,) = revealed(house).common(house.at())
    card = wish_cards().get("choir")
    assert card is not None
    assert one == Common("card:choir", card.title, card.why, card.step, "choir", "")


@pytest.mark.parametrize("theirs", ["Keep bees", "keep BEES", "  keep   bees "])
def test_own_wishes_match_when_equal_after_case_and_spaces_are_folded(house: House, theirs: str) -> None:
    house.do(add_wish, "Keep bees", me=house.alex)
    house.do(add_wish, theirs, me=house.sam)
    assert len(shared(house)) == 1


@pytest.mark.parametrize("theirs", ["Keep bee", "Keepbees", "Keep bees!", "Bees"])
def test_own_wishes_that_differ_do_not_match(house: House, theirs: str) -> None:
    house.do(add_wish, "Keep bees", me=house.alex)
    house.do(add_wish, theirs, me=house.sam)
    assert shared(house) == []


def test_a_card_matches_the_same_in_own_words(house: House) -> None:
    house.do(pick_card, "choir", me=house.alex)
    house.do(add_wish, "sing in a choir", me=house.sam)
    assert len(shared(house)) == 1


def test_of_matching_own_words_only_the_title_is_shown(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex, why_fun="My grandfather's hat")
    house.do(add_wish, "Keep bees", me=house.sam, why_fun="Honey")
    (one,) = revealed(house).common(house.at())
    assert (one.why, one.offered_by) == ("", "")


def test_what_one_offers_openly_is_shown_with_its_reason_and_who_offers_it(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex, why_fun="Hats", offered=True)
    house.do(add_wish, "A raft", me=house.alex)
    (one,) = revealed(house).common(house.at())
    assert (one.title, one.why, one.offered_by) == ("Keep bees", "Hats", house.alex)
    (line,) = comparison_page(house.at(), revealed(house), house.sam).lines
    assert line.note == "Alex offers this"


def test_an_offer_that_both_wish_for_is_simply_on_both_lists(house: House) -> None:
    for partner in (house.alex, house.sam):
        house.do(add_wish, "Keep bees", me=partner, why_fun=partner, offered=True)
    (one,) = revealed(house).common(house.at())
    assert (one.offered_by, one.why) == ("", "")


def test_what_is_compared_is_what_stands_when_the_second_one_presses(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex)
    comparison = Comparison()
    comparison.reveal(house.at(), me=house.alex)
    house.do(remove_wish, house.newest("goals"), me=house.alex)
    house.do(add_wish, "Keep bees", me=house.sam)
    comparison.reveal(house.at(), me=house.sam)
    assert comparison.common(house.at()) == ()


def test_once_open_no_further_wish_can_be_tried_against_the_other_list(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.sam)
    comparison = revealed(house)
    house.do(add_wish, "Keep bees", me=house.alex)
    comparison.reveal(house.at(), me=house.alex)
    assert comparison.common(house.at()) == ()


# ── Both, in one sitting ──


def test_one_press_alone_opens_nothing_however_often(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.sam, offered=True)
    comparison = Comparison()
    for _ in range(3):
        comparison.reveal(house.at(), me=house.alex)
    assert not comparison.open
    assert comparison.common(house.at()) == ()
    with pytest.raises(Refusal):
        comparison.begin(house.at(), "own:keep bees")


@pytest.mark.parametrize("who", ["", "ghost"])
def test_nobody_in_particular_reveals_nothing(house: House, who: str) -> None:
    comparison = Comparison()
    with pytest.raises(Refusal, match="Alex or Sam"):
        comparison.reveal(house.at(), me=who)


def test_two_windows_are_two_sittings(house: House) -> None:
    one, other = Comparison(), Comparison()
    one.reveal(house.at(), me=house.alex)
    other.reveal(house.at(), me=house.sam)
    assert not one.open and not other.open


def test_comparing_and_declining_write_nothing(either_house: House) -> None:
    house = either_house
    house.do(add_wish, "Keep bees", me=house.alex, offered=True)
    house.do(pick_card, "choir", me=house.sam)
    before = house.store.documents
    comparison = revealed(house)
    (one,) = comparison.common(house.at())
    comparison.choose(house.at(), one.seed, me=house.sam)
    comparison_page(house.at(), comparison, house.sam)
    assert house.store.documents is before
    assert not house.store.refresh()


# ── A goal that both choose ──


def test_what_stands_on_both_lists_can_begin_at_once(house: House) -> None:
    for partner in (house.alex, house.sam):
        house.do(pick_card, "choir", me=partner)
    comparison = revealed(house)
    mine = {wish["id"]: wish for wish in house.all("goals")}
    house.do(comparison.begin, "card:choir", steps=("Listen",), name="The Tuesday choir")
    (goal,) = house.at().library.goals.in_state("active")
    assert (goal.title, goal.by, goal.card, goal.grew_from) == (
        "The Tuesday choir",
        "",
        "choir",
        "card:choir",
    )
    assert goal.why_fun.startswith("Breathing")
    assert {document["id"]: document for document in house.all("goals") if document["by"]} == mine
    assert comparison.common(house.at()) == ()
    assert house.at().library.goals.wishes_of(house.alex) == ()


def test_an_offer_becomes_a_goal_when_the_other_one_chooses_it_too(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex, why_fun="Hats", offered=True)
    comparison = revealed(house)
    for partner in (house.alex, house.alex):
        comparison.choose(house.at(), "own:keep bees", me=partner)
    assert "both of you" in house.refused(comparison.begin, "own:keep bees")
    comparison.choose(house.at(), "own:keep bees", me=house.sam)
    house.do(comparison.begin, "own:keep bees", later=True)
    (goal,) = house.at().library.goals.in_state("wish")
    assert (goal.title, goal.why_fun, goal.by) == ("Keep bees", "Hats", "")


def test_no_wish_of_the_other_one_can_be_guessed_at(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex)
    comparison = revealed(house)
    sentences = set()
    for seed in ("own:keep bees", "own:wasps"):
        with pytest.raises(Refusal) as refused:
            comparison.choose(house.at(), seed, me=house.sam)
        sentences.add(refused.value.sentence)
        sentences.add(house.refused(comparison.begin, seed))
    assert len(sentences) == 1


def test_what_is_a_goal_by_now_is_not_shown_again(house: House) -> None:
    for partner in (house.alex, house.sam):
        house.do(add_wish, "Keep bees", me=partner)
    comparison = revealed(house)
    house.do(start_goal, "Keep bees")
    assert comparison.common(house.at()) == ()
    assert shared(house) == []


def test_an_offer_taken_back_before_the_second_press_is_not_shown(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex, offered=True)
    comparison = Comparison()
    comparison.reveal(house.at(), me=house.alex)
    house.do(change_wish, house.newest("goals"), me=house.alex, offered=False)
    comparison.reveal(house.at(), me=house.sam)
    assert comparison.common(house.at()) == ()


# ── Invariants ──

POOL = ["Keep bees", "A raft", "keep  BEES", "Wasps"]
KEYS = ["choir", "birds", "language"]
ONE_LIST = st.lists(
    st.tuples(st.booleans(), st.integers(0, 3), st.booleans()).map(
        lambda drawn: (KEYS[drawn[1] % 3] if drawn[0] else POOL[drawn[1]], drawn[0], drawn[2])
    ),
    max_size=5,
)


def rows(by: str, wishes: list[tuple[str, bool, bool]]) -> list[Row]:
    return [(picked if card else wish)(by, words, offered=offered) for words, card, offered in wishes]


def visit(held: Any, presses: list[str]) -> tuple[Comparison, list[ComparisonPage]]:
    """A comparison with these presses, and all that anybody sees at its end."""
    comparison = Comparison()
    for partner in presses:
        comparison.reveal(at(held), me=partner)
    return comparison, [comparison_page(at(held), comparison, viewer) for viewer in ("", ALEX, SAM)]


@settings(max_examples=60)
@given(ONE_LIST, ONE_LIST, st.sampled_from([[], [ALEX], [SAM], [ALEX, ALEX], [SAM, SAM]]))
def test_until_both_revealed_everything_shown_is_the_same_whatever_they_wish_for(
    alex: list[tuple[str, bool, bool]], sam: list[tuple[str, bool, bool]], presses: list[str]
) -> None:
    _, seen = visit(documents(goals=[*rows(ALEX, alex), *rows(SAM, sam)]), presses)
    _, bare = visit(documents(), presses)
    assert seen == bare


@settings(max_examples=60)
@given(ONE_LIST, ONE_LIST)
def test_what_is_shown_depends_on_the_overlap_alone(
    alex: list[tuple[str, bool, bool]], sam: list[tuple[str, bool, bool]]
) -> None:
    """Taking every wish away that is neither on both lists nor offered changes nothing."""
    ours, theirs = ({seed(one) for one in wishes} for wishes in (alex, sam))
    fewer = (
        [one for one in wishes if one[2] or seed(one) in ours & theirs]
        for wishes in (_once(alex), _once(sam))
    )
    kept_alex, kept_sam = fewer
    _, seen = visit(documents(goals=[*rows(ALEX, alex), *rows(SAM, sam)]), [ALEX, SAM])
    _, less = visit(documents(goals=[*rows(ALEX, kept_alex), *rows(SAM, kept_sam)]), [ALEX, SAM])
    assert seen == less
    shown = {line.seed for line in seen[0].lines}
    offered = {seed(one) for one in (*_once(alex), *_once(sam)) if one[2]}
    assert shown == (ours & theirs) | offered


@settings(max_examples=60)
@given(ONE_LIST, ONE_LIST, st.permutations([ALEX, SAM]))
def test_who_is_who_and_who_pressed_first_changes_the_names_alone(
    alex: list[tuple[str, bool, bool]], sam: list[tuple[str, bool, bool]], presses: list[str]
) -> None:
    held = documents(goals=[*rows(ALEX, alex), *rows(SAM, sam)])
    _, seen = visit(held, presses)
    _, turned = visit(swapped(held, but=["couple"]), list(reversed(presses)))
    assert turned[0] == _named_otherwise(seen[0])
    assert (turned[1], turned[2]) == (_named_otherwise(seen[2]), _named_otherwise(seen[1]))


def seed(one: tuple[str, bool, bool]) -> str:
    return f"card:{one[0]}" if one[1] else f"own:{' '.join(one[0].split()).casefold()}"


def _once(wishes: list[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """Of wishes that are the same, the first: as the domain keeps them."""
    return list({seed(one): one for one in reversed(wishes)}.values())[::-1]


def _named_otherwise(page: ComparisonPage) -> ComparisonPage:
    names = {"Alex offers this": "Sam offers this", "Sam offers this": "Alex offers this"}
    lines = (line._replace(note=names.get(line.note, line.note)) for line in page.lines)
    return page._replace(lines=tuple(lines))
