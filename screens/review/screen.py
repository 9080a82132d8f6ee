"""Review: one quarter looked back on, the year it lies in, and the way to the evening for it."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from screens.host import rekindle
from screens.page import Page
from screens.review import HEAT_LOOK, REVIEW_LOOK, actions
from screens.review.day import day_text
from screens.review.keys import READING, REVIEW
from screens.review.rows import rows_of
from screens.review.steps import Step
from screens.widgets.heat import Heat
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows
from tracker.calendar.periods import Period, parse_quarter, quarter_id, shifted
from tracker.store.documents import Documents
from tracker.views.day_marks import day_entries
from tracker.views.review import ReviewPage, first_quarter, review_page

WIDE = 116
"""Columns from which a week of the year takes two cells and the day stands beside the list."""


class ReadRows(Rows, inherit_bindings=False):
    """Rows to read: nothing is marked or removed on them."""

    BINDINGS: ClassVar[list[BindingType]] = READING


class ReviewScreen(Page):
    """The page behind the key 5."""

    NAME: ClassVar[str] = "review"
    BINDINGS: ClassVar[list[BindingType]] = REVIEW
    CSS_PATH: ClassVar[list[str | PurePath]] = [REVIEW_LOOK, HEAT_LOOK]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (72, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self._quarter = ""
        """The quarter that is shown; empty follows the running one."""
        self._page: ReviewPage | None = None
        self._read: tuple[Documents, date, str] | None = None
        self.left_at: dict[str, Step] = {}
        """By quarter: the step at which its evening was left in this window."""

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        with Container(id="page"):
            yield Heat(id="heat")
            yield Static("", id="day")
            yield ReadRows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """The day stands beside the year, or beside the list where the year takes the whole width."""
        page, day, rows = self.query_one("#page"), self.query_one("#day"), self.query_one(Rows)
        if self._wide != (page.children[-1] is day):
            page.move_child(rows, before=day) if self._wide else page.move_child(day, before=rows)
        self.call_after_refresh(self._show_day)

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    # What is shown

    @property
    def shown(self) -> ReviewPage | None:
        """The quarter as it is shown; None before set-up."""
        return self._page

    def reload(self) -> None:
        app = rekindle(self)
        at = app.at()
        if at.library.couple is None:
            self._page = None
            self.query_one(Rows).show(())
            self.query_one("#day", Static).update("")
            return
        quarter = self._quarter or quarter_id(at.today)
        read = (at.library.documents, at.today, quarter)
        if self._page is None or read != self._read:
            moved = self._page is None or self._page.quarter != quarter
            self._page, self._read = review_page(at, quarter), read
            self._show(self._page, moved)
        who = at.couple.name_of(app.me) if app.me else ""
        so_far = ", so far" if self._page.running else ""
        self.query_one(TopLine).show(f"{self._page.title}{so_far}", self._page.month, who)

    def _show(self, page: ReviewPage, moved: bool) -> None:
        """`moved`: it is another quarter than before, whose last day is chosen."""
        at = rekindle(self).at()
        bright = Period(page.first, page.last)
        day = min(page.today, page.last) if moved else None
        self.query_one(Heat).show(
            page.days, page.today, bright, at.couple.week_start, day, begins=page.begins
        )
        self.query_one(Rows).show(rows_of(page))
        self._show_day()

    def _show_day(self) -> None:
        if self._page is None:
            return
        panel, day = self.query_one("#day", Static), self.query_one(Heat).day
        entries = day_entries(rekindle(self).at(), day)
        panel.update(day_text(day, entries, panel.content_size, narrow=not self._wide), layout=False)

    # What the person does

    @on(Heat.Moved)
    def _moved(self, event: Heat.Moved) -> None:
        event.stop()
        self._show_day()

    @on(Heat.Chosen)
    def _day_chosen(self, event: Heat.Chosen) -> None:
        event.stop()
        actions.read_day(self, event.day)

    def open_row(self, row: str) -> None:
        actions.open_row(self, row)

    def action_quarter(self, by: int) -> None:
        """Another quarter, from that in which their story here begins to the running one."""
        at = rekindle(self).at()
        if self._page is None:
            return
        wanted = quarter_id(shifted(parse_quarter(self._page.quarter).first, by, "quarter").first)
        running = quarter_id(at.today)
        self.go_to(min(max(wanted, first_quarter(at)), running))

    def go_to(self, quarter: str) -> None:
        """Show this quarter."""
        running = quarter_id(rekindle(self).at().today)
        self._quarter = "" if quarter == running else quarter
        self.reload()

    def action_days(self) -> None:
        """From the list into the year, and back."""
        heat = self.query_one(Heat)
        (self.query_one(Rows) if heat.has_focus or not heat.display else heat).focus()

    def action_evening(self) -> None:
        actions.open_evening(self)

    def action_write_out(self) -> None:
        actions.open_write_out(self)

    def action_look_up(self) -> None:
        from screens.lookup.dialog import open_lookup

        open_lookup(self)

    def action_reread(self) -> None:
        actions.open_reread(self)

    def action_memories(self) -> None:
        actions.open_memories(self)
