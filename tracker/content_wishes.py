"""The wish cards: things that two people might love to strive for, to pick from in private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from tracker.content import read, shuffled
from tracker.text import folded


class WishCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that a couple might strive for together."""

    key: str
    """Names the card in records and from one version to the next."""
    title: str
    """What a goal that grows from it is called at first, 40 characters at most."""
    why: str
    """Why it may be fun, in one line of 76 characters at most."""
    first_step: str
    """Something small to do this week, 76 characters at most, so that it can be the goal's first step."""
    theme: str
    """The side of life that it belongs to, such as `garden` or `music`."""

    @property
    def step(self) -> str:
        """The first step as the name of a milestone: without the full stop."""
        return self.first_step.removesuffix(".")


class WishCards:
    """A deck of wish cards."""

    def __init__(self, cards: Iterable[WishCard]) -> None:
        self._all = tuple(cards)
        self._by_key = {card.key: card for card in self._all}
        self._by_title = {folded(card.title): card for card in self._all}

    def __iter__(self) -> Iterator[WishCard]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def get(self, key: str) -> WishCard | None:
        """The card of this key, or None."""
        return self._by_key.get(key)

    def titled(self, title: str) -> WishCard | None:
        """The card of this title, without case and spare spaces, or None."""
        return self._by_title.get(folded(title))

    def themes(self) -> tuple[str, ...]:
        """The sides of life that there are cards of, in the deck's order."""
        return tuple(dict.fromkeys(card.theme for card in self._all))

    def about(self, theme: str = "", words: str = "") -> WishCards:
        """Those of one side of life (empty: of any) in which all these words stand, without case."""
        wanted = folded(words).split()
        return WishCards(
            card
            for card in self._all
            if theme in ("", card.theme) and all(word in _text(card) for word in wanted)
        )

    def mixed(self, seed: str) -> WishCards:
        """The same cards in an order that the seed alone decides."""
        return WishCards(shuffled(self._all, seed))


@cache
def wish_cards() -> WishCards:
    """All cards, read when they are first asked for and kept."""
    return WishCards(msgspec.json.decode(read("wish_cards.json"), type=tuple[WishCard, ...]))


def card_titled(title: str) -> str:
    """The key of the card that says just this; empty where none does."""
    card = wish_cards().titled(title)
    return card.key if card else ""


def _text(card: WishCard) -> str:
    return folded(f"{card.title} {card.why} {card.first_step} {card.theme}")
