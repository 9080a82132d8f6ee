"""Reading documents as records: tolerant of hands, and the same whatever the order."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.periods import is_quarter
from tracker.errors import Refusal
from tracker.ids import id_text
from tracker.records.base import Record, read_all, read_one
from tracker.records.couple import Couple
from tracker.records.entries import Appreciation, Weather, Weathers
from tracker.records.library import Library
from tracker.records.pauses import Pause, Pauses
from tracker.records.reviews import FutureScene, Review
from tracker.records.rituals import Cadence, Moment, Ritual, Rituals
from tracker.rhythm.ledger import ledger
from tracker.store.documents import EMPTY, Documents

ALEX, SAM = id_text(1), id_text(2)
DAY = date(2026, 11, 18)
SOUND: dict[str, tuple[type[Record], dict[str, Any]]] = {
    "couple": (Couple, {"partners": [{"id": ALEX, "name": "Alex"}, {"id": SAM, "name": "Sam"}]}),
    "rituals": (Ritual, {"key": "walk", "name": "Walk", "cadence": {"times": 1, "period": "week"}}),
    "moments": (Moment, {"ritual": "walk", "day": "2026-11-18", "by": ALEX}),
    "appreciations": (Appreciation, {"day": "2026-11-18", "by": ALEX, "text": "Tea", "told_on": None}),
    "weather": (Weather, {"day": "2026-11-18", "by": ALEX, "word": "sunny", "level": 5}),
    "pauses": (Pause, {"kind": "ebb", "from": "2026-11-18", "until": None, "ritual": None}),
}


def held(number: int, **fields: Any) -> dict[str, Any]:
    """A document as the store holds it."""
    return {
        "id": id_text(number),
        "recorded_at": "2026-11-18T12:00:00+00:00",
        "updated_at": "2026-11-18T12:00:00+00:00",
        "_v": number,
        "_w": "alex-7f3a",
        **fields,
    }


@pytest.mark.parametrize("table", list(SOUND))
def test_a_sound_document_is_a_record(table: str) -> None:
    kind, fields = SOUND[table]
    record = read_one(held(7, **fields), kind)
    assert record is not None
    assert (record.id, record.version, record.writer) == (id_text(7), 7, "alex-7f3a")


@pytest.mark.parametrize("table", list(SOUND))
def test_a_record_is_frozen(table: str) -> None:
    kind, fields = SOUND[table]
    record = read_one(held(7, **fields), kind)
    for name in ("by", "id"):
        with pytest.raises(AttributeError):
            setattr(record, name, SAM)


@pytest.mark.parametrize("table", list(SOUND))
def test_fields_of_a_later_rekindle_stop_nothing(table: str) -> None:
    kind, fields = SOUND[table]
    assert read_one(held(7, **fields, colour="red", _new=[1]), kind) is not None


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=9),
    st.sampled_from(["2026-02-30", "18 Nov", "2026-11-18T00:00:00"]),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@pytest.mark.parametrize("table", list(SOUND))
@given(edits=st.dictionaries(st.integers(0, 12), ODD, max_size=3), drop=st.integers(0, 20))
def test_a_document_edited_into_something_else_is_passed_over_and_never_an_exception(
    table: str, edits: dict[int, Any], drop: int
) -> None:
    kind, fields = SOUND[table]
    document = held(7, **fields)
    names = sorted(document)
    for place, value in edits.items():
        document[names[place % len(names)]] = value
    if drop < len(names):
        del document[names[drop]]
    sound = held(8, **fields)
    records = read_all([document, sound], kind)
    assert id_text(8) in [record.id for record in records]


def test_records_come_oldest_first_whatever_order_they_lie_in() -> None:
    fields = SOUND["moments"][1]
    records = read_all([held(n, **fields) for n in (3, 1, 2)], Moment)
    assert [record.id for record in records] == [id_text(1), id_text(2), id_text(3)]


# The couple


def couple() -> Couple:
    one = read_one(held(1, **SOUND["couple"][1]), Couple)
    assert one is not None
    return one


def test_each_is_the_other_ones_other() -> None:
    assert (couple().other(ALEX).id, couple().other(SAM).id) == (SAM, ALEX)


@pytest.mark.parametrize("who", ["", "ghost"])
def test_nobody_has_no_other_and_is_no_partner(who: str) -> None:
    assert not couple().has(who)
    for asked in (couple().other, couple().partner):
        with pytest.raises(KeyError):
            asked(who)


@pytest.mark.parametrize("name", ["Alex", "alex", "  ALEX\n"])
def test_a_partner_is_found_by_name_without_case(name: str) -> None:
    assert couple().named(name).id == ALEX


def test_a_name_that_is_nobodys_is_answered_with_both() -> None:
    with pytest.raises(Refusal, match=r"Nobody here is called “Kim”; it is Alex or Sam\."):
        couple().named("Kim")


def test_an_id_becomes_a_name_and_none_becomes_both() -> None:
    assert [couple().name_of(who) for who in (ALEX, SAM, "")] == ["Alex", "Sam", "both of you"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_couple_is_two(count: int) -> None:
    partners = [{"id": id_text(n), "name": str(n)} for n in range(count)]
    assert read_one(held(1, partners=partners), Couple) is None


def test_before_set_up_there_is_no_couple() -> None:
    assert Library(EMPTY).couple is None
    with pytest.raises(Refusal, match="not set up yet"):
        Library(EMPTY).need_couple()


def test_of_two_couples_set_up_at_once_the_older_stands_for_everybody() -> None:
    fields = SOUND["couple"][1]
    two = {id_text(n): held(n, **fields, week_start=start) for n, start in ((9, "monday"), (5, "sunday"))}
    documents = Documents({"couple": two})
    found = Library(documents).couple
    settings = ledger(documents).settings
    assert found is not None
    assert settings is not None
    assert found.week_start == settings.week_start == "sunday"


# Rituals


def rituals(*specs: tuple[int, str, str]) -> Rituals:
    records = [held(n, key=key, name=name) for n, key, name in specs]
    return Rituals(read_all(records, Ritual))


def test_built_in_rituals_come_first_then_those_added_in_their_order() -> None:
    found = rituals((1, "walk", "Walk"), (2, "trip", "Trip"), (3, "tea", "Tea"), (4, "appreciation", "A"))
    assert [r.key for r in found] == ["appreciation", "trip", "walk", "tea"]
    assert len(found) == 4


def test_screens_and_status_agree_on_two_rituals_of_one_key() -> None:
    documents = Documents(
        {"rituals": {id_text(n): held(n, key=key, name=str(n)) for n, key in ((9, "walk"), (5, "WALK"))}}
    )
    assert (
        [r.name for r in Library(documents).rituals] == [r.name for r in ledger(documents).rituals()] == ["5"]
    )


def test_a_name_is_taken_by_others_but_not_by_oneself() -> None:
    found = rituals((1, "walk", "Long walk"), (2, "tea", "Tea"))
    for wanted in ("walk", "LONG  walk", "Tea"):
        assert found.taken(wanted)
    assert not found.taken("run")
    assert not found.taken("Walk", but=id_text(1))
    assert found.taken("Walk", but=id_text(2))


@pytest.mark.parametrize(
    ("times", "period", "words", "short"),
    [
        (1, "day", "each day", "each day"),
        (1, "quarter", "each quarter", "each quarter"),
        (3, "week", "3 times a week", "3 a week"),
    ],
)
def test_a_cadence_says_itself(times: int, period: Any, words: str, short: str) -> None:
    cadence = Cadence(times=times, period=period)
    assert (cadence.words(), cadence.short()) == (words, short)


# Pauses and weather


def test_pauses_stand_in_the_order_of_their_days_and_cover_both_ends() -> None:
    late, early = held(1, **{"from": "2026-11-18"}, until="2026-11-19"), held(2, **{"from": "2026-11-01"})
    first, second = Pauses(read_all([late, early], Pause))
    assert (first.id, second.id) == (id_text(2), id_text(1))
    assert [second.covers(date(2026, 11, day)) for day in (17, 18, 19, 20)] == [False, True, True, False]
    assert first.covers(date(2099, 1, 1))


def test_a_pause_covers_exactly_its_scope() -> None:
    everything, walk = held(1, **{"from": "2026-11-18"}), held(2, **{"from": "2026-11-18"}, ritual="walk")
    pauses = Pauses(read_all([everything, walk], Pause))
    assert [p.id for p in pauses.covering(DAY)] == [id_text(1)]
    assert [p.id for p in pauses.covering(DAY, "walk")] == [id_text(2)]
    assert pauses.covering(DAY, "tea") == ()


def test_of_two_weathers_of_one_day_the_newest_version_stands() -> None:
    fields = SOUND["weather"][1]
    changed = {**held(1, **{**fields, "level": 1}), "_v": 9}
    weathers = Weathers(lambda day: read_all([changed, held(2, **fields)], Weather))
    found = weathers.of(ALEX, DAY)
    assert found is not None
    assert found.level == 1
    assert weathers.of(SAM, DAY) is None


def test_a_record_tells_its_fields_as_its_document_has_them() -> None:
    """Acts compare what a form showed with what stands: the names must be the document's."""
    for kind, fields in SOUND.values():
        record = read_one(held(7, **fields), kind)
        told = msgspec.json.decode(msgspec.json.encode(record))
        assert {name: told[name] for name in fields if name != "partners"} == {
            name: value for name, value in fields.items() if name != "partners"
        }


@pytest.mark.parametrize("quarter", ["soon", "", "2026Q9", "0001Q1", "9999Q1", "2026q3", " 2026Q3"])
def test_an_evening_of_no_quarter_is_passed_over(quarter: str) -> None:
    for kind in (Review, FutureScene):
        assert read_one(held(1, quarter=quarter), kind) is None
        assert read_one(held(1, quarter="2026Q3"), kind) is not None
    assert not is_quarter(quarter)
