"""The way back to unfinished words: each draft opens the place where it was typed, with its words in it.

Where that is gone, because the record was removed or the scenes were read, the words are shown as text.
Dialogs are imported when they are wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.dom import DOMNode

from screens.host import rekindle
from tracker.drafts import Draft

if TYPE_CHECKING:
    from screens.app import RekindleApp
    from screens.dialogs.base import Dialog


def open_draft(node: DOMNode, draft_id: str) -> None:
    """Go on with a draft of whoever sits here; nothing happens where it is another's, or gone."""
    app = rekindle(node)
    app.stash_all()
    draft = app.drafts.get(draft_id)
    if draft is None or draft.by != app.me:
        return
    if draft.spot.kind == "today":
        _open_note(app, draft)
        return
    opens = _OPENS.get(draft.spot.kind)
    dialog = opens(app, draft.spot.key) if opens else None
    if dialog is None:
        from screens.dialogs.left import LeftDialog

        dialog = LeftDialog(draft)
    dialog.draft = draft
    app.push_screen(dialog)


def _open_note(app: RekindleApp, draft: Draft) -> None:
    from screens.today.screen import TodayScreen

    page = next(page for page in app.pages if isinstance(page, TodayScreen))
    page.go_on_with(draft, date.fromisoformat(draft.spot.key))


# Each gives the dialog of a place, or None where there is nothing any more to write at.


def _evening(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.review.evening import EveningDialog
    from screens.review.steps import step_named, steps_of
    from tracker.views.review import review_page

    quarter, _, name = key.partition(":")
    page, step = review_page(app.at(), quarter), step_named(name)
    read = step.kind == "scene" and page.scenes
    return EveningDialog(quarter, step) if step in steps_of(page) and not read else None


def _note(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.dialogs.note import NoteDialog

    notes = app.at().library.appreciations
    return NoteDialog(key) if any(note.id == key and note.by == app.me for note in notes) else None


def _new_plan(kind: str) -> Callable[[RekindleApp, str], Dialog[Any]]:
    def open_it(app: RekindleApp, key: str) -> Dialog[Any]:
        from screens.plans.forms import new_form

        return new_form(app, kind)

    return open_it


def _plan(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.plans.forms import plan_form

    at = app.at()
    known = at.library.plans.get(key)
    held = known is not None and at.library.plans.holds(known, app.me, at.now)
    return plan_form(app, known) if known is not None and not held else None


def _happened(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.plans.forms import happened_form

    known = app.at().library.plans.get(key)
    return happened_form(app, known) if known is not None and known.state == "planned" else None


def _ticked(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.plans.ticked import form_of

    return form_of(app, key)


def _to_do(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.plans.checklist import ChecklistDialog

    return ChecklistDialog(key) if _plan(app, key) else None


def _to_do_item(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.plans.checklist import item_form

    plan_id, _, item_id = key.partition("/")
    plan = app.at().library.plans.get(plan_id) if _plan(app, plan_id) else None
    item = next((item for item in plan.items if item.id == item_id), None) if plan else None
    return item_form(app, plan_id, item) if item is not None else None


def _new_goal(app: RekindleApp, key: str) -> Dialog[Any]:
    from screens.goals.forms import new_goal_form

    return new_goal_form(app, [])


def _goal(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.goals.forms import goal_form

    known = app.at().library.goals.get(key)
    return goal_form(app, known) if known is not None else None


def _step(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.goals.forms import step_form

    known = app.at().library.milestones.get(key)
    return step_form(app, known, lambda: None) if known is not None else None


def _goal_step(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.goals.goal import GoalDialog

    return GoalDialog(key, adding=True) if app.at().library.goals.get(key) is not None else None


def _time(app: RekindleApp, key: str) -> Dialog[Any]:
    from screens.goals.forms import time_form

    return time_form(app, app.at().library.goals.get(key))


def _reached(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.goals.forms import reached_form

    known = app.at().library.goals.get(key)
    return reached_form(app, known) if known is not None and known.state == "active" else None


def _wish(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.goals.forms import wish_form

    known = next((wish for wish in app.at().library.goals.wishes_of(app.me) if wish.id == key), None)
    return wish_form(app, known) if known is not None or not key else None


def _pause(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.dialogs.pause import pause_form

    known = next((one for one in app.at().library.pauses if one.id == key), None)
    return pause_form(app, known) if known is not None or not key else None


def _new_ritual(app: RekindleApp, key: str) -> Dialog[Any]:
    from screens.dialogs.ritual import new_ritual_form

    return new_ritual_form(app)


def _ritual(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.dialogs.ritual import ritual_form

    known = any(ritual.key == key for ritual in app.at().library.rituals)
    return ritual_form(app, key) if known else None


def _settings(app: RekindleApp, key: str) -> Dialog[Any]:
    from screens.dialogs.setup import setup_form

    return setup_form(app)


def _effort(app: RekindleApp, key: str) -> Dialog[Any]:
    from screens.journey.forms import effort_form

    return effort_form(app)


def _scene(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.journey.forms import scene_form
    from tracker.calendar.periods import quarter_id

    return scene_form(app) if key == quarter_id(app.at().today) else None


def _window(app: RekindleApp, key: str) -> Dialog[Any]:
    from screens.journey.forms import window_form

    return window_form(app)


def _beginning(app: RekindleApp, key: str) -> Dialog[Any] | None:
    from screens.journey.beginnings import beginning_form

    mine = (one for one in app.at().library.beginnings if one.id == key and one.by == app.me)
    known = next(mine, None)
    return beginning_form(app, known) if known is not None or not key else None


_OPENS: dict[str, Callable[[RekindleApp, str], Dialog[Any] | None]] = {
    "evening": _evening,
    "note": _note,
    "new-date": _new_plan("date"),
    "new-trip": _new_plan("trip"),
    "plan": _plan,
    "happened": _happened,
    "ticked": _ticked,
    "to-do": _to_do,
    "to-do-item": _to_do_item,
    "new-goal": _new_goal,
    "goal": _goal,
    "step": _step,
    "goal-step": _goal_step,
    "time": _time,
    "reached": _reached,
    "new-wish": _wish,
    "wish": _wish,
    "new-pause": _pause,
    "pause": _pause,
    "new-ritual": _new_ritual,
    "ritual": _ritual,
    "settings": _settings,
    "new-effort": _effort,
    "scene": _scene,
    "window": _window,
    "new-beginning": _beginning,
    "beginning": _beginning,
}
