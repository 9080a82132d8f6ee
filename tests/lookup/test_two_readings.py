"""The rules of the look-up against a second, plain reading of what is written down."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.lookup.couples import DAYS, cases, circumstances, many
from tests.lookup.plain_reading import (
    Case,
    plain_months,
    plain_next_look,
    plain_state,
    plain_window,
)
from tracker.lookup.next_look import next_look
from tracker.lookup.state import ANSWERS, OUTCOMES, STATES, state_of
from tracker.lookup.window import suggested, window

PAIRS = [None, *product(ANSWERS, repeat=2)]
BEFORE_ANSWERS = ("not-started", "paused", "early", "upheaval")


@many
@given(cases(), DAYS, st.sampled_from(PAIRS))
def test_the_state_is_the_one_that_is_written_down(case: Case, today: date, answers: None) -> None:
    assert state_of(circumstances(case), today, answers) == plain_state(case, today, answers)


@many
@given(cases(), DAYS)
def test_the_months_are_those_that_are_written_down(case: Case, today: date) -> None:
    since = circumstances(case).months(today)
    if case.start is None or case.start > today:
        assert since is None
    else:
        assert since == plain_months(case, today)


@many
@given(cases())
def test_the_window_is_the_one_that_is_written_down(case: Case) -> None:
    assert window(case.own_window, case.together, case.start) == plain_window(case)


@many
@given(cases(), DAYS)
def test_the_next_look_is_the_first_day_on_which_nothing_defers_it(case: Case, today: date) -> None:
    """The plain reading looks ahead a day at a time, and only as far as the rules go."""
    found = next_look(circumstances(case), today)
    until = today + timedelta(days=400) if found is None else found
    assert plain_next_look(case, today, until) == found


@many
@given(cases(), DAYS)
def test_the_state_before_the_next_look_defers_and_on_it_no_longer(case: Case, today: date) -> None:
    known = circumstances(case)
    found = next_look(known, today)
    if found is not None:
        assert state_of(known, found) in ("not-all-tried", "ask-each")
    if found != today:
        assert state_of(known, today) in BEFORE_ANSWERS


@many
@given(cases(), DAYS)
def test_every_combination_of_answers_gives_a_state_and_none_depends_on_their_order(
    case: Case, today: date
) -> None:
    known = circumstances(case)
    asked = state_of(known, today)
    for one, other in product(ANSWERS, repeat=2):
        state = state_of(known, today, (one, other))
        assert state == state_of(known, today, (other, one))
        assert state in STATES
        assert (state in OUTCOMES) == (asked == "ask-each")
        if asked != "ask-each":
            assert state == asked


@many
@given(st.dates(date(1950, 1, 1), date(2028, 1, 1)), st.integers(0, 12_000), DAYS)
def test_more_years_together_never_suggest_a_shorter_window(since: date, earlier: int, start: date) -> None:
    longer = (since - timedelta(days=earlier)).isoformat()
    assert suggested(longer, start) >= suggested(since.isoformat(), start)


@many
@given(st.integers(1910, 2028), st.integers(0, 80), DAYS)
def test_nor_do_bare_years(year: int, earlier: int, start: date) -> None:
    assert suggested(str(year - earlier), start) >= suggested(str(year), start)
