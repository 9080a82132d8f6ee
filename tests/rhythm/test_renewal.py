"""Marks worked out from what changed are those that everything together gives."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tracker.rhythm.marks import TABLES, gather
from tracker.rhythm.renewal import renewed
from tracker.store.documents import Documents

DAY_END = "04:00"
DAYS = ("2026-11-19", "2026-11-20", "2026-11-21")
Table = dict[str, dict[str, Any]]

moments = st.fixed_dictionaries(
    {
        "recorded_at": st.just("2026-11-20T10:00:00+00:00"),
        "ritual": st.sampled_from(["walk", "Walk", "talk", "date", 7, []]),
        "day": st.sampled_from([*DAYS, "never"]),
        "by": st.sampled_from(["", "1", "2"]),
        "removed_at": st.sampled_from(["", "2026-11-21T10:00:00+00:00"]),
        "kind": st.sampled_from(["date", "trip"]),
        "state": st.sampled_from(["planned", "happened"]),
        "start": st.sampled_from([*DAYS, None]),
        "text": st.sampled_from(["one", "two"]),
        "done_on": st.sampled_from([*DAYS, None]),
    }
)
tables = st.dictionaries(st.sampled_from("abcdefgh"), moments, max_size=8)


def all_of(table: str, documents: Table) -> Any:
    return gather(Documents({table: documents}), table, DAY_END)


@given(st.sampled_from(TABLES), tables, tables, st.sets(st.sampled_from("abcdefgh")))
def test_they_are_the_same_as_gathered_anew(table: str, before: Table, other: Table, kept: set[str]) -> None:
    now = {**other, **{key: before[key] for key in kept & before.keys()}}
    found = renewed(all_of(table, before), before, now, table, DAY_END)
    assert found == all_of(table, now)


@given(st.sampled_from(TABLES), tables, tables)
def test_what_was_known_before_is_left_as_it_was(table: str, before: Table, now: Table) -> None:
    known = all_of(table, before)
    renewed(known, before, now, table, DAY_END)
    assert known == all_of(table, before)


def moment(ritual: str, day: str, **more: str) -> dict[str, Any]:
    return {"recorded_at": "2026-11-20T10:00:00+00:00", "ritual": ritual, "day": day, "by": "", **more}


def test_a_ritual_that_nothing_was_said_about_keeps_its_very_marks() -> None:
    before = {"a": moment("walk", DAYS[0]), "b": moment("talk", DAYS[0]), "c": moment("talk", DAYS[1])}
    known = all_of("moments", before)
    for now in (
        {**before, "d": moment("talk", DAYS[2])},
        {**before, "c": moment("talk", DAYS[2])},
        {"a": before["a"], "b": before["b"]},
    ):
        found = renewed(known, before, now, "moments", DAY_END)
        assert found["walk"] is known["walk"]
        assert found["talk"] == all_of("moments", now)["talk"]


def test_other_words_on_the_same_day_change_no_marks_at_all() -> None:
    before = {"a": moment("walk", DAYS[0], note="one")}
    known = all_of("moments", before)
    found = renewed(known, before, {"a": moment("walk", DAYS[0], note="two")}, "moments", DAY_END)
    assert found["walk"] is known["walk"]


def test_many_changes_at_once_are_gathered_anew() -> None:
    now = {str(place): moment("walk", DAYS[place % 3]) for place in range(200)}
    assert renewed({}, {}, now, "moments", DAY_END) == all_of("moments", now)
