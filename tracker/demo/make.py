"""The demo: a made-up couple's years, the same for the same seed, to look around with."""

from __future__ import annotations

from datetime import date

from tracker.acts.couple import SYMBOLS
from tracker.demo import evenings, goals, habits, journey, notes, outings, rests, weather
from tracker.demo.story import Story
from tracker.errors import Refusal
from tracker.ids import id_order
from tracker.store.changes import Put
from tracker.store.documents import Documents
from tracker.store.protocol import Store

MOST_YEARS = 50
FIRST_YEAR = 1971
"""Ids are made of the milliseconds since 1970: nothing can be written down before that."""


def check_years(years: int, today: date) -> None:
    """Refusal for more years, or fewer, than the demo can tell of."""
    if not 1 <= years <= MOST_YEARS:
        raise Refusal(f"The demo tells of 1 to {MOST_YEARS} years.")
    if today.year - years < FIRST_YEAR:
        raise Refusal(f"The demo begins in {FIRST_YEAR} or later; tell of fewer years, or of a later day.")


def documents_for(seed: int, years: int, today: date, time_zone: str = "UTC") -> list[Put]:
    """Everything the couple wrote in `years` years up to the evening before `today`, oldest first.

    Pure: the same call gives the same documents, ids and moments included. Nothing lies after `today` but
    plans, a goal's target and one pause; on `today` itself nothing was written yet. `time_zone` becomes
    the couple's; in it the days were counted, so it should be the one in which `today` was read.
    """
    check_years(years, today)
    story = rests.with_rests(Story(seed, years, today, time_zone))
    told = [
        _couple(story),
        *habits.rituals(story),
        *habits.moments(story),
        *notes.appreciations(story),
        *weather.weather(story),
        *rests.pauses(story),
        *outings.plans(story),
        *goals.goals(story),
        *goals.tried(story),
        *journey.beginnings(story),
        *journey.scenes(story),
        *evenings.evenings(story),
    ]
    return sorted(told, key=lambda put: id_order(put.id))


def make_demo(store: Store, seed: int, years: int, today: date, time_zone: str = "UTC") -> None:
    """Write the couple's years into an empty store, in one write; Refusal where it holds anything."""
    told = documents_for(seed, years, today, time_zone)

    def build(documents: Documents) -> list[Put]:
        if documents.tables():
            raise Refusal("Something is kept here already; the demo opens in an empty folder of its own.")
        return told

    store.write(build)


def _couple(story: Story) -> Put:
    """The two of them, together for nine years when they began to try."""
    luck = story.luck("couple")
    ids = (story.first, story.second)
    names = story.texts.names[(story.seed - 1) % len(story.texts.names)]
    partners = [
        {"id": partner, "name": name, "symbol": symbol}
        for partner, name, symbol in zip(ids, names, SYMBOLS, strict=True)
    ]
    fields = {
        "partners": partners,
        "effort_start": story.start,
        "together_since": f"{story.start.year - 9}-06-18",
        "children": "yes",
        "day_ends_at": "04:00",
        "week_start": "monday",
        "time_zone": story.time_zone,
        "window_months": None,
        "show_rhythm": True,
        "show_month": True,
    }
    return story.put("couple", luck, story.founded, fields)
