"""Rituals that are proposed ready-made, each for a practice: the couple may change all of it. All ours."""

from __future__ import annotations

from typing import NamedTuple

from tracker.records.rituals import KeptBy, Period, Ritual, Rituals
from tracker.text import folded


class ReadyMade(NamedTuple):
    """A ritual as it is proposed."""

    key: str
    """The key that its name comes to."""
    name: str
    practice: str
    """The key of the practice that it serves."""
    times: int
    per: Period
    kept_by: KeptBy

    def among(self, rituals: Rituals) -> Ritual | None:
        """The couple's own ritual of this key or name, put away or not; None where there is none."""
        wanted = {folded(self.key), folded(self.name)}
        return next((one for one in rituals if wanted & {folded(one.key), folded(one.name)}), None)


WEEKLY_TALK = ReadyMade("weekly-talk", "Weekly talk", "talk", 1, "week", "both")
COUNSELLING = ReadyMade("counselling", "Counselling", "counselling", 1, "month", "either")
PHONES_AWAY = ReadyMade("phones-away", "Phones away", "quality-time", 2, "week", "either")
