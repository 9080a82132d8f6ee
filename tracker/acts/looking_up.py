"""Looking up together: each answers alone, both reveal, and only what both then choose is written.

A `Visit` lives in the memory of one window, for as long as the two sit before it. Neither an answer nor a
press is ever written; dropping the visit is declining, without a trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tracker.acts.common import Standing, put
from tracker.content import article
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.lookup.state import ANSWERS, Answer, Circumstances, State, state_of
from tracker.lookup.ways import Way, rests_until, ways
from tracker.lookup.window import window
from tracker.records.lookups import Lookup
from tracker.store.changes import Change

_NOT_NOW = "The question rests at the moment; nothing was written."
_BY_BOTH = "A way on is kept once both of you choose it; nothing was written."


def circumstances(at: Standing) -> Circumstances:
    """What stands of this couple, as far as the look-up's rules ask."""
    couple, newest = at.couple, at.library.lookups.newest
    upheavals = (p for p in at.library.pauses if p.kind == "upheaval")
    return Circumstances(
        start=couple.effort_start,
        window=window(couple.window_months, couple.together_since, couple.effort_start),
        rests=at.library.ledger.rests_of_everything(),
        upheavals=tuple((pause.first, pause.until) for pause in upheavals),
        next_look=newest.next_look if newest else None,
        all_tried=not left_to_try(at),
    )


def left_to_try(at: Standing) -> tuple[str, ...]:
    """The keys of the practices that were not tried by both, in the article's order.

    What one of them marked alone is among them like any other.
    """
    partners = [partner.id for partner in at.couple.partners]
    return tuple(one.key for one in article().practices if not at.library.tried.both(one.key, partners))


class Visit:
    """One look-up of two people at one window."""

    def __init__(self) -> None:
        self._answers: dict[str, Answer] = {}
        self._pressed: set[str] = set()
        self._revealed: dict[str, Answer] = {}
        self._ways: dict[str, Way] = {}

    def state(self, at: Standing) -> State:
        """Where they stand: never more than `ask-each` before both revealed."""
        both = [self._revealed[partner.id] for partner in at.couple.partners] if self._revealed else None
        return state_of(circumstances(at), at.today, (both[0], both[1]) if both else None)

    def answer(self, at: Standing, answer: str, *, me: str) -> None:
        """This partner's own answer; another one takes its place, until both revealed."""
        me = at.partner(me).id
        known = next((one for one in ANSWERS if one == answer), None)
        if known is None:
            raise Refusal(f"An answer is one of {', '.join(ANSWERS)}.")
        if self._revealed or self.state(at) != "ask-each":
            raise Refusal(_NOT_NOW if not self._revealed else "Both of you have revealed your answers.")
        self._answers[me] = known

    def take_back(self, partner: str) -> None:
        """This partner's own answer and press are gone; after both revealed nothing is."""
        if not self._revealed:
            self._answers.pop(partner, None)
            self._pressed.discard(partner)

    def reveal(self, at: Standing, *, me: str) -> None:
        """This partner would reveal. With the second one's press both answers are open."""
        me = at.partner(me).id
        if self.state(at) != "ask-each":
            return  # open already, or nothing to reveal
        if me not in self._answers:
            raise Refusal("Give your own answer first; nobody sees it before both of you press reveal.")
        self._pressed.add(me)
        if self._pressed >= {partner.id for partner in at.couple.partners}:
            self._revealed = dict(self._answers)

    def answered_by(self, partner: str) -> bool:
        """Whether this partner gave an answer: for their own eyes."""
        return partner in self._answers

    def pressed_by(self, partner: str) -> bool:
        """Whether this partner pressed reveal: for their own eyes."""
        return partner in self._pressed

    @property
    def revealed(self) -> Mapping[str, Answer]:
        """Both answers by partner, once both revealed; nothing before."""
        return self._revealed

    def choose(self, at: Standing, way: Way, *, me: str) -> None:
        """This partner would go on in this way; another one takes its place. Nothing is written."""
        me = at.partner(me).id
        if way not in ways(self.state(at)):
            raise Refusal(_NOT_NOW)
        self._ways[me] = way

    def chosen_by(self, partner: str) -> Way | None:
        """The way that this partner chose: for their own eyes."""
        return self._ways.get(partner)

    def agreed(self, at: Standing) -> Way | None:
        """The way that both chose; None before that, and while they chose differently."""
        one, other = (self._ways.get(partner.id) for partner in at.couple.partners)
        return one if one == other else None

    def keep(self, at: Standing, *, named: date | None = None) -> list[Change]:
        """The act that keeps how both go on: the one thing of a visit that is written. It belongs to both."""
        state, way = self.state(at), self.agreed(at)
        if way is None:
            raise Refusal(_BY_BOTH)
        if way not in ways(state):
            raise Refusal(_NOT_NOW)
        until = rests_until(way, at.today, named)
        if until is None or until <= at.today:
            raise Refusal("The day of the next look lies ahead; name any day from tomorrow on.")
        span = circumstances(at).window
        kept = {"window": span, "state": state, "chosen": way, "next_look": until}
        return [put("lookups", new_id(at.now), at.today, by="", **kept)]


def rests_by_choice(at: Standing) -> Lookup | None:
    """The look-up whose chosen way is why the question rests today; None where another reason comes first."""
    newest, known = at.library.lookups.newest, circumstances(at)
    since = known.months(at.today)
    ripe = since is not None and since.months >= known.window
    return newest if newest is not None and ripe and at.today < newest.next_look else None
