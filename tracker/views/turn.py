"""What the clock alone changes about the pages: the couple's day, and which surprises have begun.

An app that is left open compares one turn with the next, and shows its pages again when they differ. Looking
at the plans is cheap enough to be done every second: only surprises of two dates are read.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.records.couple import Couple
from tracker.store.changes import Document


class Turn(NamedTuple):
    """Where the clock stands, as far as pages show it."""

    today: date
    begun: frozenset[str]
    """The ids of today's surprises whose hour has come."""


def turn(at: Standing) -> Turn:
    """The turn of this moment; before set-up, the day alone."""
    couple = at.library.couple
    if couple is None:
        return Turn(at.today, frozenset())
    # A plan in the small hours of the next date still counts for today.
    near = (at.today.isoformat(), (at.today + timedelta(days=1)).isoformat())
    plans = at.library.documents.standing("plans")
    surprises = [one for one in plans if one.get("surprise") and str(one.get("start")).startswith(near)]
    return Turn(at.today, frozenset(str(one["id"]) for one in surprises if _has_begun(one, couple, at.now)))


def _has_begun(plan: Document, couple: Couple, now: datetime) -> bool:
    from tracker.calendar.when import read_when  # only on the day of a surprise: start-up needs neither
    from tracker.records.plans import has_begun

    start = read_when(plan.get("start"))
    return has_begun(plan.get("kind"), start, now, couple.zone, couple.day_ends_at)
