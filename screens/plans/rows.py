"""The Dates and the Trips page as rows. Knows the page, not the store."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from screens.widgets.rows import Cell, Row
from tracker.views.plan_lines import PlanLine
from tracker.views.plans import Desk, Span

MARK = {"idea": "◇", "planned": "◆", "happened": "●", "let-go": "–"}
"""One cell for each state, told apart without colour."""
HELD_MARK = "✶"
STATE_MARK = {"kept": "●", "quiet": "○", "resting": "–", "open": "·"}
WIDE = 110
WHEN = 21
"""Cells for a day and its clock, as in "Sat 5 Dec 2026, 18:30"."""
_BLANK = Row("")


def rows_of(desk: Desk, spans: tuple[Span, ...], width: int, wants: str) -> tuple[Row, ...]:
    """All rows; `wants` says what to do where nothing is planned, as in "n plans a date"."""
    return (
        *_section("Did it happen?", desk.asking, width),
        *(row for span in spans for row in _span(span, width, wants)),
        _BLANK,
        *_section("Without a day yet", desk.undated, width),
        *_ideas(desk, width),
        *_lived(desk, width),
    )


def _heading(text: str, aside: str = "") -> Row:
    return Row("", (Cell("  ", width=2), Cell(text, "heading", 26), Cell(aside, "dim")))


def _section(title: str, lines: Iterable[PlanLine], width: int) -> tuple[Row, ...]:
    rows = tuple(_plan(line, width) for line in lines)
    return (_heading(title), *rows, _BLANK) if rows else ()


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
    return (_plan(first, width, label), *(_plan(line, width, blank) for line in more))


def _plan(line: PlanLine, width: int, label: Cell | None = None) -> Row:
    lead = (
        (label, Cell(f"{_mark(line)} ", _style(line), 2))
        if label
        else (Cell(f"  {_mark(line)} ", _style(line), 4),)
    )
    aside = _aside(line)
    cells = (
        *lead,
        *(
            (Cell(_when(line), "" if label else "dim", WHEN),)
            if line.begins and line.state != "let-go"
            else ()
        ),
        Cell(line.title, "dim" if line.state == "let-go" else ""),
        Cell(f"  {aside}" if aside else "", "warm" if line.open else "dim", _aside_width(line, aside, width)),
    )
    return Row(f"plan:{line.id}", cells, "Enter opens it; Space when it happened")


def _when(line: PlanLine) -> str:
    """A date by its start, which is what one asks; a trip by both ends."""
    today = line.begins.words(line.begins.on) if line.begins else ""
    return line.when if line.kind == "trip" or len(line.when) < WHEN else today


def _mark(line: PlanLine) -> str:
    return HELD_MARK if line.held or (line.surprise and line.state == "planned") else MARK[line.state]


def _style(line: PlanLine) -> str:
    return {"happened": "kept", "planned": "warm"}.get(line.state, "dim")


def _aside(line: PlanLine) -> str:
    if line.held:
        return "a surprise"
    if line.unsuitable:
        return "this time does not suit"
    if line.state == "happened":
        return line.remarks[0].text if line.remarks else ""
    if line.state in ("idea", "let-go"):
        return " · ".join(tag for tag in line.tags() if not tag.startswith("childcare"))
    return line.open_words() or " · ".join(line.tags())


def _aside_width(line: PlanLine, aside: str, width: int) -> int:
    """Room beside the title: up to half of a wide line; on a narrow one titles go first."""
    if not aside:
        return 0
    most = width // 2 if width >= WIDE else width // 4 if line.state == "happened" else 24
    return min(cell_len(aside) + 3, most)


def _ideas(desk: Desk, width: int) -> tuple[Row, ...]:
    rows = tuple(_plan(line, width) for line in desk.ideas)
    if not rows:
        rows = (Row("ideas", (Cell("  ◇ ", "dim", 4), Cell("i opens a deck of ideas", "dim"))),)
    return (_heading("Ideas", "i: more of them"), *rows, _BLANK)


def _lived(desk: Desk, width: int) -> tuple[Row, ...]:
    if not desk.memories:
        return ()
    more = desk.memory_count - len(desk.memories)
    aside = f"m: {more} more, and everything else" if more > 0 else "m: all memories"
    return (_heading("Lived", aside), *(_plan(line, width) for line in desk.memories))
