"""Chance that is the same on every machine and in every Python: made from `Random.random()` alone.

Python promises that this one method gives the same numbers for the same seed for ever; `choice`, `shuffle`
and the others may change with a version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Luck:
    """A stream of chance. Each strand of the story has its own, so that one may change without the others."""

    def __init__(self, seed: int, strand: str) -> None:
        self.random = Random(f"{seed}/{strand}").random

    def chance(self, probability: float) -> bool:
        """True as often as `probability` says."""
        return self.random() < probability

    def between(self, low: float, high: float) -> float:
        """A number from `low` up to `high`."""
        return low + (high - low) * self.random()

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, things: Sequence[T]) -> T:
        """One of them."""
        return things[int(self.random() * len(things))]

    def mixed(self, things: Iterable[T]) -> list[T]:
        """All of them, in any order."""
        keyed = [(self.random(), place, thing) for place, thing in enumerate(things)]
        return [thing for _, _, thing in sorted(keyed, key=lambda each: each[:2])]

    def turns(self, one: str, other: str) -> Iterator[str]:
        """Endless turns of two, in any order but always fair: after every second turn both had as many."""
        while True:
            yield from self.mixed((one, other))


class Deck(Generic[T]):
    """Things dealt one by one: none comes again before all that fit have come. Never an end."""

    def __init__(self, deal: Callable[[int], Iterable[T]]) -> None:
        """`deal` gives the cards of each round, from 0, in the order in which they come."""
        self._deal = deal
        self._rounds = 0
        self._left: list[T] = []

    @classmethod
    def mixed(cls, luck: Luck, things: Sequence[T]) -> Deck[T]:
        """A deck that is mixed anew for each round."""
        return cls(lambda _: luck.mixed(things))

    def draw(self, fits: Callable[[T], bool] = lambda _: True) -> T:
        """The next one that fits; `LookupError` where none does in a whole round."""
        for _ in range(2):
            for place, thing in enumerate(self._left):
                if fits(thing):
                    return self._left.pop(place)
            self._left = list(self._deal(self._rounds))
            self._rounds += 1
        raise LookupError("no card of this deck fits")
