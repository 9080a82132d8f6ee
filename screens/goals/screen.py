"""Goals."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from screens.page import Page
from screens.today.actions import rekindle
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows
from tracker.calendar.names import long_day


class GoalsScreen(Page):
    """The page behind the key 4."""

    NAME: ClassVar[str] = "goals"

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        yield Rows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    def reload(self) -> None:
        app = rekindle(self)
        at = app.at()
        if at.library.couple is not None:
            who = at.couple.name_of(app.me) if app.me else ""
            self.query_one(TopLine).show(long_day(at.today), "", who)
