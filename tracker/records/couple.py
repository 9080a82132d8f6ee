"""The couple: the two partners and what they agreed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from tracker.calendar.days import USUAL_DAY_END, civil_day, usable_zone
from tracker.errors import Refusal
from tracker.records.base import Record
from tracker.text import folded

DAY_ENDS_AT = USUAL_DAY_END
TIME_ZONE = "UTC"
"""The zone of a couple that never named one."""


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two."""

    id: str
    """Never changes."""
    name: str
    """May change at any time."""
    symbol: str = ""
    """One cell, to tell the two apart without colour."""


class Couple(Record, frozen=True, kw_only=True):
    """The two partners and what they agreed."""

    partners: tuple[Partner, Partner]
    """Always two; their order means nothing."""
    effort_start: date | None = None
    """The day both agreed to begin trying."""
    together_since: str = ""
    """An ISO date or a bare year; empty when unsaid."""
    children: Literal["yes", "no", "unsaid"] = "unsaid"
    """Asked, never computed with."""
    day_ends_at: str = DAY_ENDS_AT
    """The wall clock at which a day ends, 00:00 to 11:59."""
    week_start: Literal["monday", "sunday"] = "monday"
    """The first day of the couple's week."""
    time_zone: str = TIME_ZONE
    """An IANA zone, stored at set-up; it never follows the machine."""
    window_months: int | None = None
    """How long before the look-up asks; None for the suggested window."""
    show_rhythm: bool = True
    """Whether screens and text show any figure of rhythm."""
    show_month: bool = True
    """Whether Today shows "Month 4"."""
    support_numbers: str = ""
    """Where the two would turn for help, in their own words."""

    @property
    def zone(self) -> str:
        """The zone that days are counted in: `time_zone`, but the machine's own where that is unknown."""
        return usable_zone(self.time_zone)

    def day_of(self, moment: datetime) -> date:
        """The couple's civil day at an aware instant."""
        return civil_day(moment, self.zone, self.day_ends_at)

    def wall(self, moment: datetime) -> datetime:
        """The wall clock in their zone at an aware instant, without the zone."""
        return moment.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def has(self, partner_id: str) -> bool:
        """Whether this is the id of one of the two."""
        return any(partner.id == partner_id for partner in self.partners)

    def partner(self, partner_id: str) -> Partner:
        """The partner with this id; KeyError when there is none."""
        for partner in self.partners:
            if partner.id == partner_id:
                return partner
        raise KeyError(partner_id)

    def other(self, partner_id: str) -> Partner:
        """The other one of the two; KeyError when the id is neither's."""
        first, second = self.partners
        return second if self.partner(partner_id) is first else first

    def named(self, name: str) -> Partner:
        """The partner of this name, without case; Refusal when neither has it."""
        for partner in self.partners:
            if folded(partner.name) == folded(name):
                return partner
        raise Refusal(f"Nobody here is called “{name}”; it is {self.either()}.")

    def names(self) -> str:
        """Both names, as in "Alex and Sam"."""
        return " and ".join(partner.name for partner in self.partners)

    def either(self) -> str:
        """One of the names, as in "Alex or Sam"."""
        return " or ".join(partner.name for partner in self.partners)

    def name_of(self, partner_id: str) -> str:
        """The name behind an id; "both of you" for the empty one."""
        return next((p.name for p in self.partners if p.id == partner_id), "both of you")
