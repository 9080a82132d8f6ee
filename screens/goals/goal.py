"""One goal: why it is fun, how far it is, and its steps to add, order, reach together and take back."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Button, Input, Static

from screens.careful import AGAIN
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.goals import GOALS_LOOK
from screens.goals.forms import goal_form, reached_form, step_form, time_form
from screens.goals.fun import offer_fun, say_fun
from screens.goals.keys import GOAL
from screens.host import rekindle
from screens.plain import content
from screens.widgets.fields import Field
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.goals import begin_goal, shelve_goal, take_goal_back, take_up_goal
from tracker.acts.milestones import (
    add_milestone,
    move_milestone,
    reach_milestone,
    remove_milestone,
    take_milestone_back,
)
from tracker.acts.sitting import Act
from tracker.drafts import Fields, Spot, Typed
from tracker.records.goals import Goal
from tracker.views.goals import GoalLine, StepLine, goal_line

BAR = 20
_WHEN = {
    "begin": ("wish",),
    "time": ("active",),
    "fun": ("active",),
    "reached": ("active",),
    "shelf": ("active", "shelved"),
    "step_back": ("reached",),
}
"""The states in which these keys and buttons are there; all others always are."""
_BUTTONS = {
    "begin": "Begin  g",
    "time": "Time  t",
    "reached": "Reached  h",
    "shelf": "Shelf  l",
    "step_back": "Under way again  y",
}
_TAKE_UP = "Take up again  l"
_IN_LIST = "space reached   ⏎ words, day   K J move   del remove   a add   f fun?"
_IN_FIELD = "Enter adds it, and you go on with the next; ↑ leads to the steps."
_GONE = "This goal was removed meanwhile; b on the page brings it back."


class GoalDialog(Dialog[None]):
    """A goal of both, as it stands now."""

    delicate = True

    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *GOAL]
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, GOALS_LOOK]
    AUTO_FOCUS = None

    def __init__(self, goal_id: str, *, adding: bool = False) -> None:
        """`adding` begins in the field for one more step."""
        super().__init__()
        self._goal_id = goal_id
        self._adding = adding
        self.spot = Spot(f"goal-step:{goal_id}", "a step")

    def goal(self) -> Goal | None:
        """The goal as it stands now; None when it was removed meanwhile."""
        return rekindle(self).at().library.goals.get(self._goal_id)

    def heading(self) -> str:
        goal = self.goal()
        return goal.title if goal else ""

    def body(self) -> ComposeResult:
        yield Static(id="goal-why")
        yield Static(id="goal-facts")
        yield Rows(id="goal-steps")
        yield Field(placeholder="a step: something small to do together", id="goal-step")
        yield Static(id="goal-keys", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Change  e", "change")
        for name, label in _BUTTONS.items():
            yield button(label, name, id=f"goal-{name}")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        steps = self.query_one(Rows)
        at, goal = rekindle(self).at(), self.goal()
        if goal is not None and (following := at.library.milestones.of(goal.id).next) is not None:
            steps.choose(following.id)  # space there is what most come for
        (self._field if self._adding or not steps.rows else steps).focus()

    def reload(self) -> None:
        """What is true now: in place, with what is being typed left alone."""
        goal = self.goal()
        if goal is None:
            self.trouble(_GONE)
            return
        line = goal_line(rekindle(self).at(), goal)
        self.query_one(".card--title", Static).update(content(line.title))
        self._say("goal-why", line.why_fun)
        self._say("goal-facts", facts(line))
        steps = self.query_one(Rows)
        steps.show(tuple(_row(step, step.id == line.next_id) for step in line.steps))
        steps.display = bool(line.steps)
        for name in _BUTTONS:
            self.query_one(f"#goal-{name}", Button).display = line.state in _WHEN[name]
        shelf = _TAKE_UP if line.state == "shelved" else _BUTTONS["shelf"]
        self.query_one("#goal-shelf", Button).label = content(shelf)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Only the keys that mean something now."""
        goal = self.goal()
        return goal is None or goal.state in _WHEN.get(action, (goal.state,))

    def _say(self, id: str, text: str) -> None:
        place = self.query_one(f"#{id}", Static)
        place.update(content(text))
        place.display = bool(text)

    def on_descendant_focus(self) -> None:
        """The keys that work just here."""
        typing = isinstance(self.focused, Input)
        self.query_one("#goal-keys", Static).update(_IN_FIELD if typing else _IN_LIST)

    # Steps

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def unfinished(self) -> Fields:
        typed = self._field.value
        return {"title": Typed(typed)} if typed.strip() else {}

    def fill_in(self, words: Fields) -> str:
        self._field.value = words["title"].text
        self._field.focus()
        return ""

    @property
    def _field(self) -> Field:
        return self.query_one("#goal-step", Field)

    def action_save(self) -> None:
        """Add the step that was typed, and be ready for the next."""
        typed, goal_id = self._field.value, self._goal_id
        if typed.strip() and self._do(lambda at: add_milestone(at, goal_id, typed)):
            self._field.value = ""
            steps = self.query_one(Rows)
            steps.scroll_end(animate=False)

    @on(Rows.Ticked)
    def _ticked(self, event: Rows.Ticked) -> None:
        event.stop()
        step = rekindle(self).at().library.milestones.get(event.row)
        if step is None:
            return
        if step.done_on is not None:
            self._do(lambda at: take_milestone_back(at, step.id))
        elif self._do(lambda at: reach_milestone(at, step.id)):
            self._reached(step.id)

    def _reached(self, step_id: str) -> None:
        offer_fun(rekindle(self), self._goal_id, step_id)

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        app = rekindle(self)
        step = app.at().library.milestones.get(event.row)
        if step is not None:
            reached: list[str] = []
            form = step_form(app, step, lambda: reached.append(step.id))
            app.push_screen(form, lambda _: self._reached(reached[-1]) if reached else None)

    @on(Rows.Removed)
    def _removed(self, event: Rows.Removed) -> None:
        event.stop()
        app, row = rekindle(self), event.row
        app.twice(("remove", row), f"Remove this step? {AGAIN}", lambda: self._remove(row))

    def _remove(self, row: str) -> None:
        if self._do(lambda at: remove_milestone(at, row)):
            rekindle(self).say("Removed; u brings it back.")
            if not self.query_one(Rows).rows:
                self._field.focus()

    def action_move(self, places: int) -> None:
        step_id = self.query_one(Rows).chosen
        if step_id:
            self._do(lambda at: move_milestone(at, step_id, places))

    def action_add(self) -> None:
        self._field.focus()

    # The goal

    def _do(self, act: Act) -> bool:
        """Run an act; a refusal is said in the card. True when it went through."""
        self.trouble("")
        app = rekindle(self)
        done = self.attempt(lambda: app.sitting.do(act))
        if done:
            app.reload()
        return done

    def _and_close(self, act: Act, said: str) -> None:
        """An act after which the goal stands elsewhere on the page."""
        if self._do(act):
            rekindle(self).say(said)
            if not self.has_changes():
                self.dismiss()

    def action_change(self) -> None:
        goal = self.goal()
        if goal is not None:
            rekindle(self).push_screen(goal_form(rekindle(self), goal))

    def action_time(self) -> None:
        goal = self.goal()
        if goal is not None:
            rekindle(self).push_screen(time_form(rekindle(self), goal))

    def action_fun(self) -> None:
        goal = self.goal()
        if goal is not None and goal.state == "active":
            say_fun(rekindle(self), goal.id)

    def action_begin(self) -> None:
        goal_id = self._goal_id
        self._do(lambda at: begin_goal(at, goal_id))

    def action_reached(self) -> None:
        goal = self.goal()
        if goal is not None:
            rekindle(self).push_screen(reached_form(rekindle(self), goal))

    def action_step_back(self) -> None:
        goal_id = self._goal_id
        self._do(lambda at: take_goal_back(at, goal_id))

    def action_shelf(self) -> None:
        goal, goal_id = self.goal(), self._goal_id
        if goal is not None and goal.state == "shelved":
            self._do(lambda at: take_up_goal(at, goal_id))
        else:
            self._and_close(lambda at: shelve_goal(at, goal_id), "On the shelf; all that you did stays.")


def facts(line: GoalLine) -> str:
    """Progress, target, time and the newest answer, as far as there are any."""
    progress = f"{line.bar(BAR)}  {line.progress}" if line.of else line.progress
    said = (progress, line.target, line.when, line.fun, line.time)
    return " · ".join(part for part in said if part)


def _row(step: StepLine, following: bool) -> Row:
    if step.done_on is not None:
        return Row(
            step.id, (Cell("  ● ", "kept", 4), Cell(step.title), Cell(f"  {step.day}", "dim", 15, "whole"))
        )
    if step.rests:
        return Row(
            step.id, (Cell("  – ", "dim", 4), Cell(step.title, "dim"), Cell("  rests", "dim", 15, "aside"))
        )
    aside = Cell("  next" if following else "", "warm", 15, "aside")
    return Row(step.id, (Cell("  ○ ", "warm" if following else "dim", 4), Cell(step.title), aside))
