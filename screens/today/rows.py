"""The Today page as rows: what stands where, in which style. Knows the page, not the store."""

from __future__ import annotations

from collections.abc import Iterable

from screens.plain import fit
from screens.widgets.rows import Cell, Row
from tracker.drafts import Draft
from tracker.records.entries import WEATHER_WORDS
from tracker.views.today import MARKS, NoteLine, RitualLine, TodayPage

MARK = {"kept": "●", "quiet": "○", "resting": "–", "open": "·", "before": " "}
"""One cell a period, told apart without colour."""
_LOOK = {"open": "dim", "before": ""}
"""The style of the marks that are not called as their state is."""
NARROW_MARKS = 7
WIDE = 110
"""Columns from which the longer words and twice the marks fit."""
SLIM = 72
"""Columns below which a ritual is its name and its run alone."""
WORDLESS = "noticed, without words"
"""A note that came in from elsewhere as a mark alone."""
TICK_TIP = "Space: it happened; Enter opens it"
_BLANK = Row("")
_WEATHER_STEPS = {word: level for level, word in enumerate(WEATHER_WORDS, 1)}


def rows_of(page: TodayPage, width: int) -> tuple[Row, ...]:
    """All rows of the page for a list of this width."""
    return (
        *_rests(page),
        *_notes(page),
        *_told(page),
        *_offer(page),
        *_together(page, width),
        *_weather(page),
    )


def unfinished_rows(drafts: Iterable[Draft]) -> tuple[Row, ...]:
    """The way back to one's own unfinished words; what they say is read where they were typed."""
    lines = tuple(
        Row(
            f"draft:{draft.id}",
            (Cell("  … ", "warm", 4), Cell(draft.spot.title), Cell("Enter goes on with it", "dim", 23)),
            "Enter goes on with it; only you see it",
        )
        for draft in drafts
    )
    return (_heading("Unfinished"), *lines, _BLANK) if lines else ()


def _heading(text: str, right: str = "") -> Row:
    return Row(
        "",
        (Cell("  ", width=2), Cell(text, "heading"), Cell(right, "dim"))
        if right
        else (Cell("  ", width=2), Cell(text, "heading")),
    )


def _rests(page: TodayPage) -> tuple[Row, ...]:
    if not page.rests:
        return ()
    lines = (
        Row(f"rest:{rest.id}", (Cell("  – ", "resting", 4), Cell(rest.text, "resting")), "Enter opens it")
        for rest in page.rests
    )
    return (*lines, _BLANK)


def _notes(page: TodayPage) -> tuple[Row, ...]:
    if not page.notes:
        return ()
    title = "Noticed today" if page.day == page.today else "Noticed on this day"
    return (_heading(title), *(_note(note, f"note:{note.id}") for note in page.notes), _BLANK)


def _told(page: TodayPage) -> tuple[Row, ...]:
    if not page.told:
        return ()
    return (_heading("Told"), *(_note(note, f"told:{note.id}") for note in page.told), _BLANK)


def _offer(page: TodayPage) -> tuple[Row, ...]:
    if page.offer is None:
        return ()
    return (_heading("To tell, when the moment comes"), _note(page.offer, f"offer:{page.offer.id}"), _BLANK)


def _note(note: NoteLine, row_id: str) -> Row:
    side = note.cue or ("told" if note.told else "")
    if note.later:
        side = f"{side} · added later" if side else "added later"
    mark = "  ♥ " if note.told or row_id.startswith("offer") else "  ♡ "
    cells: tuple[Cell, ...] = (Cell(mark, "warm", 4), Cell(note.text or WORDLESS, "" if note.text else "dim"))
    cells = (*cells, Cell("", width=1))
    if side:
        cells = (*cells, Cell("  ", width=2), Cell(fit(side, 26), "dim", 26), Cell("", width=1))
    tip = (
        "t: you said it aloud; Enter opens it"
        if row_id.startswith("offer")
        else "Enter opens it; only you see it"
    )
    return Row(row_id, cells, tip)


def _together(page: TodayPage, width: int) -> tuple[Row, ...]:
    return (_heading("Together"), *(_ritual(line, page, width) for line in page.rituals))


def _ritual(line: RitualLine, page: TodayPage, width: int) -> Row:
    wide = width >= WIDE
    most = MARKS if wide else NARROW_MARKS
    shown = line.marks[-most:]
    tick = Cell(f"  {_tick(line)} ", "kept" if line.mine or line.done else "dim", 4)
    if width < SLIM:
        cells: tuple[Cell, ...] = (tick, Cell(line.name), Cell(f" {line.run_short}", "dim", 13, "aside"))
        return Row(f"ritual:{line.key}", cells, TICK_TIP)
    cells = (
        tick,
        Cell(line.name),
        Cell(f"  {line.cadence if wide else line.cadence_short}", "dim", 18 if wide else 14, "aside"),
        Cell("", width=2 * (most - len(shown))),  # the running period stands at the right end
        *(Cell(f"{MARK[state]} ", _LOOK.get(state, state), 2) for state in shown),
        *_said(line, wide),
    )
    return Row(f"ritual:{line.key}", cells, TICK_TIP)


def _said(line: RitualLine, wide: bool) -> tuple[Cell, ...]:
    """The run and what stands beside it; a sentence takes the room of both."""
    first, second = (21, 31) if wide else (13, 18)
    run = line.run if wide else line.run_short
    if len(run) >= first:
        return (Cell(f" {run}", "dim", first + second, "aside"),)
    return (Cell(f" {run}", "", first, "aside"), Cell(f" {_aside(line, wide)}", "dim", second, "aside"))


def _tick(line: RitualLine) -> str:
    """One's own mark, and the shared one once it stands; what the other one did is nobody's mark."""
    return "✓" if line.done else "◐" if line.mine else "·"


def _aside(line: RitualLine, wide: bool) -> str:
    if line.later:
        return "added later"
    return line.so_far or (line.kept if wide else line.kept_short)


def _weather(page: TodayPage) -> tuple[Row, ...]:
    if not page.viewer:
        return ()
    level = _WEATHER_STEPS.get(page.weather, 0)
    steps = "".join("▁▂▄▆█"[:level]) if level else ""
    said = f"{page.weather}  {steps}" if page.weather else "how is it inside?"
    cells = (
        Cell("  ~ ", "dim", 4),
        Cell("Your weather", "", 20),
        Cell(said, "" if level else "dim"),
        Cell("only you see this", "dim", 20, "whole"),
    )
    return (_BLANK, Row("weather", cells, "w: one word for how it is inside"))
