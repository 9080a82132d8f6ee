"""Times of day as people say them: "7pm", "at 19:30", "noon"."""

from __future__ import annotations

import re
from datetime import time

from tracker.errors import Refusal

_TIMES = (
    re.compile(
        r"(?:\bat |@ ?)?\b(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])(?:m|\.m\.?)(?!\w)",
        re.ASCII,
    ),
    re.compile(r"(?:\bat |@ ?)?\b(?P<hour>\d\d?):(?P<minute>\d\d)(?::00)?(?![:\w])", re.ASCII),
    re.compile(r"(?:\bat )?\b(?:12 )?(?:noon|midday)\b", re.ASCII),
)
_ISO_JOINT = re.compile(r"(?<=\d\d-\d\d)t(?=\d\d:)", re.ASCII)
_BARE_HOUR = re.compile(r"(?:\bat |@ ?)(\d\d?)(?= |$)", re.ASCII)


def take_time(text: str) -> tuple[str, time | None]:
    """The folded text without its time of day, and that time. Refusal for two times, or half of one."""
    text = _ISO_JOINT.sub(" ", text)
    if re.search(r"\bmidnight\b", text):
        raise Refusal("Midnight could begin or end a day; write 00:00 or 23:59 instead.")
    found = [match for pattern in _TIMES for match in pattern.finditer(text)]
    if len(found) > 1 and not _same_place(found):
        raise Refusal("More than one time was understood; please give one.")
    if not found:
        _refuse_bare_hour(text)
        return text, None
    match = found[0]
    return f"{text[: match.start()]} {text[match.end() :]}", _time_of(match)


def _same_place(found: list[re.Match[str]]) -> bool:
    """Whether two patterns read the same words: "7:30pm" holds "7:30"."""
    return all(match.start() == found[0].start() for match in found)


def _time_of(match: re.Match[str]) -> time:
    parts = match.groupdict()
    if "hour" not in parts:
        return time(12)
    hour, minute, half = int(parts["hour"]), int(parts["minute"] or 0), parts.get("half")
    if minute > 59 or not (1 <= hour <= 12 if half else hour <= 23):
        raise Refusal("That time cannot be read; write it like 7pm or 19:30.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute)


def _refuse_bare_hour(text: str) -> None:
    if found := _BARE_HOUR.search(text):
        raise Refusal(f"At {found[1]} could be morning or evening; write it like 7pm or 19:30.")
