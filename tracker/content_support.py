"""The quiet page: what is said to somebody who needs more support than a tracker can give."""

from __future__ import annotations

from functools import cache

import msgspec

from tracker.content import read


class Support(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the page says; all of it ours."""

    title: str
    paragraphs: tuple[str, ...]
    numbers_title: str
    """What stands over the couple's own numbers."""
    numbers_empty: str
    """What is said where they have written none."""


@cache
def support() -> Support:
    """The page, read when it is first asked for and kept."""
    return msgspec.toml.decode(read("support.toml"), type=Support)
