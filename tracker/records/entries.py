"""What the partners write down: appreciations, and the weather between them and the sky."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from typing import Literal

from tracker.records.base import Record

TOLD_HOW = ("aloud", "shown")
WEATHER_WORDS = ("stormy", "rainy", "cloudy", "bright", "sunny")
"""The five steps, one word each, lowest level first."""


class Appreciation(Record, frozen=True, kw_only=True):
    """A note about the other, kept privately until told."""

    day: date
    about: str = ""
    """The partner it is about."""
    text: str = ""
    cue: str = ""
    """A good moment to tell it."""
    told_on: date | None = None
    told_how: Literal["aloud", "shown", ""] = ""

    @property
    def told(self) -> bool:
        """Told ones belong to both; all others are seen by their author alone."""
        return self.told_on is not None

    def visible_to(self, viewer: str) -> bool:
        """Whether this partner (empty: nobody in particular) may read the words."""
        return self.told or (bool(viewer) and self.by == viewer)


class Weather(Record, frozen=True, kw_only=True):
    """How it feels inside, in one word; private to its author."""

    day: date
    word: str = ""
    level: int = 3
    """1 (stormy) to 5 (sunny)."""


class Appreciations:
    """Everything they noticed about each other."""

    def __init__(self, appreciations: tuple[Appreciation, ...]) -> None:
        self._all = appreciations

    def __iter__(self) -> Iterator[Appreciation]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def on(self, day: date) -> tuple[Appreciation, ...]:
        """Those of one day, in the order they were written."""
        return tuple(a for a in self._all if a.day == day)

    def visible(self, viewer: str) -> tuple[Appreciation, ...]:
        """Those whose words this partner may read."""
        return tuple(a for a in self._all if a.visible_to(viewer))

    def to_tell(self, giver: str, today: date) -> Appreciation | None:
        """The one that this giver may tell today, or None: at most one a day, and the same all day long.

        Chosen among the untold ones of earlier days by a hash of day and id, so that old notes come back too.
        Telling one ends the day's offer (the article, L155: not all in one go).
        """
        mine = [a for a in self._all if a.by == giver and a.text]
        if any(a.told_on == today for a in mine):
            return None
        waiting = [a for a in mine if not a.told and a.day < today]
        return min(waiting, key=lambda a: zlib.crc32(f"{today}{a.id}".encode()), default=None)


class Weathers:
    """Private check-ins. Always asked for one partner's own."""

    def __init__(self, weathers: tuple[Weather, ...]) -> None:
        self._all = weathers

    def of(self, partner: str, day: date) -> Weather | None:
        """This partner's own weather on a day; the newest where two windows wrote one each."""
        mine = [w for w in self._all if w.by == partner and w.day == day]
        return max(mine, key=lambda w: w.version, default=None)

    def recent(self, partner: str, days: int, today: date) -> tuple[Weather, ...]:
        """This partner's own of the last `days` days, oldest first."""
        mine = {w.day: w for w in self._all if w.by == partner and 0 <= (today - w.day).days < days}
        return tuple(mine[day] for day in sorted(mine))
