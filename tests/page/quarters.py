"""A quarter that held one of everything, written down by hand, with any words and any private things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from tests.views.homes import ALEX, RITUALS, SAM, TODAY, Row, at, documents, iso, mark, note, weather
from tests.views.outings import outing, surprise, weekend
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.review import ReviewPage, review_page

QUARTER = "2026Q4"
"""The running one: it is 20 November."""
PLAN, REVIEW, GOAL = id_text(5), id_text(6), id_text(7)


class Private(NamedTuple):
    """What nobody else may know; what is told apart here may make no difference to anything shared."""

    words: str = "Tea"
    skies: tuple[int, ...] = ()
    tried: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    surprises: tuple[str, ...] = ()
    """Those that have no day yet."""


def life(words: str = "The long way home", private: Private | None = None, **agreed: Any) -> Documents:
    """The couple's year, in which they say these words wherever they can."""
    hidden = private or Private()
    return documents(
        agreed={"together_since": "2015", **agreed},
        appreciations=[
            *_told(words),
            *(note(ALEX, ago, hidden.words, cue=hidden.words) for ago in range(4, 8)),
        ],
        moments=[
            *(mark("date", ago) for ago in (0, 7, 28)),
            mark("date", 14, note=words),
            mark("trip", 40, by=SAM, note="Fog, and a lighthouse."),
            *(mark("walk", ago, note=words) for ago in range(0, 60, 3)),
        ],
        pauses=[{"kind": "illness", "from": iso(24), "until": iso(20), "ritual": None, "note": words}],
        plans=[
            outing("happened", "2026-11-10T19:00", id=PLAN, title=_line(words), place="Home", notes=words),
            weekend("2026-10-02", "2026-10-04", state="happened", title="Harbour Inn"),
            outing("idea", None, title="Roller disco", by=SAM),
            surprise(id=id_text(15), title=hidden.words[:80] or "x", notes=hidden.words, place=hidden.words),
            *(surprise(state="idea", start=None, title=one) for one in hidden.surprises),
        ],
        remarks=[
            {"plan": PLAN, "by": SAM, "text": words},
            {"plan": "", "review": REVIEW, "question": "laughed", "by": ALEX, "text": words},
            {"plan": "", "review": REVIEW, "question": "laughed", "by": SAM, "text": "The goose"},
            {"plan": id_text(15), "by": ALEX, "text": hidden.words},
        ],
        goals=[
            {"id": GOAL, "title": _line(words), "why_fun": words, "state": "active", "by": ""},
            *(
                {"id": id_text(90 + n), "title": one, "state": "wish", "by": ALEX}
                for n, one in enumerate(hidden.wishes)
            ),
        ],
        milestones=[
            {"goal": GOAL, "title": _line(words), "order": 1, "done_on": iso(12)},
            {"goal": GOAL, "title": "Order the seeds", "order": 2, "done_on": "2026-01-20"},
        ],
        reviews=[
            _review("2026Q3", "One evening a week without a plan"),
            {**_review(QUARTER, _line(words)), "id": REVIEW, "renewed_on": iso(0)},
        ],
        future_scenes=[
            {"quarter": QUARTER, "by": ALEX, "text": words, "read_on": iso(1)},
            *({"quarter": QUARTER, "by": SAM, "text": one, "read_on": None} for one in hidden.scenes),
        ],
        beginnings=[{"kind": "song", "text": words, "by": SAM, "on": "2015-05-01"}],
        weather=[weather(ALEX, ago, level) for ago, level in enumerate(hidden.skies)],
        tried=[{"practice": one, "by": ALEX, "day": iso(2)} for one in hidden.tried],
        rituals=RITUALS,
    )


def page(held: Documents | None = None, quarter: str = QUARTER) -> ReviewPage:
    """The page of a quarter of theirs."""
    return review_page(at(held or life()), quarter)


def quiet(agreed: Mapping[str, Any] | None = None) -> Documents:
    """A couple that set up and has written nothing yet."""
    return documents(agreed=agreed, rituals=RITUALS)


def _told(words: str) -> Iterable[Row]:
    for place, ago in enumerate((1, 9, 20, 33, 34, 36, 45)):
        told = (TODAY - timedelta(days=max(0, ago - 1))).isoformat()
        yield note((ALEX, SAM)[place % 2], ago, words, told_on=told, told_how="aloud")


def _review(quarter: str, resolution: str) -> Row:
    figures = {"date": {"run": 2, "longest": 4, "kept": 5, "of": 6}, "walk": {"kept": 0, "of": 3}, "x": "y"}
    return {
        "quarter": quarter,
        "resolution": resolution,
        "renewed_on": None,
        "figures": figures,
        "figures_on": iso(0),
    }


def _line(words: str) -> str:
    """As a title would be: one line of at most 80 characters."""
    return " ".join(words.split())[:80] or "x"
