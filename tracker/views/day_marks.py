"""How much each day held, for a heatmap; and what one day held, in words. Only what both may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.rhythm.marks import PROJECT
from tracker.views.goals import reached_day
from tracker.views.memories import shared_memories

MOST_LEVEL = 4
"""Different things on a day from which it is as full as a day is drawn."""


class DayMark(NamedTuple):
    """One day of the heatmap."""

    day: date
    level: int
    """How many different things it held, 0 to 4: shared rituals that happened, and steps reached together."""
    rests: bool
    """Whether a pause of everything covers it."""


class DayEntry(NamedTuple):
    """One thing that a day held."""

    kind: str
    """ritual, appreciation, date, trip, milestone, goal or pause."""
    id: str
    text: str


def day_marks(at: Standing, first: date, last: date) -> tuple[DayMark, ...]:
    """Every day of a span, both ends included, the oldest first; days to come hold nothing."""
    held = Counter(_held(at))
    resting = set(_resting(at, first, last))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(
        DayMark(day, min(held[day], MOST_LEVEL) if day <= at.today else 0, day in resting) for day in days
    )


def day_entries(at: Standing, day: date) -> tuple[DayEntry, ...]:
    """What one day held, the same whoever looks."""
    if day > at.today:
        return ()
    memories = tuple(shared_memories(at, day, day))
    spoken_of = {one.kind for one in memories}
    if "milestone" in spoken_of and day not in _logged(at):
        spoken_of.add(PROJECT)  # the step says it
    rituals = tuple(
        DayEntry("ritual", ritual.key, ritual.name)
        for ritual in at.library.rituals
        if at.library.ledger.rhythm(ritual.key, at.today).happened_on(day)
        and ritual.key not in (spoken_of | {"appreciation"})
    )
    noticed = len(at.library.appreciations.on(day))
    return (
        *(DayEntry(one.kind, one.id, one.title) for one in memories if one.kind != "appreciation"),
        *rituals,
        *((DayEntry("appreciation", "", _noticed(noticed)),) if noticed else ()),
        *(DayEntry("appreciation", one.id, one.title) for one in memories if one.kind == "appreciation"),
        *(
            DayEntry("pause", pause.id, "everything rested")
            for pause in at.library.pauses
            if pause.ritual is None and pause.covers(day)
        ),
    )


def _held(at: Standing) -> Iterator[date]:
    """The day of each thing that counts for the level: a ritual counts once a day.

    Time for a goal that a step stands for is the step's, and is not counted again.
    """
    steps = [
        step.done_on
        for goal in at.library.goals
        for step in at.library.milestones.of(goal.id)
        if step.done_on
    ]
    for ritual in at.library.rituals:
        days = at.library.ledger.rhythm(ritual.key, at.today).days
        yield from days - (set(steps) - _logged(at)) if ritual.key == PROJECT else days
    yield from steps
    yield from (reached_day(at, goal) for goal in at.library.goals.in_state("reached"))


def _logged(at: Standing) -> set[date]:
    """The days on which time for a goal was logged by itself."""
    return {time.day for time in at.library.project_time}


def _resting(at: Standing, first: date, last: date) -> Iterator[date]:
    """The days of the span that lie in a pause of everything."""
    for pause in at.library.pauses:
        if pause.ritual is None:
            begin, end = max(pause.first, first), min(pause.until or last, last)
            yield from (begin + timedelta(days=number) for number in range((end - begin).days + 1))


def _noticed(count: int) -> str:
    return "something noticed" if count == 1 else f"{count} things noticed"
