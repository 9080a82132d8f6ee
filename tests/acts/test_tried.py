"""Marking practices as tried: one's own mark alone, and nobody else's."""

from __future__ import annotations

import pytest

from tests.acts.house import TODAY, YESTERDAY, House
from tracker.acts.removal import remove
from tracker.acts.tried import mark_tried, unmark_tried
from tracker.ids import new_id
from tracker.store.changes import Put


def test_a_practice_is_tried_when_both_marked_it(either_house: House) -> None:
    house = either_house
    both = (house.alex, house.sam)
    house.do(mark_tried, "talk", me=house.alex)
    assert not house.at().library.tried.both("talk", both)
    house.do(mark_tried, "talk", me=house.sam, day=YESTERDAY)
    assert house.at().library.tried.both("talk", both)
    own = house.at().library.tried.of(house.alex, "talk")
    assert own is not None and own.day == TODAY


def test_marking_it_again_changes_nothing(house: House) -> None:
    house.do(mark_tried, "talk", me=house.alex)
    before = house.store.documents
    house.do(mark_tried, "talk", me=house.alex)
    house.do(unmark_tried, "effort", me=house.alex)
    assert house.store.documents is before


def test_taking_the_mark_back_takes_ones_own_alone(house: House) -> None:
    for partner in (house.alex, house.sam):
        house.do(mark_tried, "talk", me=partner)
    house.do(unmark_tried, "talk", me=house.alex)
    tried = house.at().library.tried
    assert tried.of(house.alex, "talk") is None
    assert tried.of(house.sam, "talk") is not None


def test_two_marks_of_two_windows_are_taken_back_together(house: House) -> None:
    house.do(mark_tried, "talk", me=house.alex)
    twin = Put(
        "tried", new_id(house.clock.now()), {"practice": "talk", "by": house.alex, "day": "2026-11-20"}
    )
    house.store.write(lambda _: [twin])
    house.do(unmark_tried, "talk", me=house.alex)
    assert house.all("tried") == []


def test_a_mark_can_be_undone_in_its_sitting(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: mark_tried(at, "talk", me=house.alex))
    assert sitting.undo() == "a practice marked as tried"
    assert house.all("tried") == []


@pytest.mark.parametrize("who", ["", "ghost"])
def test_nobody_in_particular_marks_nothing(house: House, who: str) -> None:
    for act in (mark_tried, unmark_tried):
        assert "Alex or Sam" in house.refused(act, "talk", me=who)


def test_what_is_none_of_the_twelve_is_refused(house: House) -> None:
    for act in (mark_tried, unmark_tried):
        assert "none of the twelve" in house.refused(act, "juggling", me=house.alex)


def test_a_day_ahead_is_refused(house: House) -> None:
    assert house.refused(mark_tried, "talk", me=house.alex, day=TODAY.replace(day=21))


def test_the_other_one_cannot_take_a_mark_away(house: House) -> None:
    house.do(mark_tried, "talk", me=house.alex)
    assert "Only the one who wrote this" in house.refused(
        remove, "tried", house.newest("tried"), me=house.sam
    )
