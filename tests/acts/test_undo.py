"""One sitting: what can be taken back, by whom, and when not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.acts.house import TODAY, YESTERDAY, House
from tracker.acts.common import Standing
from tracker.acts.couple import change_couple, set_up
from tracker.acts.entries import appreciate, reword, set_weather, tell
from tracker.acts.goals import log_time, start_goal
from tracker.acts.pauses import pause, resume
from tracker.acts.removal import bring_back, remove
from tracker.acts.reviews import answer, resolve
from tracker.acts.rituals import add_ritual, archive_ritual, change_ritual, did, undo_did
from tracker.acts.sitting import Act, Sitting
from tracker.errors import Refusal
from tracker.store.changes import Change
from tracker.store.documents import Documents

FULL = "The disk is full; make some room and try again."

Making = Callable[[House], Act]


def state(house: House) -> dict[str, list[dict[str, object]]]:
    """All that stands, without what belongs to versions."""
    ours = ("_v", "_w", "_b", "updated_at")
    return {
        table: [{k: v for k, v in document.items() if k not in ours} for document in house.all(table)]
        for table in sorted(house.store.documents.tables())
    }


def furnish(house: House) -> None:
    """Something of everything, by both."""
    house.do(appreciate, by=house.alex, text="Tea", day=YESTERDAY)
    house.do(appreciate, by=house.alex, text="Soup", day=YESTERDAY)
    house.do(remove, "appreciations", house.newest("appreciations"), me=house.alex)
    house.do(set_weather, me=house.alex, level=2)
    house.do(did, "date", by=house.alex, day=YESTERDAY)
    house.do(did, "date", by="", day=YESTERDAY, text="by the river")
    house.do(add_ritual, "Walk")
    house.do(pause, YESTERDAY, kind="travel")


def note_of(house: House) -> str:
    return str(house.all("appreciations")[0]["id"])


def gone(house: House) -> str:
    return max(str(document["id"]) for document in house.store.documents.removed("appreciations"))


def acts() -> dict[str, tuple[Making, str]]:
    """Every act, as Alex does it, with the kind of record that taking it back names."""
    return {
        "appreciate": (lambda h: lambda at: appreciate(at, by=h.alex, text="Hm"), "an appreciation"),
        "reword": (lambda h: _with(note_of(h), reword, me=h.alex, text="x", cue="y"), "an appreciation"),
        "tell": (lambda h: _with(note_of(h), tell, me=h.alex), "an appreciation"),
        "set_weather": (lambda h: lambda at: set_weather(at, me=h.alex, level=5), "a weather word"),
        "first weather": (
            lambda h: lambda at: set_weather(at, me=h.alex, level=5, day=YESTERDAY),
            "a weather word",
        ),
        "did": (lambda h: lambda at: did(at, "walk", by=h.alex, text="far"), "a tick"),
        "undo_did": (lambda h: lambda at: undo_did(at, "date", me=h.alex, day=YESTERDAY), "a tick"),
        "add_ritual": (lambda h: lambda at: add_ritual(at, "Talk"), "a ritual"),
        "change_ritual": (
            lambda h: lambda at: change_ritual(at, "walk", name="Run", times=2, forgive=0),
            "a ritual",
        ),
        "archive_ritual": (lambda h: lambda at: archive_ritual(at, "walk"), "a ritual"),
        "pause": (lambda h: lambda at: pause(at, TODAY, text="flu"), "a pause"),
        "resume": (lambda h: lambda at: resume(at), "a pause"),
        "remove": (lambda h: _with("appreciations", remove, note_of(h), me=h.alex), "an appreciation"),
        "bring_back": (lambda h: _with(gone(h), bring_back, me=h.alex), "an appreciation"),
        "change_couple": (lambda h: lambda at: change_couple(at, ("A", "S"), children="yes"), "a change"),
    }


def _with(first: str, act: Callable[..., list[Change]], *given: str, **named: str) -> Act:
    return lambda at: act(at, first, *given, **named)


@pytest.mark.parametrize("name", list(acts()))
def test_taking_an_act_back_leaves_everything_as_it_was(either_house: House, name: str) -> None:
    house = either_house
    furnish(house)
    before = state(house)
    making, kind = acts()[name]
    sitting = house.sitting(house.alex)
    house.later(seconds=1)
    assert sitting.do(making(house))
    assert state(house) != before
    assert sitting.can_undo()
    assert sitting.undo() == kind
    assert state(house) == before
    assert not sitting.can_undo()


def test_a_sitting_is_taken_back_step_by_step_from_the_last(either_house: House) -> None:
    house = either_house
    furnish(house)
    sitting = house.sitting(house.alex)
    states = []
    for making, _ in acts().values():
        house.later(seconds=1)
        states.append(state(house))
        sitting.do(making(house))
    for before in reversed(states):
        sitting.undo()
        assert state(house) == before


def test_several_changes_of_one_record_are_taken_back_one_by_one(either_house: House) -> None:
    house = either_house
    sitting = house.sitting(house.alex)
    for level in (1, 2, 3):
        sitting.do(partial(set_weather, me=house.alex, level=level))
    sitting.undo()
    sitting.do(partial(set_weather, me=house.alex, level=4))
    levels = []
    while sitting.can_undo():
        levels.append(house.only("weather")["level"])
        sitting.undo()
    assert levels == [4, 2, 1]
    assert house.all("weather") == []


def test_nothing_done_is_nothing_to_take_back(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: did(at, "date", by=""))
    sitting.do(lambda at: did(at, "date", by=""))  # stood already
    sitting.undo()
    assert not sitting.can_undo()
    with pytest.raises(Refusal, match="nothing of yours to take back"):
        sitting.undo()


def test_each_partner_takes_back_their_own_and_nobody_elses(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: did(at, "date", by=house.alex))
    sitting.me = house.sam
    assert not sitting.can_undo()
    sitting.do(lambda at: did(at, "trip", by=house.sam))
    sitting.me = ""
    assert not sitting.can_undo()
    sitting.me = house.alex
    sitting.undo()
    assert [m.ritual for m in house.at().library.moments] == ["trip"]
    sitting.me = house.sam
    sitting.undo()
    assert house.at().library.moments == ()


def rename(name: str) -> Act:
    return lambda at: change_ritual(at, "date", name=name)


def test_what_somebody_went_on_from_is_refused_and_then_the_way_is_free(either_house: House) -> None:
    house = either_house
    alex, sam = house.sitting(house.alex), house.sitting(house.sam)
    alex.do(lambda at: did(at, "trip", by=""))
    alex.do(rename("Evening"))
    sam.do(rename("Our evening"))
    with pytest.raises(Refusal, match="changed again since"):
        alex.undo()
    assert house.at().library.rituals.find("date").name == "Our evening"
    assert alex.undo() == "a tick"
    assert not alex.can_undo()


def test_after_the_other_one_took_theirs_back_mine_can_be_too(house: House) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(rename("Evening"))
    sitting.me = house.sam
    sitting.do(rename("Our evening"))
    sitting.undo()
    sitting.me = house.alex
    sitting.undo()
    assert house.at().library.rituals.find("date").name == "Date"


def test_what_another_window_took_back_is_not_mine_to_take_back_again(house: House) -> None:
    here, there = house.sitting(house.alex), house.sitting(house.sam)
    here.do(rename("Evening"))
    there.do(rename("Our evening"))
    there.undo()
    with pytest.raises(Refusal, match="changed again since"):
        here.undo()


def test_taking_mine_back_does_not_make_somebody_elses_change_mine(house: House) -> None:
    alex, sam = house.sitting(house.alex), house.sitting(house.sam)
    alex.do(rename("Evening"))
    sam.do(rename("Our evening"))
    alex.do(rename("Our long evening"))
    alex.undo()
    with pytest.raises(Refusal, match="changed again since"):
        alex.undo()
    assert house.at().library.rituals.find("date").name == "Our evening"


def test_an_act_of_many_records_is_taken_back_whole_or_not_at_all(either_house: House) -> None:
    house = either_house
    sitting = house.sitting(house.alex)
    house.do(pause, YESTERDAY)
    house.do(pause, YESTERDAY, kind="illness")
    sitting.do(lambda at: resume(at))
    first = house.all("pauses")[0]["id"]
    house.do(remove, "pauses", first, me=house.sam)
    with pytest.raises(Refusal):
        sitting.undo()
    assert [document["until"] for document in house.all("pauses")] == ["2026-11-19"]


def test_setting_up_is_not_taken_back(empty: House) -> None:
    sitting = empty.sitting()
    sitting.do_for_good(lambda at: set_up(at, ("Alex", "Sam")))
    assert not sitting.can_undo()


def fill_the_disk(monkeypatch: pytest.MonkeyPatch, sitting: Sitting) -> None:
    """From now on every write is refused, after the store asked what to write."""

    def write(build: Callable[[Documents], object]) -> None:
        build(sitting.store.documents)
        raise Refusal(FULL)

    monkeypatch.setattr(sitting.store, "write", write)


def test_a_full_disk_refuses_and_keeps_what_can_be_taken_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = house.sitting(house.alex)
    sitting.do(lambda at: appreciate(at, by=house.alex, text="Tea"))
    with monkeypatch.context() as meanwhile:
        fill_the_disk(meanwhile, sitting)
        for _ in range(3):
            with pytest.raises(Refusal, match="disk is full"):
                sitting.undo()
    assert sitting.undo() == "an appreciation"


def test_an_act_that_the_disk_refused_is_not_remembered(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = house.sitting(house.alex)
    fill_the_disk(monkeypatch, sitting)
    with pytest.raises(Refusal, match="disk is full"):
        sitting.do(rename("Evening"))
    assert not sitting.can_undo()


def test_an_act_looks_at_the_newest_records_and_not_at_those_on_the_screen(either_house: House) -> None:
    house = either_house
    sitting = house.sitting(house.alex)
    stale = sitting.at()
    house.do(did, "date", by="")
    seen: list[int] = []

    def act(at: Standing) -> list[Change]:
        seen.append(len(at.library.moments))
        return []

    sitting.do(act)
    assert len(stale.library.moments) == 0
    assert seen == [1]


def test_taking_back_the_first_answer_leaves_the_others_where_it_is_read(either_house: House) -> None:
    alex, sam = either_house.sitting(either_house.alex), either_house.sitting(either_house.sam)
    alex.do(lambda at: answer(at, "2026Q4", "laughed", by=either_house.alex, text="The goose"))
    sam.do(lambda at: answer(at, "2026Q4", "laughed", by=either_house.sam, text="The tent"))
    assert alex.undo() == "a remark"
    assert [one.text for one in either_house.at().library.answers("2026Q4")] == ["The tent"]
    assert sam.undo() == "a remark"
    assert either_house.at().library.answers("2026Q4") == ()


def test_taking_back_the_resolution_that_began_an_evening_leaves_the_answers(house: House) -> None:
    alex, sam = house.sitting(house.alex), house.sitting(house.sam)
    alex.do(lambda at: resolve(at, "2026Q4", "A walk each Sunday"))
    sam.do(lambda at: answer(at, "2026Q4", "laughed", by=house.sam, text="The tent"))
    alex.undo()
    assert house.only("reviews")["resolution"] == ""
    assert [one.text for one in house.at().library.answers("2026Q4")] == ["The tent"]


def test_taking_back_the_first_goal_leaves_the_time_for_those_that_came_after(house: House) -> None:
    alex, sam = house.sitting(house.alex), house.sitting(house.sam)
    alex.do(lambda at: start_goal(at, "The orchard", steps=("Buy a spade",)))
    house.later(seconds=2)
    sam.do(lambda at: start_goal(at, "The choir"))
    assert alex.undo() == "a goal"
    assert [goal.title for goal in house.at().library.goals] == ["The choir"]
    assert house.all("milestones") == []
    house.do(log_time)
    sam.undo()
    assert len(house.all("rituals")) == 4, "time stands on it"


def test_taking_back_the_only_goal_takes_its_ritual_along(house: House) -> None:
    alex = house.sitting(house.alex)
    before = state(house)
    alex.do(lambda at: start_goal(at, "The orchard"))
    alex.undo()
    assert state(house) == {**before, "goals": []}
