"""The couple's day, across moved clocks, day ends and machines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar import days
from tracker.calendar.days import check_day, check_zone, civil_day, machine_zone, next_day_end, parse_day_end
from tracker.errors import Refusal

TODAY = date(2026, 11, 22)
ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Havana",
    "Asia/Kathmandu",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Pacific/Kiritimati",
)
ENDS = ("00:00", "00:30", "02:00", "02:30", "02:59", "03:00", "04:00", "11:59")

instants = st.integers(0, 2**31).map(lambda second: datetime.fromtimestamp(second, UTC))
# Moved clocks are rare among random instants: half of the time, look at the nights where they are moved.
moved_nights = st.sampled_from(
    [
        datetime(2026, 3, 28, 20, tzinfo=UTC),  # Europe springs forward
        datetime(2026, 10, 24, 20, tzinfo=UTC),  # Europe falls back
        datetime(2026, 3, 8, 2, tzinfo=UTC),
        datetime(2026, 11, 1, 1, tzinfo=UTC),
        datetime(2018, 2, 17, 22, tzinfo=UTC),  # São Paulo falls back at midnight, into yesterday
        datetime(2018, 11, 3, 22, tzinfo=UTC),  # and springs forward over midnight
        datetime(2026, 4, 4, 10, tzinfo=UTC),  # Lord Howe moves by half an hour
        datetime(2011, 12, 29, 20, tzinfo=UTC),  # Apia skips a whole day
    ]
)
near_moved_clocks = st.builds(
    lambda night, minutes: night + timedelta(minutes=minutes), moved_nights, st.integers(0, 900)
)


@pytest.mark.parametrize(
    ("now", "zone", "ends", "day"),
    [
        ("2026-11-22T12:00+00:00", "UTC", "04:00", "2026-11-22"),
        ("2026-11-22T03:59+00:00", "UTC", "04:00", "2026-11-21"),
        ("2026-11-22T04:00+00:00", "UTC", "04:00", "2026-11-22"),
        ("2026-11-22T00:00+00:00", "UTC", "00:00", "2026-11-22"),
        ("2026-11-22T11:58+00:00", "UTC", "11:59", "2026-11-21"),
        ("2026-11-22T11:59+00:00", "UTC", "11:59", "2026-11-22"),
        # The zone is the couple's, whatever offset the instant is written with.
        ("2026-11-22T23:30+00:00", "Europe/Berlin", "00:00", "2026-11-23"),
        ("2026-11-22T23:30-05:00", "Europe/Berlin", "04:00", "2026-11-23"),
        ("2026-11-22T23:30+00:00", "America/New_York", "04:00", "2026-11-22"),
        ("2026-12-31T23:30+00:00", "Pacific/Kiritimati", "04:00", "2027-01-01"),
        # New Year's night, and the 29th of February, belong to the evening they grew out of.
        ("2027-01-01T02:00+00:00", "UTC", "04:00", "2026-12-31"),
        ("2028-03-01T02:00+00:00", "UTC", "04:00", "2028-02-29"),
        ("2027-03-01T02:00+00:00", "UTC", "04:00", "2027-02-28"),
        # Berlin has no 02:30 on this night: the clock shows 01:59, then 03:00.
        ("2026-03-29T00:59:59+00:00", "Europe/Berlin", "02:30", "2026-03-28"),
        ("2026-03-29T01:00:00+00:00", "Europe/Berlin", "02:30", "2026-03-29"),
        # Berlin has 02:30 twice on this night, and the day is read off the clock each time.
        ("2026-10-25T00:29:59+00:00", "Europe/Berlin", "02:30", "2026-10-24"),
        ("2026-10-25T00:30:00+00:00", "Europe/Berlin", "02:30", "2026-10-25"),
        ("2026-10-25T01:00:00+00:00", "Europe/Berlin", "02:30", "2026-10-24"),
        ("2026-10-25T01:30:00+00:00", "Europe/Berlin", "02:30", "2026-10-25"),
    ],
)
def test_the_day_is_the_local_date_minus_one_before_the_day_end(
    now: str, zone: str, ends: str, day: str
) -> None:
    assert civil_day(datetime.fromisoformat(now), zone, ends) == date.fromisoformat(day)


@pytest.fixture
def moved_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Move the machine itself to another zone, and back at the end."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def test_a_moved_machine_does_not_move_the_couples_day(moved_machine: Callable[[str], None]) -> None:
    now = datetime(2026, 11, 22, 13, tzinfo=UTC)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"):
        moved_machine(zone)
        assert civil_day(now, "Europe/Berlin", "04:00") == TODAY
        assert next_day_end(now, "Europe/Berlin", "04:00") == datetime(2026, 11, 23, 3, tzinfo=UTC)


@given(instants | near_moved_clocks, st.sampled_from(ZONES), st.sampled_from(ENDS), st.integers(1, 10**6))
def test_the_day_changes_at_the_next_day_end_and_not_before(
    now: datetime, zone: str, ends: str, part: int
) -> None:
    end = next_day_end(now, zone, ends)
    assert now < end <= now + timedelta(hours=50)
    assert end.tzinfo is UTC
    assert civil_day(end, zone, ends) != civil_day(now, zone, ends)
    before = now + (end - now) * part / 10**6 - timedelta(microseconds=1)
    for moment in (max(before, now), end - timedelta(microseconds=1)):
        assert civil_day(moment, zone, ends) == civil_day(now, zone, ends)


def test_a_day_end_within_the_repeated_hour_comes_twice() -> None:
    moment = datetime(2026, 10, 24, 12, tzinfo=UTC)
    ends = []
    for _ in range(4):
        moment = next_day_end(moment, "Europe/Berlin", "02:30")
        ends.append(f"{moment:%d %H:%M}")
    assert ends == ["25 00:30", "25 01:00", "25 01:30", "26 01:30"]


def test_the_day_end_in_a_gap_is_where_the_clock_jumps() -> None:
    evening = datetime(2026, 3, 28, 8, tzinfo=UTC)
    assert next_day_end(evening, "Europe/Berlin", "02:30") == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_skipped_day_is_skipped() -> None:
    evening = datetime(2011, 12, 30, 9, tzinfo=UTC)
    assert civil_day(evening, "Pacific/Apia", "00:00") == date(2011, 12, 29)
    end = next_day_end(evening, "Pacific/Apia", "00:00")
    assert civil_day(end, "Pacific/Apia", "00:00") == date(2011, 12, 31)


def test_days_to_come_and_before_1900_are_refused() -> None:
    assert check_day(TODAY, TODAY) == TODAY
    assert check_day(date(1900, 1, 1), TODAY) == date(1900, 1, 1)
    for day in (date(2026, 11, 23), date(1899, 12, 31), date.max, date.min):
        with pytest.raises(Refusal):
            check_day(day, TODAY)


@pytest.mark.parametrize(
    ("text", "stored"), [("4:00", "04:00"), ("04:00", "04:00"), (" 00:00 ", "00:00"), ("11:59", "11:59")]
)
def test_a_day_end_is_stored_in_one_form(text: str, stored: str) -> None:
    assert parse_day_end(text) == stored


@pytest.mark.parametrize(
    "text", ["", "4", "12:00", "23:59", "04:60", "-1:00", "04:00:00", "٤:٠٠", "04:0", "x"]
)
def test_other_day_ends_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse_day_end(text)


@pytest.mark.parametrize("name", ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/UTC"])
def test_iana_zones_are_known(name: str) -> None:
    assert check_zone(name) == name


@pytest.mark.parametrize(
    "name",
    [
        *("", "Nowhere", "Europe", "localtime", "right/UTC", "posix/UTC", "Factory", "CET-1CEST", "+02:00"),
        *("../../etc/passwd", "/etc/localtime", "a\0b", "x" * 5000, "\ud800"),
    ],
)
def test_other_zones_are_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(Refusal, match="Europe/Berlin"):
        check_zone(name)


def test_a_near_zone_is_offered() -> None:
    for text in ("europe/berlin", "Berlin", " berlin"):
        with pytest.raises(Refusal, match=r"perhaps Europe/Berlin is meant"):
            check_zone(text)
    with pytest.raises(Refusal, match="America/New_York"):
        check_zone("New York")


@given(st.text())
def test_no_text_upsets_the_zone_or_day_end(text: str) -> None:
    for check in (check_zone, parse_day_end):
        try:
            check(text)
        except Refusal as refusal:
            assert refusal.sentence.endswith(".")


def test_an_unknown_stored_zone_is_refused_and_never_guessed() -> None:
    with pytest.raises(Refusal):
        civil_day(datetime(2026, 1, 1, tzinfo=UTC), "Atlantis/Centre", "04:00")


@pytest.mark.parametrize(
    ("variable", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Asia/Kathmandu", "Asia/Kathmandu"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
    ],
)
def test_set_up_suggests_the_machines_zone(monkeypatch: pytest.MonkeyPatch, variable: str, zone: str) -> None:
    monkeypatch.setenv("TZ", variable)
    assert machine_zone() == zone


def test_a_machine_that_does_not_tell_its_zone_is_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "_machine_zone_names", lambda: iter(["", "CET-1CEST", "localtime"]))
    assert machine_zone() == "UTC"
    monkeypatch.undo()
    monkeypatch.delenv("TZ", raising=False)
    check_zone(machine_zone())
