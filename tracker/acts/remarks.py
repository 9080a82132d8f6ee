"""What each of them says of an evening afterwards, in words of their own; nothing is rated."""

from __future__ import annotations

from tracker.acts.common import Standing, edit, note, own, put
from tracker.acts.planning import the_plan
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.remarks import Remark
from tracker.store.changes import Change, Put


def remark(at: Standing, plan_id: str, *, by: str, text: str) -> list[Change]:
    """Add a remark of one's own to what happened, or to what was let go. The other's stands beside it."""
    plan = the_plan(at, plan_id, at.partner(by).id)
    if plan.state not in ("happened", "let-go"):
        raise Refusal("A remark is for afterwards; mark it as happened first.")
    return [new_remark(at, plan.id, by=by, text=text)]


def new_remark(at: Standing, plan_id: str, *, by: str, text: str) -> Put:
    """The document of a new remark, also about a plan that is only just being made."""
    return put("remarks", new_id(at.now), plan=plan_id, by=by, text=_words(text))


def reword_remark(
    at: Standing, remark_id: str, *, me: str, text: str, seen: Remark | None = None
) -> list[Change]:
    """Change one's own remark. `seen` is it as it was shown; what another window wrote meanwhile is kept."""
    return edit("remarks", own(at, "remarks", remark_id, at.partner(me).id), {"text": _words(text)}, seen)


def _words(text: str) -> str:
    kept = note(text, "The remark")
    if not kept:
        raise Refusal("There is nothing to keep yet; write a few words first.")
    return kept
