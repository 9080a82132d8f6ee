"""Both stores against a plain reading of the rules in dicts, over long random histories."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.store.things import ALEX, NOW, SAM, an_id, write
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import BringBack, Change, Edit, Put, Receipt, Remove
from tracker.store.disk import DiskStore
from tracker.store.memory import MemoryStore
from tracker.store.protocol import Store

TABLES = ("moments", "plans", "letters")
IDS = st.integers(0, 6)
DAYS = st.sampled_from(["2026-11-20", "2026-11-21", "2026-10-31", "2019-02-28"])
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)


class Histories(RuleBasedStateMachine):
    """Two accounts and a plain model of what stands; a third store keeps the same in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.clock = FixedClock(NOW)
        self.model: dict[tuple[str, str], dict[str, Any]] = {}
        self.set_aside: set[tuple[str, str]] = set()

    @initialize(verify=st.booleans())
    def begin(self, verify: bool) -> None:
        self.disks = [
            DiskStore.open(self.place, self.clock, writer=name, verify=verify) for name in (ALEX, SAM)
        ]
        self.memory = MemoryStore(self.clock)

    def do(self, who: int, *changes: Change) -> bool:
        """Have one account and the memory make the same changes; whether they were made."""
        outcomes: list[Receipt | None] = []
        for store in (self.disks[who], self.memory):
            try:
                outcomes.append(write(store, *changes))
            except Refusal:
                outcomes.append(None)
        assert (outcomes[0] is None) == (outcomes[1] is None)
        return outcomes[0] is not None

    @rule(who=st.integers(0, 1), table=st.sampled_from(TABLES), number=IDS, day=DAYS, note=WORDS)
    def put(self, who: int, table: str, number: int, day: str, note: str) -> None:
        key = table, an_id(number + 10 * TABLES.index(table))
        stands = key in self.model and key not in self.set_aside
        assert self.do(who, Put(*key, {"day": day, "note": note})) is not stands
        if not stands:
            self.model[key] = {"day": day, "note": note}
            self.set_aside.discard(key)

    @rule(
        who=st.integers(0, 1),
        pick=st.integers(0, 99),
        note=WORDS,
        extra=st.none() | st.lists(WORDS, max_size=2),
    )
    def edit(self, who: int, pick: int, note: str, extra: list[str] | None) -> None:
        key = self._picked(pick)
        stands = key in self.model and key not in self.set_aside
        assert self.do(who, Edit(*key, {"note": note, "extra": extra})) is stands
        if stands:
            self.model[key] |= {"note": note, "extra": extra}

    @rule(who=st.integers(0, 1), pick=st.integers(0, 99))
    def remove(self, who: int, pick: int) -> None:
        key = self._picked(pick)
        stands = key in self.model and key not in self.set_aside
        assert self.do(who, Remove(*key)) is stands
        if stands:
            self.set_aside.add(key)

    @rule(who=st.integers(0, 1), pick=st.integers(0, 99))
    def bring_back(self, who: int, pick: int) -> None:
        key = self._picked(pick)
        assert self.do(who, BringBack(*key)) is (key in self.set_aside)
        self.set_aside.discard(key)

    @rule(who=st.integers(0, 1), pick=st.integers(0, 99), note=WORDS)
    def change_and_take_back(self, who: int, pick: int, note: str) -> None:
        key = self._picked(pick)
        if key not in self.model or key in self.set_aside:
            return
        for store in (self.disks[who], self.memory):
            receipt = write(store, Edit(*key, {"note": note, "new": 1}), Remove(*key))
            write(store, *(applied.reverted() for applied in reversed(receipt)))

    @rule(minutes=st.integers(-5000, 5000))
    def time_passes(self, minutes: int) -> None:
        # Never so long that what was removed leaves: that has tests of its own.
        moment = NOW + timedelta(minutes=minutes)
        self.clock.move_to(moment)

    @rule(who=st.integers(0, 1))
    def start_anew(self, who: int) -> None:
        self.disks[who].close()
        self.disks[who] = DiskStore.open(self.place, self.clock, writer=(ALEX, SAM)[who])

    @rule(who=st.integers(0, 1))
    def drop_what_is_in_memory(self, who: int) -> None:
        self.disks[who].close()

    @invariant()
    def all_show_the_same(self) -> None:
        if not hasattr(self, "memory"):
            return
        for disk in self.disks:
            disk.refresh()
            assert disk.documents.notices == ()
        expected = {key: fields for key, fields in self.model.items() if key not in self.set_aside}
        aside = {key: self.model[key] for key in self.set_aside}
        stores: list[Store] = [*self.disks, self.memory]
        for store in stores:
            assert shown(store, removed=False) == expected
            assert shown(store, removed=True) == aside
        assert [*self.disks[0].documents.concurrent_versions("moments", an_id(0))] == []

    def _picked(self, pick: int) -> tuple[str, str]:
        """One of the ids ever put, or one that never was."""
        keys = [*self.model, ("moments", an_id(77))]
        return keys[pick % len(keys)]

    def teardown(self) -> None:
        shutil.rmtree(self.place)


def shown(store: Store, removed: bool) -> dict[tuple[str, str], dict[str, Any]]:
    """The fields that the people see, by table and id."""
    own = ("id", "recorded_at", "updated_at", "removed_at", "_v", "_w", "_b")
    look = store.documents.removed if removed else store.documents.standing
    return {
        (table, document["id"]): {name: value for name, value in document.items() if name not in own}
        for table in TABLES
        for document in look(table)
    }


Histories.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestHistories = Histories.TestCase
