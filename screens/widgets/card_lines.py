"""How cards lie in a field of cells, and what stands on each of their lines."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual.geometry import Region

from screens.plain import fit

LEAST_BELOW = 8
"""Lines that are left to what stands below the cards, where there is any choice."""
TALLEST = 5
"""Lines of a card at most, the blank one below it included; a lower one is parted from others by its rule."""
LOW = 3
"""Lines up to which a card has its days on its rule, and no blank line below."""
WIDTHS = ((110, 4), (60, 3), (0, 2))
"""From how many columns on so many cards stand side by side."""
MARGIN, GAP = 1, 2


class Card(NamedTuple):
    """One card. What it says goes on as many lines as there is room for."""

    id: str
    name: str
    now: bool = False
    """Whether today lies in it."""
    mark: str = " "
    """Its state in one cell, told apart without colour."""
    style: str = ""
    """How mark and days are coloured: the name of a component class without its `cards--`."""
    short: str = ""
    """The days in short, for the rule of a low card."""
    when: str = ""
    """The days, for a line of their own."""
    title: str = ""
    aside: str = ""
    """What is still open, or was said of it."""
    warm: bool = False
    """Whether the aside asks for something."""
    tooltip: str = ""


class Grid(NamedTuple):
    """How the cards lie in a field of cells."""

    columns: int
    width: int
    """Cells of a card; `GAP` cells lie between two."""
    height: int
    """Lines of a card."""

    def box(self, place: int) -> Region:
        """The cells of one card."""
        row, column = divmod(place, self.columns)
        x = MARGIN + column * (self.width + GAP)
        return Region(x, row * self.height, self.width, self.height)

    def place_at(self, x: int, y: int, count: int) -> int | None:
        """The card in whose cells this one lies."""
        column, within = divmod(x - MARGIN, self.width + GAP)
        place = y // self.height * self.columns + column
        inside = 0 <= column < self.columns and within < self.width and y >= 0
        return place if inside and place < count else None


def laid_out(width: int, height: int, count: int) -> Grid:
    """`count` cards in a field of `width` cells that may take most of `height` lines."""
    columns = next(columns for least, columns in WIDTHS if width >= least)
    rows = -(-count // columns) or 1
    lines = min(max((height - LEAST_BELOW) // rows, 1), TALLEST)
    return Grid(columns, max(1, (width - 2 * MARGIN - (columns - 1) * GAP) // columns), lines)


Pieces = tuple[tuple[str, str], ...]
"""Texts with the names of their styles."""


def line_of(card: Card, line: int, grid: Grid, chosen: bool) -> Pieces:
    """One line of a card, exactly as wide as the card."""
    if line == 0:
        return _rule(card, grid, chosen)
    when = card.when if cell_len(card.when) < grid.width else card.short
    days = (when if grid.height > LOW else "", card.style)
    all_said = (days, (card.title, ""), (card.aside, "warm" if card.warm else "dim"))
    said = [one for one in all_said if one[0]]
    text, style = said[line - 1] if line <= len(said) else ("", "")
    return ((" ", ""), (fit(text, grid.width - 1), style))


def _rule(card: Card, grid: Grid, chosen: bool) -> Pieces:
    """The line at the head of a card: its name, and its mark at the right end; heavier on the chosen one."""
    stroke, width = "━" if chosen else "─", grid.width
    name = f"{card.name}, now" if card.now else card.name
    right = f" {card.mark}" if card.mark.strip() else ""
    if grid.height <= LOW and card.short and cell_len(name) + cell_len(card.short) + len(right) + 6 <= width:
        right = f" {card.short}{right}"
    room = width - 4 - cell_len(right)
    if card.now and cell_len(name) > room:
        name = f"{card.name[:3]}, now"
    name = fit(name, min(cell_len(name), room))
    fill = width - 4 - cell_len(name) - cell_len(right)
    head = "now" if card.now else "name"
    return (
        (f"{stroke} ", head if chosen else "rule"),
        (name, head),
        (" ", ""),
        (stroke * fill, head if chosen else "rule"),
        (right, card.style),
        (" ", ""),
    )
