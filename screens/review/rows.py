"""A quarter as rows: what stands where, in which style. Knows the page, not the store."""

from __future__ import annotations

from collections.abc import Iterable

from screens.plain import fit
from screens.review.waves import MARK, RAMP, STATES, wave
from screens.widgets.rows import Cell, Row
from tracker.ids import id_order
from tracker.rhythm.words import day as day_words
from tracker.text import one_line
from tracker.views.memories import Memory
from tracker.views.review import ReviewPage

MARKS = {
    "date": "●",
    "trip": "▲",
    "milestone": "◆",
    "goal": "★",
    "appreciation": "♥",
    "ritual": "•",
    "pause": "–",
}
"""One cell for each kind of thing that a day held."""
READ = "Enter reads it whole"
_BLANK = Row("")
_WAVE_LEGEND = "  ".join(f"{MARK[state]} {said}" for state, said in STATES.items()) + f"   {RAMP} of a week"


def rows_of(page: ReviewPage) -> tuple[Row, ...]:
    """All rows of the quarter."""
    return (
        *_empty(page),
        *_waves(page),
        *_lived(page),
        *_told(page),
        *_lines("Rested", "", "pause", "– ", page.pauses),
        *_lines("Since the quarter before", "ours: only beside yourselves", "since", "  ", page.since),
        *_evening(page),
        *_figures(page),
    )


def _heading(text: str, aside: str = "") -> Row:
    return Row("", (Cell("  ", width=2), Cell(text, "heading", 26), Cell(aside, "dim")))


def _empty(page: ReviewPage) -> tuple[Row, ...]:
    if not page.is_empty:
        return ()
    said = "This quarter is a blank page so far." if page.running else "Nothing of this quarter is kept here."
    todo = (
        "1 leads to Today: one thing noticed is a beginning." if page.running else "← and → lead to others."
    )
    title = Row("", (Cell("  ", width=2), Cell(said, "heading")))
    return (title, Row("empty", (Cell("  ", width=2), Cell(todo, "dim"))), _BLANK)


def _waves(page: ReviewPage) -> tuple[Row, ...]:
    if page.is_empty or not page.waves:
        return ()
    rows = (
        Row(
            f"wave:{one.key}",
            (
                Cell("  ", width=2),
                Cell(one.name, width=16, part="title"),
                Cell(wave(one).rjust(15), "kept", 15),
                Cell(f"  {one.said}", "dim", part="aside"),
            ),
            READ,
        )
        for one in page.waves
    )
    return (_heading("Rhythm", _WAVE_LEGEND), *rows, _BLANK)


def _lived(page: ReviewPage) -> tuple[Row, ...]:
    found = sorted((*page.dates, *page.trips, *page.steps), key=lambda one: (one.day, id_order(one.id)))
    return (_heading("Lived"), *(_memory(one, page) for one in found), _BLANK) if found else ()


def _told(page: ReviewPage) -> tuple[Row, ...]:
    if not page.told:
        return ()
    aside = f"m: {page.told_more} more" if page.told_more else ""
    return (_heading("Worth rereading", aside), *(_memory(one, page) for one in page.told), _BLANK)


def _memory(one: Memory, page: ReviewPage) -> Row:
    cells = (
        Cell(f"  {MARKS[one.kind]} ", "warm", 4),
        Cell(day_words(one.day, page.first), "dim", 8),
        Cell(one.title),
        *_beside(one),
    )
    return Row(f"memory:{one.kind}:{one.id}", cells, READ)


def _beside(one: Memory) -> tuple[Cell, ...]:
    """Who noticed it, which stays; or the first thing that was said of it, which makes room for the title."""
    if one.by_name:
        return (Cell(f"  {fit(one.by_name, 10)}", "dim", 12),)
    remark = next((remark.text for remark in one.remarks), "")
    return (Cell(f"  {remark}", "dim", 26, "aside"),) if remark else ()


def _lines(title: str, aside: str, kind: str, mark: str, lines: Iterable[str]) -> tuple[Row, ...]:
    rows = tuple(
        Row(f"{kind}:{place}", (Cell(f"  {mark}", "dim", 4), Cell(line)), READ)
        for place, line in enumerate(lines)
    )
    return (_heading(title, aside), *rows, _BLANK) if rows else ()


def _evening(page: ReviewPage) -> tuple[Row, ...]:
    """What the evening left: words of both, and what is still open to be said."""
    rows = [
        *_said("before", "Taken along", page.resolution_before),
        *(row for question in page.questions for row in _answers(page, question.key)),
        *(
            row
            for place, one in enumerate(page.scenes)
            for row in _said(f"scene:{place}", f"{one.name}, some years on", one.text)
        ),
        *_said("resolution", "Into the next quarter", page.resolution),
    ]
    if page.renewed_on:
        said = f"You both said so on {day_words(page.renewed_on, page.today)}."
        rows += _said("renewed", "We're in", said)
    going_on = "e goes on with it" if has_evening(page) else "e: six questions, one resolution, at your pace"
    invitation = () if rows else (Row("evening", (Cell("  ", width=2), Cell("Enter begins it", "dim"))),)
    return (_heading("The evening", going_on), *rows, *invitation, _BLANK)


def has_evening(page: ReviewPage) -> bool:
    """Whether anything was kept of an evening for this quarter."""
    answered = any(question.answers for question in page.questions)
    return bool(answered or page.resolution or page.renewed_on or page.scenes)


def _answers(page: ReviewPage, key: str) -> tuple[Row, ...]:
    question = next(one for one in page.questions if one.key == key)
    if not question.answers:
        return ()
    asked = Row(f"question:{key}", (Cell("  ", width=2), Cell(question.text, "dim")), READ)
    answers = (
        Row(
            f"answer:{key}:{one.by}",
            (Cell("    ", width=4), Cell(one.name, "warm", 11), Cell(" ", width=1), Cell(one_line(one.text))),
            READ,
        )
        for one in question.answers
    )
    return (asked, *answers)


def _said(row_id: str, label: str, text: str) -> tuple[Row, ...]:
    if not text:
        return ()
    return (Row(row_id, (Cell("  ", width=2), Cell(f"{label} ", "dim", 24), Cell(one_line(text))), READ),)


def _figures(page: ReviewPage) -> tuple[Row, ...]:
    if not page.figures or page.figures_on is None:
        return ()
    rows = (
        Row(
            f"figure:{place}",
            (
                Cell("  ", width=2),
                Cell(one.name, width=16, part="title"),
                Cell(f"  {one.said}", "dim", part="aside"),
            ),
        )
        for place, one in enumerate(page.figures)
    )
    return (_heading(f"As it stood on {day_words(page.figures_on, page.today)}"), *rows)
