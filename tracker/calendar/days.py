"""The couple's day: the local date in their own time zone, minus one before their day ends.

The zone is the couple's, stored at set-up; nothing here asks the machine but `machine_zone`, which set-up
uses to suggest one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.calendar.names import long_day
from tracker.errors import Refusal

FIRST_DAY = date(1900, 1, 1)
"""Days before this are refused: they are slips of the pen."""

_ONE_DAY = timedelta(days=1)
_DAY_END = re.compile(r"(\d\d?):(\d\d)", re.ASCII)
_ZONEINFO_FOLDER = "zoneinfo/"
USUAL_DAY_END = "04:00"
"""When a day ends unless the couple says otherwise."""
_FOLLOWING_THE_MACHINE = {"localtime", "posixrules", "factory"}
"""Names under which a machine keeps its own zone: stored, they would mean something else on the next one."""


def civil_day(now: datetime, time_zone: str, day_ends_at: str) -> date:
    """The couple's day at the aware instant `now`.

    Read literally off the wall clock: where autumn's repeated hour spans the day end, the day steps back for
    the rest of that hour, just as the clock does. Refusal for an unknown zone or day end.
    """
    local = now.astimezone(_zone(time_zone))
    return local.date() - _ONE_DAY if local.time() < _clock(day_ends_at) else local.date()


def next_day_end(now: datetime, time_zone: str, day_ends_at: str) -> datetime:
    """The next instant (aware, UTC) at which `civil_day` changes."""
    day = civil_day(now, time_zone, day_ends_at)
    later = sorted(moment for moment in _turning_points(now, time_zone, day_ends_at) if moment > now)
    return next(moment for moment in later if civil_day(moment, time_zone, day_ends_at) != day)


def check_day(day: date, today: date) -> date:
    """`day` itself; Refusal when it is after `today` or before 1900."""
    if day > today:
        raise Refusal(f"{long_day(day)} is still to come; entries are for today or a day before it.")
    if day < FIRST_DAY:
        raise Refusal(f"{long_day(day)} is before 1900; please give the year with four digits.")
    return day


def parse_day_end(text: str) -> str:
    """A day end as it is stored, "HH:MM" from 00:00 to 11:59; Refusal for anything else."""
    return f"{_clock(text.strip()):%H:%M}"


def usable_day_end(text: str) -> str:
    """`text` where it can be read as a day end, else the usual one: what is kept stays readable."""
    try:
        _clock(text)
    except Refusal:
        return USUAL_DAY_END
    return text


def check_zone(name: str) -> str:
    """`name` itself when it is exactly the name of an IANA zone; else Refusal, with the near one if any."""
    _zone(name)
    return name


def usable_zone(name: str) -> str:
    """`name` where this machine knows that zone, else the machine's own.

    What is kept stays readable, and so the zone can be put right.
    """
    return name if _is_known(name) else machine_zone()


def machine_zone() -> str:
    """The IANA name of the machine's own zone, to be suggested at set-up; "UTC" when it does not tell."""
    for name in _machine_zone_names():
        try:
            return check_zone(name)
        except Refusal:
            continue
    return "UTC"


def _clock(text: str) -> time:
    found = _DAY_END.fullmatch(text)
    hour, minute = (int(part) for part in found.groups()) if found else (24, 60)
    if hour > 11 or minute > 59:
        raise Refusal("A day can end between 00:00 and 11:59; write it like 04:00.")
    return time(hour, minute)


def _zone(name: str) -> ZoneInfo:
    zone = _found_zone(name)
    if zone is None:
        raise Refusal(f"There is no time zone of that name here; {_nearest_zone(name)}.")
    return zone


def _found_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name and not _is_strange(name) else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=8)
def _is_known(name: str) -> bool:
    # Asked for every note of ten years; what is not there would be looked for on the disk each time.
    return _found_zone(name) is not None


def _is_strange(name: str) -> bool:
    # "right/" counts leap seconds and would be half a minute off; "posix/" is a second copy of every name.
    return name.lower() in _FOLLOWING_THE_MACHINE or name.startswith(("right/", "posix/"))


def _nearest_zone(name: str) -> str:
    if not name.strip():
        return "write it like Europe/Berlin or America/New_York"
    from zoneinfo import available_timezones  # reads some hundred files: only to word a refusal

    wanted = name.strip().replace(" ", "_").casefold()
    for known in sorted(available_timezones()):
        if wanted in (known.casefold(), known.casefold().rpartition("/")[2]) and not _is_strange(known):
            return f"perhaps {known} is meant"
    return "write it like Europe/Berlin or America/New_York"


def _turning_points(now: datetime, time_zone: str, day_ends_at: str) -> Iterator[datetime]:
    """Every instant of the coming days at which the civil day may change: day ends, and moved clocks."""
    zone, clock = _zone(time_zone), _clock(day_ends_at)
    for days in range(-1, 4):
        wall = datetime.combine(now.astimezone(zone).date() + timedelta(days=days), clock, zone)
        yield wall.astimezone(UTC)
        yield wall.replace(fold=1).astimezone(UTC)
    start = now.astimezone(UTC).replace(microsecond=0)
    for hours in range(0, 72, 6):
        yield from _moved_clock(start + timedelta(hours=hours), start + timedelta(hours=hours + 6), zone)


def _moved_clock(before: datetime, after: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The second between two instants at which the zone's clocks are moved, if they are."""
    offset = before.astimezone(zone).utcoffset()
    if after.astimezone(zone).utcoffset() == offset:
        return
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    yield after


def _machine_zone_names() -> Iterator[str]:
    yield os.environ.get("TZ", "").removeprefix(":").rpartition(_ZONEINFO_FOLDER)[2]
    try:
        with open("/etc/timezone", encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs 10 ms
            yield file.readline().strip()
    except (OSError, UnicodeDecodeError):
        pass
    for resolve in (os.readlink, os.path.realpath):
        try:
            yield resolve("/etc/localtime").rpartition(_ZONEINFO_FOLDER)[2]
        except OSError:
            continue
