"""The chosen day in words."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.geometry import Size

from screens.plain import content, fit
from screens.review.rows import MARKS
from tracker.calendar.names import long_day, short_day, weekday_name
from tracker.views.day_marks import DayEntry

_NOTHING = "Nothing is noted here."


def day_text(day: date, entries: tuple[DayEntry, ...], room: Size, *, narrow: bool) -> Content:
    """The day and what it held, a line each on a narrow screen; on a wide one whole sentences."""
    name = f"{weekday_name(day)[:3]} {short_day(day)} {day.year}" if narrow else long_day(day)
    lines = [f"{MARKS.get(one.kind, '•')} {one.text}" for one in entries]
    most = max(1, room.height - 1)
    if narrow and len(lines) > most:
        lines = [*lines[: most - 1], f"… and {len(lines) - most + 1} more"]
    if narrow and room.width:
        lines = [fit(line, room.width).rstrip() for line in lines]
    body = content("\n".join(lines)) if lines else Content.styled(_NOTHING, "$quiet")
    return Content("\n\n" if not narrow else "\n").join((Content.styled(name, "bold $primary"), body))
