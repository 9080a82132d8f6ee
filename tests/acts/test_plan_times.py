"""When a plan begins and ends: whole days for a trip, and hours that the clock skips or has twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial

import pytest

from tests.acts.house import House, settle
from tracker.acts.plan_times import read_end, read_happened, read_start, said_back
from tracker.calendar.when import When
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.memory import MemoryStore


@pytest.fixture
def berlin() -> House:
    """Alex and Sam in Berlin, on a Friday evening at nine."""
    clock = FixedClock(datetime(2026, 11, 20, 20, tzinfo=UTC))
    return settle(House(MemoryStore(clock), clock), time_zone="Europe/Berlin")


def test_a_time_of_a_trip_is_refused_and_never_dropped(berlin: House) -> None:
    start = When(date(2026, 12, 4))
    for read in (
        partial(read_start, berlin.at(), "trip", "4 dec 7pm"),
        partial(read_end, berlin.at(), "trip", "6 dec at 19", start),
        partial(read_happened, berlin.at(), "trip", "yesterday 7pm"),
    ):
        with pytest.raises(Refusal, match="A trip is for whole days; please leave the time out"):
            read()


def test_next_weekend_is_two_days_for_a_trip_and_one_for_a_date(berlin: House) -> None:
    saturday, sunday = When(date(2026, 11, 28)), When(date(2026, 11, 29))
    assert read_start(berlin.at(), "trip", "next weekend") == (saturday, sunday)
    assert read_start(berlin.at(), "date", "next weekend") == (saturday, None)


def test_a_time_that_the_clock_skips_is_refused(berlin: House) -> None:
    with pytest.raises(Refusal, match="The clock skips 02:30 on Sunday 28 March 2027"):
        read_start(berlin.at(), "date", "28 march 2027 02:30")
    with pytest.raises(Refusal, match="The clock skips 02:30"):
        read_end(berlin.at(), "date", "02:30", When(date(2027, 3, 27), time(22)))
    assert read_start(berlin.at(), "date", "28 march 2027 03:00")[0].at == time(3)
    assert read_start(berlin.at(), "date", "28 march 2027")[0].at is None


def test_a_time_that_comes_twice_and_one_that_has_passed_are_told(berlin: House) -> None:
    twice = When(date(2027, 10, 31), time(2, 30))
    assert "which comes twice that night; the first is meant" in said_back(berlin.at(), twice)
    passed = read_start(berlin.at(), "date", "today 7pm")[0]
    assert said_back(berlin.at(), passed) == "Friday 20 November 2026, 19:00, which has passed"
    assert said_back(berlin.at(), When(date(2026, 11, 20), time(21, 30))).endswith("21:30")
    assert said_back(berlin.at(), When(date(2026, 11, 20))).endswith("2026")


def test_an_end_before_the_start_is_refused(berlin: House) -> None:
    start = When(date(2026, 12, 4))
    for text in ("1 dec", "tomorrow", "2026-12-01"):
        with pytest.raises(Refusal, match="is before it begins on Friday 4 December 2026"):
            read_end(berlin.at(), "trip", text, start)
    with pytest.raises(Refusal, match=r"18:00 is before it begins on Friday 4 December 2026, 19:00"):
        read_end(berlin.at(), "date", "4 dec 18:00", When(date(2026, 12, 4), time(19)))


def test_what_happened_was_the_last_such_moment(berlin: House) -> None:
    assert read_happened(berlin.at(), "date", "7pm") == When(date(2026, 11, 20), time(19))
    assert read_happened(berlin.at(), "date", "11pm") == When(date(2026, 11, 19), time(23))
    assert read_happened(berlin.at(), "date", "sat") == When(date(2026, 11, 14))
