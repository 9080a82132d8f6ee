"""Where the terminal's own cursor stands: input methods, braille displays and magnifiers follow it.

Textual hides the cursor and paints one itself. It moves the real one only when a field says so, which a field
does before it has its place. Here it is asked at every picture where the focus is.
"""

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget


def place_of_cursor(screen: Screen[object]) -> Offset:
    """The cell, from the top left of the terminal, in which whatever has the focus is worked on."""
    focused = screen.focused
    if focused is None:
        return Offset(0, 0)
    in_field = getattr(focused, "cursor_screen_offset", None)  # of Textual's `Input` and `TextArea`
    place = in_field if isinstance(in_field, Offset) else _place_in(focused)
    seen = focused.region.intersection(screen.region)
    return Offset(
        min(max(place.x, seen.x), max(seen.right - 1, seen.x)),
        min(max(place.y, seen.y), max(seen.bottom - 1, seen.y)),
    )


def _place_in(widget: Widget) -> Offset:
    """A list, a month or a choice says which cell its cursor is in; anything else is taken from its start."""
    cell = getattr(widget, "cursor_cell", Offset(0, 0))
    return widget.content_region.offset + (cell if isinstance(cell, Offset) else Offset(0, 0))
