"""Plans to try the acts on."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from tests.acts.house import House
from tracker.acts import plans as acts
from tracker.calendar.when import When
from tracker.records.plans import Plan

FRIDAY = When(date(2026, 11, 27), time(19))
WEEKEND = When(date(2026, 12, 4)), When(date(2026, 12, 6))
PASTA: dict[str, Any] = {
    "title": "Pasta at ours",
    "place": "Home",
    "notes": "The long tablecloth.",
    "childcare": "needed",
    "novelty": "new",
    "cost": "low",
    "phones_away": True,
}


def shown(house: House, plan_id: str) -> Plan:
    """The plan as it stands."""
    plan = house.at().library.plans.get(plan_id)
    assert plan is not None
    return plan


def an_idea(house: House, **details: Any) -> str:
    """An idea of Alex's; its id."""
    house.do(acts.idea, **{"by": house.alex, "kind": "date", **PASTA, **details})
    return house.newest("plans")


def a_date(house: House, **details: Any) -> str:
    """A date next Friday, planned by Alex; its id."""
    house.do(acts.plan, **{"by": house.alex, "kind": "date", "start": FRIDAY, **PASTA, **details})
    return house.newest("plans")


def a_trip(house: House, **details: Any) -> str:
    """A weekend away in a fortnight, planned by Alex; its id."""
    start, end = WEEKEND
    usual = {"by": house.alex, "kind": "trip", "title": "Cabin", "start": start, "end": end}
    house.do(acts.plan, **{**usual, **details})
    return house.newest("plans")


def a_surprise(house: House, **details: Any) -> str:
    """A date next Friday that Alex holds from Sam; its id."""
    return a_date(house, surprise=True, **details)
