"""Fields to type in and to choose from: one line high, and they never read what is typed as markup."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from screens.commands import FIELD
from screens.widgets.every_character import EveryCharacter
from tracker.text import clean


def takes_letters(widget: Widget | None) -> bool:
    """Whether letters that are typed now go into this widget as text, and are no commands."""
    return widget is not None and widget.check_consume_key("x", "x")


class Field(EveryCharacter, Input):
    """A line to type in. A pasted text keeps its words: every separator becomes a space, controls go."""

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        # The cursor stands still: blinking would wake the machine twice a second for nothing.
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own keeps the first line alone; somebody's second line must not vanish.
        event.prevent_default()
        event.stop()
        if event.text:
            self.take(" ".join(clean(event.text).splitlines()))

    def take(self, text: str) -> None:
        self.replace(text, *self.selection)


class NoteField(Field):
    """A field of the daily check-in: Escape and down lead to the list, and what was typed stays."""

    BINDINGS: ClassVar[list[BindingType]] = FIELD

    class Left(Message):
        """The person wants to go on to the next thing; the words stay where they are."""

    class AnotherWanted(Message):
        """The person would like another prompt."""

    def action_leave_field(self) -> None:
        self.post_message(self.Left())

    def action_leave_down(self) -> None:
        self.screen.focus_next()

    def action_another(self) -> None:
        self.post_message(self.AnotherWanted())


class Choice(Widget, can_focus=True):
    """One of a few words: left, right and space go through them, a click takes the next."""

    BINDINGS: ClassVar[list[BindingType]] = [("left", "step(-1)"), ("right,space", "step(1)")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--on", "choice--off"}

    chosen: reactive[int] = reactive(0)

    class Changed(Message):
        """Another word was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(self, options: tuple[tuple[str, str], ...], value: str, *, id: str | None = None) -> None:
        """`options` are pairs of value and word; `value` is the one that stands at first."""
        super().__init__(id=id)
        self.options = options
        values = [option for option, _ in options]
        self.set_reactive(Choice.chosen, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self.options[self.chosen][0]

    @property
    def cursor_cell(self) -> Offset:
        """Where the chosen word stands."""
        place = self._places(self.content_size.width)[self.chosen]
        return Offset(place.first, place.line)

    def choose(self, value: str) -> None:
        """Choose this value, where it is one of the options."""
        values = [option for option, _ in self.options]
        if value in values:
            self.chosen = values.index(value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need; none is cut."""
        return self._places(width)[-1].line + 1

    def render(self) -> Content:
        on, off = (self.get_visual_style(f"choice--{part}") for part in ("on", "off"))
        said = Content("")
        at = _Place(0, 0, 0)
        for number, (place, (_, word)) in enumerate(
            zip(self._places(self.content_size.width), self.options, strict=True)
        ):
            gap = "\n" if place.line > at.line else " " * (place.first - at.last)
            mark, style = ("● ", on) if number == self.chosen else ("○ ", off)
            said = said + Content(gap) + Content.styled(mark + word, style)
            at = place
        return said

    def _places(self, width: int) -> list[_Place]:
        """Where each word stands: on lines of at most `width` cells, three cells apart."""
        places: list[_Place] = []
        line, at = 0, 0
        for _, word in self.options:
            size = 2 + cell_len(word)
            if at and at + size > width:
                line, at = line + 1, 0
            places.append(_Place(line, at, at + size))
            at += size + 3
        return places

    def action_step(self, by: int) -> None:
        self.chosen = (self.chosen + by) % len(self.options)
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """A click on a word chooses it."""
        event.stop()
        at = event.get_content_offset(self)
        for number, place in enumerate(self._places(self.content_size.width)):
            if at is not None and at.y == place.line and place.first <= at.x < place.last:
                self.chosen = number
                self.post_message(self.Changed(self))


class _Place(NamedTuple):
    """Where a word of a `Choice` stands."""

    line: int
    first: int
    last: int
    """The cell after its last one."""
