"""Invariants 1 and 2: every format is the same bytes whatever is private, and whoever of the two is who."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.hostile import WORDS
from tests.page.quarters import Private, life
from tests.views.homes import ALEX, PARTNERS, SAM, at, swapped
from tracker.page.writing import Format, write_page
from tracker.store.documents import Documents
from tracker.transfer.story_out import export_story

FORMATS: tuple[Format, ...] = ("text", "md", "html", "json")
QUARTERS = ("2026Q4", "2026Q3")
PRIVATE = st.builds(
    Private,
    words=WORDS,
    skies=st.lists(st.integers(1, 5), max_size=4).map(tuple),
    tried=st.lists(st.sampled_from(["talk", "effort"]), max_size=2, unique=True).map(tuple),
    scenes=st.lists(WORDS, max_size=2).map(tuple),
    wishes=st.lists(st.text("ab", min_size=1), max_size=2).map(tuple),
    surprises=st.lists(st.text("ab", min_size=1), max_size=2).map(tuple),
)


def written(held: Documents, viewer: str = "") -> list[bytes]:
    """Everything that leaves the house: the pages, and the story for somebody who may not know."""
    pages = [write_page(at(held), quarter, form) for quarter in QUARTERS for form in FORMATS]
    return [*pages, "".join(export_story(at(held), viewer)).encode()]


@cache
def plain(viewer: str) -> list[bytes]:
    return written(life(), viewer)


@settings(max_examples=25)
@given(private=PRIVATE)
def test_whatever_alex_keeps_private_every_format_is_the_same_bytes(private: Private) -> None:
    held = life(private=private)
    assert written(held) == plain("")
    if not private.scenes:  # an unread scene of Sam's is Sam's to see
        assert written(held, SAM) == plain(SAM)


def test_their_own_story_tells_them_what_is_theirs() -> None:
    private = Private("Kumquat", (5, 1), scenes=("A quiet sea",), wishes=("A boat",))
    mine = "".join(export_story(at(life(private=private)), ALEX))
    assert "> Kumquat\n>\n> — not told yet; a good moment: Kumquat, Fri 13 Nov" in mine
    assert "The weather: Thu 19 Nov stormy, Fri 20 Nov sunny." in mine
    assert "- A boat" in mine
    assert "**Fri 27 Nov, 19:00** Kumquat" in mine
    theirs = "".join(export_story(at(life(private=private)), SAM))
    assert "A quiet sea" in theirs
    assert "Kumquat" not in theirs
    assert "A boat" not in theirs
    assert "A quiet sea" not in mine


def turned(text: bytes) -> bytes:
    """The two names exchanged."""
    return text.replace(b"Alex", b"\0").replace(b"Sam", b"Alex").replace(b"\0", b"Sam")


def answered_in_turn(pages: list[bytes]) -> list[bytes]:
    """The names over both at the top are the couple's, and stay; all others tell who wrote what."""
    return [page.replace(b"Alex and Sam", b"both").replace(b"Sam and Alex", b"both") for page in pages]


def test_exchanging_who_wrote_what_exchanges_the_names_and_nothing_else() -> None:
    before, after = written(life()), written(swapped(life(), but=["couple"]))
    assert [turned(page) for page in answered_in_turn(after)] == answered_in_turn(before)
    assert after != before


def test_exchanging_the_ids_everywhere_changes_nothing() -> None:
    assert written(swapped(life())) == written(life())


@pytest.mark.parametrize("viewer", ["", ALEX, SAM])
def test_the_order_of_the_two_is_only_the_order_of_their_names(viewer: str) -> None:
    held = life(partners=PARTNERS[::-1])
    assert answered_in_turn(written(held, viewer)) == answered_in_turn(written(life(), viewer))
