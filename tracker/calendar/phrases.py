"""Days that are said from where one stands: "yesterday", "last friday", "in 3 weeks", "end of month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tracker.calendar.months import add_months
from tracker.calendar.periods import shifted
from tracker.calendar.toward import Toward, nearest_weekday, weekday_number
from tracker.errors import Refusal

_DAYS_FROM_TODAY = {
    "today": 0,
    "now": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_NUMBERS = "a one two three four five six seven eight nine ten eleven twelve"
_SMALL = {word: max(1, number) for number, word in enumerate(_NUMBERS.split())}
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_SMALL)}) (?P<unit>day|week|fortnight|month|year)s?"
_DISTANCES = (
    (re.compile(rf"in {_COUNT}", re.ASCII), 1),
    (re.compile(rf"{_COUNT} from (?:now|today)", re.ASCII), 1),
    (re.compile(rf"{_COUNT} ago", re.ASCII), -1),
)
_WEEKDAY = re.compile(r"(?:(?P<which>this|last|next|coming) )?(?P<weekday>[a-z]{3,9})", re.ASCII)
_WEEKEND = re.compile(r"(?:the )?(?P<which>this|last|next|coming)? ?weekend", re.ASCII)
_END_OF_MONTH = re.compile(r"(?:the )?end of (?:the |this )?(?P<which>last |next )?month", re.ASCII)
_MONTHS_ON = {None: 0, "last ": -1, "next ": 1}


def said_day(words: str, today: date, toward: Toward) -> date | None:
    """The day of a phrase, or None when it is none. Refusal when it could be two days."""
    if words in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[words])
    return (
        _distance(words, today)
        or _weekday(words, today, toward)
        or _weekend(words, today, toward)
        or _end_of_month(words, today)
    )


def _distance(words: str, today: date) -> date | None:
    for pattern, sign in _DISTANCES:
        if found := pattern.fullmatch(words):
            count = _SMALL.get(found["count"]) or int(found["count"])
            return _moved(today, sign * count, found["unit"])
    return None


def _moved(today: date, count: int, unit: str) -> date:
    try:
        if unit in ("month", "year"):
            return add_months(today, count * (12 if unit == "year" else 1))
        return today + timedelta(days=count * _DAYS[unit])
    except (ValueError, OverflowError):
        raise Refusal("That is too far away to be a day; please give a smaller number.") from None


def _weekday(words: str, today: date, toward: Toward) -> date | None:
    found = _WEEKDAY.fullmatch(words)
    weekday = weekday_number(found["weekday"]) if found else None
    if found is None or weekday is None:
        return None
    match found["which"]:
        case "last":
            return nearest_weekday(weekday, today - timedelta(days=1), "past")
        case "coming":
            return nearest_weekday(weekday, today + timedelta(days=1), "coming")
        case "next":
            return shifted(today, 1, "week").first + timedelta(days=weekday)
    return nearest_weekday(weekday, today, toward)


def _weekend(words: str, today: date, toward: Toward) -> date | None:
    """The Saturday of a weekend to come; on its Sunday, this weekend is today."""
    found = _WEEKEND.fullmatch(words)
    if found is None:
        return None
    if toward != "coming" or found["which"] == "last":
        raise Refusal("A weekend has two days; write saturday or sunday, or the date.")
    saturday = shifted(today, 0, "week").first + timedelta(days=5)
    if found["which"] == "next":
        return saturday + timedelta(days=7)
    return max(saturday, today)


def last_of_weekend(words: str, day: date) -> date | None:
    """The Sunday, where the words are a weekend that was read as this Saturday; None for anything else."""
    return day + timedelta(days=1) if _WEEKEND.fullmatch(words) and day.weekday() == 5 else None


def _end_of_month(words: str, today: date) -> date | None:
    found = _END_OF_MONTH.fullmatch(words)
    return shifted(today, _MONTHS_ON[found["which"]], "month").last if found else None
