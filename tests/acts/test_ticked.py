"""A tick that gets a title becomes a plan that happened, counts once, and is a tick again when taken back."""

from __future__ import annotations

from functools import partial

from tests.acts.house import TODAY, YESTERDAY, House
from tests.acts.test_plans import marks
from tracker.acts import plans
from tracker.acts.rituals import did, undo_did
from tracker.acts.ticked import name_ticked
from tracker.calendar.when import When
from tracker.transfer.rows_out import export_rows
from tracker.views.memories import memories
from tracker.views.ticked import lived_outings


def names(house: House, kind: str = "date") -> list[str]:
    return [memory.title for memory in memories(house.at(), house.alex) if memory.kind == kind]


def a_tick(house: House, by: str = "", text: str = "") -> str:
    house.do(did, "date", by=by, day=YESTERDAY, text=text)
    return house.newest("moments")


def test_a_tick_gets_a_title_and_a_remark_and_still_counts_once(either_house: House) -> None:
    house = either_house
    tick = a_tick(house)
    before = house.at().library.ledger.rhythm("date", TODAY)
    house.do(name_ticked, tick, me=house.sam, title="Curry night", place="Corner", remark="You cried.")
    plan, remark = house.only("plans"), house.only("remarks")
    assert (plan["state"], plan["start"], plan["by"]) == ("happened", YESTERDAY.isoformat(), "")
    assert (remark["plan"], remark["by"], remark["text"]) == (plan["id"], house.sam, "You cried.")
    assert house.at().library.ledger.rhythm("date", TODAY) == before
    assert names(house) == ["Curry night"]
    assert len(lived_outings(house.at(), "", "date")) == 1
    sheet = export_rows(house.store.documents, now=house.clock.now())
    assert sheet.text.splitlines()[1:] == [f"{YESTERDAY},date,,Curry night"]


def test_undo_gives_back_the_bare_tick(house: House) -> None:
    tick = a_tick(house)
    sitting = house.sitting(house.alex)
    sitting.do(partial(name_ticked, moment_id=tick, me=house.alex, title="Curry night", remark="Yes."))
    assert sitting.undo() == "a plan"
    assert (house.all("plans"), house.all("remarks")) == ([], [])
    assert names(house) == ["A date"]
    assert marks(house, "date") == {YESTERDAY}


def test_a_step_back_gives_back_the_bare_tick_with_its_words(house: House) -> None:
    tick = a_tick(house, house.sam, "Chips.")
    house.do(name_ticked, tick, me=house.alex, title="Chips in the car")
    house.do(plans.step_back, house.only("plans")["id"], me=house.alex)
    assert names(house) == ["Chips."]
    moment = house.only("moments")
    assert (moment["by"], moment["note"], moment["plan"]) == (house.sam, "Chips.", "")
    house.do(undo_did, "date", me=house.sam, day=YESTERDAY)
    assert marks(house, "date") == set()


def test_moved_to_another_day_the_tick_goes_with_it(house: House) -> None:
    tick = a_tick(house)
    house.do(name_ticked, tick, me=house.alex, title="Curry night")
    house.do(plans.schedule, house.only("plans")["id"], me=house.alex, start=When(TODAY))
    assert marks(house, "date") == {TODAY}
    assert names(house) == ["Curry night"]


def test_it_is_named_once_and_only_while_it_stands(house: House) -> None:
    tick = a_tick(house)
    house.do(name_ticked, tick, me="", title="Curry night")
    assert "has a title" in house.refused(name_ticked, tick, me="", title="Again")
    other = a_tick(house.later(days=1))
    house.do(undo_did, "date", me=house.alex, day=YESTERDAY)
    assert "taken back" in house.refused(name_ticked, other, me="", title="Too late")
