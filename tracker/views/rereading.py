"""Which of a quarter's told appreciations are worth rereading: a few, spread over it, and not all of them."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from tracker.ids import id_order
from tracker.views.memories import Memory

MOST = 5
"""How many are chosen."""
_LONG_ENOUGH = 30
"""Characters from which a note tells a little story; shorter ones come where there is nothing else."""


def worth_rereading(told: Iterable[Memory], seed: str) -> tuple[Memory, ...]:
    """At most five, in the order of their days: from each month in turn, those that say a little more first.

    Where both wrote, their voices take turns, and it is nothing to either who begins: among equals the seed
    decides, the same on every machine.
    """
    months: dict[int, list[Memory]] = {}
    for one in told:
        months.setdefault(one.day.month, []).append(one)
    decks = [deck for _, deck in sorted(months.items())]
    chosen: list[Memory] = []
    while len(chosen) < MOST and any(decks):
        for deck in decks:
            if deck and len(chosen) < MOST:
                before = chosen[-1].by_name if chosen else ""
                chosen.append(min(deck, key=lambda one: _place(one, seed, before)))
                deck.remove(chosen[-1])
    return tuple(sorted(chosen, key=lambda one: (one.day, id_order(one.id))))


def _place(one: Memory, seed: str, before: str) -> tuple[bool, bool, bytes]:
    short = len(one.text or one.title) < _LONG_ENOUGH
    return short, one.by_name == before, blake2b(f"{seed}/{one.id}".encode(), digest_size=8).digest()
