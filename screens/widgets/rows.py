"""A list of rows drawn line by line: one widget, however long the list, so that it starts and moves fast."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.commands import ROWS
from screens.widgets.rooms import Part, texts


class Cell(NamedTuple):
    """A piece of a row."""

    text: str
    style: str = ""
    """Name of a component class without its `rows--`; empty for plain text."""
    width: int | None = None
    """Cells it takes at least (an aside: at most); None shares what is left over with other flexible ones."""
    part: Part = ""
    """What it is on a line that is too narrow for all."""


class Row(NamedTuple):
    """One line. A row with an empty id cannot be chosen."""

    id: str
    cells: tuple[Cell, ...] = ()
    tooltip: str = ""


def split(row: str) -> tuple[str, str]:
    """A row's id as kind and key, as in "plan:42"."""
    kind, _, key = row.partition(":")
    return kind, key


class OnRow(Message):
    """Something was done on the row with this id."""

    def __init__(self, row: str) -> None:
        super().__init__()
        self.row = row


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. Posts what the person did on which row; knows nothing of what it means."""

    BINDINGS: ClassVar[list[BindingType]] = ROWS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--cursor",
        "rows--heading",
        "rows--dim",
        "rows--kept",
        "rows--quiet",
        "rows--resting",
        "rows--warm",
    }

    # Three apart, not one below the other: a handler of a message also gets its subclasses.

    class Chosen(OnRow):
        """The cursor came to it."""

    class Opened(OnRow):
        """Enter, or a double click."""

    class Ticked(OnRow):
        """Space, or a click on the mark in front."""

    class Removed(OnRow):
        """Delete."""

    def __init__(self, rows: tuple[Row, ...] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = rows
        self._chosen = 0
        self._drawn: dict[int, Strip] = {}
        self._look: dict[str, Style] = {}

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor; empty where there is none."""
        return self._rows[self._chosen].id if 0 <= self._chosen < len(self._rows) else ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    @property
    def cursor_cell(self) -> Offset:
        """Where the chosen row begins."""
        return Offset(0, self._chosen - self.scroll_offset.y)

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead: the cursor stays on its row, and only changed lines are drawn again."""
        before, chosen = self._rows, self.chosen
        if rows == before:
            return
        old_place = self._chosen
        self._rows = rows
        self._chosen = self._place_of(chosen)
        if len(rows) != len(before):
            pairs = enumerate(zip(rows, before, strict=False))
            first = next((y for y, (new, old) in pairs if new != old), min(len(rows), len(before)))
            if old_place != self._chosen:
                first = min(first, old_place, self._chosen)
            self._resize()
            self._redraw_from(first)
            return
        for y, (new, old) in enumerate(zip(rows, before, strict=True)):
            if new != old or (old_place != self._chosen and y in (old_place, self._chosen)):
                self._redraw(y)

    def choose(self, row_id: str) -> None:
        """Put the cursor on the row with this id, if it is there."""
        if any(row.id == row_id for row in self._rows):
            self._move_to(self._place_of(row_id))

    def _place_of(self, row_id: str) -> int:
        for place, row in enumerate(self._rows):
            if row.id == row_id and row_id:
                return place
        return self._next(min(self._chosen, len(self._rows)) - 1, 1)

    def _next(self, place: int, step: int) -> int:
        """The next row that can be chosen, or where we are."""
        start = place
        place += step
        while 0 <= place < len(self._rows):
            if self._rows[place].id:
                return place
            place += step
        return max(start, 0) if start >= 0 and self._is_choice(start) else self._any()

    def _is_choice(self, place: int) -> bool:
        return 0 <= place < len(self._rows) and bool(self._rows[place].id)

    def _any(self) -> int:
        return next((place for place, row in enumerate(self._rows) if row.id), 0)

    def _move_to(self, place: int) -> None:
        if place == self._chosen:
            return
        before, self._chosen = self._chosen, place
        self._redraw(before)
        self._redraw(place)
        top = 0 if place == self._any() else place
        self.scroll_to_region(Region(0, top, 1, place - top + 1), animate=False, force=True)
        self.tooltip = self._rows[place].tooltip or None
        self.post_message(self.Chosen(self.chosen))

    # Drawing

    def on_mount(self) -> None:
        self._chosen = self._any() if not self._is_choice(self._chosen) else self._chosen
        self._resize()

    def on_resize(self) -> None:
        self._resize()

    def _resize(self) -> None:
        self._drawn.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))

    def notify_style_update(self) -> None:
        self._look.clear()
        self._drawn.clear()
        super().notify_style_update()

    def _redraw(self, y: int) -> None:
        self._drawn.pop(y, None)
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, 1))

    def _redraw_from(self, y: int) -> None:
        """This line and all below: those above stay as they are on the screen."""
        top = max(0, y - self.scroll_offset.y)
        self.refresh(Region(0, top, self.size.width, max(1, self.size.height - top)))

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self._redraw(self._chosen)

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= place < len(self._rows):
            return Strip.blank(width, self.rich_style)
        strip = self._drawn.get(place)
        if strip is None:
            strip = self._drawn[place] = self._draw(place, width)
        return strip

    def _draw(self, place: int, width: int) -> Strip:
        row = self._rows[place]
        base = self.rich_style
        chosen = place == self._chosen and self.has_focus and bool(row.id)
        segments = []
        for cell, text in zip(row.cells, texts(row.cells, width), strict=True):
            style = base + self._style(cell.style) if cell.style else base
            segments.append(Segment(text, style + self._style("cursor") if chosen else style))
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        if name not in self._look:
            self._look[name] = self.get_component_rich_style(f"rows--{name}", partial=True)
        return self._look[name]

    # What the person does

    def action_up(self) -> None:
        self._move_to(self._next(self._chosen, -1))

    def action_down(self) -> None:
        self._move_to(self._next(self._chosen, 1))

    def action_first(self) -> None:
        self._move_to(self._any())

    def action_last(self) -> None:
        self._move_to(self._next(len(self._rows), -1))

    def action_screenful(self, by: int) -> None:
        """A screenful up or down."""
        step = max(1, self.size.height - 1) * by
        place = min(max(self._chosen + step, 0), len(self._rows) - 1)
        self._move_to(place if self._is_choice(place) else self._next(place, by))

    def action_open(self) -> None:
        if self.chosen:
            self.post_message(self.Opened(self.chosen))

    def action_tick(self) -> None:
        if self.chosen:
            self.post_message(self.Ticked(self.chosen))

    def action_remove(self) -> None:
        if self.chosen:
            self.post_message(self.Removed(self.chosen))

    def on_click(self, event: events.Click) -> None:
        """One click chooses; a click on the mark in front ticks; a click on the chosen row opens it."""
        place = event.y + self.scroll_offset.y
        if not self._is_choice(place):
            return
        event.stop()
        again = place == self._chosen and event.chain > 1
        self._move_to(place)
        if event.x < MARK_WIDTH:
            self.action_tick()
        elif again:
            self.action_open()


MARK_WIDTH = 4
"""Cells in front of a row that hold its mark, the margin included."""
