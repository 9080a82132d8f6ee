"""How it felt inside, in one word a day: waves for each of them, not in step, and lower in hard weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import pi, sin

from tracker.demo.luck import Luck
from tracker.demo.story import Story
from tracker.records.entries import WEATHER_WORDS
from tracker.store.changes import Put

_PULL = {"illness": -1.0, "upheaval": -1.2, "ebb": -0.8, "travel": 0.4, "apart": -0.5}
"""By how much a pause moves the weather."""


def weather(story: Story) -> Iterator[Put]:
    """On most days both looked at the sky, on some one of them, on some nobody."""
    luck = story.luck("weather")
    phases = {partner: luck.between(0, 2 * pi) for partner in (story.first, story.second)}
    turns = luck.turns(story.first, story.second)
    for number in range(story.days):
        day, eager = story.day(number), luck.random()
        who = tuple(phases) if eager < 0.62 else (next(turns),) if eager < 0.9 else ()
        for partner in who:
            level = _level(story, luck, day, phases[partner])
            fields = {"day": day, "by": partner, "word": WEATHER_WORDS[level - 1], "level": level}
            yield story.put("weather", luck, story.written(day, luck), fields)


def _level(story: Story, luck: Luck, day: date, phase: float) -> int:
    number = (day - story.start).days
    rest = story.resting(day)
    wave = 0.8 * sin(2 * pi * number / 61 + phase) + 0.4 * sin(2 * pi * number / 17 + 2 * phase)
    level = 3.5 + wave + luck.between(-0.9, 0.9) + (_PULL[rest.kind] if rest else 0)
    return min(5, max(1, round(level)))
