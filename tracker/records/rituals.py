"""What the couple repeats, and the moments when it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from tracker.errors import Refusal
from tracker.ids import id_order
from tracker.records.base import Record
from tracker.text import folded

Period = Literal["day", "week", "month", "quarter"]
KeptBy = Literal["either", "both"]

BUILT_IN = ("appreciation", "date", "trip", "project")
"""The rituals every couple has; `project` begins with the first active goal."""


class Cadence(msgspec.Struct, frozen=True, kw_only=True):
    """How often: `times` distinct days in each calendar `period`."""

    times: int = 1
    period: Period = "week"

    def words(self) -> str:
        """As in "each day", "each week", "3 times a week"."""
        return f"each {self.period}" if self.times == 1 else f"{self.times} times a {self.period}"

    def short(self) -> str:
        """As in "each week", "3 a week"."""
        return f"each {self.period}" if self.times == 1 else f"{self.times} a {self.period}"


class Ritual(Record, frozen=True, kw_only=True):
    """Something the couple repeats."""

    key: str
    """Never changes; moments refer to it."""
    name: str
    """What the couple calls it."""
    cadence: Cadence = Cadence()
    kept_by: KeptBy = "either"
    """`either`: one partner's doing is enough; `both`: the day counts when both did."""
    forgive: int = 1
    """Quiet periods in a row that a run forgives, 0 to 3."""
    since: date | None = None
    """When counting begins, unless a moment is earlier."""
    archived_on: date | None = None
    """The last day it existed, once put away."""


class Moment(Record, frozen=True, kw_only=True):
    """The fact that a ritual happened on a day."""

    ritual: str
    """The ritual's key."""
    day: date
    note: str = ""
    """A few words about it; shared."""
    plan: str = ""
    """The plan that it belongs to: a trip that was the week's date, too, or what a tick was named."""


class Rituals:
    """The couple's rituals: built-in ones first, then in the order they were added."""

    def __init__(self, rituals: tuple[Ritual, ...]) -> None:
        order = {key: place for place, key in enumerate(BUILT_IN)}
        one_each: dict[str, Ritual] = {}
        for ritual in sorted(rituals, key=lambda r: id_order(r.id)):
            one_each.setdefault(folded(ritual.key), ritual)  # two machines may have added the same one
        self._all = tuple(
            sorted(one_each.values(), key=lambda r: (order.get(r.key, len(order)), id_order(r.id)))
        )

    def __iter__(self) -> Iterator[Ritual]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def active(self) -> tuple[Ritual, ...]:
        """Those that are not put away."""
        return tuple(ritual for ritual in self._all if ritual.archived_on is None)

    def archived(self) -> tuple[Ritual, ...]:
        """Those that were put away."""
        return tuple(ritual for ritual in self._all if ritual.archived_on is not None)

    def find(self, wanted: str) -> Ritual:
        """The ritual of this key or name, without case; Refusal that lists what there is."""
        for ritual in self._all:
            if folded(wanted) in (folded(ritual.key), folded(ritual.name)):
                return ritual
        known = ", ".join(ritual.key for ritual in self.active()) or "none yet"
        raise Refusal(f"There is no ritual “{wanted}”; there are: {known}. A new one: `rekindle ritual add`.")

    def taken(self, wanted: str, but: str = "") -> bool:
        """Whether a name or key is in use, archived rituals included, by another than the one of id `but`."""
        others = (ritual for ritual in self._all if ritual.id != but)
        return any(folded(wanted) in (folded(ritual.key), folded(ritual.name)) for ritual in others)
