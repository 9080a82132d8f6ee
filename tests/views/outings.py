"""Plans written down by hand, as `tests/views/homes.py` does the rest."""

from __future__ import annotations

from typing import Any

from tests.views.homes import ALEX, Row

FRIDAY = "2026-11-27T19:00"


def outing(state: str = "planned", start: str | None = FRIDAY, kind: str = "date", **fields: Any) -> Row:
    """A date next Friday, planned by Alex, unless said otherwise."""
    usual = {"title": "Pasta at ours", "place": "Home", "notes": "The long tablecloth.", "by": ALEX}
    tags = {"childcare": "n/a", "novelty": "familiar", "surprise": False, "cost": "low"}
    history = [{"state": state, "at": "2026-11-18T20:00:00+00:00"}]
    return {
        "kind": kind,
        "state": state,
        "start": start,
        "end": None,
        **usual,
        **tags,
        "history": history,
        **fields,
    }


def weekend(start: str | None = "2026-12-04", end: str | None = "2026-12-06", **fields: Any) -> Row:
    """A weekend away in a fortnight."""
    return outing(**{"kind": "trip", "start": start, "end": end, "title": "Cabin", **fields})


def surprise(**fields: Any) -> Row:
    """A date that Alex holds."""
    return outing(**{"surprise": True, "title": "Lanterns", **fields})
