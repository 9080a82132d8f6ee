"""What the rules of rhythm are asked with: a ritual's rule, its marks, and the spans that rest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from tracker.calendar.periods import PERIODS, PeriodKind, WeekStart
from tracker.errors import Refusal

KeptBy = Literal["either", "both"]

BOTH = ""
"""Who marked a day when both did at once: it counts under `either` and under `both`."""

Marks = Mapping[date, frozenset[str]]
"""The days on which a moment of one ritual stands, each with the partner ids it is by (`BOTH` among them)."""

MOST_TIMES: dict[PeriodKind, int] = {"day": 1, "week": 7, "month": 28, "quarter": 90}
"""How often a ritual can be asked for in a period: never more often than the shortest one has days."""

MOST_FORGIVEN = 3
"""Quiet periods in a row that a run can forgive at most."""


class Rule(NamedTuple):
    """How one ritual is counted, today and all through its history."""

    key: str
    times: int = 1
    """On how many distinct days in a period."""
    period: PeriodKind = "week"
    kept_by: KeptBy = "either"
    forgive: int = 1
    """Quiet periods in a row that a run forgives, 0 to 3."""
    since: date | None = None
    """When counting begins, unless it happened before; None: when it first happens."""
    archived_on: date | None = None
    """The last day that exists for it, once put away."""
    week_start: WeekStart = "monday"


class Rest(NamedTuple):
    """A span of days that rests, both ends included."""

    first: date
    last: date | None = None
    """None while it is open."""


def check_cadence(times: int, period: str) -> None:
    """Refusal unless a ritual can be asked for `times` times in each `period`."""
    kind = next((kind for kind in PERIODS if kind == period), None)
    if kind is None:
        raise Refusal("A ritual is for each day, week, month or quarter; choose one of these.")
    most = MOST_TIMES[kind]
    if kind == "day" and times != 1:
        raise Refusal("A daily ritual is for once a day; for more, choose a week and up to 7 times.")
    if not 1 <= times <= most:
        raise Refusal(f"A ritual can be for 1 to {most} times a {kind}; choose a number between these.")
