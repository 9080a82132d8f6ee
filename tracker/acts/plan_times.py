"""When a plan begins and ends, as people say it: what is understood, refused, and said back."""

from __future__ import annotations

from tracker.acts.common import Standing
from tracker.calendar.names import long_day
from tracker.calendar.spoken import Spoken, read_coming, read_lived, read_until
from tracker.calendar.when import When
from tracker.errors import Refusal


def read_start(at: Standing, kind: str, text: str) -> tuple[When, When | None]:
    """The start, and the end where the words name one: a trip "next weekend" is Saturday and Sunday.

    A time alone is the next such moment.
    """
    spoken = read_coming(text, at.today, at.couple.wall(at.now))
    last = When(spoken.last) if spoken.last and kind == "trip" else None
    return _checked(at, kind, spoken), last


def read_happened(at: Standing, kind: str, text: str) -> When:
    """When it happened: of what could be several days, the latest up to now."""
    return _checked(at, kind, read_lived(text, at.today, at.couple.wall(at.now)))


def read_end(at: Standing, kind: str, text: str, start: When) -> When:
    """The end, told from the start. Refusal where it lies before it."""
    end = _checked(at, kind, read_until(text, start.on, start.at, at.today))
    if end.order() < start.order() and (end.at is None) == (start.at is None):
        raise Refusal(f"{_words(end)} is before it begins on {_words(start)}; choose a later end.")
    return end


def said_back(at: Standing, when: When) -> str:
    """As in "Friday 27 November 2026, 19:00", and what is odd about it: it has passed, or comes twice."""
    couple = at.couple
    words = when.long_words(couple.day_ends_at)
    if when.on_clock(couple.zone) == "twice":
        words += ", which comes twice that night; the first is meant"
    passed = when.instant(couple.zone) < at.now if when.at else when.on < at.today
    return f"{words}, which has passed" if passed else words


def _checked(at: Standing, kind: str, spoken: Spoken) -> When:
    when = When(spoken.day, spoken.time)
    if kind == "trip" and spoken.time is not None:
        raise Refusal("A trip is for whole days; please leave the time out.")
    if when.on_clock(at.couple.zone) == "never":
        raise Refusal(
            f"The clock skips {spoken.time:%H:%M} on {long_day(spoken.day)}; please choose another time."
        )
    return when


def _words(when: When) -> str:
    return long_day(when.on) + (f", {when.at:%H:%M}" if when.at else "")
