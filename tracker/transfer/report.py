"""What an import says about itself: what was taken, how it was mapped, and what was left and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from tracker.store.changes import Change

Progress = Callable[[int, int], None]
"""Told now and then how far a long import is: done so far, and how much there is."""

STEP = 1024
"""How many entries pass between two words of progress."""


def no_progress(done: int, total: int) -> None:
    """Nobody watches."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did about one thing: a habit, a ritual or a table."""

    name: str
    """What it is called in the file."""
    taken: Mapping[str, int] = {}
    """How many of what are new here, as in {"moments": 12}; figures of 0 are kept for scripts."""
    standing: int = 0
    """How many entries of the file stood here already."""
    mapped: tuple[str, ...] = ()
    """What became something else, in words."""
    left: tuple[str, ...] = ()
    """What was not taken, and why."""

    def lines(self) -> list[str]:
        """One sentence for what was taken, then one for each thing mapped or left."""
        first = f"{self.name}: {self._taken_words()}"
        return [first, *(f"  {line}" for line in (*self.mapped, *self.left))]

    def _taken_words(self) -> str:
        new = [counted(number, what) for what, number in self.taken.items() if number]
        words = [f"{joined(new)} taken" if new else "nothing new"]
        if self.standing:
            words.append(f"{self.standing:,} already here")
        return ", ".join(words) + "."


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What an import took, mapped and left."""

    source: str
    """What the file is, as in "a backup of Loop Habit Tracker"."""
    parts: tuple[Part, ...] = ()
    left: tuple[str, ...] = ()
    """What was left of the file as a whole, and why."""

    @property
    def taken(self) -> int:
        """How many new things there are in all; 0 when the file holds nothing that is new here."""
        return sum(sum(part.taken.values()) for part in self.parts)

    def lines(self) -> list[str]:
        """The whole report as lines of text."""
        parts = [line for part in self.parts for line in part.lines()]
        return [f"From {self.source}:", *parts, *self.left]

    def as_json(self) -> dict[str, Any]:
        """The whole report as JSON values."""
        return {
            "source": self.source,
            "parts": [
                {
                    "name": part.name,
                    "taken": dict(part.taken),
                    "already_here": part.standing,
                    "mapped": list(part.mapped),
                    "left": list(part.left),
                }
                for part in self.parts
            ],
            "left": list(self.left),
        }


Outcome = tuple[list[Change], Report]
"""What an import would write, and what it says about it. Nothing is written until a store is asked to."""


class Tally(Counter[str]):
    """How many of what was not taken: each key is a noun in the plural, and why."""

    def sentences(self) -> tuple[str, ...]:
        """As in "Not taken: 4 entries filled in by Loop itself."."""
        return tuple(f"Not taken: {counted(number, what)}." for what, number in self.items() if number)


def counted(number: int, plural: str) -> str:
    """A number with its noun, as in "1 pause", "1,200 moments", "1 entry without a value"."""
    noun, _, rest = plural.partition(" ")
    if number == 1:
        noun = "entry" if noun == "entries" else noun.removesuffix("s")
    return f"{number:,} {noun} {rest}".rstrip()


def joined(words: list[str]) -> str:
    """As in "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
