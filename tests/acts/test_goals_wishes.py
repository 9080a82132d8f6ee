"""Private wishes: picked, written and offered by one partner, and known to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.acts.house import House
from tracker.acts.goals import change_goal, reach_goal, start_goal, take_goal_back
from tracker.acts.milestones import add_milestone
from tracker.acts.removal import bring_back, remove, removed
from tracker.acts.wishes import add_wish, change_wish, pick_card, remove_wish
from tracker.content_wishes import wish_cards
from tracker.records.goals import Goal
from tracker.store.changes import Change


def wishes(house: House, partner: str) -> tuple[Goal, ...]:
    return house.at().library.goals.wishes_of(partner)


def titles(house: House, partner: str) -> list[str]:
    return [wish.title for wish in wishes(house, partner)]


def wished(house: House, by: str, title: str = "Keep bees", **fields: Any) -> str:
    """A wish in own words; its id."""
    house.do(add_wish, title, me=by, **fields)
    return house.later(seconds=1).newest("goals")


def test_a_picked_card_becomes_ones_own_wish(either_house: House) -> None:
    house = either_house
    house.do(pick_card, "choir", me=house.alex)
    card = wish_cards().get("choir")
    (wish,) = wishes(house, house.alex)
    assert card is not None
    assert (wish.title, wish.why_fun, wish.card, wish.by) == (card.title, card.why, "choir", house.alex)
    assert (wish.state, wish.offered, wish.private) == ("wish", False, True)
    assert wishes(house, house.sam) == ()


def test_picking_a_card_twice_changes_nothing(house: House) -> None:
    house.do(pick_card, "choir", me=house.alex)
    assert house.do(pick_card, "choir", me=house.alex) == ()
    house.do(pick_card, "choir", me=house.sam)
    assert len(house.all("goals")) == 2


def test_there_are_only_the_cards_of_the_deck(house: House) -> None:
    assert "no wish card" in house.refused(pick_card, "no-such-card", me=house.alex)


def test_a_wish_of_ones_own_is_kept_on_one_line_and_private_unless_offered(house: House) -> None:
    wished(house, house.alex, "  Keep\tbees ", why_fun="Those hats")
    (wish,) = wishes(house, house.alex)
    assert (wish.title, wish.why_fun, wish.card, wish.offered) == ("Keep bees", "Those hats", "", False)
    wished(house, house.sam, "A raft", offered=True)
    assert [wish.offered for wish in wishes(house, house.sam)] == [True]


def test_a_wish_in_a_cards_very_words_is_that_cards(house: House) -> None:
    wished(house, house.alex, "sing in  a CHOIR")
    assert [wish.card for wish in wishes(house, house.alex)] == ["choir"]
    assert house.do(pick_card, "choir", me=house.alex) == ()


@pytest.mark.parametrize("again", ["keep bees", "KEEP  BEES "])
def test_the_same_wish_is_kept_once(house: House, again: str) -> None:
    wished(house, house.alex)
    assert "among your wishes" in house.refused(add_wish, again, me=house.alex)
    raft = wished(house, house.alex, "A raft")
    assert "among your wishes" in house.refused(change_wish, raft, me=house.alex, title=again)


def test_what_the_other_one_wishes_for_is_never_said_to_stand_already(house: House) -> None:
    wished(house, house.sam)
    wished(house, house.alex)
    assert titles(house, house.alex) == titles(house, house.sam) == ["Keep bees"]


def test_two_windows_that_picked_the_same_card_show_it_once(house: House) -> None:
    at = house.at()
    for _ in range(2):
        house.store.write(lambda _: pick_card(at, "choir", me=house.alex))
    assert len(house.all("goals")) == 2
    assert len(wishes(house, house.alex)) == 1


@pytest.mark.parametrize("who", ["", "ghost"])
def test_a_wish_needs_to_know_whose_it_is(house: House, who: str) -> None:
    wish = wished(house, house.alex)
    for sentence in (
        house.refused(pick_card, "choir", me=who),
        house.refused(add_wish, "A raft", me=who),
        house.refused(remove_wish, wish, me=who),
    ):
        assert "Alex or Sam" in sentence


@pytest.mark.parametrize("title", ["", "  ", "x" * 81])
def test_a_wish_needs_words_that_fit(house: House, title: str) -> None:
    assert house.refused(add_wish, title, me=house.alex).startswith("The wish")


# ── Changed and removed by the author alone ──


def test_its_author_changes_it_and_only_what_is_named(house: House) -> None:
    wish = wished(house, house.alex, why_fun="Those hats")
    house.do(change_wish, wish, me=house.alex, offered=True)
    house.do(change_wish, wish, me=house.alex, title="Keep two hives")
    (found,) = wishes(house, house.alex)
    assert (found.title, found.why_fun, found.offered) == ("Keep two hives", "Those hats", True)


def test_a_card_in_other_words_is_a_wish_of_ones_own(house: House) -> None:
    house.do(pick_card, "choir", me=house.alex)
    wish = house.newest("goals")
    house.do(change_wish, wish, me=house.alex, why_fun="The biscuits", offered=True)
    assert wishes(house, house.alex)[0].card == "choir"
    house.do(change_wish, wish, me=house.alex, title="Sing in the kitchen")
    assert wishes(house, house.alex)[0].card == ""


def test_a_form_that_stood_open_changes_only_what_was_changed_in_it(house: House) -> None:
    wish = wished(house, house.alex, why_fun="Those hats")
    seen = wishes(house, house.alex)[0]
    house.do(change_wish, wish, me=house.alex, offered=True)
    house.do(change_wish, wish, me=house.alex, seen=seen, title="Keep bees", why_fun="Honey", offered=False)
    (found,) = wishes(house, house.alex)
    assert (found.why_fun, found.offered) == ("Honey", True)


OTHERS: dict[str, Callable[[House, str], str]] = {
    "change": lambda house, wish: house.refused(change_wish, wish, me=house.sam, title="Wasps"),
    "offer": lambda house, wish: house.refused(change_wish, wish, me=house.sam, offered=True),
    "remove": lambda house, wish: house.refused(remove_wish, wish, me=house.sam),
    "remove as any record": lambda house, wish: house.refused(remove, "goals", wish, me=house.sam),
    "remove as nobody": lambda house, wish: house.refused(remove, "goals", wish, me=""),
    "reach": lambda house, wish: house.refused(reach_goal, wish),
    "rename as a goal": lambda house, wish: house.refused(change_goal, wish, title="Wasps"),
    "take back": lambda house, wish: house.refused(take_goal_back, wish),
    "give it a step": lambda house, wish: house.refused(add_milestone, wish, "Buy a hat"),
}


@pytest.mark.parametrize("how", list(OTHERS))
def test_nobody_but_its_author_touches_a_wish(house: House, how: str) -> None:
    sentence = OTHERS[how](house, wished(house, house.alex))
    assert "bees" not in sentence


def test_for_the_other_one_a_wish_is_as_if_it_never_was(house: House) -> None:
    wish = wished(house, house.alex)
    assert house.refused(remove_wish, wish, me=house.sam) == house.refused(remove_wish, "1", me=house.sam)
    assert house.refused(reach_goal, wish) == house.refused(reach_goal, "1")
    assert wish not in [goal.id for goal in house.at().library.goals]
    assert house.at().library.goals.get(wish) is None


def test_a_removed_wish_is_listed_for_its_author_and_comes_back_for_them_alone(house: House) -> None:
    wish = wished(house, house.alex)
    house.do(remove_wish, wish, me=house.alex)
    assert titles(house, house.alex) == []
    assert [one.id for one in removed(house.at(), house.alex)] == [wish]
    for viewer in (house.sam, ""):
        assert removed(house.at(), viewer) == []
        house.refused(bring_back, wish, me=viewer)
    house.do(bring_back, wish, me=house.alex)
    assert titles(house, house.alex) == ["Keep bees"]


def test_a_removed_goal_of_both_is_listed_for_both(house: House) -> None:
    house.do(start_goal, "Keep bees", later=True)
    house.do(remove, "goals", house.newest("goals"), me=house.alex)
    assert len(removed(house.at(), house.sam)) == 1


# ── When a wish comes true ──


@pytest.mark.parametrize("later", [True, False])
def test_what_became_a_goal_is_no_wish_any_more_and_nobody_touched_it(house: House, later: bool) -> None:
    wish = wished(house, house.alex)
    before = house.store.documents.get("goals", wish)
    house.do(start_goal, "keep BEES", later=later)
    assert titles(house, house.alex) == []
    assert house.store.documents.get("goals", wish) == before
    assert "goal of you two" in house.refused(add_wish, "Keep bees", me=house.sam)


def test_a_goal_in_a_cards_words_fulfils_its_card(house: House) -> None:
    house.do(pick_card, "choir", me=house.alex)
    house.later(seconds=1).do(start_goal, "Sing in a choir")
    goal = house.newest("goals")
    assert titles(house, house.alex) == []
    house.do(change_goal, goal, title="The Tuesday choir")
    assert titles(house, house.alex) == []


def test_a_wish_stands_again_when_its_goal_is_removed(house: House) -> None:
    wished(house, house.alex)
    house.do(start_goal, "Keep bees")
    house.do(remove, "goals", house.newest("goals"), me=house.sam)
    assert titles(house, house.alex) == ["Keep bees"]


def test_what_was_reached_once_may_be_wished_for_again(house: House) -> None:
    wished(house, house.alex)
    house.do(start_goal, "Keep bees")
    house.do(reach_goal, house.newest("goals"))
    assert titles(house, house.alex) == []
    house.later(days=1)
    wished(house, house.alex)
    assert titles(house, house.alex) == ["Keep bees"]


def test_undoing_takes_back_only_ones_own_wish(house: House) -> None:
    sitting = house.sitting(house.alex)

    def pick(me: str) -> Callable[..., list[Change]]:
        return lambda at: pick_card(at, "choir", me=me)

    sitting.do(pick(house.alex))
    sitting.me = house.sam
    sitting.do(pick(house.sam))
    sitting.undo()
    assert (titles(house, house.alex), titles(house, house.sam)) == (["Sing in a choir"], [])
