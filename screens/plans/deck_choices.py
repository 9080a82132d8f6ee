"""What a deck of ideas can be asked for: one form of choices, and what was chosen in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from screens.dialogs.form import Form, Pick, Values
from tracker.content import article
from tracker.ideas import SAID, DateIdeas, TripIdeas

Deck = DateIdeas | TripIdeas

_DATE_LENGTHS = ("hour", "evening", "half-day", "day")
_TRIP_LENGTHS = ("half-day", "day", "night", "weekend", "long-weekend")
_FIRST = {
    "cost": "any",
    "place": "anywhere",
    "energy": "any",
    "length": "any",
    "season": "any",
    "children": "either way",
    "novelty": "all",
    "kind": "any",
    "practice": "any",
    "reason": "any",
}
"""The word for a filter that asks for nothing."""
NEW_TO_US = "new-to-us"
"""Beside what is stored as new: not like what the couple did last, either."""


def choices_form(deck: Deck, asked: Mapping[str, str], use: Callable[[Values], object]) -> Form:
    """A pick for each filter, as it is asked for now."""
    return Form("What should it be?", tuple(_picks(deck, asked)), use, save_label="Show them")


def asked_words(deck: Deck, asked: Mapping[str, str]) -> str:
    """What is asked for, as in "low cost at most · outdoors"; empty for anything at all."""
    said = []
    for pick in _picks(deck, asked):
        if asked.get(pick.key):
            word = dict(pick.options)[asked[pick.key]]
            said.append(f"{word} season" if pick.key == "season" else word)
    return " · ".join(said)


def _picks(deck: Deck, asked: Mapping[str, str]) -> list[Pick]:
    trips = isinstance(deck, TripIdeas)
    lengths = _TRIP_LENGTHS if trips else _DATE_LENGTHS
    serves = {one.practice for one in deck}  # what no idea serves is not offered: it would find nothing
    offered: dict[str, tuple[str, Mapping[str, str]]] = {
        "cost": ("Cost", {"free": "free", "low": "low at most", "middle": "middling at most"}),
        "place": ("Where", SAID["place"]),
        "length": ("How long", {name: SAID["length"][name] for name in lengths}),
        "energy": ("How lively", SAID["energy"]),
        "novelty": ("It is", {"familiar": "familiar", "new": "something new", NEW_TO_US: "new to us"}),
        "children": ("Children", SAID["children"]),
        "season": ("Season", SAID["season"]),
        **({"kind": ("Nights", SAID["kind"])} if trips else {}),
        "practice": (
            "For the practice",
            {one.key: one.name for one in article().practices if one.key in serves},
        ),
        "reason": ("It may help with", {one.key: one.name for one in article().reasons}),
    }
    return [
        Pick(key, label, (("", _FIRST[key]), *options.items()), asked.get(key, ""))
        for key, (label, options) in offered.items()
    ]
