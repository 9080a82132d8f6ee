"""Which record the words of an evening's step go into, and the act that keeps them."""

from __future__ import annotations

from msgspec import structs

from screens.review.steps import Step
from tracker.acts.common import Standing
from tracker.acts.reviews import answer, resolve
from tracker.acts.scenes import write_scene
from tracker.acts.sitting import Act
from tracker.records.base import Record
from tracker.records.library import Library
from tracker.records.remarks import Remark
from tracker.records.reviews import FutureScene, Review
from tracker.text import one_line
from tracker.views.beside import kept_beside, resolutions_beside


def standing_words(library: Library, quarter: str, step: Step, writer: str) -> Record | None:
    """The record of what this writer kept at this step: their own answer or scene, or what is shared."""
    if step.kind == "question" and writer:
        mine = (one for one in library.answers(quarter) if one.by == writer)
        return next((one for one in mine if one.question == step.key), None)
    if step.kind == "resolution":
        return library.reviews.of(quarter)
    if step.kind == "scene" and writer:
        return library.future_scenes.own(writer, quarter)
    return None


def words_beside(at: Standing, quarter: str, step: Step, writer: str) -> tuple[str, ...]:
    """What was kept at the same time and does not stand: resolutions, or words of this writer's own."""
    if step.kind == "resolution":
        return resolutions_beside(at, quarter)
    standing = standing_words(at.library, quarter, step, writer)
    if standing is None:
        return ()
    return kept_beside(at, "future_scenes" if step.kind == "scene" else "remarks", standing.id)


def text_of(record: Record | None) -> str:
    """The words in it, as they stand in the field: an answer has one line to be written on."""
    if isinstance(record, Remark):
        return one_line(record.text)
    if isinstance(record, Review):
        return record.resolution
    return record.text if isinstance(record, FutureScene) else ""


def seen_as(record: Record | None, stood: str) -> Record | None:
    """The record as its writer saw it when they began, from what stands now and the words that stood then.

    So that words which were written meanwhile are noticed, also when the program was closed in between.
    """
    if record is None or text_of(record) == stood:
        return record
    field = "resolution" if isinstance(record, Review) else "text"
    return structs.replace(record, **{field: stood})


def keeping(quarter: str, step: Step, me: str, text: str, seen: Record | None) -> Act:
    """The act that keeps a text; `seen` is the record that stood there when it was begun."""
    if step.kind == "scene":
        scene = seen if isinstance(seen, FutureScene) else None
        return lambda at: write_scene(at, quarter, by=me, text=text, seen=scene)
    if step.kind == "resolution":
        review = seen if isinstance(seen, Review) else None
        return lambda at: resolve(at, quarter, text, seen=review)
    remark = seen if isinstance(seen, Remark) else None
    return lambda at: answer(at, quarter, step.key, by=me, text=text, seen=remark)
