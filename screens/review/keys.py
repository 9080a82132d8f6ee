"""The keys of Review, and of what is read from it."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from screens.commands import CARE, DAYS, LIST, ROWS, WRITING, command

REVIEW: list[BindingType] = [
    command("review.evening", "e", "evening", "evening", "Look back together", WRITING, show=True),
    command("review.days", "d", "days", "days", "Into the year's days, and back", DAYS, show=True),
    command("review.before", "left,left_square_bracket", "quarter(-1)", "before", "The quarter before", DAYS),
    command("review.after", "right,right_square_bracket", "quarter(1)", "after", "The quarter after", DAYS),
    command("review.write", "w", "write_out", "page to keep", "Write the page out", CARE, show=True),
    command("review.reread", "r", "reread", "reread", "Two quarters side by side", LIST, show=True),
    command("review.lookup", "l", "look_up", "look up", "Months since you started", CARE),
    command("review.memories", "m", "memories", "memories", "Everything lived, to be searched", DAYS),
]

READING: list[BindingType] = [
    one for one in ROWS if isinstance(one, Binding) and one.id not in ("rows.tick", "rows.remove")
]
"""Rows to read: nothing is marked or removed on them."""
