"""What the keys of the Goals page do: each a few lines from a row to an act or a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.careful import AGAIN
from screens.host import rekindle
from screens.widgets.rows import Rows, split
from tracker.acts.goals import begin_goal, shelve_goal, take_goal_back, take_up_goal
from tracker.acts.milestones import reach_milestone, take_milestone_back
from tracker.acts.removal import remove
from tracker.acts.wishes import remove_wish

if TYPE_CHECKING:
    from screens.goals.screen import GoalsScreen
    from tracker.records.goals import Goal


def the_goal(screen: GoalsScreen, row: str) -> Goal | None:
    """The goal of a row as it stands now; None for any other row."""
    kind, key = split(row)
    return rekindle(screen).at().library.goals.get(key) if kind == "goal" else None


def open_row(screen: GoalsScreen, row: str) -> None:
    """Enter: a goal opens, a wish of one's own too; the rows with a key in front do what the key does."""
    kind, key = split(row)
    opens: dict[str, Callable[[], object]] = {
        "goal": lambda: open_goal(screen, key),
        "wish": lambda: open_wish(screen, key),
        "new": lambda: new_goal(screen),
        "cards": lambda: open_wishes(screen),
        "deck": lambda: open_wishes(screen),
        "compare": lambda: compare(screen),
        "person": rekindle(screen).action_hand_over,
    }
    opens[kind]()


def open_goal(screen: GoalsScreen, goal_id: str, *, adding: bool = False) -> None:
    """A goal with its steps; `adding` begins in the field for one more."""
    from screens.goals.goal import GoalDialog

    rekindle(screen).push_screen(GoalDialog(goal_id, adding=adding))


def new_goal(screen: GoalsScreen) -> None:
    """A new goal; once it is kept, it opens for its first steps."""
    from screens.goals.forms import new_goal_form

    app = rekindle(screen)
    if app.at().library.couple is None:
        return
    made: list[str] = []
    app.push_screen(new_goal_form(app, made), lambda _: _open_made(screen, made))


def _open_made(screen: GoalsScreen, made: list[str]) -> None:
    if made:
        screen.query_one(Rows).choose(f"goal:{made[-1]}")
        open_goal(screen, made[-1], adding=True)


def tick_row(screen: GoalsScreen, row: str) -> None:
    """Space: the next step of a goal is reached; what both kept for later begins; all else opens."""
    goal = the_goal(screen, row)
    app = rekindle(screen)
    if goal is None or goal.state not in ("active", "wish"):
        open_row(screen, row)
    elif goal.state == "wish":
        app.act(lambda at: begin_goal(at, goal.id), "Begun. Enter opens it for its first steps.")
    elif (step := app.at().library.milestones.of(goal.id).next) is not None:
        from screens.goals.fun import offer_fun

        if app.act(lambda at: reach_milestone(at, step.id)):
            offer_fun(app, goal.id, step.id)
    else:
        open_row(screen, row)


def remove_row(screen: GoalsScreen, row: str) -> None:
    """Delete: a goal of both, or a wish of one's own; either can be brought back."""
    kind, key = split(row)
    app = rekindle(screen)
    me = app.me

    def remove_goal() -> None:
        app.act(lambda at: remove(at, "goals", key, me=me), "Removed with its steps; u brings it back.")

    def take_wish_away() -> None:
        app.act(lambda at: remove_wish(at, key, me=me), "Removed; u brings it back.")

    if kind == "goal":
        app.twice(("remove", key), f"Remove this goal with its steps? {AGAIN}", remove_goal)
    elif kind == "wish":
        app.twice(("remove", key), f"Remove this wish? {AGAIN}", take_wish_away)


def log_time_on(screen: GoalsScreen, row: str) -> None:
    """Time together on the chosen goal; on none in particular from any other row."""
    from screens.goals.forms import time_form

    app = rekindle(screen)
    if app.at().library.couple is not None:
        app.push_screen(time_form(app, the_goal(screen, row)))


def say_fun(screen: GoalsScreen, row: str) -> None:
    """Whether it is still fun, whenever they like; where it was heavy, its two ways first."""
    from screens.goals import fun

    goal = the_goal(screen, row)
    if goal is not None and goal.state == "active":
        fun.say_fun(rekindle(screen), goal.id)


def reach(screen: GoalsScreen, row: str) -> None:
    """The goal is reached, today or on the day they name."""
    from screens.goals.forms import reached_form

    goal = the_goal(screen, row)
    if goal is not None:
        app = rekindle(screen)
        app.push_screen(reached_form(app, goal))


def step_back(screen: GoalsScreen, row: str) -> None:
    """A reached goal is under way again; of one that is under way, the newest step lies ahead again."""
    goal = the_goal(screen, row)
    if goal is None:
        return
    app = rekindle(screen)
    newest = app.at().library.milestones.of(goal.id).newest
    if goal.state == "reached":
        app.act(lambda at: take_goal_back(at, goal.id), "Under way again; nothing is gone.")
    elif newest is None:
        app.say("No step of this goal is marked as reached yet.")
    else:
        app.act(lambda at: take_milestone_back(at, newest.id), "A step back; it lies ahead again.")


def shelf(screen: GoalsScreen, row: str) -> None:
    """On the shelf for a while, or down from it."""
    goal = the_goal(screen, row)
    if goal is None:
        return
    app = rekindle(screen)
    if goal.state == "shelved":
        app.act(lambda at: take_up_goal(at, goal.id), "Taken up again, where you left it.")
    else:
        app.act(lambda at: shelve_goal(at, goal.id), "On the shelf; all that you did stays.")


def open_wishes(screen: GoalsScreen) -> None:
    """The deck of wish cards, for whoever sits here alone."""
    from screens.goals.deck import WishDialog

    app = rekindle(screen)
    if app.at().library.couple is None:
        return
    if not app.me:
        app.say("Press p first and say who is here: wishes are private until you compare.")
        return
    app.push_screen(WishDialog(app.me))


def open_wish(screen: GoalsScreen, wish_id: str) -> None:
    """One's own wish."""
    from screens.goals.forms import wish_form

    app = rekindle(screen)
    wish = next((one for one in app.at().library.goals.wishes_of(app.me) if one.id == wish_id), None)
    if wish is not None:
        app.push_screen(wish_form(app, wish))


def compare(screen: GoalsScreen) -> None:
    """Both reveal in one sitting. What came of it opens, if it is a goal."""
    from screens.goals.compare import CompareDialog

    app = rekindle(screen)
    if app.at().library.couple is not None:
        app.push_screen(CompareDialog())


def open_memories(screen: GoalsScreen) -> None:
    """The stream of memories."""
    from screens.plans.memories import MemoriesDialog

    app = rekindle(screen)
    if app.at().library.couple is not None:
        app.push_screen(MemoriesDialog())
