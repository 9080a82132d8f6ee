"""Goals: begin one, change it, shelve or reach it, say whether it is still fun, and log time together.

A goal belongs to both, so these acts ask nobody who they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, note, put, title
from tracker.acts.meant import check_past_day
from tracker.acts.milestones import new_milestone
from tracker.calendar.names import long_day
from tracker.calendar.spoken import Spoken, read_coming
from tracker.calendar.toward import LAST_YEAR
from tracker.content_wishes import card_titled
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.goals import FUN, Goal
from tracker.records.rituals import Ritual
from tracker.rhythm.marks import PROJECT
from tracker.store.changes import Change, Document

_KNOWN_AS = {
    "wish": "There is a goal of that name among those you keep for later; begin that one.",
    "active": "There is a goal of that name under way already.",
    "shelved": "There is a goal of that name on the shelf; take it up again, or choose another name.",
}


def start_goal(
    at: Standing,
    name: str,
    *,
    why_fun: str = "",
    target_day: date | None = None,
    steps: Sequence[str] = (),
    card: str = "",
    grew_from: str = "",
    later: bool = False,
) -> list[Change]:
    """Begin a goal with its first steps; the first one ever begins the ritual `project`, too.

    `later` keeps it among what both wish for. `card` and `grew_from` name the wish behind it; a name in a
    card's very words is that card's.
    """
    at.library.need_couple()
    name = title(name, "The goal's name")
    _free(at, name)
    goal_id = new_id(at.now)
    milestones = [new_milestone(at, goal_id, step, order) for order, step in enumerate(steps)]
    fields: dict[str, Any] = {
        "title": name,
        "why_fun": note(why_fun, "Why it is fun"),
        "target_day": _target(at, target_day),
        "state": "wish" if later else "active",
        "card": card or card_titled(name),
        "grew_from": grew_from,
        "by": "",
    }
    # The goal comes last: what is taken back is then called a goal.
    return [*([] if later else _begin_project(at)), *milestones, put("goals", goal_id, **fields)]


def begin_goal(at: Standing, goal_id: str) -> list[Change]:
    """Begin what both kept for later."""
    document, goal = _goal(at, goal_id)
    if goal.state != "wish":
        raise Refusal("This goal was begun already.")
    return [*_begin_project(at), *edit("goals", document, {"state": "active"})]


def change_goal(at: Standing, goal_id: str, *, seen: Goal | None = None, **wanted: Any) -> list[Change]:
    """Change only what is named of title, why_fun and target_day. `seen` as in `edit`."""
    document, goal = _goal(at, goal_id)
    before, fields = seen or goal, dict(wanted)
    if "title" in fields:
        fields["title"] = title(fields["title"], "The goal's name")
        if fields["title"] != before.title:
            _free(at, fields["title"], but=goal_id)
    if "why_fun" in fields:
        fields["why_fun"] = note(fields["why_fun"], "Why it is fun")
    if "target_day" in fields and fields["target_day"] != before.target_day:
        fields["target_day"] = _target(at, fields["target_day"])
    return edit("goals", document, fields, before)


def shelve_goal(at: Standing, goal_id: str) -> list[Change]:
    """Put a goal on the shelf with all that was done; it can be taken up again at any time."""
    document, goal = _goal(at, goal_id)
    if goal.state != "active":
        raise Refusal("Only a goal that is under way can be put on the shelf.")
    return edit("goals", document, {"state": "shelved", "shelved_on": at.today})


def take_up_goal(at: Standing, goal_id: str) -> list[Change]:
    """Take a shelved goal up again, where it was left."""
    document, goal = _goal(at, goal_id)
    if goal.state != "shelved":
        raise Refusal("This goal is not on the shelf.")
    return [*_begin_project(at), *edit("goals", document, {"state": "active", "shelved_on": None})]


def reach_goal(at: Standing, goal_id: str, day: date | None = None) -> list[Change]:
    """Reached together, on a day up to today, whether or not every step was taken; it becomes a memory."""
    document, goal = _goal(at, goal_id)
    if goal.state not in ("active", "reached"):
        raise Refusal("Take this goal up first; then it can be reached.")
    day = day or at.today
    check_past_day(at, day)
    return edit("goals", document, {"state": "reached", "reached_on": day})


def take_goal_back(at: Standing, goal_id: str) -> list[Change]:
    """Make a reached goal an active one again."""
    document, goal = _goal(at, goal_id)
    if goal.state != "reached":
        raise Refusal("This goal is not marked as reached.")
    return [*_begin_project(at), *edit("goals", document, {"state": "active", "reached_on": None})]


def check_fun(at: Standing, goal_id: str, word: str, *, milestone: str = "") -> list[Change]:
    """Keep what both say to *still fun?*: yes, so-so or heavy. It is never kept who said it."""
    if word not in FUN:
        raise Refusal(f"The answer can be {', '.join(FUN)}.")
    document, _ = _goal(at, goal_id)
    if milestone and at.library.milestones.of(goal_id).get(milestone) is None:
        raise Refusal("That step is not one of this goal's.")
    check = {"day": at.today.isoformat(), "word": word, "milestone": milestone}
    known = document.get("fun_checks")
    return edit("goals", document, {"fun_checks": [*(known if isinstance(known, list) else ()), check]})


def log_time(at: Standing, *, goal_id: str = "", day: date | None = None, text: str = "") -> list[Change]:
    """A moment of `project` by both, noting the goal if they name one. The same twice changes nothing."""
    at.library.need_couple()
    if goal_id:
        at.library.goals.need(goal_id)
    day = day or at.today
    check_past_day(at, day)
    ritual = _project(at, day)
    words = note(text, "The note")
    same = (time for time in at.library.project_time.on(goal_id) if (time.day, time.by) == (day, ""))
    if any(time.note == words or not words for time in same):
        return []
    return [put("moments", new_id(at.now), day, ritual=ritual.key, by="", note=words, goal=goal_id)]


def read_target(text: str, today: date) -> Spoken:
    """A target day as people say it: today or later; Refusal with what was understood."""
    spoken = read_coming(text, today)
    if spoken.time is not None:
        raise Refusal("A target is a whole day; please leave the time out.")
    if spoken.day < today:
        raise Refusal(f"{spoken.understood} lies behind you; please choose a day that is still ahead.")
    return spoken


def _begin_project(at: Standing) -> list[Change]:
    """The ritual `project`, each week, from today on, where the couple does not have it yet."""
    if any(ritual.key == PROJECT for ritual in at.library.rituals):
        return []
    cadence = {"times": 1, "period": "week"}
    fields: dict[str, Any] = {"key": PROJECT, "cadence": cadence, "kept_by": "either", "forgive": 1}
    return [put("rituals", new_id(at.now), **fields, name="Project", since=at.today, archived_on=None)]


def _project(at: Standing, day: date) -> Ritual:
    """The ritual of the time they log; Refusal where it does not exist on that day."""
    ritual = next((ritual for ritual in at.library.rituals if ritual.key == PROJECT), None)
    if ritual is None:
        raise Refusal("Time together is kept from the first goal on; begin one first.")
    if ritual.archived_on is not None and day > ritual.archived_on:
        last = long_day(ritual.archived_on)
        raise Refusal(f"“{ritual.name}” was put away on {last}; take it up again first.")
    return ritual


def _goal(at: Standing, goal_id: str) -> tuple[Document, Goal]:
    """A goal of both, as it is stored and as it is read."""
    at.library.need_couple()
    goal = at.library.goals.need(goal_id)
    return need(at.library.documents, "goals", goal.id), goal


def _free(at: Standing, name: str, but: str = "") -> None:
    """Refusal where another goal has this name and is not reached yet."""
    other = at.library.goals.called(name, but)
    if other is not None:
        raise Refusal(_KNOWN_AS[other.state])


def _target(at: Standing, day: date | None) -> date | None:
    if day is not None and not at.today <= day <= date(LAST_YEAR, 12, 31):
        raise Refusal("A target lies ahead; please choose today or a day to come.")
    return day
