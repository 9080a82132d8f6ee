"""What was set aside can come back for 30 days, and leaves a bare tombstone from the 31st."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.store.things import NOW, an_id, moment, write
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import BringBack, Remove
from tracker.store.documents import stamp_of
from tracker.store.protocol import Store

FIRST = an_id(1)


def test_what_was_removed_31_days_ago_leaves_a_bare_tombstone_at_the_next_write(
    store: Store, clock: FixedClock
) -> None:
    write(store, moment(1), moment(2))
    write(store, Remove("moments", FIRST))
    stamp = stamp_of(store.documents.get("moments", FIRST) or {})
    clock.move_to(NOW + timedelta(days=30, hours=23))
    write(store, moment(3))
    assert (store.documents.get("moments", FIRST) or {})["note"] == "a walk"
    clock.move_to(NOW + timedelta(days=31))
    write(store, moment(4))
    assert store.documents.get("moments", FIRST) == {"id": FIRST, "_v": stamp[0], "_w": stamp[1]}
    assert [*store.documents.removed("moments")] == []
    with pytest.raises(Refusal, match="too long ago"):
        write(store, BringBack("moments", FIRST))


def test_what_was_brought_back_in_time_stays(store: Store, clock: FixedClock) -> None:
    write(store, moment(1))
    write(store, Remove("moments", FIRST))
    clock.move_to(NOW + timedelta(days=40))
    write(store, BringBack("moments", FIRST), moment(2))
    clock.move_to(NOW + timedelta(days=80))
    write(store, moment(3))
    assert (store.documents.get("moments", FIRST) or {})["note"] == "a walk"


def test_an_id_whose_document_left_may_be_put_again(store: Store, clock: FixedClock) -> None:
    write(store, moment(1))
    write(store, Remove("moments", FIRST))
    clock.move_to(NOW + timedelta(days=40))
    write(store, moment(2))
    write(store, moment(1, note="from a backup"))
    assert (store.documents.get("moments", FIRST) or {})["note"] == "from a backup"
