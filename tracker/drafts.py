"""Drafts: words that somebody typed and did not keep yet. They are their author's alone.

A `Draft` is what stands in the fields of one place (the note of a day, a form about a record, a step of an
evening). `Drafts` holds those of one window in memory and writes them down through a `DraftKeeper`, so that
a terminal that is closed, a program that is killed or a power cut costs nothing: the next start finds them.

Whoever has fields does so through a `Slot`: it gives the words that were left when its place is opened,
takes what differs from what stood there, and forgets it once it was kept or let go; each in the name of the
partner who sat there, so that nobody gets another's words. How screens use it: `screens.drafting`.
"""

from __future__ import annotations

from _thread import RLock  # what `threading` gives, without the millisecond that importing it costs
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

import msgspec

from tracker.clock import Clock
from tracker.ids import new_id

NEW = "new-"
"""How places begin where something new is made."""


class Typed(NamedTuple):
    """What was typed in one field."""

    text: str
    stood: str = ""
    """What stood in the field at first: by it a later look knows that the record was changed meanwhile."""


Fields = dict[str, Typed]
"""What was typed, by the key of the field; only fields that were touched."""


class Spot(NamedTuple):
    """A place where words are typed, and what to call them."""

    place: str
    """As `kind:key`; the key is a day or a record's id, never people's text."""
    title: str
    """As in "a note for yesterday"; empty where no list may name them."""

    @property
    def kind(self) -> str:
        """What the place is, as in "plan"."""
        return self.place.partition(":")[0]

    @property
    def key(self) -> str:
        """Which one it is, as in a record's id."""
        return self.place.partition(":")[2]

    @property
    def is_new(self) -> bool:
        """Whether something new is made there, and no standing record is changed."""
        return self.place.startswith(NEW)


class Draft(msgspec.Struct, frozen=True):
    """The unfinished words of one partner at one place."""

    id: str
    by: str
    """The partner who typed them; empty where nobody had said who is here. Shown to that one alone."""
    spot: Spot
    words: Fields
    at: datetime
    """When they were last typed at."""


class DraftKeeper(Protocol):
    """Where one window writes its drafts down."""

    def take_over(self) -> list[Draft]:
        """The drafts that windows left which are gone. They stay where they are until the next `keep`."""

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Write these down instead of what was; safe from a power cut when it returns. OSError or Refusal."""

    def close(self) -> None:
        """The window closes: what was kept is the next one's."""


class Drafts:
    """The drafts of one window. May be saved by a thread while another one changes them."""

    def __init__(self, clock: Clock, keeper: DraftKeeper | None = None) -> None:
        """Without a keeper they last as long as the window."""
        self._clock = clock
        self._keeper = keeper
        self._mutex = RLock()
        self._saving = False
        self._all: dict[str, Draft] = {}
        self._typed: set[str] = set()
        for draft in keeper.take_over() if keeper else ():
            known = self._all.get(draft.id)
            if known is None or known.at <= draft.at:  # twice there, if a window was killed while taking over
                self._all[draft.id] = draft
        self._saved = self._now()

    def new_id(self) -> str:
        """The id for a new draft."""
        return new_id(self._clock.now())

    def get(self, draft_id: str) -> Draft | None:
        """The draft with this id."""
        return self._all.get(draft_id)

    def of(self, by: str, place: str) -> Draft | None:
        """This partner's newest draft at a place."""
        return next((draft for draft in self.mine(by) if draft.spot.place == place), None)

    def mine(self, by: str) -> tuple[Draft, ...]:
        """All drafts of this partner, the newest first."""
        own = (draft for draft in self._now() if draft.by == by)
        return tuple(sorted(own, key=lambda draft: (draft.at, draft.id), reverse=True))

    def typed_here(self, by: str) -> tuple[Draft, ...]:
        """Those of this partner that were typed at in this window, and not only found."""
        return tuple(draft for draft in self.mine(by) if draft.id in self._typed)

    def put(self, draft_id: str, by: str, spot: Spot, words: Fields) -> None:
        """Remember what stands somewhere now. Nothing changes where the same was known."""
        before = self._all.get(draft_id)
        if before is not None and (before.by, before.spot, before.words) == (by, spot, words):
            return
        self._all[draft_id] = Draft(draft_id, by, spot, dict(words), self._clock.now())
        self._typed.add(draft_id)

    def discard(self, draft_id: str) -> None:
        """The words were kept, or let go: they are nowhere any more, once saved."""
        self._all.pop(draft_id, None)
        self._typed.discard(draft_id)

    @property
    def is_saved(self) -> bool:
        """Whether what is known here is what was written down."""
        return self._saved == self._now()

    def save(self) -> None:
        """Write down what changed, if anything did. OSError or Refusal where that cannot be."""
        with self._mutex:
            if self._saving:
                return  # a signal came while this very thread was writing, which it goes on with afterwards
            self._saving = True
            try:
                now = self._now()
                if self._keeper is not None and now != self._saved:
                    self._keeper.keep(now)
                self._saved = now
            finally:
                self._saving = False

    def close(self) -> None:
        """The window closes."""
        with self._mutex:
            if self._keeper is not None:
                self._keeper.close()

    def _now(self) -> tuple[Draft, ...]:
        return tuple(self._all.values())


class Slot:
    """One set of fields: which draft stands in it, and whose it is."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self.by: str | None = None
        """The partner who writes in them; None before anybody does."""
        self.draft_id = ""
        """The draft that stands in the fields; empty where there is none."""

    def open(self, by: str, draft: Draft | None) -> Fields:
        """This partner begins to write in the fields, with a draft of theirs or none; returns its words."""
        found = draft if draft is not None and draft.by == by else None
        self.by, self.draft_id = by, found.id if found else ""
        return found.words if found else {}

    def stash(self, spot: Spot, words: Fields) -> None:
        """What stands in the fields now and was not kept; without words the draft is let go."""
        if self.by is None:
            return
        if words:
            self.draft_id = self.draft_id or self._drafts.new_id()
            self._drafts.put(self.draft_id, self.by, spot, words)
        else:
            self.forget()

    def forget(self) -> None:
        """The words were kept, or let go."""
        if self.draft_id:
            self._drafts.discard(self.draft_id)
        self.draft_id = ""

    def leave(self) -> None:
        """The fields show something else from now on; what was stashed stays."""
        self.by, self.draft_id = None, ""
