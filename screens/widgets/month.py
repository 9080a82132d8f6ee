"""A month drawn line by line: one widget, to look around in and to pick a day from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.keys import MONTH
from screens.widgets.marks import Line, Piece, day_lines, day_text, legend, title_line, weekday_line
from tracker.calendar.monthgrid import MonthGrid, days_on, laid_out, months_on, within
from tracker.calendar.periods import WeekStart

Marks = Mapping[date, tuple[str, ...]]
"""The names of what lies on a day: `date`, `trip`, `milestone`, `pause`."""

ROOMY = Size(44, 16)
"""From this width on the month takes more lines, so that marks stand below the numbers."""
COMPACT = Size(22, 9)
"""The least that shows all of it."""


class OnDay(Message):
    """Something was done on this day of this month view."""

    def __init__(self, month: Month, day: date) -> None:
        super().__init__()
        self.month = month
        self.day = day

    @property
    def control(self) -> Month:
        return self.month  # for handlers that listen to one view alone


class Month(Widget, can_focus=True):
    """A month with a cursor on a day. Posts where the person goes; knows nothing of what lies on a day."""

    BINDINGS: ClassVar[list[BindingType]] = MONTH
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "month--title",
        "month--arrow",
        "month--weekday",
        "month--today",
        "month--cursor",
        "month--chosen",
        "month--trip",
        "month--date",
        "month--milestone",
        "month--pause",
        "month--dim",
    }

    # Beside each other, not one below the other: a handler of a message also gets its subclasses.

    class Moved(OnDay):
        """The person went to this day, perhaps in another month."""

    class Chosen(OnDay):
        """Enter, or a click on the day where the cursor stands."""

    def __init__(self, today: date, *, week_start: WeekStart = "monday", id: str | None = None) -> None:
        super().__init__(id=id)
        self._today = today
        self._week_start: WeekStart = week_start
        self._day = within(today)
        self._wanted = self._day.day
        self._marks: Marks = MappingProxyType({})
        self._look: dict[str, Style] = {}
        self._field = COMPACT
        self._grid = laid_out(self._day, week_start, *COMPACT)
        self._shown: dict[date, tuple[str, ...]] = {}

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def show(
        self,
        day: date,
        marks: Marks,
        *,
        today: date | None = None,
        week_start: WeekStart | None = None,
    ) -> None:
        """Put the cursor on `day` and show these marks; only what changed is drawn again. Posts nothing.

        `marks` is asked again whenever the person goes to another month. In answer to `Moved` hand in
        `month.day`, where the cursor is by now, and not the day of the message, which may be behind.
        """
        changed = {self._today, today} if today and today != self._today else set()
        self._today, self._week_start = today or self._today, week_start or self._week_start
        self._marks = marks
        day = within(day)
        if day != self._day:
            self._wanted = day.day
        self._go(day, changed)

    @property
    def cursor_cell(self) -> Offset:
        """Where in the month that day stands."""
        return Region(*(self._grid.box_of(self._day) or ())).offset

    # Going about

    def _go(self, day: date, changed: set[date] | None = None) -> None:
        """Stand on this day, and draw what is not as it was."""
        before, self._day = self._day, day
        grid, self._grid = self._grid, self._laid_out()
        shown, self._shown = self._shown, self._marked()
        if self._grid != grid:
            self.refresh()
            return
        different = {each for each in {*shown, *self._shown} if shown.get(each) != self._shown.get(each)}
        if before != day:
            different |= {before, day}
        for each in different | (changed or set()):
            self._redraw(each)
        if different or changed:
            self._redraw_line(self._grid.detail)
        if set().union(*shown.values()) != set().union(*self._shown.values()):
            self._redraw_line(self._grid.legend)

    def _move(self, day: date) -> None:
        if day != self._day:
            self._go(day)
            self.post_message(self.Moved(self, day))

    def _move_days(self, days: int) -> None:
        day = days_on(self._day, days)
        self._wanted = day.day
        self._move(day)

    def _move_months(self, months: int) -> None:
        self._move(months_on(self._day, months, self._wanted))

    def _laid_out(self) -> MonthGrid:
        self._field = self.content_size
        return laid_out(self._day, self._week_start, *self.content_size)

    def _marked(self) -> dict[date, tuple[str, ...]]:
        """What lies on the days of this month now; the mapping itself may change in its owner's hands."""
        days = (day for week in self._grid.weeks for day in week if day)
        return {day: names for day in days if (names := self._marks.get(day, ()))}

    # Drawing

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return min(ROOMY.width, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return (ROOMY if width >= ROOMY.width else COMPACT).height

    def notify_style_update(self) -> None:
        self._look.clear()
        super().notify_style_update()

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self._redraw(self._day)

    def _redraw(self, day: date) -> None:
        box = self._grid.box_of(day)
        if box:
            self._redraw_region(Region(*box))

    def _redraw_line(self, y: int | None) -> None:
        if y is not None:
            self._redraw_region(Region(0, y, self.content_size.width, 1))

    def _redraw_region(self, region: Region) -> None:
        seen = region.intersection(self.content_size.region)
        if seen:
            self.refresh(seen)

    def render_line(self, y: int) -> Strip:
        # Here and not on the resize event, which comes after the first picture in the new size.
        if self._field != self.content_size:
            self._grid = self._laid_out()
            self._shown = self._marked()
        base = self.rich_style
        segments = [
            Segment(text, base + self._style(style) if style else base)
            for text, style in self._line(y)
            if text
        ]
        # Neighbours of one style become one: a terminal is told each style anew.
        return Strip(segments).adjust_cell_length(self.content_size.width, base).simplify()

    def _line(self, y: int) -> Line:
        grid = self._grid
        if y == grid.title:
            return title_line(self._day, grid.width)
        if y == grid.weekdays:
            return weekday_line(self._week_start, grid.cell)
        if y == grid.detail:
            return (Piece(f" {self._said(self._day)}"),)
        if y == grid.legend:
            names = set().union(*self._shown.values())
            return (Piece(" "), *legend(sorted(names), grid.width - 1))
        week, line = divmod(y - grid.top, grid.row)
        return self._week(week, line) if 0 <= week < len(grid.visible) else ()

    def _week(self, week: int, line: int) -> Line:
        grid = self._grid
        pieces = [Piece(" ")]
        for day in grid.visible[week]:
            if day is None:
                pieces.append(Piece(" " * grid.cell))
                continue
            names = self._shown.get(day, ())
            drawn = day_lines(day.day, names, day == self._today, grid.cell, grid.row)[line]
            over = "cursor" if self.has_focus else "chosen"
            pieces += _all_over(drawn, over) if day == self._day else drawn
        return tuple(pieces)

    def _said(self, day: date) -> str:
        return day_text(day, self._shown.get(day, ()), day == self._today)

    def _style(self, names: str) -> Style:
        """The style of one name, or of several, of which the last lies on top."""
        if names not in self._look:
            full = (f"month--{name}" for name in names.split())
            known = (name if name in self.COMPONENT_CLASSES else "month--dim" for name in full)
            self._look[names] = Style.combine(self.get_component_rich_style(n, partial=True) for n in known)
        return self._look[names]

    # What the person does

    def action_earlier_day(self) -> None:
        self._move_days(-1)

    def action_later_day(self) -> None:
        self._move_days(1)

    def action_earlier_week(self) -> None:
        self._move_days(-7)

    def action_later_week(self) -> None:
        self._move_days(7)

    def action_earlier_month(self) -> None:
        self._move_months(-1)

    def action_later_month(self) -> None:
        self._move_months(1)

    def action_today(self) -> None:
        day = within(self._today)
        self._wanted = day.day
        self._move(day)

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self, self._day))

    def on_click(self, event: events.Click) -> None:
        """An arrow leads to another month; a click goes to a day, and one on the chosen day chooses it."""
        at = event.get_content_offset(self)
        if at is None:
            return
        event.stop()
        months, day = self._grid.arrow_at(*at), self._grid.day_at(*at)
        if months:
            self._move_months(months)
        elif day == self._day:
            self.action_choose()
        elif day:
            self._wanted = day.day
            self._move(day)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._move_months(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._move_months(1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What lies on the day under the pointer is said in words."""
        at = event.get_content_offset(self)
        day = self._grid.day_at(*at) if at else None
        self.tooltip = self._said(day) if day is not None and day in self._shown else None


def _all_over(line: Line, style: str) -> Line:
    return tuple(Piece(text, f"{below} {style}") for text, below in line)
