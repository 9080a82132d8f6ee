"""A plan's life: idea, planned, happened, let go, and every step back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.acts.house import NOON, TODAY, House, days_ago, settle
from tests.acts.plans import FRIDAY, PASTA, WEEKEND, a_date, a_trip, an_idea, shown
from tracker.acts import plans as acts
from tracker.acts import rituals
from tracker.calendar.when import When
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.memory import MemoryStore


def states(house: House, plan_id: str) -> list[str]:
    return [step.state for step in shown(house, plan_id).history]


def marks(house: House, ritual: str) -> set[date]:
    """The days on which a ritual happened, by the rules of rhythm."""
    return set(house.at().library.ledger.rhythm(ritual, house.at().today).days)


def test_one_record_lives_from_an_idea_to_a_memory(either_house: House) -> None:
    house = either_house
    idea = an_idea(house)
    house.do(acts.plan_idea, idea, me=house.sam, start=FRIDAY)
    house.later(days=8)
    house.do(acts.happened, idea, me=house.sam)
    plan = shown(house, idea)
    assert len(house.all("plans")) == 1
    assert (plan.state, plan.start, plan.by) == ("happened", "2026-11-27T19:00", house.alex)
    assert {name: getattr(plan, name) for name in PASTA} == PASTA
    assert states(house, idea) == ["idea", "planned", "happened"]
    assert marks(house, "date") == {FRIDAY.on}


def test_the_document_has_the_shape_that_everything_else_reads(house: House) -> None:
    a_trip(house, cost="middle")
    document = dict(house.only("plans"))
    assert document["history"] == [{"state": "planned", "at": "2026-11-20T12:00:01+00:00"}]
    assert (document["kind"], document["state"]) == ("trip", "planned")
    assert (document["start"], document["end"]) == ("2026-12-04", "2026-12-06")
    assert (document["childcare"], document["novelty"], document["cost"]) == ("n/a", "familiar", "middle")
    assert (document["surprise"], document["counts"], document["by"]) == (False, True, house.alex)


def test_every_step_can_be_taken_back(house: House) -> None:
    plan = a_date(house)
    house.later(days=8)
    house.do(acts.happened, plan, me="")
    house.do(acts.step_back, plan, me="")
    assert shown(house, plan).state == "planned"
    assert shown(house, plan).begins == FRIDAY
    assert marks(house, "date") == set()
    house.do(acts.step_back, plan, me="")
    assert (shown(house, plan).state, shown(house, plan).start) == ("idea", None)
    assert {name: getattr(shown(house, plan), name) for name in PASTA} == PASTA
    assert "where everything begins" in house.refused(acts.step_back, plan, me="")


@pytest.mark.parametrize("begun", ["idea", "planned"])
def test_what_was_let_go_stays_and_goes_back_to_where_it_was(house: House, begun: str) -> None:
    plan = an_idea(house) if begun == "idea" else a_date(house)
    before = shown(house, plan)
    house.do(acts.let_go, plan, me=house.sam)
    assert shown(house, plan).state == "let-go"
    assert house.do(acts.let_go, plan, me=house.sam) == ()
    house.do(acts.step_back, plan, me=house.alex)
    after = shown(house, plan)
    assert (after.state, after.start, after.notes) == (begun, before.start, before.notes)


def test_what_was_let_go_can_be_planned_again(house: House) -> None:
    plan = a_date(house)
    house.do(acts.let_go, plan, me="")
    house.do(acts.schedule, plan, me="", start=FRIDAY.later(7))
    assert shown(house, plan).state == "planned"
    assert states(house, plan) == ["planned", "let-go", "planned"]


def test_what_happened_is_taken_back_before_it_is_let_go_or_planned_again(house: House) -> None:
    plan = a_date(house)
    house.later(days=8)
    house.do(acts.happened, plan, me="")
    assert house.refused(acts.let_go, plan, me="") == "This happened; take that back first."
    assert house.refused(acts.plan_idea, plan, me="") == "This happened; take that back first."
    assert "take that back first" in house.refused(acts.schedule, plan, me="", start=None)


def test_what_happened_can_be_an_idea_again_and_stays_a_memory(house: House) -> None:
    plan = a_date(house)
    house.later(days=8)
    house.do(acts.happened, plan, me="")
    house.do(acts.again, plan, me=house.sam)
    idea = shown(house, house.newest("plans"))
    assert shown(house, plan).state == "happened"
    assert (idea.state, idea.start, idea.by, idea.novelty) == ("idea", None, house.sam, "familiar")
    assert (idea.title, idea.notes) == (PASTA["title"], PASTA["notes"])


def test_a_plan_is_not_marked_before_the_couples_day_of_its_start(house: House) -> None:
    plan = a_date(house)
    sentence = house.refused(acts.happened, plan, me="")
    assert (
        sentence == "This begins on Friday 27 November 2026; it can be marked as happened from that day on."
    )
    house.clock.move_to(house.clock.now() + timedelta(days=6, hours=15))  # 03:00 on Friday is still Thursday
    assert "from that day on" in house.refused(acts.happened, plan, me="")
    house.later(hours=1)
    house.do(acts.happened, plan, me="")
    assert shown(house, plan).state == "happened"


def test_without_a_day_it_is_asked_on_which_it_happened(house: House) -> None:
    plan = an_idea(house)
    assert house.refused(acts.happened, plan, me="").startswith("This has no day yet")
    house.do(acts.happened, plan, me="", on=When(days_ago(1)))
    assert shown(house, plan).begins == When(days_ago(1))
    assert marks(house, "date") == {days_ago(1)}
    assert house.do(acts.happened, plan, me="") == ()


def test_it_may_have_happened_on_another_day_and_that_can_be_put_right(house: House) -> None:
    plan = a_date(house, start=When(days_ago(4), time(19)), end=When(days_ago(4), time(22)))
    house.do(acts.happened, plan, me="", on=When(days_ago(3), time(20)))
    assert (shown(house, plan).start, shown(house, plan).end) == ("2026-11-17T20:00", "2026-11-17T23:00")
    house.do(acts.schedule, plan, me="", start=When(days_ago(2), time(20)))
    assert shown(house, plan).state == "happened"
    assert marks(house, "date") == {days_ago(2)}
    assert "from that day on" in house.refused(acts.schedule, plan, me="", start=FRIDAY)


def test_to_name_its_own_day_keeps_its_clock(house: House) -> None:
    plan = a_date(house, start=When(days_ago(1), time(1, 30)))
    house.do(acts.happened, plan, me="", on=When(days_ago(2)))
    assert shown(house, plan).start == "2026-11-19T01:30"


@pytest.mark.parametrize(
    ("clock", "day"), [(time(1, 30), days_ago(2)), (time(3, 59), days_ago(2)), (time(4), days_ago(1))]
)
def test_a_start_in_the_small_hours_counts_for_the_day_before(house: House, clock: time, day: date) -> None:
    plan = a_date(house, start=When(days_ago(1), clock))
    house.do(acts.happened, plan, me="")
    assert marks(house, "date") == {day}


def test_a_weekend_counts_in_the_month_it_began_in(house: House) -> None:
    trip = a_trip(house, start=When(date(2026, 10, 30)), end=When(date(2026, 11, 1)))
    house.do(acts.happened, trip, me="")
    assert marks(house, "trip") == {date(2026, 10, 30)}


def test_a_micro_trip_counts_as_the_months_only_where_they_say_so(house: House) -> None:
    trip = a_trip(house, start=When(days_ago(2)), end=None, counts=False)
    house.do(acts.happened, trip, me="")
    assert marks(house, "trip") == set()
    house.do(acts.change_plan, trip, me=house.sam, counts=True)
    assert marks(house, "trip") == {days_ago(2)}
    assert house.refused(acts.change_plan, a_date(house), me="", counts=True).startswith("Only a trip")


def test_a_trip_keeps_the_weekly_date_only_when_it_is_said(house: House) -> None:
    trip = a_trip(house, start=When(days_ago(2)), end=None)
    house.do(acts.happened, trip, me="")
    assert marks(house, "date") == set()
    house.do(acts.happened, trip, me="", keeps_date=True)
    assert marks(house, "date") == {days_ago(2)}
    assert house.do(acts.happened, trip, me="", keeps_date=True) == ()
    assert house.refused(acts.happened, a_date(house), me="", keeps_date=True).startswith("Only a trip")


def test_the_kept_date_moves_goes_and_is_undone_with_its_trip(house: House) -> None:
    trip = a_trip(house, start=When(days_ago(5)), end=None)
    house.do(acts.happened, trip, me="", keeps_date=True)
    house.do(acts.schedule, trip, me="", start=When(days_ago(3)))
    assert marks(house, "date") == marks(house, "trip") == {days_ago(3)}
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: acts.step_back(at, trip, me=house.alex))
    assert marks(house, "date") == marks(house, "trip") == set()
    assert sitting.undo() == "a plan"
    assert marks(house, "date") == marks(house, "trip") == {days_ago(3)}
    house.do(acts.remove_plan, trip, me="")
    assert marks(house, "date") == marks(house, "trip") == set()


def test_a_date_that_was_ticked_stays_when_a_trip_is_taken_back(house: House) -> None:
    house.do(rituals.did, "date", by="", day=days_ago(5))
    trip = a_trip(house, start=When(days_ago(5)), end=None)
    house.do(acts.happened, trip, me="", keeps_date=True)
    house.do(acts.step_back, trip, me="")
    assert marks(house, "date") == {days_ago(5)}


def test_a_moved_plan_keeps_its_length(house: House) -> None:
    plan = a_date(house, start=When(FRIDAY.on, time(22)), end=When(FRIDAY.on + timedelta(days=1), time(1)))
    house.do(acts.schedule, plan, me="", start=When(FRIDAY.on, time(19, 30)))
    assert shown(house, plan).end == "2026-11-27T22:30"
    trip = a_trip(house)
    house.do(acts.schedule, trip, me="", start=WEEKEND[0].later(7))
    assert (shown(house, trip).start, shown(house, trip).end) == ("2026-12-11", "2026-12-13")
    house.do(acts.schedule, trip, me="", start=WEEKEND[0], end=None)
    assert shown(house, trip).end is None


def test_a_plan_can_be_left_without_a_day_and_stays_a_plan(house: House) -> None:
    plan = a_date(house)
    house.do(acts.schedule, plan, me="", start=None)
    assert (shown(house, plan).state, shown(house, plan).start) == ("planned", None)
    assert "when?" in shown(house, plan).still_open()


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"title": "  "}, "The title is empty"),
    ({"title": "x" * 81}, "The title has 81 characters"),
    ({"place": "x" * 201}, "The place has 201 characters"),
    ({"notes": "x" * 20_001}, "The note has 20,001 characters"),
    ({"childcare": "perhaps"}, "Childcare is"),
    ({"novelty": "odd"}, "It is something familiar"),
    ({"cost": "1000"}, "The cost is"),
    ({"kind": "party"}, "A plan is a date or a trip."),
    ({"start": None, "end": FRIDAY}, "An end needs a start"),
    ({"end": When(FRIDAY.on, time(18))}, "It would end on"),
    ({"end": FRIDAY}, "It would end on"),
    ({"end": When(FRIDAY.on)}, "Please give a time for both"),
    ({"end": FRIDAY.later(8)}, "That would be a date of more than a week"),
    ({"start": When(date(1899, 1, 1))}, "Days go from 1900"),
    ({"kind": "trip", "start": FRIDAY}, "A trip is for whole days"),
]


@pytest.mark.parametrize(("wrong", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence(
    house: House, wrong: dict[str, Any], sentence: str
) -> None:
    asked = {"by": house.alex, "kind": "date", **PASTA, "start": FRIDAY, **wrong}
    said = house.refused(acts.plan, **asked)
    assert said.startswith(sentence)
    assert said.endswith(".")


def test_before_set_up_nothing_is_planned(empty: House) -> None:
    assert "not set up yet" in empty.refused(acts.idea, by="", kind="date", title="x")


def test_a_stranger_plans_nothing(house: House) -> None:
    assert "say first who of you" in house.refused(acts.idea, by="9", kind="date", title="x")


def test_an_idea_can_be_both_of_theirs(house: House) -> None:
    house.do(acts.idea, by="", kind="trip", title="Snow")
    assert house.only("plans")["by"] == ""


def test_texts_are_kept_without_what_a_terminal_would_obey(house: House) -> None:
    plan = an_idea(house, title="Red\x1b[31m\tnight", place="at\nhome", notes="a\x00b\nc")
    known = shown(house, plan)
    assert (known.title, known.place, known.notes) == ("Red[31m night", "at home", "ab\nc")


def test_today_is_a_day_from_which_a_plan_can_be_marked(house: House) -> None:
    plan = a_date(house, start=When(TODAY, time(23)))
    house.do(acts.happened, plan, me="")
    assert marks(house, "date") == {TODAY}


STEPS: dict[str, tuple[Any, dict[str, Any]]] = {
    "plan": (acts.plan_idea, {"start": FRIDAY}),
    "no day": (acts.schedule, {"start": None}),
    "past day": (acts.schedule, {"start": When(days_ago(3))}),
    "happened": (acts.happened, {}),
    "happened then": (acts.happened, {"on": When(days_ago(2))}),
    "let go": (acts.let_go, {}),
    "back": (acts.step_back, {}),
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_from_anywhere_steps_back_lead_to_the_idea_with_all_its_words(steps: list[str]) -> None:
    clock = FixedClock(NOON)
    house = settle(House(MemoryStore(clock), clock))
    idea = an_idea(house)
    for step in steps:
        act, named = STEPS[step]
        try:
            house.do(act, idea, me="", **named)
        except Refusal:
            continue
    for _ in range(3):
        if shown(house, idea).state != "idea":
            house.do(acts.step_back, idea, me="")
    after = shown(house, idea)
    assert (after.state, after.start) == ("idea", None)
    assert {name: getattr(after, name) for name in PASTA} == PASTA
    assert marks(house, "date") == set()
