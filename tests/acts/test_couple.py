"""Setting up, and changing what the couple agreed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.acts.house import NOON, TODAY, House, settle
from tracker.acts.couple import SYMBOLS, change_couple, set_up
from tracker.acts.entries import appreciate
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.memory import MemoryStore


def test_setting_up_makes_one_couple_and_its_three_first_rituals(empty: House) -> None:
    empty.do(set_up, ("Alex", "Sam"))
    couple = empty.at().couple
    assert couple.names() == "Alex and Sam"
    assert tuple(partner.symbol for partner in couple.partners) == SYMBOLS
    assert couple.partners[0].id != couple.partners[1].id
    rituals = empty.at().library.rituals
    assert [(r.key, r.cadence.times, r.cadence.period) for r in rituals] == [
        ("appreciation", 1, "day"),
        ("date", 1, "week"),
        ("trip", 1, "month"),
    ]
    assert all((r.kept_by, r.forgive, r.since, r.archived_on) == ("either", 1, TODAY, None) for r in rituals)


def test_what_nobody_said_has_its_usual_value(empty: House) -> None:
    empty.do(set_up, ("Alex", "Sam"))
    couple = empty.at().couple
    assert (couple.day_ends_at, couple.week_start, couple.time_zone) == ("04:00", "monday", "UTC")
    assert (couple.effort_start, couple.together_since, couple.children) == (None, "", "unsaid")
    assert (couple.window_months, couple.show_rhythm, couple.show_month) == (None, True, True)


def test_a_second_set_up_is_refused(house: House) -> None:
    assert "set up already" in house.refused(set_up, ("Kim", "Lee"))


def test_two_windows_that_set_up_at_once_make_one_couple(empty: House) -> None:
    other_window = empty.sitting()
    empty.sitting().do_for_good(lambda at: set_up(at, ("Alex", "Sam")))
    with pytest.raises(Refusal, match="set up already"):
        other_window.do_for_good(lambda at: set_up(at, ("Alex", "Sam")))
    assert len(empty.all("rituals")) == 3


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("Alex", "Sam"), ("Alex", "Sam")),
        (("  Alex ", "Sam\tB.\nC."), ("Alex", "Sam B. C.")),
        (("Zoë\x1b[31m", "李\u0000"), ("Zoë[31m", "李")),
        (("a" * 80, "b"), ("a" * 80, "b")),
    ],
)
def test_names_are_kept_on_one_line_without_what_a_terminal_obeys(
    empty: House, names: tuple[str, str], kept: tuple[str, str]
) -> None:
    empty.do(set_up, names)
    assert tuple(partner.name for partner in empty.at().couple.partners) == kept


NAMES_REFUSED = [
    (("Alex", "alex"), "Both names are the same"),
    (("Alex", " ALEX "), "Both names are the same"),
    (("Straße", "STRASSE"), "Both names are the same"),
    (("Zoe\u0308", "zoë"), "Both names are the same"),
    (("Alex", ""), "is empty"),
    (("Alex", "  \t\n "), "is empty"),
    (("Alex", "\u200b\u200d"), "is empty"),
    (("\x1b\x07", "Sam"), "is empty"),
    (("a" * 81, "Sam"), "81 characters"),
    (("Alex",), "exactly two names"),
    (("Alex", "Sam", "Kim"), "exactly two names"),
    ((), "exactly two names"),
]


@pytest.mark.parametrize(("names", "said"), NAMES_REFUSED)
def test_two_names_are_told_apart_without_case(empty: House, names: tuple[str, ...], said: str) -> None:
    assert said in empty.refused(set_up, names)


@pytest.mark.parametrize(("names", "said"), NAMES_REFUSED)
def test_the_same_holds_when_names_change(house: House, names: tuple[str, ...], said: str) -> None:
    assert said in house.refused(change_couple, names)


def test_names_change_and_ids_and_symbols_stay(house: House) -> None:
    before = house.at().couple
    house.do(change_couple, ("Sam", "Alex"))
    after = house.at().couple
    assert after.names() == "Sam and Alex"
    assert [(p.id, p.symbol) for p in after.partners] == [(p.id, p.symbol) for p in before.partners]


def test_every_entry_keeps_its_author_through_a_change_of_names(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Warm tea")
    house.do(change_couple, ("Lex", "Sam"))
    (note,) = house.at().library.appreciations
    assert house.at().couple.name_of(note.by) == "Lex"
    assert house.at().couple.name_of(note.about) == "Sam"


SETTINGS: list[tuple[str, Any, Any]] = [
    ("effort_start", date(2026, 1, 1), "2026-01-01"),
    ("effort_start", date(2031, 1, 1), "2031-01-01"),
    ("effort_start", None, None),
    ("together_since", "2011", "2011"),
    ("together_since", " 2011 ", "2011"),
    ("together_since", "1900", "1900"),
    ("together_since", "2026", "2026"),
    ("together_since", "2011-06-18", "2011-06-18"),
    ("together_since", "20110618", "2011-06-18"),
    ("together_since", "2026-11-20", "2026-11-20"),
    ("together_since", "", ""),
    ("children", "yes", "yes"),
    ("children", "no", "no"),
    ("children", "unsaid", "unsaid"),
    ("day_ends_at", "00:00", "00:00"),
    ("day_ends_at", "11:59", "11:59"),
    ("day_ends_at", " 4:00 ", "04:00"),
    ("week_start", "sunday", "sunday"),
    ("week_start", "monday", "monday"),
    ("time_zone", "Pacific/Auckland", "Pacific/Auckland"),
    ("window_months", 2, 2),
    ("window_months", 24, 24),
    ("window_months", None, None),
    ("show_rhythm", False, False),
    ("show_month", False, False),
]


@pytest.mark.parametrize(("name", "value", "stored"), SETTINGS)
def test_every_setting_is_kept_at_set_up(empty: House, name: str, value: Any, stored: Any) -> None:
    empty.do(set_up, ("Alex", "Sam"), **{name: value})
    assert empty.only("couple")[name] == stored


@pytest.mark.parametrize(("name", "value", "stored"), SETTINGS)
def test_every_setting_can_change_alone(house: House, name: str, value: Any, stored: Any) -> None:
    before = house.at().couple
    house.do(change_couple, **{name: value})
    after = house.at().couple
    shown = getattr(after, name)
    assert (shown.isoformat() if isinstance(shown, date) else shown) == stored
    assert {f for f in before.__struct_fields__ if getattr(before, f) != getattr(after, f)} <= {
        name,
        "updated_at",
        "version",
    }


SETTINGS_REFUSED: list[tuple[str, Any, str]] = [
    ("effort_start", date(1899, 12, 31), "four digits"),
    ("together_since", "1899", "between 1900 and today"),
    ("together_since", "2027", "between 1900 and today"),
    ("together_since", "2026-11-21", "between 1900 and today"),
    ("together_since", "11", "neither a year nor a day"),
    ("together_since", "2011-02-30", "neither a year nor a day"),
    ("together_since", "long ago", "neither a year nor a day"),
    ("children", "two", "yes or no or unsaid"),
    ("day_ends_at", "12:00", "between 00:00 and 11:59"),
    ("day_ends_at", "four", "between 00:00 and 11:59"),
    ("week_start", "saturday", "monday or sunday"),
    ("time_zone", "Berlin", "perhaps Europe/Berlin"),
    ("time_zone", "", "no time zone of that name"),
    ("window_months", 1, "2 to 24 months"),
    ("window_months", 25, "2 to 24 months"),
]


@pytest.mark.parametrize(("name", "value", "said"), SETTINGS_REFUSED)
def test_a_setting_out_of_bounds_is_refused_at_set_up(empty: House, name: str, value: Any, said: str) -> None:
    assert said in empty.refused(set_up, ("Alex", "Sam"), **{name: value})


@pytest.mark.parametrize(("name", "value", "said"), SETTINGS_REFUSED)
def test_a_setting_out_of_bounds_is_refused_later(house: House, name: str, value: Any, said: str) -> None:
    assert said in house.refused(change_couple, **{name: value})


def test_one_bad_setting_keeps_all_the_others_from_being_written(house: House) -> None:
    house.refused(change_couple, ("Kim", "Lee"), children="yes", window_months=99)
    assert house.at().couple.names() == "Alex and Sam"
    assert house.at().couple.children == "unsaid"


@pytest.mark.parametrize(
    "settings",
    [{}, {"children": "unsaid"}, {"week_start": "monday"}, {"effort_start": date(2026, 8, 3)}],
)
def test_changing_nothing_writes_nothing(house: House, settings: dict[str, Any]) -> None:
    assert house.do(change_couple, **settings) == ()
    assert house.do(change_couple, ("Alex", "Sam"), **settings) == ()


@pytest.mark.parametrize(
    ("zone", "day_end", "first_day"),
    [
        ("UTC", "04:00", date(2026, 11, 20)),
        ("Pacific/Auckland", "00:30", date(2026, 11, 21)),  # 01:00 on Saturday there
        ("Pacific/Auckland", "04:00", date(2026, 11, 20)),
        ("Pacific/Honolulu", "04:00", date(2026, 11, 19)),  # 02:00 on Friday, so still Thursday's day
        ("Pacific/Honolulu", "02:00", date(2026, 11, 20)),
    ],
)
def test_the_first_rituals_begin_on_the_couples_own_day(zone: str, day_end: str, first_day: date) -> None:
    clock = FixedClock(NOON)
    house = settle(House(MemoryStore(clock), clock), time_zone=zone, day_ends_at=day_end)
    assert {ritual.since for ritual in house.at().library.rituals} == {first_day}
    assert house.at().today == first_day


def test_before_set_up_today_is_the_machines_own_day(empty: House, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.clock.move_to(datetime(2026, 11, 21, 3, 30, tzinfo=UTC))
    assert empty.at().today == date(2026, 11, 20)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert empty.at().today == date(2026, 11, 21)
    monkeypatch.setenv("TZ", "America/New_York")
    assert empty.at().today == date(2026, 11, 20)


def test_a_form_that_stood_open_changes_only_what_was_changed_in_it(either_house: House) -> None:
    house = either_house
    seen = house.at().couple
    house.do(change_couple, day_ends_at="03:00")
    house.do(change_couple, ("Alex", "Sam"), seen=seen, day_ends_at="04:00", children="yes")
    after = house.at().couple
    assert (after.day_ends_at, after.children) == ("03:00", "yes")
    assert "_kept" not in house.only("couple")


def test_of_what_two_windows_changed_the_later_stands_and_the_other_is_kept(either_house: House) -> None:
    house = either_house
    seen = house.at().couple
    house.do(change_couple, day_ends_at="03:00")
    house.do(change_couple, seen=seen, day_ends_at="02:00")
    couple = house.only("couple")
    assert couple["day_ends_at"] == "02:00"
    assert [(kept["field"], kept["value"]) for kept in couple["_kept"]] == [("day_ends_at", "03:00")]


def test_before_set_up_nothing_can_be_changed(empty: House) -> None:
    assert "not set up yet" in empty.refused(change_couple, children="yes")
