"""What they noticed about each other, kept privately; and what was told when the time was right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from tracker.calendar.names import weekday_name
from tracker.demo.luck import Deck, Luck
from tracker.demo.story import Story
from tracker.demo.texts import Note
from tracker.store.changes import Put

MOST_WAYS = 5
"""Of one note so many variations at most come in one round, far apart, so that none sounds like a pattern."""
OLDEST = 90
"""So many of their newest untold notes they have in mind when they tell one."""

_SLOT = re.compile(r"\{([^{}]*\|[^{}]*)\}")


class Written(NamedTuple):
    """A note on its day, before it is known whether it was told."""

    day: date
    kept_on: date
    """When it was written down."""
    text: str
    cue: str


def ways(text: str) -> list[str]:
    """All that a text with `{this|that}` in it can say, in the order it is written."""
    parts = [part.split("|") if place % 2 else [part] for place, part in enumerate(_SLOT.split(text))]
    return ["".join(choice) for choice in product(*parts)]


def appreciations(story: Story) -> Iterator[Put]:
    """The notes of both, by their day."""
    luck = story.luck("appreciations")
    decks = dict(zip((story.first, story.second), _decks(story), strict=True))
    notes: dict[str, list[Written]] = {story.first: [], story.second: []}
    said: set[str] = set()
    for day, authors in _writing_days(story, luck):
        for author in authors:
            notes[author].append(_write(story, luck, decks[author], day, said))
    for author, other in ((story.first, story.second), (story.second, story.first)):
        yield from _kept_and_told(story, author, other, notes[author])


def _decks(story: Story) -> tuple[Deck[Note], Deck[Note]]:
    """What the first may write and what the second may: notes that fit either are shared out between them."""
    luck = story.luck("notes")
    mine = [(note, luck.mixed(ways(note.text))) for note in story.texts.about_second]
    yours = [(note, luck.mixed(ways(note.text))) for note in story.texts.about_first]
    for number, note in enumerate(luck.mixed(story.texts.about_either)):
        said = luck.mixed(ways(note.text))
        mine.append((note, said[number % 2 :: 2]))
        yours.append((note, said[1 - number % 2 :: 2]))
    return _spaced(story.luck("first"), mine), _spaced(story.luck("second"), yours)


def _spaced(luck: Luck, notes: list[tuple[Note, list[str]]]) -> Deck[Note]:
    """A deck of variations, those of one note evenly apart and others in every round."""
    places = [luck.random() for _ in notes]

    def deal(number: int) -> list[Note]:
        placed: list[tuple[float, int, Note]] = []
        for (note, said), start in zip(notes, places, strict=True):
            count = min(MOST_WAYS, len(said))
            for nth in range(count):
                text = said[(number * MOST_WAYS + nth) % len(said)]
                varied = Note(text=text, cue=note.cue, months=note.months, years=note.years)
                placed.append(((nth + start + luck.between(-0.2, 0.2)) / count, len(placed), varied))
        return [note for _, _, note in sorted(placed, key=lambda each: each[:2])]

    return Deck(deal)


def _writing_days(story: Story, luck: Luck) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Who wrote on which day: mostly both, sometimes one of them or nobody, now and then one twice."""
    both = (story.first, story.second)
    turns, seconds = luck.turns(*both), luck.turns(*both)
    quiet_until = 0
    for number in range(story.days):
        day = story.day(number)
        lately = story.days - number <= 9
        if not lately and number > 20 and luck.chance(0.03):
            quiet_until = number + luck.whole(2, 3)
        eager = luck.random() / story.closeness(day)
        if number >= quiet_until and (lately or eager < 0.89):
            authors = both if eager < 0.63 else (next(turns),)
            yield day, (*authors, next(seconds)) if luck.chance(0.07) else authors


def _write(story: Story, luck: Luck, deck: Deck[Note], day: date, said: set[str]) -> Written:
    year = story.year_of(day)
    note = deck.draw(lambda note: note.in_season(day) and note.in_years(year))
    text = note.text.replace("{weekday}", weekday_name(day - timedelta(days=luck.whole(1, 4))))
    if text in said and luck.chance(0.3):
        text = f"{text} {luck.pick(story.texts.again)}"
    said.add(text)
    cue = note.cue or (luck.pick(story.texts.cues) if luck.chance(0.2) else "")
    return Written(day, story.kept_on(day, luck), text, cue)


def _kept_and_told(story: Story, author: str, other: str, notes: list[Written]) -> Iterator[Put]:
    luck = story.luck("telling " + ("first" if author == story.first else "second"))
    told = _told(story, luck, notes)
    for place, note in enumerate(notes):
        told_on, recorded = told.get(place), story.moment(note.kept_on, luck)
        how = ("shown" if luck.chance(0.2) else "aloud") if told_on else ""
        updated = story.moment(told_on, luck) if told_on else None
        words = {"day": note.day, "by": author, "about": other, "text": note.text, "cue": note.cue}
        telling = {"told_on": told_on, "told_how": how}
        yield story.put("appreciations", luck, recorded, words | telling, updated)


def _told(story: Story, luck: Luck, notes: list[Written]) -> dict[int, date]:
    """On which day each told note was told, by its place: one a day at most, the newer ones sooner."""
    told: dict[int, date] = {}
    jar: list[int] = []
    due = 0.0
    kept: dict[date, list[int]] = {}
    for place, note in enumerate(notes):
        kept.setdefault(note.kept_on, []).append(place)
    for number in range(story.days):
        day = story.day(number)
        due += 0.26 * story.closeness(day)
        # Chance plays within a few days only: over the years neither of them tells more than the other.
        if jar and due > luck.between(0.5, 1.5):
            due -= 1
            # A note with a cue is likelier to meet its moment; an old one comes back now and then.
            near = jar[-4:] if luck.chance(0.65) else jar
            place = next((one for one in luck.mixed(near) if notes[one].cue), near[0])
            jar.remove(place)
            told[place] = day
        jar = jar[-OLDEST:] + kept.get(day, [])
    return told
