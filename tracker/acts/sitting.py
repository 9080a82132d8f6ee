"""One visit in one window: whose turn it is, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tracker.acts.common import Standing, standing
from tracker.acts.removal import KINDS
from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.store.changes import Change, Receipt
from tracker.store.documents import stamp_of
from tracker.store.protocol import Store

Act = Callable[[Standing], list[Change]]
"""An act with everything but where it stands filled in."""


class Sitting:
    """Runs acts against a store and remembers them, for each partner apart, for `undo`."""

    def __init__(self, store: Store, clock: Clock, me: str = "", today: date | None = None) -> None:
        self.store = store
        self.clock = clock
        self.me = me
        """The partner who sits here; empty until somebody said so."""
        self._pinned = today
        self._done: dict[str, list[Receipt]] = {}

    def at(self) -> Standing:
        """Where the couple stands at this moment, by what was last read."""
        return standing(self.store.documents, self.clock, self._pinned)

    def do(self, act: Act) -> Receipt:
        """Run one act on the newest records; what it did goes on this partner's stack."""
        receipt = self.do_for_good(act)
        if receipt:
            self._done.setdefault(self.me, []).append(receipt)
        return receipt

    def do_for_good(self, act: Act) -> Receipt:
        """Run one act that `undo` does not take back, such as setting up."""
        return self.store.write(lambda documents: act(standing(documents, self.clock, self._pinned)))

    def can_undo(self) -> bool:
        """Whether this partner did anything in this sitting that was not taken back yet."""
        return bool(self._done.get(self.me))

    def undo(self) -> str:
        """Take back this partner's last act; returns the kind of record it was, never its text.

        Refused where a newer version stands: somebody else went on from there.
        """
        if not self.can_undo():
            raise Refusal("There is nothing of yours to take back in this sitting.")
        receipt = self._done[self.me][-1]
        try:
            self.store.write(lambda _: [applied.reverted() for applied in reversed(receipt)])
        except Refusal:
            if self._overtaken(receipt):
                self._done[self.me].pop()  # or it would bar the way to what was done before it
            raise
        self._done[self.me].pop()
        return KINDS.get(receipt[0].table, "a change")

    def _overtaken(self, receipt: Receipt) -> bool:
        """Whether somebody went on from what this act wrote."""
        newest = (self.store.documents.get(applied.table, applied.id) for applied in receipt)
        return any(
            document is not None and stamp_of(document) > applied.after
            for document, applied in zip(newest, receipt, strict=True)
        )

    def forget(self) -> None:
        """Forget what could be taken back, as when the machine is handed over for good."""
        self._done.clear()
