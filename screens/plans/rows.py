"""The Dates and the Trips page as rows. Knows the page, not the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.cells import cell_len

from screens.widgets.rooms import fits
from screens.widgets.rows import Cell, Row
from tracker.views.plan_lines import PlanLine
from tracker.views.plans import Desk, Span

MARK = {"idea": "◇", "planned": "◆", "happened": "●", "let-go": "–"}
"""One cell for each state, told apart without colour."""
HELD_MARK = "✶"
STATE_MARK = {"kept": "●", "quiet": "○", "resting": "–", "open": "·"}
WIDE = 110
WHEN, WHEN_WIDE = 24, 29
"""Cells for a day and its clock, or for two days, as in "Sat 8 – Sun 9 Nov 2025"; longer ones take more."""
_BLANK = Row("")


def rows_of(desk: Desk, spans: tuple[Span, ...], width: int, wants: str) -> tuple[Row, ...]:
    """All rows; `wants` says what to do where nothing is planned, as in "n plans a date"."""
    return (
        *_asking(desk, width),
        *(row for span in spans for row in _span(span, width, wants)),
        _BLANK,
        *_section("Without a day yet", desk.undated, width),
        *_ideas(desk, width),
        *_lived(desk, width),
    )


def trip_rows(desk: Desk, month: Span | None, width: int) -> tuple[Row, ...]:
    """What stands below the months: what is asked, the chosen month in full, and the rest."""
    return (
        *_asking(desk, width),
        *(_month(month, width) if month else ()),
        *_section("Without a day yet", desk.undated, width),
        *_ideas(desk, width),
        *_lived(desk, width),
    )


def _month(month: Span, width: int) -> tuple[Row, ...]:
    rows = tuple(row for line in month.lines for row in _in_full(line))
    return (_heading(month.label, "" if rows else empty_words(month)), *rows, _BLANK)


def _in_full(line: PlanLine) -> tuple[Row, Row]:
    """A trip on two lines, so that neither its title nor what is open has to be cut."""
    aside = aside_of(line)
    first = (Cell(f"  {mark_of(line)} ", style_of(line), 4), Cell(line.title))
    when = Cell(f"    {line.when}{'   ' if aside else ''}", "dim", cell_len(line.when) + 4 + 3 * bool(aside))
    tip = "Enter opens it; Space when it happened"
    return Row(f"here:{line.id}", first, tip), Row("", (when, Cell(aside, "warm" if line.open else "dim")))


def empty_words(month: Span) -> str:
    """What is said of a month without a trip; never that one is owed."""
    said = month.words()
    if month.rests:
        return said
    return f"{said}; Enter plans a weekend away" if said else "Enter plans a weekend away"


def _heading(text: str, aside: str = "") -> Row:
    return Row("", (Cell("  ", width=2), Cell(text, "heading", 26), Cell(aside, "dim")))


def _asking(desk: Desk, width: int) -> tuple[Row, ...]:
    """What was planned for a day that is over: nothing is open about it any more but this."""
    lines = (line._replace(open=()) for line in desk.asking)
    return _section("Did it happen?", lines, width, "space: yes   y: back to an idea   del: let go")


def _section(title: str, lines: Iterable[PlanLine], width: int, aside: str = "") -> tuple[Row, ...]:
    rows = tuple(row for line in lines for row in _plan(line, width))
    return (_heading(title, aside), *rows, _BLANK) if rows else ()


def _span(span: Span, width: int, wants: str) -> tuple[Row, ...]:
    """A week or month: its name in front, what is planned beside it."""
    label = Cell(f"  {span.label}", "heading" if span.current else "dim", 20)
    if not span.lines:
        said = span.words() or "–"
        hint = f"{said}; {wants}" if span.current and not span.rests else said
        mark = STATE_MARK.get(span.state, " ")
        return (Row(f"span:{span.first}", (label, Cell(f"{mark} ", "dim", 2), Cell(hint, "dim")), wants),)
    first, *more = span.lines
    blank = Cell("", width=20)
    rest = (row for line in more for row in _plan(line, width, blank, "here"))
    return (*_plan(first, width, label, "here"), *rest)


def _plan(line: PlanLine, width: int, label: Cell | None = None, kind: str = "plan") -> tuple[Row, ...]:
    """One line, or two where the title would not stand in full beside its day.

    `kind` begins the row's id: the same plan may also stand among those that were lived.
    """
    lead = (
        (label, Cell(f"{mark_of(line)} ", style_of(line), 2))
        if label
        else (Cell(f"  {mark_of(line)} ", style_of(line), 4),)
    )
    aside = aside_of(line)
    dated = line.begins and line.state != "let-go"
    when = (Cell(_when(line), "" if label else "dim", WHEN_WIDE if width >= WIDE else WHEN),) if dated else ()
    style = "warm" if line.open else "dim"
    title = Cell(line.title, "dim" if line.state == "let-go" else "")
    beside = (Cell(f"  {aside}", style, cell_len(aside) + 3, "aside"),) if aside else ()
    row_id, tip = f"{kind}:{line.id}", "Enter opens it; Space when it happened"
    tight = tuple(cell._replace(width=0) for cell in when)
    for days in (when, tight):
        if not days or fits((*lead, *days, title), width):
            return (Row(row_id, (*lead, *days, title, *beside), tip),)
    indent = Cell("", width=sum(cell.width or 0 for cell in lead))
    return Row(row_id, (*lead, title), tip), Row("", (indent, *when, *beside))


def _when(line: PlanLine) -> str:
    """A date by its start, which is what one asks; a trip by both ends."""
    if line.kind == "trip" or len(line.when) < WHEN - 1 or line.begins is None:
        return line.when
    another_year = str(line.begins.on.year) in line.when
    return line.begins.words(date.min if another_year else line.begins.on)


def mark_of(line: PlanLine) -> str:
    return HELD_MARK if line.held or (line.surprise and line.state == "planned") else MARK[line.state]


def style_of(line: PlanLine) -> str:
    return {"happened": "kept", "planned": "warm"}.get(line.state, "dim")


def aside_of(line: PlanLine) -> str:
    if line.held:
        return "a surprise"
    if line.unsuitable:
        return "this time does not suit"
    if line.state == "happened":
        return line.remarks[0].text if line.remarks else ""
    if line.state in ("idea", "let-go"):
        return " · ".join(tag for tag in line.tags() if not tag.startswith("childcare"))
    return line.open_words() or " · ".join(line.tags())


def _ideas(desk: Desk, width: int) -> tuple[Row, ...]:
    rows = tuple(row for line in desk.ideas for row in _plan(line, width))
    if not rows:
        rows = (Row("ideas", (Cell("  ◇ ", "dim", 4), Cell("i opens a deck of ideas", "dim"))),)
    return (_heading("Ideas", "i: more of them" if desk.ideas else ""), *rows, _BLANK)


def _lived(desk: Desk, width: int) -> tuple[Row, ...]:
    if not desk.memories:
        return ()
    more = desk.memory_count - len(desk.memories)
    aside = f"m: {more} more, and everything else" if more > 0 else "m: all memories"
    return (_heading("Lived", aside), *(row for line in desk.memories for row in _plan(line, width)))
