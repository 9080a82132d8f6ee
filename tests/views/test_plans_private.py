"""Invariants 1 and 2 for plans: what is hidden changes no byte, and partners are told apart by name alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.homes import ALEX, NOON, SAM, Row, at, documents, swapped
from tests.views.outings import outing, surprise, weekend
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.memories import memories
from tracker.views.plans import agenda, dates_page, trips_page

WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
HIDDEN = st.fixed_dictionaries(
    {
        "title": WORDS,
        "place": WORDS,
        "notes": WORDS,
        "childcare": st.sampled_from(["n/a", "needed", "sorted", "?"]),
        "novelty": st.sampled_from(["familiar", "new"]),
        "cost": st.sampled_from(["", "free", "high"]),
        "phones_away": st.booleans(),
        "counts": st.booleans(),
        "checklist": st.one_of(st.none(), st.just([{"id": "booking", "text": "x", "done": False}])),
        "history": st.just([{"state": "planned", "at": "2026-11-19T20:00:00+00:00"}]),
        "_kept": st.lists(st.fixed_dictionaries({"field": st.just("place"), "value": WORDS}), max_size=2),
    }
)
KEPT_FROM_SAM = [
    {"start": "2026-11-27T19:00"},
    {"start": "2026-12-04", "kind": "trip", "end": "2026-12-06"},
    {"start": None, "state": "idea"},
    {"start": None, "state": "planned"},
    {"start": "2026-11-25", "state": "let-go"},
    {"start": "2026-11-10", "state": "let-go"},
]


def pages(held: Documents, viewer: str, now: datetime = NOON) -> str:
    """Everything that a screen, a terminal or a script would show."""
    here = at(held, now)
    shown: list[Any] = [
        dates_page(here, viewer),
        trips_page(here, viewer),
        *agenda(here, viewer, 60).text(),
        json.dumps(agenda(here, viewer, 60).as_json()),
        list(memories(here, viewer)),
    ]
    return repr(shown)


def kept(hidden: Row, known: Row) -> Documents:
    plan = {**surprise(), **hidden, **known, "id": id_text(5)}
    remark = {"plan": id_text(5), "by": ALEX, "text": str(hidden["title"])}
    return documents(plans=[plan, outing(title="Open to both")], remarks=[remark])


@pytest.mark.parametrize("known", KEPT_FROM_SAM)
@given(one=HIDDEN, other=HIDDEN)
def test_what_a_held_surprise_says_changes_no_byte_for_anybody_else(known: Row, one: Row, other: Row) -> None:
    sound = "n/a"  # a plan that cannot be read is passed over, as anybody may see
    one, other = ({**row, "childcare": row["childcare"].replace("?", sound)} for row in (one, other))
    for viewer in (SAM, ""):
        assert pages(kept(one, known), viewer) == pages(kept(other, known), viewer)


@pytest.mark.parametrize("known", KEPT_FROM_SAM[:2])
def test_its_planner_and_once_it_began_both_see_all_of_it(known: Row) -> None:
    hidden = {"title": "Lanterns", "place": "Lock 12"}
    assert "Lock 12" in pages(kept(hidden, known), ALEX)
    begun = {**known, "start": "2026-11-20", "end": None}
    for viewer in (ALEX, SAM, ""):
        assert "Lock 12" in pages(kept(hidden, begun), viewer)


def test_of_a_held_surprise_the_other_sees_kind_state_and_day() -> None:
    (line,) = agenda(at(documents(plans=[surprise(end="2026-11-27T22:00")])), SAM).lines
    assert (line.held, line.title, line.kind, line.state) == (True, "A date, held", "date", "planned")
    assert (line.when, line.by_name, line.open, line.tags()) == ("Fri 27 Nov, 19:00–22:00", "Alex", (), ())
    (shown,) = agenda(at(documents(plans=[surprise()])), SAM).as_json()["plans"]
    assert set(shown) == {"id", "kind", "state", "day", "start", "end", "held"}


def test_that_a_time_does_not_suit_is_between_the_two_of_them() -> None:
    held = documents(plans=[surprise(unsuitable="2026-11-27T19:00")])
    seen = {viewer: agenda(at(held), viewer).lines[0].unsuitable for viewer in (ALEX, SAM, "")}
    assert seen == {ALEX: True, SAM: True, "": False}
    moved = documents(plans=[surprise(unsuitable="2026-11-26T19:00")])
    assert not agenda(at(moved), ALEX).lines[0].unsuitable


def test_undated_or_let_go_a_surprise_is_on_its_planners_pages_alone() -> None:
    rows = [surprise(start=None), surprise(state="idea", start=None), surprise(state="let-go")]
    here = at(documents(plans=rows))
    mine, theirs = dates_page(here, ALEX).desk, dates_page(here, SAM).desk
    assert (len(mine.undated), len(mine.ideas)) == (1, 2)
    assert (theirs.undated, theirs.ideas) == ((), ())


@pytest.mark.parametrize("stranger", ["", "9", id_text(99)])
def test_nobody_and_a_stranger_see_the_same(stranger: str) -> None:
    held = documents(plans=[surprise(), outing(), weekend()])
    assert pages(held, stranger) == pages(held, "")
    assert "Lanterns" not in pages(held, "")


def outings() -> Iterator[Row]:
    for number, by in enumerate((ALEX, SAM, "", SAM, ALEX)):
        yield outing(start=f"2026-11-2{number}T19:00", title=f"Plan {number}", by=by)
        yield outing("happened", f"2026-10-1{number}", title=f"Memory {number}", by=by)
        yield surprise(start=f"2026-12-0{number + 1}", by=by)
        yield weekend(by=by, title=f"Trip {number}")
        yield outing("idea", None, title=f"Idea {number}", by=by)


def test_swapping_the_partners_leaves_the_shared_pages_as_they_were_but_for_names() -> None:
    remarks = [{"plan": id_text(6001), "by": by, "text": "So good."} for by in (ALEX, SAM)]
    held = documents(plans=outings(), remarks=remarks)
    plain, turned = pages(held, ""), pages(swapped(held, but=("couple",)), "")
    assert plain != turned
    assert _nameless(plain) == _nameless(turned)


def _nameless(text: str) -> str:
    for name in (ALEX, SAM, "Alex", "Sam"):
        text = text.replace(name, "?")
    return text
