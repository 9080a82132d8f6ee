"""A couple at home: a store, a clock that stands, and acts run in either partner's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import pytest

from tracker.acts.common import Standing, standing
from tracker.acts.couple import set_up
from tracker.acts.sitting import Sitting
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import Change, Document, Receipt
from tracker.store.protocol import Store

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = date(2026, 11, 20)
"""A Friday."""
YESTERDAY = TODAY - timedelta(days=1)


def days_ago(count: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=count)


class House(NamedTuple):
    """Everything an act needs."""

    store: Store
    clock: FixedClock

    def do(self, act: Callable[..., list[Change]], *given: Any, **named: Any) -> Receipt:
        """Run one act with these arguments; a millisecond passes, so that ids tell the order."""
        self.clock.move_to(self.clock.now() + timedelta(milliseconds=1))
        return self.store.write(lambda documents: act(standing(documents, self.clock), *given, **named))

    def refused(self, act: Callable[..., list[Change]], *given: Any, **named: Any) -> str:
        """The sentence with which an act is refused; nothing may be written by it."""
        before = self.store.documents
        with pytest.raises(Refusal) as refusal:
            self.do(act, *given, **named)
        assert self.store.documents is before
        assert str(refusal.value) == refusal.value.sentence
        return refusal.value.sentence

    def at(self) -> Standing:
        """Where the couple stands now."""
        return standing(self.store.documents, self.clock)

    def sitting(self, me: str = "") -> Sitting:
        """A fresh window."""
        return Sitting(self.store, self.clock, me)

    def later(self, **span: float) -> House:
        """The same house, some time later."""
        self.clock.move_to(self.clock.now() + timedelta(**span))
        return self

    def all(self, table: str) -> list[Document]:
        """What stands in a table, in the order it was written."""
        return sorted(self.store.documents.standing(table), key=lambda document: str(document["id"]))

    def only(self, table: str) -> Document:
        """The one document that stands in a table."""
        (document,) = self.all(table)
        return document

    def newest(self, table: str) -> str:
        """The id of what was written last."""
        return max(str(document["id"]) for document in self.all(table))

    @property
    def alex(self) -> str:
        return self.at().couple.partners[0].id

    @property
    def sam(self) -> str:
        return self.at().couple.partners[1].id


def settle(house: House, **settings: Any) -> House:
    """Alex and Sam move in."""
    house.do(set_up, ("Alex", "Sam"), **{"effort_start": date(2026, 8, 3), **settings})
    return house.later(seconds=1)
