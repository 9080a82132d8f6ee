"""Wishes: what each would love to do, picked or written privately. Nobody but the author learns of one."""

from __future__ import annotations

from typing import Any

from tracker.acts.common import Standing, edit, need, note, put, title
from tracker.content_wishes import card_titled, wish_cards
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.goals import Goal, of_card, own_words
from tracker.store.changes import Change, Remove
from tracker.text import folded


def pick_card(at: Standing, key: str, *, me: str) -> list[Change]:
    """Wish for what a card says. Picking it twice changes nothing."""
    at.partner(me)
    card = wish_cards().get(key)
    if card is None:
        raise Refusal("There is no wish card of that name.")
    if any(wish.card == card.key for wish in at.library.goals.wishes_of(me)):
        return []
    return _wish(at, me, card.title, card.why, card=card.key)


def add_wish(at: Standing, name: str, *, me: str, why_fun: str = "", offered: bool = False) -> list[Change]:
    """A wish in one's own words; in a card's very words it is that card's."""
    at.partner(me)
    name = title(name, "The wish")
    return _wish(at, me, name, note(why_fun, "Why it is fun"), card=card_titled(name), offered=offered)


def change_wish(
    at: Standing, wish_id: str, *, me: str, seen: Goal | None = None, **wanted: Any
) -> list[Change]:
    """Change only what is named of title, why_fun and offered in one's own wish. `seen` as in `edit`."""
    wish = _own(at, wish_id, me)
    fields = dict(wanted)
    if "title" in fields:
        fields["title"] = title(fields["title"], "The wish")
        if folded(fields["title"]) != folded(wish.title):
            fields["card"] = card_titled(fields["title"])
            _new(at, me, fields["title"], fields["card"], but=wish.id)
    if "why_fun" in fields:
        fields["why_fun"] = note(fields["why_fun"], "Why it is fun")
    return edit("goals", need(at.library.documents, "goals", wish.id), fields, seen)


def remove_wish(at: Standing, wish_id: str, *, me: str) -> list[Change]:
    """Set one's own wish aside; it can be brought back for 30 days."""
    return [Remove("goals", _own(at, wish_id, me).id)]


def _own(at: Standing, wish_id: str, me: str) -> Goal:
    return at.library.goals.wish(wish_id, at.partner(me).id)


def _wish(
    at: Standing, me: str, name: str, why_fun: str, *, card: str, offered: bool = False
) -> list[Change]:
    _new(at, me, name, card)
    words: dict[str, Any] = {"title": name, "why_fun": why_fun, "card": card}
    return [put("goals", new_id(at.now), **words, state="wish", target_day=None, offered=offered, by=me)]


def _new(at: Standing, me: str, name: str, card: str, but: str = "") -> None:
    """Refusal where the same is among one's wishes, or a goal of both already."""
    seed = of_card(card) if card else own_words(name)
    if any(wish.seed == seed and wish.id != but for wish in at.library.goals.wishes_of(me)):
        raise Refusal("That is among your wishes already.")
    if at.library.goals.strives_for(seed):
        raise Refusal("That is a goal of you two already.")
