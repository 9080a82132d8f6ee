"""Goals: what both strive for, what is kept for later, what was reached, and one's own wishes."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from screens.goals import GOALS_LOOK, actions
from screens.goals.keys import GOALS
from screens.goals.rows import rows_of
from screens.host import rekindle
from screens.page import Page
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows
from tracker.calendar.names import long_day
from tracker.views.goals import goals_page


class GoalsScreen(Page):
    """The page behind the key 4."""

    BINDINGS: ClassVar[list[BindingType]] = GOALS
    CSS_PATH: ClassVar[list[str | PurePath]] = [GOALS_LOOK]
    NAME: ClassVar[str] = "goals"

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        yield Rows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        self.reload()

    def reload(self) -> None:
        app = rekindle(self)
        at = app.at()
        if at.library.couple is None:
            self.query_one(Rows).show(())
            return
        page = goals_page(at, app.me)
        self.query_one(TopLine).show(long_day(page.today), "", page.viewer_name)
        self.query_one(Rows).show(rows_of(page, self.size.width))

    def person_changed(self) -> None:
        self.reload()

    def person_leaves(self) -> None:
        """Wishes go from view before the other one can look."""
        app = rekindle(self)
        page = goals_page(app.at())
        self.query_one(Rows).show(rows_of(page, self.size.width))

    def open_row(self, row: str) -> None:
        actions.open_row(self, row)

    def tick_row(self, row: str) -> None:
        actions.tick_row(self, row)

    def remove_row(self, row: str) -> None:
        actions.remove_row(self, row)

    @property
    def chosen(self) -> str:
        """The row under the cursor."""
        return self.query_one(Rows).chosen

    def action_new(self) -> None:
        actions.new_goal(self)

    def action_wishes(self) -> None:
        actions.open_wishes(self)

    def action_compare(self) -> None:
        actions.compare(self)

    def action_time(self) -> None:
        actions.log_time_on(self, self.chosen)

    def action_fun(self) -> None:
        actions.say_fun(self, self.chosen)

    def action_reached(self) -> None:
        actions.reach(self, self.chosen)

    def action_step_back(self) -> None:
        actions.step_back(self, self.chosen)

    def action_shelf(self) -> None:
        actions.shelf(self, self.chosen)

    def action_memories(self) -> None:
        actions.open_memories(self)
