"""What the partners write down: appreciations, and the weather between them and the sky."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from hashlib import blake2b
from typing import Literal

from tracker.ids import id_order
from tracker.records.base import Record

TOLD_HOW = ("aloud", "shown")
WEATHER_WORDS = ("stormy", "rainy", "cloudy", "bright", "sunny")
"""The five steps, one word each, lowest level first."""

DayOf = Callable[[datetime], date]
"""The couple's civil day at an instant."""


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


class Weather(Record, frozen=True, kw_only=True):
    """How it feels inside, in one word; private to its author."""

    day: date
    word: str = ""
    level: int = 3
    """1 (stormy) to 5 (sunny)."""


class Appreciations:
    """Everything they noticed about each other."""

    def __init__(
        self, appreciations: tuple[Appreciation, ...], removed: tuple[Appreciation, ...] = ()
    ) -> None:
        """`removed` are those set aside: they are shown nowhere, but what was offered today was offered."""
        self._all = appreciations
        self._removed = removed
        self._offers: dict[tuple[str, date], Appreciation | None] = {}
        self._by_day: dict[date, list[Appreciation]] | None = None

    def holds(self, appreciations: tuple[Appreciation, ...], removed: tuple[Appreciation, ...]) -> bool:
        """Whether these very records are in it."""
        return self._all is appreciations and self._removed is removed

    def __iter__(self) -> Iterator[Appreciation]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def on(self, day: date) -> tuple[Appreciation, ...]:
        """Those of one day, in the order they were written."""
        return tuple(a for a in self._of_day(day) if a.day == day)

    def told_about(self, day: date) -> tuple[Appreciation, ...]:
        """Those that were told on a day, or noticed on it and told since, in the order they were written."""
        return tuple(a for a in self._of_day(day) if a.told)

    def _of_day(self, day: date) -> list[Appreciation]:
        """Those that were noticed or told on a day; sorted by days once, however often one is asked for."""
        if self._by_day is None:
            self._by_day = {}
            for a in self._all:
                for one in {a.day, a.told_on or a.day}:
                    self._by_day.setdefault(one, []).append(a)
        return self._by_day.get(day, [])

    def told_by(self, giver: str, day: date) -> bool:
        """Whether this giver told one on that day, also one that was removed since."""
        return any(a.by == giver and a.told_on == day for a in (*self._all, *self._removed))

    def to_tell(self, giver: str, today: date, day_of: DayOf) -> Appreciation | None:
        """The one that this giver may tell today, or None: at most one a day, and the same all day long.

        Chosen by a hash of day and id among the untold ones of earlier days that stood when the day began, so
        that old notes come back too, and nothing done today brings another one. Only where none stood, the
        first one written today about an earlier day is offered. Telling one ends the day's offer, and so does
        removing the offered one (the article, L155: not all in one go).
        """
        if (giver, today) not in self._offers:
            self._offers[giver, today] = self._offered(giver, today, day_of)
        return self._offers[giver, today]

    def _offered(self, giver: str, today: date, day_of: DayOf) -> Appreciation | None:
        if self.told_by(giver, today):
            return None
        removed_today = (a for a in self._removed if a.removed_at and day_of(a.removed_at) >= today)
        jar = [a for a in (*self._all, *removed_today) if a.by == giver and a.text and not a.told]
        jar = [a for a in jar if a.day < today]
        # Not a checksum such as crc32: those are linear, and some notes would hardly ever come first.
        jar.sort(key=lambda a: blake2b(f"{today}{a.id}".encode(), digest_size=8).digest())
        stood = (a for a in jar if day_of(a.recorded_at) < today)
        offer = next(stood, None) or min(jar, key=lambda a: id_order(a.id), default=None)
        return offer if offer is not None and offer.removed_at is None else None


class Weathers:
    """Private check-ins. Always asked for one partner's own."""

    def __init__(
        self, on: Callable[[date], Iterable[Weather]], every: Callable[[], Iterable[Weather]] = tuple
    ) -> None:
        """`on` gives those of one day: ten years of them are never read for one. `every` gives all."""
        self._on = on
        self._every = every

    def of(self, partner: str, day: date) -> Weather | None:
        """This partner's own weather on a day; the newest where two windows wrote one each."""
        mine = (w for w in self._on(day) if w.by == partner)
        return max(mine, key=lambda w: (w.version, w.writer), default=None)

    def own(self, partner: str) -> tuple[Weather, ...]:
        """All of this partner's, one a day, the oldest first."""
        days: dict[date, Weather] = {}
        for one in sorted(self._every(), key=lambda w: (w.day, w.version, w.writer)):
            if one.by == partner:
                days[one.day] = one
        return tuple(days.values())
