"""The weekend that an empty month proposes, against a walk through its days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.periods import weekend_of

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@given(DAYS, DAYS)
def test_it_is_the_first_friday_to_come_in_that_month(day: date, today: date) -> None:
    first = day.replace(day=1)
    month = [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == day.month]
    fridays = [one for one in month if one.weekday() == 4 and one >= today]
    found = (fridays[0], fridays[0] + timedelta(days=2)) if fridays else (None, None)
    assert weekend_of(day, today) == found
