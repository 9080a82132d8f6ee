"""What the made-up couple wrote, planned and wished: the typed reading of `data/demo.json`."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

import data


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A piece of the file: a word that is misspelt there is an error here."""


class Seasonal(Text, frozen=True, kw_only=True):
    """Something that belongs to some months of the year, or to all."""

    months: tuple[int, ...] = ()
    """The months in which it may be said or done, 1 to 12; none for all of them."""

    def in_season(self, day: date) -> bool:
        """Whether it may be said or done on that day."""
        return not self.months or day.month in self.months


class Note(Seasonal, frozen=True, kw_only=True):
    """An appreciation as one partner might write it, spoken to the other."""

    text: str
    """`{a|b}` stands for either; `{weekday}` for the name of a day just before."""
    cue: str = ""
    years: tuple[int, int] | None = None
    """The first and the last year of the effort in which it can be true, from 0: the child grows."""

    def in_years(self, year: int) -> bool:
        """Whether it can be true in that year of the effort."""
        return self.years is None or self.years[0] <= year <= self.years[1]


class Outing(Seasonal, frozen=True, kw_only=True):
    """A date or a trip."""

    title: str
    place: str
    notes: str
    at: str = ""
    """The wall clock at which a date begins; empty for a trip."""
    nights: int = 0
    """Of a trip."""
    childcare: Literal["n/a", "needed", "sorted"] = "needed"
    novelty: Literal["familiar", "new"]
    cost: Literal["free", "low", "middle", "high"]
    remarks: tuple[str, ...] = ()
    """What may be said about it afterwards."""


class Habit(Text, frozen=True, kw_only=True):
    """A ritual of their own."""

    key: str
    name: str
    times: int
    per: Literal["week"]
    kept_by: Literal["either", "both"]
    forgive: int
    begins_week: int
    """In which week of the effort they added it."""
    ends_week: int | None
    """In which week they put it away."""
    weekdays: tuple[int, ...]
    """On which days it happens, Monday 0; a day named more often is likelier."""
    chance: float
    """How likely it is kept in an ordinary week."""
    notes: tuple[str, ...]


class Project(Text, frozen=True, kw_only=True):
    """A goal with its steps."""

    title: str
    why_fun: str
    milestones: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What is written beside an hour of it."""
    done: int = 0
    """How many steps were done when it was shelved."""


class Reasons(Text, frozen=True, kw_only=True):
    """What is written beside a pause, by its kind; `ritual`: of a single ritual, `coming`: still ahead."""

    illness: tuple[str, ...]
    travel: tuple[str, ...]
    ebb: tuple[str, ...]
    upheaval: tuple[str, ...]
    ritual: tuple[str, ...]
    coming: tuple[str, ...]


class Begun(Text, frozen=True, kw_only=True):
    """Something from the beginning, as one of them would write it to the other."""

    kind: Literal["drawn", "place", "song", "words"]
    text: str
    month: int = 0
    """With `day`: when it was in their first year together; 0 where they do not know."""
    day: int = 1


class Coming(Text, frozen=True, kw_only=True):
    """What they have planned ahead."""

    this_week: Outing
    surprise: Outing
    trip: Outing


class Evenings(Text, frozen=True, kw_only=True):
    """What they wrote on the evenings on which they looked back."""

    answers: dict[str, tuple[str, ...]]
    """By the key of the question; either may say it, and nobody says it twice."""
    resolutions: tuple[str, ...]


class Texts(Text, frozen=True, kw_only=True):
    """Everything in the file."""

    names: tuple[tuple[str, str], ...]
    """The first couple's, and those of the couples with other seeds."""
    about_first: tuple[Note, ...]
    """Written by the second partner."""
    about_second: tuple[Note, ...]
    about_either: tuple[Note, ...]
    again: tuple[str, ...]
    """A sentence that follows a note which was written in other years, too."""
    cues: tuple[str, ...]
    """Good moments to tell any note."""
    dates: tuple[Outing, ...]
    trips: tuple[Outing, ...]
    date_ideas: tuple[Outing, ...]
    """What they would like to do some day."""
    trip_ideas: tuple[Outing, ...]
    rituals: tuple[Habit, ...]
    projects: tuple[Project, ...]
    """One after the other; the last one is what they are at today."""
    shelved: tuple[Project, ...]
    wishes: tuple[Project, ...]
    pauses: Reasons
    let_go: tuple[str, ...]
    """Said when a plan was let go."""
    ticked_dates: tuple[str, ...]
    """Beside a date that nobody had planned."""
    coming: Coming
    beginnings: tuple[Begun, ...]
    """By the first partner and the second in turn."""
    scenes: tuple[tuple[str, str], ...]
    """Scenes of a future, the first partner's and the second's: those of the newest quarter first."""
    reviews: Evenings


@cache
def texts() -> Texts:
    """The made-up couple's words, read when they are first asked for and kept."""
    return msgspec.json.decode(Path(data.__path__[0], "demo.json").read_bytes(), type=Texts)
