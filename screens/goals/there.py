"""*Are you there?*: asked when the last step of a goal was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from screens.dialogs.base import HELP, LEAVE, Dialog, button
from screens.goals.keys import THERE
from screens.plain import content
from tracker.acts.goals import reach_goal
from tracker.views.goals import GoalLine

if TYPE_CHECKING:
    from screens.app import RekindleApp


class ThereDialog(Dialog[str]):
    """Returns `there`, or `more` for one more step; None for *not yet*."""

    delicate = True

    TITLE_TEXT = "Are you there?"
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *THERE]

    def __init__(self, goal: GoalLine, step: str) -> None:
        super().__init__()
        self._goal = goal
        self._step = step

    def body(self) -> ComposeResult:
        yield Static(content(f"“{self._step}” is done, and it was the last step."), classes="reached")
        yield Static(content(self._goal.title))
        yield Static(content(f"{self._goal.bar(24)}  {self._goal.progress}"), classes="reached")
        yield Static("Once you are there, the goal becomes a memory. u takes that back.", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Yes  y", "say('there')", primary=True)
        yield button("One more step  a", "say('more')")
        yield button("Not yet  esc", "leave")

    def action_say(self, word: str) -> None:
        self.dismiss(word)


def ask_there(app: RekindleApp, goal: GoalLine, step_id: str) -> None:
    """Ask at the last step, and do what they say: the goal is reached on the day of that step."""
    step = app.at().library.milestones.get(step_id)
    if step is None:
        return

    def answered(word: str | None) -> None:
        if word == "there":
            app.act(
                lambda at: reach_goal(at, goal.id, step.done_on), "You are there. It is among your memories."
            )
        elif word == "more":
            _one_more(app, goal.id)

    app.push_screen(ThereDialog(goal, step.title), answered)


def _one_more(app: RekindleApp, goal_id: str) -> None:
    """To the field for one more step: that of the open goal, or of the goal opened now."""
    from screens.goals.goal import GoalDialog

    if isinstance(app.screen, GoalDialog):
        app.screen.action_add()
    else:
        app.push_screen(GoalDialog(goal_id, adding=True))
