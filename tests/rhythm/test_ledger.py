"""The ledger: the raw documents, read tolerantly, ritual by ritual."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rhythm.histories import ALEX, SAM, TODAY, some
from tracker.calendar.months import MonthsSince
from tracker.ids import id_text
from tracker.rhythm.ledger import Ledger, ledger
from tracker.rhythm.rules import BOTH, Rest
from tracker.store.documents import EMPTY, Documents

DAY = date(2026, 11, 18)
ROOT = Path(__file__).parents[2]


def standing(number: int, **fields: Any) -> dict[str, Any]:
    """A document as the store holds it."""
    recorded = "2026-11-22T12:00:00+00:00"
    return {"id": id_text(number), "recorded_at": recorded, "_v": number, "_w": "alex-7f3a", **fields}


def held(**tables: Iterable[dict[str, Any]]) -> Ledger:
    """The ledger of these documents by table."""
    return ledger(Documents({name: {d["id"]: d for d in table} for name, table in tables.items()}))


def couple(number: int = 1, **fields: Any) -> dict[str, Any]:
    partners = [{"id": ALEX, "name": "Alex", "symbol": "◐"}, {"id": SAM, "name": "Sam", "symbol": "◑"}]
    settings = {"week_start": "monday", "time_zone": "Europe/Berlin", "day_ends_at": "04:00"}
    return standing(number, partners=partners, **settings, **fields)


def ritual(number: int, key: str, **fields: Any) -> dict[str, Any]:
    return standing(
        number, **{"key": key, "name": key.title(), "cadence": {"times": 1, "period": "week"}, **fields}
    )


def moment(number: int, key: object, day: object, by: object = "", **fields: Any) -> dict[str, Any]:
    return standing(number, ritual=key, day=day, by=by, **fields)


def test_nothing_stored_is_an_empty_ledger() -> None:
    empty = ledger(EMPTY)
    assert empty.settings is None
    assert empty.rituals() == ()
    assert empty.months(TODAY) is None
    assert empty.rests_of_everything() == ()
    assert not empty.rhythm("date", TODAY).begun


def test_moments_appreciations_and_plans_that_happened_are_marks() -> None:
    told = held(
        moments=[moment(1, "Talk", "2026-11-18", ALEX), moment(2, "talk", "2026-11-18", SAM)],
        appreciations=[standing(3, day="2026-11-18", by=ALEX, text="private")],
        plans=[
            standing(4, kind="date", state="happened", start="2026-11-18T19:00", by=ALEX),
            standing(5, kind="trip", state="happened", start="2026-11-18"),
            standing(6, kind="trip", state="planned", start="2026-11-19"),
            standing(7, kind="trip", state="happened", start=None),
            standing(8, kind="party", state="happened", start="2026-11-18"),
        ],
    )
    assert told.marks("TALK") == {DAY: frozenset({ALEX, SAM})}
    assert told.marks("appreciation") == {DAY: frozenset({ALEX})}
    assert told.marks("date") == {DAY: frozenset({BOTH})}
    assert told.marks("trip") == {DAY: frozenset({BOTH})}
    assert told.marks("party") == {}


def test_removed_documents_and_tombstones_do_not_count() -> None:
    gone = moment(1, "talk", "2026-11-18", removed_at="2026-11-20T00:00:00+00:00")
    tombstone = {"id": id_text(2), "_v": 2, "_w": "x", "ritual": "talk", "day": "2026-11-18", "by": ""}
    assert held(moments=[gone, tombstone]).marks("talk") == {}


@pytest.mark.parametrize(
    ("key", "day", "by"),
    [
        ("talk", "18 Nov", ""),
        ("talk", "20261118", ""),
        ("talk", "2026-W47-3", ""),
        ("talk", "2026-02-30", ""),
        ("talk", "1899-12-31", ""),
        ("talk", 20261118, ""),
        ("talk", None, ""),
        ("talk", ["2026-11-18"], ""),
        ("talk", "2026-11-18", None),
        ("talk", "2026-11-18", 7),
        (None, "2026-11-18", ""),
        ({}, "2026-11-18", ""),
    ],
)
def test_what_a_hand_edited_into_something_else_is_passed_over(key: object, day: object, by: object) -> None:
    told = held(moments=[moment(1, key, day, by), moment(2, "talk", "2026-11-17")])
    assert told.marks("talk") == {date(2026, 11, 17): frozenset({BOTH})}


def test_rituals_stand_in_a_fixed_order() -> None:
    keys = ["walk", "project", "Talk", "trip", "date", "appreciation"]
    rituals = [ritual(number, key) for number, key in enumerate(keys, 10)]
    names = [entry.key for entry in held(rituals=reversed(rituals)).rituals()]
    assert names == ["appreciation", "date", "trip", "project", "walk", "Talk"]


def test_of_two_rituals_with_one_key_the_older_stands() -> None:
    told = held(rituals=[ritual(9, "TALK", forgive=3), ritual(5, "talk", forgive=0)])
    assert [entry.rule.forgive for entry in told.rituals()] == [0]


def test_a_rituals_rule_is_read_with_the_couples_week() -> None:
    cadence = {"times": 3, "period": "month"}
    asked = ritual(
        2, "Walk", cadence=cadence, kept_by="both", forgive=2, since="2026-03-01", archived_on="2026-10-01"
    )
    entry = held(couple=[{**couple(), "week_start": "sunday"}], rituals=[asked]).rituals()[0]
    assert entry.name == "Walk"
    assert entry.rule == ("walk", 3, "month", "both", 2, date(2026, 3, 1), date(2026, 10, 1), "sunday")


@pytest.mark.parametrize(
    ("fields", "times", "period", "forgive"),
    [
        ({"cadence": None}, 1, "week", 1),
        ({"cadence": {"times": "3", "period": "year"}}, 1, "week", 1),
        ({"cadence": {"times": True, "period": "month"}}, 1, "month", 1),
        ({"forgive": False}, 1, "week", 1),
        ({"cadence": {"times": 99, "period": "week"}, "forgive": 9}, 7, "week", 3),
        ({"cadence": {"times": -4, "period": "day"}, "forgive": -1}, 1, "day", 0),
        ({"cadence": {"times": 1.5, "period": []}, "forgive": None}, 1, "week", 1),
    ],
)
def test_a_cadence_out_of_bounds_is_brought_within(
    fields: dict[str, Any], times: int, period: str, forgive: int
) -> None:
    rule = held(rituals=[ritual(1, "x", **fields)]).rituals()[0].rule
    assert (rule.times, rule.period, rule.forgive) == (times, period, forgive)


def test_archived_rituals_are_not_current_from_their_last_day_on() -> None:
    told = held(
        rituals=[
            ritual(1, "a"),
            ritual(2, "b", archived_on="2026-11-22"),
            ritual(3, "c", archived_on="2026-11-23"),
        ]
    )
    assert [entry.key for entry in told.current(TODAY)] == ["a", "c"]
    assert len(told.rituals()) == 3


def test_pauses_rest_everything_or_one_ritual() -> None:
    told = held(
        pauses=[
            standing(1, kind="ebb", **{"from": "2026-01-01"}, until="2026-01-09", ritual=None),
            standing(2, kind="travel", **{"from": "2026-02-01"}, until=None, ritual="Talk"),
            standing(3, kind="ebb", **{"from": "2026-03-01"}, until="soon"),
            standing(4, kind="ebb", **{"from": None}),
            standing(5, kind="ebb", **{"from": "2026-05-01"}, ritual=5),
        ]
    )
    everything = Rest(date(2026, 1, 1), date(2026, 1, 9))
    assert told.rests_of_everything() == (everything,)
    assert told.rests("talk") == (everything, Rest(date(2026, 2, 1), None))
    assert told.rests("date") == (everything,)


def test_the_older_of_two_couples_stands() -> None:
    other = couple(7, effort_start="2020-01-01")
    told = held(couple=[other, couple(3, effort_start="2026-08-10", show_rhythm=False)])
    assert told.settings is not None
    assert told.settings.partner_ids == (ALEX, SAM)
    assert [partner.name for partner in told.settings.partners] == ["Alex", "Sam"]
    assert (told.settings.time_zone, told.settings.day_ends_at) == ("Europe/Berlin", "04:00")
    assert (told.settings.show_rhythm, told.settings.show_month) == (False, True)
    assert told.months(TODAY) == MonthsSince(3, 12)


@pytest.mark.parametrize(
    "partners", [None, [], [{"id": ALEX}], [{"id": ALEX}, {"id": 2}], [{"id": ALEX}] * 3, "two"]
)
def test_without_two_partners_there_is_no_couple(partners: object) -> None:
    whole = couple(8)
    told = held(couple=[{**couple(3), "partners": partners}, whole])
    assert told.settings == held(couple=[whole]).settings
    assert told.settings is not None


def test_settings_that_were_never_set_have_their_defaults() -> None:
    settings = held(couple=[standing(1, partners=[{"id": ALEX}, {"id": SAM}])]).settings
    assert settings is not None
    assert settings[1:] == ("monday", "UTC", "04:00", None, True, True)


def test_months_rest_in_pauses_of_everything_alone() -> None:
    pauses = [
        standing(1, **{"from": "2026-09-01"}, until="2026-09-10", ritual=None),
        standing(2, **{"from": "2026-10-01"}, until="2026-10-10", ritual="talk"),
    ]
    assert held(couple=[couple(effort_start="2026-08-10")], pauses=pauses).months(TODAY) == MonthsSince(3, 2)
    assert held(couple=[couple()]).months(TODAY) is None


def test_the_rhythm_is_read_from_everything_together() -> None:
    told = held(
        couple=[couple()],
        rituals=[ritual(2, "talk", kept_by="both", since="2026-11-02")],
        moments=[moment(3, "Talk", "2026-11-04", ALEX), moment(4, "talk", "2026-11-04", SAM)],
        pauses=[standing(5, **{"from": "2026-11-12"}, until="2026-11-12", ritual="talk")],
    )
    rhythm = told.rhythm("TALK", TODAY)
    assert rhythm.states == ("kept", "resting", "open")
    assert told.rhythm("talk", TODAY) is rhythm
    assert told.rhythm("talk", date(2026, 11, 4)).states == ("kept",)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_fields = st.sampled_from(
    [
        "ritual",
        "day",
        "by",
        "kind",
        "state",
        "start",
        "key",
        "name",
        "cadence",
        "forgive",
        "since",
        "from",
        "until",
        "partners",
        "week_start",
        "time_zone",
        "effort_start",
        "archived_on",
        "kept_by",
        "done_on",
    ]
)


@some
@given(
    st.dictionaries(
        st.sampled_from(["couple", "rituals", "moments", "appreciations", "plans", "pauses", "milestones"]),
        st.lists(st.dictionaries(_fields, _json, max_size=6), max_size=4),
    )
)
def test_no_document_upsets_the_ledger(tables: dict[str, list[dict[str, Any]]]) -> None:
    told = held(
        **{name: [standing(n, **fields) for n, fields in enumerate(table)] for name, table in tables.items()}
    )
    told.months(TODAY)
    for key in ("appreciation", "date", "project", *(entry.key for entry in told.rituals())):
        assert told.rhythm(key, TODAY).run >= 0
    assert len(told.current(TODAY)) <= len(told.rituals())


def test_the_way_to_status_imports_nothing_heavy() -> None:
    heavy = [
        "msgspec",
        "dataclasses",
        "inspect",
        "pathlib",
        "dateutil",
        "argparse",
        "hashlib",
        "tinydb",
        "textual",
    ]
    code = (
        "import sys, tracker.rhythm.ledger, tracker.rhythm.words;"
        f"sys.exit(', '.join(name for name in {heavy!r} if name in sys.modules) or 0)"
    )
    # Without `site`, whose start-up files are nobody's import of ours.
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
