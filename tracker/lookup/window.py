"""The window: for how long the article's question rests at first.

The article says only that many years together deserve more time than a few (L396), and names "a few months or
so" (L392). Every figure here is ours, and a couple sets its own.
"""

from __future__ import annotations

from datetime import date

from tracker.calendar.months import add_months

LEAST, MOST = 2, 24
"""Months that a couple may choose from."""
UNKNOWN = 6
"""Months suggested where it is not known how long they have been together."""
STEPS = ((15, 9), (5, 6), (0, 3))
"""Whole years together, and the months suggested from there on; the longest first."""


def window(own: int | None, together_since: str, start: date | None) -> int:
    """The window in months: the couple's own, or else the suggested one."""
    if own is None:
        return suggested(together_since, start)
    return min(max(own, LEAST), MOST)  # a file may have been edited by hand


def suggested(together_since: str, start: date | None) -> int:
    """The months suggested for the whole years from `together_since` to the start: never fewer for more.

    `together_since` is an ISO date or a bare year, which means its first of January.
    """
    since = _first_day(together_since)
    if since is None or start is None:
        return UNKNOWN
    return next((months for years, months in STEPS if _lasted(since, years, start)), STEPS[-1][1])


def _first_day(together_since: str) -> date | None:
    """The day that it means; None where it is unsaid or cannot be read."""
    said = together_since.strip()
    try:
        return date(int(said), 1, 1) if len(said) == len("2011") else date.fromisoformat(said)
    except ValueError:
        return None


def _lasted(since: date, years: int, until: date) -> bool:
    """Whether so many whole years lie between the days."""
    return since.year + years < date.max.year and add_months(since, 12 * years) <= until
