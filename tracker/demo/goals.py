"""What they strive for together: projects one after another, shelved goals, wishes; and what they tried."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tracker.content import article
from tracker.demo.habits import PROJECT_BEGINS
from tracker.demo.luck import Deck, Luck
from tracker.demo.story import Story
from tracker.demo.texts import Project
from tracker.store.changes import Put

MONTHS_OF_A_PROJECT = 9
DONE_SO_FAR = 3
"""How many steps of the project that they are at are done."""


class Span:
    """A project and the days it took, both ends included."""

    def __init__(self, project: Project, first: date, last: date) -> None:
        self.project = project
        self.first = first
        self.last = last

    def part(self, share: float) -> date:
        """The day when so much of the time was over."""
        return self.first + timedelta(days=int((self.last - self.first).days * share))


def goals(story: Story) -> Iterator[Put]:
    """Goals with their milestones, and the hours spent on them."""
    luck = story.luck("goals")
    *reached, current = _spans(story)
    current.last = story.last
    for span in reached:
        yield from _goal(story, luck, span, "reached", len(span.project.milestones))
    target = story.today + timedelta(days=200)
    yield from _goal(story, luck, current, "active", DONE_SO_FAR, target)
    yield from _shelved(story, luck)
    yield from _wishes(story, luck)
    for span in (*reached, current):
        yield from _hours(story, span)


def tried(story: Story) -> Iterator[Put]:
    """Which of the twelve practices each marked as tried: ten both, and one more each."""
    luck = story.luck("tried")
    keys = luck.mixed(practice.key for practice in article().practices)
    weeks = min(60, story.years * 52 - 6) / len(keys)
    for place, key in enumerate(keys):
        day = story.day(int(7 * (2 + weeks * place)))
        for partner in {10: (story.first,), 11: (story.second,)}.get(place, (story.first, story.second)):
            marked = day + timedelta(days=luck.whole(0, 6))
            fields = {"practice": key, "by": partner, "day": marked}
            yield story.put("tried", luck, story.moment(marked, luck), fields)


def _spans(story: Story) -> list[Span]:
    """The projects with their days, one after the other; the last in the file is today's."""
    known = story.texts.projects
    count = min(len(known), max(1, round(story.years * 12 / MONTHS_OF_A_PROJECT)))
    each = (story.days - PROJECT_BEGINS - 8) / count
    begins = [int(PROJECT_BEGINS + each * place) for place in range(count + 1)]
    return [
        Span(project, story.day(first), story.day(following - 8))
        for project, first, following in zip(
            [*known[: count - 1], known[-1]], begins, begins[1:], strict=False
        )
    ]


def _goal(
    story: Story, luck: Luck, span: Span, state: str, done: int, target_day: date | None = None
) -> Iterator[Put]:
    """A goal and its milestones, the first `done` of them spread over the span."""
    recorded, project = story.moment(span.first, luck), span.project
    updated = story.moment(span.first if state == "active" else span.last, luck)
    goal = story.put("goals", luck, recorded, _fields(project, state, "", target_day), updated)
    yield goal
    shares = _shares(done, so_far=state == "active")
    for order, title in enumerate(project.milestones):
        done_on = span.part(shares[order]) if order < done else None
        changed = story.moment(done_on, luck) if done_on else recorded
        steps = {"goal": goal.id, "title": title, "order": order, "done_on": done_on, "by": ""}
        yield story.put("milestones", luck, recorded, steps, changed)


def _shares(done: int, so_far: bool) -> list[float]:
    """At which shares of the time the steps were done: the last one at the end, or a while ago."""
    return [(order + 1) / (done + 0.4 * so_far) for order in range(done)]


def _fields(project: Project, state: str, by: str, target_day: date | None = None) -> dict[str, Any]:
    words = {"title": project.title, "why_fun": project.why_fun}
    return {**words, "state": state, "by": by, "target_day": target_day}


def _hours(story: Story, span: Span) -> Iterator[Put]:
    """The weekly time on a project: in about seven of ten weeks, mostly together."""
    luck = story.luck(f"project {span.project.title}")
    turns, notes = luck.turns(story.first, story.second), Deck.mixed(luck, span.project.notes)
    day = span.first
    while day <= span.last:
        hour = day + timedelta(days=luck.whole(0, 6))
        if hour <= span.last and luck.chance(0.82 * story.closeness(hour)):
            by = "" if luck.chance(0.7) else next(turns)
            note = notes.draw() if luck.chance(0.45) else ""
            fields = {"ritual": "project", "day": hour, "by": by, "note": note}
            yield story.put("moments", luck, story.written(hour, luck), fields)
        day += timedelta(days=7)


def _shelved(story: Story, luck: Luck) -> Iterator[Put]:
    """Goals that turned out not to be fun, put on the shelf some weeks later."""
    chosen = story.texts.shelved[: max(1, story.years // 2)]
    for number, project in enumerate(chosen):
        first = story.day(int(story.days * (number + 0.3) / len(chosen)))
        span = Span(project, first, first + timedelta(days=70))
        yield from _goal(story, luck, span, "shelved", project.done)


def _wishes(story: Story, luck: Luck) -> Iterator[Put]:
    """Wishes: each has two, and one is of both."""
    owners = (story.first, story.second, story.first, story.second, "")
    for project, by in zip(story.texts.wishes, owners, strict=True):
        recorded = story.moment(story.last - timedelta(days=luck.whole(20, 300)), luck)
        yield story.put("goals", luck, recorded, _fields(project, "wish", by))
