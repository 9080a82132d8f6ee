"""Invariants 1 and 2 on the Goals page: nothing tells the two apart, and wishes stay with their author."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.homes import ALEX, SAM, Row, at, documents, iso, mark, ritual, swapped
from tests.views.test_goals import SET_ASIDE, goal, step, wish
from tracker.acts.removal import Removed, removed
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.goals import GoalsPage, goals_page
from tracker.views.memories import Memory, memories
from tracker.views.today import TodayPage, today_page
from tracker.views.wishes import CardLine, wish_deck

CARDS = ("choir", "birds", "language")
WISHES = st.lists(
    st.builds(
        lambda title, why, card, offered, gone: {
            "title": title or "x",
            "why_fun": why,
            "card": card,
            "offered": offered,
            **(SET_ASIDE if gone else {}),
        },
        st.sampled_from(["Keep bees", "Goal 1", "Goal 4", "A raft"]) | st.text(max_size=20),
        st.text(max_size=20),
        st.sampled_from(["", *CARDS]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=5,
)
Seen = tuple[GoalsPage, TodayPage, tuple[Memory, ...], tuple[CardLine, ...], list[Removed]]


def home(alex: list[Row], sam: list[Row] | None = None) -> Documents:
    """The same goals of both, beside these private wishes."""
    theirs = [wish(ALEX, **row) for row in alex] + [wish(SAM, **row) for row in sam or ()]
    goals = [
        goal(1, fun_checks=[{"day": iso(1), "word": "heavy"}]),
        goal(2, "reached", reached_on=iso(4)),
        goal(3, "shelved", shelved_on=iso(2)),
        goal(4, "wish"),
    ]
    moments = [mark("project", 0), mark("project", 2, ALEX), mark("project", 3, SAM)]
    return documents(
        goals=[*goals, *theirs],
        milestones=[step(0, 3), step(1)],
        moments=moments,
        rituals=[ritual("project")],
    )


def seen(held: Documents, viewer: str) -> Seen:
    """All that a viewer sees of goals and wishes."""
    here = at(held)
    deck = wish_deck(here, viewer)
    return (
        goals_page(here, viewer),
        today_page(here, viewer),
        tuple(memories(here, viewer)),
        deck,
        removed(here, viewer),
    )


@settings(max_examples=60)
@given(WISHES, WISHES)
def test_what_one_wishes_for_changes_nothing_for_the_other_or_for_nobody(
    alex: list[Row], other: list[Row]
) -> None:
    mine: list[Row] = [{"title": "A raft", "id": id_text(70_010)}]
    for viewer in (SAM, ""):
        assert seen(home(alex, mine), viewer) == seen(home(other, mine), viewer)
    assert seen(home(alex), "") == seen(home([]), "")


@pytest.mark.parametrize(
    "one", [{"title": "Bees"}, {"title": "Bees", **SET_ASIDE}, {"title": "x", "card": "choir"}]
)
def test_its_author_sees_the_difference(one: dict[str, Any]) -> None:
    assert seen(home([one]), ALEX) != seen(home([]), ALEX)


@settings(max_examples=60)
@given(WISHES, WISHES)
def test_who_is_who_changes_nothing_but_whose_wishes_they_are(alex: list[Row], sam: list[Row]) -> None:
    held = home(alex, sam)
    turned = swapped(held, but=["couple"])
    assert seen(turned, "") == seen(held, "")
    for viewer, other in ((ALEX, SAM), (SAM, ALEX)):
        page, turned_page = goals_page(at(held), viewer), goals_page(at(turned), other)
        assert turned_page == page._replace(viewer=other, viewer_name=turned_page.viewer_name)
        assert wish_deck(at(turned), other) == wish_deck(at(held), viewer)


@pytest.mark.parametrize("viewer", [SAM, ""])
def test_no_word_of_a_wish_reaches_the_other_one(viewer: str) -> None:
    marker = "kumquat"
    rows: list[Row] = [
        {"title": marker, "why_fun": marker, "offered": True},
        {"title": f"{marker} 2", **SET_ASIDE},
    ]
    assert marker not in repr(seen(home(rows), viewer))
    assert marker in repr(seen(home(rows), ALEX))
