"""What stands below the rituals: what comes up, and this day in other years. Knows no store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from textual.geometry import Size

from screens.widgets.rows import Cell, Row
from tracker.views.ahead import COMING, Ahead, Coming
from tracker.views.memories import Memory

LABEL, WHEN = 18, 21
"""Cells of the words in front, and of a day with its clock."""
TALL = 30
"""Lines of the screen from which a second memory of the day has its place."""
SLIM = 72
"""Columns below which a plan is its title and its day alone."""


def rows_below(ahead: Ahead, today: date, size: Size) -> tuple[Row, ...]:
    """The rows for a screen of this size; none where there is nothing to say."""
    memories = ahead.back[: 2 if size.height >= TALL else 1]
    # Where something is asked or does not suit, fewer plans are named: all has its place on a small screen.
    coming = ahead.coming[: max(0, COMING - len(ahead.asking) - len(ahead.declined))]
    above = (*_asking(ahead.asking), *_declined(ahead.declined))
    rows = (*above, *_coming(coming, size.width), *_back(memories, today))
    return (Row(""), *rows) if rows else ()


def _label(text: str, first: bool) -> Cell:
    return Cell(f"  {text}" if first else "", "heading", LABEL)


def _asking(plans: tuple[Coming, ...]) -> Iterator[Row]:
    for plan in plans:
        cells = (_label("Did it happen?", True), Cell(plan.when, "dim", WHEN), Cell(plan.title))
        yield Row(f"plan:{plan.id}", cells, "Space: it happened; Enter opens it")


def _declined(plans: tuple[Coming, ...]) -> Iterator[Row]:
    for plan in plans:
        cells = (_label("Does not suit", True), Cell(plan.when, "dim", WHEN), Cell(plan.title))
        yield Row(f"plan:{plan.id}", cells, "The time does not suit the other; Enter opens it to move it")


def _coming(plans: tuple[Coming, ...], width: int) -> Iterator[Row]:
    for place, plan in enumerate(plans):
        asks = "  " + " · ".join((*(("a surprise",) if plan.held or plan.surprise else ()), *plan.open))
        aside = Cell(asks, "warm" if plan.open else "dim", min(cell_len(asks), width // 3))
        cells = (
            _label("Coming up", not place),
            Cell(plan.when, "dim", WHEN),
            Cell(plan.title),
            *((aside, Cell("", width=1)) if width >= SLIM and asks.strip() else ()),
        )
        yield Row(f"plan:{plan.id}", cells, "Enter opens it")


def _back(memories: tuple[Memory, ...], today: date) -> Iterator[Row]:
    for place, one in enumerate(memories):
        ago = today.year - one.day.year
        years = "a year ago" if ago == 1 else f"{ago} years ago"
        cells = (_label("On this day", not place), Cell(years, "dim", WHEN), Cell(one.title))
        yield Row(f"memory:{one.id}", cells, "Enter opens it")
