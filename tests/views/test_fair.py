"""Invariant 1: nothing that both see tells the two apart."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.homes import ALEX, SAM, TODAY, at, documents, iso, mark, note, swapped, weather
from tracker.acts.removal import Removed, removed
from tracker.rhythm.ledger import ledger
from tracker.store.documents import Documents
from tracker.views.today import TodayPage, today_page

OTHER = {ALEX: SAM, SAM: ALEX, "": ""}
WHO = st.sampled_from([ALEX, SAM])
ANYBODY = st.sampled_from([ALEX, SAM, ""])
AGO = st.integers(0, 12)
GONE = st.sampled_from([{}, {"removed_at": "2026-11-20T10:00:00+00:00"}])
LATE = st.sampled_from([{}, {"recorded_at": "2026-11-20T09:00:00+00:00"}])


@st.composite
def histories(draw: st.DrawFn) -> Documents:
    """A month of two people's lives."""

    def many(one: st.SearchStrategy[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**row, **draw(GONE)} for row in draw(st.lists(one, max_size=12))]

    notes = st.builds(
        lambda by, ago, told, late: note(by, ago, told_on=iso(min(ago, told)) if told < 9 else None, **late),
        WHO,
        AGO,
        st.integers(0, 20),
        LATE,
    )
    keys = st.sampled_from(["date", "trip", "walk"])
    marks = st.builds(lambda key, ago, by, late: mark(key, ago, by, **late), keys, AGO, ANYBODY, LATE)
    pauses = st.builds(
        lambda ago, by, key: {"kind": "ebb", "from": iso(ago), "until": iso(0), "ritual": key, "by": by},
        AGO,
        ANYBODY,
        st.sampled_from([None, "walk"]),
    )
    skies = st.builds(weather, WHO, AGO, st.integers(1, 5))
    return documents(appreciations=many(notes), moments=many(marks), pauses=many(pauses), weather=many(skies))


def figures(held: Documents) -> list[object]:
    """Every figure of rhythm, and the months."""
    book = ledger(held)
    keys = [entry.key for entry in book.rituals()]
    return [*(book.rhythm(key, TODAY) for key in keys), book.months(TODAY)]


def unnamed(page: TodayPage) -> TodayPage:
    """The page without who looks at it."""
    return page._replace(viewer="", viewer_name="", other="", other_name="")


def pages(held: Documents, viewer: str) -> list[TodayPage]:
    """The pages of the last days."""
    return [today_page(at(held), viewer, TODAY - timedelta(days=ago)) for ago in range(9)]


def back(held: Documents, viewer: str) -> list[Removed]:
    return removed(at(held), viewer)


@given(held=histories())
def test_who_did_what_may_be_exchanged_and_nobodys_page_stays_the_same(held: Documents) -> None:
    exchanged = swapped(held, but=["couple"])
    assert pages(exchanged, "") == pages(held, "")
    assert back(exchanged, "") == back(held, "")
    assert figures(exchanged) == figures(held)


@given(held=histories())
def test_each_then_sees_what_the_other_saw(held: Documents) -> None:
    exchanged = swapped(held, but=["couple"])
    for viewer in (ALEX, SAM):
        mine, theirs = pages(held, viewer), pages(exchanged, OTHER[viewer])
        assert [unnamed(page) for page in mine] == [unnamed(page) for page in theirs]
        assert back(held, viewer) == back(exchanged, OTHER[viewer])


@given(held=histories())
def test_exchanging_the_ids_everywhere_changes_nothing_but_the_ids(held: Documents) -> None:
    exchanged = swapped(held)
    assert today_page(at(exchanged), "") == today_page(at(held), "")
    assert figures(exchanged) == figures(held)
    for viewer in (ALEX, SAM):
        before, after = today_page(at(held), viewer), today_page(at(exchanged), OTHER[viewer])
        assert (before.viewer_name, before.other_name) == (after.viewer_name, after.other_name)
        assert unnamed(before) == unnamed(after)


@given(held=histories())
def test_the_order_of_the_two_means_nothing(held: Documents) -> None:
    (couple,) = held.standing("couple")
    turned = Documents(
        {
            name: {
                d["id"]: {**d, "partners": couple["partners"][::-1]} if name == "couple" else d
                for d in (*held.standing(name), *held.removed(name))
            }
            for name in held.tables()
        }
    )
    assert figures(turned) == figures(held)
    for viewer in ("", ALEX, SAM):
        assert today_page(at(turned), viewer) == today_page(at(held), viewer)


@pytest.mark.parametrize("key", ["date", "walk"])
def test_exchanging_is_no_empty_gesture(key: str) -> None:
    held = documents(moments=[mark(key, 0, ALEX)])
    assert today_page(at(swapped(held, but=["couple"])), ALEX) != today_page(at(held), ALEX)
