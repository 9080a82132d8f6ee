"""Rituals of one's own, and marking that one happened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.acts.house import TODAY, YESTERDAY, House, days_ago
from tracker.acts.removal import bring_back, remove
from tracker.acts.rituals import (
    add_ritual,
    archive_ritual,
    change_ritual,
    did,
    take_up_again,
    undo_did,
)
from tracker.errors import Refusal
from tracker.records.rituals import Ritual
from tracker.store.changes import Put


def ritual(house: House, key: str) -> Ritual:
    return house.at().library.rituals.find(key)


def shape(one: Ritual) -> tuple[int, str, str, int]:
    return one.cadence.times, one.cadence.period, one.kept_by, one.forgive


@pytest.fixture
def talking(house: House) -> House:
    """They talk three times a week, both of them."""
    house.do(add_ritual, "Weekly talk", times=3, per="week", kept_by="both", forgive=2)
    return house


# Adding


def test_a_ritual_is_weekly_kept_by_either_and_counts_from_today_unless_said_otherwise(house: House) -> None:
    house.do(add_ritual, "Weekly talk")
    one = ritual(house, "weekly-talk")
    assert (one.name, *shape(one)) == ("Weekly talk", 1, "week", "either", 1)
    assert (one.since, one.archived_on) == (TODAY, None)


def test_every_setting_is_kept(house: House) -> None:
    house.do(add_ritual, "Walk", times=28, per="month", kept_by="both", forgive=0, since=days_ago(40))
    assert shape(ritual(house, "walk")) == (28, "month", "both", 0)
    assert ritual(house, "walk").since == days_ago(40)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Weekly talk", "weekly-talk"),
        ("  Weekly\n talk ", "weekly-talk"),
        ("Phones away!", "phones-away"),
        ("Кофе утром", "кофе-утром"),
        ("散歩", "散歩"),
        ("Straße", "strasse"),
        ("Cafe\u0301", "café"),
        ("❤️❤️", "ritual"),
        ("...", "ritual"),
        ("a_b", "a_b"),
        ("ritual:note/../x", "ritual-note-x"),
        ("7", "7"),
    ],
)
def test_a_key_is_made_from_the_name(house: House, name: str, key: str) -> None:
    house.do(add_ritual, name)
    assert house.newest("rituals") == ritual(house, key).id
    assert ritual(house, key).key == key


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (["Tea time", "Tea, time", "Tea (time)"], ["tea-time", "tea-time-2", "tea-time-3"]),
        (["❤", "♥", "!"], ["ritual", "ritual-2", "ritual-3"]),
        (["tea-2", "tea", "Tea!"], ["tea-2", "tea", "tea-3"]),
        (["Trip!"], ["trip-2"]),
        (["Project."], ["project-2"]),
    ],
)
def test_a_key_that_is_taken_gets_a_number(house: House, names: list[str], keys: list[str]) -> None:
    for name in names:
        house.do(add_ritual, name)
    assert [document["key"] for document in house.all("rituals")][3:] == keys


TAKEN = ["Weekly talk", "WEEKLY  TALK", "weekly-talk", "Date", "appreciation", "TRIP", "project"]


@pytest.mark.parametrize("name", TAKEN)
def test_a_name_that_is_taken_without_case_is_refused(talking: House, name: str) -> None:
    assert "already" in talking.refused(add_ritual, name)


def test_the_name_of_a_ritual_that_was_put_away_stays_taken(talking: House) -> None:
    talking.do(archive_ritual, "weekly-talk")
    assert "already" in talking.refused(add_ritual, "weekly talk")


def test_accents_in_either_spelling_are_the_same_name(house: House) -> None:
    house.do(add_ritual, "Café")
    assert "already" in house.refused(add_ritual, "CAFE\u0301")
    assert ritual(house, "cafe\u0301").key == "café"


BAD: list[tuple[dict[str, Any], str]] = [
    ({"times": 0}, "1 to 7 times a week"),
    ({"times": -1}, "1 to 7 times a week"),
    ({"times": 8}, "1 to 7 times a week"),
    ({"times": 29, "per": "month"}, "1 to 28 times a month"),
    ({"times": 91, "per": "quarter"}, "1 to 90 times a quarter"),
    ({"times": 2, "per": "day"}, "once a day"),
    ({"times": 0, "per": "day"}, "once a day"),
    ({"per": "year"}, "day, week, month or quarter"),
    ({"per": ""}, "day, week, month or quarter"),
    ({"kept_by": "alex"}, "either or by both"),
    ({"forgive": -1}, "0 to 3 quiet periods"),
    ({"forgive": 4}, "0 to 3 quiet periods"),
    ({"since": TODAY + timedelta(days=1)}, "still to come"),
    ({"since": date(1899, 12, 31)}, "before 1900"),
]


@pytest.mark.parametrize(("wanted", "said"), BAD)
def test_a_ritual_out_of_bounds_is_refused(house: House, wanted: dict[str, Any], said: str) -> None:
    assert said in house.refused(add_ritual, "Walk", **wanted)


@pytest.mark.parametrize(("name", "said"), [("", "is empty"), ("\u200b ", "is empty"), ("x" * 81, "81")])
def test_a_ritual_needs_a_name_that_fits(house: House, name: str, said: str) -> None:
    assert said in house.refused(add_ritual, name)


def test_before_set_up_there_are_no_rituals(empty: House) -> None:
    assert "not set up yet" in empty.refused(add_ritual, "Walk")
    assert "not set up yet" in empty.refused(did, "date", by="")


# Changing


@pytest.mark.parametrize(("wanted", "said"), BAD)
def test_a_change_out_of_bounds_is_refused(talking: House, wanted: dict[str, Any], said: str) -> None:
    assert said in talking.refused(change_ritual, "weekly-talk", **wanted)


@pytest.mark.parametrize(
    ("wanted", "becomes"),
    [
        ({}, (3, "week", "both", 2)),
        ({"times": 2}, (2, "week", "both", 2)),
        ({"per": "month"}, (1, "month", "both", 2)),
        ({"per": "day"}, (1, "day", "both", 2)),
        ({"per": "week"}, (3, "week", "both", 2)),
        ({"per": "quarter", "times": 9}, (9, "quarter", "both", 2)),
        ({"kept_by": "either"}, (3, "week", "either", 2)),
        ({"forgive": 0}, (3, "week", "both", 0)),
    ],
)
def test_only_what_is_named_changes(
    talking: House, wanted: dict[str, Any], becomes: tuple[int, str, str, int]
) -> None:
    receipt = talking.do(change_ritual, "Weekly Talk", **wanted)
    assert shape(ritual(talking, "weekly-talk")) == becomes
    assert bool(receipt) == (becomes != (3, "week", "both", 2))


def test_a_new_name_keeps_the_key_and_so_every_mark(talking: House) -> None:
    talking.do(did, "weekly-talk", by="")
    talking.do(change_ritual, "weekly-talk", name="Evening talk")
    assert ritual(talking, "evening TALK").key == "weekly-talk"
    assert talking.at().library.ledger.rhythm("weekly-talk", TODAY).happened_on(TODAY)


@pytest.mark.parametrize("key", ["date", "weekly-talk"])
def test_a_ritual_may_take_back_its_own_name(talking: House, key: str) -> None:
    before = ritual(talking, key).name
    talking.do(change_ritual, key, name="Something else")
    talking.do(change_ritual, key, name=before.upper())
    assert ritual(talking, key).name == before.upper()
    talking.do(change_ritual, key, name=key)
    assert ritual(talking, key).name == key


@pytest.mark.parametrize("name", ["Date", "trip", "PROJECT"])
def test_no_ritual_takes_the_name_of_another(talking: House, name: str) -> None:
    assert "already" in talking.refused(change_ritual, "weekly-talk", name=name)


def test_the_name_it_goes_by_is_free_for_nobody_else_even_when_it_is_called_otherwise(talking: House) -> None:
    talking.do(change_ritual, "weekly-talk", name="Evening")
    assert "already" in talking.refused(add_ritual, "Weekly-Talk")
    talking.do(add_ritual, "Weekly talk")
    assert [r.key for r in talking.at().library.rituals][-1] == "weekly-talk-2"


def test_a_form_that_stood_open_changes_only_what_was_changed_in_it(talking: House) -> None:
    seen = ritual(talking, "weekly-talk")
    talking.do(change_ritual, "weekly-talk", name="Evening talk", times=2)
    form = {"name": seen.name, "times": 3, "per": "week", "kept_by": "both", "forgive": 3}
    talking.do(change_ritual, "weekly-talk", seen=seen, **form)
    after = ritual(talking, "weekly-talk")
    assert (after.name, *shape(after)) == ("Evening talk", 2, "week", "both", 3)


def test_a_ritual_that_is_not_there_is_answered_with_those_that_are(house: House) -> None:
    sentence = house.refused(change_ritual, "juggling", times=1)
    known = "There is no ritual “juggling”; there are: appreciation, date, trip."
    assert sentence == f"{known} A new one: `rekindle ritual add`."


def test_an_unknown_setting_is_a_mistake_of_the_program(house: House) -> None:
    with pytest.raises(TypeError):
        house.do(change_ritual, "date", colour="red")


# Putting away


def test_a_ritual_is_put_away_and_taken_up_again_with_everything_it_holds(talking: House) -> None:
    talking.do(did, "weekly-talk", by="")
    talking.do(archive_ritual, "weekly-talk")
    assert ritual(talking, "weekly-talk").archived_on == TODAY
    assert [r.key for r in talking.at().library.rituals.archived()] == ["weekly-talk"]
    assert "put away already" in talking.refused(archive_ritual, "weekly-talk")
    talking.later(days=3).do(take_up_again, "weekly-talk")
    assert ritual(talking, "weekly-talk").archived_on is None
    assert talking.do(take_up_again, "weekly-talk") == ()
    assert len(talking.at().library.moments) == 1


def test_what_was_put_away_exists_up_to_that_day_and_no_further(talking: House) -> None:
    talking.do(archive_ritual, "weekly-talk")
    talking.do(did, "weekly-talk", by="", day=TODAY)
    talking.do(did, "weekly-talk", by="", day=YESTERDAY)
    assert "take it up again first" in talking.later(days=1).refused(did, "weekly-talk", by="")


# Marking


def test_a_mark_says_the_ritual_the_day_and_by_whom(talking: House) -> None:
    talking.do(did, "WEEKLY TALK", by=talking.sam, day=YESTERDAY, text="  in the\x1b[1m garden ")
    (moment,) = talking.at().library.moments
    assert (moment.ritual, moment.day, moment.by) == ("weekly-talk", YESTERDAY, talking.sam)
    assert moment.note == "in the[1m garden"


def test_marking_twice_changes_nothing(either_house: House) -> None:
    house = either_house
    house.do(did, "date", by="")
    assert house.do(did, "date", by="") == ()
    house.do(did, "date", by="", text="by the river")
    assert house.do(did, "date", by="", text="by the river") == ()
    assert house.do(did, "date", by="") == ()
    assert [m.note for m in house.at().library.moments] == ["", "by the river"]


def test_each_one_and_both_are_marks_of_their_own(house: House) -> None:
    for by in (house.alex, house.sam, ""):
        house.do(did, "date", by=by)
        assert house.do(did, "date", by=by) == ()
    assert [m.by for m in house.at().library.moments] == [house.alex, house.sam, ""]


@pytest.mark.parametrize("name", ["appreciation", "APPRECIATION", " Appreciation "])
def test_an_appreciation_is_not_marked_but_written(house: House, name: str) -> None:
    assert "`rekindle appreciate`" in house.refused(did, name, by=house.alex)


def test_that_holds_by_whatever_name_it_goes(house: House) -> None:
    house.do(change_ritual, "appreciation", name="Something nice")
    assert "`rekindle appreciate`" in house.refused(did, "something nice", by=house.alex)


def test_a_project_begins_with_a_goal_and_is_not_there_before(house: House) -> None:
    assert "no ritual “project”" in house.refused(did, "project", by="")


@pytest.mark.parametrize(
    ("day", "said"), [(TODAY + timedelta(days=1), "still to come"), (date(1899, 12, 31), "before 1900")]
)
def test_days_to_come_and_before_1900_are_refused(house: House, day: date, said: str) -> None:
    assert said in house.refused(did, "date", by="", day=day)


def test_a_book_beside_a_mark_is_refused(house: House) -> None:
    assert "20,001 characters" in house.refused(did, "date", by="", text="x" * 20_001)


def test_a_tick_is_taken_back_with_ones_own_marks_and_those_by_both(house: House) -> None:
    for by in (house.alex, house.sam, ""):
        house.do(did, "date", by=by)
        house.do(did, "date", by=by, text="by the river")
        house.do(did, "date", by=by, day=YESTERDAY)
        house.do(did, "trip", by=by)
    house.do(undo_did, "date", me=house.alex, day=TODAY)
    left = [(m.ritual, m.by) for m in house.at().library.moments if m.day == TODAY and m.ritual == "date"]
    assert left == [("date", house.sam)] * 2
    assert len(house.at().library.moments) == 8
    assert house.do(undo_did, "date", me=house.alex, day=TODAY) == ()


# Names that would meet again


def test_a_removed_ritual_does_not_come_back_beside_one_of_its_name(talking: House) -> None:
    gone = ritual(talking, "weekly-talk").id
    talking.do(remove, "rituals", gone, me=talking.alex)
    talking.do(add_ritual, "Weekly Talk")
    assert "has that name by now" in talking.refused(bring_back, gone, me=talking.alex)
    talking.do(change_ritual, "Weekly Talk", name="Evening talk")
    talking.do(bring_back, gone, me=talking.alex)
    assert ritual(talking, "weekly-talk").id == gone


def test_a_new_ritual_called_like_a_removed_one_begins_without_its_past(talking: House) -> None:
    talking.do(did, "weekly-talk", by="")
    talking.do(remove, "rituals", ritual(talking, "weekly-talk").id, me=talking.alex)
    talking.do(add_ritual, "Weekly talk")
    (fresh,) = (one for one in talking.at().library.rituals if one.name == "Weekly talk")
    assert fresh.key == "weekly-talk-2"
    assert talking.at().library.ledger.rhythm(fresh.key, TODAY).run == 0
    assert talking.at().library.ledger.rhythm("weekly-talk", TODAY).run == 1, (
        "kept, for whoever brings it back"
    )


def test_undo_does_not_give_two_rituals_one_name_and_leaves_the_way_free(talking: House) -> None:
    alex, sam = talking.sitting(talking.alex), talking.sitting(talking.sam)
    alex.do(lambda at: did(at, "date", by=""))
    alex.do(lambda at: change_ritual(at, "weekly-talk", name="Evening"))
    alex.do(lambda at: change_ritual(at, "trip", name="Weekend away"))
    sam.do(lambda at: add_ritual(at, "Weekly talk"))
    alex.undo()
    with pytest.raises(Refusal, match="has that name by now"):
        alex.undo()
    assert alex.undo() == "a tick"


def test_of_two_rituals_that_two_machines_added_at_once_the_older_stands(talking: House) -> None:
    fields = dict(talking.all("rituals")[-1])
    talking.store.write(lambda _: [Put("rituals", "9" * 22, {**fields, "name": "Weekly talk"})])
    assert [r.key for r in talking.at().library.rituals].count("weekly-talk") == 1
    assert ritual(talking, "weekly-talk").id == fields["id"]
