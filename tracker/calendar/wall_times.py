"""Times of day as people say them: "7pm", "at 19:30", "noon", "half past seven", "tonight at 8", "19.30".

A time with minutes is on the 24-hour clock. A bare hour ("at 8", "half past seven") needs a part of the day,
or is refused with both of the times that it could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from tracker.calendar.day_parts import SMALL_HOURS, Part, in_part, take_part
from tracker.errors import Refusal

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_HOURS = {word: hour for hour, word in enumerate(_NUMBERS.split(), 1)}
_PAST = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_HOUR = rf"(?P<hour>\d\d?|{'|'.join(_HOURS)})"
_LEAD = r"(?:\bat |@ ?)?"
_TIMES = (
    re.compile(
        rf"{_LEAD}\b(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])(?:m|\.m\.?)(?!\w)",
        re.ASCII,
    ),
    re.compile(rf"{_LEAD}\b(?P<hour>\d\d?):(?P<minute>\d\d)(?::00)?(?![:\w])", re.ASCII),
    re.compile(r"(?:\bat |@ ?)(?P<hour>\d\d?)\.(?P<minute>\d\d)(?![.\w])", re.ASCII),
    re.compile(rf"{_LEAD}\b(?P<hour>\d\d?)h(?P<minute>\d\d)?(?!\w)", re.ASCII),
    re.compile(r"(?:\bat )?\b(?:12 )?(?P<noon>noon|midday)\b", re.ASCII),
)
_BARE = (
    re.compile(
        rf"{_LEAD}\b(?P<past>{'|'.join(_PAST)}) (?P<to>past|to) {_HOUR}\b(?: ?o['’]?clock\b)?", re.ASCII
    ),
    re.compile(rf"{_LEAD}\b{_HOUR} ?o['’]?clock\b", re.ASCII),
    re.compile(rf"(?:\bat |@ ?){_HOUR}(?= |$)", re.ASCII),
)
"""Hours of which nobody said which half of the day they are in, where no part of the day is named."""
_LOOSE = re.compile(
    rf"(?<![\w.:] )(?<![\w.:])(?={_HOUR} (?:in the (?:morning|afternoon|evening)|tonight|this evening)\b)",
    re.ASCII,
)
"""Where an "at" is understood: "7 in the evening", but not "nov 7 in the evening"."""
_DOTTED = re.compile(r"(?<![\w./-])(?P<hour>\d\d?)\.(?P<minute>\d\d)(?![.\w])", re.ASCII)
_ISO_JOINT = re.compile(r"(?<=\d\d-\d\d)t(?=\d\d:)", re.ASCII)


class Said(NamedTuple):
    """What was said, with the time taken out of it."""

    words: str
    """The rest: the day."""
    time: time | None
    night: bool = False
    """Whether a time in the small hours is that of the night which follows the day."""


def readings(text: str, after: time | None = None) -> Iterator[Said]:
    """What a folded text could mean: once without a dotted time, and once with it where it holds one.

    `after` is the time before an end: a bare hour is the first one that follows it. Refusal for two times, or
    a time that does not fit the part of the day that is named.
    """
    rest, part = take_part(_LOOSE.sub("at ", _ISO_JOINT.sub(" ", text)))
    if re.search(r"\bmidnight\b", rest):
        raise Refusal("Midnight could begin or end a day; write 00:00 or 23:59 instead.")
    found = [match for pattern in (*_TIMES, *_BARE) for match in pattern.finditer(rest)]
    if any(not _overlaps(match, found[0]) for match in found):
        raise Refusal("More than one time was understood; please give one.")
    if found:
        yield _said(rest, found[0], part, after)
        return
    yield Said(rest, None, part == "night")
    if dotted := [
        match for match in _DOTTED.finditer(rest) if int(match["hour"]) < 24 and int(match["minute"]) < 60
    ]:
        yield _said(rest, dotted[-1], part, after)


def _said(rest: str, match: re.Match[str], part: Part | None, after: time | None) -> Said:
    clock = _clock(match, part, after)
    return Said(
        f"{rest[: match.start()]} {rest[match.end() :]}", clock, part == "night" and clock.hour < SMALL_HOURS
    )


def _overlaps(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two patterns read the same words: "7:30pm" holds "7:30"."""
    return one.start() < other.end() and other.start() < one.end()


def _clock(match: re.Match[str], part: Part | None, after: time | None) -> time:
    said = match.groupdict()
    if said.get("noon"):
        return in_part(time(12), part, is_fixed=True)
    if said.get("half"):
        return in_part(_halved(said), part, is_fixed=True)
    hour, minute = _HOURS.get(said["hour"]) or int(said["hour"]), int(said.get("minute") or 0)
    if past := said.get("past"):
        hour, minute = _beside(hour, _PAST[past], said["to"] == "to")
    clock = _checked(hour, minute)
    bare = match.re in _BARE
    if part or not bare or not 1 <= hour <= 12:
        return in_part(clock, part, is_fixed=False)
    return _one_of_two(clock, after)


def _halved(said: dict[str, str]) -> time:
    hour = int(said["hour"])
    if not 1 <= hour <= 12:
        raise Refusal("That time cannot be read; write it like 7pm or 19:30.")
    return _checked(hour % 12 + (12 if said["half"] == "p" else 0), int(said["minute"] or 0))


def _beside(hour: int, minutes: int, before: bool) -> tuple[int, int]:
    """So many minutes past an hour, or before it."""
    if not before:
        return hour, minutes
    return (hour - 1 if hour > 1 else 12), 60 - minutes


def _checked(hour: int, minute: int) -> time:
    if hour > 23 or minute > 59:
        raise Refusal("That time cannot be read; write it like 7pm or 19:30.")
    return time(hour, minute)


def _one_of_two(clock: time, after: time | None) -> time:
    """The one that follows the start, else Refusal: a bare hour comes twice a day."""
    early, late = clock.replace(hour=clock.hour % 12), clock.replace(hour=clock.hour % 12 + 12)
    if after is None:
        raise Refusal(
            f"That could be {early:%H:%M} or {late:%H:%M}, morning or evening; please write which one."
        )
    return late if early <= after < late else early
