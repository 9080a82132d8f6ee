"""Journey: where you are on the way, and the twelve practices."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from screens.host import rekindle
from screens.journey import JOURNEY_LOOK, ways
from screens.journey.keys import JOURNEY
from screens.journey.rows import long_words, rows_of, short_words
from screens.page import Page
from screens.plain import content
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows, split
from tracker.acts.tried import mark_tried, unmark_tried
from tracker.calendar.names import long_day
from tracker.views.journey import JourneyPage, PracticeLine, journey_page

WIDE = 110
"""Columns from which the chosen practice stands beside the list."""
FIRST = "practice:ebb-and-flow"


class JourneyScreen(Page):
    """The twelve as a list, and the chosen one."""

    NAME: ClassVar[str] = "journey"
    BINDINGS: ClassVar[list[BindingType]] = JOURNEY
    CSS_PATH: ClassVar[list[str | PurePath]] = [JOURNEY_LOOK]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    def __init__(self) -> None:
        super().__init__()
        self._page: JourneyPage | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        with Container(id="journey"):
            yield Rows(id="list")
            yield Static(id="chosen")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reload()
        rows = self.query_one(Rows)
        rows.choose(FIRST)
        rows.focus()

    def on_resize(self) -> None:
        self._show_chosen()

    def reload(self) -> None:
        app = rekindle(self)
        at = app.at()
        if at.library.couple is None:
            self._page = None
            self.query_one(Rows).show(())
            self._show_chosen()
            return
        self._page = journey_page(at, app.me)
        self.query_one(TopLine).show(long_day(at.today), "", self._page.viewer_name)
        self.query_one(Rows).show(rows_of(self._page))
        self._show_chosen()

    def person_changed(self) -> None:
        self.reload()

    def person_leaves(self) -> None:
        if self._page is not None:  # one's own marks go from view at once
            at = rekindle(self).at()
            self._page = journey_page(at)
            self.query_one(Rows).show(rows_of(self._page))
            self._show_chosen()

    def line(self, key: str) -> PracticeLine | None:
        """A practice as it stands on the page."""
        lines = self._page.practices if self._page else ()
        return next((line for line in lines if line.key == key), None)

    def _show_chosen(self) -> None:
        rows = self.query_one(Rows)
        line = self.line(split(rows.chosen)[1])
        words = long_words if self.size.width >= WIDE else short_words
        tip = next((row.tooltip for row in rows.rows if row.id == rows.chosen), "")
        self.query_one("#chosen", Static).update(words(line) if line else content(tip), layout=False)

    @on(Rows.Chosen)
    def _chose(self, event: Rows.Chosen) -> None:
        event.stop()
        self._show_chosen()

    def open_row(self, row: str) -> None:
        ways.open_row(self, row)

    def tick_row(self, row: str) -> None:
        self.action_tried()

    def action_tried(self) -> None:
        kind, key = split(self.query_one(Rows).chosen)
        if kind == "practice":
            toggle_tried(self, key)

    def action_pause(self) -> None:
        ways.pauses(self)

    def action_look_up(self) -> None:
        ways.look_up(self)


def toggle_tried(screen: JourneyScreen, key: str, *, said: bool = True) -> None:
    """Mark a practice as tried by the one who sits here, or take that mark back; `said`: with a message."""
    app, line = rekindle(screen), screen.line(key)
    if line is None or not ways.somebody_is_here(app):
        return
    me = app.me
    if line.mine:
        app.act(lambda at: unmark_tried(at, key, me=me), "Your mark is taken back." if said else "")
    elif app.act(lambda at: mark_tried(at, key, me=me)) and said:
        now = screen.line(key)
        alone = "Marked. Only you see it until you both have."
        app.say("Tried by both of you." if now and now.both else alone)
