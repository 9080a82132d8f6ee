"""A month to look around in: dates, trips, milestones and pauses, as far as the viewer may know of them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from screens.dialogs.base import LOOK, Dialog, button
from screens.host import rekindle
from screens.plans import MONTH_LOOK, PLANS_LOOK
from screens.widgets.month import Month
from tracker.acts.common import Standing
from tracker.views.plan_lines import is_listed

_LONGEST_PAUSE = 800
"""Days of an open pause that are drawn: farther ahead nobody looks."""


class CalendarDialog(Dialog[date]):
    """Returns the day that was chosen."""

    delicate = True

    TITLE_TEXT = "Look around"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, PLANS_LOOK, MONTH_LOOK]

    def body(self) -> ComposeResult:
        at = rekindle(self).at()
        yield Month(at.today, week_start=at.couple.week_start)

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        app = rekindle(self)
        at = app.at()
        month = self.query_one(Month)
        month.show(at.today, marks_of(at, app.me))
        month.focus()

    @on(Month.Chosen)
    def _chosen(self, event: Month.Chosen) -> None:
        event.stop()
        self.dismiss(event.day)


def marks_of(at: Standing, viewer: str) -> dict[date, tuple[str, ...]]:
    """What lies on each day, by the names of the month's marks."""
    marks: defaultdict[date, tuple[str, ...]] = defaultdict(tuple)
    plans = at.library.plans
    for plan in plans:
        first, last = plans.day(plan), plans.last_day(plan)
        if plan.state in ("planned", "happened") and first and last and is_listed(at, plan, viewer):
            for day in _days(first, last):
                marks[day] += (plan.kind,)
    for milestone in at.library.milestones:
        if milestone.done_on:
            marks[milestone.done_on] += ("milestone",)
    for pause in at.library.pauses:
        for day in _days(pause.first, pause.until or at.today + timedelta(days=_LONGEST_PAUSE)):
            marks[day] += ("pause",)
    return dict(marks)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range(min((last - first).days + 1, 10_000))]
