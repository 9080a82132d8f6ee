"""Days as people say them: "20 Nov", "yesterday", "fri", "next friday 7pm", "in 3 weeks".

A small grammar; dateutil reads the dates that are written out. What cannot be read, or could be two days, is
refused. Everything read is echoed in full, so that nobody has to know the rules below:

- A bare weekday is the nearest one in the direction asked for, today included; so is "this friday".
- "last friday" is the latest one before today; "coming friday" the first one after today.
- "next friday" is the Friday of next week, weeks beginning on Monday.
- A date without a year goes to the nearest such date in the direction asked for, today included.
- A time alone is the next such moment; after "tonight" or "saturday night", the small hours are those of the
  night that follows. "19.30" beside a day is a time, alone too where it can be no date.
- The next weekend is the Saturday of next week, and the Sunday is known as its last day.

Importing this is cheap, reading a written date for the first time is not: the way to `rekindle status` keeps
clear of it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from tracker.calendar.days import check_day
from tracker.calendar.months import add_months
from tracker.calendar.names import long_day
from tracker.calendar.phrases import last_of_weekend, said_day
from tracker.calendar.toward import LAST_YEAR, Toward, TwoDaysError, how, weekday_number
from tracker.calendar.wall_times import Said, readings
from tracker.calendar.written import iso_day, understood_parts, written_day
from tracker.errors import Refusal
from tracker.text import folded

_LONGEST = 60
"""Characters of a day at most: more is a note in the wrong place."""
_FAR_END = 183
"""Days after which an end without a year, rolled into the next one, is a slip: it lies before the start."""
_DOTS = re.compile(r"(?<=[a-z])\.(?= |$)")


class Spoken(NamedTuple):
    """A day as it was understood."""

    day: date
    time: time | None
    """The wall clock, where one was said and may be."""
    understood: str
    """The echo, as in "Friday 20 November 2026, 19:00"."""
    last: date | None = None
    """The last day, where more than one was said: the Sunday of a weekend."""
    words: str = ""
    """What was said of the day alone."""


def read_past_day(text: str, today: date) -> Spoken:
    """The day of an entry: today or before. Refusal for times, days to come, and what cannot be read."""
    spoken = _read(text, today, "past")
    if spoken.time is not None:
        raise Refusal("An entry is for a whole day; please leave the time out.")
    check_day(spoken.day, today)
    return spoken


def read_coming(text: str, today: date, wall: datetime | None = None) -> Spoken:
    """The day, and perhaps the time, of a plan. A day that is named in full may lie in the past.

    `wall` is the couple's wall clock now, in no zone: a time alone is the next such moment after it.
    """
    return _read(text, today, "coming", wall=wall)


def read_lived(text: str, today: date, wall: datetime) -> Spoken:
    """The day, and perhaps the time, of what happened: a time alone is the last such moment."""
    spoken = _read(text, today, "past")
    if spoken.words or spoken.time is None:
        return spoken
    return _on(wall.date() - timedelta(days=spoken.time > wall.time()), spoken)


def read_until(text: str, begins: date, clock: time | None, today: date | None = None) -> Spoken:
    """An end, told from the start: a time alone is the first that follows it, on the next morning if need be.

    "tomorrow" counts from today (default: the start). A date without a year, or a bare weekday, is the first
    from the start on; Refusal where a date is thereby most of a year away, for then it lies before it.
    """
    spoken = _read(text, today or begins, "coming", begins, after=clock)
    words = spoken.words
    if spoken.last is not None:
        return _on(spoken.last, spoken)
    if not words:
        early = clock is not None and spoken.time is not None and spoken.time < clock
        return _on(begins + timedelta(days=early), spoken)
    if weekday_number(words) is not None:
        after_midnight = spoken.day - _read(words, today or begins, "coming").day
        return _on(_read(words, begins, "coming").day + after_midnight, spoken)
    return _not_far(spoken, words, begins, today or begins)


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
    if spoken.day < first and weekday_number(spoken.words) is not None:
        spoken = _read(text, first, "coming")
    return _whole(_not_far(spoken, spoken.words, first, today))


def _not_far(spoken: Spoken, words: str, first: date, today: date) -> Spoken:
    """An end itself; Refusal where it was rolled into the next year, though it lies before the start."""
    if (spoken.day - first).days <= _FAR_END:
        return spoken
    meant = _read(words, today, "coming", add_months(first, -12)).day
    if meant < first:
        begins = f"before it begins on {long_day(first)}"
        raise Refusal(f"{long_day(meant)} is {begins}; choose a later day, or write the year.")
    return spoken


def _on(day: date, spoken: Spoken) -> Spoken:
    return Spoken(day, spoken.time, _echo(day, spoken.time))


def _whole(spoken: Spoken) -> Spoken:
    if spoken.time is not None:
        raise Refusal("This is for a whole day; please leave the time out.")
    return spoken


def _read(
    text: str,
    today: date,
    toward: Toward,
    since: date | None = None,
    *,
    wall: datetime | None = None,
    after: time | None = None,
) -> Spoken:
    """`since` is where a date without a year is looked for from, instead of from today."""
    said = _DOTS.sub("", folded(text))
    if not said or len(said) > _LONGEST:
        raise Refusal(f"That is not a day; {how(today, toward)}.")
    found: list[Spoken] = []
    trouble: Refusal | None = None
    for one in readings(said, after):
        try:
            found.append(_one(one, today, toward, since or today, wall))
        except TwoDaysError:
            raise
        except Refusal as refusal:
            trouble = refusal
    if trouble is not None and not found:
        raise trouble
    first, *others = found
    if toward == "coming" and any(other.words for other in others):
        raise Refusal(
            f"That could be {first.understood} or {others[0].understood}; please write one in full."
        )
    return first


def _one(said: Said, today: date, toward: Toward, since: date, wall: datetime | None) -> Spoken:
    words = " ".join(said.words.replace(",", " ").split()).removeprefix("on ")
    day = _day(words, said.time, today, toward, since)
    if day is None:
        parts = understood_parts(words, said.time)
        known = f"; understood so far: {parts}" if parts else ""
        raise Refusal(f"That day cannot be read{known}; {how(today, toward)}.")
    day = _moment(day, said, words, today, wall)
    if not 1900 <= day.year <= LAST_YEAR:
        raise Refusal(f"Days go from 1900 to {LAST_YEAR}; please look at the year.")
    last = last_of_weekend(words, day)
    until = f" to {long_day(last)}" if last else ""
    return Spoken(day, said.time, _echo(day, said.time) + until, last, words)


def _moment(day: date, said: Said, words: str, today: date, wall: datetime | None) -> date:
    """The date on which a time is meant: alone the next such moment, at night perhaps after midnight.

    While the couple's day goes on past midnight, what is still to come "today" is on the next date.
    """
    if said.time is None:
        return day
    if not words and wall is not None:
        return wall.date() + timedelta(days=said.time <= wall.time())
    has_passed = wall is not None and datetime.combine(day, said.time) <= wall
    if has_passed and day == today and weekday_number(words) is not None:
        return day + timedelta(days=7)
    if words == "today" and day == today and wall is not None and wall.date() > today:
        return wall.date() if said.night or said.time > wall.time() else day
    return day + timedelta(days=said.night)


def _echo(day: date, clock: time | None) -> str:
    return long_day(day) + (f", {clock:%H:%M}" if clock else "")


def _day(words: str, clock: time | None, today: date, toward: Toward, since: date) -> date | None:
    if not words:
        return today if clock else None
    return iso_day(words) or said_day(words, today, toward) or written_day(words, since, toward)
