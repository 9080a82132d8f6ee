"""How much of a line each piece of a row gets: nothing touches, and a title is the last to be cut.

Room is given out in this order, and cells keep their own order on the line:

1. Columns (a mark, a day, a name in front) take their width, and more where their text is longer.
2. Titles take what their text needs.
3. Asides, from the left, take what is left, up to their width; one that would be a mere stump goes, and so
   does one that is `whole` (a day) where it would have to be cut.
4. What is left over goes to the flexible cells, so that columns line up from row to row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from screens.plain import fit, on_line

if TYPE_CHECKING:
    from screens.widgets.rows import Cell

Part = Literal["", "title", "aside", "whole"]
"""What a cell is. Without saying, a flexible one is a title, and one with a width a column."""
GAP = 2
"""Blank cells between a text and the next one, where neither brings blanks of its own."""
STUMP = 6
"""Cells below which a cut aside says nothing."""


def texts(cells: Sequence[Cell], width: int) -> list[str]:
    """The text of each piece in its room: padded, or cut with an ellipsis. Together `width` cells at most."""
    said = [on_line(cell.text) for cell in cells]
    gaps = [_gap(cells, said, place) for place in range(len(cells))]
    needs = [cell_len(text.rstrip(" ")) + gap for text, gap in zip(said, gaps, strict=True)]
    found = _rooms(cells, needs, width)
    there = [
        cell if room or not _is_aside(cell) else cell._replace(text="", width=0)
        for cell, room in zip(cells, found, strict=True)
    ]
    if there != list(cells):  # no blanks are due before what went
        return texts(there, width)
    return [_in(text.rstrip(" "), room, gap) for text, room, gap in zip(said, found, gaps, strict=True)]


def fits(cells: Sequence[Cell], width: int) -> bool:
    """Whether the columns and titles of a row stand in full on a line of `width`."""
    said = [on_line(cell.text) for cell in cells]
    wanted = (
        max(cell.width or 0, cell_len(said[place].rstrip(" ")) + _gap(cells, said, place))
        for place, cell in enumerate(cells)
        if not _is_aside(cell)
    )
    return sum(wanted) <= width


def _in(text: str, room: int, gap: int) -> str:
    blanks = min(gap, room)
    return fit(text, room - blanks) + " " * blanks


def _gap(cells: Sequence[Cell], said: Sequence[str], place: int) -> int:
    """The blanks that have to follow what is said in a cell, so that it does not touch the next text."""
    if own := len(said[place]) - len(said[place].rstrip(" ")):
        return own
    if not said[place]:
        return 0
    for cell, text in zip(cells[place + 1 :], said[place + 1 :], strict=True):
        if text.strip(" "):
            return 0 if text.startswith(" ") else GAP
        if cell.width:
            return 0
    return 0


def _rooms(cells: Sequence[Cell], needs: Sequence[int], width: int) -> list[int]:
    found = [0] * len(cells)
    left = width
    for turn in (_is_column, _is_title, _is_aside):
        for place, cell in enumerate(cells):
            if turn(cell):
                found[place] = _claim(cell, needs[place], left, width)
                left -= found[place]
    return _spread(cells, found, left)


def _is_column(cell: Cell) -> bool:
    return not cell.part and cell.width is not None


def _is_title(cell: Cell) -> bool:
    return cell.part == "title" or (not cell.part and cell.width is None)


def _is_aside(cell: Cell) -> bool:
    return cell.part in ("aside", "whole")


def _claim(cell: Cell, need: int, left: int, width: int) -> int:
    """What a cell gets of what is left. A column grows with its text, and leaves two fifths to others."""
    least = cell.width or 0
    if _is_column(cell):
        return min(left, max(least, min(need, 3 * width // 5)))
    if _is_title(cell):
        return min(left, max(least, need))
    if cell.part == "whole":
        return min(left, max(least, need)) if left >= need else 0
    wanted = need if cell.width is None else least
    return 0 if left < min(need, wanted, STUMP) else min(left, wanted)


def _spread(cells: Sequence[Cell], found: list[int], left: int) -> list[int]:
    """The rooms with what is left over: flexible cells come to the same size where their texts let them."""
    flexible = [place for place, cell in enumerate(cells) if cell.width is None and not _is_aside(cell)]
    total = left + sum(found[place] for place in flexible)
    for count, place in enumerate(sorted(flexible, key=lambda place: -found[place])):
        found[place] = max(found[place], total // (len(flexible) - count))
        total -= found[place]
    return found
