"""The page of a quarter for a terminal: 80 columns, without colour, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.calendar.names import short_day
from tracker.calendar.periods import Period
from tracker.page.outline import (
    FULLNESS,
    Answered,
    Block,
    Entry,
    Line,
    Said,
    kind_line,
    notes,
    sections,
    since_starting,
    written,
)
from tracker.page.wave import Point, points
from tracker.page.wrapping import wrapped
from tracker.page.year import Week, begun, is_blank, weeks
from tracker.text import one_line
from tracker.views.day_marks import DayMark
from tracker.views.review import ReviewPage, Wave

WIDTH = 80
FULLNESSES = "·░▒▓█"
"""A day by how much it held."""
HEIGHTS = "▁▂▃▄▅▆▇"
"""A wave by how high it stands."""
_RESTS, _OPEN, _BLANK = "╌", "·", " "
LEGEND = f"Dips are quiet times; {_RESTS} rested; {_OPEN} is still open."


def render(page: ReviewPage) -> str:
    """The whole page."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: ReviewPage) -> Iterator[str]:
    yield from wrapped(f"{page.title} · {one_line(page.names)}")
    if since_starting(page):
        yield since_starting(page)
    yield ""
    if kind_line(page):
        yield from (*wrapped(kind_line(page)), "")
    if begun(page.days):
        yield from (*_year(page), "")
    for section in sections(page):
        yield section.title
        for one in section.blocks:
            yield from _block(one, Period(page.first, page.last))
        yield from (["  " + LEGEND, ""] if section.key == "rhythm" else [""])
    yield from wrapped(written(page))
    for note in notes(page):
        yield from wrapped(f"{note.whose}: {note.text}", hanging="  ")


def _block(one: Block, quarter: Period) -> Iterator[str]:
    match one:
        case Line():
            yield from wrapped(one.text, "  ")
        case Said():
            yield from _said(one)
        case Entry():
            yield from _entry(one)
        case Answered():
            yield from wrapped(one.question, "  ")
            for answer in one.answers:
                yield from _said(answer, "    ")
        case Wave():
            yield from wrapped(f"{one_line(one.name)}, {one.cadence}", "  ")
            yield from wrapped(f"{_wave(one, quarter)}  {one.said}", "    ")


def _entry(one: Entry) -> Iterator[str]:
    head, *rest = [part for part in (one.title, *one.text.split("\n")) if part] or [""]
    hanging = " " * 14
    yield from wrapped(head, f"  {one.when:<12}", hanging)
    for line in rest:
        yield from wrapped(line, hanging)
    for said in one.said:
        yield from _said(said, hanging)


def _said(said: Said, indent: str = "  ") -> Iterator[str]:
    """Words of theirs, and whose they are before them."""
    whose = ", ".join(part for part in (said.who, said.when) if part)
    first, *rest = said.text.split("\n")
    yield from wrapped(f"{whose}: {first}" if whose else first, indent, indent + "  ")
    for line in rest:
        yield from wrapped(line, indent + "  ")


def _year(page: ReviewPage) -> Iterator[str]:
    """A column for each week of the year, with the months above and the names of some days before."""
    columns = weeks(begun(page.days), page.week_start)
    names = (
        ("Mon", "", "Wed", "", "Fri", "", "")
        if page.week_start == "monday"
        else ("", "Mon", "", "Wed", "", "Fri", "")
    )
    yield "Day by day"
    yield "      " + _months(columns)
    for row, name in enumerate(names):
        cells = (_cell(column[row], page) for column in columns)
        yield f"  {name:<4}{''.join(cells)}".rstrip()
    yield from wrapped(FULLNESS, "  ")


def _months(columns: Iterable[Week]) -> str:
    """The names of the months over the weeks in which they begin."""
    line = ""
    for place, column in enumerate(columns):
        first = next((mark.day for mark in column if mark and mark.day.day == 1), None)
        if first and len(line) <= place:
            line = line.ljust(place) + short_day(first)[2:]
    return line


def _cell(mark: DayMark | None, page: ReviewPage) -> str:
    if mark is None or mark.day > page.today or is_blank(mark, page):
        return " "
    return _RESTS if mark.rests and not mark.level else FULLNESSES[mark.level]


def _wave(wave: Wave, quarter: Period) -> str:
    """One cell a period; of a daily ritual, one cell a week."""
    line = points(wave, quarter)[1:-1]
    size = 7 if wave.period == "day" else 1
    return "".join(_step(line[place : place + size]) for place in range(0, len(line), size))


def _step(line: tuple[Point, ...]) -> str:
    going = [one.y for one in line if one.way == "going"]
    if not going:
        ways = [one.way for one in line]
        return _OPEN if ways[-1] == "open" else _RESTS if "resting" in ways else _BLANK
    return HEIGHTS[round(sum(going) / len(going) * (len(HEIGHTS) - 1))]
