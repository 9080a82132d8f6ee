"""A quarter beside the one before: in words, of the couple alone, without a nought and without a grade."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sentences import FORBIDDEN
from tests.views.homes import ALEX, RITUALS, SAM, at, documents, mark, note
from tracker.calendar.periods import parse_quarter
from tracker.store.documents import Documents
from tracker.views.since_last import since_last_quarter

Q3, Q4 = parse_quarter("2026Q3"), parse_quarter("2026Q4")
NOW, BEFORE = 10, 60
"""Days ago, in this quarter and in the one before: today is 20 November."""


def said(held: Documents, running: bool = True) -> tuple[str, ...]:
    """The fourth quarter as of today, or as though it had ended."""
    return since_last_quarter(at(held), Q4, date(2026, 11, 20) if running else Q4.last)


def home(now: int, before: int, key: str = "date", by: str = "") -> Documents:
    days = [*(NOW + day for day in range(now)), *(BEFORE + day for day in range(before))]
    return documents(moments=[mark(key, ago, by) for ago in days], rituals=RITUALS)


@pytest.mark.parametrize(
    ("now", "before", "running", "sentence"),
    [
        (3, 2, False, "3 dates; 2 the quarter before."),
        (1, 2, False, "1 date; 2 the quarter before."),
        (2, 2, False, "2 dates, as in the quarter before."),
        (0, 2, False, "A quiet time for dates."),
        (3, 2, True, "3 dates so far; 2 the quarter before."),
        (2, 2, True, "2 dates so far, as in the quarter before."),
    ],
)
def test_it_is_said_in_words(now: int, before: int, running: bool, sentence: str) -> None:
    assert said(home(now, before), running) == (sentence,)


def test_what_is_still_open_is_not_called_quiet_and_what_neither_held_is_not_said() -> None:
    assert said(home(0, 2)) == ()
    assert said(home(0, 0)) == ()


def test_without_a_quarter_before_there_is_nothing_to_put_beside() -> None:
    assert said(home(3, 0)) == ()


def test_something_new_stands_alone() -> None:
    moments = [mark("date", NOW), mark("date", BEFORE), mark("trip", NOW)]
    assert said(documents(moments=moments, rituals=RITUALS)) == (
        "1 date so far, as in the quarter before.",
        "1 trip so far.",
    )


def test_notes_and_days_of_them_are_counted_for_both_together() -> None:
    held = documents(
        appreciations=[
            note(ALEX, NOW, told_on="2026-11-12"),
            note(SAM, NOW),
            note(SAM, NOW + 1, told_on="2026-11-12"),
            note(ALEX, BEFORE, told_on="2026-09-30"),
        ],
        rituals=RITUALS,
    )
    assert said(held) == (
        "2 days with something noticed so far; 1 the quarter before.",
        "2 notes told so far; 1 the quarter before.",
    )


@given(
    now=st.integers(0, 12),
    before=st.integers(0, 12),
    key=st.sampled_from(["date", "trip"]),
    running=st.booleans(),
)
def test_no_nought_no_grade_and_no_word_that_hurts(now: int, before: int, key: str, running: bool) -> None:
    for sentence in said(home(now, before, key), running):
        assert not re.search(r"\b0\b|%|more|less|fewer|better|worse|only|up|down", sentence)
        assert not FORBIDDEN.search(sentence)
        assert sentence.endswith(".")
