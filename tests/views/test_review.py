"""The Review page: what a quarter held, the same for both, in words that never grade."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.quarters import QUARTER, Private, life, page, quiet
from tests.sentences import FORBIDDEN
from tests.views.homes import (
    ALEX,
    PARTNERS,
    RITUALS,
    SAM,
    TODAY,
    at,
    documents,
    iso,
    mark,
    note,
    ritual,
    swapped,
)
from tests.views.outings import outing, weekend
from tracker.calendar.periods import parse_quarter
from tracker.errors import Refusal
from tracker.rhythm.reading import PeriodState, State
from tracker.store.documents import Documents
from tracker.views.review import ReviewPage, first_quarter, quarter_title, review_page, wave_words

QUARTERS = ("2026Q4", "2026Q3", "2026Q2")


def pages(held: Documents) -> list[ReviewPage]:
    return [page(held, quarter) for quarter in QUARTERS]


def test_it_holds_what_was_lived_and_nothing_of_other_quarters() -> None:
    found = page()
    assert [one.title for one in found.dates if one.title != "A date"] == ["The long way home"] * 2
    assert [(one.title, str(one.day)) for one in found.trips] == [
        ("Harbour Inn", "2026-10-02"),
        ("Fog, and a lighthouse.", "2026-10-11"),
    ]
    assert [one.kind for one in found.steps] == ["milestone"]
    lived = (*found.dates, *found.trips, *found.steps, *found.told)
    assert all(found.first <= one.day <= found.today for one in lived)
    assert (len(found.told), found.told_more) == (5, 2)
    assert found.pauses == ("illness, 27 Oct to 31 Oct: everything rested",)
    assert (found.resolution, found.resolution_before) == (
        "The long way home",
        "One evening a week without a plan",
    )
    assert found.renewed_on == TODAY
    assert [(one.name, one.text) for one in found.scenes] == [("Alex", "The long way home")]
    earlier = page(quarter="2026Q3")
    assert not (
        earlier.dates or earlier.trips or earlier.steps or earlier.told or earlier.scenes or earlier.pauses
    )
    assert earlier.resolution == "One evening a week without a plan"


def test_its_head_says_which_quarter_and_which_months() -> None:
    found = page()
    assert (found.title, found.names, found.month, found.months) == (
        "October to December 2026",
        "Alex and Sam",
        "Month 4",
        (2, 4),
    )
    assert (found.running, found.today, found.last) == (True, TODAY, date(2026, 12, 31))
    earlier = page(quarter="2026Q3")
    assert (earlier.running, earlier.month, earlier.months) == (False, "Month 2", (1, 2))
    before_all = page(quarter="2026Q2")
    assert (before_all.month, before_all.months) == ("", None)
    assert page(life(effort_start=None)).months is None


def test_the_running_one_is_shown_unless_another_is_said_and_others_are_refused() -> None:
    assert review_page(at(life())) == page(quarter=QUARTER)
    with pytest.raises(Refusal):
        page(quarter="soon")


@pytest.mark.parametrize(
    ("quarter", "first", "days"),
    [
        ("2026Q4", date(2026, 1, 1), 365),
        ("2026Q3", date(2025, 10, 1), 365),
        ("2024Q1", date(2023, 4, 1), 366),
    ],
)
def test_the_year_ends_with_the_quarter(quarter: str, first: date, days: int) -> None:
    found = page(quarter=quarter).days
    assert (found[0].day, len(found), found[-1].day) == (first, days, parse_quarter(quarter).last)
    assert all(mark.level == 0 for mark in found if mark.day > TODAY)


def test_a_wave_begins_where_counting_begins_and_ends_today() -> None:
    (date_wave,) = (one for one in page().waves if one.key == "date")
    assert [one.state for one in date_wave.states] == [
        "quiet",
        "quiet",
        "kept",
        "resting",
        "kept",
        "kept",
        "kept",
    ]
    assert date_wave.said == "kept 4 of 6 weeks, 4 in a row at the end"
    middle = page(documents(rituals=[ritual("date", since="2026-11-11")], moments=[mark("date", 0)]))
    (begun,) = middle.waves
    assert [one.first for one in begun.states] == [date(2026, 11, 9), date(2026, 11, 16)]
    assert page(quarter="2026Q2").waves == ()


def test_a_quarter_before_they_began_has_a_wave_only_where_something_was_kept() -> None:
    """A kind note for an earlier day draws blanks, and no quiet time."""
    rituals = [ritual("date", since="2026-11-11"), ritual("trip", since="2026-11-11")]
    held = documents(rituals=rituals, moments=[mark("date", 75)])
    waves = {one.key: one for one in page(held, "2026Q3").waves}
    assert {one.state for one in waves["date"].states} == {"kept", "before", "open"}
    assert waves["date"].said == "kept its one week"
    assert "trip" not in waves
    assert "date" not in {one.key for one in page(held, "2026Q2").waves}


@pytest.mark.parametrize(
    ("states", "run", "said"),
    [
        ("kkq", 2, "kept 2 of 3 weeks, 2 in a row at the end"),
        ("kkq", 1, "kept 2 of 3 weeks"),
        ("kkq", 9, "kept 2 of 3 weeks"),
        ("kk", 2, "kept 2 of 2 weeks"),
        ("k", 1, "kept its one week"),
        ("kr", 1, "kept its one week"),
        ("qq", 0, "a quiet time"),
        ("rr", 0, "it rested"),
        ("rq", 0, "a quiet time"),
        ("ro", 0, "it rested"),
        ("o", 0, "still open"),
        ("", 0, "still open"),
        ("kbbkk", 2, "kept 3 of 3 weeks"),
        ("bbr", 0, "it rested"),
        ("bbo", 0, "still open"),
    ],
)
def test_a_wave_is_said_in_words(states: str, run: int, said: str) -> None:
    kinds: dict[str, State] = {"k": "kept", "q": "quiet", "r": "resting", "o": "open", "b": "before"}
    assert wave_words([PeriodState(TODAY, TODAY, kinds[one], 0) for one in states], "week", run) == said


@given(
    states=st.lists(st.sampled_from(["kept", "quiet", "resting", "open", "before"]), max_size=14),
    run=st.integers(0, 20),
)
def test_no_wave_says_a_nought_or_a_word_that_hurts(states: list[State], run: int) -> None:
    said = wave_words([PeriodState(TODAY, TODAY, one, 0) for one in states], "week", run)
    assert said
    assert not re.search(r"\b0\b|%", said)
    assert not FORBIDDEN.search(said)


def test_figures_of_the_evening_are_shown_where_there_is_something_to_show() -> None:
    assert [(one.name, one.said) for one in page().figures] == [("Date", "5 of the last 6 weeks")]
    put_away = [ritual("date", archived_on="2026-09-01"), *(one for one in RITUALS if one["key"] != "date")]
    held = life()
    tables = {name: {d["id"]: d for d in held.standing(name)} for name in held.tables()}
    tables["rituals"] = {d["id"]: d for d in documents(rituals=put_away).standing("rituals")}
    assert page(Documents(tables)).figures == ()


def test_without_rhythm_and_month_nothing_of_either_is_there() -> None:
    found = page(life(show_rhythm=False, show_month=False))
    assert (found.waves, found.since, found.figures, found.month, found.months) == ((), (), (), "", None)
    assert found.dates == page().dates


def test_an_empty_quarter_is_empty_and_one_with_anything_is_not() -> None:
    assert page(quiet()).is_empty
    assert page(quarter="2020Q1").is_empty
    for one in (
        {"moments": [mark("walk", 1)]},
        {"appreciations": [note(ALEX, 1)]},
        {"pauses": [{"kind": "ebb", "from": iso(3), "until": iso(2), "ritual": None}]},
        {"plans": [outing("happened", "2026-11-10")]},
        {"plans": [weekend("2026-10-02", state="happened")]},
    ):
        tables: dict[str, Any] = {"rituals": RITUALS, **one}
        assert not page(documents(**tables)).is_empty, one


def test_each_answers_under_their_own_name_in_the_order_of_the_evening() -> None:
    (answered,) = (one for one in page().questions if one.answers)
    assert [(one.name, one.text) for one in answered.answers] == [
        ("Alex", "The long way home"),
        ("Sam", "The goose"),
    ]
    assert len(page().questions) >= 6
    assert all(one.answers == () for one in page(quarter="2026Q3").questions)


PRIVATE = st.builds(
    Private,
    words=st.text(max_size=40),
    skies=st.lists(st.integers(1, 5), max_size=4).map(tuple),
    tried=st.lists(st.sampled_from(["talk", "effort"]), max_size=2, unique=True).map(tuple),
    scenes=st.lists(st.text(max_size=20), max_size=2).map(tuple),
    wishes=st.lists(st.text("ab", min_size=1), max_size=2).map(tuple),
    surprises=st.lists(st.text("ab", min_size=1), max_size=2).map(tuple),
)


@given(private=PRIVATE)
def test_what_one_keeps_private_makes_no_difference(private: Private) -> None:
    assert pages(life(private=private)) == pages(life())


def named(found: list[ReviewPage]) -> str:
    return repr(found).replace("'Alex and Sam'", "both")


def turned(text: str) -> str:
    """Names and ids exchanged."""
    for one, other in (("'Alex'", "'Sam'"), (ALEX, SAM)):
        text = text.replace(one, "\0").replace(other, one).replace("\0", other)
    return text


def test_exchanging_who_wrote_what_exchanges_names_alone() -> None:
    before, after = pages(life()), pages(swapped(life(), but=["couple"]))
    assert turned(named(after)) == named(before)
    assert after != before
    assert turned(repr(pages(swapped(life())))).replace("'Sam'", "\0").replace("'Alex'", "'Sam'").replace(
        "\0", "'Alex'"
    ) == repr(pages(life()))


def test_the_order_of_the_two_changes_the_order_of_their_names_alone() -> None:
    assert repr(pages(life(partners=PARTNERS[::-1]))).replace("'Sam and Alex'", "'Alex and Sam'") == repr(
        pages(life())
    )


def test_the_first_quarter_is_that_of_the_first_thing_or_of_the_start() -> None:
    assert first_quarter(at(life())) == "2026Q3"
    early = documents(moments=[mark("date", 300)], rituals=RITUALS)
    assert first_quarter(at(early)) == "2026Q1"
    fresh = documents(agreed={"effort_start": None}, rituals=[ritual("date", since="2026-11-01")])
    assert first_quarter(at(fresh)) == "2026Q4"


@pytest.mark.parametrize(
    ("now", "quarter"),
    [
        (datetime(2026, 10, 1, 3, 59, tzinfo=UTC), "2026Q3"),
        (datetime(2026, 10, 1, 4, 0, tzinfo=UTC), "2026Q4"),
    ],
)
def test_a_quarter_ends_with_the_couples_own_day(now: datetime, quarter: str) -> None:
    assert review_page(at(life(), now)).quarter == quarter


def test_titles_name_the_months() -> None:
    assert quarter_title(parse_quarter("2024Q1")) == "January to March 2024"
