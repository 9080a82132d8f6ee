"""Where the terminal's own cursor stands: input methods, braille displays and magnifiers follow it.

Textual hides the cursor and paints one itself. It moves the real one only when a field says so, which a field
does before it has its place. Here it is asked at every picture where the focus is.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input


def place_of_cursor(screen: Screen[object]) -> Offset:
    """The cell, from the top left of the terminal, in which whatever has the focus is worked on."""
    focused = screen.focused
    if focused is None:
        return Offset(0, 0)
    place = _place_in(focused)
    seen = focused.region.intersection(screen.region)
    return Offset(
        min(max(place.x, seen.x), max(seen.right - 1, seen.x)),
        min(max(place.y, seen.y), max(seen.bottom - 1, seen.y)),
    )


def _place_in(widget: Widget) -> Offset:
    """Fields, lists, months and choices know in which cell it is; anything else is taken from its start."""
    start = widget.content_region.offset
    if isinstance(widget, Input):  # what it says itself is one cell too far behind its last letter
        return start + Offset(cell_len(widget.value[: widget.cursor_position]) - widget.scroll_offset.x, 0)
    in_area = getattr(widget, "cursor_screen_offset", None)  # a `TextArea`, which is not imported for this
    if isinstance(in_area, Offset):
        return in_area
    cell = getattr(widget, "cursor_cell", None)  # ours
    return start + cell if isinstance(cell, Offset) else start
