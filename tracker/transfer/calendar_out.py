"""Dates and trips as a calendar file (RFC 5545): real events in the couple's own zone.

A second export updates what a calendar took from the first: an event keeps its UID, and its SEQUENCE and
LAST-MODIFIED come from the version of the plan. Of a held surprise it says that it is held, and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.calendar.when import When
from tracker.errors import Refusal
from tracker.records.library import Library
from tracker.records.plans import HELD, Plan
from tracker.store.documents import Documents
from tracker.text import clean, one_line
from tracker.transfer.zone_rules import zone_rules

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

DEFAULT_LENGTH = timedelta(hours=2)
"""How long a date without an end is in a calendar, so that there is something to see; the figure is ours."""
_FIRST_SECOND = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
"""Where SEQUENCE begins: seconds from here fit its 31 bits for many years, microseconds would not."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def export_calendar(
    documents: Documents,
    *,
    now: datetime,
    viewer: str = "",
    plan_id: str = "",
    alarm: timedelta | None = None,
) -> str:
    """Every plan that has a day, or the one of this id, as a viewer may see it at the instant `now`.

    What was let go is in it as cancelled while its day is to come, so that a calendar takes it out. `alarm`
    is how long before the start of a coming plan a calendar should speak up. Refusal before set-up, and
    where the one plan has no day.
    """
    library = Library(documents)
    plans = _one(library, plan_id) if plan_id else _all(library, library.need_couple().day_of(now))
    writer = _Writer(library, now, viewer, alarm)
    written: bytes = writer.calendar(plans).to_ical()
    return written.decode()


class _Writer:
    """Makes events of plans, for one viewer at one instant."""

    def __init__(self, library: Library, now: datetime, viewer: str, alarm: timedelta | None) -> None:
        self.library = library
        self.zone = ZoneInfo(library.need_couple().zone)
        self.now = now
        self.today = library.need_couple().day_of(now)
        self.viewer = viewer
        self.alarm = alarm

    def calendar(self, plans: Sequence[Plan]) -> Calendar:
        """The whole file."""
        from icalendar import Calendar  # only for this: it costs more than the rest of the command

        calendar = Calendar()
        calendar.add("prodid", "-//Rekindle//Rekindle//EN")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("x-wr-calname", "Rekindle")
        calendar.add("x-wr-timezone", self.zone.key)
        self._add_zone(calendar, plans)
        for plan in plans:
            calendar.add_component(self._event(plan))
        return calendar

    def _add_zone(self, calendar: Calendar, plans: Sequence[Plan]) -> None:
        """The zone's own rules for all years of the plans, where one of them has a clock. UTC needs none."""
        years = [when.on.year for plan in plans if (when := plan.begins) and when.at]
        if years and self.zone.key != "UTC":
            calendar.add_component(zone_rules(self.zone, min(years), max(years)))

    def _event(self, plan: Plan) -> Event:
        from icalendar import Event

        held = self.library.plans.holds(plan, self.viewer, self.now)
        changed = _EPOCH + timedelta(microseconds=plan.version)
        event = Event()
        event.add("uid", f"{plan.id}@rekindle")
        event.add("sequence", _sequence(plan, held))
        for name in ("dtstamp", "last-modified"):
            event.add(name, changed.replace(microsecond=0))
        event.add("created", plan.recorded_at)
        self._add_span(event, plan)
        event.add("categories", [plan.kind.capitalize()])
        event.add("class", "PRIVATE")
        gone = plan.state == "let-go"
        event.add("status", "CANCELLED" if gone else "CONFIRMED")
        event.add("transp", "TRANSPARENT" if gone else "OPAQUE")
        summary = HELD[plan.kind] if held else plan.name
        event.add("summary", f"Let go: {summary}" if gone else summary)
        if not held:
            _add_words(event, plan)
        if self.alarm is not None and plan.state == "planned" and not self._is_over(plan):
            event.add_component(_alarm(self.alarm, summary))
        return event

    def _add_span(self, event: Event, plan: Plan) -> None:
        """Start and end: whole days for a trip, and for a date without a clock; an end is exclusive."""
        begins, ends = plan.begins, plan.ends
        assert begins is not None, "a plan without a day has no event"
        if begins.at is None:
            event.add("dtstart", begins.on)
            event.add("dtend", max(begins.on, ends.on if ends else begins.on) + timedelta(days=1))
            return
        event.add("dtstart", self._instant(begins))
        if ends is not None and ends.at is not None:
            event.add("dtend", self._instant(ends))
        else:  # not as an end: on the night when an hour comes twice it could be read as the first of them
            event.add("duration", DEFAULT_LENGTH)

    def _instant(self, when: When) -> datetime:
        return when.wall().replace(tzinfo=self.zone)

    def _is_over(self, plan: Plan) -> bool:
        last = self.library.plans.last_day(plan)
        return last is not None and last < self.today


def _all(library: Library, today: date) -> list[Plan]:
    """All that stands in a calendar: what is planned for a day or happened, and what was let go lately."""
    library.need_couple()
    dated = [(library.plans.day(plan), plan) for plan in library.plans]
    return [
        plan
        for day, plan in dated
        if day is not None
        and (plan.state in ("planned", "happened") or (plan.state == "let-go" and day >= today))
    ]


def _one(library: Library, plan_id: str) -> list[Plan]:
    plan = library.plans.get(plan_id)
    if plan is None:
        raise Refusal("That plan is not there any more; it can be brought back from the removed ones.")
    if plan.begins is None or plan.state not in ("planned", "happened"):
        raise Refusal("This has no day yet; plan it for one, then it can go into a calendar.")
    return [plan]


def _sequence(plan: Plan, held: bool) -> int:
    """Grows with each version, and once more when a surprise is no longer held."""
    seconds = plan.version // 1_000_000 - _FIRST_SECOND
    return max(0, seconds) + (plan.surprise and not held)


def _add_words(event: Event, plan: Plan) -> None:
    for name, text in (("location", one_line(plan.place)), ("description", clean(plan.notes))):
        if text:
            event.add(name, text)


def _alarm(before: timedelta, summary: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -before)
    return alarm
