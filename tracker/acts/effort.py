"""Effort noticed: two short lines that are kept as an appreciation, so that they are told when it suits."""

from __future__ import annotations

from tracker.acts.common import Standing
from tracker.acts.entries import appreciate
from tracker.errors import Refusal
from tracker.store.changes import Change
from tracker.text import is_blank, one_line


def notice_effort(at: Standing, *, by: str, did: str, landed: str, cue: str = "") -> list[Change]:
    """Keep "You … It landed as …" about the other, privately until told."""
    did, landed = (one_line(text).rstrip(" .") for text in (did, landed))
    if is_blank(did) or is_blank(landed):
        raise Refusal("Both lines take a few words: what they did, and how it landed with you.")
    return appreciate(at, by=by, text=f"You {did}. It landed as {landed}.", cue=cue)
