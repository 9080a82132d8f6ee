"""Times of day and weekends as people write them. It is nine in the evening of Friday 20 November 2026."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.spoken import read_coming, read_lived, read_past_day, read_pause_end, read_until
from tracker.errors import Refusal

TODAY = date(2026, 11, 20)
NINE = datetime(2026, 11, 20, 21, 0)  # noqa: DTZ001 - a wall clock, in no zone


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("fri 19.30", "2026-11-27 19:30"),
        ("sat 19.30", "2026-11-21 19:30"),
        ("at 19.30 on sat", "2026-11-21 19:30"),
        ("19/12 19.30", "2026-12-19 19:30"),
        ("19.12. 19.30", "2026-12-19 19:30"),
        ("19.12 19.30", "2026-12-19 19:30"),
        ("12.12.2026 19.00", "2026-12-12 19:00"),
        ("next friday at 19", "2026-11-27 19:00"),
        ("21 May 2027 at 19:30", "2027-05-21 19:30"),
        ("on the 21st of may at 19h30", "2027-05-21 19:30"),
        ("sat 19h", "2026-11-21 19:00"),
        ("Sat. 5 Dec. 7 p.m.", "2026-12-05 19:00"),
        ("tonight at 8", "2026-11-20 20:00"),
        ("tonight at 11", "2026-11-20 23:00"),
        ("tonight at 1", "2026-11-21 01:00"),
        ("tonight 1am", "2026-11-21 01:00"),
        ("saturday night at 9", "2026-11-21 21:00"),
        ("saturday night at 1", "2026-11-22 01:00"),
        ("sat night 00:30", "2026-11-22 00:30"),
        ("tomorrow evening at 8", "2026-11-21 20:00"),
        ("tomorrow morning at 9", "2026-11-21 09:00"),
        ("tomorrow afternoon at 3", "2026-11-21 15:00"),
        ("7 in the evening tomorrow", "2026-11-21 19:00"),
        ("11 tonight", "2026-11-20 23:00"),
        ("half past seven tomorrow evening", "2026-11-21 19:30"),
        ("quarter to eight sunday evening", "2026-11-22 19:45"),
        ("twenty to one tomorrow afternoon", "2026-11-21 12:40"),
        ("eight o'clock tomorrow evening", "2026-11-21 20:00"),
        ("sunday at noon", "2026-11-22 12:00"),
        ("1am", "2026-11-21 01:00"),
        ("7pm", "2026-11-21 19:00"),
        ("at 20", "2026-11-21 20:00"),
        ("22:00", "2026-11-20 22:00"),
        ("noon", "2026-11-21 12:00"),
        ("19.30", "2026-11-21 19:30"),
        ("fri 7pm", "2026-11-27 19:00"),  # this evening it has passed
        ("fri 22:00", "2026-11-20 22:00"),
        ("today 7pm", "2026-11-20 19:00"),  # said in so many words
        ("last night at 11", "2026-11-19 23:00"),
    ],
)
def test_a_day_with_its_time(text: str, when: str) -> None:
    spoken = read_coming(text, TODAY, NINE)
    assert spoken.time is not None
    assert f"{spoken.day} {spoken.time:%H:%M}" == when


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fri.", "2026-11-20"),
        ("on the 21st of may", "2027-05-21"),
        ("may the 21st", "2027-05-21"),
        ("tomorrow evening", "2026-11-21"),
        ("saturday night", "2026-11-21"),
        ("this evening", "2026-11-20"),
        ("tonight", "2026-11-20"),
        ("in a fortnight", "2026-12-04"),
        ("the day after tomorrow", "2026-11-22"),
        ("19.12", "2026-12-19"),
        ("next weekend", "2026-11-28"),
    ],
)
def test_a_day_alone_has_no_time(text: str, day: str) -> None:
    assert read_coming(text, TODAY, NINE)[:2] == (date.fromisoformat(day), None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("at 7", "That could be 07:00 or 19:00"),
        ("fri at 7", "That could be 07:00 or 19:00"),
        ("half past seven", "That could be 07:30 or 19:30"),
        ("8 o'clock tomorrow", "That could be 08:00 or 20:00"),
        ("fri 4.12", "Friday 4 December 2026 or Friday 27 November 2026, 04:12"),
        ("5.12 7.30", "Saturday 5 December 2026 or Wednesday 12 May 2027"),
        ("tonight 8am", "08:00 is not at night"),
        ("tomorrow evening at noon", "12:00 is not in the evening"),
        ("tomorrow morning 19:00", "19:00 is not in the morning"),
        ("tonight at 12", "Midnight could begin or end a day"),
        ("tomorrow morning evening", "Both evening and morning were understood"),
        ("sat 19.30 7pm", "cannot be read"),
    ],
)
def test_what_could_be_two_times_is_refused_with_what_was_understood(text: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_coming(text, TODAY, NINE)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("next weekend", "2026-11-28", "2026-11-29"),
        ("this weekend", "2026-11-21", "2026-11-22"),
        ("the weekend", "2026-11-21", "2026-11-22"),
    ],
)
def test_a_weekend_knows_its_sunday(text: str, first: str, last: str) -> None:
    spoken = read_coming(text, TODAY)
    assert (str(spoken.day), str(spoken.last)) == (first, last)
    assert spoken.understood.endswith(f"to Sunday {spoken.last:%-d} November 2026")


def test_while_the_day_goes_on_past_midnight_tonight_is_still_to_come() -> None:
    one = datetime(2026, 11, 21, 1, 0)  # noqa: DTZ001 - the couple's day is still the 20th
    assert str(read_coming("today 2am", TODAY, one).day) == "2026-11-21"
    assert str(read_coming("tonight at 8", TODAY, one).day) == "2026-11-21"
    assert str(read_coming("2am", TODAY, one).day) == "2026-11-21"
    assert str(read_coming("00:30", TODAY, one).day) == "2026-11-22"


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.times())  # noqa: DTZ001
def test_a_time_alone_is_the_next_such_moment(wall: datetime, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    today = (wall - timedelta(hours=4)).date()
    spoken = read_coming(f"{clock:%H:%M}", today, wall)
    assert timedelta(0) < datetime.combine(spoken.day, clock) - wall <= timedelta(1)
    lived = read_lived(f"{clock:%H:%M}", today, wall)
    assert timedelta(0) <= wall - datetime.combine(lived.day, clock) < timedelta(1)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("at 11", "2026-12-04 23:00"),
        ("1am", "2026-12-05 01:00"),
        ("at 1", "2026-12-05 01:00"),
        ("22:00", "2026-12-04 22:00"),
        ("sat 01:00", "2026-12-05 01:00"),
        ("sat night at 1", "2026-12-06 01:00"),
    ],
)
def test_the_time_of_an_end_is_told_from_the_start(text: str, end: str) -> None:
    spoken = read_until(text, date(2026, 12, 4), time(19), TODAY)
    assert f"{spoken.day} {spoken.time:%H:%M}" == end


@pytest.mark.parametrize(
    ("begins", "text", "end"),
    [
        ("2026-12-11", "sunday", "2026-12-13"),
        ("2026-12-28", "3 jan", "2027-01-03"),
        ("2027-01-10", "5 jan 2028", "2028-01-05"),
        ("2026-11-20", "tomorrow", "2026-11-21"),
        ("2026-11-27", "next weekend", "2026-11-29"),
    ],
)
def test_the_last_day_of_a_trip(begins: str, text: str, end: str) -> None:
    assert str(read_until(text, date.fromisoformat(begins), None, TODAY).day) == end


def test_an_end_before_the_start_is_not_one_in_a_year() -> None:
    sentence = "Tuesday 5 January 2027 is before it begins on Sunday 10 January 2027"
    for read in (
        partial(read_until, "5 jan", date(2027, 1, 10), None, TODAY),
        partial(read_pause_end, "5 jan", date(2027, 1, 10), TODAY),
    ):
        with pytest.raises(Refusal, match=sentence):
            read()


def test_examples_lie_on_the_right_side_of_today() -> None:
    with pytest.raises(Refusal, match="29 Nov, tomorrow, fri or 2026-11-29"):
        read_coming("soon", TODAY)
    with pytest.raises(Refusal, match="18 Nov, yesterday, fri or 2026-11-18"):
        read_past_day("soon", TODAY)


def test_an_entry_of_a_dotted_day_is_that_day() -> None:
    assert str(read_past_day("fri 20.11", TODAY).day) == "2026-11-20"
    assert str(read_past_day("yesterday evening", TODAY).day) == "2026-11-19"
