"""The Goals page as rows. Knows the page, not the store."""

from __future__ import annotations

from collections.abc import Iterable

from screens.widgets.rooms import fits
from screens.widgets.rows import Cell, Row
from tracker.views.goals import GoalLine, GoalsPage, WishLine

MARK = {"wish": "◇", "active": "◆", "shelved": "–", "reached": "★"}
"""One cell for each state, told apart without colour."""
WISH_MARK = "♥"
WIDE = 110
_BLANK = Row("")
_OPENS = "Enter opens it"


def rows_of(page: GoalsPage, width: int) -> tuple[Row, ...]:
    """All rows of the page."""
    goals = any((page.active, page.later, page.shelved, page.reached))
    return (
        *(_under_way(page, width) if goals else _invitation()),
        *_section("Kept for later", "", (_short(goal, width) for goal in page.later)),
        *(_wishes(page, width) if goals or page.wishes or not page.viewer else ()),
        *_section("On the shelf", "all that you did stays", (_short(goal, width) for goal in page.shelved)),
        *_section("Reached", "m: all memories", (_short(goal, width) for goal in page.reached)),
    )


def _heading(text: str, aside: str = "") -> Row:
    return Row("", (Cell("  ", width=2), Cell(text, "heading", len(text) + 3), Cell(aside, "dim")))


def _section(title: str, aside: str, found: Iterable[Row]) -> tuple[Row, ...]:
    rows = tuple(found)
    return (_heading(title, aside), *rows, _BLANK) if rows else ()


def _invitation() -> tuple[Row, ...]:
    """No goal yet: what one is, and the three ways to a first one."""
    ways = (
        ("new", "n", "begin a goal that you both have in mind"),
        ("cards", "i", "look through the wish cards, each of you alone"),
        ("compare", "v", "then find out together what stands on both lists"),
    )
    return (
        _heading("Something to look forward to"),
        Row(
            "",
            (
                Cell(
                    "    A garden, a song for two voices, a walk along the whole coast: something you", "dim"
                ),
            ),
        ),
        Row("", (Cell("    would both love, with a few small steps that you take together.", "dim"),)),
        _BLANK,
        *(Row(id, (Cell(f"  {key} ", "warm", 4), Cell(said)), "Enter does it") for id, key, said in ways),
        _BLANK,
    )


def _under_way(page: GoalsPage, width: int) -> tuple[Row, ...]:
    rhythm = (page.time if width >= WIDE else "", page.run, page.kept)
    aside = " · ".join(said for said in rhythm if said)
    goals = tuple(row for goal in page.active for row in (*_goal(goal, width), _BLANK))
    return (_heading("Under way", aside), *(goals or (*_nothing_under_way(), _BLANK)))


def _nothing_under_way() -> tuple[Row, ...]:
    return (Row("new", (Cell("  n ", "warm", 4), Cell("begins a goal", "dim")), "Enter does it"),)


def _goal(goal: GoalLine, width: int) -> tuple[Row, ...]:
    """An active goal on two lines and more: its progress beside the title, and below what comes next."""
    title = (Cell(f"  {MARK['active']} ", "warm", 4), Cell(goal.title))
    bar = f"{goal.bar(24 if width >= WIDE else 12)}  " if goal.of else ""
    progress = goal.progress if goal.of else ""
    if fits(
        (*title, Cell(f"  {bar}{progress}", width=0)), width
    ):  # the bar says nothing that the words do not
        progress = f"{bar}{progress}"
    first = (*title, *_aside(progress, "kept", width))
    following = "warm" if goal.complete else ""
    lines = (
        (_next(goal), following, goal.target),
        (goal.why_fun, "dim", goal.time),
        (_asks(goal), "warm", ""),
    )
    more = tuple(
        Row("", (Cell("    ", width=4), Cell(left, style), *_aside(aside, "dim", width)))
        for left, style, aside in lines
        if left or aside
    )
    tip = f"{_OPENS}; Space reaches the next step" if goal.next_id else _OPENS
    return (Row(f"goal:{goal.id}", first, tip), *more)


def _aside(said: str, style: str, width: int) -> tuple[Cell, ...]:
    """What stands beside a title, in one column for all; nothing leaves the title the whole line."""
    room = width // 2 if width >= WIDE else 36
    return (Cell("  ", width=2), Cell(said, style, room, "aside")) if said else ()


def _next(goal: GoalLine) -> str:
    if goal.complete:
        return "all done; h when you are there"
    if goal.next:
        return f"next: {goal.next}"
    return "" if goal.of else "Enter opens it: one small first step is enough"


def _asks(goal: GoalLine) -> str:
    """What may be said or done now, in one quiet line."""
    if goal.complete:
        return ""
    if goal.heavy and not any(step.rests for step in goal.steps):
        return "getting heavy: f makes it smaller, or lets it rest a while"
    return "still fun? f says so" if goal.ask_fun else ""


def _short(goal: GoalLine, width: int) -> Row:
    """Any other goal on one line."""
    said = (goal.when, goal.target if goal.state == "wish" else "", _so_far(goal))
    style = {"reached": "kept", "shelved": "dim"}.get(goal.state, "warm")
    cells = (Cell(f"  {MARK[goal.state]} ", style, 4), Cell(goal.title))
    aside = " · ".join(part for part in said if part)
    return Row(f"goal:{goal.id}", (*cells, *_aside(aside, "dim", width)), _OPENS)


def _so_far(goal: GoalLine) -> str:
    return goal.progress if goal.of and goal.state == "shelved" else ""


def _wishes(page: GoalsPage, width: int) -> tuple[Row, ...]:
    """The viewer's own; where nobody sits here, only that each may have some."""
    if not page.viewer:
        said = "says who is here; each of you keeps wishes of your own"
        return (_heading("Wishes"), Row("person", (Cell("  p ", "warm", 4), Cell(said, "dim"))), _BLANK)
    rows = tuple(_wish(wish, width) for wish in page.wishes)
    if not rows:
        said = "opens a deck of wish cards; what you pick, only you see"
        rows = (Row("deck", (Cell("  i ", "warm", 4), Cell(said, "dim")), "Enter does it"),)
    return (_heading("Your own wishes", "only you see these"), *rows, _BLANK)


def _wish(wish: WishLine, width: int) -> Row:
    aside = _aside("offered openly" if wish.offered else "", "dim", width)
    cells = (Cell(f"  {WISH_MARK} ", "warm", 4), Cell(wish.title), *aside)
    return Row(f"wish:{wish.id}", cells, "Enter changes it, or offers it openly")
