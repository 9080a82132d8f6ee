"""Loop Habit Tracker's `Checkmarks.csv` of all habits: a column for each habit, a row for each day.

It is no sound CSV: names stand in its head as they are, with their commas, quotes and line breaks; each row
ends with a comma; Loop 2.0 wrote values as `Entry(timestamp=…, value=2)`. It holds no notes. Source:
github.com/iSoron/uhabits, `HabitsCSVExporter.writeMultipleHabits`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tracker.transfer.days import read_day
from tracker.transfer.loop import UNKNOWN, Entry, value_of
from tracker.transfer.report import Tally

NAME = "Checkmarks.csv"
_HEAD = "Date,"
_ROW = re.compile(r"^\d{4}-\d{2}-\d{2},", re.MULTILINE | re.ASCII)
_PRINTED = re.compile(r"Entry\(timestamp=[^,]*, value=(-?\d+)(?:, notes=.*?)?\)(?=,)", re.ASCII)

Column = tuple[list[Entry], Tally]
"""The entries of one habit, and what of them could not be read."""


def read(text: str, names: Sequence[str]) -> tuple[dict[int, Column], list[int]]:
    """The columns by the places of their habits among `names`, and the numbers of those of no habit."""
    first = _ROW.search(text)
    body = first.start() if first else len(text)
    places = _places(text[:body].rstrip("\r\n"), names)
    found: dict[int, Column] = defaultdict(lambda: ([], Tally()))
    for place in places:
        if place is not None:
            _ = found[place]
    for line in text[body:].splitlines():
        day, *cells = _PRINTED.sub(r"\1", line).split(",")
        for place, cell in zip(places, cells, strict=False):
            if place is not None:
                _take(day, cell, found[place])
    return dict(found), [number for number, place in enumerate(places, 2) if place is None]


def _take(day_text: str, cell: str, column: Column) -> None:
    """One cell. A day without a value is only there because other habits have one."""
    day, value = read_day(day_text), value_of(cell)
    entries, left = column
    if day is not None and value is not None:
        if value != UNKNOWN:
            entries.append(Entry(day, value, ""))
    elif cell.strip():
        left["entries without a readable day or value"] += 1


def _places(head: str, names: Sequence[str]) -> list[int | None]:
    """Whose column each one is: the longest name that fits, each habit once, the first of two of one name."""
    if not head.startswith(_HEAD):
        return []
    rest = head.removeprefix(_HEAD)
    rest += "," if rest and not rest.endswith(",") else ""
    free = list(range(len(names)))
    places: list[int | None] = []
    while rest:
        fits = [place for place in free if rest.startswith(f"{names[place]},")]
        place = max(fits, key=lambda one: (len(names[one]), -one), default=None)
        places.append(place)
        if place is None:
            rest = rest.partition(",")[2]
        else:
            free.remove(place)
            rest = rest[len(names[place]) + 1 :]
    return places
