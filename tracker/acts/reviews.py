"""Looking back on a quarter together: answers, one resolution, and "we're in" once more.

The record of a review belongs to both; each answer is a remark of its author's own. It is begun by the first
thing that is written, and holds the rhythm's figures as they stood then.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, note, own, put, title
from tracker.calendar.periods import parse_quarter
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.remarks import Remark
from tracker.records.reviews import Review
from tracker.store.changes import Change, Remove


def answer(
    at: Standing, quarter: str, question: str, *, by: str, text: str, seen: Remark | None = None
) -> list[Change]:
    """One partner's own answer to a question of the quarter's review; the other's stands beside it.

    Writing again changes one's own answer; empty words take it back. `seen` as in `edit`.
    """
    at.partner(by)
    words = note(text, "The answer")
    begun, review_id = _begun(at, quarter)
    mine = _answer_of(at, quarter, question, by)
    if mine is not None:
        document = own(at, "remarks", mine.id, by)
        if not words:
            return [Remove("remarks", mine.id)]
        return edit("remarks", document, {"text": words}, seen)
    if not words:
        raise Refusal("There is nothing to keep yet; write a few words first.")
    fields: dict[str, Any] = {"plan": "", "review": review_id, "question": question, "by": by, "text": words}
    return [*begun, put("remarks", new_id(at.now), **fields)]


def resolve(at: Standing, quarter: str, text: str, *, seen: Review | None = None) -> list[Change]:
    """The one thing they take into the next quarter; empty words leave none. `seen` as in `edit`."""
    words = title(text, "The resolution") if text.strip() else ""
    return _set(at, quarter, {"resolution": words}, seen)


def renew(at: Standing, quarter: str) -> list[Change]:
    """Both pressed "we're in" (see `tracker.acts.both.Both`): kept with its day, and never who was first."""
    return _set(at, quarter, {"renewed_on": at.today})


def figures(at: Standing, quarter: str) -> dict[str, Any]:
    """The rhythm's figures at the end of the quarter, or today while it runs, by ritual key."""
    as_of = min(parse_quarter(quarter).last, at.today)
    rhythms = {ritual.key: at.library.ledger.rhythm(ritual.key, as_of) for ritual in at.library.rituals}
    return {
        key: {"run": one.run, "longest": one.longest, "kept": one.kept, "of": one.of}
        for key, one in rhythms.items()
        if one.begun
    }


def _set(at: Standing, quarter: str, fields: dict[str, Any], seen: Review | None = None) -> list[Change]:
    """Fields of the quarter's review, begun where it was not yet; its figures become those of now."""
    fresh = {"figures": figures(at, quarter), "figures_on": _figures_day(at, quarter)}
    known = at.library.reviews.of(quarter)
    if known is None:
        return _begun(at, quarter, **fields)[0]
    document = need(at.library.documents, "reviews", known.id)
    changes = edit("reviews", document, fields, seen)
    if not changes:
        return []
    twins = (need(at.library.documents, "reviews", one) for one in at.library.reviews.ids(quarter))
    same = (edit("reviews", twin, fields) for twin in twins if twin["id"] != known.id)
    return [*edit("reviews", document, fresh), *(change for one in same for change in one), *changes]


def _begun(at: Standing, quarter: str, **fields: Any) -> tuple[list[Change], str]:
    """The review of a quarter: what begins it, if it is not begun yet, and its id."""
    at.library.need_couple()
    if parse_quarter(quarter).first > at.today:
        raise Refusal("This quarter is still to come; it can be looked back on once it has begun.")
    known = at.library.reviews.of(quarter)
    if known is not None:
        return [], known.id
    review_id = new_id(at.now)
    blank: dict[str, Any] = {"quarter": quarter, "resolution": "", "renewed_on": None, "by": ""}
    blank |= {"figures": figures(at, quarter), "figures_on": _figures_day(at, quarter)}
    return [put("reviews", review_id, **{**blank, **fields})], review_id


def _figures_day(at: Standing, quarter: str) -> date:
    return min(parse_quarter(quarter).last, at.today)


def _answer_of(at: Standing, quarter: str, question: str, by: str) -> Remark | None:
    answers = at.library.answers(quarter)
    return next((one for one in answers if (one.question, one.by) == (question, by)), None)
