"""Ideas for dates and trips: two decks of our own, and what a couple does with a deck.

Every way of looking at a deck gives a smaller or reordered deck of the same kind, so that they can follow
one another: `DateIdeas.load().for_focus(reasons).filter(cost="low").something_new(last_three)`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Generic, Literal, Self, TypeVar

import msgspec

from tracker.content import INFIDELITY, read, shuffled
from tracker.likeness import shared, telling, words_of
from tracker.text import folded

Cost = Literal["free", "low", "middle", "high"]
Place = Literal["home", "indoors", "outdoors"]
Energy = Literal["low", "middle", "high"]
Season = Literal["any", "spring", "summer", "autumn", "winter"]
Children = Literal["without", "either", "with"]
Novelty = Literal["familiar", "new"]
DateLength = Literal["hour", "evening", "half-day", "day"]
TripLength = Literal["half-day", "day", "night", "weekend", "long-weekend"]
TripKind = Literal["micro", "night-at-home", "weekend"]

COSTS: tuple[Cost, ...] = ("free", "low", "middle", "high")
"""The cost bands, the cheapest first; the same as a plan's."""

NIGHTS = {"night": 1, "weekend": 2, "long-weekend": 3}
"""How many nights a length of trip has; the others have none."""

SAID = {
    "cost": {"free": "free", "low": "low cost", "middle": "middling cost", "high": "high cost"},
    "place": {"home": "at home", "indoors": "out, indoors", "outdoors": "outdoors"},
    "energy": {"low": "gentle", "middle": "steady", "high": "lively"},
    "season": {"spring": "spring", "summer": "summer", "autumn": "autumn", "winter": "winter"},
    "children": {"without": "just you two", "with": "with children"},
    "novelty": {"familiar": "familiar", "new": "something new"},
    "length": {
        "hour": "an hour",
        "evening": "an evening",
        "half-day": "half a day",
        "day": "a day",
        "night": "one night",
        "weekend": "a weekend",
        "long-weekend": "a long weekend",
    },
    "kind": {"micro": "there and back", "night-at-home": "a night at home", "weekend": "a night away"},
}
"""How each tag is said on screen; a tag that sets no limit is not said."""


class Idea(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a date or a trip could be: concrete enough to be done as it stands."""

    key: str
    """Names the idea from one version to the next."""
    title: str
    """What it is, as the title of the plan that may come of it; 48 characters at most."""
    how: str
    """How it is done, in two or three sentences, 160 characters at most; "you" are both."""
    cost: Cost
    """The band of what it costs, for two, where most people live."""
    places: tuple[Place, ...]
    """Where it can be done, or where its parts are: at home, out but indoors, outdoors."""
    energy: Energy
    """How much strength it asks for."""
    length: DateLength | TripLength
    """How long it takes, from the door and back to it."""
    season: Season
    """The season that it needs, or any."""
    children: Children
    """Whether it is for the two alone, made for having children along, or good either way."""
    novelty: Novelty
    """Whether it is a well-known pleasure or something that most couples have yet to try."""
    practice: str
    """The key of the practice that it serves most."""
    reasons: tuple[str, ...]
    """The keys of the reasons that it answers."""
    romance: bool = False
    """Whether it is about touch, courtship or a shared bed."""

    def suits(self, focus: Collection[str]) -> bool:
        """Whether it is tagged with one of the couple's focus areas."""
        return any(reason in focus for reason in self.reasons)

    def where(self) -> str:
        """Its places in words, as in "at home or outdoors"."""
        if len(self.places) == len(SAID["place"]):
            return "anywhere"
        if self.places == ("indoors", "outdoors"):
            return "out and about"
        return " or ".join(SAID["place"][place] for place in self.places)

    def tags(self) -> tuple[str, ...]:
        """Its tags as words for a screen: "low cost", "at home", "an evening", "gentle" …"""
        return (
            SAID["cost"][self.cost],
            self.where(),
            SAID["length"][self.length],
            SAID["energy"][self.energy],
            *(
                said
                for said in (SAID["season"].get(self.season), SAID["children"].get(self.children))
                if said
            ),
        )


class DateIdea(Idea, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a date could be."""

    length: DateLength
    """How long it takes: an hour or two, an evening, half a day or a day."""


class TripIdea(Idea, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a weekend away, or a smaller trip, could be."""

    length: TripLength
    """How long you are away; a night at home is one night."""
    kind: TripKind
    """A micro-trip without a night, a night at home that you declare a trip, or a night and more away."""

    @property
    def nights(self) -> int:
        """How many nights it has, 0 to 3."""
        return NIGHTS.get(self.length, 0)


AnyIdea = TypeVar("AnyIdea", bound=Idea)


class Ideas(Generic[AnyIdea]):
    """A deck of ideas, and the smaller or reordered decks that come of it."""

    def __init__(self, ideas: Iterable[AnyIdea], whole: Collection[AnyIdea] | None = None) -> None:
        """`whole` is the deck that these were taken from, by which lived ideas are known again."""
        self._ideas = tuple(ideas)
        self._whole = self._ideas if whole is None else tuple(whole)

    def __iter__(self) -> Iterator[AnyIdea]:
        return iter(self._ideas)

    def __len__(self) -> int:
        return len(self._ideas)

    def idea(self, key: str) -> AnyIdea:
        """The idea of that key, also when this part of the deck leaves it out; a `KeyError` for none."""
        return {idea.key: idea for idea in self._whole}[key]

    def count_text(self) -> str:
        """How many they are, as in "12 of 190 ideas"."""
        if len(self) == len(self._whole):
            return f"{len(self)} ideas"
        return f"{len(self) or 'none'} of {len(self._whole)} ideas"

    def filter(
        self,
        *,
        cost: Cost | None = None,
        place: Place | None = None,
        energy: Energy | None = None,
        length: DateLength | TripLength | None = None,
        season: Season | None = None,
        children: Children | None = None,
        novelty: Novelty | None = None,
        practice: str | None = None,
        reason: str | None = None,
        words: str = "",
    ) -> Self:
        """The ideas that fit everything that is asked, in the same order.

        `cost` is the most that it may cost. An idea for any season fits each, and one that is good with and
        without children fits both. Each of the `words` must begin a word of the idea or of its tags, without
        case. `practice` and `reason` are keys of the article's.
        """
        sought = words_of(words)
        return self._of(
            idea
            for idea in self._ideas
            if (cost is None or COSTS.index(idea.cost) <= COSTS.index(cost))
            and (place is None or place in idea.places)
            and energy in (None, idea.energy)
            and length in (None, idea.length)
            and (season is None or idea.season in (season, "any"))
            and (children is None or idea.children in (children, "either"))
            and novelty in (None, idea.novelty)
            and practice in (None, idea.practice)
            and (reason is None or reason in idea.reasons)
            and _says(idea, sought)
        )

    def shuffle(self, seed: str) -> Self:
        """The same ideas in an order that `seed` alone decides."""
        return self._of(shuffled(self._ideas, seed))

    def for_focus(self, reasons: Collection[str]) -> Self:
        """Those that answer the couple's focus areas first; without romance while trust is among them."""
        allowed = [idea for idea in self._ideas if not (idea.romance and INFIDELITY in reasons)]
        return self._of(sorted(allowed, key=lambda idea: not idea.suits(reasons)))

    def something_new(self, last_three: Iterable[str]) -> Self:
        """Those that are new and not like what the couple did last, in the same order.

        `last_three` are titles of plans as the couple wrote them, with the place or notes if you like, or
        keys of ideas. An idea is like one of them when a telling word of its title stands there, or two of
        how it is done; and where the title is one of this deck, also when place, energy, length and
        practice are the same.
        """
        texts = [folded(text) for text in last_three]
        done = [idea for idea in self._whole if idea.key in texts or folded(idea.title) in texts]
        lived = [telling(text) for text in texts]
        return self._of(
            idea
            for idea in self._ideas
            if idea.novelty == "new"
            and not any(_shape(idea) == _shape(other) for other in done)
            and not any(_reminds(idea, words) for words in lived)
        )

    def _of(self, ideas: Iterable[AnyIdea]) -> Self:
        return type(self)(ideas, self._whole)


class DateIdeas(Ideas[DateIdea]):
    """The ideas for dates."""

    @classmethod
    def load(cls) -> Self:
        """The ideas that come with the tracker."""
        return cls(msgspec.json.decode(read("date_ideas.json"), type=tuple[DateIdea, ...]))


class TripIdeas(Ideas[TripIdea]):
    """The ideas for trips."""

    @classmethod
    def load(cls) -> Self:
        """The ideas that come with the tracker."""
        return cls(msgspec.json.decode(read("trip_ideas.json"), type=tuple[TripIdea, ...]))

    def of_kind(self, kind: TripKind) -> Self:
        """Those of one kind: micro-trips, nights at home, or nights away."""
        return self._of(idea for idea in self if idea.kind == kind)


def _shape(idea: Idea) -> tuple[object, ...]:
    """What two evenings have in common that feel alike."""
    return (idea.places, idea.energy, idea.length, idea.practice)


# Kept, because both are asked for each idea at each key; a person's text is never kept here.
_words = cache(words_of)
_telling = cache(telling)


def _says(idea: Idea, sought: tuple[str, ...]) -> bool:
    if not sought:
        return True
    words = _words(" ".join((idea.title, idea.how, *idea.tags())))
    return all(any(word.startswith(start) for word in words) for start in sought)


def _reminds(idea: Idea, lived: frozenset[str]) -> bool:
    return shared(_telling(idea.title), lived) >= 1 or shared(_telling(idea.how), lived) >= 2
