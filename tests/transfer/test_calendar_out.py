"""The calendar file, read back by icalendar, and its zone by dateutil: two readers that are not ours."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from tests.views.homes import ALEX, NOON, SAM, Row, documents
from tests.views.outings import outing, surprise, weekend
from tests.views.test_plans_private import HIDDEN
from tracker.errors import Refusal
from tracker.ids import id_text
from tracker.store.documents import EMPTY, Documents
from tracker.transfer.calendar_out import export_calendar

STAMP = 1_795_000_000_000_000
"""A version of November 2026, in microseconds."""


def held(*plans: Row, zone: str = "Europe/Berlin") -> Documents:
    rows = [{"_v": STAMP, "id": id_text(number), **plan} for number, plan in enumerate(plans)]
    return documents(plans=rows, agreed={"time_zone": zone})


def out(*plans: Row, zone: str = "Europe/Berlin", **asked: Any) -> str:
    return export_calendar(held(*plans, zone=zone), now=NOON, **asked)


def events(text: str) -> list[Event]:
    parsed = Calendar.from_ical(text)
    assert isinstance(parsed, Calendar)
    return [event for event in parsed.walk("VEVENT") if isinstance(event, Event)]


def starts(text: str) -> list[Any]:
    return [event.decoded("dtstart") for event in events(text)]


def sequence(event: Event) -> int:
    return int(str(event["sequence"]))


def test_a_date_is_an_event_in_the_couples_zone() -> None:
    (event,) = events(out(outing(end="2026-11-27T22:00")))
    berlin = ZoneInfo("Europe/Berlin")
    assert event.decoded("dtstart") == datetime(2026, 11, 27, 19, tzinfo=berlin)
    assert event.decoded("dtend") == datetime(2026, 11, 27, 22, tzinfo=berlin)
    assert event["dtstart"].params["TZID"] == "Europe/Berlin"
    assert [str(event[name]) for name in ("summary", "location", "description", "status", "class")] == [
        "Pasta at ours",
        "Home",
        "The long tablecloth.",
        "CONFIRMED",
        "PRIVATE",
    ]
    assert event["categories"].to_ical() == b"Date"


ZONES = {
    "Europe/Berlin": ("2026-03-29", "2026-10-25"),
    "America/New_York": ("2026-03-08", "2026-11-01"),
    "Australia/Lord_Howe": ("2026-10-04", "2026-04-05"),
    "Pacific/Auckland": ("2026-09-27", "2026-04-05"),
    "Africa/Casablanca": ("2026-03-22", "2026-02-15"),
    "Asia/Kolkata": ("2026-03-29", "2026-10-25"),
}
"""The nights of 2026 in which clocks go forward and back."""


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_on_the_wall_stays_across_a_change_of_clocks(zone: str) -> None:
    days = sorted(
        date.fromisoformat(night) + timedelta(days=by) for night in ZONES[zone] for by in (-1, 0, 1)
    )
    walls = [f"{day}T{clock}" for day in days for clock in ("01:15", "03:45", "06:00", "19:00")]
    text = out(*(outing("happened", wall) for wall in walls), zone=zone)
    assert [start.strftime("%Y-%m-%dT%H:%M") for start in starts(text)] == walls
    instants = [datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for wall in walls]
    assert [start.astimezone(UTC) for start in starts(text)] == instants
    own = tz.tzical(io.StringIO(text.replace("\r\n", "\n"))).get(zone)  # the rules that stand in the file
    assert own is not None
    told = [datetime.fromisoformat(wall).replace(tzinfo=own).astimezone(UTC) for wall in walls]
    assert told == instants


def test_in_utc_no_zone_is_needed() -> None:
    text = out(outing(), zone="UTC")
    assert "DTSTART:20261127T190000Z" in text
    assert "VTIMEZONE" not in text


def test_a_trip_is_whole_days_and_so_is_a_date_without_a_clock() -> None:
    text = out(weekend(), outing(start="2026-11-28"))
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events(text)] == [
        (date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 12, 4), date(2026, 12, 7)),
    ]
    assert "DTSTART;VALUE=DATE:20261204" in text
    assert "VTIMEZONE" not in text


def test_a_date_without_an_end_has_two_hours_also_in_the_night_of_the_change() -> None:
    text = out(outing(), outing("happened", "2026-10-25T01:30"))
    assert [event.decoded("duration") for event in events(text)] == [timedelta(hours=2)] * 2
    assert not any("dtend" in event for event in events(text))


def test_what_is_in_it_is_what_has_a_day() -> None:
    rows = [
        outing("idea", None),
        outing("planned", None),
        outing("happened", "2026-11-10", title="Lived"),
        outing("let-go", "2026-11-10", title="Gone by"),
        outing("let-go", "2026-11-28T19:00", title="Let go"),
        outing(title="Planned"),
    ]
    found = {str(event["summary"]): str(event["status"]) for event in events(out(*rows))}
    assert found == {"Lived": "CONFIRMED", "Planned": "CONFIRMED", "Let go: Let go": "CANCELLED"}


def test_a_second_export_updates_what_the_first_one_brought() -> None:
    (first,) = events(out(outing()))
    (second,) = events(out(outing(start="2026-11-28T19:00", _v=STAMP + 60_000_000)))
    assert first["uid"] == second["uid"] == f"{id_text(0)}@rekindle"
    assert sequence(second) == sequence(first) + 60
    assert second.decoded("last-modified") - first.decoded("last-modified") == timedelta(minutes=1)
    assert 0 < sequence(first) < 2**31


def test_the_same_plans_give_the_same_bytes() -> None:
    assert out(outing(), weekend()) == out(outing(), weekend())


def test_one_plan_alone_and_a_sentence_where_it_has_no_day() -> None:
    two = (outing(title="One"), outing(title="Other"))
    assert [str(e["summary"]) for e in events(out(*two, plan_id=id_text(1)))] == ["Other"]
    for state, start in (("idea", None), ("planned", None), ("let-go", "2026-11-28")):
        with pytest.raises(Refusal, match="This has no day yet"):
            out(outing(state, start), plan_id=id_text(0))
    with pytest.raises(Refusal, match="not there any more"):
        out(plan_id=id_text(0))
    with pytest.raises(Refusal, match="not set up yet"):
        export_calendar(EMPTY, now=NOON)


def test_alarms_only_when_asked_and_only_for_what_comes() -> None:
    rows = (outing(), outing("happened", "2026-11-10"), outing("planned", "2026-11-10"), weekend())
    assert "VALARM" not in out(*rows)
    text = out(*rows, alarm=timedelta(minutes=90))
    assert text.count("BEGIN:VALARM") == 2
    (alarm, _) = (part for part in Calendar.from_ical(text).walk("VALARM"))
    assert (alarm.decoded("trigger"), str(alarm["action"])) == (timedelta(minutes=-90), "DISPLAY")


def test_hostile_words_stay_words() -> None:
    words = "BEGIN:VEVENT\nSUMMARY:x;y,z\\n" + "ü" * 100
    (event,) = events(out(outing(title="END:VCALENDAR", notes=words, place="a;b,c\\d")))
    assert (str(event["summary"]), str(event["description"]), str(event["location"])) == (
        "END:VCALENDAR",
        words,
        "a;b,c\\d",
    )


def test_a_held_surprise_says_that_it_is_held_and_when_and_is_told_at_its_hour() -> None:
    plan = surprise(end="2026-11-27T22:00")
    for viewer in ("", SAM):
        (event,) = events(out(plan, viewer=viewer))
        assert str(event["summary"]) == "A date, held"
        assert event.decoded("dtend").hour == 22
        assert "location" not in event
        assert "description" not in event
    assert "Lanterns" in out(plan, viewer=ALEX)
    (before,) = events(out(plan))
    hour = datetime(2026, 11, 27, 18, tzinfo=UTC)  # seven in Berlin
    (still,) = events(export_calendar(held(plan), now=hour - timedelta(minutes=1)))
    assert str(still["summary"]) == "A date, held"
    (after,) = events(export_calendar(held(plan), now=hour))
    assert str(after["summary"]) == "Lanterns"
    assert sequence(after) > sequence(before)


@given(
    one=HIDDEN,
    other=HIDDEN,
    known=st.sampled_from(
        [{}, {"state": "let-go"}, {"start": "2026-12-01", "kind": "trip"}, {"start": None}]
    ),
)
def test_what_a_held_surprise_says_changes_no_byte(one: Row, other: Row, known: Row) -> None:
    one, other = ({**row, "childcare": row["childcare"].replace("?", "n/a")} for row in (one, other))
    for viewer in ("", SAM):
        asked: dict[str, Any] = {"viewer": viewer, "alarm": timedelta(hours=1)}
        assert out({**surprise(), **one, **known}, **asked) == out({**surprise(), **other, **known}, **asked)


def test_swapping_the_partners_changes_nothing_in_the_shared_calendar() -> None:
    rows = [outing(by=ALEX), outing(by=SAM), surprise(by=ALEX), surprise(by=SAM), outing(by="")]
    turned = [{**row, "by": {ALEX: SAM, SAM: ALEX}.get(row["by"], "")} for row in rows]
    assert out(*rows) == out(*turned)


def test_the_library_is_only_imported_for_a_calendar() -> None:
    code = "import sys, tracker.transfer.calendar_out; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
