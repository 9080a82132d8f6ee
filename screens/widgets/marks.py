"""How the days of a month view are written: number, marks and legend, as pieces in named styles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from tracker.calendar.monthgrid import weekday_names
from tracker.calendar.names import month_name, short_day, weekday_name
from tracker.calendar.periods import WeekStart


class Mark(NamedTuple):
    """Something that lies on a day."""

    glyph: str
    """One cell, told from the others without colour."""
    word: str
    """What it is."""
    short: str
    """The same where there is little room."""


MARKS = {
    "trip": Mark("▲", "trip", "trip"),
    "date": Mark("♥", "date", "date"),
    "milestone": Mark("◆", "milestone", "step"),
    "pause": Mark("–", "pause", "rest"),
}
"""The marks by name, the one first that stands where there is room for one alone."""
MORE = "+"
"""Stands for marks that have no room."""
BRACKETED = 5
"""Columns of a day from which today stands in brackets; below, it is underlined alone."""


class Piece(NamedTuple):
    """A piece of a line."""

    text: str
    style: str = ""
    """Name of a component class without its `month--`; empty for plain text."""


Line = tuple[Piece, ...]


def title_line(day: date, width: int) -> Line:
    """The month's name between the arrows to its neighbours."""
    name = f"{month_name(day)} {day.year}"
    return (Piece(" ‹", "arrow"), Piece(name.center(width - 4), "title"), Piece("› ", "arrow"))


def weekday_line(week_start: WeekStart, width: int) -> Line:
    """The names of the weekdays, each above its days, which are `width` cells wide."""
    lead, letters = (" ", 3) if width >= BRACKETED else ("", width - 1)
    names = (f"{lead}{name[:letters]}".ljust(width) for name in weekday_names(week_start))
    return (Piece(" "), *(Piece(name, "weekday") for name in names))


def mark_of(name: str) -> Mark:
    """The mark of that name; a plain dot for one that is not known."""
    return MARKS.get(name) or Mark("•", name, name)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, the known ones first in their order."""
    given = tuple(dict.fromkeys(names))
    return (*(name for name in MARKS if name in given), *(name for name in given if name not in MARKS))


def day_lines(number: int, names: Iterable[str], today: bool, width: int, height: int) -> tuple[Line, ...]:
    """The lines of one day, each `width` cells. One line has the marks beside the number, more below it."""
    marks = in_order(names)
    figure = f"{number:>2}"
    if width >= BRACKETED:
        figure = f"[{figure}]" if today else f" {figure} "
    head: Line = (Piece(figure, "today" if today else ""),)
    if height == 1:
        return (_padded((*head, *_glyphs(marks, width - _cells(head), "")), width),)
    return (_padded(head, width), *_below(marks, width, height - 1))


def day_text(day: date, names: Iterable[str], today: bool) -> str:
    """The day in words, as in "Fri 27 Nov, today: trip, pause"."""
    said = ", ".join(mark_of(name).word for name in in_order(names))
    return (
        f"{weekday_name(day)[:3]} {short_day(day)}{', today' if today else ''}{f': {said}' if said else ''}"
    )


def legend(names: Iterable[str], width: int) -> Line:
    """What the marks mean: of all that there are where they fit, else of those given, as plainly as fits."""
    given = in_order(names)
    unknown = tuple(name for name in given if name not in MARKS)
    for shown in ((*MARKS, *unknown), given):
        for gap, between, short in (("  ", " ", False), (" ", "", False), (" ", "", True)):
            line = _explained(shown, gap, between, short, len(shown))
            if _cells(line) <= width:
                return line
    worded = len(given)
    while worded and _cells(line := _explained(given, " ", "", True, worded)) > width:
        worded -= 1
    return line


def _explained(names: tuple[str, ...], gap: str, between: str, short: bool, worded: int) -> Line:
    """Glyphs with their words; only the first `worded` of them have one."""
    pieces: list[Piece] = []
    for place, name in enumerate(names):
        mark = mark_of(name)
        word = between + (mark.short if short else mark.word) if place < worded else ""
        pieces += [Piece(gap if place else ""), Piece(mark.glyph, name), Piece(word, "dim")]
    return tuple(piece for piece in pieces if piece.text)


def _below(names: tuple[str, ...], width: int, lines: int) -> tuple[Line, ...]:
    """The lines under the number: a mark and its word on each where they fit, else the marks alone."""
    worded = [
        (Piece(" "), Piece(mark_of(name).glyph, name), Piece(f" {mark_of(name).word}", name))
        for name in names
    ]
    if len(worded) <= lines and all(_cells(line) <= width for line in worded):
        drawn: list[Line] = list(worded)
    else:
        gap = " " if 2 * len(names) <= width else ""
        drawn = [(Piece(" "), *_glyphs(names, width - 1, gap))]
    drawn += [()] * (lines - len(drawn))
    return tuple(_padded(line, width) for line in drawn)


def _glyphs(names: tuple[str, ...], room: int, gap: str) -> Line:
    """The glyphs that have room; the last gives way to a plus where there are more."""
    pieces = [Piece(mark_of(name).glyph, name) for name in names[:room]]
    if len(names) > room > 1:
        pieces[-1] = Piece(MORE, "dim")
    spaced = [each for piece in pieces for each in (Piece(gap), piece) if each.text]
    return tuple(spaced[1:] if gap else spaced)


def _padded(line: Line, width: int) -> Line:
    return (*line, Piece(" " * (width - _cells(line))))


def _cells(line: Line) -> int:
    return sum(cell_len(piece.text) for piece in line)
