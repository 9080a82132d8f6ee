"""Dates that are written out: "2026-11-20", "20 Nov", "Friday, 20 November 2026", "20/11/2026".

dateutil reads them, behind a gate: on its own it would read a bare "20" as a day of this month, "03/04" as
one of two days, and fill what is absent from the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from tracker.calendar.names import MONTHS, WEEKDAYS, long_day
from tracker.calendar.toward import LAST_YEAR, Toward, could_be, how, nearest, weekday_number
from tracker.errors import Refusal

_ISO = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)", re.ASCII)
_NUMBERS = re.compile(r"(\d\d?)([-/.])(\d\d?)(?:\2(\d{4})?)?", re.ASCII)
_DOTTED_TIME = re.compile(r"\d\d?\.(?:00|1[3-9]|[2-5]\d)", re.ASCII)
"""With dots the day is always in front: "19.30" is a time of day."""
_DAY = re.compile(r"(\d\d?)(?:st|nd|rd|th|\.)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
# Midnights in two leap years that differ in every field: what comes out the same twice was written.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - a wall clock, in no zone


class _Written(NamedTuple):
    """What dateutil made of a date; a year of None was not written."""

    year: int | None
    month: int
    day: int


def iso_day(words: str) -> date | None:
    """A date with its year first, the months before the days; without dateutil."""
    found = _ISO.fullmatch(words)
    return _date(int(found[1]), int(found[3]), int(found[4])) if found else None


def written_day(words: str, today: date, toward: Toward) -> date | None:
    """The day of a written date, or None when it is none. Refusal when it could be two, or does not exist."""
    if re.fullmatch(r"[\d ]+", words):
        raise Refusal(f"A number alone could be many days; {how(today, toward)}.")
    tokens = [token for token in words.split() if token not in ("of", "the")]
    named = [number for number in map(weekday_number, tokens) if number is not None]
    rest = " ".join(token for token in tokens if weekday_number(token) is None)
    days = [iso] if (iso := iso_day(rest)) else _written(rest, today, toward)
    if not days or len(named) > 1:
        return None
    days = [day for day in days if not named or day.weekday() == named[0]] or days
    if len(days) > 1:
        raise could_be(days[0], days[1])
    if named and days[0].weekday() != named[0]:
        raise Refusal(f"{long_day(days[0])} is no {WEEKDAYS[named[0]]}; please write only one of them.")
    return days[0]


def _written(text: str, today: date, toward: Toward) -> list[date]:
    """The day that a written date can be, or the two; none when it is none. Refusal for 31 June."""
    if _DOTTED_TIME.fullmatch(text):
        return []
    gated = _gated(text.replace("-", " ").split() if re.search("[a-z]", text) else text.split())
    if gated is None:
        return []
    readings = {reading for dayfirst in (True, False) if (reading := _parsed(gated, dayfirst))}
    if not readings:
        raise Refusal("There is no such day; please look at the day and the month.")
    return sorted({_rolled(reading, today, toward) for reading in readings})


def understood_parts(words: str, clock: time | None) -> str:
    """What was recognized in words that are no day: months, weekdays, years and the time, nothing private."""
    parts = [part for token in words.replace("-", " ").split() for part in _part(token)]
    return ", ".join(dict.fromkeys([*parts, f"{clock:%H:%M}"] if clock else parts))


def _part(token: str) -> Iterator[str]:
    if (weekday := weekday_number(token)) is not None:
        yield WEEKDAYS[weekday]
    elif _is_month(token):
        yield next(name for name in MONTHS if name.lower().startswith(token.rstrip(".")))
    elif _YEAR.fullmatch(token):
        yield token


def _is_month(token: str) -> bool:
    word = token.rstrip(".")
    return len(word) >= 3 and any(name.lower().startswith(word) for name in MONTHS)


def _gated(tokens: list[str]) -> str | None:
    """The text that dateutil may read: one day and one month, in words or numbers, and perhaps a year."""
    years = [token for token in tokens if _YEAR.fullmatch(token)]
    rest = [token for token in tokens if not _YEAR.fullmatch(token)]
    if len(rest) == 1 and not years and (numbers := _NUMBERS.fullmatch(rest[0])):
        # dateutil takes "20.11" for a fraction of a day.
        return "/".join(part for part in (numbers[1], numbers[3], numbers[4]) if part)
    days = [found[1] for token in rest if (found := _DAY.fullmatch(token))]
    months = [token.rstrip(".")[:3] for token in rest if _is_month(token)]
    if len(rest) != 2 or len(days) != 1 or len(months) != 1 or len(years) > 1:
        return None
    return " ".join([*days, *months, *years])


def _parsed(text: str, dayfirst: bool) -> _Written | None:
    from dateutil import parser  # costs tens of milliseconds: only for dates that are written out

    try:
        one, other = (parser.parse(text, default=default, dayfirst=dayfirst) for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    year = one.year if one.year == other.year else None
    return _Written(year, one.month, one.day) if (one.month, one.day) == (other.month, other.day) else None


def _rolled(written: _Written, today: date, toward: Toward) -> date:
    if written.year is not None:
        return _date(written.year, written.month, written.day)
    # Eight years on either side always hold a 29th of February.
    years = range(today.year - 8, today.year + 9)
    days = [day for year in years if (day := _existing(year, written.month, written.day))]
    day = nearest(days, today, toward)
    if day is None:
        raise Refusal("There is no such day; please look at the day and the month.")
    return day


def _date(year: int, month: int, day: int) -> date:
    found = _existing(year, month, day) if 1900 <= year <= LAST_YEAR else None
    if found is None:
        raise Refusal(
            f"There is no such day from 1900 to {LAST_YEAR}; please look at the month and the year."
        )
    return found


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
