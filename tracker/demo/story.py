"""The frame of the story: who they are, which years it covers, how close they were, when they wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from math import pi, sin
from typing import Any
from zoneinfo import ZoneInfo

from tracker.demo.luck import Luck
from tracker.demo.texts import Texts, texts
from tracker.ids import id_text
from tracker.store.changes import Put

ONE_DAY = timedelta(days=1)


class Rest:
    """A pause of everything, as the story knows it."""

    def __init__(self, kind: str, first: date, days: int) -> None:
        self.kind = kind
        self.first = first
        self.until = first + timedelta(days=days - 1)

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.until


class Story:
    """One made-up couple. All that is told of them comes from the seed, the years, the day and the zone."""

    def __init__(self, seed: int, years: int, today: date, time_zone: str) -> None:
        self.seed = seed
        self.years = years
        self.today = today
        self.time_zone = time_zone
        self.texts: Texts = texts()
        self.start = _a_sunday(today, years)
        self.last = today - ONE_DAY
        """The last day on which anything was written: today is still a blank page."""
        self.rests: tuple[Rest, ...] = ()
        """The pauses of everything, by `rest`; closeness depends on them."""
        self._resting: dict[date, Rest] = {}
        self.single_rests: dict[str, tuple[Rest, ...]] = {}
        """The pauses of one ritual, by its key."""
        founding = Luck(seed, "founding")
        self._phases = founding.between(0, 2 * pi), founding.between(0, 2 * pi)
        self.founded = self._at(self.start, founding.between(19, 19.4))
        """When they set Rekindle up; nothing was written before."""
        self.first = self.new_id(founding, self.founded)
        self.second = self.new_id(founding, self.founded)

    @property
    def days(self) -> int:
        """How many days the story has, today not counted."""
        return (self.today - self.start).days

    @cached_property
    def _zone(self) -> tzinfo:
        return UTC if self.time_zone == "UTC" else ZoneInfo(self.time_zone)

    def luck(self, strand: str) -> Luck:
        """The chance of one strand of the story."""
        return Luck(self.seed, strand)

    def day(self, number: int) -> date:
        """The day of this number, 0 for the start."""
        return self.start + timedelta(days=number)

    def year_of(self, day: date) -> int:
        """In which year of the effort a day lies, from 0."""
        return (day - self.start).days * 4 // 1461

    def rest(self, rests: Iterable[Rest]) -> None:
        """Lay out the pauses of everything, once, before anything is told."""
        self.rests = tuple(sorted(rests, key=lambda rest: (rest.first, rest.until)))
        for rest in self.rests:
            for number in range((rest.until - rest.first).days + 1):
                self._resting.setdefault(rest.first + timedelta(days=number), rest)

    def resting(self, day: date) -> Rest | None:
        """The pause of everything that covers the day; where two do, the one that began first."""
        return self._resting.get(day)

    def sleeps(self, ritual: str, day: date) -> bool:
        """Whether a ritual has a pause of its own that day."""
        return any(rest.covers(day) for rest in self.single_rests.get(ritual, ()))

    def closeness(self, day: date) -> float:
        """How much of what they like to do they get round to: gentle waves about 1, little in a pause."""
        number = (day - self.start).days
        slow, quick = self._phases
        wave = 1 + 0.1 * sin(2 * pi * number / 97 + slow) + 0.06 * sin(2 * pi * number / 29 + quick)
        return wave * (0.25 if self.resting(day) else 1)

    def moment(self, day: date, luck: Luck, earliest: float = 18.5, latest: float = 23.5) -> datetime:
        """An instant in the evening of a day (or between other hours of the wall clock), UTC.

        Never before they set Rekindle up and never later than the last evening.
        """
        day = min(max(day, self.start), self.last)
        return self._at(day, luck.between(max(earliest, 19.5) if day == self.start else earliest, latest))

    def kept_on(self, day: date, luck: Luck) -> date:
        """On which day an entry about a day was made: mostly the same, now and then some days later."""
        later = day + timedelta(days=luck.whole(1, 4) if luck.chance(0.08) else 0)
        return later if later <= self.last else day

    def written(self, day: date, luck: Luck) -> datetime:
        """When an entry about a day was made."""
        return self.moment(self.kept_on(day, luck), luck)

    def _at(self, day: date, hour: float) -> datetime:
        """The instant of an hour of the wall clock, UTC."""
        seconds = int(hour * 3600)
        clock = time(seconds // 3600, seconds % 3600 // 60, seconds % 60)
        return datetime.combine(day, clock, self._zone).astimezone(UTC)

    def new_id(self, luck: Luck, recorded: datetime) -> str:
        """An id as `tracker.ids.new_id` makes it, but with the story's chance."""
        milliseconds = int(recorded.timestamp()) * 1000 + luck.whole(0, 999)
        return id_text((milliseconds << 32) | luck.whole(0, 2**32 - 1))

    def put(
        self,
        table: str,
        luck: Luck,
        recorded: datetime,
        fields: Mapping[str, Any],
        updated: datetime | None = None,
    ) -> Put:
        """One document as the acts would have written it then; days become ISO text."""
        stored = {
            name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()
        }
        stored["recorded_at"] = stamp(recorded)
        stored["updated_at"] = stamp(max(updated or recorded, recorded))
        return Put(table, self.new_id(luck, recorded), stored)


def stamp(moment: datetime) -> str:
    """An instant as the store writes it."""
    return moment.isoformat(timespec="seconds")


def _a_sunday(today: date, years: int) -> date:
    """The Sunday on or before the day `years` ago: they sat down on a Sunday evening and agreed to try."""
    then = today.replace(year=today.year - years, day=min(today.day, 28))
    return then - timedelta(days=(then.weekday() + 1) % 7)
