"""One visit in one window: whose turn it is, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tracker.acts.common import Standing, standing, today_of
from tracker.acts.meant import check_clock
from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.records.library import Library
from tracker.store.changes import Applied, Change, Receipt, Revert, Stamp
from tracker.store.documents import Documents, stamp_of
from tracker.store.protocol import Store

Act = Callable[[Standing], list[Change]]
"""An act with everything but where it stands filled in."""

Versions = dict[tuple[str, str], Stamp]
"""Which version stands of each record, by table and id."""


class Sitting:
    """Runs acts against a store and remembers them, for each partner apart, for `undo`."""

    def __init__(self, store: Store, clock: Clock, me: str = "") -> None:
        self.store = store
        self.clock = clock
        self.me = me
        """The partner who sits here; empty until somebody said so."""
        self.on_both: Callable[[], object] = lambda: None
        """Called after an act that changed what somebody else had changed meanwhile: both values are kept."""
        self._done: dict[str, list[_Done]] = {}
        self._library: Library | None = None
        self._meant: frozenset[str] = frozenset()

    def at(self) -> Standing:
        """Where the couple stands at this moment, by what was last read."""
        documents, before = self.store.documents, self._library
        if before is not None and before.documents is documents:
            return Standing(before, now := self.clock.now(), today_of(before.couple, now), self._meant)
        at = self._standing(documents)
        self._library = at.library
        return at

    def _standing(self, documents: Documents) -> Standing:
        return standing(documents, self.clock, self._library)._replace(meant=self._meant)

    def mean(self, about: str) -> None:
        """What raised a `Doubt` about this is meant, for the rest of this sitting."""
        self._meant |= {about}

    def means(self, about: str) -> bool:
        """Whether that was said."""
        return about in self._meant

    def do(self, act: Act) -> Receipt:
        """Run one act on the newest records; what it did goes on this partner's stack.

        Doubt where the clock may be wrong, or the act asks whether something is meant.
        """
        before: Versions = {}

        def build(documents: Documents) -> list[Change]:
            at = self._standing(documents)
            check_clock(at)
            changes = act(at)
            before.clear()  # the store may ask twice
            before.update(_versions(documents, changes))
            return changes

        receipt = self.store.write(build)
        if receipt:
            self._done.setdefault(self.me, []).append(_Done(receipt, before))
        if any(_kept_another(self.store.documents, applied) for applied in receipt):
            self.on_both()
        return receipt

    def do_for_good(self, act: Act) -> Receipt:
        """Run one act that `undo` does not take back, such as setting up."""
        return self.store.write(lambda documents: act(self._standing(documents)))

    def can_undo(self) -> bool:
        """Whether this partner did anything in this sitting that was not taken back yet."""
        return bool(self._done.get(self.me))

    def undo(self) -> str:
        """Take back this partner's last act; returns the kind of record it was, never its text.

        Refused where a newer version stands: somebody else went on from there.
        """
        if not self.can_undo():
            raise Refusal("There is nothing of yours to take back in this sitting.")
        done = self._done[self.me][-1]
        try:
            receipt = self.store.write(lambda documents: self._reverts(documents, done.receipt))
        except Refusal:
            if self._is_overtaken(done.receipt):
                self._done[self.me].pop()  # or it would bar the way to what was done before it
            raise
        from tracker.acts.removal import KINDS

        self._done[self.me].pop()
        for stack in self._done.values():
            stack[:] = [earlier.standing_again(done.before, receipt) for earlier in stack]
        return KINDS.get(receipt[0].table, "a change")

    def _reverts(self, documents: Documents, receipt: Receipt) -> list[Revert]:
        """What takes the receipt back; Refusal where a ritual would find its name taken."""
        from tracker.acts.taking_back import taken_back

        return taken_back(standing(documents, self.clock), receipt)

    def _is_overtaken(self, receipt: Receipt) -> bool:
        """Whether somebody went on from what this act wrote, or took the name that it would give back."""
        documents = self.store.documents
        try:
            self._reverts(documents, receipt)
        except Refusal:
            return True
        return any(not _stands(documents, applied) for applied in receipt)


class _Done(NamedTuple):
    """One act of this sitting that can be taken back."""

    receipt: Receipt
    before: Versions
    """The versions that it went on from."""

    def standing_again(self, gone_on_from: Versions, receipt: Receipt) -> _Done:
        """This act after a later one was taken back: what it wrote may stand again, under a new stamp."""
        now = {(applied.table, applied.id): applied.after for applied in receipt}

        def renewed(applied: Applied) -> Applied:
            key = applied.table, applied.id
            stands_again = key in now and gone_on_from.get(key) == applied.after
            return applied._replace(after=now[key]) if stands_again else applied

        return self._replace(receipt=tuple(renewed(applied) for applied in self.receipt))


def _versions(documents: Documents, changes: Iterable[Change]) -> Versions:
    found = {(change.table, change.id): documents.get(change.table, change.id) for change in changes}
    return {key: stamp_of(document) for key, document in found.items() if document is not None}


def _kept_another(documents: Documents, applied: Applied) -> bool:
    """Whether this change kept a value beside its own, because both changed the same field at once."""
    if "_kept" not in applied.previous:
        return False
    before = applied.previous["_kept"]
    now = (documents.get(applied.table, applied.id) or {}).get("_kept")
    known = before if isinstance(before, list | tuple) else ()
    return isinstance(now, list | tuple) and len(now) > len(known)


def _stands(documents: Documents, applied: Applied) -> bool:
    """Whether no newer version stands than the one that was written."""
    document = documents.get(applied.table, applied.id)
    return document is not None and "recorded_at" in document and stamp_of(document) <= applied.after
