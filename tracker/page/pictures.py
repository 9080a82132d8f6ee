"""The pictures of the page, each an SVG that says in words what it shows. None needs colour to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise

from tracker.calendar.names import month_name, short_day
from tracker.calendar.periods import Period, period_of
from tracker.page.markup import NOTHING, Html, joined, tag, text
from tracker.page.wave import Point, stretches
from tracker.page.year import begun, is_blank, row, weeks
from tracker.text import one_line
from tracker.views.day_marks import DayMark
from tracker.views.review import ReviewPage, Wave

CELL = 13
"""Units from one day of the year to the next."""
RADII = (0.9, 2.6, 3.7, 4.8, 5.8)
"""A day by how much it held."""
_THINGS = ("", "one thing", "two things", "three things", "four things or more")
_MOST_WEEKS = 15
"""Columns that any quarter fits into: all four are drawn in one scale."""

WAVE_WIDTH, WAVE_HEIGHT = 360, 64
_EDGE = 8
_PER_YEAR = 12
_SHORTEST = 14
"""Days in kept or quiet periods from which there is a line to draw."""
_DENSE = 20
"""Points from which a line is soft without being curved."""


def picture(
    width: float, height: float, name: str, said: str, /, *content: Html, **more: str | float
) -> Html:
    """An SVG with its name, and with what it shows in words."""
    return tag(
        "svg",
        tag("title", text(name)),
        tag("desc", text(said)),
        *content,
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_label=f"{name}. {said}",
        **more,
    )


def year(page: ReviewPage) -> Html:
    """The quarters of the year, each a picture of its own: side by side, or below each other."""
    parts = groupby(begun(page.days), key=lambda mark: period_of(mark.day, "quarter"))
    return joined(*(_quarter(page, span, tuple(marks)) for span, marks in parts))


def _quarter(page: ReviewPage, span: Period, marks: tuple[DayMark, ...]) -> Html:
    name = f"{month_name(span.first)[:3]} to {month_name(span.last)[:3]} {span.last.year}"
    drawn = picture(
        _MOST_WEEKS * CELL,
        7 * CELL,
        name,
        _said_of_days(marks, page.today),
        *_days(marks, page),
        class_="days",
    )
    mine = span.first == page.first
    caption = tag("figcaption", text(name))
    return tag("figure", drawn, caption, class_="quarter mine" if mine else "quarter")


def _said_of_days(marks: tuple[DayMark, ...], today: date) -> str:
    full = Counter(month_name(mark.day) for mark in marks if mark.level)
    if full:
        return f"Days that held something: {', '.join(f'{name} {count}' for name, count in full.items())}."
    return "Still to come." if marks[0].day > today else "A quiet time."


def _days(marks: tuple[DayMark, ...], page: ReviewPage) -> Iterator[Html]:
    columns = weeks(marks, page.week_start)
    margin = (_MOST_WEEKS - len(columns)) * CELL / 2
    for place, column in enumerate(columns):
        for mark in column:
            if mark and mark.day <= page.today and not is_blank(mark, page):
                x, y = margin + (place + 0.5) * CELL, (row(mark, page.week_start) + 0.5) * CELL
                yield from _day(mark, x, y)


def _day(mark: DayMark, x: float, y: float) -> Iterator[Html]:
    if mark.rests:
        yield tag("path", d=f"M{x - 5:g} {y:g}h10", class_="rest")
    if mark.level or not mark.rests:
        said = f"{short_day(mark.day)}: {_THINGS[mark.level]}" if mark.level else short_day(mark.day)
        title = tag("title", text(said))
        yield tag("circle", title, cx=x, cy=y, r=RADII[mark.level], class_=f"l{mark.level}")


def legend() -> Html:
    """How days are drawn, from a quiet one to a full one, and one of rest."""
    middle = CELL / 2
    dots = (
        tag("circle", cx=(place + 0.5) * CELL, cy=middle, r=radius, class_=f"l{place}")
        for place, radius in enumerate(RADII)
    )
    return tag("svg", *dots, viewBox=f"0 0 {5 * CELL} {CELL}", aria_hidden="true", class_="key")


def legend_of_rest() -> Html:
    """How a day of rest is drawn."""
    line = tag("path", d=f"M1 {CELL / 2:g}h10", class_="rest")
    return tag("svg", line, viewBox=f"0 0 {CELL} {CELL}", aria_hidden="true", class_="key one")


def wave(one: Wave, quarter: Period) -> Html:
    """The rhythm of one ritual through the quarter; nothing where too little stands to make a line."""
    known = (state for state in one.states if state.state in ("kept", "quiet"))
    if sum((state.last - state.first).days + 1 for state in known) < _SHORTEST:
        return NOTHING
    parts = stretches(one, quarter)
    drawn = [tag("path", d=_path(part.points), class_=f"wave {part.way}") for part in parts]
    below = (tag("path", d=_area(part.points), class_=f"below {part.way}") for part in parts)
    said = f"From {short_day(quarter.first)} to {short_day(quarter.last)}: {one.said}."
    ground = tag("path", d=f"M0 {WAVE_HEIGHT - 0.5:g}H{WAVE_WIDTH}", class_="ground")
    name = f"{one_line(one.name)}, {one.cadence}"
    return picture(
        WAVE_WIDTH, WAVE_HEIGHT, name, said, *below, ground, *_months(quarter), *drawn, class_="sea"
    )


def _months(quarter: Period) -> Iterator[Html]:
    """A small mark where a month begins."""
    for later in (1, 2):
        first = date(quarter.first.year, quarter.first.month + later, 1)
        x = (first - quarter.first).days / quarter.days * WAVE_WIDTH
        yield tag("path", d=f"M{x:.1f} {WAVE_HEIGHT - 4}v4", class_="ground")


def _path(line: Iterable[Point]) -> str:
    """A soft line: level at each point, and never beyond its neighbours."""
    spots = [_spot(point) for point in line]
    first = f"M{spots[0][0]:.1f} {spots[0][1]:.1f}"
    if len(spots) > _DENSE:
        return first + "".join(f"L{x:.1f} {y:.1f}" for x, y in spots[1:])
    return first + "".join(
        f"C{(x + x2) / 2:.1f} {y:.1f} {(x + x2) / 2:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        for (x, y), (x2, y2) in pairwise(spots)
    )


def _area(line: tuple[Point, ...]) -> str:
    begin, end = _spot(line[0])[0], _spot(line[-1])[0]
    return f"{_path(line)}V{WAVE_HEIGHT}H{begin:.1f}Z" if end > begin else ""


def _spot(point: Point) -> tuple[float, float]:
    return point.x * WAVE_WIDTH, WAVE_HEIGHT - 2 * _EDGE - point.y * (WAVE_HEIGHT - 3 * _EDGE)


def months(page: ReviewPage) -> Html:
    """A small circle for each month since starting, full in this quarter; a big one for each whole year."""
    if page.months is None:
        return NOTHING
    first, last = page.months
    years = (last - 1) // _PER_YEAR
    running = range(years * _PER_YEAR + 1, last + 1)
    circles = [_year_circle(place) for place in range(years)]
    circles += [
        tag("circle", cx=years * 28 + place * 18 + 9, cy=13, r=5, class_="now" if month >= first else "then")
        for place, month in enumerate(running)
    ]
    width = years * 28 + len(running) * 18
    held = f"month {last}" if first == last else f"months {first} to {last}"
    name, said = f"Month {last} since starting", f"The quarter held {held}."
    return picture(width, 26, name, said, *circles, width=width, height=26, class_="months")


def _year_circle(place: int) -> Html:
    middle = place * 28 + 13
    ring = tag("circle", cx=middle, cy=13, r=10, class_="then")
    return joined(ring, tag("circle", cx=middle, cy=13, r=4, class_="whole"))
