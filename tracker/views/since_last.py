"""A quarter beside the one before it, in words: the couple compared with itself alone, and never graded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.periods import Period, shifted
from tracker.views.goals import reached_day


class _Counted(NamedTuple):
    """How often something was in the quarter, and in the one before."""

    one: str
    many: str
    now: int
    before: int


def since_last_quarter(at: Standing, span: Period, as_of: date) -> tuple[str, ...]:
    """A sentence for each thing that either quarter held; none where the quarter before holds nothing."""
    before = shifted(span.first, -1, "quarter")
    counted = tuple(_counted(at, span, before))
    if not any(one.before for one in counted):
        return ()
    running = as_of < span.last
    return tuple(said for one in counted if (said := _said(one, running)))


def _counted(at: Standing, span: Period, before: Period) -> Iterator[_Counted]:
    for key, one, many in (
        ("date", "date", "dates"),
        ("trip", "trip", "trips"),
        ("appreciation", "day with something noticed", "days with something noticed"),
        ("project", "day with time for a goal", "days with time for a goal"),
    ):
        days = at.library.ledger.rhythm(key, at.today).days
        yield _Counted(one, many, sum(day in span for day in days), sum(day in before for day in days))
    told = [note.told_on for note in at.library.appreciations if note.told_on]
    yield _Counted("note told", "notes told", *_in(told, span, before))
    yield _Counted("step reached", "steps reached", *_in(list(_steps(at)), span, before))


def _in(days: list[date], span: Period, before: Period) -> tuple[int, int]:
    return sum(day in span for day in days), sum(day in before for day in days)


def _steps(at: Standing) -> Iterator[date]:
    for goal in at.library.goals:
        yield from (step.done_on for step in at.library.milestones.of(goal.id) if step.done_on)
        if goal.state == "reached":
            yield reached_day(at, goal)


def _said(one: _Counted, running: bool) -> str:
    """As in "9 dates, after 7 the quarter before"; a figure 0 is never said."""
    so_far = " so far" if running else ""
    if not one.now:
        return f"A quiet time for {one.many}{so_far}." if one.before and not running else ""
    what = f"{one.now} {one.one if one.now == 1 else one.many}{so_far}"
    if not one.before:
        return f"{what}."
    if one.now == one.before:
        return f"{what}, as in the quarter before."
    return f"{what}; {one.before} the quarter before."
