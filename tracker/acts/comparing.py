"""Comparing wishes: both reveal in one sitting, and then see what they share and nothing else.

A `Comparison` lives in the memory of one window and is never written, nor is anything it was told; all that
may come of it is a goal that both choose.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from tracker.acts.common import Standing
from tracker.acts.goals import start_goal
from tracker.content_wishes import wish_cards
from tracker.errors import Refusal
from tracker.records.goals import Goal
from tracker.store.changes import Change
from tracker.text import folded


class Common(NamedTuple):
    """One wish that both may see now."""

    seed: str
    """Names it in this comparison."""
    title: str
    why: str
    """Why it may be fun, as the card or the one who offers it says; empty for own words on both lists."""
    step: str
    """The card's small first step; empty without a card."""
    card: str
    offered_by: str
    """The partner who offers it openly; empty where it stands on both lists."""


class Comparison:
    """One comparison of wishes, for as long as both sit here. Dropping it is declining, without a trace."""

    def __init__(self) -> None:
        self._revealed: set[str] = set()
        self._common: tuple[Common, ...] | None = None
        self._chosen: set[tuple[str, str]] = set()

    def reveal(self, at: Standing, *, me: str) -> None:
        """This partner would compare. With the second one's press the wishes of this moment are compared."""
        self._revealed.add(at.partner(me).id)
        both = {partner.id for partner in at.couple.partners}
        if self._common is None and self._revealed >= both:
            first, second = sorted(both)
            self._common = in_common(at, first, second)

    def revealed_by(self, partner: str) -> bool:
        """Whether this partner pressed reveal: for their own eyes."""
        return partner in self._revealed

    @property
    def open(self) -> bool:
        """Whether both pressed reveal."""
        return self._common is not None

    def common(self, at: Standing) -> tuple[Common, ...]:
        """What both may see, but for what is a goal by now; nothing until both pressed reveal."""
        return tuple(one for one in self._common or () if not at.library.goals.strives_for(one.seed))

    def choose(self, at: Standing, seed: str, *, me: str) -> None:
        """This partner says yes to what the other one offers."""
        me = at.partner(me).id
        self._chosen.add((self._one(at, seed).seed, me))

    def chosen_by(self, one: Common, partner: str) -> bool:
        """Whether this partner chose it: by wishing for it, offering it, or saying yes to it here."""
        return one.offered_by in ("", partner) or (one.seed, partner) in self._chosen

    def agreed(self, at: Standing, one: Common) -> bool:
        """Whether both chose it."""
        return all(self.chosen_by(one, partner.id) for partner in at.couple.partners)

    def begin(self, at: Standing, seed: str, *, target_day: date | None = None, **words: Any) -> list[Change]:
        """The act that makes a goal of what both chose. `words` as in `start_goal`: also `name`."""
        one = self._one(at, seed)
        if not self.agreed(at, one):
            raise Refusal("This one becomes a goal when both of you choose it.")
        words = {"name": one.title, "why_fun": one.why, **words}
        return start_goal(at, **words, target_day=target_day, card=one.card, grew_from=one.seed)

    def _one(self, at: Standing, seed: str) -> Common:
        """One of the wishes that both may see; Refusal in the same words for any other."""
        for one in self.common(at):
            if one.seed == seed:
                return one
        raise Refusal("That wish is not among those you share.")


def in_common(at: Standing, first: str, second: str) -> tuple[Common, ...]:
    """What two partners share: wishes on both lists, and those that one offers openly.

    The same whichever of them is first, and nothing in it depends on any other wish.
    """
    ours = {wish.seed: wish for wish in at.library.goals.wishes_of(first)}
    theirs = {wish.seed: wish for wish in at.library.goals.wishes_of(second)}
    matched = [_matched(ours[seed], theirs[seed]) for seed in ours.keys() & theirs.keys()]
    offered = [_offered(wish) for wish in (*ours.values(), *theirs.values()) if wish.offered]
    seeds = {one.seed for one in matched}
    found = [*matched, *(one for one in offered if one.seed not in seeds)]
    return tuple(sorted(found, key=lambda one: (folded(one.title), one.seed)))


def _matched(one: Goal, other: Goal) -> Common:
    """A wish on both lists. Of words of their own only the title is shown, in one of its spellings."""
    card = wish_cards().get(one.card)
    why, step = (card.why, card.step) if card else ("", "")
    return Common(one.seed, min(one.title, other.title), why, step, one.card, "")


def _offered(wish: Goal) -> Common:
    card = wish_cards().get(wish.card)
    return Common(wish.seed, wish.title, wish.why_fun, card.step if card else "", wish.card, wish.by)
