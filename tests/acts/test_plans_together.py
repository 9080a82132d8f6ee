"""Two partners at one plan: nothing that either wrote is gone, and words stay their author's."""

from __future__ import annotations

import shutil
from datetime import time
from pathlib import Path

import pytest

from tests.acts.house import NOON, House, settle
from tests.acts.plans import FRIDAY, a_date, a_trip, an_idea, shown
from tracker.acts import checklists, remarks
from tracker.acts import plans as acts
from tracker.acts.removal import remove
from tracker.calendar.when import When
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.records.plans import Plan
from tracker.store.disk import DiskStore


def kept(plan: Plan) -> list[tuple[str, object]]:
    return [(one.field, one.value) for one in plan.kept]


def test_of_what_both_wrote_at_once_both_values_are_kept(either_house: House) -> None:
    house = either_house
    plan = a_date(house)
    seen = shown(house, plan)
    house.do(acts.change_plan, plan, me=house.alex, seen=seen, place="The Ship", notes="Window seat.")
    house.do(acts.change_plan, plan, me=house.sam, seen=seen, place="Canal", notes=seen.notes)
    after = shown(house, plan)
    assert (after.place, after.notes) == ("Canal", "Window seat.")
    assert kept(after) == [("place", "The Ship")]
    house.do(acts.settle, plan, me=house.sam)
    assert kept(shown(house, plan)) == []
    assert house.do(acts.settle, plan, me=house.sam) == ()


def test_moves_at_once_are_kept_as_well(house: House) -> None:
    plan = a_date(house)
    seen = shown(house, plan)
    house.do(acts.schedule, plan, me=house.alex, seen=seen, start=FRIDAY.later(1))
    house.do(acts.schedule, plan, me=house.sam, seen=seen, start=FRIDAY.later(2))
    assert shown(house, plan).begins == FRIDAY.later(2)
    assert kept(shown(house, plan)) == [("start", "2026-11-28T19:00")]


def test_an_idea_that_changed_while_its_form_stood_open_keeps_both_words(house: House) -> None:
    idea = an_idea(house)
    seen = shown(house, idea)
    house.do(acts.change_plan, idea, me=house.sam, notes="With candles.", place="Home")
    house.do(
        acts.plan_idea, idea, me=house.alex, seen=seen, start=FRIDAY, notes="With music.", place=seen.place
    )
    assert (shown(house, idea).state, shown(house, idea).notes) == ("planned", "With music.")
    assert kept(shown(house, idea)) == [("notes", "With candles.")]


def test_one_after_the_other_leaves_nothing_behind(house: House) -> None:
    plan = a_date(house)
    house.do(acts.change_plan, plan, me=house.alex, place="The Ship")
    house.do(acts.change_plan, plan, me=house.sam, place="Canal")
    assert kept(shown(house, plan)) == []
    assert house.do(acts.change_plan, plan, me=house.sam, place="Canal") == ()


def test_what_another_machine_wrote_at_once_is_kept_by_the_next_change(tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    house = settle(House(DiskStore.open(tmp_path / "alex", clock, writer="alex-7f3a"), clock))
    plan = a_date(house)
    shutil.copytree(tmp_path / "alex", tmp_path / "sam")
    sams = House(DiskStore.open(tmp_path / "sam", clock, writer="sam-01bc"), clock)
    sams.do(acts.change_plan, plan, me=house.sam, place="The Ship")
    house.do(acts.change_plan, plan, me=house.alex, place="Canal")
    shutil.copytree(tmp_path / "sam" / "sam-01bc", tmp_path / "alex" / "sam-01bc")
    house.store.refresh()
    assert shown(house, plan).place == "Canal"
    house.do(acts.change_plan, plan, me=house.alex, notes="Wool socks.")
    assert kept(shown(house, plan)) == [("place", "The Ship")]


def test_both_remark_on_the_same_evening_and_both_remarks_stand(either_house: House) -> None:
    house = either_house
    plan = a_date(house)
    house.later(days=8)
    house.do(acts.happened, plan, me="")
    house.do(remarks.remark, plan, by=house.alex, text="You laughed.")
    house.do(remarks.remark, plan, by=house.sam, text="The basil!")
    said = house.at().library.remarks.about(plan)
    assert [(one.by, one.text) for one in said] == [
        (house.alex, "You laughed."),
        (house.sam, "The basil!"),
    ]


def test_a_remark_is_changed_and_removed_by_its_author_alone(house: House) -> None:
    plan = a_date(house)
    house.later(days=8)
    house.do(acts.happened, plan, me="")
    house.do(remarks.remark, plan, by=house.alex, text="You laughed.")
    mine = house.newest("remarks")
    for refused in (
        house.refused(remarks.reword_remark, mine, me=house.sam, text="No."),
        house.refused(remove, "remarks", mine, me=house.sam),
    ):
        assert refused == "Only the one who wrote this can change or remove it."
    house.do(remarks.reword_remark, mine, me=house.alex, text="You laughed out loud.")
    assert house.only("remarks")["text"] == "You laughed out loud."


def test_a_remark_reworded_in_two_windows_keeps_both(house: House) -> None:
    plan = a_date(house)
    house.later(days=8)
    house.do(acts.happened, plan, me="")
    house.do(remarks.remark, plan, by=house.alex, text="One.")
    (seen,) = house.at().library.remarks.about(plan)
    house.do(remarks.reword_remark, seen.id, me=house.alex, text="Two.", seen=seen)
    house.do(remarks.reword_remark, seen.id, me=house.alex, text="Three.", seen=seen)
    document = house.only("remarks")
    assert document["text"] == "Three."
    assert [one["value"] for one in document["_kept"]] == ["Two."]


def test_a_remark_is_for_afterwards_has_an_author_and_words(house: House) -> None:
    plan = a_date(house)
    assert "afterwards" in house.refused(remarks.remark, plan, by=house.alex, text="x")
    house.do(acts.let_go, plan, me="")
    house.do(remarks.remark, plan, by=house.alex, text="Some other week.")
    assert "say first who" in house.refused(remarks.remark, plan, by="", text="x")
    assert "write a few words" in house.refused(remarks.remark, plan, by=house.sam, text=" \u200b")


def test_undo_is_refused_where_the_other_went_on_from_there(house: House) -> None:
    plan = a_date(house)
    alex, sam = house.sitting(house.alex), house.sitting(house.sam)
    alex.do(lambda at: acts.schedule(at, plan, me=house.alex, start=FRIDAY.later(1)))
    sam.do(lambda at: acts.change_plan(at, plan, me=house.sam, place="Canal"))
    with pytest.raises(Refusal, match="changed again since"):
        alex.undo()
    assert sam.undo() == "a plan"
    assert (shown(house, plan).begins, shown(house, plan).place) == (FRIDAY.later(1), "Home")


def test_a_trip_has_four_first_things_on_its_list_and_a_date_none(house: House) -> None:
    trip = a_trip(house, childcare="needed")
    assert [(item.id, item.done) for item in shown(house, trip).items] == [
        ("booking", False),
        ("childcare", False),
        ("packing", False),
        ("money", False),
    ]
    assert [item.id for item in shown(house, a_trip(house)).items] == ["booking", "packing", "money"]
    assert shown(house, a_date(house)).items == ()


def test_a_list_is_ticked_reworded_added_to_moved_and_shortened(house: House) -> None:
    trip = a_trip(house)
    house.do(checklists.tick_item, trip, "packing", me=house.sam)
    house.do(checklists.add_item, trip, "Boots", me=house.alex)
    boots = shown(house, trip).items[-1].id
    house.do(checklists.reword_item, trip, boots, "Both pairs of boots", me="")
    house.do(checklists.move_item, trip, boots, -9, me="")
    house.do(checklists.drop_item, trip, "money", me="")
    assert [(item.text, item.done) for item in shown(house, trip).items] == [
        ("Both pairs of boots", False),
        ("Booking", False),
        ("Packing", True),
    ]
    assert "not on the list" in house.refused(checklists.tick_item, trip, "money", me="")


def test_two_who_tick_at_once_both_tick(house: House) -> None:
    trip = a_trip(house)
    house.do(checklists.tick_item, trip, "packing", me=house.sam)
    house.do(checklists.tick_item, trip, "money", me=house.alex)
    assert [item.id for item in shown(house, trip).items if item.done] == ["packing", "money"]


def test_childcare_on_the_list_and_in_its_field_say_the_same(house: House) -> None:
    trip = a_trip(house, childcare="needed")
    house.do(checklists.tick_item, trip, "childcare", me="")
    assert shown(house, trip).childcare == "sorted"
    house.do(acts.change_plan, trip, me="", childcare="needed")
    assert not next(item for item in shown(house, trip).items if item.id == "childcare").done
    house.do(checklists.tick_item, trip, "childcare", me="")
    house.do(checklists.tick_item, trip, "childcare", me="", done=False)
    assert shown(house, trip).childcare == "needed"
    house.do(checklists.drop_item, trip, "childcare", me="")
    assert shown(house, trip).childcare == "n/a"
    house.do(checklists.add_item, trip, "Childcare", me="")
    assert shown(house, trip).childcare == "needed"


def test_a_plan_says_what_is_still_open(house: House) -> None:
    trip = a_trip(house, childcare="needed")
    assert shown(house, trip).still_open() == ("childcare?", "who books?", "2 more on the list")
    dated = a_date(house, start=When(FRIDAY.on), childcare="n/a")
    assert shown(house, dated).still_open() == ("what time?",)
    house.do(acts.schedule, dated, me="", start=When(FRIDAY.on, time(19)))
    house.do(checklists.add_item, dated, "booking", me="")
    assert shown(house, dated).still_open() == ("who books?",)
    house.do(checklists.tick_item, dated, "booking", me="")
    assert shown(house, dated).still_open() == ()
    assert shown(house, an_idea(house)).still_open() == ()
    house.later(days=9)
    house.do(acts.happened, dated, me="")
    assert shown(house, dated).still_open() == ()


def test_planning_an_idea_is_one_step_to_take_back(either_house: House) -> None:
    house = either_house
    idea = an_idea(house)
    before = {name: value for name, value in house.only("plans").items() if not name.startswith("_")}
    window = house.sitting(house.alex)
    window.do(lambda at: acts.plan_idea(at, idea, me=house.alex, start=FRIDAY, notes="With music."))
    assert shown(house, idea).state == "planned"
    assert window.undo() == "a plan"
    after = house.only("plans")
    assert {name: after.get(name) for name in before if name != "updated_at"} == {
        name: value for name, value in before.items() if name != "updated_at"
    }
