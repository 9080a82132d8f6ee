"""How it began with them, and the scenes of a future that they read to each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.calendar.periods import Period, period_of, quarter_id, shifted
from tracker.demo.story import Story
from tracker.store.changes import Put

TOGETHER_BEFORE = 9
"""Years that they had been together when they began to try."""


def beginnings(story: Story) -> Iterator[Put]:
    """Kept one by one in the first weeks, by each in turn."""
    luck = story.luck("beginnings")
    for place, one in enumerate(story.texts.beginnings):
        by = (story.first, story.second)[place % 2]
        on = date(story.start.year - TOGETHER_BEFORE, one.month, one.day) if one.month else None
        fields = {"kind": one.kind, "text": one.text, "on": on, "by": by}
        yield story.put("beginnings", luck, story.moment(story.day(12 + 9 * place), luck), fields)


def scenes(story: Story) -> Iterator[Put]:
    """One pair a quarter for the newest quarters that are over, read on one of their last Sundays."""
    luck = story.luck("scenes")
    span = period_of(story.today, "quarter")
    for pair in story.texts.scenes:
        span = shifted(span.first, -1, "quarter")
        read_on = _a_last_sunday(span)
        if span.first < story.start:
            return
        for by, text in zip((story.first, story.second), pair, strict=True):
            fields = {"quarter": quarter_id(span.first), "by": by, "text": text, "read_on": read_on}
            written = story.moment(read_on - timedelta(days=luck.whole(1, 9)), luck)
            yield story.put("future_scenes", luck, written, fields, story.moment(read_on, luck))


def _a_last_sunday(span: Period) -> date:
    """The Sunday on or before the quarter's last day."""
    return span.last - timedelta(days=(span.last.weekday() + 1) % 7)
