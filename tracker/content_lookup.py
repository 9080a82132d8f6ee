"""What the look-up says: our own words around what the article says, kept apart from it."""

from __future__ import annotations

from functools import cache

import msgspec

from tracker.content import read


class StateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said in one state."""

    key: str
    """The state; `not-started-ahead` where the start is still to come, `early-chosen` where it rests
    because of a chosen way."""
    title: str
    """Its heading; ours."""
    article: tuple[str, ...]
    """The keys of the statements and practices of the article that belong to it."""
    ours: tuple[str, ...]
    """What we say of it, and which figure is ours."""
    questions: tuple[str, ...] = ()
    """What is asked and never computed with; ours."""


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the four answers."""

    key: str
    label: str


class WayWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way on."""

    key: str
    """As in the records; `look-again` for the way without a name, and `not-now` for none."""
    label: str
    note: str
    kept: str
    """What is said once it was chosen; nothing for `not-now`."""


class LookupWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that the look-up says."""

    always: tuple[str, ...]
    """The keys of the article's statements that are shown in every state, before anything else."""
    next: str
    """The sentence that names the day of the next look; ours, as all that follow."""
    no_next: str
    """The sentence for where there is no such day."""
    window_own: str
    window_suggested: str
    window_unknown: str
    states: tuple[StateWords, ...]
    answers: tuple[Label, ...]
    ways: tuple[WayWords, ...]

    def state(self, key: str) -> StateWords:
        """What is said in this state; a `KeyError` when there is none."""
        return {one.key: one for one in self.states}[key]

    def answer(self, key: str) -> str:
        """The words of this answer; a `KeyError` when there is none."""
        return {one.key: one.label for one in self.answers}[key]

    def way(self, key: str) -> WayWords:
        """The words of this way on; a `KeyError` when there is none."""
        return {one.key: one for one in self.ways}[key]


@cache
def lookup_words() -> LookupWords:
    """The words, read when they are first asked for and kept."""
    return msgspec.toml.decode(read("lookup.toml"), type=LookupWords)
