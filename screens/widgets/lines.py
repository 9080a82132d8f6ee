"""The line at the top (where we are) and the line at the bottom (which keys work here)."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from screens.commands import PAGES, WHILE_TYPING, shown_key
from screens.plain import fit
from screens.widgets.fields import takes_letters

MOST_KEYS = 5
"""Keys shown beside help and quit: more are not read, and would be cut at 80 columns."""


class TopLine(Widget):
    """Product and day on the left, month and partner on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"top--name", "top--dim", "top--off", "top--who"}

    def __init__(self, page: str) -> None:
        """`page` is the name of the page it stands on, one of `screens.commands.PAGES`."""
        super().__init__(id="top")
        self._page = page
        self._product = ""
        self._left = ""
        self._right = ""
        self._who = ""
        self._is_typing = False

    def on_mount(self) -> None:
        self._product = self.app.title or ""
        self.watch(self.screen, "focused", self._focus_moved, init=False)

    def _focus_moved(self, focused: Widget | None) -> None:
        """The digits look as if they worked only where they do: a field takes them as text."""
        if takes_letters(focused) != self._is_typing:
            self._is_typing = not self._is_typing
            self.refresh(Region(0, 1, self.size.width, 1))

    def show(self, left: str, right: str, who: str) -> None:
        """`left` stands after the product's name; `who` is the partner sitting here, or empty."""
        if (left, right, who) != (self._left, self._right, self._who):
            self._left, self._right, self._who = left, right, who
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        name, dim, who = (self.get_component_rich_style(f"top--{part}") for part in ("name", "dim", "who"))
        if y == 1:
            return self._tabs(width)
        right = f"{self._right}   " if self._right else ""
        person = fit(self._who, min(24, cell_len(self._who)))
        room = width - 2 - cell_len(self._product) - 3 - cell_len(right) - cell_len(person)
        parts = [
            Segment(f" {self._product}   ", name),
            Segment(fit(self._left, room - 2) + "  ", self.rich_style),
            Segment(right, dim),
            Segment(person + " ", who),
        ]
        return Strip(parts).adjust_cell_length(width, self.rich_style)

    def _tabs(self, width: int) -> Strip:
        """The rule below, with the pages on it: each by its key, the one that is shown in full colour."""
        name, dim, off = (self.get_component_rich_style(f"top--{part}") for part in ("name", "dim", "off"))
        parts = [Segment("─", dim)]
        for page, key, title in PAGES:
            style = name if page == self._page else dim
            digit = Segment(f" {key} ", off if self._is_typing else style)
            parts += [digit, Segment(f"{title} ", style), Segment("─", dim)]
        rest = max(0, width - sum(cell_len(part.text) for part in parts))
        return Strip([*parts, Segment("─" * rest, dim)]).adjust_cell_length(width, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """A click on a page's name goes there; its key would be typed into a field that has the focus."""
        at = 1
        for page, key, title in PAGES if event.y == 1 else ():
            size = cell_len(f" {key} {title} ")
            if at <= event.x < at + size:
                event.stop()
                await self.app.run_action(f"app.page('{page}')")
                return
            at += size + 1


class _Key(NamedTuple):
    """One key on the line, and the cells where a click finds it."""

    key: str
    shown: str
    label: str
    first: int
    last: int


class KeyLine(Widget):
    """The keys that work here and now, made from the live bindings; each can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label"}
    ALWAYS: ClassVar[tuple[str, ...]] = ("app.help", "app.quit")

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._laid_out: tuple[_Key, ...] = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        # The bindings of a covered screen are none of ours.
        if screen is self.screen and self.is_attached and screen.is_current:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        self._laid_out = self._lay_out(width)
        key_style = self.get_component_rich_style("keys--key")
        label_style = self.get_component_rich_style("keys--label")
        segments, at = [], 0
        for key in self._laid_out:
            segments += [
                Segment(" " * (key.first - at), self.rich_style),
                Segment(key.shown, key_style),
                Segment(f" {key.label}", label_style),
            ]
            at = key.last + 1
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _lay_out(self, width: int) -> tuple[_Key, ...]:
        """Up to five keys from the left, help and quit at the right end whatever happens."""
        shown = self._live()
        last = [b for b in shown if b.id in self.ALWAYS]
        first = [b for b in shown if b.id not in self.ALWAYS]
        if takes_letters(self.screen.focused):
            first[2:2] = WHILE_TYPING
        first = first[:MOST_KEYS]
        right: list[_Key] = []
        end = width - 2
        for binding in reversed(last):
            size = self._cells_of(binding)
            right.insert(0, self._placed(binding, end - size + 1))
            end -= size + 3
        left: list[_Key] = []
        at = 1
        for binding in first:
            if at + self._cells_of(binding) > end:
                break
            left.append(self._placed(binding, at))
            at += self._cells_of(binding) + 3
        return (*left, *right)

    def _live(self) -> list[Binding]:
        seen: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            # While somebody types, letters go into the field: only the keys that still work are live.
            if binding.show and active.enabled and binding.id:
                seen.setdefault(binding.id, binding)
        return sorted(seen.values(), key=lambda b: self.ALWAYS.index(b.id) if b.id in self.ALWAYS else -1)

    def _shown_key(self, binding: Binding) -> str:
        return binding.key_display or shown_key(binding.key)

    def _cells_of(self, binding: Binding) -> int:
        return cell_len(self._shown_key(binding)) + 1 + cell_len(binding.description)

    def _placed(self, binding: Binding, first: int) -> _Key:
        last = first + self._cells_of(binding) - 1
        return _Key(binding.key.split(",")[0], self._shown_key(binding), binding.description, first, last)

    def on_click(self, event: events.Click) -> None:
        for key in self._laid_out:
            if key.first <= event.x <= key.last:
                event.stop()
                self.app.simulate_key(key.key)
                return
