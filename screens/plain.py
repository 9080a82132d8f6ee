"""People's text on its way to a widget: never markup, never a control character."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tracker.text import one_line


def content(text: str) -> Content:
    """Text as it is, for any widget that takes content."""
    return Content(text)


def fit(text: str, width: int) -> str:
    """Text on one line in exactly `width` cells: padded, or cut with an ellipsis."""
    if width <= 0:
        return ""
    line = text if text.isprintable() else one_line(text)
    if cell_len(line) <= width:
        return set_cell_size(line, width)
    return set_cell_size(line, width - 1) + "…"
