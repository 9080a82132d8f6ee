"""Removing, and bringing back for 30 days."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.acts.house import TODAY, House, days_ago
from tracker.acts.entries import appreciate, set_weather
from tracker.acts.pauses import pause, resume
from tracker.acts.plans import idea, plan
from tracker.acts.removal import KINDS, bring_back, remove, removed
from tracker.acts.rituals import add_ritual, did, undo_did
from tracker.acts.wishes import add_wish, remove_wish
from tracker.calendar.when import When
from tracker.store.changes import Change, Edit, Put, Remove, Revert
from tracker.store.documents import stamp_of

PRIVATE = ("appreciations", "weather", "moments", "remarks", "tried", "future_scenes", "beginnings")
TOGETHER = ("rituals", "pauses", "plans", "goals", "milestones", "lookups", "reviews")


def write(house: House, table: str, by: str) -> str:
    """One record of a table in somebody's name, and its id."""
    of_table: dict[str, dict[str, Any]] = {
        "rituals": {"key": "walk", "name": "Walk", "cadence": {"times": 1, "period": "week"}},
        "pauses": {"kind": "ebb", "from": "2026-11-01", "until": None, "ritual": None},
        "moments": {"ritual": "date", "day": "2026-11-19"},
        "weather": {"day": "2026-11-19", "word": "sunny", "level": 5},
        "appreciations": {"day": "2026-11-19", "text": "Tea", "told_on": None, "told_how": ""},
    }
    fields = of_table.get(table, {"title": "something"})
    record_id = str(10**21 + sum(map(ord, table + by))).zfill(22)
    house.store.write(lambda _: [Put(table, record_id, {**fields, "by": by})])
    return record_id


def shown(house: House, viewer: str) -> list[tuple[str, str]]:
    return [(one.table, one.day) for one in removed(house.at(), viewer)]


def test_every_kind_that_can_be_removed_is_tested_here() -> None:
    assert set(KINDS) == {*PRIVATE, *TOGETHER}


@pytest.mark.parametrize("table", PRIVATE)
def test_what_one_wrote_is_removed_and_brought_back_by_that_one_alone(house: House, table: str) -> None:
    theirs = write(house, table, house.alex)
    for me in (house.sam, ""):
        assert "Only the one who wrote this" in house.refused(remove, table, theirs, me=me)
    house.do(remove, table, theirs, me=house.alex)
    assert shown(house, house.sam) == shown(house, "") == []
    for me in (house.sam, ""):
        assert "Nothing of that number" in house.refused(bring_back, theirs, me=me)
    house.do(bring_back, theirs, me=house.alex)
    assert house.only(table)["id"] == theirs


@pytest.mark.parametrize("table", [*PRIVATE, *TOGETHER])
@pytest.mark.parametrize("me", ["alex", "sam", ""])
def test_what_is_by_both_is_removed_and_brought_back_by_anybody(house: House, table: str, me: str) -> None:
    who = {"alex": house.alex, "sam": house.sam, "": ""}[me]
    ours = write(house, table, "")
    house.do(remove, table, ours, me=who)
    assert [one.id for one in removed(house.at(), who)] == [ours]
    house.do(bring_back, ours, me=who)
    assert ours in {document["id"] for document in house.all(table)}


@pytest.mark.parametrize("table", TOGETHER)
def test_what_belongs_to_both_is_anybodys_whoever_wrote_it(house: House, table: str) -> None:
    alexs = write(house, table, house.alex)
    house.do(remove, table, alexs, me=house.sam)
    house.do(bring_back, alexs, me="")


def test_the_couple_and_what_came_with_rekindle_cannot_be_removed(house: House) -> None:
    couple = house.at().couple.id
    assert "cannot be removed" in house.refused(remove, "couple", couple, me=house.alex)
    for ritual in house.at().library.rituals:
        assert "put it away instead" in house.refused(remove, "rituals", ritual.id, me=house.alex)


def test_what_is_gone_already_is_not_removed_twice(house: House) -> None:
    one = write(house, "moments", house.alex)
    house.do(remove, "moments", one, me=house.alex)
    assert "removed meanwhile" in house.refused(remove, "moments", one, me=house.alex)
    assert "removed meanwhile" in house.refused(remove, "moments", "7" * 22, me=house.alex)


@pytest.mark.parametrize(
    ("passed", "comes_back"),
    [
        (timedelta(0), True),
        (timedelta(days=29, hours=23), True),
        (timedelta(days=30), True),
        (timedelta(days=30, seconds=1), False),
        (timedelta(days=31), False),
        (timedelta(days=-1), True),  # a clock that was set back
    ],
)
def test_a_removed_record_comes_back_for_thirty_days_and_then_no_more(
    either_house: House, passed: timedelta, comes_back: bool
) -> None:
    house = either_house
    house.do(appreciate, by=house.alex, text="Tea")
    gone = house.newest("appreciations")
    house.do(remove, "appreciations", gone, me=house.alex)
    house.clock.move_to(house.clock.now().replace(microsecond=0) + passed - timedelta(milliseconds=1))
    assert bool(shown(house, house.alex)) == comes_back
    if comes_back:
        house.do(bring_back, gone, me=house.alex)
        assert house.only("appreciations")["text"] == "Tea"
    else:
        assert "Nothing of that number" in house.refused(bring_back, gone, me=house.alex)


def test_its_number_may_leave_out_the_leading_noughts(house: House) -> None:
    for number in ("0000000000000000000042", "0000000000000000004242"):
        changes: list[Change] = [Put("pauses", number, {"from": "2026-11-01"}), Remove("pauses", number)]
        house.store.write(lambda _: changes)  # noqa: B023 - called at once
    house.do(bring_back, " 42 ", me="")
    assert house.only("pauses")["id"] == "0000000000000000000042"


@pytest.mark.parametrize("number", ["", "0", "4", "x", "../x", "9" * 40])
def test_a_number_that_is_nobodys_is_refused(house: House, number: str) -> None:
    house.do(pause, TODAY)
    house.do(resume)
    assert "Nothing of that number" in house.refused(bring_back, number, me=house.alex)


def test_what_stands_is_not_brought_back(house: House) -> None:
    house.do(pause, TODAY)
    assert "Nothing of that number" in house.refused(bring_back, house.newest("pauses"), me="")


def test_the_list_names_kind_and_day_newest_first(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea", day=days_ago(3))
    house.do(remove, "appreciations", house.newest("appreciations"), me=house.alex)
    house.do(did, "date", by=house.alex, day=days_ago(2))
    house.later(minutes=1).do(undo_did, "date", me=house.alex, day=days_ago(2))
    house.do(add_ritual, "Walk")
    house.later(minutes=1).do(remove, "rituals", house.newest("rituals"), me=house.alex)
    found = [(one.kind, one.day) for one in removed(house.at(), house.alex)]
    assert found == [
        ("a ritual", TODAY.isoformat()),
        ("a tick", days_ago(2).isoformat()),
        ("an appreciation", days_ago(3).isoformat()),
    ]


def test_the_list_holds_nothing_that_anybody_wrote(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea in bed", cue="when it rains")
    house.do(remove, "appreciations", house.newest("appreciations"), me=house.alex)
    assert "Tea" not in repr(removed(house.at(), house.alex))
    assert "rains" not in repr(removed(house.at(), house.alex))


def test_the_weather_is_listed_for_its_own_author_alone(house: House) -> None:
    house.do(set_weather, me=house.alex, level=1)
    house.do(remove, "weather", house.newest("weather"), me=house.alex)
    assert [len(shown(house, who)) for who in (house.alex, house.sam, "")] == [1, 0, 0]


@pytest.mark.parametrize(
    "by_hand",
    [
        {"removed_at": "soon"},
        {"removed_at": 7},
        {"removed_at": "2026-11-20T12:00:00"},
        {"removed_at": "2026-11-20"},
        {"recorded_at": "once", "removed_at": "2026-11-20T12:00:00+00:00"},
        {"day": "some day", "removed_at": "2026-11-20T12:00:00+00:00"},
        {"day": 5, "by": "", "removed_at": "2026-11-20T12:00:00+00:00"},
        {"by": 5, "removed_at": "2026-11-20T12:00:00+00:00"},
    ],
)
def test_what_a_hand_has_edited_never_stops_the_list(house: House, by_hand: dict[str, Any]) -> None:
    house.do(pause, TODAY)
    house.do(resume)
    house.do(pause, TODAY)
    edited = house.newest("pauses")
    house.store.write(lambda _: [Edit("pauses", edited, by_hand)])
    assert ("pauses", TODAY.isoformat()) in shown(house, house.alex)


def test_a_surprise_that_was_set_aside_is_still_its_planners_alone(house: House) -> None:
    ahead = When(TODAY + timedelta(days=9), None)
    house.do(plan, by=house.alex, kind="date", title="The old boat", start=ahead, surprise=True)
    house.do(idea, by=house.alex, kind="trip", title="The island", surprise=True)
    for surprise in house.all("plans"):
        house.do(remove, "plans", str(surprise["id"]), me=house.alex)
    for viewer in (house.sam, ""):
        assert shown(house, viewer) == []
        for one in removed(house.at(), house.alex):
            assert "Nothing of that number" in house.refused(bring_back, one.id, me=viewer)
    assert len(shown(house, house.alex)) == 2
    house.later(days=9)
    assert len(shown(house, house.sam)) == 1, "its day has begun"
    house.do(bring_back, removed(house.at(), house.sam)[0].id, me=house.sam)


def test_a_surprise_that_no_hand_can_read_any_more_stays_its_planners(house: House) -> None:
    house.do(idea, by=house.alex, kind="trip", title="The island", surprise=True)
    island = house.newest("plans")
    house.do(remove, "plans", island, me=house.alex)
    broken = house.store.documents.get("plans", island)
    assert broken is not None
    house.store.write(lambda _: [Revert("plans", island, stamp_of(broken), {"kind": 7})])
    assert [len(shown(house, who)) for who in (house.alex, house.sam, "")] == [1, 0, 0]


def test_a_wish_is_called_a_wish_and_is_private_as_such(house: House) -> None:
    house.do(add_wish, "Keep bees", me=house.alex)
    house.do(remove_wish, house.newest("goals"), me=house.alex)
    assert [(one.kind, one.private) for one in removed(house.at(), house.alex)] == [("a wish", True)]
    assert shown(house, house.sam) == shown(house, "") == []
