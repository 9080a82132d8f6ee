"""Who the couple is, as importing and exporting need it."""

from __future__ import annotations

from typing import NamedTuple

from tracker.calendar.days import usable_zone
from tracker.calendar.periods import WeekStart
from tracker.errors import Refusal
from tracker.rhythm.documents import oldest, read_settings
from tracker.store.documents import Documents
from tracker.text import folded


class People(NamedTuple):
    """The two partners and what counting their days needs."""

    names: dict[str, str]
    """The name of each partner by id, in the couple's order."""
    week_start: WeekStart
    time_zone: str
    """One that this machine knows."""
    day_ends_at: str

    def other(self, partner: str) -> str:
        """The id of the other one of the two."""
        return next((one for one in self.names if one != partner), "")

    def named(self, name: str) -> str | None:
        """The id behind a name, without case; empty for an empty name (both), None for a stranger."""
        if not folded(name):
            return ""
        return next((one for one, known in self.names.items() if folded(known) == folded(name)), None)

    def need(self, partner: str) -> str:
        """The id itself, where it is one of the two; else Refusal that says how to tell."""
        if partner not in self.names:
            raise Refusal(
                f"Whose entries are these? Say so with --by {' or --by '.join(self.names.values())}."
            )
        return partner


def people(documents: Documents) -> People:
    """The couple; the older one where two accounts set up at once. Refusal where there is none yet."""
    found = find_people(documents)
    if found is None:
        raise Refusal("Rekindle is not set up yet; run `rekindle`, or `rekindle setup --names A B`.")
    return found


def find_people(documents: Documents) -> People | None:
    """The couple, or None where there is none yet."""
    readings = (read_settings(document) for document in oldest(documents.standing("couple")))
    couple = next((settings for settings in readings if settings is not None), None)
    if couple is None:
        return None
    names = {partner.id: partner.name for partner in couple.partners}
    return People(names, couple.week_start, usable_zone(couple.time_zone), couple.day_ends_at)
