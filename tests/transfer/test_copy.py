"""The store as JSON goes out, comes in elsewhere, and is the same."""

from __future__ import annotations

import pytest

from tests.transfer.copies import (
    bring,
    changed,
    contents,
    elsewhere,
    everything,
    home,
    out,
    take,
)
from tests.transfer.places import (
    ALEX,
    SAM,
    TODAY,
    do,
    moment,
    record,
    standing,
)
from tracker.store.changes import BringBack, Edit, Put, Remove
from tracker.transfer.copy_in import import_copy


def test_the_shared_part_goes_out_comes_in_and_goes_out_the_same() -> None:
    text = out(home(*everything()))
    other = take(elsewhere(), text)
    assert out(other) == text
    assert bring(other, text)[0] == []


@pytest.mark.parametrize("order", [("", ALEX, SAM), (ALEX, SAM), (SAM, "", ALEX), (ALEX, "", SAM, "")])
def test_with_the_part_of_each_partner_in_turn_the_store_is_equal(order: tuple[str, ...]) -> None:
    store, other = home(*everything()), elsewhere()
    for viewer in order:
        take(other, out(store, viewer))
    assert contents(other) == contents(store)
    for viewer in ("", ALEX, SAM):
        assert out(other, viewer) == out(store, viewer)
        assert bring(other, out(store, viewer))[0] == []


def test_when_a_record_was_recorded_and_changed_comes_along() -> None:
    store = take(elsewhere(), out(home(*everything()), ALEX))
    (trip,) = standing(store.documents, "moments")
    assert (trip["recorded_at"], trip["updated_at"]) == ("2026-11-22T20:00:00+00:00",) * 2


def test_a_store_that_was_brought_back_and_forth_stays_the_same() -> None:
    one, two = home(*everything()), elsewhere()
    for turn in range(3):
        for viewer in ("", ALEX, SAM):
            take(two, out(one, viewer))
            take(one, out(two, viewer))
        edited = one if turn % 2 else two
        do(edited.later(10 + turn), [Edit("goals", record(10), {"title": f"turn {turn}"})])
    for viewer in ("", ALEX, SAM):
        take(two, out(one, viewer))
        take(one, out(two, viewer))
    assert contents(one) == contents(two)
    assert standing(one.documents, "goals")[1]["title"] == "turn 2"


def test_brought_back_records_go_out_again() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store))
    do(store, [Remove("moments", record(1))])
    do(store, [BringBack("moments", record(1))])
    take(other, out(store))
    assert out(other) == out(store)


def test_control_characters_are_taken_out_on_the_way_in() -> None:
    store = take(elsewhere(), changed(note="\x1b[31mred\ud800"))
    assert standing(store.documents, "moments")[0]["note"] == "[31mred\ufffd"
    assert bring(store, changed(note="\x1b[31mred\ud800"))[0] == []


def test_odd_things_in_bookkeeping_fields_do_no_harm() -> None:
    for odd in (7, "text", [7, None], {"v": "x"}, {"v": 1, "w": 2, "of": 3}, None):
        for field in ("_masked", "_from", "_kept", "_b"):
            store = take(elsewhere(), changed(**{field: odd}))
            assert bring(store, out(store))[0] == []


def test_progress_is_told_sparsely() -> None:
    store = home(
        *(Put("moments", record(n), moment("2026-11-01", "date", ALEX, str(n))) for n in range(2500))
    )
    told: list[tuple[int, int]] = []
    import_copy(
        elsewhere().documents,
        out(store),
        today=TODAY,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (2504, 2504)
    assert len(told) < 10
