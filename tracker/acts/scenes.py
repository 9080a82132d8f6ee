"""An ordinary day some years on, as each pictures it: their author's alone until both are read together."""

from __future__ import annotations

from tracker.acts.common import Standing, edit, need, note, own, put
from tracker.calendar.periods import parse_quarter
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.reviews import FutureScene
from tracker.store.changes import Change, Remove


def write_scene(
    at: Standing, quarter: str, *, by: str, text: str, seen: FutureScene | None = None
) -> list[Change]:
    """One partner's own scene of a quarter, one each; only they see it until both are read together.

    Writing again changes it; empty words take it back. `seen` as in `edit`.
    """
    at.partner(by)
    if parse_quarter(quarter).first > at.today:
        raise Refusal("This quarter is still to come; a scene can be written once it has begun.")
    words = note(text, "The scene")
    known = at.library.future_scenes.own(by, quarter)
    if known is None:
        if not words:
            raise Refusal("There is nothing to keep yet; write a few words first.")
        return [put("future_scenes", new_id(at.now), quarter=quarter, by=by, text=words, read_on=None)]
    if known.read_on is not None:
        raise Refusal("You read this scene together, so it stays as you read it.")
    if not words:
        return [Remove("future_scenes", known.id)]
    return edit("future_scenes", own(at, "future_scenes", known.id, by), {"text": words}, seen)


def read_together(at: Standing, quarter: str) -> list[Change]:
    """Both pressed "read them together" (see `tracker.acts.both.Both`): from now on both may see both."""
    people = {partner.id for partner in at.couple.partners}
    # Two machines may each hold one of the same author: they are read together, too.
    scenes = [one for one in at.library.future_scenes if one.quarter == quarter and one.by in people]
    if {scene.by for scene in scenes} != people:
        raise Refusal("Scenes are read in twos: each of you writes one first.")
    return [
        change
        for scene in scenes
        if scene.read_on is None
        for change in edit(
            "future_scenes", need(at.library.documents, "future_scenes", scene.id), {"read_on": at.today}
        )
    ]
