"""What drew them to each other: first places, songs, small things. Written by one, kept for both."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tracker.records.base import Record

BEGINNING_KINDS = {
    "drawn": "what drew me to you",
    "place": "a first place",
    "song": "a song",
    "words": "old words found again",
}
"""Each kind, as it is said on screen."""


class Beginning(Record, frozen=True, kw_only=True):
    """One thing from the beginning. Both can read it from the first; its author alone changes it."""

    kind: Literal["drawn", "place", "song", "words"] = "drawn"
    """What drew me to you, a first place, a song, or old words found again."""
    text: str = ""
    on: date | None = None
    """The day it was, where they know it: then it comes back on that day."""
