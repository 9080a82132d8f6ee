"""The ledger: what stands in the documents, ritual by ritual, and the rhythm it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tracker.calendar.months import MonthsSince, months_since
from tracker.rhythm.documents import (
    Pause,
    RitualEntry,
    Settings,
    oldest,
    read_pause,
    read_ritual,
    read_settings,
)
from tracker.rhythm.marks import TABLES, Ticks, gather, joined, same_where_equal
from tracker.rhythm.reading import Rhythm, read
from tracker.rhythm.rules import Marks, Rest, Rule
from tracker.store.documents import Documents
from tracker.store.shapes import Document
from tracker.text import folded

BUILT_IN = ("appreciation", "date", "trip", "project")
"""The rituals every couple has, in the order in which they are shown."""

_MOST_KNOWN = 64
"""Rhythms that are kept: of some rituals on some days, not of every day of ten years that is looked at."""
_NOBODY = ("", "")
_NO_MARKS: Marks = {}


class Ledger:
    """What the couple repeats and what stands of it. Read lazily from one frozen picture of the documents."""

    def __init__(self, documents: Documents, before: Ledger | None = None) -> None:
        """`before` is the ledger of an earlier picture: what did not change since is not worked out again."""
        self._documents = documents
        self._parts: dict[str, _Part] = before._parts if before else {}
        self._marks_before: dict[str, Ticks] = before._marks_before if before else {}
        self._rhythms: dict[tuple[str, date], _Known] = before._rhythms if before else {}

    @cached_property
    def settings(self) -> Settings | None:
        """What the couple agreed; None before set-up. Should two stand, the older one does."""
        readings = (read_settings(document) for document in oldest(self._documents.standing("couple")))
        return next((settings for settings in readings if settings is not None), None)

    def rituals(self) -> tuple[RitualEntry, ...]:
        """Every ritual, archived ones too: the built-in ones first, then in the order they were added."""
        return tuple(self._rituals.values())

    def current(self, today: date) -> tuple[RitualEntry, ...]:
        """The rituals that are in use: not archived by today."""
        return tuple(r for r in self.rituals() if r.rule.archived_on is None or r.rule.archived_on > today)

    def marks(self, key: str) -> Marks:
        """Who marked which day of a ritual; empty for one that nobody ever marked."""
        return self._marks.get(folded(key), _NO_MARKS)

    def rests(self, key: str) -> tuple[Rest, ...]:
        """The pauses that rest this ritual: those of everything, and its own."""
        rested = (None, folded(key))
        return tuple(pause.rest for pause in self._pauses if pause.ritual in rested)

    def rests_of_everything(self) -> tuple[Rest, ...]:
        """The pauses in which all clocks stand still."""
        return tuple(pause.rest for pause in self._pauses if pause.ritual is None)

    def rhythm(self, key: str, today: date) -> Rhythm:
        """The rhythm of one ritual as of `today`. An unknown key is read as weekly and without a `since`."""
        key = folded(key)
        entry, settings = self._rituals.get(key), self.settings
        rule = entry.rule if entry else Rule(key)
        partners = settings.partner_ids if settings else _NOBODY
        marks, rests = self.marks(key), self.rests(key)
        known = self._rhythms.get((key, today))
        if known is None or not known.holds(rule, marks, rests, partners):
            while len(self._rhythms) >= _MOST_KNOWN:
                self._rhythms.pop(next(iter(self._rhythms)), None)
            rhythm = read(rule, marks, rests, today, partners)
            known = self._rhythms[key, today] = _Known(rule, marks, rests, partners, rhythm)
        return known.rhythm

    def months(self, today: date) -> MonthsSince | None:
        """How long they have been trying; None before set-up, without a start, and before it."""
        start = self.settings.effort_start if self.settings else None
        if start is None or start > today:
            return None
        return months_since(start, today, self.rests_of_everything())

    @cached_property
    def _rituals(self) -> dict[str, RitualEntry]:
        week_start = self.settings.week_start if self.settings else "monday"
        readings = (read_ritual(d, week_start) for d in oldest(self._documents.standing("rituals")))
        entries: dict[str, RitualEntry] = {}
        for entry in readings:
            if entry is not None:
                entries.setdefault(entry.rule.key, entry)  # two machines may have added the same one
        first = [key for key in BUILT_IN if key in entries]
        return {key: entries[key] for key in (*first, *(key for key in entries if key not in first))}

    @cached_property
    def _pauses(self) -> tuple[Pause, ...]:
        readings = (read_pause(document) for document in oldest(self._documents.standing("pauses")))
        return tuple(pause for pause in readings if pause is not None)

    @cached_property
    def _marks(self) -> dict[str, Ticks]:
        marks = same_where_equal(joined(self._part(table) for table in TABLES), self._marks_before)
        self._marks_before.clear()
        self._marks_before.update(marks)
        return marks

    def _part(self, table: str) -> dict[str, Ticks]:
        source = self._documents.table(table)
        day_ends_at = self.settings.day_ends_at if self.settings else "00:00"
        part = self._parts.get(table)
        if part is None or part.day_ends_at != day_ends_at:
            part = _Part(source, day_ends_at, gather(self._documents, table, day_ends_at))
        elif part.source is not source:
            from tracker.rhythm.renewal import renewed  # for a window that stays open, not for a prompt

            part = _Part(source, day_ends_at, renewed(part.marks, part.source, source, table, day_ends_at))
        self._parts[table] = part
        return part.marks


class _Part(NamedTuple):
    """The marks of one table, and what they were gathered from."""

    source: Mapping[str, Document]
    day_ends_at: str
    marks: dict[str, Ticks]


class _Known(NamedTuple):
    """A rhythm, and what it was read from."""

    rule: Rule
    marks: Marks
    rests: tuple[Rest, ...]
    partners: tuple[str, str]
    rhythm: Rhythm

    def holds(self, rule: Rule, marks: Marks, rests: tuple[Rest, ...], partners: tuple[str, str]) -> bool:
        """Whether it would be read the same again; marks are told by being the very same object."""
        return self.marks is marks and (self.rule, self.rests, self.partners) == (rule, rests, partners)


def ledger(documents: Documents, before: Ledger | None = None) -> Ledger:
    """The ledger of one picture of the documents; `before` is that of an earlier one."""
    return Ledger(documents, before)
