"""Days as people say them. Today is Sunday 22 November 2026 throughout, unless a test says otherwise."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from tracker.calendar.spoken import (
    Spoken,
    read_any_day,
    read_began,
    read_coming,
    read_past_day,
    read_pause_day,
    read_pause_end,
)
from tracker.errors import Refusal

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        (" 2026-11-20 ", "2026-11-20"),
        ("2026/3/4", "2026-03-04"),
        ("20 Nov", "2026-11-20"),
        ("22 nov", "2026-11-22"),
        ("23 nov", "2025-11-23"),
        ("Nov 20", "2026-11-20"),
        ("20. November", "2026-11-20"),
        ("20th of November", "2026-11-20"),
        ("sept 3", "2026-09-03"),
        ("20 November 2024", "2024-11-20"),
        ("November 20th, 2024", "2024-11-20"),
        ("20-Nov-2024", "2024-11-20"),
        ("Friday, 20 November 2026", "2026-11-20"),
        ("fri 2026-11-20", "2026-11-20"),
        ("29 feb", "2024-02-29"),
        ("31 Dec", "2025-12-31"),
        ("20/11", "2026-11-20"),
        ("20.11.", "2026-11-20"),
        ("20.11.2025", "2025-11-20"),
        ("11/20/2025", "2025-11-20"),
        ("05/05", "2026-05-05"),
        ("today", "2026-11-22"),
        ("Yesterday", "2026-11-21"),
        ("last night", "2026-11-21"),
        ("the day before yesterday", "2026-11-20"),
        ("fri", "2026-11-20"),
        ("on fri", "2026-11-20"),
        ("this friday", "2026-11-20"),
        ("SUNDAY", "2026-11-22"),
        ("thurs", "2026-11-19"),
        ("mon", "2026-11-16"),
        ("last friday", "2026-11-20"),
        ("last sunday", "2026-11-15"),
        ("3 days ago", "2026-11-19"),
        ("two weeks ago", "2026-11-08"),
        ("a month ago", "2026-10-22"),
        ("1 year ago", "2025-11-22"),
        ("end of last month", "2026-10-31"),
    ],
)
def test_the_day_of_an_entry(text: str, day: str) -> None:
    assert read_past_day(text, TODAY)[:2] == (date.fromisoformat(day), None)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2026-11-27", "2026-11-27", None),
        ("2026-11-27T19:00", "2026-11-27", "19:00"),
        ("2026-11-27 19:00:00", "2026-11-27", "19:00"),
        ("2026-11-01", "2026-11-01", None),  # named in full it may be past
        ("20 Nov", "2027-11-20", None),
        ("22 Nov", "2026-11-22", None),
        ("24 Dec 7pm", "2026-12-24", "19:00"),
        ("1 Jan", "2027-01-01", None),
        ("29 Feb", "2028-02-29", None),
        ("fri", "2026-11-27", None),
        ("sun", "2026-11-22", None),
        ("sat 19:30", "2026-11-28", "19:30"),
        ("next friday 7pm", "2026-11-27", "19:00"),
        ("next sunday", "2026-11-29", None),
        ("coming sunday", "2026-11-29", None),
        ("7pm next fri", "2026-11-27", "19:00"),
        ("tomorrow at 7:30 pm", "2026-11-23", "19:30"),
        ("tomorrow, 7.30pm", "2026-11-23", "19:30"),
        ("the day after tomorrow", "2026-11-24", None),
        ("tonight 8 p.m.", "2026-11-22", "20:00"),
        ("noon tomorrow", "2026-11-23", "12:00"),
        ("12 noon", "2026-11-22", "12:00"),
        ("7pm", "2026-11-22", "19:00"),
        ("12am", "2026-11-22", "00:00"),
        ("12:15pm", "2026-11-22", "12:15"),
        ("@ 9:05", "2026-11-22", "09:05"),
        ("in 3 weeks", "2026-12-13", None),
        ("in a week 19:30", "2026-11-29", "19:30"),
        ("10 days from now", "2026-12-02", None),
        ("in 3 months", "2027-02-22", None),
        ("this weekend", "2026-11-22", None),  # it is Sunday
        ("next weekend", "2026-11-28", None),
        ("end of month", "2026-11-30", None),
        ("the end of the month", "2026-11-30", None),
        ("end of next month", "2026-12-31", None),
    ],
)
def test_the_day_and_time_of_a_plan(text: str, day: str, clock: str | None) -> None:
    expected = time.fromisoformat(clock) if clock else None
    assert read_coming(text, TODAY)[:2] == (date.fromisoformat(day), expected)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-11-16", "next friday", "2026-11-27"),  # a Monday: next week's, not this week's
        ("2026-11-16", "friday", "2026-11-20"),
        ("2026-11-20", "friday", "2026-11-20"),
        ("2026-11-20", "next friday", "2026-11-27"),
        ("2026-11-20", "coming friday", "2026-11-27"),
        ("2026-11-18", "this weekend", "2026-11-21"),
        ("2026-11-21", "this weekend", "2026-11-21"),
        ("2026-11-18", "next weekend", "2026-11-28"),
        ("2026-12-31", "1 jan", "2027-01-01"),
        ("2026-12-31", "in 2 months", "2027-02-28"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2028-02-29", "29 feb", "2028-02-29"),
        ("2028-03-01", "29 feb", "2032-02-29"),
        ("2097-01-01", "29 feb", "2104-02-29"),  # 2100 is no leap year
        ("2028-02-29", "in 1 year", "2029-02-28"),
    ],
)
def test_coming_days_from_other_todays(today: str, text: str, day: str) -> None:
    assert read_coming(text, date.fromisoformat(today)).day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [("10 aug", "2026-08-10"), ("20 dec", "2026-12-20"), ("sun", "2026-11-22"), ("yesterday", "2026-11-21")],
)
def test_a_day_on_either_side_is_the_nearest(text: str, day: str) -> None:
    assert read_any_day(text, TODAY).day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 Dec", "2025-12-01"),
        ("3 aug", "2026-08-03"),
        ("fri", "2026-11-20"),
        ("yesterday", "2026-11-21"),
        ("1 Dec 2026", "2026-12-01"),
        ("tomorrow", "2026-11-23"),
        ("in 1 week", "2026-11-29"),
    ],
)
def test_what_began_did_so_in_the_past_unless_a_day_to_come_is_said(text: str, day: str) -> None:
    assert read_began(text, TODAY).day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 Oct", "2026-10-01"),
        ("20 dec", "2026-12-20"),
        ("1 Oct 2024", "2024-10-01"),
        ("fri", "2026-11-27"),
        ("sunday", "2026-11-22"),
        ("last friday", "2026-11-20"),
        ("next weekend", "2026-11-28"),
        ("2 weeks ago", "2026-11-08"),
    ],
)
def test_a_pause_begins_on_the_nearest_day_and_on_the_coming_weekday(text: str, day: str) -> None:
    assert read_pause_day(text, TODAY).day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("first", "text", "day"),
    [
        ("2026-10-01", "7 Oct", "2026-10-07"),
        ("2024-10-01", "7 Oct", "2024-10-07"),
        ("2026-12-28", "3 jan", "2027-01-03"),
        ("2026-12-28", "28 dec", "2026-12-28"),
        ("2026-10-01", "fri", "2026-11-27"),
        ("2026-12-01", "fri", "2026-12-04"),
        ("2026-10-01", "yesterday", "2026-11-21"),
        ("2026-11-24", "in 1 week", "2026-11-29"),
        ("2026-11-24", "today", "2026-11-22"),
        ("2026-11-24", "2026-11-20", "2026-11-20"),
    ],
)
def test_a_pause_ends_on_or_after_its_first_day_unless_another_day_is_said(
    first: str, text: str, day: str
) -> None:
    assert read_pause_end(text, date.fromisoformat(first), TODAY).day == date.fromisoformat(day)


def test_what_began_and_what_rests_are_whole_days() -> None:
    for read in (read_began, read_pause_day):
        with pytest.raises(Refusal, match="leave the time out"):
            read("friday 7pm", TODAY)
    with pytest.raises(Refusal, match="leave the time out"):
        read_pause_end("friday 7pm", TODAY, TODAY)


@pytest.mark.parametrize(
    ("text", "reader", "one", "other"),
    [
        ("fri", read_any_day, "Friday 20 November 2026", "Friday 27 November 2026"),
        ("03/04", read_past_day, "Wednesday 4 March 2026", "Friday 3 April 2026"),
        ("3.4.2026", read_coming, "Wednesday 4 March 2026", "Friday 3 April 2026"),
    ],
)
def test_what_could_be_two_days_is_refused_with_both(
    text: str, reader: Callable[[str, date], Spoken], one: str, other: str
) -> None:
    with pytest.raises(Refusal, match=f"{one} or {other}"):
        reader(text, TODAY)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tomorrow", "Monday 23 November 2026 is still to come"),
        ("next friday", "Friday 27 November 2026 is still to come"),
        ("2027-01-01", "still to come"),
        ("1899-12-31", "from 1900 to 2200"),
        ("yesterday 7pm", "whole day"),
        ("last weekend", "two days"),
    ],
)
def test_what_is_no_day_of_an_entry(text: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_past_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not a day"),
        ("fri " * 20, "not a day"),
        ("soon", "cannot be read; write it like"),
        ("next week", "cannot be read"),
        ("november", "understood so far: November;"),
        ("nov 2026", "understood so far: November, 2026;"),
        ("sat or sun 7pm", "understood so far: Saturday, Sunday, 19:00;"),
        ("you waited up for me", "cannot be read; write it like"),
        ("20", "A number alone"),
        ("2026", "A number alone"),
        ("20261120", "A number alone"),
        ("20 11", "A number alone"),
        ("20 nov 26", "cannot be read"),
        ("20 nov 21 nov", "cannot be read"),
        ("fri sat 20 nov", "cannot be read"),
        ("20 nov 2025 2026", "cannot be read"),
        ("nov twenty", "understood so far: November;"),
        ("20/11/26", "cannot be read"),
        ("29 feb 2027", "no such day"),
        ("31 june", "no such day"),
        ("30 feb", "no such day"),
        ("13/13", "no such day"),
        ("2026-02-29", "no such day"),
        ("20 nov 1850", "no such day from 1900 to 2200"),
        ("20 nov 2201", "no such day from 1900 to 2200"),
        ("in 400 years", "Days go from 1900 to 2200"),
        ("in 9999 years", "too far away"),
        ("9999 years ago", "too far away"),
        ("thu 20 nov 2026", "Friday 20 November 2026 is no Thursday"),
        ("7pm 8pm", "More than one time"),
        ("2026-11-20T19:00+01:00", "More than one time"),
        ("midnight", "begin or end"),
        ("fri at 7", "morning or evening"),
        ("13pm", "That time cannot be read"),
        ("0am", "That time cannot be read"),
        ("24:00", "That time cannot be read"),
        ("19:60", "That time cannot be read"),
        ("last weekend", "two days"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_was_understood(text: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_coming(text, TODAY)


def test_the_latest_29_february_may_be_seven_years_ago() -> None:
    assert read_past_day("29 feb", date(2103, 12, 31)).day == date(2096, 2, 29)


def test_a_refusal_never_repeats_what_was_typed() -> None:
    with pytest.raises(Refusal) as refused:
        read_past_day("thank you for friday zanzibar", TODAY)
    assert "zanzibar" not in refused.value.sentence
    assert "Friday" in refused.value.sentence


def test_what_was_understood_is_echoed_in_full() -> None:
    assert read_past_day("20 nov", TODAY).understood == "Friday 20 November 2026"
    assert read_coming("next fri 7pm", TODAY).understood == "Friday 27 November 2026, 19:00"


def test_only_a_written_date_costs_dateutil() -> None:
    code = (
        "import sys; from datetime import date; from tracker.calendar.spoken import read_past_day;"
        "[read_past_day(t, date(2026, 11, 22)) for t in ('2026-11-20', 'fri', 'yesterday', '3 days ago')];"
        "sys.exit('dateutil' in sys.modules)"
    )
    command = [sys.executable, "-S", "-c", code]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
