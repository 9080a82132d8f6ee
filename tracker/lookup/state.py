"""The nine states of the look-up: the first that fits."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from tracker.calendar.months import MonthsSince, months_since

Answer = Literal["further", "same", "cannot-tell", "nearer"]
"""Nearer than when we started?"""
ANSWERS: tuple[Answer, ...] = ("further", "same", "cannot-tell", "nearer")

State = Literal[
    "not-started",
    "paused",
    "early",
    "upheaval",
    "not-all-tried",
    "ask-each",
    "nearer",
    "no-nearer",
    "mixed",
]
STATES: tuple[State, ...] = (
    "not-started",
    "paused",
    "early",
    "upheaval",
    "not-all-tried",
    "ask-each",
    "nearer",
    "no-nearer",
    "mixed",
)
"""In the order in which they are tried."""
OUTCOMES: tuple[State, ...] = ("nearer", "no-nearer", "mixed")
"""What the answers can come to."""

SETTLING_DAYS = 28
"""Days that must pass from the last day of an upheaval on; ours."""

Span = tuple[date, date | None]
"""A first day and a last one, both included; open without a last one."""


class Circumstances(NamedTuple):
    """Everything that the state depends on, but for today and the answers."""

    start: date | None
    """The day both agreed to begin trying."""
    window: int
    """In months."""
    rests: tuple[Span, ...] = ()
    """The pauses of everything, of any kind."""
    upheavals: tuple[Span, ...] = ()
    """The pauses because of an upheaval, of everything or of one ritual."""
    next_look: date | None = None
    """The day that the newest look-up named."""
    all_tried: bool = False
    """Whether every practice was tried by both."""

    def months(self, today: date) -> MonthsSince | None:
        """How long they have been trying; None without a start, and before it."""
        if self.start is None or self.start > today:
            return None
        return months_since(self.start, today, self.rests)


def state_of(
    circumstances: Circumstances, today: date, answers: tuple[Answer, Answer] | None = None
) -> State:
    """The state as of today; `answers` are both partners', once both revealed. Their order means nothing."""
    since = circumstances.months(today)
    if since is None:
        return "not-started"
    if any(covers(span, today) for span in circumstances.rests):
        return "paused"
    named = circumstances.next_look
    if since.months < circumstances.window or (named is not None and today < named):
        return "early"
    if any(unsettled(span, today) for span in circumstances.upheavals):
        return "upheaval"
    if not circumstances.all_tried:
        return "not-all-tried"
    return "ask-each" if answers is None else _outcome(*answers)


def covers(span: Span, day: date) -> bool:
    """Whether the day lies in the span."""
    first, last = span
    return first <= day and (last is None or day <= last)


def unsettled(upheaval: Span, day: date) -> bool:
    """Whether the day is before the upheaval's last one and the days to settle after it.

    An open one has no last day. One that is known to come counts, too: it is no time to decide either.
    """
    last = upheaval[1]
    return last is None or (day - last).days < SETTLING_DAYS


def _outcome(one: Answer, other: Answer) -> State:
    both = {one, other}
    if both == {"nearer"}:
        return "nearer"
    return "no-nearer" if both <= {"same", "further"} else "mixed"
