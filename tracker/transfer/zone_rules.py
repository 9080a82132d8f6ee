"""A zone's own rules as a VTIMEZONE, so that a reader without that zone tells the same time.

The library makes one as well, but puts the spring change an hour late: a start before breakfast would move.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class _Rule(NamedTuple):
    """What a change of clocks makes of the zone."""

    before: timedelta
    """The offset until the change; the wall clock of the change is told by it."""
    after: timedelta
    name: str
    is_standard: bool


def zone_rules(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """The zone as it is from the first to the last of these years, both included."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    first, last = datetime(first_year - 1, 12, 1, tzinfo=UTC), datetime(last_year + 1, 2, 1, tzinfo=UTC)
    timezone = Timezone()
    timezone.add("tzid", zone.key)
    for rule, starts in _grouped(zone, first, last).items():
        part = TimezoneStandard() if rule.is_standard else TimezoneDaylight()
        part.add("dtstart", starts[0])
        if starts[1:]:
            part.add("rdate", starts[1:])
        part.add("tzname", rule.name)
        part.add("tzoffsetfrom", rule.before)
        part.add("tzoffsetto", rule.after)
        timezone.add_component(part)
    return timezone


def _grouped(zone: ZoneInfo, first: datetime, last: datetime) -> dict[_Rule, list[datetime]]:
    """The wall clocks of all changes, by what they change; at the beginning stands how the zone was then."""
    found: dict[_Rule, list[datetime]] = {}
    for moment in (first, *_changes(zone, first, last)):
        offset = _offset(zone, moment)
        before = _offset(zone, moment - _SECOND) if moment > first else offset
        local = moment.astimezone(zone)
        rule = _Rule(before, offset, local.tzname() or zone.key, not local.dst())
        found.setdefault(rule, []).append((moment + before).replace(tzinfo=None))
    return found


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """Every instant from which on the zone has another offset."""
    moment = first
    while moment < last:
        later = moment + _STEP
        if _offset(zone, moment) != _offset(zone, later):
            yield _change(zone, moment, later)
        moment = later


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    offset = _offset(zone, before)
    while after - before > _SECOND:
        middle = before + (after - before) // (2 * _SECOND) * _SECOND
        before, after = (middle, after) if _offset(zone, middle) == offset else (before, middle)
    return after


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
