"""What stands below the rituals: what comes up, and this day in other years. Knows no store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from textual.geometry import Size

from screens.widgets.rooms import fits
from screens.widgets.rows import Cell, Row
from tracker.views.ahead import COMING, Ahead, Coming
from tracker.views.memories import Memory

LABEL, WHEN = 18, 21
"""Cells of the words in front, and of a day with its clock; where one needs more, all have more."""
TALL = 30
"""Lines of the screen from which a second memory of the day has its place."""
SLIM = 72
"""Columns below which a plan is its title and its day alone."""
_END = Cell("", width=1)


def rows_below(ahead: Ahead, today: date, size: Size) -> tuple[Row, ...]:
    """The rows for a screen of this size; none where there is nothing to say."""
    memories = ahead.back[: 2 if size.height >= TALL else 1]
    # Where something is asked or does not suit, fewer plans are named: all has its place on a small screen.
    coming = ahead.coming[: max(0, COMING - len(ahead.asking) - len(ahead.declined))]
    above = (*_asking(ahead.asking), *_declined(ahead.declined))
    rows = _rows((*above, *_coming(coming, size.width), *_back(memories, today)), size.width)
    return (Row(""), *rows) if rows else ()


class _Said(NamedTuple):
    """One thing to say; what is said under the same heading as the one before has no label."""

    row: str
    label: str
    when: str
    title: str
    tip: str = "Enter opens it"
    beside: tuple[Cell, ...] = ()


def _asking(plans: tuple[Coming, ...]) -> Iterator[_Said]:
    for plan in plans:
        tip = "Space: it happened; Enter opens it"
        yield _Said(f"plan:{plan.id}", "Did it happen?", plan.when, plan.title, tip)


def _declined(plans: tuple[Coming, ...]) -> Iterator[_Said]:
    for plan in plans:
        tip = "The time does not suit the other; Enter opens it to move it"
        yield _Said(f"plan:{plan.id}", "Does not suit", plan.when, plan.title, tip)


def _coming(plans: tuple[Coming, ...], width: int) -> Iterator[_Said]:
    for place, plan in enumerate(plans):
        asks = "  " + " · ".join((*(("a surprise",) if plan.held or plan.surprise else ()), *plan.open))
        beside = (Cell(asks, "warm" if plan.open else "dim", min(cell_len(asks), width // 3), "aside"), _END)
        shown = beside if width >= SLIM and asks.strip() else ()
        yield _Said(f"plan:{plan.id}", "" if place else "Coming up", plan.when, plan.title, beside=shown)


def _back(memories: tuple[Memory, ...], today: date) -> Iterator[_Said]:
    for place, one in enumerate(memories):
        ago = today.year - one.day.year
        years = "a year ago" if ago == 1 else f"{ago} years ago"
        yield _Said(f"memory:{one.id}", "" if place else "On this day", years, one.title)


def _rows(said: tuple[_Said, ...], width: int) -> tuple[Row, ...]:
    """Labels and days in two columns for all; a plan's title stands above its day where it must."""
    if not said:
        return ()
    needed = max(cell_len(one.label) for one in said) + 4
    label = max(LABEL, needed) if width >= SLIM else needed
    when = max(WHEN, *(cell_len(one.when) + 2 for one in said))
    return tuple(row for one in said for row in _row(one, label, when, width))


def _row(one: _Said, label: int, when: int, width: int) -> tuple[Row, ...]:
    lead = Cell(f"  {one.label}" if one.label else "", "heading", label)
    day, title = Cell(one.when, "dim", when), Cell(one.title)
    for when_said in (day, day._replace(width=0)):
        if one.row.startswith("memory") or fits((lead, when_said, title), width):
            return (Row(one.row, (lead, when_said, title, *one.beside), one.tip),)
    return Row(one.row, (lead, title), one.tip), Row("", (Cell("", width=label), day, *one.beside))
