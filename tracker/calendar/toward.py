"""In which direction a day that could be several is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from tracker.calendar.names import WEEKDAYS, long_day, short_day
from tracker.errors import Refusal

Toward = Literal["past", "coming", "near"]
"""`past`: the latest one up to today; `coming`: the first one from today on; `near`: on either side."""

LAST_YEAR = 2200
"""Years beyond this are slips of the pen."""


def how(today: date, toward: Toward) -> str:
    """Examples of days, none of which is on the wrong side of today."""
    word, days = {"past": ("yesterday", -2), "coming": ("tomorrow", 9), "near": ("today", 0)}[toward]
    day = today + timedelta(days=days)
    return f"write it like {short_day(day)}, {word}, fri or {day.isoformat()}"


def weekday_number(word: str) -> int | None:
    """0 for "mon" to 6 for "sunday"; None for any other word. Three letters are enough."""
    if len(word) < 3:
        return None
    return next((n for n, name in enumerate(WEEKDAYS) if name.lower().startswith(word)), None)


def nearest_weekday(weekday: int, today: date, toward: Toward) -> date:
    """The nearest such weekday, today included; Refusal when either side would do."""
    back = today - timedelta(days=(today.weekday() - weekday) % 7)
    ahead = today + timedelta(days=(weekday - today.weekday()) % 7)
    if toward == "near" and back != ahead:
        raise could_be(back, ahead)
    return ahead if toward == "coming" else back


def nearest(days: Sequence[date], today: date, toward: Toward) -> date | None:
    """The one of these days that is nearest to today in this direction."""
    fitting = [d for d in days if (d <= today or toward != "past") and (d >= today or toward != "coming")]
    return min(fitting, key=lambda day: abs(day.toordinal() - today.toordinal()), default=None)


class TwoDaysError(Refusal):
    """What was written could be two days."""


def could_be(one: date, other: date) -> TwoDaysError:
    """The refusal of what could be two days."""
    first, second = sorted((one, other))
    return TwoDaysError(
        f"That could be {long_day(first)} or {long_day(second)}; please write one of them in full."
    )
