"""The questions of a review: a few for each quarter, in an order that the quarter alone decides."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from tracker.content import read, shuffled

MIDDLE = 4
"""How many questions stand between the opening and the closing one: an evening, not an examination."""


class ReviewQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question that they talk about and may answer in writing."""

    key: str
    """Names the question in records and from one version to the next."""
    text: str
    """The question, in one line of 84 characters at most; to both."""
    place: Literal["first", "middle", "last"]
    """Where in the evening it belongs."""


@cache
def review_questions() -> tuple[ReviewQuestion, ...]:
    """All questions, read when they are first asked for and kept."""
    return msgspec.json.decode(read("review_questions.json"), type=tuple[ReviewQuestion, ...])


def questions_of(quarter: str) -> tuple[ReviewQuestion, ...]:
    """The questions of a quarter like "2026Q3": one to open, a few, one to close; everywhere the same."""
    mixed = shuffled(review_questions(), quarter)
    first, middle, last = ([q for q in mixed if q.place == place] for place in ("first", "middle", "last"))
    return (*first[:1], *middle[:MIDDLE], *last[:1])


def question(key: str) -> ReviewQuestion | None:
    """The question of this key; None for one that is not asked any more."""
    return next((one for one in review_questions() if one.key == key), None)
