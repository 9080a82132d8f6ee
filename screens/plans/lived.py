"""It happened: mark it, say so, and where a trip could be the week's date as well, ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, Dialog, button
from screens.host import rekindle
from screens.plain import content
from tracker.acts.plans import happened
from tracker.calendar.when import When
from tracker.views.lived import may_keep_date

if TYPE_CHECKING:
    from screens.app import RekindleApp

LIVED = "Lived. Open it on its page to add what you want to remember."


def live(app: RekindleApp, plan_id: str) -> None:
    """Mark that it happened on its own day; may refuse."""
    me = app.me
    app.sitting.do(lambda at: happened(at, plan_id, me=me))
    _afterwards(app, plan_id)


def live_on(app: RekindleApp, plan_id: str, on: When) -> None:
    """Mark that it happened on this day; may refuse."""
    me = app.me
    app.sitting.do(lambda at: happened(at, plan_id, me=me, on=on))
    _afterwards(app, plan_id)


def _afterwards(app: RekindleApp, plan_id: str) -> None:
    app.reload()
    app.say(LIVED)
    plan = app.at().library.plans.get(plan_id)
    if plan is not None and may_keep_date(app.at(), plan):
        # Later: the form it may come from closes first.
        app.call_later(app.push_screen, KeepDateDialog(plan_id), lambda _: app.say(LIVED))


class KeepDateDialog(Dialog[None]):
    """Two answers of equal weight; leaving is the second."""

    delicate = True

    TITLE_TEXT = "That week's date, too?"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding(
            "y",
            "keep",
            "it was both",
            id="keep-date.yes",
            tooltip="It was that week's date",
            group=EVERYWHERE,
        ),
        Binding("n", "leave", "only the trip", id="keep-date.no", tooltip="The trip alone", group=EVERYWHERE),
    ]

    def __init__(self, plan_id: str) -> None:
        super().__init__()
        self._plan_id = plan_id

    def body(self) -> ComposeResult:
        said = "You were away together. If it felt like a date as well, it may count for that week."
        yield Static(content(said), classes="note first")

    def buttons(self) -> ComposeResult:
        yield button("It was both  y", "keep")
        yield button("Only the trip  n", "leave")

    def action_keep(self) -> None:
        app, plan_id = rekindle(self), self._plan_id
        me = app.me
        if self.attempt(lambda: app.sitting.do(lambda at: happened(at, plan_id, me=me, keeps_date=True))):
            app.reload()
            self.dismiss()
