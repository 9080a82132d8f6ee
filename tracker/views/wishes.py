"""What the private picking of wish cards shows, and what a comparison of wishes does."""

from __future__ import annotations

from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.acts.comparing import Common, Comparison
from tracker.content_wishes import WishCard, wish_cards
from tracker.records.goals import of_card

BEFORE = (
    "Each of you presses reveal. Then you see the wishes that you share, and nothing else of either list."
)
PRESSED = "Your part is done. It opens once both of you have pressed; leaving now leaves no trace."
TOGETHER = "These are for both of you: begin one, keep one for later, or simply talk about them."
NOTHING_SHARED = (
    "No wish stands on both lists this time, which is quite usual. Offer one openly, or pick more."
)


class CardLine(NamedTuple):
    """One wish card, as the viewer sees it."""

    key: str
    title: str
    why: str
    step: str
    """Its small first step."""
    theme: str
    wish: str
    """The id of the viewer's own wish that it became; empty where they did not pick it."""
    goal: bool
    """Whether both strive for it already."""


class CommonLine(NamedTuple):
    """One wish that both may see."""

    seed: str
    title: str
    why: str
    step: str
    """A small first step to begin with; empty without a card."""
    note: str
    """As in "on both lists", "Sam offers this"."""
    mine: bool
    """Whether the viewer chose it."""
    agreed: bool
    """Whether both chose it, so that it can become a goal."""


class ComparisonPage(NamedTuple):
    """Everything that a comparison shows. Until both revealed it is the same whatever they wish for."""

    open: bool
    mine: bool
    """Whether the viewer pressed reveal."""
    said: str
    lines: tuple[CommonLine, ...]


def wish_deck(
    at: Standing, viewer: str, *, theme: str = "", words: str = "", seed: str = ""
) -> tuple[CardLine, ...]:
    """The cards to pick from: of one side of life, with these words, mixed by a seed; by default all."""
    deck = wish_cards().about(theme, words)
    picked = {wish.card: wish.id for wish in at.library.goals.wishes_of(viewer) if wish.card}
    return tuple(_card_line(at, card, picked) for card in (deck.mixed(seed) if seed else deck))


def comparison_page(at: Standing, comparison: Comparison, viewer: str) -> ComparisonPage:
    """What the viewer sees of a comparison; a viewer of "" sees whether it is open, and what both share."""
    mine = comparison.revealed_by(viewer)
    if not comparison.open:
        return ComparisonPage(False, mine, PRESSED if mine else BEFORE, ())
    lines = tuple(_common_line(at, comparison, one, viewer) for one in comparison.common(at))
    return ComparisonPage(True, mine, TOGETHER if lines else NOTHING_SHARED, lines)


def _card_line(at: Standing, card: WishCard, picked: dict[str, str]) -> CardLine:
    goal = at.library.goals.strives_for(of_card(card.key))
    return CardLine(card.key, card.title, card.why, card.step, card.theme, picked.get(card.key, ""), goal)


def _common_line(at: Standing, comparison: Comparison, one: Common, viewer: str) -> CommonLine:
    note = f"{at.couple.name_of(one.offered_by)} offers this" if one.offered_by else "on both lists"
    mine = bool(viewer) and comparison.chosen_by(one, viewer)
    return CommonLine(one.seed, one.title, one.why, one.step, note, mine, comparison.agreed(at, one))
