"""The steps of a goal: add, name, order and reach them together, and let some rest when it grows heavy."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, put, title
from tracker.acts.meant import check_past_day
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.goals import Milestone, Steps
from tracker.store.changes import Change, Put, Remove


def new_milestone(at: Standing, goal_id: str, name: str, order: int) -> Put:
    """A step of a goal that is just beginning, or one more of a standing one."""
    step: dict[str, Any] = {"goal": goal_id, "title": title(name, "The step"), "order": order}
    return put("milestones", new_id(at.now), **step, done_on=None, rests=False, by="")


def add_milestone(at: Standing, goal_id: str, name: str) -> list[Change]:
    """One more step, after all others."""
    at.library.need_couple()
    goal = at.library.goals.need(goal_id)
    last = max((step.order for step in at.library.milestones.of(goal.id)), default=-1)
    return [new_milestone(at, goal.id, name, last + 1)]


def rename_milestone(
    at: Standing, milestone_id: str, name: str, *, seen: Milestone | None = None
) -> list[Change]:
    """Give a step other words. `seen` as in `edit`."""
    step, _ = _step(at, milestone_id)
    return _edit(at, step, {"title": title(name, "The step")}, seen)


def move_milestone(at: Standing, milestone_id: str, places: int) -> list[Change]:
    """Move a step so many places on, or back when negative; at either end it stays there."""
    step, steps = _step(at, milestone_id)
    others = [other for other in steps if other.id != step.id]
    place = min(max(list(steps).index(step) + places, 0), len(others))
    others.insert(place, step)
    return [change for order, one in enumerate(others) for change in _edit(at, one, {"order": order})]


def reach_milestone(at: Standing, milestone_id: str, day: date | None = None) -> list[Change]:
    """Reached together, on a day up to today; naming another day later corrects it.

    That day counts as time for the goal (`tracker.rhythm.marks`) for as long as the step is reached on it.
    """
    step, _ = _step(at, milestone_id)
    goal = at.library.goals.need(step.goal)
    if goal.state in ("wish", "shelved"):
        raise Refusal("Take this goal up first; then its steps can be reached.")
    day = day or at.today
    check_past_day(at, day)
    return _edit(at, step, {"done_on": day, "rests": False})


def take_milestone_back(at: Standing, milestone_id: str) -> list[Change]:
    """The step lies ahead again."""
    step, _ = _step(at, milestone_id)
    if step.done_on is None:
        raise Refusal("This step is not marked as reached.")
    return _edit(at, step, {"done_on": None})


def remove_milestone(at: Standing, milestone_id: str) -> list[Change]:
    """Set a step aside; it can be brought back for 30 days."""
    return [Remove("milestones", _step(at, milestone_id)[0].id)]


def shrink_goal(at: Standing, goal_id: str, rest: Collection[str]) -> list[Change]:
    """Make a goal smaller: these of its steps rest, all others that are ahead count. Reached ones stay."""
    at.library.need_couple()
    goal = at.library.goals.need(goal_id)
    steps = at.library.milestones.of(goal.id)
    if any(steps.get(milestone_id) is None for milestone_id in rest):
        raise Refusal("That step is not one of this goal's.")
    ahead = (step for step in steps if step.done_on is None)
    return [change for step in ahead for change in _edit(at, step, {"rests": step.id in rest})]


def wake_milestone(at: Standing, milestone_id: str) -> list[Change]:
    """A step that rested counts again."""
    return _edit(at, _step(at, milestone_id)[0], {"rests": False})


def _step(at: Standing, milestone_id: str) -> tuple[Milestone, Steps]:
    """A step and all of its goal's; Refusal where it or the goal is gone."""
    at.library.need_couple()
    step = at.library.milestones.get(milestone_id)
    if step is None:
        raise Refusal("That step is not there any more; it can be brought back from the removed ones.")
    return step, at.library.milestones.of(step.goal)


def _edit(
    at: Standing, step: Milestone, fields: dict[str, object], seen: Milestone | None = None
) -> list[Change]:
    return edit("milestones", need(at.library.documents, "milestones", step.id), fields, seen)
