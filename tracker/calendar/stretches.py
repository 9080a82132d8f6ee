"""Stretches of time as people look back on them: "2025", "june 2025", "last summer", "2025-06 to 2025-08".

A season is three whole months, as the northern half of the world has them; winter is named by the year in
which it began. What was understood is said back, so that nobody has to know these rules.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from tracker.calendar.names import MONTHS, long_day
from tracker.calendar.periods import Period, period_at, period_of, shifted
from tracker.calendar.spoken import read_any_day
from tracker.calendar.toward import LAST_YEAR
from tracker.errors import Refusal
from tracker.text import folded

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month with which each begins."""
_HOW = "write it like 2025, june 2025, last summer or 2025-06 to 2025-08"
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(?:(?P<which>last|this) )?(?P<name>[a-z]{3,9})(?: (?P<year>\d{4}))?", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:\bto\b|\buntil\b|\.\.|–)\s*")


class Stretch(NamedTuple):
    """A span of days as it was understood."""

    first: date
    last: date
    understood: str
    """As in "from 1 June 2025 to 31 August 2025"."""


def read_stretch(text: str, today: date) -> Stretch:
    """The span that is meant; it may be one day. Refusal for what cannot be read, or runs backwards."""
    said = folded(text).strip()
    parts = [part for part in _BETWEEN.split(said) if part]
    if not said or not 1 <= len(parts) <= 2:
        raise Refusal(f"That span cannot be read; {_HOW}.")
    first, last = _one(parts[0], today).first, _one(parts[-1], today).last
    if last < first:
        raise Refusal(f"That would end on {long_day(last)} before it begins; please look at the years.")
    return Stretch(first, last, _words(first, last))


def _one(words: str, today: date) -> Period:
    found = _year(words, today) or _month_or_season(words, today)
    if found is not None:
        return found
    try:
        day = read_any_day(words, today).day
    except Refusal:
        raise Refusal(f"That span cannot be read; {_HOW}.") from None
    return Period(day, day)


def _year(words: str, today: date) -> Period | None:
    """A year, or a month or season of one."""
    years = {"this year": today.year, "last year": today.year - 1}
    if words in years or _YEAR.fullmatch(words):
        year = _checked(years.get(words) or int(words))
        return Period(date(year, 1, 1), date(year, 12, 31))
    months = {"this month": 0, "last month": -1}
    if words in months:
        return shifted(today, months[words], "month")
    if found := _ISO_MONTH.fullmatch(words):
        if not 1 <= int(found[2]) <= 12:
            raise Refusal(f"That month cannot be read; {_HOW}.")
        return period_of(date(_checked(int(found[1])), int(found[2]), 1), "month")
    return None


def _month_or_season(words: str, today: date) -> Period | None:
    found = _NAMED.fullmatch(words)
    if found is None:
        return None
    begins, months = SEASONS.get(found["name"]), 3
    if begins is None:
        begins, months = _month(found["name"]), 1
    if begins is None or (found["which"] and found["year"]):
        return None
    if found["year"]:
        return _months(_checked(int(found["year"])), begins, months)
    now = _months(today.year, begins, months)
    if now.first > today:  # without a year, what has begun is meant
        now = _months(today.year - 1, begins, months)
    if found["which"] == "last" and today in now:
        return _months(now.first.year - 1, begins, months)
    return now


def _months(year: int, begins: int, months: int) -> Period:
    index = year * 12 + begins - 1
    return Period(period_at("month", index).first, period_at("month", index + months - 1).last)


def _month(name: str) -> int | None:
    names = [month.casefold() for month in MONTHS]
    return next((place for place, month in enumerate(names, 1) if name in (month, month[:3])), None)


def _checked(year: int) -> int:
    if not 1900 <= year <= LAST_YEAR:
        raise Refusal(f"Days go from 1900 to {LAST_YEAR}; please look at the year.")
    return year


def _words(first: date, last: date) -> str:
    """As one would say it: a year, a month, a day, or from one to the other."""
    if first == last:
        return f"on {long_day(first)}"
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.month, last.month) == (1, 12):
        return f"in {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
    if whole_months:
        begin, end = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
        return f"in {begin}" if begin == end else f"from {begin} to {end}"
    return f"from {long_day(first)} to {long_day(last)}"
