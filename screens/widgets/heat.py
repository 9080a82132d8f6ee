"""A year at a glance: weeks as columns, weekdays as rows, a glyph for how much each day held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.plain import fit
from screens.widgets.keys import HEAT
from tracker.calendar.monthgrid import days_on, months_on, weekday_names
from tracker.calendar.names import month_name, short_day, weekday_name
from tracker.calendar.periods import Period, WeekStart
from tracker.calendar.yeargrid import NAMES, year_laid_out
from tracker.views.day_marks import DayMark

RAMP = "·░▒▓█"
"""One cell for each level, told apart without colour."""
RESTING = "–"
CURSOR = "◆"
LEGEND = " · nothing yet  ░ ▒ ▓ █ one thing to four  – rest"
HEIGHT = 9
"""Lines: the months' names, seven weekdays, the legend."""
_BLANK = DayMark(date.min, 0, False)


class OnHeatDay(Message):
    """Something was done on this day of this heatmap."""

    def __init__(self, heat: Heat, day: date) -> None:
        super().__init__()
        self.heat = heat
        self.day = day

    @property
    def control(self) -> Heat:
        return self.heat  # for handlers that listen to one heatmap alone


class Heat(Widget, can_focus=True):
    """The days of a year with a cursor on one. Posts where the person goes; knows not what a day held."""

    BINDINGS: ClassVar[list[BindingType]] = HEAT
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "heat--month",
        "heat--dim",
        "heat--low",
        "heat--high",
        "heat--rest",
        "heat--cursor",
        "heat--chosen",
    }

    # Beside each other, not one below the other: a handler of a message also gets its subclasses.

    class Moved(OnHeatDay):
        """The person went to this day."""

    class Chosen(OnHeatDay):
        """Enter, or a click on the day where the cursor stands."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._days: dict[date, DayMark] = {}
        self._span = Period(date.min, date.min)
        self._last = self._begins = date.min
        self._bright = self._span
        self._week_start: WeekStart = "monday"
        self._day = date.min
        self._grid = year_laid_out(self._span, "monday", 0, date.min)
        self._look: dict[str, Style] = {}

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    @property
    def cursor_cell(self) -> Offset:
        """Where in the year that day stands."""
        return Offset(*self._grid.place(self._day))

    def show(
        self,
        days: Iterable[DayMark],
        today: date,
        bright: Period,
        week_start: WeekStart = "monday",
        day: date | None = None,
        *,
        begins: date = date.min,
    ) -> None:
        """Show these days, which follow each other; those after `today` and before `begins` stay blank.

        Posts nothing.

        The months of `bright` stand out. The cursor stays where it is, or goes to `day`; only changed
        cells are drawn again.
        """
        before = self._days
        frame = (self._span, self._last, self._bright, self._week_start, self._begins)
        self._days = {mark.day: mark for mark in days}
        self._span = Period(min(self._days, default=date.min), max(self._days, default=date.min))
        self._last = min(today, self._span.last)
        self._bright, self._week_start, self._begins = bright, week_start, begins
        if frame != (self._span, self._last, bright, week_start, begins):
            self._day = self._within(day or self._day)
            self._lay_out()
            self.refresh()
            return
        for each, mark in self._days.items():
            if before.get(each) != mark:
                self._redraw(each)
        self.go_to(day or self._day)

    def go_to(self, day: date) -> None:
        """Put the cursor on this day, or on the nearest that can be chosen. Posts nothing."""
        before, self._day = self._day, self._within(day)
        if before == self._day:
            return
        facing = self._grid.facing(self._day)
        if facing != self._grid:
            self._grid = facing
            self.refresh()
            return
        self._redraw(before)
        self._redraw(self._day)

    def _within(self, day: date) -> date:
        return min(max(day, self._span.first), max(self._last, self._span.first))

    def _move(self, day: date) -> None:
        before = self._day
        self.go_to(day)
        if self._day != before:
            self.tooltip = None
            self.post_message(self.Moved(self, self._day))

    def _lay_out(self) -> None:
        self._grid = year_laid_out(self._span, self._week_start, self.content_size.width, self._day)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return HEIGHT

    # Drawing

    def on_resize(self) -> None:
        self._lay_out()
        self.refresh()

    def notify_style_update(self) -> None:
        self._look.clear()
        super().notify_style_update()

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self._redraw(self._day)

    def _redraw(self, day: date) -> None:
        seen = Region(*self._grid.place(day), self._grid.cell, 1).intersection(self.content_size.region)
        if seen:
            self.refresh(seen)

    def render_line(self, y: int) -> Strip:
        width, base = self.content_size.width, self._style("")
        if y == 0:
            segments = self._months()
        elif y < HEIGHT - 1:
            segments = self._weekdays(y)
        else:
            segments = [self._segment(fit(LEGEND, width), "dim")]
        return Strip(segments).adjust_cell_length(width, base).simplify()

    def _months(self) -> list[Segment]:
        """Each month's name above the week of its first day, where the one before it ends in time."""
        segments, at = [], 0
        for day in self._firsts():
            x, _ = self._grid.place(day)
            end = NAMES + self._grid.shown * self._grid.cell
            if NAMES <= x <= end - 3 and x >= at:
                name = f"{month_name(day)[:3]} "
                style = "month" if day in self._bright else "dim"
                segments += [self._segment(" " * (x - at), ""), self._segment(name, style)]
                at = x + len(name)
        return segments

    def _firsts(self) -> list[date]:
        days = [day for day in self._days if day.day == 1]
        # The first month is named, too, when it begins before the year does and has room for its name.
        return days if not days or days[0] == self._span.first else [self._span.first, *days]

    def _weekdays(self, y: int) -> list[Segment]:
        names = weekday_names(self._week_start)
        days = (self._grid.day_in(week, y) for week in range(self._grid.shown))
        return [self._segment(f"{names[y - 1][:3]} ", "dim"), *(self._cell(day) for day in days)]

    def _cell(self, day: date) -> Segment:
        cell = self._grid.cell
        if day not in self._span or day > self._last:
            return self._segment(" " * cell, "")
        mark = self._days.get(day, _BLANK)
        glyph = RESTING if mark.rests and not mark.level else RAMP[mark.level]
        text = glyph * cell if mark.level else glyph.ljust(cell)
        if day == self._day:
            return self._segment(CURSOR + text[1:], "cursor" if self.has_focus else "chosen")
        if not mark.level:
            if day < self._begins:
                return self._segment(" " * cell, "")
            return self._segment(text, "rest" if mark.rests else "dim")
        return self._segment(text, "high" if day in self._bright else "low")

    def _segment(self, text: str, style: str) -> Segment:
        return Segment(text, self._style(style))

    def _style(self, name: str) -> Style:
        """The look of a component, or of plain text; kept, for a line has as many as weeks."""
        if name not in self._look:
            base = self.rich_style
            part = self.get_component_rich_style(f"heat--{name}", partial=True) if name else base
            self._look[name] = base + part
        return self._look[name]

    # What the person does

    def action_earlier_day(self) -> None:
        self._move(days_on(self._day, -1))

    def action_later_day(self) -> None:
        self._move(days_on(self._day, 1))

    def action_earlier_week(self) -> None:
        self._move(days_on(self._day, -7))

    def action_later_week(self) -> None:
        self._move(days_on(self._day, 7))

    def action_earlier_month(self) -> None:
        self._move(months_on(self._day, -1, self._day.day))

    def action_later_month(self) -> None:
        self._move(months_on(self._day, 1, self._day.day))

    def action_first(self) -> None:
        self._move(self._span.first)

    def action_last(self) -> None:
        self._move(self._last)

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self, self._day))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a day, and one on the chosen day chooses it."""
        day = self._day_of(event)
        if day is None:
            return
        event.stop()
        if day == self._day:
            self.action_choose()
        else:
            self._move(day)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The day under the pointer is named."""
        day = self._day_of(event)
        self.tooltip = f"{weekday_name(day)} {short_day(day)} {day.year}" if day else None

    def _day_of(self, event: events.MouseEvent) -> date | None:
        at = event.get_content_offset(self)
        day = self._grid.day_at(*at) if at else None
        return day if day and day in self._span and day <= self._last else None
