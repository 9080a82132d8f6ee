"""The question deck for a talk: something to ask each other across the table, in three depths."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Literal

import msgspec

from tracker.content import read, shuffled

Depth = Literal["light", "open", "deep"]

DEPTHS: dict[Depth, str] = {"light": "light", "open": "open", "deep": "deep"}
"""The three depths, the easiest first, as they are said on screen."""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question that both may answer, or pass on."""

    key: str
    """Names the question from one version to the next."""
    text: str
    """The question itself, 96 characters at most; whoever reads it out says "you" to the other."""
    depth: Depth
    """How far it goes: light for any evening, deep for one with time."""
    practices: tuple[str, ...]
    """The keys of the practices that it serves, the nearest first."""
    reasons: tuple[str, ...]
    """The keys of the reasons that it suits; none when it suits any couple alike."""


class Questions:
    """A deck of questions."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._all = tuple(questions)

    def __iter__(self) -> Iterator[Question]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def of(self, depth: str = "", reasons: Collection[str] = ()) -> Questions:
        """Those of one depth (empty: of any) that suit one of these reasons (none: any)."""
        return Questions(
            question
            for question in self._all
            if depth in ("", question.depth)
            and (not reasons or any(reason in reasons for reason in question.reasons))
        )

    def mixed(self, seed: str) -> Questions:
        """The same questions in an order that the seed alone decides."""
        return Questions(shuffled(self._all, seed))

    def at(self, place: int) -> Question:
        """The question at a place, round and round; IndexError in an empty deck."""
        if not self._all:
            raise IndexError("no question in this deck")
        return self._all[place % len(self._all)]


@cache
def talk_questions() -> Questions:
    """All questions, read when they are first asked for and kept."""
    return Questions(msgspec.json.decode(read("talk_questions.json"), type=tuple[Question, ...]))
