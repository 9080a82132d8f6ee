"""What the tracker says: the one place that reads the files of `data/`.

The prompts are needed for the first frame of the app and are read as JSON; the article is TOML, because
people edit it, and is read only when a screen asks. Nothing is read at import.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Protocol, Self, TypeVar

import msgspec

import data

INFIDELITY = "infidelity"
"""The reason whose focus lets romance rest."""

BLOCKS = 4
"""Into how many blocks a deck is cut: what was dealt late in one round cannot come early in the next."""


class Keyed(Protocol):
    """A card of any deck: its key alone decides its place when the deck is shuffled."""

    @property
    def key(self) -> str:
        """Names the card from one version to the next."""


Card = TypeVar("Card", bound=Keyed)


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short hint above the field in which a partner writes what they noticed about the other."""

    key: str
    """Names the prompt in tests and from one version to the next."""
    text: str
    """The hint itself: one line, 62 characters at most; "you" writes, "they" are the other."""
    practice: str
    """The key of the practice that it belongs to."""
    reasons: tuple[str, ...]
    """The keys of the reasons that it suits; none when it suits any couple alike."""
    side: str
    """The side of life that it looks at, such as `humour` or `work`."""
    romance: bool = False
    """Whether it speaks of touch or attraction."""

    def suits(self, focus: Collection[str]) -> bool:
        """Whether it is tagged with one of the couple's focus areas."""
        return any(reason in focus for reason in self.reasons)


class Practice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the article's twelve practices."""

    key: str
    """Names the practice in records and tags."""
    number: int
    """Its place in the article, 1 to 12."""
    name: str
    """A short name of our own, 28 characters at most."""
    gist: str
    """What the article asks for, in our words, 160 characters at most."""
    begin: str
    """One first step for today; ours."""
    lines: tuple[int, int]
    """The article's lines that say so, first and last."""
    hint: str = ""
    """A little more to read, where doing it needs words rather than a place; ours."""


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the nine reasons that the article gives for falling out of love."""

    key: str
    """Names the reason in records and tags."""
    name: str
    """A short name of our own."""
    line_description: str
    """The reason in one sentence of ours, spoken to the couple."""
    inferred: bool
    """Whether its heading is absent from the text and was inferred from what stands below it."""
    lines: tuple[int, int]
    """The article's lines that describe it, first and last."""
    steers: tuple[str, ...]
    """The keys of the practices that are offered first when it is a focus, the most helpful first; ours."""
    note: str
    """What choosing it changes in the tracker, and what the tracker leaves alone."""


class TimeStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that the article says about time, kept apart from what we make of it."""

    key: str
    """Names the statement where a screen or a rule leans on it."""
    lines: tuple[int, int]
    """The article's lines that say so, first and last."""
    about: str
    """What it is about, so that it is never used for anything else."""
    gist: str
    """What the article says, in our words, with every hedge."""
    ours: str
    """What the tracker does with it, and which figure is ours."""


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The article that the tracker was built on: named and credited, never quoted."""

    title: str
    """Its title, shown wherever a statement is credited to it."""
    author: str
    """Who wrote it."""
    practices: tuple[Practice, ...]
    """The twelve, in the article's order."""
    reasons: tuple[Reason, ...]
    """The nine, in the article's order."""
    timeline: tuple[TimeStatement, ...]
    """All that it says about time."""

    def practice(self, key: str) -> Practice:
        """The practice of that key; a `KeyError` when there is none."""
        return {each.key: each for each in self.practices}[key]

    def reason(self, key: str) -> Reason:
        """The reason of that key; a `KeyError` when there is none."""
        return {each.key: each for each in self.reasons}[key]

    def statement(self, key: str) -> TimeStatement:
        """The statement about time of that key; a `KeyError` when there is none."""
        return {each.key: each for each in self.timeline}[key]


class Prompts:
    """The prompts for the daily note, and which of them a day brings to whom."""

    def __init__(self, prompts: Iterable[Prompt]) -> None:
        self._prompts = tuple(prompts)

    @classmethod
    def load(cls) -> Self:
        """The prompts that come with the tracker."""
        return cls(msgspec.json.decode(read("prompts.json"), type=tuple[Prompt, ...]))

    def __iter__(self) -> Iterator[Prompt]:
        return iter(self._prompts)

    def __len__(self) -> int:
        return len(self._prompts)

    def for_day(self, day: date, who: str, focus: Collection[str] = (), other: str = "") -> Prompt:
        """The prompt that `day` brings to the partner whose id is `who`: the same one whenever it is asked.

        Every prompt comes once before any comes again, each round in an order of its own. The reason keys in
        `focus` bring the prompts that suit them on every second day, from a deck of their own; where those
        are half of all prompts, the plain walk does as much. With the id of the `other` partner both walk one
        deck half a round apart and never share a prompt on a day; without it, chance may have it so.
        """
        seed = "+".join(sorted({who, other} - {""}))
        apart = bool(other) and who > other
        allowed = self._allowed(focus)
        suited = tuple(prompt for prompt in allowed if prompt.suits(focus))
        if not suited or len(suited) * 2 >= len(allowed):
            return _dealt(allowed, day.toordinal(), seed, apart)
        turn, first = divmod(day.toordinal(), 2)
        deck = suited if first else tuple(prompt for prompt in allowed if not prompt.suits(focus))
        return _dealt(deck, turn, seed, apart)

    def next_after(self, prompt: Prompt, focus: Collection[str] = ()) -> Prompt:
        """Another prompt, for the asking: asking on and on shows them all before the first comes again."""
        order = shuffled(self._allowed(focus), "another")
        place = order.index(prompt) if prompt in order else -1
        return order[(place + 1) % len(order)]

    def _allowed(self, focus: Collection[str]) -> tuple[Prompt, ...]:
        """All prompts, or all but romance while trust is what the couple works on."""
        if INFIDELITY not in focus:
            return self._prompts
        return tuple(prompt for prompt in self._prompts if not prompt.romance)


@cache
def article() -> Article:
    """The article, read when it is first asked for and kept."""
    return msgspec.toml.decode(read("article.toml"), type=Article)


def read(name: str) -> bytes:
    """The bytes of a file that lies in the `data` package."""
    return Path(data.__path__[0], name).read_bytes()


def shuffled(deck: Iterable[Card], seed: str) -> tuple[Card, ...]:
    """The deck in an order that `seed` alone decides, the same on every machine and in every Python."""
    return tuple(
        sorted(deck, key=lambda card: blake2b(f"{seed}/{card.key}".encode(), digest_size=8).digest())
    )


def _dealt(deck: tuple[Prompt, ...], turn: int, seed: str, apart: bool) -> Prompt:
    """The card of this turn, half a round further on when `apart`.

    A round deals every card once. The deck is cut into blocks that keep their place from round to round and
    are shuffled within: orders vary, and yet three quarters of a round lie between a card and its return.
    """
    size = -(-len(deck) // BLOCKS)
    round_, place = divmod(turn, len(deck))
    if apart:
        half = (
            -(-len(deck) // size) // 2 * size
        )  # whole blocks: one cut in two would bring its cards back early
        place = (place + half) % len(deck)
    start = place - place % size
    block = shuffled(deck, seed)[start : start + size]
    return shuffled(block, f"{seed}/{round_}")[place - start]
