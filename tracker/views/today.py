"""The Today page: what one viewer sees of one day. A viewer of "" sees only what is shared."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.days import civil_day
from tracker.records.base import Record
from tracker.records.couple import Couple
from tracker.records.entries import Appreciation, Weather
from tracker.records.pauses import PAUSE_KINDS, Pause
from tracker.records.rituals import Ritual
from tracker.rhythm import words

MARKS = 14
"""Periods of a ritual that a wide screen shows; a narrow one shows the newest seven of them."""


class NoteLine(NamedTuple):
    """One appreciation as its reader sees it."""

    id: str
    text: str
    cue: str
    told: bool
    later: bool
    """Whether it was written down on a later day."""


class RitualLine(NamedTuple):
    """One ritual on the page."""

    key: str
    name: str
    cadence: str
    """As in "each week", "3 times a week"."""
    cadence_short: str
    """As in "each week", "3 a week"."""
    mine: bool
    """Whether the viewer marked it (or both did) on the page's day."""
    done: bool
    """Whether it happened on the page's day, by the ritual's own rule."""
    later: bool
    """Whether a mark of that day was made on a later day."""
    marks: tuple[str, ...]
    """States of the newest periods, oldest first: kept, quiet, resting or open."""
    so_far: str
    """As in "2 of 3 this week", where a period asks for more than one day; else empty."""
    run: str
    """As in "6 days in a row"; empty when there is nothing kind to say, or rhythm is hidden."""
    kept: str
    """As in "kept 9 of the last 12 weeks"; likewise."""
    run_short: str
    kept_short: str


class TodayPage(NamedTuple):
    """Everything that the Today screen shows."""

    day: date
    today: date
    viewer: str
    viewer_name: str
    other: str
    """The id of the other one; empty while nobody said who is here."""
    other_name: str
    """The one to notice something about; empty while nobody said who is here."""
    month: str
    """As in "Month 4"; empty without a start or when hidden."""
    rests: tuple[str, ...]
    """What rests on this day, in words."""
    notes: tuple[NoteLine, ...]
    """The viewer's own notes of the day."""
    offer: NoteLine | None
    """The one that the viewer may tell today."""
    rituals: tuple[RitualLine, ...]
    weather: str
    """The viewer's own word for the day; empty when unsaid."""


def today_page(at: Standing, viewer: str, day: date | None = None) -> TodayPage:
    """The page of `day` (default: today) for a viewer."""
    couple, library = at.couple, at.library
    day = min(day or at.today, at.today)
    own: Weather | None = library.weather.of(viewer, day) if viewer else None
    return TodayPage(
        day=day,
        today=at.today,
        viewer=viewer,
        viewer_name=couple.name_of(viewer) if viewer else "",
        other=couple.other(viewer).id if viewer else "",
        other_name=couple.other(viewer).name if viewer else "",
        month=_month(at, couple),
        rests=tuple(_rest_words(at, pause) for pause in library.pauses if pause.covers(day)),
        notes=_notes(at, couple, viewer, day),
        offer=_offer(at, couple, viewer) if day == at.today else None,
        rituals=tuple(_ritual_line(at, couple, ritual, viewer, day) for ritual in _shown(at, day)),
        weather=own.word if own else "",
    )


def _month(at: Standing, couple: Couple) -> str:
    since = at.library.ledger.months(at.today)
    return f"Month {since.running}" if since is not None and couple.show_month else ""


def _rest_words(at: Standing, pause: Pause) -> str:
    what = at.library.rituals.find(pause.ritual).name if pause.ritual else "Everything"
    until = f"until {words.day(pause.until, at.today)}" if pause.until else "until you resume"
    return f"{what} rests {until}: {PAUSE_KINDS[pause.kind]}"


def _notes(at: Standing, couple: Couple, viewer: str, day: date) -> tuple[NoteLine, ...]:
    notes = at.library.appreciations.on(day) if viewer else ()
    return tuple(_note_line(couple, note) for note in notes if note.by == viewer)


def _offer(at: Standing, couple: Couple, viewer: str) -> NoteLine | None:
    if not viewer or at.library.pauses.covering(at.today):
        return None  # prompts rest while everything does
    offer = at.library.appreciations.to_tell(viewer, at.today)
    return _note_line(couple, offer)._replace(later=False) if offer else None


def _note_line(couple: Couple, note: Appreciation) -> NoteLine:
    return NoteLine(note.id, note.text, note.cue, note.told, recorded_later(note, couple, note.day))


def recorded_later(record: Record, couple: Couple, day: date) -> bool:
    """Whether a record was written down on a later day than the one it is about."""
    return civil_day(record.recorded_at, couple.time_zone, couple.day_ends_at) > day


def _shown(at: Standing, day: date) -> list[Ritual]:
    """Rituals in use on the day: not put away before it."""
    return [r for r in at.library.rituals if r.archived_on is None or day <= r.archived_on < at.today]


def _ritual_line(at: Standing, couple: Couple, ritual: Ritual, viewer: str, day: date) -> RitualLine:
    rhythm = at.library.ledger.rhythm(ritual.key, at.today)
    marks = at.library.ledger.marks(ritual.key).get(day, frozenset())
    of_day = [m for m in at.library.moments if m.ritual == ritual.key and m.day == day]
    times, period = ritual.cadence.times, ritual.cadence.period
    shown = couple.show_rhythm
    return RitualLine(
        key=ritual.key,
        name=ritual.name,
        cadence=ritual.cadence.words(),
        cadence_short=ritual.cadence.short(),
        mine=bool(marks & ({viewer, ""} if viewer else {""})),
        done=rhythm.happened_on(day),
        later=any(recorded_later(moment, couple, day) for moment in of_day),
        marks=tuple(period.state for period in rhythm.recent(MARKS)) if shown else (),
        so_far=words.so_far(rhythm.happened, times, period) if shown and times > 1 else "",
        run=words.run(rhythm, period) if shown else "",
        kept=words.kept(rhythm, period) if shown else "",
        run_short=words.run_short(rhythm) if shown else "",
        kept_short=words.kept_short(rhythm, period) if shown else "",
    )
