"""Weeks, months and quarters as numbered spans."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.periods import (
    PERIODS,
    Period,
    PeriodKind,
    WeekStart,
    first_day,
    indexer,
    label,
    parse_quarter,
    period_at,
    period_of,
    quarter_id,
    shifted,
)
from tracker.errors import Refusal

TODAY = date(2026, 11, 22)  # a Sunday

some_days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
kinds = st.sampled_from(PERIODS)
week_starts: st.SearchStrategy[WeekStart] = st.sampled_from(["monday", "sunday"])


def span(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("day", "kind", "week_start", "period"),
    [
        ("2026-11-22", "day", "monday", span("2026-11-22", "2026-11-22")),
        ("2026-11-22", "week", "monday", span("2026-11-16", "2026-11-22")),
        ("2026-11-22", "week", "sunday", span("2026-11-22", "2026-11-28")),
        ("2026-11-23", "week", "monday", span("2026-11-23", "2026-11-29")),
        ("2026-11-28", "week", "sunday", span("2026-11-22", "2026-11-28")),
        ("2027-01-01", "week", "monday", span("2026-12-28", "2027-01-03")),
        ("2026-12-31", "month", "monday", span("2026-12-01", "2026-12-31")),
        ("2028-02-29", "month", "monday", span("2028-02-01", "2028-02-29")),
        ("2027-02-01", "month", "monday", span("2027-02-01", "2027-02-28")),
        ("2026-12-31", "quarter", "monday", span("2026-10-01", "2026-12-31")),
        ("2027-01-01", "quarter", "monday", span("2027-01-01", "2027-03-31")),
    ],
)
def test_the_period_of_a_day(day: str, kind: PeriodKind, week_start: WeekStart, period: Period) -> None:
    assert period_of(date.fromisoformat(day), kind, week_start) == period


@given(some_days, kinds, week_starts)
def test_periods_hold_their_days_and_follow_each_other_without_a_gap(
    day: date, kind: PeriodKind, week_start: WeekStart
) -> None:
    period = period_of(day, kind, week_start)
    assert day in period
    following = shifted(day, 1, kind, week_start)
    assert following.first == period.last + timedelta(days=1)
    assert shifted(following.first, -1, kind, week_start) == period
    index = indexer(kind, week_start)
    assert index(period.first) == index(day) == index(period.last) == index(following.first) - 1
    assert period_at(kind, index(day), week_start) == period
    assert first_day(kind, index(day), week_start) == period.first


@given(some_days, week_starts)
def test_weeks_begin_on_the_week_start_and_have_seven_days(day: date, week_start: WeekStart) -> None:
    week = period_of(day, "week", week_start)
    assert week.first.isoweekday() == {"monday": 1, "sunday": 7}[week_start]
    assert week.days == 7


def test_no_other_day_lies_in_a_period() -> None:
    week = span("2026-11-16", "2026-11-22")
    assert date(2026, 11, 15) not in week
    assert date(2026, 11, 23) not in week


@pytest.mark.parametrize(
    ("kind", "day", "words"),
    [
        ("day", "2026-11-20", "20 Nov"),
        ("day", "2024-11-20", "20 Nov 2024"),
        ("week", "2026-11-20", "week of 16 Nov"),
        ("week", "2026-01-01", "week of 29 Dec 2025"),
        ("month", "2026-11-20", "November"),
        ("month", "2025-11-20", "November 2025"),
        ("quarter", "2026-11-20", "Q4 2026"),
        ("quarter", "2025-01-01", "Q1 2025"),
    ],
)
def test_a_period_is_named_as_people_name_it(kind: PeriodKind, day: str, words: str) -> None:
    assert label(period_of(date.fromisoformat(day), kind), kind, TODAY) == words


@given(some_days)
def test_a_quarters_id_reads_back(day: date) -> None:
    assert parse_quarter(quarter_id(day)) == period_of(day, "quarter")
    assert parse_quarter(quarter_id(day).lower()) == period_of(day, "quarter")


@pytest.mark.parametrize(
    "text", ["", "2026", "2026Q0", "2026Q5", "Q3 2026", "26Q3", "1899Q4", "9999Q4", "2026Q33"]
)
def test_other_quarters_are_refused(text: str) -> None:
    with pytest.raises(Refusal, match="2026Q3"):
        parse_quarter(text)
