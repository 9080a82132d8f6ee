"""What must hold of days as people say them, whatever they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.names import MONTHS, WEEKDAYS, long_day, short_day
from tracker.calendar.spoken import Spoken, read_any_day, read_coming, read_past_day
from tracker.errors import Refusal

READERS = (read_past_day, read_coming, read_any_day)

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
todays = st.dates(date(1990, 1, 1), date(2150, 12, 31))

FORMATS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    long_day,
    lambda d: long_day(d).upper(),
    lambda d: f"{short_day(d)} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]}, {d.day}. {MONTHS[d.month - 1][:3]}. {d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.year} {MONTHS[d.month - 1][:3]} {d.day}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
)


@given(days, todays, st.sampled_from(FORMATS))
def test_a_day_written_in_full_reads_back(day: date, today: date, written: Callable[[date], str]) -> None:
    assert read_coming(written(day), today).day == day
    assert read_any_day(written(day), today).day == day
    assert read_coming(read_coming(written(day), today).understood, today).day == day
    if day <= today:
        assert read_past_day(written(day), today).day == day


@given(days, st.times(), todays)
def test_a_time_reads_back_with_its_day(day: date, clock: time, today: date) -> None:
    clock = clock.replace(second=0, microsecond=0)
    twelve = f"{clock.hour % 12 or 12}:{clock.minute:02}{'am' if clock.hour < 12 else 'pm'}"
    for text in (f"{day} {clock:%H:%M}", f"{day}T{clock:%H:%M}", f"{long_day(day)} at {twelve}"):
        assert read_coming(text, today)[:2] == (day, clock)


@given(days, todays)
def test_a_day_without_a_year_rolls_to_the_nearest_in_its_direction(day: date, today: date) -> None:
    past = read_past_day(short_day(day), today).day
    coming = read_coming(short_day(day), today).day
    assert (past.month, past.day) == (coming.month, coming.day) == (day.month, day.day)
    assert past <= today <= coming
    between = [d for d in range(past.toordinal() + 1, coming.toordinal()) if _same(date.fromordinal(d), day)]
    assert not between
    assert read_any_day(short_day(day), today).day in (past, coming)


def _same(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day)


@given(todays, st.integers(0, 6), st.sampled_from([3, 4, 9]))
def test_a_weekday_is_within_a_week_of_today(today: date, weekday: int, letters: int) -> None:
    name = WEEKDAYS[weekday][:letters]
    past, coming = read_past_day(name, today).day, read_coming(name, today).day
    assert past.weekday() == coming.weekday() == weekday
    assert timedelta(0) <= today - past < timedelta(7)
    assert timedelta(0) <= coming - today < timedelta(7)
    last, following = read_past_day(f"last {name}", today).day, read_coming(f"next {name}", today).day
    assert timedelta(0) < today - last <= timedelta(7)
    assert today.isocalendar()[:2] < following.isocalendar()[:2]
    assert timedelta(0) < following - today < timedelta(14)


_pieces = [*MONTHS, *WEEKDAYS, "next", "last", "end of", "in", "ago", "at", "of", "week", "month", "years"]
_pieces += [
    "20",
    "2026",
    "20/11",
    "29 feb",
    "19:30",
    "7pm",
    "am",
    "T",
    "-",
    "/",
    ".",
    ",",
    "99999",
    "0",
    "٣",
    "\ud800",
]
_soup = st.lists(st.sampled_from(_pieces), max_size=6).map(" ".join)


@given(st.text(max_size=70) | _soup, todays, st.sampled_from(READERS))
def test_no_text_raises_anything_but_a_refusal(
    text: str, today: date, reader: Callable[[str, date], Spoken]
) -> None:
    try:
        spoken = reader(text, today)
    except Refusal as refusal:
        assert refusal.sentence.endswith(".")
    else:
        assert 1900 <= spoken.day.year <= 2200
        assert spoken.understood.startswith(long_day(spoken.day))
