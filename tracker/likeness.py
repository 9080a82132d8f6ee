"""Which words tell one thing from another, and how many of them two texts share."""

from __future__ import annotations

import re

from tracker.text import folded

LITTLE_WORDS = frozenset(
    """
    about after again agree all and any are as ask at away back before best both bring but by can cannot
    change choose come comes date day each either else end evening every find first five for from give
    go good had half has have her here him his home hour how in into is it its keep know last let like
    little long look make many may meet minutes more most much name near neither never new next night
    not nothing now of off old on once one only or other out over own people place put read same say see
    set she sit small so some somebody something somewhere start stay stop take tell ten than that the
    their them then there they thing things this three through time to together town try turn twice two
    until up us was way we week weekend well what when where which while who whoever whole will with
    without would write year years you your yourselves
    """.split()  # noqa: SIM905
)
"""Words that do not tell one idea from another."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in its order and without case; digits and marks are none."""
    return tuple(re.findall(r"[^\W\d_]+", folded(text)))


def telling(text: str) -> frozenset[str]:
    """The words of a text that tell it from others."""
    return frozenset(word for word in words_of(text) if len(word) > 2 and word not in LITTLE_WORDS)


def shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many of our words stand among theirs: "walk" is in "walking", and "film" in "films"."""
    return sum(
        word in theirs or any(_begins(word, other) or _begins(other, word) for other in theirs)
        for word in ours
    )


def _begins(short: str, long: str) -> bool:
    return len(short) >= 4 and long.startswith(short)
