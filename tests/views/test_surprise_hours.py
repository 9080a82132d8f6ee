"""A surprise is told at its hour, and at no minute before, wherever something is shown or written out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.homes import ALEX, SAM, Row, at, documents
from tests.views.outings import outing, surprise
from tests.views.test_plans_private import HIDDEN, pages
from tracker.acts.removal import removed
from tracker.calendar.when import When
from tracker.ids import id_text
from tracker.page.writing import write_page
from tracker.store.documents import Documents
from tracker.transfer.calendar_out import export_calendar
from tracker.transfer.copy_out import export_copy
from tracker.transfer.rows_out import export_rows
from tracker.transfer.story_out import export_story
from tracker.views.ahead import ahead
from tracker.views.journey import journey_page
from tracker.views.review import review_page
from tracker.views.today import today_page
from tracker.views.turn import turn

ZONE = "Europe/Berlin"
EVENING = datetime(2026, 11, 27, 18, tzinfo=UTC)
"""Seven in the evening there."""
MORNING = datetime(2026, 11, 27, 3, tzinfo=UTC)
"""Four in the morning there, when their day begins."""
SMALL_HOURS = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
KNOWN: list[tuple[Row, datetime]] = [
    ({"start": "2026-11-27T19:00"}, EVENING),
    ({"start": "2026-11-27T19:00", "end": "2026-11-27T23:00", "unsuitable": "2026-11-27T19:00"}, EVENING),
    ({"start": "2026-11-27T19:00", "state": "happened"}, EVENING),
    ({"start": "2026-11-28T01:30"}, SMALL_HOURS),
    ({"start": "2026-11-27"}, MORNING),
    ({"start": "2026-11-27", "end": "2026-11-29", "kind": "trip"}, MORNING),
    ({"start": "2026-11-27T19:00", "kind": "trip"}, MORNING),
]


def kept(hidden: Row, known: Row) -> Documents:
    plan = {**surprise(), **hidden, **known, "id": id_text(5), "_v": 1_795_000_000_000_000}
    remark = {"plan": id_text(5), "by": ALEX, "text": str(hidden.get("title", ""))}
    away = {**plan, "id": id_text(6), "removed_at": "2026-11-20T12:00:00+00:00"}
    return documents(plans=[plan, away, outing()], remarks=[remark], agreed={"time_zone": ZONE})


def shown(held: Documents, viewer: str, now: datetime) -> list[object]:
    """Everything that a page, a command or a file shows to this viewer at this instant."""
    here = at(held, now)
    return [
        pages(held, viewer, now),
        repr(ahead(here, viewer)),
        repr(today_page(here, viewer)),
        repr(review_page(here, "2026Q4")),
        repr(journey_page(here, viewer)),
        repr(removed(here, viewer)),
        repr(turn(here)),
        write_page(here, "2026Q4", "json"),
        "".join(export_story(here, viewer)),
        export_copy(held, now=now, viewer=viewer),
        export_rows(held, now=now, viewer=viewer),
        export_calendar(held, now=now, viewer=viewer, alarm=timedelta(hours=1)),
    ]


@pytest.mark.parametrize(("known", "hour"), KNOWN)
@settings(max_examples=12)
@given(one=HIDDEN, other=HIDDEN, minutes=st.integers(1, 2000) | st.just(1))
def test_before_its_hour_what_a_surprise_says_changes_no_byte(
    known: Row, hour: datetime, one: Row, other: Row, minutes: int
) -> None:
    one, other = ({**row, "childcare": row["childcare"].replace("?", "n/a")} for row in (one, other))
    now = hour - timedelta(minutes=minutes)
    for viewer in (SAM, ""):
        assert shown(kept(one, known), viewer, now) == shown(kept(other, known), viewer, now)


@pytest.mark.parametrize(("known", "hour"), KNOWN)
def test_at_every_minute_of_its_day_it_is_held_until_its_hour_and_told_from_then_on(
    known: Row, hour: datetime
) -> None:
    held = kept({"title": "Lanterns"}, known)
    plan = next(one for one in at(held).library.plans if one.title == "Lanterns")
    for minutes in range(-1440, 1441):
        here = at(held, hour + timedelta(minutes=minutes))
        assert here.library.plans.holds(plan, SAM, here.now) is (minutes < 0)


@pytest.mark.parametrize(("known", "hour"), KNOWN)
def test_the_clock_alone_turns_the_pages(known: Row, hour: datetime) -> None:
    held = kept({"title": "Lanterns"}, known)
    second = timedelta(seconds=1)
    assert turn(at(held, hour - second)) != turn(at(held, hour))
    assert turn(at(held, hour)) == turn(at(held, hour + second))
    for viewer in (SAM, ""):
        assert "Lanterns" not in repr(shown(held, viewer, hour - second))
        assert "Lanterns" in repr(shown(held, viewer, hour))


def test_an_hour_that_comes_twice_is_the_first_and_one_that_is_skipped_the_next() -> None:
    twice = When(date(2026, 10, 25), datetime(2026, 1, 1, 2, 30).time())  # noqa: DTZ001
    assert twice.instant(ZONE) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    skipped = When(date(2027, 3, 28), datetime(2027, 1, 1, 2, 30).time())  # noqa: DTZ001
    assert skipped.instant(ZONE) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
