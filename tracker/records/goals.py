"""What they strive for together: wishes, goals, their milestones, and the time spent on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from tracker.errors import Refusal
from tracker.ids import id_order
from tracker.records.base import Record
from tracker.records.rituals import Moment
from tracker.text import folded

GoalState = Literal["wish", "active", "shelved", "reached"]

FUN = {"yes": "still fun", "so-so": "so-so", "heavy": "getting heavy"}
"""The answers to *still fun?*, as they are said on screen. They belong to both."""

FILLED, OPEN = "▓", "░"
"""The two glyphs of a progress bar: told apart by shape, not by colour."""


class FunCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What both said to *still fun?* on a day."""

    day: date
    word: Literal["yes", "so-so", "heavy"]
    milestone: str = ""
    """The id of the milestone at which it was asked; empty where they asked themselves."""


class Goal(Record, frozen=True, kw_only=True):
    """Something to strive for: a wish, or what became of one."""

    title: str
    why_fun: str = ""
    state: GoalState = "wish"
    target_day: date | None = None
    """The day they would like to be there, if they named one."""
    card: str = ""
    """The key of the wish card it was picked from; empty for words of their own."""
    offered: bool = False
    """Whether the author of a wish would show it when both compare, matched or not."""
    grew_from: str = ""
    """`seed` of the wish that a goal grew from, so that renaming the goal does not bring the wish back."""
    fun_checks: tuple[FunCheck, ...] = ()
    shelved_on: date | None = None
    reached_on: date | None = None

    @property
    def private(self) -> bool:
        """Whether it is one partner's own wish: nobody else may know that there is one."""
        return self.state == "wish" and bool(self.by)

    @property
    def seed(self) -> str:
        """What makes two wishes the same: the card, or else the words without case and spare spaces."""
        return of_card(self.card) if self.card else own_words(self.title)

    @property
    def fun(self) -> str:
        """The newest answer to *still fun?*; empty before the first."""
        return self.fun_checks[-1].word if self.fun_checks else ""

    def was_asked(self, milestone: Milestone) -> bool:
        """Whether *still fun?* was answered at this milestone since it was reached."""
        reached = milestone.done_on or date.min
        return any(check.milestone == milestone.id and check.day >= reached for check in self.fun_checks)


class Milestone(Record, frozen=True, kw_only=True):
    """One step of a goal."""

    goal: str
    """The goal's id."""
    title: str
    order: int = 0
    """Its place among the goal's steps."""
    done_on: date | None = None
    """The day both reached it."""
    rests: bool = False
    """Whether they let it rest, to make the goal smaller."""


class ProjectTime(Moment, frozen=True, kw_only=True):
    """A moment of the ritual `project`: time spent on what they strive for."""

    goal: str = ""
    """The id of the goal it went to; empty where nobody said."""


class ProjectTimes:
    """All the time they spent on what they strive for."""

    def __init__(self, times: Iterable[ProjectTime]) -> None:
        self._all = tuple(times)
        self._of: dict[str, list[ProjectTime]] = {}
        for time in self._all:
            self._of.setdefault(time.goal, []).append(time)

    def __iter__(self) -> Iterator[ProjectTime]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def on(self, goal_id: str) -> tuple[ProjectTime, ...]:
        """The time that went to one goal."""
        return tuple(self._of.get(goal_id, ()))


class Goals:
    """Everything they strive for, and beside it what each wishes privately."""

    def __init__(self, goals: Iterable[Goal]) -> None:
        known = tuple(goals)
        self._all = tuple(goal for goal in known if not goal.private)
        self._wishes = tuple(goal for goal in known if goal.private)
        self._by_id = {goal.id: goal for goal in self._all}
        self._by_seed: dict[str, list[Goal]] = {}
        for goal in self._all:
            for seed in _seeds(goal):
                self._by_seed.setdefault(seed, []).append(goal)

    def __iter__(self) -> Iterator[Goal]:
        """What belongs to both: never a private wish."""
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def in_state(self, state: GoalState) -> tuple[Goal, ...]:
        """Those in one state, the oldest first. In the state `wish`: what both keep for later."""
        return tuple(goal for goal in self._all if goal.state == state)

    def get(self, goal_id: str) -> Goal | None:
        """The goal of this id, or None; a private wish is none."""
        return self._by_id.get(goal_id)

    def need(self, goal_id: str) -> Goal:
        """The goal of this id; Refusal where there is none, in the same words for somebody's private wish."""
        goal = self.get(goal_id)
        if goal is None:
            raise Refusal("That goal is not there any more; it can be brought back from the removed ones.")
        return goal

    def called(self, title: str, but: str = "") -> Goal | None:
        """A goal of this title that is not reached yet, without case, other than the one of id `but`."""
        unreached = (goal for goal in self._all if goal.state != "reached" and goal.id != but)
        return next((goal for goal in unreached if folded(goal.title) == folded(title)), None)

    def wishes_of(self, partner: str) -> tuple[Goal, ...]:
        """This partner's own wishes that are no goal yet, each once, the oldest first."""
        wishes: dict[str, Goal] = {}
        for wish in self._wishes:
            if wish.by == partner and not self._is_fulfilled(wish):
                wishes.setdefault(wish.seed, wish)  # two windows may have picked the same card
        return tuple(wishes.values())

    def wish(self, wish_id: str, partner: str) -> Goal:
        """This partner's own wish of this id; Refusal in the same words for the other one's."""
        for wish in self._wishes:
            if wish.id == wish_id and wish.by == partner:
                return wish
        raise Refusal("That wish is not there any more; your removed ones can be brought back.")

    def strives_for(self, seed: str) -> bool:
        """Whether a goal that is not reached yet fulfils the wish of this seed."""
        return any(goal.state != "reached" for goal in self._by_seed.get(seed, ()))

    def _is_fulfilled(self, wish: Goal) -> bool:
        """Whether it became a goal; what was reached before may be wished for again."""
        grown = self._by_seed.get(wish.seed, ())
        return any(goal.state != "reached" or wish.recorded_at <= goal.recorded_at for goal in grown)


def of_card(key: str) -> str:
    """The seed of a wish picked from this card."""
    return f"card:{key}"


def own_words(title: str) -> str:
    """The seed of a wish in these words."""
    return f"own:{folded(title)}"


def _seeds(goal: Goal) -> set[str]:
    """The seeds of all wishes that this goal fulfils: its card, its words now, and those it grew from."""
    return {goal.seed, own_words(goal.title), goal.grew_from} - {""}


def progress_bar(done: int, of: int, cells: int) -> str:
    """So many glyphs, filled by the share that is reached: full only at the end, and bare only before the
    first step; empty where there are no steps.
    """
    if not of or cells < 1:
        return ""
    filled = cells * done // of
    if done and not filled and cells > 1:
        filled = 1
    return FILLED * filled + OPEN * (cells - filled)


class Steps:
    """The milestones of one goal, in their order."""

    def __init__(self, milestones: Iterable[Milestone] = ()) -> None:
        self._all = tuple(sorted(milestones, key=lambda step: (step.order, id_order(step.id))))

    def __iter__(self) -> Iterator[Milestone]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def get(self, milestone_id: str) -> Milestone | None:
        """The step of this id, or None."""
        return next((step for step in self._all if step.id == milestone_id), None)

    @property
    def counted(self) -> tuple[Milestone, ...]:
        """Those that make up the goal now: all but the resting ones."""
        return tuple(step for step in self._all if step.done_on or not step.rests)

    @property
    def done(self) -> tuple[Milestone, ...]:
        """The reached ones."""
        return tuple(step for step in self._all if step.done_on)

    @property
    def to_come(self) -> tuple[Milestone, ...]:
        """Those that are still ahead, the next one first."""
        return tuple(step for step in self.counted if not step.done_on)

    @property
    def resting(self) -> tuple[Milestone, ...]:
        """Those that they let rest."""
        return tuple(step for step in self._all if step.rests and not step.done_on)

    @property
    def next(self) -> Milestone | None:
        """The first step that is still ahead."""
        return next(iter(self.to_come), None)

    @property
    def newest(self) -> Milestone | None:
        """The step that was reached last."""
        return max(self.done, key=lambda step: (step.done_on or date.min, step.order), default=None)

    @property
    def complete(self) -> bool:
        """Whether there are steps and all of them are reached."""
        return bool(self.counted) and not self.to_come

    def words(self) -> str:
        """As in "3 of 7", "5 steps ahead", "all 7 steps done"; a start is never a nought."""
        done, of = len(self.done), len(self.counted)
        if not of:
            return "one small first step is enough"
        if not done:
            return "1 step ahead" if of == 1 else f"{of} steps ahead"
        if done == of:
            return "its one step is done" if of == 1 else f"all {of} steps done"
        return f"{done} of {of}"

    def bar(self, cells: int) -> str:
        """A progress bar of so many cells."""
        return progress_bar(len(self.done), len(self.counted), cells)


class Milestones:
    """All steps of the goals that both have."""

    def __init__(self, milestones: Iterable[Milestone]) -> None:
        steps: dict[str, list[Milestone]] = {}
        self._by_id: dict[str, Milestone] = {}
        for milestone in milestones:
            steps.setdefault(milestone.goal, []).append(milestone)
            self._by_id[milestone.id] = milestone
        self._of = {goal: Steps(found) for goal, found in steps.items()}

    def __iter__(self) -> Iterator[Milestone]:
        return iter(self._by_id.values())

    def of(self, goal_id: str) -> Steps:
        """The steps of one goal."""
        return self._of.get(goal_id) or Steps()

    def get(self, milestone_id: str) -> Milestone | None:
        """The step of this id, or None."""
        return self._by_id.get(milestone_id)
