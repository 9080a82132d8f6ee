"""The look-up's rules by tables: the window, each state and the next look at its edges."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tracker.lookup.next_look import next_look
from tracker.lookup.state import Answer, Circumstances, Span, state_of
from tracker.lookup.window import suggested, window


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(first: str, last: str | None = None) -> Span:
    return day(first), day(last) if last else None


START = day("2026-01-31")
READY = Circumstances(START, 3, all_tried=True)
"""Three months from the last of January are over on 30 April."""


# ── The window ──


@pytest.mark.parametrize(
    ("together", "start", "months"),
    [
        ("", "2026-01-31", 6),
        ("long ago", "2026-01-31", 6),
        ("2021-01-31", "2026-01-31", 6),
        ("2021-02-01", "2026-01-31", 3),
        ("2011-01-31", "2026-01-31", 9),
        ("2011-02-01", "2026-01-31", 6),
        ("2021", "2026-01-01", 6),
        ("2021", "2025-12-31", 3),
        ("2011", "2026-01-01", 9),
        ("2011", "2025-12-31", 6),
        ("2020-02-29", "2025-02-28", 6),
        ("2020-02-29", "2025-02-27", 3),
        ("2026", "2020-01-01", 3),
        ("1900", "2026-01-31", 9),
        ("9998-01-01", "9999-12-31", 3),
    ],
)
def test_the_suggested_window_grows_with_the_years(together: str, start: str, months: int) -> None:
    assert suggested(together, day(start)) == months


def test_without_a_start_the_years_are_unknown() -> None:
    assert suggested("2000", None) == 6


@pytest.mark.parametrize(("own", "months"), [(None, 6), (2, 2), (24, 24), (0, 2), (99, 24)])
def test_the_couples_own_window_comes_first(own: int | None, months: int) -> None:
    assert window(own, "2018", START) == months


# ── The states ──


@pytest.mark.parametrize(
    ("change", "today", "state"),
    [
        ({"start": None}, "2026-05-01", "not-started"),
        ({}, "2026-01-30", "not-started"),
        ({}, "2026-01-31", "early"),
        ({}, "2026-04-29", "early"),
        ({}, "2026-04-30", "ask-each"),
        ({"all_tried": False}, "2026-04-30", "not-all-tried"),
        ({"next_look": day("2026-06-01")}, "2026-05-31", "early"),
        ({"next_look": day("2026-06-01")}, "2026-06-01", "ask-each"),
        ({"rests": (span("2026-05-10", "2026-05-12"),)}, "2026-05-09", "ask-each"),
        ({"rests": (span("2026-05-10", "2026-05-12"),)}, "2026-05-10", "paused"),
        ({"rests": (span("2026-05-10", "2026-05-12"),)}, "2026-05-12", "paused"),
        ({"rests": (span("2026-05-10", "2026-05-12"),)}, "2026-05-13", "ask-each"),
        ({"rests": (span("2026-05-10"),)}, "2027-05-13", "paused"),
        ({"upheavals": (span("2026-04-01", "2026-04-03"),)}, "2026-04-30", "upheaval"),
        ({"upheavals": (span("2026-04-01", "2026-04-02"),)}, "2026-04-30", "ask-each"),
        ({"upheavals": (span("2026-04-01"),)}, "2029-04-30", "upheaval"),
        ({"upheavals": (span("2026-09-01", "2026-09-30"),)}, "2026-05-01", "upheaval"),
        ({"upheavals": (span("2026-04-01"),), "all_tried": False}, "2026-05-01", "upheaval"),
        ({"upheavals": (span("2026-04-01"),)}, "2026-04-15", "early"),
    ],
)
def test_the_first_that_fits(change: dict[str, Any], today: str, state: str) -> None:
    assert state_of(READY._replace(**change), day(today)) == state


OUTCOMES: dict[tuple[Answer, Answer], str] = {
    ("nearer", "nearer"): "nearer",
    ("same", "same"): "no-nearer",
    ("further", "further"): "no-nearer",
    ("same", "further"): "no-nearer",
    ("nearer", "same"): "mixed",
    ("nearer", "further"): "mixed",
    ("nearer", "cannot-tell"): "mixed",
    ("cannot-tell", "cannot-tell"): "mixed",
    ("cannot-tell", "same"): "mixed",
    ("cannot-tell", "further"): "mixed",
}


@pytest.mark.parametrize(("answers", "state"), list(OUTCOMES.items()), ids=lambda value: str(value))
def test_what_the_answers_come_to(answers: tuple[Answer, Answer], state: str) -> None:
    for both in (answers, answers[::-1]):
        assert state_of(READY, day("2026-05-01"), both) == state


# ── The next look ──


@pytest.mark.parametrize(
    ("change", "today", "found"),
    [
        ({}, "2026-02-01", "2026-04-30"),
        ({}, "2026-01-01", "2026-04-30"),
        ({}, "2026-07-01", "2026-07-01"),
        ({"start": None}, "2026-02-01", None),
        ({"next_look": day("2026-06-01")}, "2026-02-01", "2026-06-01"),
        ({"rests": (span("2026-02-10"),)}, "2026-02-11", None),
        ({"rests": (span("2026-02-10"),)}, "2026-02-09", None),
        ({"rests": (span("2026-06-10"),)}, "2026-02-09", "2026-04-30"),
        ({"rests": (span("2026-02-01", "2026-02-05"),)}, "2026-02-03", "2026-05-05"),
        ({"rests": (span("2026-04-30", "2026-05-01"),)}, "2026-02-03", "2026-05-02"),
        ({"rests": (span("2026-04-29", "9999-12-31"),)}, "2026-02-03", None),
        ({"upheavals": (span("2026-04-01", "2026-04-30"),)}, "2026-02-03", "2026-05-28"),
        ({"upheavals": (span("2026-04-01"),)}, "2026-02-03", None),
        ({"upheavals": (span("2026-04-01", "9999-12-31"),)}, "2026-02-03", None),
        ({"start": day("9999-01-01")}, "2026-02-03", None),
    ],
)
def test_the_first_day_on_which_it_could_come(change: dict[str, Any], today: str, found: str | None) -> None:
    assert next_look(READY._replace(**change), day(today)) == (day(found) if found else None)


def test_after_a_rest_fewer_months_may_be_over_than_before_it() -> None:
    """28 days of rest move the first of February to the first of March, and March is longer."""
    resting = Circumstances(day("2027-02-01"), 2, rests=(span("2027-04-02", "2027-04-29"),))
    assert state_of(resting, day("2027-04-01")) == "not-all-tried"
    assert state_of(resting, day("2027-04-30")) == "early"
    assert next_look(resting, day("2027-04-30")) == day("2027-05-01")


def test_a_pause_edited_by_hand_into_nothing_changes_nothing() -> None:
    nothing = READY._replace(rests=(span("2026-05-10", "2026-05-01"),))
    assert next_look(nothing, day("2026-02-01")) == day("2026-04-30")
    assert state_of(nothing, day("2026-05-10")) == "ask-each"


def test_a_century_is_no_long_way() -> None:
    """A hundred pauses and a hundred years are stepped over, not walked through."""
    rests = tuple(span(f"{year}-07-01", f"{year}-07-14") for year in range(2026, 2126))
    far = READY._replace(rests=rests, next_look=day("2125-07-03"))
    assert next_look(far, day("2026-02-01")) == day("2125-07-15")
