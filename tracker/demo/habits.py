"""The rituals: the built-in ones, their own, and the moments when these happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tracker.demo.luck import Deck, Luck
from tracker.demo.story import Story
from tracker.demo.texts import Habit
from tracker.store.changes import Put

_BUILT_IN = (("appreciation", "Appreciation", "day"), ("date", "Date", "week"), ("trip", "Trip", "month"))
PROJECT_BEGINS = 35
"""After how many days their first project began."""


def rituals(story: Story) -> Iterator[Put]:
    """Every ritual, as it stands today."""
    luck = story.luck("rituals")
    for key, name, period in _BUILT_IN:
        yield _ritual(story, luck, story.start, {"key": key, "name": name, "cadence": _cadence(1, period)})
    begun = story.day(PROJECT_BEGINS)
    yield _ritual(story, luck, begun, {"key": "project", "name": "Project", "cadence": _cadence(1, "week")})
    for habit in story.texts.rituals:
        fields: dict[str, Any] = {"key": habit.key, "name": habit.name, "kept_by": habit.kept_by}
        fields |= {"cadence": _cadence(habit.times, habit.per), "forgive": habit.forgive}
        yield _ritual(story, luck, _begins(story, habit), fields, _ends(story, habit))


def moments(story: Story) -> Iterator[Put]:
    """The moments of their own rituals."""
    for habit in story.texts.rituals:
        luck = story.luck(f"moments of {habit.key}")
        turns, notes = luck.turns(story.first, story.second), Deck.mixed(luck, habit.notes)
        for day in _days_of(story, luck, habit):
            for place, by in enumerate(_who(story, luck, habit, turns)):
                # A note stands beside the first tick of a day at most; the other one nods.
                note = notes.draw() if place == 0 and luck.chance(0.22) else ""
                fields = {"ritual": habit.key, "day": day, "by": by, "note": note}
                yield story.put("moments", luck, story.written(day, luck), fields)


def _ritual(
    story: Story, luck: Luck, since: date, fields: dict[str, Any], archived_on: date | None = None
) -> Put:
    usual = {"kept_by": "either", "forgive": 1, "since": since, "archived_on": archived_on}
    updated = story.moment(archived_on, luck) if archived_on else None
    return story.put("rituals", luck, story.moment(since, luck), usual | fields, updated)


def _cadence(times: int, period: str) -> dict[str, Any]:
    return {"times": times, "period": period}


def _begins(story: Story, habit: Habit) -> date:
    return story.day(habit.begins_week * 7)


def _ends(story: Story, habit: Habit) -> date | None:
    return None if habit.ends_week is None else story.day(habit.ends_week * 7)


def _days_of(story: Story, luck: Luck, habit: Habit) -> Iterator[date]:
    """On which days it happened: in most weeks as often as they like to, in some once less or once more."""
    begins, ends = _begins(story, habit), _ends(story, habit) or story.last
    monday = begins - timedelta(days=begins.weekday())
    while monday <= ends:
        for weekday in sorted(_weekdays(story, luck, habit, monday)):
            day = monday + timedelta(days=weekday)
            if begins <= day <= min(ends, story.last) and not story.sleeps(habit.key, day):
                yield day
        monday += timedelta(days=7)


def _weekdays(story: Story, luck: Luck, habit: Habit, monday: date) -> set[int]:
    if not luck.chance(habit.chance * story.closeness(monday + timedelta(days=3))):
        return set(luck.mixed(habit.weekdays)[: luck.whole(0, 1)]) if habit.times > 1 else set()
    extra = 1 if habit.times > 1 and luck.chance(0.2) else 0
    return set(luck.mixed(habit.weekdays)[: habit.times + extra])


def _who(story: Story, luck: Luck, habit: Habit, turns: Iterator[str]) -> tuple[str, ...]:
    """Whose tick it is: one for both (the empty one), one of theirs, or one each where both keep it."""
    chance = luck.random()
    if habit.kept_by == "either":
        return ("",) if chance < 0.5 else (next(turns),)
    return ("",) if chance < 0.12 else (next(turns),) if chance < 0.2 else (story.first, story.second)
