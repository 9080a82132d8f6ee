"""Days as people say them: "20 Nov", "yesterday", "fri", "next friday 7pm", "in 3 weeks".

A small grammar; dateutil reads the dates that are written out. What cannot be read, or could be two days, is
refused. Everything read is echoed in full, so that nobody has to know the rules below:

- A bare weekday is the nearest one in the direction asked for, today included; so is "this friday".
- "last friday" is the latest one before today; "coming friday" the first one after today.
- "next friday" is the Friday of next week, weeks beginning on Monday.
- A date without a year goes to the nearest such date in the direction asked for, today included.

Importing this is cheap, reading a written date for the first time is not: the way to `rekindle status` keeps
clear of it.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import NamedTuple

from tracker.calendar.days import check_day
from tracker.calendar.names import long_day
from tracker.calendar.phrases import said_day
from tracker.calendar.toward import LAST_YEAR, Toward, weekday_number
from tracker.calendar.wall_times import take_time
from tracker.calendar.written import iso_day, understood_parts, written_day
from tracker.errors import Refusal
from tracker.text import folded

_LONGEST = 60
"""Characters of a day at most: more is a note in the wrong place."""
_HOW = "write it like 20 Nov, yesterday, fri or 2026-11-20"


class Spoken(NamedTuple):
    """A day as it was understood."""

    day: date
    time: time | None
    """The wall clock, where one was said and may be."""
    understood: str
    """The echo, as in "Friday 20 November 2026, 19:00"."""


def read_past_day(text: str, today: date) -> Spoken:
    """The day of an entry: today or before. Refusal for times, days to come, and what cannot be read."""
    spoken = _read(text, today, "past")
    if spoken.time is not None:
        raise Refusal("An entry is for a whole day; please leave the time out.")
    check_day(spoken.day, today)
    return spoken


def read_coming(text: str, today: date) -> Spoken:
    """The day, and perhaps the time, of a plan. A day that is named in full may lie in the past."""
    return _read(text, today, "coming")


def read_until(text: str, begins: date, clock: time | None) -> Spoken:
    """An end, told from the start: a bare time that would be before it belongs to the next morning."""
    spoken = read_coming(text, begins)
    bare_time = not take_time(folded(text))[0].strip()
    if not (bare_time and spoken.time and clock and spoken.time < clock):
        return spoken
    next_day = begins + timedelta(days=1)
    return Spoken(next_day, spoken.time, _echo(next_day, spoken.time))


def read_ahead(text: str, today: date) -> Spoken:
    """A whole day after today."""
    spoken = _whole(_read(text, today, "coming"))
    if spoken.day <= today:
        raise Refusal(f"{spoken.understood} is not ahead; name any day from tomorrow on.")
    return spoken


def read_any_day(text: str, today: date) -> Spoken:
    """A day that may lie on either side of today. A bare weekday other than today's is refused: it is two."""
    return _whole(_read(text, today, "near"))


def read_began(text: str, today: date) -> Spoken:
    """The day on which something began: the past is meant where no year is said, but it may be to come."""
    return _whole(_read(text, today, "past"))


def read_pause_day(text: str, today: date) -> Spoken:
    """A day of a pause: the nearest one on either side; a bare weekday or weekend is the coming one."""
    try:
        spoken = _read(text, today, "near")
    except Refusal:
        spoken = _read(text, today, "coming")
    return _whole(spoken)


def read_pause_end(text: str, first: date, today: date) -> Spoken:
    """The last day of a pause from `first` on: a date without a year, or a bare weekday, is not before it."""
    spoken = _read(text, today, "coming", first)
    if spoken.day < first and weekday_number(folded(text)) is not None:
        spoken = _read(text, first, "coming")
    return _whole(spoken)


def _whole(spoken: Spoken) -> Spoken:
    if spoken.time is not None:
        raise Refusal("This is for a whole day; please leave the time out.")
    return spoken


def _read(text: str, today: date, toward: Toward, since: date | None = None) -> Spoken:
    """`since` is where a date without a year is looked for from, instead of from today."""
    said = folded(text)
    if not said or len(said) > _LONGEST:
        raise Refusal(f"That is not a day; {_HOW}.")
    rest, clock = take_time(said)
    words = " ".join(rest.replace(",", " ").split()).removeprefix("on ")
    day = _day(words, clock, today, toward, since or today)
    if day is None:
        parts = understood_parts(words, clock)
        known = f"; understood so far: {parts}" if parts else ""
        raise Refusal(f"That day cannot be read{known}; {_HOW}.")
    if not 1900 <= day.year <= LAST_YEAR:
        raise Refusal(f"Days go from 1900 to {LAST_YEAR}; please look at the year.")
    return Spoken(day, clock, _echo(day, clock))


def _echo(day: date, clock: time | None) -> str:
    return long_day(day) + (f", {clock:%H:%M}" if clock else "")


def _day(words: str, clock: time | None, today: date, toward: Toward, since: date) -> date | None:
    if not words:
        return today if clock else None
    return iso_day(words) or said_day(words, today, toward) or written_day(words, since, toward)
