"""What stands on a day to come: who may know of it, and moving it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from tests.acts.house import NOON, YESTERDAY, House
from tracker.acts.entries import appreciate, set_weather
from tracker.acts.plans import happened, plan
from tracker.acts.rituals import add_ritual, did
from tracker.acts.to_come import move_entry, notice, to_come
from tracker.acts.tried import mark_tried
from tracker.calendar.when import When


@pytest.fixture
def ahead(house: House) -> House:
    """A year ahead by a wrong clock, one of each; then the clock is right again."""
    house.do(add_ritual, "Walk", kept_by="both")
    house.clock.move_to(NOON + timedelta(days=365))
    day = house.at().today
    house.do(did, "date", by="")
    house.do(did, "walk", by=house.sam)
    house.do(appreciate, by=house.alex, text="secret")
    house.do(set_weather, me=house.sam, level=3)
    house.do(mark_tried, "talk", me=house.sam)
    house.do(plan, by="", kind="trip", title="The sea", start=When(day))
    house.do(happened, house.newest("plans"), me="")
    house.clock.move_to(NOON)
    return house


def tables(house: House, viewer: str) -> list[str]:
    return sorted(one.table for one in to_come(house.at(), viewer))


def test_each_knows_of_what_is_shared_and_of_ones_own(ahead: House) -> None:
    shared = ["appreciations", "moments", "plans"]
    assert tables(ahead, "") == tables(ahead, ahead.alex) == shared
    assert tables(ahead, ahead.sam) == sorted([*shared, "moments", "tried", "weather"])
    assert notice(ahead.at()).startswith("3 entries stand on days still to come")


def test_moved_they_count_on_their_day_and_undo_gives_them_back(ahead: House) -> None:
    for who in (ahead.alex, ahead.sam):
        sitting = ahead.sitting(who)
        for one in to_come(ahead.at(), who):
            if one.table != "appreciations" or who == ahead.alex:
                sitting.do(partial(move_entry, record_id=one.id, me=who, day=YESTERDAY))
    assert to_come(ahead.at(), ahead.sam) == to_come(ahead.at(), ahead.alex) == []
    assert notice(ahead.at()) == ""
    for key in ("date", "trip"):
        assert ahead.at().library.ledger.rhythm(key, ahead.at().today).days == {YESTERDAY}
    sitting.undo()
    assert len(to_come(ahead.at(), ahead.sam)) == 1
