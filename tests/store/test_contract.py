"""What every store does, on disk and in memory alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from tests.store.things import NOW, an_id, everything, moment, write
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import BringBack, Change, Edit, Put, Receipt, Remove, Revert
from tracker.store.documents import stamp_of
from tracker.store.protocol import Store

FIRST = an_id(1)


def take_back(store: Store, receipt: Receipt) -> Receipt:
    return store.write(lambda _: [applied.reverted() for applied in reversed(receipt)])


def test_a_new_document_carries_its_id_and_when_it_was_recorded_and_by_which_writer(store: Store) -> None:
    write(store, moment(1))
    document = store.documents.get("moments", FIRST)
    assert document is not None
    assert document["id"] == FIRST
    assert document["recorded_at"] == document["updated_at"] == "2026-11-22T10:00:00+00:00"
    assert stamp_of(document)[0] == int(NOW.timestamp() * 1e6)
    assert stamp_of(document)[1]
    assert document["note"] == "a walk"


def test_an_id_that_stands_is_refused_and_nothing_changes(store: Store) -> None:
    write(store, moment(1))
    before = store.documents
    with pytest.raises(Refusal, match="stands already"):
        write(store, moment(2), moment(1, note="again"))
    assert store.documents is before


def test_an_edit_changes_its_fields_and_leaves_the_others(store: Store) -> None:
    write(store, moment(1))
    write(store, Edit("moments", FIRST, {"note": "a long walk", "place": "the river"}))
    document = store.documents.get("moments", FIRST)
    assert document is not None
    assert (document["note"], document["place"], document["ritual"]) == ("a long walk", "the river", "date")


@pytest.mark.parametrize(
    "change",
    [
        Edit("moments", an_id(9), {"note": "x"}),
        Remove("moments", an_id(9)),
        BringBack("moments", an_id(9)),
        Revert("moments", an_id(9), (1, "w"), {}),
    ],
    ids=lambda change: type(change).__name__,
)
def test_what_is_not_there_cannot_be_changed(store: Store, change: Change) -> None:
    write(store, moment(1))
    with pytest.raises(Refusal):
        write(store, change)


def test_a_removed_document_is_set_aside_and_can_be_brought_back(store: Store) -> None:
    write(store, moment(1))
    write(store, Remove("moments", FIRST))
    assert [*store.documents.standing("moments")] == []
    assert [document["note"] for document in store.documents.removed("moments")] == ["a walk"]
    with pytest.raises(Refusal, match="bring it back"):
        write(store, Edit("moments", FIRST, {"note": "x"}))
    write(store, BringBack("moments", FIRST))
    assert [document["note"] for document in store.documents.standing("moments")] == ["a walk"]
    with pytest.raises(Refusal, match="not set aside"):
        write(store, BringBack("moments", FIRST))


def test_stamps_rise_even_when_the_clock_is_put_back(store: Store, clock: FixedClock) -> None:
    write(store, moment(1))
    clock.move_to(NOW - timedelta(days=1000))
    write(store, moment(2))
    write(store, Edit("moments", FIRST, {"note": "x"}))
    stamps = [stamp_of(document)[0] for document in everything(store.documents).values()]
    assert max(stamps) == int(NOW.timestamp() * 1e6) + 2
    assert store.documents.highest_stamp() == max(stamps)


def test_of_several_changes_all_are_written_or_none(store: Store) -> None:
    write(store, moment(1))
    before = store.documents
    with pytest.raises(Refusal):
        write(store, Edit("moments", FIRST, {"note": "x"}), Remove("moments", an_id(9)))
    assert store.documents is before


def test_changes_of_one_write_see_those_before_them(store: Store) -> None:
    receipt = write(store, moment(1), Edit("moments", FIRST, {"note": "b"}), Remove("moments", FIRST))
    assert [applied.id for applied in receipt] == [FIRST] * 3
    assert [document["note"] for document in store.documents.removed("moments")] == ["b"]


def test_what_was_done_can_be_taken_back_even_when_it_was_several_changes_of_one_document(
    store: Store,
) -> None:
    write(store, moment(1, mood="calm"))
    before = dict(store.documents.get("moments", FIRST) or {})
    receipt = write(
        store,
        Edit("moments", FIRST, {"note": "b", "place": "home"}),
        Edit("moments", FIRST, {"note": "c"}),
        Remove("moments", FIRST),
    )
    undone = take_back(store, receipt)
    after = dict(store.documents.get("moments", FIRST) or {})
    own = ("_v", "updated_at")
    assert {k: v for k, v in after.items() if k not in own} == {
        k: v for k, v in before.items() if k not in own
    }
    take_back(store, undone)
    assert [document["note"] for document in store.documents.removed("moments")] == ["c"]


def test_taking_back_a_new_document_sets_it_aside(store: Store) -> None:
    receipt = write(store, moment(1))
    take_back(store, receipt)
    assert [*store.documents.standing("moments")] == []
    assert len([*store.documents.removed("moments")]) == 1


def test_taking_back_is_refused_when_a_newer_version_stands(store: Store) -> None:
    write(store, moment(1))
    receipt = write(store, Edit("moments", FIRST, {"note": "mine"}))
    write(store, Edit("moments", FIRST, {"note": "theirs"}))
    with pytest.raises(Refusal, match="changed again"):
        take_back(store, receipt)
    assert [document["note"] for document in store.documents.standing("moments")] == ["theirs"]


def test_a_value_that_the_person_had_not_seen_is_kept_beside_the_new_one(store: Store) -> None:
    write(store, moment(1))
    write(store, Edit("moments", FIRST, {"note": "hers"}, seen={"note": "a walk"}))
    theirs = stamp_of(store.documents.get("moments", FIRST) or {})
    write(
        store,
        Edit("moments", FIRST, {"note": "his", "place": "home"}, seen={"note": "a walk", "place": None}),
    )
    document = store.documents.get("moments", FIRST) or {}
    assert document["note"] == "his"
    assert document["_kept"] == [{"field": "note", "value": "hers", "_v": theirs[0], "_w": theirs[1]}]


def test_nothing_is_kept_when_both_wrote_the_same(store: Store) -> None:
    write(store, moment(1))
    write(store, Edit("moments", FIRST, {"note": "same"}, seen={"note": "a walk"}))
    write(store, Edit("moments", FIRST, {"note": "same"}, seen={"note": "a walk"}))
    assert "_kept" not in (store.documents.get("moments", FIRST) or {})


@pytest.mark.parametrize("value", [date(2026, 11, 22), {1, 2}, b"bytes", float("nan"), float("inf")])
def test_what_no_file_could_hold_is_refused_and_nothing_of_it_stays(store: Store, value: object) -> None:
    write(store, moment(1))
    before = everything(store.documents)
    with pytest.raises((TypeError, ValueError)):
        write(store, moment(2), moment(3, extra=value))
    assert everything(store.documents) == before
    write(store, moment(4))
    assert {key for _, key in everything(store.documents)} == {FIRST, an_id(4)}


def test_a_picture_never_changes(store: Store) -> None:
    write(store, moment(1))
    picture = store.documents
    before = {key: dict(value) for key, value in everything(picture).items()}
    write(store, moment(2), Edit("moments", FIRST, {"note": "x"}))
    assert everything(picture) == before
    assert picture.get("moments", an_id(2)) is None


def test_a_table_that_nobody_changed_is_the_very_same_in_the_next_picture(store: Store) -> None:
    write(store, moment(1), Put("plans", an_id(2), {}))
    before = store.documents
    write(store, Edit("plans", an_id(2), {"title": "x"}))
    assert store.documents.table("moments") is before.table("moments")
    assert store.documents.table("plans") != before.table("plans")
    assert dict(store.documents.table("goals")) == {}


def test_the_store_keeps_no_hold_of_what_it_was_given(store: Store) -> None:
    checks = ["tickets"]
    write(store, Put("plans", FIRST, {"checks": checks, "pair": ("a", "b")}))
    checks.append("later")
    document = store.documents.get("plans", FIRST) or {}
    assert document["checks"] == ["tickets"]
    assert document["pair"] == ["a", "b"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("bell\x07 and \x1b[31mred\x1b[0m", "bell and [31mred[0m"),
        ("two\nlines\tand a tab", "two\nlines and a tab"),
        ("c1 \x9b2J \x7f end", "c1 2J  end"),
        ("half an emoji \ud83d", "half an emoji \ufffd"),
        ("schön 🌿", "schön 🌿"),
    ],
)
def test_control_characters_never_get_in(store: Store, given: str, kept: str) -> None:
    write(store, moment(1, note=given), moment(2, checks=[{"text": given}]))
    assert (store.documents.get("moments", FIRST) or {})["note"] == kept
    assert (store.documents.get("moments", an_id(2)) or {})["checks"] == [{"text": kept}]


def test_fields_that_only_the_store_sets_are_not_taken_from_outside(store: Store) -> None:
    write(store, moment(1, _v=1 << 80, _w="nobody-0000", _b={"x": 1}, id=an_id(5)))
    write(store, Edit("moments", FIRST, {"_v": 3, "id": an_id(5)}))
    document = store.documents.get("moments", FIRST) or {}
    assert document["id"] == FIRST
    assert stamp_of(document)[0] == int(NOW.timestamp() * 1e6) + 1
    assert "_b" not in document


def test_a_document_from_elsewhere_keeps_the_time_it_was_recorded(store: Store) -> None:
    write(store, moment(1, recorded_at="2024-02-29T23:30:00+02:00"))
    assert (store.documents.get("moments", FIRST) or {})["recorded_at"] == "2024-02-29T23:30:00+02:00"


@pytest.mark.parametrize(
    "day", ["", "2026-11", "2026-1-22", "2026-02-30", "../../etc", "2026-W48-7", "20261122"]
)
def test_a_day_that_is_none_is_refused(store: Store, day: str) -> None:
    with pytest.raises(Refusal, match="could not be read"):
        write(store, moment(1, day=day))


@pytest.mark.parametrize(
    ("table", "key"), [("_meta", FIRST), ("", FIRST), ("plans", "12"), ("plans", "x" * 22)]
)
def test_names_that_no_file_could_carry_are_refused(store: Store, table: str, key: str) -> None:
    with pytest.raises(ValueError, match="not "):
        write(store, Put(table, key, {}))


def test_a_refusal_from_build_writes_nothing(store: Store) -> None:
    def decline(_: object) -> Iterable[Change]:
        yield moment(1)
        raise Refusal("No.")

    with pytest.raises(Refusal, match=r"No\."):
        store.write(decline)
    assert everything(store.documents) == {}


def test_writing_nothing_is_fine(store: Store) -> None:
    assert write(store) == ()
    assert store.documents.tables() == ()
    assert store.writable


def test_many_changes_in_one_write(store: Store) -> None:
    write(store, *(moment(number, day=f"20{10 + number % 15}-0{1 + number % 9}-11") for number in range(600)))
    assert len([*store.documents.standing("moments")]) == 600
    write(store, *(Edit("moments", an_id(number), {"note": str(number)}) for number in range(600)))
    notes = {document["id"]: document["note"] for document in store.documents.standing("moments")}
    assert notes == {an_id(number): str(number) for number in range(600)}


def test_closing_twice_is_fine(store: Store) -> None:
    write(store, moment(1))
    store.close()
    store.close()
    assert {document["note"] for document in store.documents.standing("moments")} == {"a walk"}
