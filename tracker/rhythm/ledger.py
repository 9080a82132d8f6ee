"""The ledger: what stands in the documents, ritual by ritual, and the rhythm it comes to."""

from __future__ import annotations

from datetime import date
from functools import cached_property

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
from tracker.rhythm.marks import Ticks, gather
from tracker.rhythm.reading import Rhythm, read
from tracker.rhythm.rules import Marks, Rest, Rule
from tracker.store.documents import Documents
from tracker.text import folded

BUILT_IN = ("appreciation", "date", "trip", "project")
"""The rituals every couple has, in the order in which they are shown."""

_NOBODY = ("", "")
_NO_MARKS: Marks = {}


class Ledger:
    """What the couple repeats and what stands of it. Read lazily from one frozen picture of the documents."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._rhythms: dict[tuple[str, date], Rhythm] = {}

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
        return tuple(pause.rest for pause in self._pauses if pause.ritual in (None, folded(key)))

    def rests_of_everything(self) -> tuple[Rest, ...]:
        """The pauses in which all clocks stand still."""
        return tuple(pause.rest for pause in self._pauses if pause.ritual is None)

    def rhythm(self, key: str, today: date) -> Rhythm:
        """The rhythm of one ritual as of `today`. An unknown key is read as weekly and without a `since`."""
        key = folded(key)
        known = self._rhythms.get((key, today))
        if known is None:
            entry, settings = self._rituals.get(key), self.settings
            rule = entry.rule if entry else Rule(key)
            partners = settings.partner_ids if settings else _NOBODY
            known = read(rule, self.marks(key), self.rests(key), today, partners)
            self._rhythms[key, today] = known
        return known

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
        return gather(self._documents, self.settings.day_ends_at if self.settings else "00:00")


def ledger(documents: Documents) -> Ledger:
    """The ledger of one picture of the documents."""
    return Ledger(documents)
