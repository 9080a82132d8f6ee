"""Everything stored, as typed collections: the one reading that acts, screens and commands share."""

from __future__ import annotations

from functools import cached_property

from tracker.errors import Refusal
from tracker.records.base import read_all
from tracker.records.couple import DAY_ENDS_AT, Couple
from tracker.records.entries import Appreciation, Appreciations, Weather, Weathers
from tracker.records.goals import Goal, Goals, Milestone, Milestones, ProjectTime
from tracker.records.pauses import Pause, Pauses
from tracker.records.plans import Plan, Plans
from tracker.records.remarks import Remark, Remarks
from tracker.records.rituals import Moment, Ritual, Rituals
from tracker.rhythm.ledger import Ledger, ledger
from tracker.store.documents import Documents


class Library:
    """A typed view of one frozen `Documents`; each table is read when it is first asked for."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents

    @cached_property
    def couple(self) -> Couple | None:
        """The couple, once set up. Should two accounts have set up at once, the older one stands."""
        couples = read_all(self.documents.standing("couple"), Couple)
        return couples[0] if couples else None

    def need_couple(self) -> Couple:
        """The couple; Refusal with the way to set up where there is none yet."""
        if self.couple is None:
            raise Refusal("Rekindle is not set up yet; run `rekindle`, or `rekindle setup --names A B`.")
        return self.couple

    @cached_property
    def rituals(self) -> Rituals:
        return Rituals(read_all(self.documents.standing("rituals"), Ritual))

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return read_all(self.documents.standing("moments"), Moment)

    @cached_property
    def appreciations(self) -> Appreciations:
        standing, removed = self.documents.standing("appreciations"), self.documents.removed("appreciations")
        return Appreciations(read_all(standing, Appreciation), read_all(removed, Appreciation))

    @cached_property
    def weather(self) -> Weathers:
        return Weathers(read_all(self.documents.standing("weather"), Weather))

    @cached_property
    def pauses(self) -> Pauses:
        return Pauses(read_all(self.documents.standing("pauses"), Pause))

    @cached_property
    def plans(self) -> Plans:
        day_ends_at = self.couple.day_ends_at if self.couple else DAY_ENDS_AT
        return Plans(read_all(self.documents.standing("plans"), Plan), day_ends_at)

    @cached_property
    def remarks(self) -> Remarks:
        return Remarks(read_all(self.documents.standing("remarks"), Remark))

    @cached_property
    def goals(self) -> Goals:
        return Goals(read_all(self.documents.standing("goals"), Goal))

    @cached_property
    def milestones(self) -> Milestones:
        return Milestones(read_all(self.documents.standing("milestones"), Milestone))

    @cached_property
    def project_time(self) -> tuple[ProjectTime, ...]:
        """The moments of `project`, with the goals that they went to."""
        moments = self.documents.standing("moments")
        return read_all((m for m in moments if m.get("ritual") == "project"), ProjectTime)

    @cached_property
    def ledger(self) -> Ledger:
        """The rhythm of every ritual, derived from what stands here."""
        return ledger(self.documents)
