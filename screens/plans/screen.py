"""Dates and trips: what comes up, ideas, and what was lived."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from screens.host import rekindle
from screens.page import Page
from screens.plans import PLANS_LOOK, actions
from screens.plans.keys import PLANS
from screens.plans.rows import rows_of
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows
from tracker.calendar.names import long_day
from tracker.views.plans import Desk, Span, dates_page


class PlansScreen(Page):
    """What both pages do; each says which kind it is and what its spans are."""

    BINDINGS: ClassVar[list[BindingType]] = PLANS
    CSS_PATH: ClassVar[list[str | PurePath]] = [PLANS_LOOK]
    KIND: ClassVar[str] = "date"
    WANTS: ClassVar[str] = "n plans a date"

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        yield Rows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reload()
        self.focus_first()

    def focus_first(self) -> None:
        """Where the keys go at first."""
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        self.reload()

    def read(self) -> tuple[str, Desk, tuple[Span, ...]]:
        """What stands at the top, and the page."""
        app = rekindle(self)
        page = dates_page(app.at(), app.me)
        return long_day(page.desk.today), page.desk, page.weeks

    def reload(self) -> None:
        if rekindle(self).at().library.couple is None:
            self.query_one(Rows).show(())
            return
        title, desk, spans = self.read()
        self.query_one(TopLine).show(title, "", desk.viewer_name)
        self.query_one(Rows).show(rows_of(desk, spans, self.size.width, self.WANTS))

    def row(self) -> str:
        """What the keys are about."""
        return self.query_one(Rows).chosen

    def stand_on(self, plan_id: str) -> None:
        """Put the cursor on this plan: where it is in its week, or among the ideas."""
        rows = self.query_one(Rows)
        ids = [row.id for row in rows.rows]
        rows.choose(next((one for one in (f"here:{plan_id}", f"plan:{plan_id}") if one in ids), ""))

    def person_changed(self) -> None:
        self.reload()

    def open_row(self, row: str) -> None:
        actions.open_row(self, row)

    def tick_row(self, row: str) -> None:
        actions.tick_row(self, row)

    def remove_row(self, row: str) -> None:
        actions.let_go_row(self, row)

    def action_new(self) -> None:
        actions.new_plan(self)

    def action_happened(self) -> None:
        actions.tick_row(self, self.row())

    def action_step_back(self) -> None:
        actions.step_back_row(self, self.row())

    def action_ideas(self) -> None:
        actions.open_ideas(self)

    def action_memories(self) -> None:
        actions.open_memories(self)

    def action_checklist(self) -> None:
        actions.open_checklist(self, self.row())

    def action_to_calendar(self) -> None:
        actions.to_calendar(self, self.row())

    def action_calendar(self) -> None:
        actions.open_calendar(self)


class DatesScreen(PlansScreen):
    """This week and the coming ones."""

    NAME: ClassVar[str] = "dates"
