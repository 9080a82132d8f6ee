"""A year's months as cards, drawn line by line: one widget, however many cards, with a cursor over them."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.plain import content
from screens.widgets.card_lines import GAP, LOW, MARGIN, Card, Grid, laid_out, line_of
from screens.widgets.keys import CARDS


class OnCard(Message):
    """Something was done on the card with this id."""

    def __init__(self, card: str) -> None:
        super().__init__()
        self.card = card


class Cards(Widget, can_focus=True):
    """Cards with a cursor. Posts what the person did on which card; knows nothing of what it means."""

    BINDINGS: ClassVar[list[BindingType]] = CARDS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "cards--cursor",
        "cards--rule",
        "cards--name",
        "cards--now",
        "cards--dim",
        "cards--kept",
        "cards--resting",
        "cards--warm",
    }

    # Beside each other, not one below the other: a handler of a message also gets its subclasses.

    class Moved(OnCard):
        """The cursor came to it."""

    class Opened(OnCard):
        """Enter, or a click on the chosen one."""

    class Ticked(OnCard):
        """Space."""

    class Removed(OnCard):
        """Delete."""

    class Left(Message):
        """The person went down past the last row."""

    class Turned(Message):
        """The person wants the cards before (-1), after (1) or of today (0), and to stand on this place."""

        def __init__(self, by: int, place: int) -> None:
            super().__init__()
            self.by = by
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: tuple[Card, ...] = ()
        self._chosen = 0
        self._field = Size(0, 0)
        self._grid = laid_out(80, 21, 12)
        self._look: dict[str, Style] = {}

    @property
    def chosen(self) -> str:
        """The id of the card under the cursor; empty while there is none."""
        return self._cards[self._chosen].id if self._cards else ""

    @property
    def cards(self) -> tuple[Card, ...]:
        """What is shown."""
        return self._cards

    @property
    def cursor_cell(self) -> Offset:
        """Where the chosen card begins."""
        return self._measured().box(self._chosen).offset

    def show(self, cards: tuple[Card, ...], place: int | None = None) -> None:
        """Show these cards, with the cursor on `place` or where it was; only what changed is drawn again."""
        before, self._cards = self._cards, cards
        stood = self._chosen
        self._chosen = min(max(stood if place is None else place, 0), max(len(cards) - 1, 0))
        if len(before) != len(cards):
            self.refresh(layout=True)
            return
        for number, (old, new) in enumerate(zip(before, cards, strict=True)):
            if old != new or (stood != self._chosen and number in (stood, self._chosen)):
                self._redraw(number)

    def _move_to(self, place: int) -> None:
        if place == self._chosen or not 0 <= place < len(self._cards):
            return
        before, self._chosen = self._chosen, place
        self._redraw(before)
        self._redraw(place)
        self.post_message(self.Moved(self.chosen))

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        grid = laid_out(width, container.height, len(self._cards) or 12)
        return -(-(len(self._cards) or 12) // grid.columns) * grid.height

    def notify_style_update(self) -> None:
        self._look.clear()
        super().notify_style_update()

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self._redraw(self._chosen)

    def _redraw(self, place: int) -> None:
        seen = self._measured().box(place).intersection(self.content_size.region)
        if seen:
            self.refresh(seen)

    def _measured(self) -> Grid:
        """The grid for the cells we were given: their lines decide, they were chosen by `laid_out`."""
        if self._field != self.content_size:
            self._field = self.content_size
            grid = laid_out(self._field.width, 0, len(self._cards) or 12)
            rows = -(-(len(self._cards) or 12) // grid.columns)
            self._grid = grid._replace(height=max(1, self._field.height // rows))
        return self._grid

    def render_line(self, y: int) -> Strip:
        grid, base = self._measured(), self.rich_style
        row, line = divmod(y, grid.height)
        segments = [Segment(" " * MARGIN, base)]
        inside = grid.height <= LOW or line < grid.height - 1
        for place in range(row * grid.columns, min((row + 1) * grid.columns, len(self._cards))):
            chosen = place == self._chosen
            on = base + self._style("cursor") if chosen and inside and self.has_focus else base
            pieces = line_of(self._cards[place], line, grid, chosen)
            segments += [Segment(text, self._over(on, style)) for text, style in pieces if text]
            segments.append(Segment(" " * GAP, base))
        # Neighbours of one style become one: a terminal is told each style anew.
        return Strip(segments).adjust_cell_length(self.content_size.width, base).simplify()

    def _over(self, on: Style, name: str) -> Style:
        return on + self._style(name) if name else on

    def _style(self, name: str) -> Style:
        if name not in self._look:
            self._look[name] = self.get_component_rich_style(f"cards--{name}", partial=True)
        return self._look[name]

    # What the person does

    def action_step(self, by: int) -> None:
        """To the card beside; past either end to the cards before or after."""
        place = self._chosen + by
        if 0 <= place < len(self._cards):
            self._move_to(place)
        elif self._cards:
            self.post_message(self.Turned(by, place % len(self._cards)))

    def action_row(self, by: int) -> None:
        """To the card below or above; past the last row to what stands below."""
        place = self._chosen + by * self._measured().columns
        if place >= len(self._cards):
            self.post_message(self.Left())
        else:
            self._move_to(place)

    def action_now(self) -> None:
        """To the card in which today lies; to those that have one where these do not."""
        place = next((place for place, card in enumerate(self._cards) if card.now), None)
        if place is None:
            self.post_message(self.Turned(0, self._chosen))
        else:
            self._move_to(place)

    def action_turn(self, by: int) -> None:
        """The cards before or after."""
        self.post_message(self.Turned(by, self._chosen))

    def action_open(self) -> None:
        if self.chosen:
            self.post_message(self.Opened(self.chosen))

    def action_tick(self) -> None:
        if self.chosen:
            self.post_message(self.Ticked(self.chosen))

    def action_remove(self) -> None:
        if self.chosen:
            self.post_message(self.Removed(self.chosen))

    def _card_at(self, event: events.MouseEvent) -> int | None:
        at = event.get_content_offset(self)
        return self._measured().place_at(at.x, at.y, len(self._cards)) if at else None

    def on_click(self, event: events.Click) -> None:
        """A click chooses a card; one on the chosen card opens it."""
        place = self._card_at(event)
        if place is None:
            return
        event.stop()
        if place == self._chosen:
            self.action_open()
        else:
            self._move_to(place)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_turn(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_turn(1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What is on the card under the pointer, in full."""
        place = self._card_at(event)
        said = self._cards[place].tooltip if place is not None else ""
        self.tooltip = content(said) if said else None  # it holds a title: never markup
