"""How often another program asks, in our cadences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.records.rituals import Cadence
from tracker.rhythm.rules import check_cadence
from tracker.transfer.habits import Measure, cadence_of, days_met, frequency_words, summed_over

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("times", "days", "expected"),
    [
        (1, 1, (1, "day")),
        (3, 3, (1, "day")),
        (9, 7, (1, "day")),
        (1, 7, (1, "week")),
        (3, 7, (3, "week")),
        (1, 30, (1, "month")),
        (2, 31, (2, "month")),
        (29, 30, (28, "month")),
        (1, 90, (1, "quarter")),
        (12, 90, (12, "quarter")),
        (1, 2, (4, "week")),
        (2, 3, (5, "week")),
        (1, 3, (2, "week")),
        (1, 14, (1, "week")),
        (3, 14, (2, "week")),
        (1, 365, (1, "week")),
        (0, 1, (1, "week")),
        (5, 0, (1, "week")),
        (-1, -1, (1, "week")),
    ],
)
def test_a_frequency_becomes_the_nearest_cadence(times: int, days: int, expected: tuple[int, str]) -> None:
    cadence = cadence_of(times, days)
    assert (cadence.times, cadence.period) == expected


@given(st.integers(-5, 10_000), st.integers(-5, 10_000))
def test_every_frequency_becomes_a_cadence_that_a_ritual_may_have(times: int, days: int) -> None:
    cadence = cadence_of(times, days)
    check_cadence(cadence.times, cadence.period)


@pytest.mark.parametrize(
    ("times", "days", "expected"),
    [
        (1, 1, "every day"),
        (1, 3, "every 3 days"),
        (2, 3, "2 times in 3 days"),
        (3, 7, "3 times in 7 days"),
        (0, 1, "no frequency"),
    ],
)
def test_a_frequency_is_told_in_words(times: int, days: int, expected: str) -> None:
    assert frequency_words(times, days) == expected
    assert isinstance(cadence_of(times, days), Cadence)


def amounts(*values: float) -> dict[date, float]:
    """Amounts of days in a row from a Monday on."""
    return {MONDAY + timedelta(days=n): value for n, value in enumerate(values)}


def met(found: dict[date, float], measure: Measure) -> list[int]:
    """The days, counted from the Monday, on which the target was met."""
    return [(day - MONDAY).days for day in days_met(found, measure, "monday", TODAY)]


def test_a_measured_habit_is_kept_on_the_days_that_reach_its_target() -> None:
    assert met(amounts(1, 2, 2.5, 0), Measure(target=2)) == [1, 2]


def test_a_habit_to_stay_under_a_target_is_kept_on_the_days_that_do() -> None:
    assert met(amounts(1, 2, 2.5, 0), Measure(target=2, at_most=True)) == [0, 1, 3]


def test_without_a_target_any_amount_counts() -> None:
    assert met(amounts(0, 0.5, 0), Measure(target=None)) == [1]


def test_the_amounts_of_a_week_add_up_to_a_weekly_target() -> None:
    week = Measure(target=10, over="week")
    assert met(amounts(4, 3, 4, 0, 1, 0, 0, 9, 1), week) == [2, 4, 8]


def test_a_week_stays_under_its_target_when_it_is_over() -> None:
    week = Measure(target=5, at_most=True, over="week")
    assert met(amounts(1, 1, 1, 1, 0, 0, 1, 6), week) == [6]
    this_week = {date(2026, 11, 16): 1.0}
    assert list(days_met(this_week, week, "monday", TODAY)) == []
    assert list(days_met(this_week, week, "monday", TODAY + timedelta(days=1))) == [date(2026, 11, 16)]


def test_only_one_target_for_a_whole_period_adds_up() -> None:
    assert [summed_over(1, days) for days in (1, 7, 30, 31, 90, 5)] == [
        "day",
        "week",
        "month",
        "month",
        "quarter",
        "day",
    ]
    assert summed_over(2, 7) == "day"
