"""The quiet spans: illness, summers away, ebbs, an upheaval long ago; and weeks without the morning walk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.demo.luck import Deck, Luck
from tracker.demo.story import ONE_DAY, Rest, Story
from tracker.store.changes import Put

WALK = "morning-walk"
"""The ritual that has pauses of its own."""


def with_rests(story: Story) -> Story:
    """The same story, its quiet spans laid out."""
    luck = story.luck("rests")
    story.rest([*_summers(story, luck), *_spread(story, luck)])
    story.single_rests = {WALK: tuple(_walks(story, luck))}
    return story


def pauses(story: Story) -> Iterator[Put]:
    """Every pause: those of everything, those of the walk alone, and one still to come."""
    luck = story.luck("pauses")
    words = story.texts.pauses
    decks = {
        kind: Deck.mixed(luck, getattr(words, kind)) for kind in ("illness", "travel", "ebb", "upheaval")
    }
    for rest in story.rests:
        # A journey is known beforehand; the rest is noticed when it has begun.
        ahead = -luck.whole(4, 20) if rest.kind == "travel" else luck.whole(0, 2)
        yield _pause(story, luck, rest, decks[rest.kind].draw(), rest.first + timedelta(days=ahead))
    for rest in story.single_rests[WALK]:
        yield _pause(story, luck, rest, words.ritual[rest.kind == "ebb"], rest.first, WALK)
    coming = Rest("travel", story.today + timedelta(days=45), 5)
    yield _pause(story, luck, coming, luck.pick(words.coming), story.last - timedelta(days=luck.whole(3, 12)))


def _pause(story: Story, luck: Luck, rest: Rest, note: str, recorded: date, ritual: str | None = None) -> Put:
    span = {"kind": rest.kind, "from": rest.first, "until": rest.until}
    fields = {**span, "ritual": ritual, "note": note, "by": ""}
    return story.put("pauses", luck, story.moment(recorded, luck), fields)


def _summers(story: Story, luck: Luck) -> Iterator[Rest]:
    """Each summer two weeks away, unless they have only just begun or are only just back."""
    for year in range(story.start.year, story.today.year + 1):
        first = date(year, 7, luck.whole(18, 28))
        first += timedelta(days=(5 - first.weekday()) % 7)
        rest = Rest("travel", first, luck.whole(11, 15))
        if first > story.day(30) and rest.until < story.today - timedelta(days=20):
            yield rest


def _spread(story: Story, luck: Luck) -> Iterator[Rest]:
    """The others, evenly over the years: (kind, how many, where in their share of the time, days)."""
    plan = (
        ("upheaval", max(1, story.years // 4), (0.12, 0.17), (26, 34)),
        ("illness", max(1, round(story.years * 0.6)), (0.38, 0.44), (9, 9)),
        ("ebb", max(1, story.years // 2), (0.62, 0.7), (18, 24)),
    )
    for kind, count, (early, late), (short, long) in plan:
        for number in range(count):
            place = (number + luck.between(early, late)) / count
            yield Rest(kind, story.day(int(place * story.days)), luck.whole(short, long))


def _walks(story: Story, luck: Luck) -> Iterator[Rest]:
    """The walk alone: five weeks of a sprained ankle one autumn, and of dark mornings every other January."""
    for number in range(max(1, story.years // 2)):
        place = (number + luck.between(0.5, 0.58)) / max(1, story.years // 2)
        first = story.day(int(place * story.days))
        yield Rest("illness", first - timedelta(days=31) if first.month == 1 else first, 33)
    for year in range(story.start.year + 1, story.today.year, 2):
        first = date(year, 1, luck.whole(6, 14))
        if story.day(200) < first < story.last - 40 * ONE_DAY:
            yield Rest("ebb", first, luck.whole(24, 40))
