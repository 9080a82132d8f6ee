"""Everything stored, as typed collections: the one reading that acts, screens and commands share.

The kinds of records that the first picture of Today has no need of are imported when they are asked for.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from tracker.calendar.days import usable_day_end
from tracker.errors import Refusal
from tracker.ids import id_order
from tracker.records.base import Record, read_all
from tracker.records.couple import DAY_ENDS_AT, TIME_ZONE, Couple
from tracker.records.entries import Appreciation, Appreciations, Weather, Weathers
from tracker.records.pauses import Pause, Pauses
from tracker.records.readings import Readings
from tracker.records.rituals import Moment, Ritual, Rituals
from tracker.rhythm.ledger import Ledger, ledger
from tracker.store.documents import Documents, Notice
from tracker.store.notices import UNKNOWN_DAY_END, UNKNOWN_ZONE

if TYPE_CHECKING:
    from tracker.records.beginnings import Beginning
    from tracker.records.goals import Goals, Milestones, ProjectTimes
    from tracker.records.lookups import Lookups
    from tracker.records.plans import Plans
    from tracker.records.remarks import Remark, Remarks
    from tracker.records.reviews import FutureScenes, Reviews
    from tracker.records.tried import TriedMarks

R = TypeVar("R", bound=Record)


class Library:
    """A typed view of one frozen `Documents`; each table is read when it is first asked for."""

    def __init__(self, documents: Documents, before: Library | None = None) -> None:
        """`before` is the view of an earlier picture: what did not change since is not read again."""
        self.documents = documents
        self._readings: Readings = before._readings if before else Readings()
        self._appreciations_before: Appreciations | None = (
            before.__dict__.get("appreciations") if before else None
        )
        self._ledger_before = before.__dict__.get("ledger") if before else None

    def _standing(self, table: str, kind: type[R]) -> tuple[R, ...]:
        return self._readings.standing(self.documents, table, kind)

    def _on(self, table: str, day: date, kind: type[R]) -> tuple[R, ...]:
        return self._readings.of_day(self.documents, table, day, kind)

    @cached_property
    def couple(self) -> Couple | None:
        """The couple, once set up. Should two accounts have set up at once, the older one stands."""
        stored = self.stored_couple
        if stored is None:
            return None
        day_end = usable_day_end(stored.day_ends_at)  # an unreadable one must not bar the way to put it right
        return stored if day_end == stored.day_ends_at else replace(stored, day_ends_at=day_end)

    @property
    def stored_couple(self) -> Couple | None:
        """The same as it is kept, with a day end that perhaps nobody can read."""
        couples = self._standing("couple", Couple)
        return couples[0] if couples else None

    def need_couple(self) -> Couple:
        """The couple; Refusal with the way to set up where there is none yet."""
        if self.couple is None:
            raise Refusal("Rekindle is not set up yet; run `rekindle`, or `rekindle setup --names A B`.")
        return self.couple

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What there is to tell: what the store found, and a time zone or day end that nobody can read."""
        couple = self.stored_couple
        if couple is None:
            return self.documents.notices
        zone = (UNKNOWN_ZONE,) if couple.zone != couple.time_zone else ()
        day_end = (UNKNOWN_DAY_END,) if usable_day_end(couple.day_ends_at) != couple.day_ends_at else ()
        return (*self.documents.notices, *zone, *day_end)

    @cached_property
    def rituals(self) -> Rituals:
        return Rituals(self._standing("rituals", Ritual))

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return self._standing("moments", Moment)

    @cached_property
    def outings(self) -> tuple[Moment, ...]:
        """Dates and trips that were ticked, without reading every other moment."""
        moments = self.documents.standing("moments")
        return read_all((m for m in moments if m.get("ritual") in ("date", "trip")), Moment)

    def moments_on(self, day: date) -> tuple[Moment, ...]:
        """The moments of one day, without reading those of ten years."""
        return self._on("moments", day, Moment)

    @cached_property
    def appreciations(self) -> Appreciations:
        removed = self._readings.removed(self.documents, "appreciations", Appreciation)
        standing = self._standing("appreciations", Appreciation)
        known = self._appreciations_before
        return known if known and known.holds(standing, removed) else Appreciations(standing, removed)

    @cached_property
    def weather(self) -> Weathers:
        return Weathers(
            lambda day: self._on("weather", day, Weather), lambda: self._standing("weather", Weather)
        )

    @cached_property
    def pauses(self) -> Pauses:
        return Pauses(self._standing("pauses", Pause))

    @cached_property
    def plans(self) -> Plans:
        from tracker.records.plans import Plan, Plans

        couple = self.couple
        zone, day_ends_at = (couple.zone, couple.day_ends_at) if couple else (TIME_ZONE, DAY_ENDS_AT)
        return Plans(self._standing("plans", Plan), zone, day_ends_at)

    @cached_property
    def remarks(self) -> Remarks:
        from tracker.records.remarks import Remark, Remarks

        return Remarks(self._standing("remarks", Remark))

    @cached_property
    def goals(self) -> Goals:
        from tracker.records.goals import Goal, Goals

        return Goals(self._standing("goals", Goal))

    @cached_property
    def milestones(self) -> Milestones:
        """The steps of the goals that both have: those of a removed goal come back with it."""
        from tracker.records.goals import Milestone, Milestones

        steps = self._standing("milestones", Milestone)
        return Milestones(step for step in steps if self.goals.get(step.goal))

    @cached_property
    def project_time(self) -> ProjectTimes:
        """The moments of `project`, with the goals that they went to."""
        from tracker.records.goals import ProjectTime, ProjectTimes

        moments = self.documents.standing("moments")
        return ProjectTimes(read_all((m for m in moments if m.get("ritual") == "project"), ProjectTime))

    @cached_property
    def tried(self) -> TriedMarks:
        from tracker.records.tried import Tried, TriedMarks

        return TriedMarks(self._standing("tried", Tried))

    @cached_property
    def lookups(self) -> Lookups:
        from tracker.records.lookups import Lookup, Lookups

        return Lookups(self._standing("lookups", Lookup))

    @cached_property
    def reviews(self) -> Reviews:
        from tracker.records.reviews import Review, Reviews

        return Reviews(self._standing("reviews", Review))

    def answers(self, quarter: str) -> tuple[Remark, ...]:
        """The answers to the questions of a quarter's review, in the order in which they were written."""
        ids = self.reviews.ids(quarter)
        found = (remark for review_id in ids for remark in self.remarks.in_review(review_id))
        return tuple(sorted(found, key=lambda remark: id_order(remark.id)))

    @cached_property
    def future_scenes(self) -> FutureScenes:
        from tracker.records.reviews import FutureScene, FutureScenes

        return FutureScenes(self._standing("future_scenes", FutureScene))

    @cached_property
    def beginnings(self) -> tuple[Beginning, ...]:
        from tracker.records.beginnings import Beginning

        return self._standing("beginnings", Beginning)

    @cached_property
    def ledger(self) -> Ledger:
        """The rhythm of every ritual, derived from what stands here."""
        return ledger(self.documents, self._ledger_before)
