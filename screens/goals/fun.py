"""*Still fun?*: asked calmly at a step; where it is getting heavy, the goal may become smaller or rest."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.goals import GOALS_LOOK
from screens.goals.keys import FUN, HEAVY, KEEP
from screens.goals.there import ask_there
from screens.host import rekindle
from screens.plain import content
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.goals import check_fun, shelve_goal
from tracker.acts.milestones import shrink_goal
from tracker.records.goals import Goal
from tracker.views.goals import STILL_FUN, WHEN_HEAVY, goal_line

if TYPE_CHECKING:
    from screens.app import RekindleApp


def offer_fun(app: RekindleApp, goal_id: str, step_id: str) -> None:
    """Ask at a step that was just reached, where it may be asked: at the newest one, and once.

    At the last step the question is another one: whether they are there.
    """
    at = app.at()
    goal = at.library.goals.get(goal_id)
    line = goal_line(at, goal) if goal is not None else None
    if line is None or line.ask_fun != step_id:
        return
    if line.complete:
        ask_there(app, line, step_id)
    else:
        ask_fun(app, goal_id)


def ask_fun(app: RekindleApp, goal_id: str) -> None:
    """Ask, keep the answer, and go on to the two ways where it was *getting heavy*."""
    at = app.at()
    goal = at.library.goals.get(goal_id)
    if goal is None:
        return
    step = goal_line(at, goal).ask_fun

    def answered(word: str | None) -> None:
        if word and app.act(lambda at: check_fun(at, goal_id, word, milestone=step)) and word == "heavy":
            app.push_screen(HeavyDialog(goal_id))

    app.push_screen(FunDialog(goal_id, step), answered)


def say_fun(app: RekindleApp, goal_id: str) -> None:
    """Whenever they like: what was getting heavy shows its two ways first, and may be asked again."""
    at = app.at()
    goal = at.library.goals.get(goal_id)
    if goal is None:
        return
    line = goal_line(at, goal)
    if line.heavy and not line.ask_fun:
        app.push_screen(HeavyDialog(goal_id))
    else:
        ask_fun(app, goal_id)


class _OfGoal(Dialog[str]):
    """A small card about one goal."""

    delicate = True

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, GOALS_LOOK]

    def __init__(self, goal_id: str) -> None:
        super().__init__()
        self._goal_id = goal_id

    def goal(self) -> Goal | None:
        """The goal as it stands now."""
        return rekindle(self).at().library.goals.get(self._goal_id)


class FunDialog(_OfGoal):
    """Returns yes, so-so or heavy; None for *not now*."""

    TITLE_TEXT = STILL_FUN
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *FUN]

    def __init__(self, goal_id: str, step_id: str) -> None:
        super().__init__(goal_id)
        self._step_id = step_id

    def body(self) -> ComposeResult:
        at, goal = rekindle(self).at(), self.goal()
        step = at.library.milestones.get(self._step_id)
        if step is not None:
            yield Static(content(f"“{step.title}” is done."), classes="reached")
        if goal is not None:
            line = goal_line(at, goal)
            yield Static(content(line.title))
            if line.of:
                yield Static(content(f"{line.bar(24)}  {line.progress}"), classes="reached")
            if line.complete:
                yield Static("That was the last step: h on the goal says that you are there.", classes="note")
        yield Static("It is for both of you to say, and there is no wrong answer.", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Yes  y", "say('yes')", primary=True)
        yield button("So-so  o", "say('so-so')")
        yield button("Getting heavy  g", "say('heavy')")
        yield button("Not now  esc", "leave")

    def action_say(self, word: str) -> None:
        self.dismiss(word)


class HeavyDialog(_OfGoal):
    """Two kind ways on, and the third to leave it as it is."""

    TITLE_TEXT = "Good to know"
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *HEAVY]

    def body(self) -> ComposeResult:
        goal = self.goal()
        yield Static(content(goal.title if goal else ""))
        yield Static(WHEN_HEAVY, classes="note")

    def buttons(self) -> ComposeResult:
        if self._ahead():
            yield button("Smaller  s", "smaller", primary=True)
        yield button("On the shelf  l", "shelf", primary=True)
        yield button("Ask again  f", "again")
        yield button("As it is  esc", "leave")

    def _ahead(self) -> bool:
        return any(step.done_on is None for step in rekindle(self).at().library.milestones.of(self._goal_id))

    def action_smaller(self) -> None:
        app, goal_id = rekindle(self), self._goal_id
        if self._ahead():
            self.dismiss("smaller")
            app.push_screen(SmallerDialog(goal_id))

    def action_again(self) -> None:
        app = rekindle(self)
        self.dismiss("again")
        ask_fun(app, self._goal_id)

    def action_shelf(self) -> None:
        app, goal_id = rekindle(self), self._goal_id
        if self.attempt(lambda: app.sitting.do(lambda at: shelve_goal(at, goal_id))):
            app.reload()
            app.say("On the shelf; all that you did stays.")
            self.dismiss("shelf")


class SmallerDialog(_OfGoal):
    """Which of the steps ahead count for now, and which rest."""

    TITLE_TEXT = "What may rest?"
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, KEEP]

    def __init__(self, goal_id: str) -> None:
        super().__init__(goal_id)
        self._rest: set[str] = set()
        self._given: set[str] = set()

    def body(self) -> ComposeResult:
        yield Static("Space lets a step rest, or count again. What you did stays.", classes="note first")
        yield Rows(id="smaller-list")

    def buttons(self) -> ComposeResult:
        yield button("Keep  ^s", "save", primary=True)
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        steps = rekindle(self).at().library.milestones.of(self._goal_id)
        self._given = {step.id for step in steps.resting}
        self._rest = set(self._given)
        self.reload()
        self.query_one(Rows).focus()

    def reload(self) -> None:
        """The steps ahead as they stand now, with what was chosen here."""
        steps = rekindle(self).at().library.milestones.of(self._goal_id)
        self._rest &= {step.id for step in steps}
        self.query_one(Rows).show(
            tuple(self._row(step.id, step.title) for step in steps if step.done_on is None)
        )

    def _row(self, step_id: str, title: str) -> Row:
        rests = step_id in self._rest
        mark, said, style = ("–", "rests", "dim") if rests else ("○", "counts", "")
        return Row(step_id, (Cell(f"  {mark} ", style, 4), Cell(title, style), Cell(said, "dim", 8, "aside")))

    @on(Rows.Ticked)
    @on(Rows.Opened)
    def _turned(self, event: Rows.Ticked | Rows.Opened) -> None:
        event.stop()
        self._rest ^= {event.row}
        self.reload()

    def has_changes(self) -> bool:
        return self._rest != self._given

    def action_save(self) -> None:
        app, goal_id, rest = rekindle(self), self._goal_id, frozenset(self._rest)
        if self.attempt(lambda: app.sitting.do(lambda at: shrink_goal(at, goal_id, rest))):
            app.reload()
            app.say("Smaller, and yours as before.")
            self.dismiss("saved")
