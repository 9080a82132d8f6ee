"""The steps of an evening: what is asked at each, and what stands beside it. Knows the page alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.content_review import questions_of
from tracker.drafts import Spot
from tracker.rhythm.words import day as day_words
from tracker.views.review import AnswerLine, ReviewPage, SceneLine

SHARED = (
    "Answers and the resolution belong to you both as soon as they are kept: the other reads them here. "
    "A future scene is its writer's alone until you read both together."
)
ANY_TIME = (
    "Nothing has to be written. Close at any point; what is kept stays, and you go on from there later."
)

TOGETHER = {
    "scene": "Read both of them, once you have both pressed?",
    "in": "Say that you are in, once you have both pressed?",
}
"""What is asked before a press for what counts only when both do."""


class Step(NamedTuple):
    """One step of the evening."""

    kind: str
    """before, question, resolution, scene, in or end."""
    key: str = ""
    """Of the question."""

    @property
    def name(self) -> str:
        """Names it among the steps of one evening."""
        return f"{self.kind}:{self.key}"


def step_named(name: str) -> Step:
    """The step of this name."""
    kind, _, key = name.partition(":")
    return Step(kind, key)


class Asked(NamedTuple):
    """What stands on the card at one step."""

    large: str
    beside: str = ""
    """What is there already: the other's answer, the resolution before, both scenes."""
    note: str = ""


def steps_of(page: ReviewPage) -> tuple[Step, ...]:
    """The way through the evening: what was asked in earlier versions is read on the page alone."""
    asked_now = {one.key for one in questions_of(page.quarter)}
    questions = (Step("question", one.key) for one in page.questions if one.key in asked_now)
    return (Step("before"), *questions, Step("resolution"), Step("scene"), Step("in"), Step("end"))


def going_on(page: ReviewPage, me: str) -> Step:
    """Where an evening is gone on with: the beginning, or the first step at which this one left nothing."""
    if not any(question.answers for question in page.questions) and not page.resolution:
        return Step("before")
    answered = {question.key for question in page.questions if any(a.by == me for a in question.answers)}
    for step in steps_of(page):
        if step.kind == "question" and step.key not in answered:
            return step
    if not page.resolution:
        return Step("resolution")
    if not page.scenes:
        return Step("scene")
    return Step("end" if page.renewed_on else "in")


def spot_of(page: ReviewPage, step: Step) -> Spot:
    """Where the unfinished words of a step are kept, as in "an answer, summer 2026"."""
    what = {"resolution": "a resolution", "scene": "a future scene"}.get(step.kind, "an answer")
    return Spot(f"evening:{page.quarter}:{step.name}", f"{what}, {page.title}")


def asked(page: ReviewPage, step: Step, me: str) -> Asked:
    """The card of one step, for the one who sits here; an empty `me` is nobody in particular."""
    if step.kind == "question":
        return _question(page, step.key, me)
    if step.kind == "scene":
        return _scene(page, me)
    return {"before": _before, "resolution": _resolution, "in": _renewal, "end": _end}[step.kind](page)


def _before(page: ReviewPage) -> Asked:
    if page.resolution_before:
        return Asked(
            f"From the quarter before you took along:\n\n“{page.resolution_before}”", note=_opening()
        )
    return Asked(f"An evening to look back on {page.title}.", note=_opening())


def _opening() -> str:
    return f"{SHARED}\n\n{ANY_TIME}"


def _question(page: ReviewPage, key: str, me: str) -> Asked:
    question = next(one for one in page.questions if one.key == key)
    others = tuple(one for one in question.answers if one.by != me)
    note = "What you keep here, you both can read. It may stay empty." if me else _WHO
    return Asked(question.text, _told(others), note)


def _resolution(page: ReviewPage) -> Asked:
    before = f"The one before: {page.resolution_before}" if page.resolution_before else ""
    return Asked(
        "One thing that you take into the next quarter:", before, "One is enough; it belongs to you both."
    )


def _scene(page: ReviewPage, me: str) -> Asked:
    if page.scenes:
        return Asked("An ordinary day, some years on", _told(page.scenes), "You read them together.")
    note = "Only you see it, until you both press to read them together." if me else _WHO
    return Asked("An ordinary day, some years on, if it goes well with you two: what is it like?", "", note)


def _renewal(page: ReviewPage) -> Asked:
    if page.renewed_on:
        return Asked("We're in.", "", f"You both said so on {day_words(page.renewed_on, page.today)}.")
    note = "It counts once you both press, in this sitting. Without it, everything stays as it is."
    return Asked("Are you two in for another quarter?", "", note)


def _end(page: ReviewPage) -> Asked:
    return Asked(
        "That was your evening.",
        "\n".join(_kept(page)),
        "It stands on this quarter's page; w there writes it out to keep.",
    )


def _kept(page: ReviewPage) -> Iterator[str]:
    """What is kept of the evening, for the couple as one."""
    count = sum(len(question.answers) for question in page.questions)
    if count:
        yield "one answer" if count == 1 else f"{count} answers"
    if page.resolution:
        yield f"into the next quarter: {page.resolution}"
    if page.scenes:
        yield "two scenes, read together"
    if page.renewed_on:
        yield "“we're in”, said by both"


def _told(lines: tuple[AnswerLine, ...] | tuple[SceneLine, ...]) -> str:
    return "\n\n".join(f"{one.name}: {one.text}" for one in lines)


_WHO = "p says who is here; then there is a place to write."
