"""The Today page: what one viewer sees of one day. A viewer of "" sees only what is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.records.base import Record
from tracker.records.couple import Couple
from tracker.records.entries import Appreciation, Weather
from tracker.records.pauses import PAUSE_KINDS, Pause
from tracker.records.rituals import Moment, Ritual
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


class RestLine(NamedTuple):
    """One pause that covers the day."""

    id: str
    text: str
    """As in "Everything rests until 6 Dec: illness"."""


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
    """Of the newest periods as of the day, oldest first: kept, quiet, resting, open or before."""
    so_far: str
    """As in "2 of 3 this week", "2 of 3 by then", where a period asks for more than one day; else empty."""
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
    """As in "Month 4", as of the day; empty without a start or when hidden."""
    rests: tuple[RestLine, ...]
    """What rests on this day."""
    all_rests: bool
    """Whether everything does: then prompts rest, too."""
    notes: tuple[NoteLine, ...]
    """The viewer's own notes of the day."""
    told: tuple[NoteLine, ...]
    """What was told on this day or noticed on it and told since, by the other one; for nobody, by both."""
    offer: NoteLine | None
    """The one that the viewer may tell today."""
    rituals: tuple[RitualLine, ...]
    weather: str
    """The viewer's own word for the day; empty when unsaid."""


def today_page(at: Standing, viewer: str, day: date | None = None) -> TodayPage:
    """The page of `day` (default: today) for a viewer."""
    couple, library = at.couple, at.library
    viewer = viewer if couple.has(viewer) else ""
    day = min(day or at.today, at.today)
    moments = library.moments_on(day)
    own: Weather | None = library.weather.of(viewer, day) if viewer else None
    return TodayPage(
        day=day,
        today=at.today,
        viewer=viewer,
        viewer_name=couple.name_of(viewer) if viewer else "",
        other=couple.other(viewer).id if viewer else "",
        other_name=couple.other(viewer).name if viewer else "",
        month=_month(at, couple, day),
        rests=tuple(_rests(at, day)),
        all_rests=bool(library.pauses.covering(day)),
        notes=_notes(at, couple, viewer, day),
        told=_told(at, couple, viewer, day),
        offer=_offer(at, couple, viewer) if day == at.today else None,
        rituals=tuple(_ritual_line(at, ritual, viewer, day, moments) for ritual in _shown(at, day)),
        weather=own.word if own else "",
    )


def _month(at: Standing, couple: Couple, day: date) -> str:
    since = at.library.ledger.months(day)
    return f"Month {since.running}" if since is not None and couple.show_month else ""


def _rests(at: Standing, day: date) -> Iterator[RestLine]:
    """What rests on the day, in words; the pause of a ritual that was removed says nothing."""
    names = {ritual.key: ritual.name for ritual in at.library.rituals}
    for pause in at.library.pauses:
        what = names.get(pause.ritual) if pause.ritual else "Everything"
        if what and pause.covers(day):
            yield RestLine(pause.id, _rest_words(at, pause, what))


def _rest_words(at: Standing, pause: Pause, what: str) -> str:
    until = f"until {words.day(pause.until, at.today)}" if pause.until else "until you resume"
    return f"{what} rests {until}: {PAUSE_KINDS[pause.kind].partition(':')[0]}"


def _notes(at: Standing, couple: Couple, viewer: str, day: date) -> tuple[NoteLine, ...]:
    notes = at.library.appreciations.on(day) if viewer else ()
    return tuple(_note_line(couple, note) for note in notes if note.by == viewer)


def _told(at: Standing, couple: Couple, viewer: str, day: date) -> tuple[NoteLine, ...]:
    told = at.library.appreciations.told_about(day)
    return tuple(_note_line(couple, note) for note in told if note.by != viewer)


def _offer(at: Standing, couple: Couple, viewer: str) -> NoteLine | None:
    if not viewer or at.library.pauses.covering(at.today):
        return None  # prompts rest while everything does
    offer = at.library.appreciations.to_tell(viewer, at.today, couple.day_of)
    return _note_line(couple, offer)._replace(later=False) if offer else None


def _note_line(couple: Couple, note: Appreciation) -> NoteLine:
    return NoteLine(note.id, note.text, note.cue, note.told, recorded_later(note, couple, note.day))


def recorded_later(record: Record, couple: Couple, day: date) -> bool:
    """Whether a record was written down on a later day than the one it is about."""
    return couple.day_of(record.recorded_at) > day


def _shown(at: Standing, day: date) -> list[Ritual]:
    """Rituals in use on the day: not put away before it, and on today's page not put away at all."""
    return [
        ritual
        for ritual in at.library.rituals
        if ritual.archived_on is None or (day <= ritual.archived_on and day < at.today)
    ]


def _ritual_line(
    at: Standing, ritual: Ritual, viewer: str, day: date, moments: Iterable[Moment]
) -> RitualLine:
    """One ritual's line, with the figures as they stood on the day; `moments` are those of the day."""
    rhythm, past = at.library.ledger.rhythm(ritual.key, day), day < at.today
    marks = at.library.ledger.marks(ritual.key).get(day, frozenset())
    mine = {viewer, ""}
    done = rhythm.happened_on(day)
    # Until it stands for both, nobody learns from the page what the other one marked, or when.
    known = [m for m in moments if m.ritual == ritual.key and (done or m.by in mine)]
    times, period = ritual.cadence.times, ritual.cadence.period
    shown = at.couple.show_rhythm
    return RitualLine(
        key=ritual.key,
        name=ritual.name,
        cadence=ritual.cadence.words(),
        cadence_short=ritual.cadence.short(),
        mine=bool(marks & mine),
        done=done,
        later=any(recorded_later(moment, at.couple, day) for moment in known),
        marks=rhythm.states[-MARKS:] if shown else (),
        so_far=words.so_far(rhythm.happened, times, period, past=past) if shown and times > 1 else "",
        run=words.run(rhythm, period, past=past) if shown else "",
        kept=words.kept(rhythm, period) if shown else "",
        run_short=words.run_short(rhythm) if shown else "",
        kept_short=words.kept_short(rhythm, period) if shown else "",
    )
