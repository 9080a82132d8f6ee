"""Parts of the day as people say them: "tonight", "tomorrow evening", "7 in the morning"."""

from __future__ import annotations

import re
from datetime import time
from typing import Literal

from tracker.errors import Refusal

Part = Literal["morning", "afternoon", "evening", "night"]

SMALL_HOURS = 5
"""Before this hour, a time at night is that of the next date."""
_SPANS: dict[Part, tuple[int, int]] = {
    "morning": (0, 13),
    "afternoon": (12, 19),
    "evening": (16, 24),
    "night": (17, 24 + SMALL_HOURS),
}
"""The hours that each may mean; those of the night go on after midnight."""
_TODAY = re.compile(r"\b(?:tonight|this (?P<part>morning|afternoon|evening|night))\b")
_NAMED = re.compile(
    r"(?<!last )(?:\b(?:in|at|of) )?(?:\bthe )?\b(?P<part>morning|afternoon|evening|night)\b"
    r"|(?<=last )(?P<last>night)\b"
)


def take_part(text: str) -> tuple[str, Part | None]:
    """The folded text without the part of the day, and that part; "tonight" is said of today.

    Refusal for two different ones. "last night" stays, being a day of its own.
    """
    parts = {_part(match["part"] or "night") for match in _TODAY.finditer(text)}
    rest = _TODAY.sub("today", text)
    parts |= {_part(match["part"] or match["last"]) for match in _NAMED.finditer(rest)}
    if len(parts) > 1:
        raise Refusal(f"Both {' and '.join(sorted(parts))} were understood; please write one of them.")
    rest = _NAMED.sub(lambda match: match["last"] or " ", rest)
    return rest, next(iter(parts), None)


def in_part(clock: time, part: Part | None, *, is_fixed: bool) -> time:
    """The time as it is meant in this part of the day: at 8 in the evening it is 20:00.

    `is_fixed` leaves it as it is (8am). Refusal where it does not fit, or is twelve at night.
    """
    if part is None:
        return clock
    if part == "night" and clock.hour == 12 and not is_fixed:
        raise Refusal("Midnight could begin or end a day; write 00:00 or 23:59 instead.")
    halves = [clock] if is_fixed or clock.hour > 12 else [clock, clock.replace(hour=clock.hour % 12 + 12)]
    fitting = [one for one in halves if _fits(one, part)]
    if not fitting:
        raise Refusal(f"{clock:%H:%M} is not {_when(part)}; please write only one of them.")
    return fitting[-1] if part == "evening" else fitting[0]


def _part(word: str) -> Part:
    return next(part for part in _SPANS if part == word)


def _fits(clock: time, part: Part) -> bool:
    first, end = _SPANS[part]
    return first <= clock.hour < end or first <= clock.hour + 24 < end


def _when(part: Part) -> str:
    return "at night" if part == "night" else f"in the {part}"
