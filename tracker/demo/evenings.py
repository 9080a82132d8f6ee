"""The evenings on which they looked back on a quarter: a few answers, one resolution."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from tracker.calendar.periods import Period, quarter_id, shifted
from tracker.content_review import questions_of
from tracker.demo.luck import Deck, Luck
from tracker.demo.story import Story
from tracker.store.changes import Put

LONG_ENOUGH = timedelta(days=30)
"""Of a quarter they must have lived so much before they look back on it."""


def evenings(story: Story) -> Iterator[Put]:
    """Every review with its answers, the oldest first."""
    luck = story.luck("reviews")
    said = {key: luck.mixed(texts) for key, texts in story.texts.reviews.answers.items()}
    resolutions = Deck.mixed(luck, story.texts.reviews.resolutions)
    authors = luck.turns(story.first, story.second)
    for quarter, day in _evenings(story, luck):
        review = _review(story, luck, quarter, day, resolutions.draw())
        yield review
        yield from _answers(story, luck, quarter, day, review.id, said, authors)


def _evenings(story: Story, luck: Luck) -> Iterator[tuple[str, date]]:
    """Quarters with the evening on which each was looked back on; some of them nobody got round to."""
    for number in count():
        span: Period = shifted(story.start, number, "quarter")
        day = span.last + timedelta(days=luck.whole(1, 9))
        if day > story.last:
            return
        lived = span.last - max(span.first, story.start)
        if lived > LONG_ENOUGH and not luck.chance(0.15) and not story.resting(day):
            yield quarter_id(span.first), day


def _review(story: Story, luck: Luck, quarter: str, day: date, resolution: str) -> Put:
    kept = {"quarter": quarter, "resolution": resolution, "renewed_on": day, "by": ""}
    begun, ended = story.moment(day, luck, 20, 20.3), story.moment(day, luck, 22.3, 22.8)
    return story.put("reviews", luck, begun, kept | {"figures": {}, "figures_on": None}, ended)


def _answers(
    story: Story,
    luck: Luck,
    quarter: str,
    day: date,
    review: str,
    said: dict[str, list[str]],
    authors: Iterator[str],
) -> Iterator[Put]:
    """To some of the questions one of them wrote a few words, or both did; no words come a second time."""
    for question in questions_of(quarter):
        left = said.get(question.key, [])
        for _ in range(luck.whole(0, 2)):
            if left:
                words = {"by": next(authors), "text": left.pop()}
                about = {"plan": "", "review": review, "question": question.key}
                yield story.put("remarks", luck, story.moment(day, luck, 20.4, 22), about | words)
