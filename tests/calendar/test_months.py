"""Months since starting, against dateutil's own arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.months import MonthsSince, add_months, months_since, resting_days

some_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
near_days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
some_rests = st.lists(st.tuples(near_days, st.none() | near_days), max_size=6)


@pytest.mark.parametrize(
    ("start", "today", "months", "days"),
    [
        ("2026-08-10", "2026-11-22", 3, 12),
        ("2026-11-22", "2026-11-22", 0, 0),
        ("2026-11-23", "2026-11-22", 0, 0),
        ("2026-10-22", "2026-11-22", 1, 0),
        ("2026-10-23", "2026-11-22", 0, 30),
        ("2027-01-31", "2027-02-27", 0, 27),
        ("2027-01-31", "2027-02-28", 1, 0),
        ("2027-01-31", "2027-03-01", 1, 1),
        ("2028-01-31", "2028-02-28", 0, 28),
        ("2028-01-31", "2028-02-29", 1, 0),
        ("2028-02-29", "2029-02-28", 12, 0),
        ("2028-02-29", "2032-02-29", 48, 0),
        ("2026-12-31", "2027-01-01", 0, 1),
    ],
)
def test_months_are_whole_calendar_months(start: str, today: str, months: int, days: int) -> None:
    since = months_since(date.fromisoformat(start), date.fromisoformat(today), [])
    assert since == MonthsSince(months, days)
    assert since.running == months + 1


@given(some_days, some_days)
def test_months_agree_with_relativedelta(start: date, today: date) -> None:
    since = months_since(start, today, [])
    if start > today:
        assert since == MonthsSince(0, 0)
        return
    expected = relativedelta(today, start)
    assert since == MonthsSince(expected.years * 12 + expected.months, expected.days)


@given(some_days, st.integers(-400, 400))
def test_adding_months_agrees_with_relativedelta(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@given(near_days, near_days, some_rests)
def test_the_start_moves_by_the_distinct_days_of_rest(
    start: date, today: date, rests: list[tuple[date, date | None]]
) -> None:
    count = (today - start).days + 1
    days = [start + timedelta(days=n) for n in range(count)]
    resting = [d for d in days if any(first <= d and (last is None or d <= last) for first, last in rests)]
    assert resting_days(start, today, rests) == len(resting)
    moved = start + timedelta(days=len(resting))
    assert months_since(start, today, rests) == months_since(moved, today, [])


def test_overlapping_pauses_and_days_outside_count_once_or_not_at_all() -> None:
    start, today = date(2026, 8, 1), date(2026, 11, 22)
    rests = [
        (date(2026, 7, 1), date(2026, 8, 2)),  # two of its days lie after the start
        (date(2026, 9, 1), date(2026, 9, 10)),
        (date(2026, 9, 5), date(2026, 9, 12)),  # two more
        (date(2026, 11, 21), None),  # two so far
        (date(2026, 12, 24), date(2026, 12, 26)),  # still to come
    ]
    assert resting_days(start, today, rests) == 2 + 12 + 2
    assert months_since(start, today, rests) == MonthsSince(3, 5)


def test_a_pause_within_a_pause_counts_once() -> None:
    start, today = date(2026, 8, 1), date(2026, 11, 22)
    september = [(1, 10), (2, 3), (5, 12)]
    rests = [(date(2026, 9, first), date(2026, 9, last)) for first, last in september]
    assert resting_days(start, today, rests) == 12


def test_a_pause_of_all_the_time_leaves_nothing_and_never_less() -> None:
    start = date(2026, 8, 1)
    assert months_since(start, date(2026, 11, 22), [(start, None)]) == MonthsSince(0, 0)


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (MonthsSince(3, 12), "3 months, 12 days"),
        (MonthsSince(1, 1), "1 month, 1 day"),
        (MonthsSince(0, 5), "5 days"),
        (MonthsSince(12, 0), "12 months"),
        (MonthsSince(0, 0), "just begun"),
    ],
)
def test_how_long_it_has_been_in_words(since: MonthsSince, words: str) -> None:
    assert since.span_text() == words


def test_the_running_month_is_named() -> None:
    assert MonthsSince(3, 12).month_text() == "Month 4"
