"""The couple's day, as acts see it: across day ends, moved clocks and another zone of the machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.acts.house import House, settle
from tracker.acts.couple import change_couple
from tracker.acts.entries import appreciate, set_weather, tell
from tracker.acts.pauses import pause, resume
from tracker.acts.rituals import did
from tracker.clock import FixedClock
from tracker.store.memory import MemoryStore

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu")


def home(now: datetime, **settings: str) -> House:
    """A couple that was set up a day before, at this moment."""
    clock = FixedClock(now - timedelta(days=1))
    house = settle(House(MemoryStore(clock), clock), effort_start=None, **settings)
    house.clock.move_to(now)
    return house


@pytest.mark.parametrize(
    ("zone", "ends", "now", "day"),
    [
        # Berlin: the hour from 02:00 to 03:00 comes twice on 25 October 2026, and not at all on 29 March.
        ("Europe/Berlin", "02:30", "2026-10-25T00:29:00", "2026-10-24"),
        ("Europe/Berlin", "02:30", "2026-10-25T01:31:00", "2026-10-25"),
        ("Europe/Berlin", "04:00", "2026-10-25T02:59:00", "2026-10-24"),
        ("Europe/Berlin", "04:00", "2026-10-25T03:00:00", "2026-10-25"),
        ("Europe/Berlin", "02:30", "2026-03-29T00:59:00", "2026-03-28"),
        ("Europe/Berlin", "02:30", "2026-03-29T01:00:00", "2026-03-29"),
        ("Europe/Berlin", "00:00", "2026-12-31T22:59:59", "2026-12-31"),
        ("Europe/Berlin", "00:00", "2026-12-31T23:00:00", "2027-01-01"),
        ("Europe/Berlin", "11:59", "2027-01-01T10:58:00", "2026-12-31"),
        ("UTC", "04:00", "2028-03-01T03:59:59", "2028-02-29"),
        ("UTC", "04:00", "2027-03-01T03:59:59", "2027-02-28"),
        # Samoa had no 30 December 2011 at all.
        ("Pacific/Apia", "04:00", "2011-12-30T13:59:00", "2011-12-30"),
        ("Pacific/Apia", "00:00", "2011-12-30T10:00:00", "2011-12-31"),
    ],
)
def test_an_entry_is_of_the_couples_day(zone: str, ends: str, now: str, day: str) -> None:
    house = home(datetime.fromisoformat(now).replace(tzinfo=UTC), time_zone=zone, day_ends_at=ends)
    house.do(appreciate, by=house.alex, text="Tea")
    house.do(did, "date", by="")
    house.do(set_weather, me=house.sam, level=3)
    house.do(tell, house.newest("appreciations"), me=house.alex)
    assert {d["day"] for t in ("appreciations", "moments", "weather") for d in house.all(t)} == {day}
    assert house.only("appreciations")["told_on"] == day


def test_a_change_of_the_machines_zone_changes_no_day(monkeypatch: pytest.MonkeyPatch) -> None:
    house = home(datetime(2026, 11, 20, 23, 30, tzinfo=UTC), time_zone="Europe/Berlin")
    days = []
    for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        days.append(house.at().today)
    assert days == [date(2026, 11, 20)] * 3


def test_a_day_once_written_is_never_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    house = home(datetime(2026, 11, 20, 3, 0, tzinfo=UTC))
    house.do(appreciate, by=house.alex, text="Tea")
    house.do(did, "date", by="")
    house.do(change_couple, time_zone="Pacific/Kiritimati", day_ends_at="00:00")
    assert house.at().today == date(2026, 11, 20)
    assert house.only("appreciations")["day"] == house.only("moments")["day"] == "2026-11-19"


def test_the_moment_of_writing_stands_beside_the_day_in_utc() -> None:
    house = home(datetime(2026, 11, 20, 2, 0, tzinfo=UTC), time_zone="Europe/Berlin")
    house.do(appreciate, by=house.alex, text="Tea")
    assert house.only("appreciations")["recorded_at"] == "2026-11-20T02:00:00+00:00"


def test_telling_is_once_a_couples_day_and_not_once_a_date_of_the_clock() -> None:
    house = home(datetime(2026, 11, 20, 22, 0, tzinfo=UTC))
    for text in ("One", "Two"):
        house.do(appreciate, by=house.alex, text=text, day=date(2026, 11, 18))
    one, two = (document["id"] for document in house.all("appreciations"))
    house.do(tell, one, me=house.alex)
    assert "One was told today" in house.later(hours=5).refused(tell, two, me=house.alex)
    house.later(hours=2).do(tell, two, me=house.alex)


@given(
    zone=st.sampled_from(ZONES),
    minutes=st.integers(0, 11 * 60 + 59),
    hours=st.integers(0, 20 * 365 * 24),
)
def test_any_act_at_any_moment_is_of_that_day_and_never_of_one_to_come(
    zone: str, minutes: int, hours: int
) -> None:
    ends = f"{minutes // 60:02}:{minutes % 60:02}"
    house = home(datetime(2010, 1, 1, tzinfo=UTC) + timedelta(hours=hours), time_zone=zone, day_ends_at=ends)
    wall = house.clock.now().astimezone(UTC)
    assert abs(house.at().today - wall.date()) <= timedelta(days=1)
    house.do(did, "date", by="")
    house.do(pause, house.at().today - timedelta(days=2))
    house.do(resume)
    assert house.only("moments")["day"] == house.at().today.isoformat()
    assert house.only("pauses")["until"] == (house.at().today - timedelta(days=1)).isoformat()
    assert "still to come" in house.refused(did, "date", by="", day=house.at().today + timedelta(days=1))
