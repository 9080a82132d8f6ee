"""The Goals page: what both strive for, and the viewer's own wishes. A viewer of "" sees what is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.periods import period_of
from tracker.ids import id_order
from tracker.records.goals import FUN, Goal, Milestone, Steps, progress_bar
from tracker.rhythm import words

STILL_FUN = "Still fun?"
WHEN_HEAVY = "It may become smaller, or rest on the shelf for a while. All that you did stays."
"""What is said when a goal is getting heavy."""


class WishLine(NamedTuple):
    """One of the viewer's own wishes."""

    id: str
    title: str
    why_fun: str
    card: str
    """The key of its card; empty for own words."""
    offered: bool


class StepLine(NamedTuple):
    """One milestone."""

    id: str
    title: str
    done_on: date | None
    day: str
    """As in "12 Mar"; empty while it is ahead."""
    rests: bool


class GoalLine(NamedTuple):
    """One goal of both."""

    id: str
    title: str
    why_fun: str
    state: str
    """wish (kept for later), active, shelved or reached."""
    done: int
    of: int
    progress: str
    """As in "3 of 7", "5 steps ahead"."""
    next_id: str
    """The id of the next step; empty when none is ahead."""
    next: str
    target_day: date | None
    target: str
    """As in "by 20 May"; empty without a target."""
    time: str
    """As in "twice this week, 5 times this month": the days with time for this goal, whether it was logged or
    a step was reached; empty without any, or hidden."""
    fun: str
    """The newest answer to *still fun?* in words; empty before the first."""
    heavy: bool
    """Whether that answer was *getting heavy*: then `WHEN_HEAVY` and its two ways are offered."""
    ask_fun: str
    """The id of the step at which *still fun?* may be asked now; empty when there is none."""
    complete: bool
    """Whether all its steps are reached, so that the goal may be."""
    when: str
    """As in "on the shelf since 3 Nov", "reached on 2 May"; empty for others."""
    steps: tuple[StepLine, ...]

    def bar(self, cells: int) -> str:
        """A progress bar of so many cells; empty without steps."""
        return progress_bar(self.done, self.of, cells)


class GoalsPage(NamedTuple):
    """Everything that the Goals screen shows."""

    today: date
    viewer: str
    viewer_name: str
    wishes: tuple[WishLine, ...]
    """The viewer's own, the oldest first; nobody else is shown any."""
    later: tuple[GoalLine, ...]
    """What both wish for and keep for later."""
    active: tuple[GoalLine, ...]
    shelved: tuple[GoalLine, ...]
    reached: tuple[GoalLine, ...]
    """The memories, the newest first."""
    time: str
    """As in "twice this week, 5 times this month": their time on any goal; empty without any, or hidden."""
    run: str
    """The rhythm of `project`, as in "4 weeks in a row"; empty when hidden."""
    kept: str
    """As in "kept 9 of the last 12 weeks"; likewise."""


def goals_page(at: Standing, viewer: str = "") -> GoalsPage:
    """The page for a viewer."""
    couple, goals = at.couple, at.library.goals
    shelved = sorted(
        goals.in_state("shelved"), key=lambda goal: (goal.shelved_on or date.min, id_order(goal.id))
    )
    reached = sorted(goals.in_state("reached"), key=lambda goal: (reached_day(at, goal), id_order(goal.id)))
    run, kept = _rhythm(at)
    return GoalsPage(
        today=at.today,
        viewer=viewer,
        viewer_name=couple.name_of(viewer) if viewer else "",
        wishes=tuple(_wish_line(wish) for wish in goals.wishes_of(viewer)),
        later=tuple(goal_line(at, goal) for goal in goals.in_state("wish")),
        active=tuple(goal_line(at, goal) for goal in goals.in_state("active")),
        shelved=tuple(goal_line(at, goal) for goal in reversed(shelved)),
        reached=tuple(goal_line(at, goal) for goal in reversed(reached)),
        time=_time(at, at.library.ledger.marks("project")),
        run=run,
        kept=kept,
    )


def goal_line(at: Standing, goal: Goal) -> GoalLine:
    """One goal as both see it."""
    steps = at.library.milestones.of(goal.id)
    following = steps.next
    return GoalLine(
        id=goal.id,
        title=goal.title,
        why_fun=goal.why_fun,
        state=goal.state,
        done=len(steps.done),
        of=len(steps.counted),
        progress=steps.words(),
        next_id=following.id if following else "",
        next=following.title if following else "",
        target_day=goal.target_day,
        target=_target(at, goal),
        time=_time(at, _days_spent(at, goal.id, steps)),
        fun=FUN.get(goal.fun, ""),
        heavy=goal.fun == "heavy",
        ask_fun=_ask_fun(goal, steps),
        complete=steps.complete,
        when=_when(at, goal),
        steps=tuple(_step_line(at, step) for step in steps),
    )


def reached_day(at: Standing, goal: Goal) -> date:
    """The day a goal was reached; where nobody noted it, its last step's, or that of its last change."""
    newest = at.library.milestones.of(goal.id).newest
    last_step = newest.done_on if newest else None
    return goal.reached_on or last_step or at.couple.day_of(goal.updated_at or goal.recorded_at)


def time_words(this_week: int, this_month: int) -> str:
    """As in "once this week", "twice this week, 5 times this month"; empty where there is nothing to tell."""
    week = f"{_times(this_week)} this week" if this_week else ""
    month = f"{_times(this_month)} this month" if this_month and this_month != this_week else ""
    return ", ".join(said for said in (week, month) if said)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _time(at: Standing, days: Iterable[date]) -> str:
    if not at.couple.show_rhythm:
        return ""
    spent = {day for day in days if day <= at.today}
    week = period_of(at.today, "week", at.couple.week_start)
    month = period_of(at.today, "month")
    return time_words(sum(day in week for day in spent), sum(day in month for day in spent))


def _days_spent(at: Standing, goal_id: str, steps: Steps) -> Iterator[date]:
    """The days with time for one goal: it was logged on them, or a step was reached."""
    yield from (time.day for time in at.library.project_time.on(goal_id))
    yield from (step.done_on for step in steps if step.done_on)


def _rhythm(at: Standing) -> tuple[str, str]:
    """What is said of the ritual `project`, where the couple has it and would see it."""
    ritual = next((ritual for ritual in at.library.rituals.active() if ritual.key == "project"), None)
    if ritual is None or not at.couple.show_rhythm:
        return "", ""
    rhythm = at.library.ledger.rhythm(ritual.key, at.today)
    return words.run(rhythm, ritual.cadence.period), words.kept(rhythm, ritual.cadence.period)


def _wish_line(wish: Goal) -> WishLine:
    return WishLine(wish.id, wish.title, wish.why_fun, wish.card, wish.offered)


def _step_line(at: Standing, step: Milestone) -> StepLine:
    day = words.day(step.done_on, at.today) if step.done_on else ""
    return StepLine(step.id, step.title, step.done_on, day, step.rests and not step.done_on)


def _target(at: Standing, goal: Goal) -> str:
    if goal.target_day is None or goal.state == "reached":
        return ""
    day = words.day(goal.target_day, at.today)
    if goal.target_day < at.today:
        return f"first meant for {day}"
    return "today is the day" if goal.target_day == at.today else f"by {day}"


def _ask_fun(goal: Goal, steps: Steps) -> str:
    """The step that was reached last, where *still fun?* was not answered at it."""
    newest = steps.newest
    asks = newest is not None and goal.state == "active" and not goal.was_asked(newest)
    return newest.id if newest is not None and asks else ""


def _when(at: Standing, goal: Goal) -> str:
    if goal.state == "reached":
        return f"reached on {words.day(reached_day(at, goal), at.today)}"
    if goal.state == "shelved" and goal.shelved_on:
        return f"on the shelf since {words.day(goal.shelved_on, at.today)}"
    return "on the shelf" if goal.state == "shelved" else ""
