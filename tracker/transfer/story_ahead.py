"""The ends of the story: how it began, and what is still ahead of the two."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.acts.common import Standing
from tracker.calendar.names import long_day, short_day
from tracker.ids import id_order
from tracker.page.markdown import entry_lines, quotation
from tracker.page.outline import Entry, Said
from tracker.records.goals import Goal, Milestone
from tracker.text import clean, one_line
from tracker.views.plan_lines import PlanLine, is_listed, plan_line

_BEGAN = {"drawn": "what drew them", "place": "a place", "song": "a song", "words": "old words"}
_STATES = {"active": "under way", "wish": "kept for later", "shelved": "on the shelf", "reached": "reached"}


def beginnings(at: Standing) -> Iterator[str]:
    """What drew them to each other."""
    if at.library.beginnings:
        yield "## Beginnings"
    for one in at.library.beginnings:
        day = long_day(one.on) if one.on else ""
        said = ", ".join(part for part in (one_line(at.couple.name_of(one.by)), _BEGAN[one.kind]) if part)
        yield quotation(Said(said, clean(one.text), day))


def ahead(at: Standing, viewer: str) -> Iterator[str]:
    """Plans, ideas and goals; and the wishes that are the viewer's own."""
    plans = [plan_line(at, plan, viewer) for plan in at.library.plans if is_listed(at, plan, viewer)]
    planned = [line for line in plans if line.state == "planned"]
    ideas = [line for line in plans if line.state == "idea"]
    wishes = at.library.goals.wishes_of(viewer) if viewer else ()
    for title, entries in {
        "Planned": [
            _plan(line) for line in sorted(planned, key=lambda line: (str(line.begins), id_order(line.id)))
        ],
        "Ideas": [_plan(line) for line in sorted(ideas, key=lambda line: id_order(line.id))],
        "Goals": [_goal(at, goal) for goal in at.library.goals],
        "Your own wishes": [Entry("", one_line(one.title), clean(one.why_fun), ()) for one in wishes],
    }.items():
        if entries:
            yield f"## {title}"
            yield "\n\n".join(map(entry_lines, entries))


def _plan(line: PlanLine) -> Entry:
    text = "\n".join(part for part in (one_line(line.place), clean(line.notes)) if part)
    said = tuple(Said(one_line(one.name), clean(one.text)) for one in line.remarks)
    return Entry(line.when, line.title, text, said)


def _goal(at: Standing, goal: Goal) -> Entry:
    steps = at.library.milestones.of(goal.id)
    told = (one_line(step.title) + _reached(step) for step in steps)
    text = "\n".join(part for part in (clean(goal.why_fun), *told) if part)
    return Entry(_STATES[goal.state], one_line(goal.title), text, ())


def _reached(step: Milestone) -> str:
    return f", reached on {short_day(step.done_on)} {step.done_on.year}" if step.done_on else ""
