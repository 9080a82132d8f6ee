"""Dates and trips: one record lives from an idea to a memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from tracker.calendar.when import When, read_when
from tracker.ids import id_order
from tracker.records.base import Record
from tracker.text import one_line

Kind = Literal["date", "trip"]
State = Literal["idea", "planned", "happened", "let-go"]
Childcare = Literal["n/a", "needed", "sorted"]
Novelty = Literal["familiar", "new"]
Cost = Literal["", "free", "low", "middle", "high"]

KINDS: tuple[Kind, ...] = ("date", "trip")
CHILDCARE: dict[str, str] = {
    "n/a": "no childcare needed",
    "needed": "childcare needed",
    "sorted": "childcare sorted",
}
"""Each state of childcare, as it is said on screen."""
NOVELTY: dict[str, str] = {"familiar": "familiar", "new": "new to us"}
COSTS: dict[str, str] = {"free": "free", "low": "low cost", "middle": "middling cost", "high": "high cost"}
"""The bands of cost; an empty one was not said."""
HELD: dict[str, str] = {"date": "A date, held", "trip": "A trip, held"}
"""All that is said of a surprise until it begins."""
BOOKING, CHILDCARE_ITEM = "booking", "childcare"
"""The ids of the two things on a list that are asked for by name."""
_FIRST_ITEMS = {BOOKING: "Booking", CHILDCARE_ITEM: "Childcare", "packing": "Packing", "money": "Money"}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One state that a plan came to."""

    state: State
    at: str = ""
    """The instant, as the store writes it."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing on a plan's checklist."""

    id: str
    """Of the first ones: booking, childcare, packing, money; a number of its own for those they add."""
    text: str
    done: bool = False


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What stood in a field when two changed it at once: the later value stands, this one is kept."""

    field: str
    value: Any = None


class Plan(Record, frozen=True, kw_only=True):
    """A date or a trip. `by` is whose idea it was; empty for both."""

    kind: Kind
    title: str = ""
    """One line; empty only where a file kept a surprise from us."""
    state: State = "idea"
    start: str | None = None
    """Local date and clock ("2026-11-27T19:00"), or a date alone; for a trip always a date alone."""
    end: str | None = None
    """In the same form; a trip's last day."""
    place: str = ""
    notes: str = ""
    childcare: Childcare = "n/a"
    novelty: Novelty = "familiar"
    surprise: bool = False
    """Held from the other until its hour; without an hour, until the couple's day of its start begins."""
    cost: Cost = ""
    phones_away: bool = False
    """Whether they leave their phones away for it."""
    checklist: tuple[Item, ...] | None = None
    """None until it is first changed: a planned trip then has the four first things."""
    counts: bool = True
    """Whether a trip counts as the month's: a micro-trip or a night at home does where they say so."""
    unsuitable: str | None = None
    """The start of which the other one said that it does not suit; no reason is kept."""

    @property
    def declined(self) -> bool:
        """Whether the other one said that the start, as it is now, does not suit."""
        return self.unsuitable is not None and self.unsuitable == self.start

    history: tuple[Step, ...] = ()
    """Every state it came to, the oldest first."""
    kept: tuple[Kept, ...] = msgspec.field(name="_kept", default=())

    def __post_init__(self) -> None:
        if any(text is not None and read_when(text) is None for text in (self.start, self.end)):
            raise ValueError("not a start or an end")

    @property
    def begins(self) -> When | None:
        """Its start, read."""
        return read_when(self.start)

    @property
    def ends(self) -> When | None:
        """Its end, read."""
        return read_when(self.end)

    @property
    def name(self) -> str:
        """Its title on one line; what it is where it has none."""
        return one_line(self.title) or ("A date" if self.kind == "date" else "A trip")

    @property
    def items(self) -> tuple[Item, ...]:
        """Its checklist; of a planned trip that nobody changed yet, the four first things."""
        if self.checklist is not None:
            return self.checklist
        if self.kind != "trip" or self.state != "planned":
            return ()
        items = (Item(id=key, text=text) for key, text in _FIRST_ITEMS.items())
        return in_step(items, self.childcare)

    def day(self, day_ends_at: str) -> date | None:
        """The couple's day on which it counts: that of its start."""
        return self.begins.day(day_ends_at) if self.begins else None

    def last_day(self, day_ends_at: str) -> date | None:
        """The couple's day on which it is over; that of its start when no later end is known."""
        first = self.day(day_ends_at)
        return max(first, self.ends.day(day_ends_at)) if first and self.ends else first

    def holds(self, viewer: str, now: datetime, time_zone: str, day_ends_at: str) -> bool:
        """Whether it is a surprise of which this viewer may see no more than kind, state, start and end.

        Held until its hour, or for a trip and without an hour until the couple's day of its start begins;
        undated or let go, it stays the planner's.
        """
        if not self.surprise or not self.by or (viewer and viewer == self.by):
            return False
        return self.state == "let-go" or not has_begun(self.kind, self.begins, now, time_zone, day_ends_at)

    def still_open(self) -> tuple[str, ...]:
        """What a planned one still asks for, as in ("what time?", "childcare?", "who books?")."""
        if self.state != "planned":
            return ()
        begins = self.begins
        undone = {item.id for item in self.items if not item.done}
        more = len(undone - {BOOKING, CHILDCARE_ITEM})
        asked = {
            "when?": begins is None,
            "what time?": self.kind == "date" and begins is not None and begins.at is None,
            "childcare?": self.childcare == "needed",
            "who books?": BOOKING in undone,
            f"{more} more on the list": more > 0,
        }
        return tuple(words for words, is_open in asked.items() if is_open)


def has_begun(kind: object, start: When | None, now: datetime, time_zone: str, day_ends_at: str) -> bool:
    """Whether a plan has begun: a date at its hour, a trip or one without an hour with the couple's day."""
    if start is not None and kind == "trip":
        start = start._replace(at=None)
    return start is not None and start.has_begun(now, time_zone, day_ends_at)


def in_step(items: Iterable[Item], childcare: str) -> tuple[Item, ...]:
    """A checklist whose childcare says the same as the plan's own field; without need it is not on it."""
    kept = (item for item in items if item.id != CHILDCARE_ITEM or childcare != "n/a")
    done = childcare == "sorted"
    return tuple(
        msgspec.structs.replace(item, done=done) if item.id == CHILDCARE_ITEM else item for item in kept
    )


class Plans:
    """All dates and trips, in the order of their days; those without a day come last, the oldest first."""

    def __init__(self, plans: Iterable[Plan], time_zone: str, day_ends_at: str) -> None:
        self._all = tuple(sorted(plans, key=_order))
        self._time_zone = time_zone
        self._day_ends_at = day_ends_at
        self._days: dict[tuple[str, str | None], date | None] = {}

    def __iter__(self) -> Iterator[Plan]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def get(self, plan_id: str) -> Plan | None:
        """The plan of this id, if it stands."""
        return next((plan for plan in self._all if plan.id == plan_id), None)

    def of(self, kind: str, *states: str) -> tuple[Plan, ...]:
        """Those of one kind in one of these states."""
        return tuple(plan for plan in self._all if plan.kind == kind and plan.state in states)

    def day(self, plan: Plan) -> date | None:
        """The couple's day on which a plan counts; ten years of starts are read once."""
        key = plan.id, plan.start
        if key not in self._days:
            self._days[key] = plan.day(self._day_ends_at)
        return self._days[key]

    def last_day(self, plan: Plan) -> date | None:
        """The couple's day on which a plan is over."""
        return plan.last_day(self._day_ends_at)

    def holds(self, plan: Plan, viewer: str, now: datetime) -> bool:
        """Whether the plan is a surprise that is held from this viewer at this instant."""
        return plan.holds(viewer, now, self._time_zone, self._day_ends_at)


def _order(plan: Plan) -> tuple[bool, Any, str]:
    begins = plan.begins
    return begins is None, begins.order() if begins else (), id_order(plan.id)
