"""What takes an act back, without taking along what others have put upon it since."""

from __future__ import annotations

from tracker.acts.common import Standing
from tracker.acts.rituals import check_return
from tracker.rhythm.marks import PROJECT
from tracker.store.changes import Applied, Receipt, Revert

_BLANK_REVIEW = {"resolution": "", "renewed_on": None}


def taken_back(at: Standing, receipt: Receipt) -> list[Revert]:
    """The changes that take a receipt back; Refusal where a ritual would find its name taken.

    The review that an answer began stays while the other one's answers stand in it, and so does the ritual
    of time together while other goals lean on it.
    """
    for applied in receipt:
        document = at.library.documents.get(applied.table, applied.id)
        if applied.table == "rituals" and document is not None:
            before = {**document, **applied.previous}
            if before.get("removed_at") in (None, "", ...):
                check_return(at, before)
    wanted = (_reverted(at, applied, receipt) for applied in reversed(receipt))
    return [revert for revert in wanted if revert is not None]


def _reverted(at: Standing, applied: Applied, receipt: Receipt) -> Revert | None:
    document = at.library.documents.get(applied.table, applied.id)
    if document is None or applied.previous.get("removed_at") != document.get("recorded_at"):
        return applied.reverted()  # it was no new record, or is not there any more
    others = {one.id for one in receipt}
    if applied.table == "reviews" and _is_answered(at, applied.id, others):
        return Revert(applied.table, applied.id, applied.after, _BLANK_REVIEW)
    if applied.table == "rituals" and document.get("key") == PROJECT and _is_leant_on(at, others):
        return None
    return applied.reverted()


def _is_answered(at: Standing, review_id: str, but: set[str]) -> bool:
    return any(one.id not in but for one in at.library.remarks.in_review(review_id))


def _is_leant_on(at: Standing, but: set[str]) -> bool:
    begun = (goal for goal in at.library.goals if goal.state != "wish")
    return any(one.id not in but for one in (*begun, *at.library.project_time))
