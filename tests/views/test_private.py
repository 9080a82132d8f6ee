"""Invariant 2: what one keeps private changes nothing that the other one, or nobody, sees."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.homes import ALEX, SAM, TODAY, at, documents, iso, mark, note, weather
from tracker.acts.removal import Removed, removed
from tracker.store.documents import Documents
from tracker.views.today import TodayPage, today_page

SET_ASIDE = {"removed_at": "2026-11-20T10:00:00+00:00"}
WORDS = st.text(max_size=40)
SKIES = st.lists(
    st.builds(
        lambda ago, level, gone: {**weather(ALEX, ago, level), **(SET_ASIDE if gone else {})},
        st.integers(0, 9),
        st.integers(1, 5),
        st.booleans(),
    ),
    max_size=6,
)
PRIVATE = st.fixed_dictionaries(
    {
        "texts": st.lists(st.tuples(WORDS, WORDS), min_size=8, max_size=8),
        "gone": st.lists(st.tuples(st.integers(0, 9), WORDS), max_size=4),
        "skies": SKIES,
    }
)


def home(texts: list[tuple[str, str]], gone: list[tuple[int, str]], skies: list[dict[str, Any]]) -> Documents:
    """The same life, but for what Alex keeps private: untold words, removed notes, and the weather."""
    untold = [note(ALEX, ago, text, cue=cue) for ago, (text, cue) in enumerate(texts)]
    shared = [note(ALEX, 3, "Told", told_on=iso(2)), note(SAM, 0, "Mine"), note(SAM, 5, "Also mine")]
    away = [note(ALEX, ago, text, **SET_ASIDE) for ago, text in gone]
    return documents(
        appreciations=[*untold, *shared, *away],
        moments=[mark("date", 1, ALEX), mark("walk", 0), mark("trip", 4, SAM, **SET_ASIDE)],
        pauses=[{"kind": "ebb", "from": iso(9), "until": iso(8), "ritual": None, **SET_ASIDE}],
        weather=[weather(SAM, 0, 4), *skies],
    )


def seen(held: Documents, viewer: str) -> tuple[list[TodayPage], list[Removed]]:
    """All pages of the last days, and what can be brought back."""
    pages = [today_page(at(held), viewer, TODAY - timedelta(days=ago)) for ago in range(10)]
    return pages, removed(at(held), viewer)


PLAIN: dict[str, Any] = {"texts": [("Tea", "")] * 8, "gone": [], "skies": []}


@given(one=PRIVATE)
def test_what_one_keeps_private_changes_nothing_for_the_other_or_for_nobody(one: dict[str, Any]) -> None:
    for viewer in (SAM, ""):
        assert seen(home(**one), viewer) == seen(home(**PLAIN), viewer)


def test_its_author_sees_the_difference() -> None:
    different: list[dict[str, Any]] = [
        {**PLAIN, "texts": [("Soup", "")] * 8},
        {**PLAIN, "texts": [("Tea", "now")] * 8},
        {**PLAIN, "gone": [(1, "Tea")]},
        {**PLAIN, "skies": [weather(ALEX, 0, 1)]},
    ]
    for one in different:
        assert seen(home(**one), ALEX) != seen(home(**PLAIN), ALEX)


MARKER = "kumquat"


def everything_of(viewer: str, about: str) -> str:
    """All that a viewer sees of a life in which Alex wrote the marker everywhere, told or not."""
    row = {"told": {"told_on": iso(1)}, "untold": {}, "removed": SET_ASIDE}[about]
    notes = [note(ALEX, ago, MARKER, cue=MARKER, **row) for ago in range(6)]
    held = documents(appreciations=notes, weather=[{**weather(ALEX, 0, 1), "word": MARKER}])
    return repr(seen(held, viewer))


@pytest.mark.parametrize("about", ["untold", "removed"])
@pytest.mark.parametrize("viewer", [SAM, ""])
def test_no_page_and_no_list_holds_a_word_of_the_other_ones(viewer: str, about: str) -> None:
    assert MARKER not in everything_of(viewer, about)


@pytest.mark.parametrize("viewer", [SAM, ""])
def test_what_was_told_belongs_to_both_on_its_day_and_on_the_day_it_was_told(viewer: str) -> None:
    notes = [note(ALEX, 3, MARKER, told_on=iso(1))]
    held = documents(appreciations=notes)
    assert MARKER in repr(today_page(at(held), viewer, TODAY - timedelta(days=1)))
    assert MARKER not in repr(today_page(at(held), viewer))


def test_the_author_reads_their_own() -> None:
    assert MARKER in everything_of(ALEX, "untold")


def test_how_many_notes_stand_on_a_day_is_shared_and_nothing_else() -> None:
    """The design says so: a tick of the day is everybody's."""
    with_one, without = documents(appreciations=[note(ALEX, 0)]), documents()
    assert today_page(at(with_one), SAM) != today_page(at(without), SAM)
    assert [r.key for r in today_page(at(with_one), SAM).rituals if r.done] == ["appreciation"]
