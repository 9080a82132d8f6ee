"""People's text on its way to a widget: never markup, never a control character."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tracker.text import one_line

_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that turn the direction of what follows: beyond their text they would turn the rest of the row."""


_JOINTS = re.compile(
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
)
"""What makes one picture of several: terminals do not agree on its cells, and what follows would be moved."""


def content(text: str) -> Content:
    """Text as it is, for any widget that takes content."""
    return Content(text)


def on_line(text: str) -> str:
    """Text on one line, without what would move or turn the rest of the line."""
    line = text if text.isprintable() else one_line(text).translate(_TURNS)
    return line if line.isascii() else _JOINTS.sub("", line)


def fit(text: str, width: int) -> str:
    """Text on one line in exactly `width` cells: padded, or cut with an ellipsis."""
    if width <= 0:
        return ""
    line = on_line(text)
    if cell_len(line) <= width:
        return set_cell_size(line, width)
    return set_cell_size(line, width - 1) + "…"
