"""The Journey page as rows, and the chosen practice as words. Knows the page, not the store."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from screens.plain import content
from screens.widgets.rows import Cell, Row
from tracker.views.journey import JourneyPage, PracticeLine

BOTH, MINE, NEITHER = "●", "◐", "·"
"""One cell each, told apart without colour: tried by both, marked by you alone, not marked by you."""
NO_START = "No start is set yet: s sets the day on which you both began."
_NAMES = 30


def rows_of(page: JourneyPage) -> tuple[Row, ...]:
    """Where they are on the way, then the twelve."""
    return (*_way(page), Row(""), *(_practice(line) for line in page.practices))


def _way(page: JourneyPage) -> tuple[Row, ...]:
    tried = page.tried.capitalize() or "Space marks a practice that you have tried"
    aside = "l: look up together"
    row = (Cell("  ", width=2), Cell(tried, "dim"), Cell(aside, "dim", cell_len(aside) + 2, "aside"))
    return (*_month(page), Row("lookup", row, "Only when you both wish to; Enter or l"))


def _month(page: JourneyPage) -> tuple[Row, ...]:
    if not page.month:
        start = f"The months begin on {page.begins}." if page.begins else NO_START
        return (Row("start", (Cell("  ", width=2), Cell(start, "dim"))),) if page.no_start else ()
    said = f"{page.month}   "
    aside = "everything rests now" if page.rests_now else page.rested
    beside = " · ".join(part for part in (page.span, aside) if part)
    month = (Cell("  ", width=2), Cell(said, "heading", cell_len(said)), Cell(beside))
    window = (Cell("  ", width=2), Cell(page.window_said, "dim"))
    return (
        Row("pauses", month, "Enter: pauses, and resuming"),
        Row("window", window, "Enter: what the article says about how long, and what is ours"),
    )


def _practice(line: PracticeLine) -> Row:
    mark, style = mark_of(line)
    cells = (
        Cell(f"  {mark} ", style, 4),
        Cell(f"{line.number:>2}  ", "dim", 4),
        Cell(line.name, "", _NAMES, "title"),
        Cell(line.held, "dim", part="aside"),
    )
    return Row(f"practice:{line.key}", cells, "Enter opens it; space when you have tried it")


def mark_of(line: PracticeLine) -> tuple[str, str]:
    """The mark in front and its style."""
    if line.both:
        return BOTH, "kept"
    return (MINE, "warm") if line.mine else (NEITHER, "dim")


def tried_words(line: PracticeLine) -> str:
    """What is said of trying it: the viewer's own mark is for that one's eyes."""
    if line.both:
        return "Tried by both of you."
    if line.mine:
        return "You marked it as tried. It shows to you alone until both of you have."
    return f"{line.suggests} y marks it, if you think so, too." if line.suggests else ""


def short_words(line: PracticeLine) -> Content:
    """The chosen practice in five lines: what the article says, and how to begin."""
    return Content("\n").join([content(line.gist), _ours("To begin (ours): ", line.begin)])


def long_words(line: PracticeLine) -> Content:
    """The chosen practice beside the list."""
    parts = [Content.styled(line.name, "bold $primary"), Content(), *_article(line), Content()]
    if line.held:
        parts += [_ours("In the tracker: ", f"{line.held}."), Content()]
    parts += [_ours("To begin (ours): ", line.begin), Content()]
    if line.hint:
        parts += [_ours("A hint (ours): ", line.hint), Content()]
    parts.append(content(tried_words(line)))
    return Content("\n").join(parts)


def full_words(line: PracticeLine) -> Content:
    """Everything that is said of a practice in its own dialog."""
    parts = [content(f"{line.gist} ") + _source(line), Content()]
    if line.held:
        parts.append(_ours("In the tracker: ", f"{line.held}."))
    parts.append(_ours("To begin (ours): ", line.begin))
    if line.hint:
        parts.append(_ours("A hint (ours): ", line.hint))
    if said := tried_words(line):
        parts += [Content(), Content.styled(said, "$success" if line.both else "$foreground")]
    return Content("\n").join(parts)


def _article(line: PracticeLine) -> list[Content]:
    return [content(line.gist), _source(line)]


def _source(line: PracticeLine) -> Content:
    return Content.styled(f"from the article, {line.source}", "$quiet")


def _ours(label: str, text: str) -> Content:
    return Content.styled(label, "$quiet") + content(text)
