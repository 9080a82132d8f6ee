"""One plan as a calendar file: where it goes is shown and may be changed; nothing is overwritten."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from screens.dialogs.form import Form, Item, Note, Pick, Text, Values
from tracker.archive.files import write_new
from tracker.cli.context import path_said
from tracker.records.plans import Plan

if TYPE_CHECKING:
    from screens.app import RekindleApp

_ALARMS = (("", "none"), ("60", "an hour before"), ("180", "three hours"), ("1440", "a day before"))
_FOLDERS = ("Downloads", "Documents")
"""Where a file is looked for first, where the account has such a folder."""
MOST_COPIES = 1000


def calendar_form(app: RekindleApp, plan: Plan) -> Form:
    """Asks where the file goes and whether the calendar shall speak up."""
    held = _is_own_surprise(app, plan)

    def save(values: Values) -> None:
        path, minutes = path_said(values["path"]), values["alarm"]
        viewer = "" if held and values["words"] == "held" else app.me
        alarm = timedelta(minutes=int(minutes)) if minutes else None
        write_new(path, _file(app, plan, viewer, alarm).encode())
        app.say(f"Written to {path}. Open it with your calendar to add it there.")

    items: tuple[Item, ...] = (
        Text("path", "File", str(proposed(plan, Path.home()))),
        Pick("alarm", "A reminder", _ALARMS),
        *((Pick("words", "The surprise", _WORDS),) if held else ()),
        Note("A calendar file with this one plan. Opened again after a change, it updates its entry."),
    )
    return Form("Add to a calendar", items, save, save_label="Write")


_WORDS = (("held", "stays held in it"), ("told", "written out: only I see the file"))


def proposed(plan: Plan, home: Path) -> Path:
    """A file of a telling name that does not exist yet, where the account keeps such things."""
    folder = next((home / name for name in _FOLDERS if (home / name).is_dir()), home)
    day = plan.begins.on.isoformat() if plan.begins else "undated"
    names = (f"{plan.kind}-{day}{f'-{copy}' if copy > 1 else ''}.ics" for copy in range(1, MOST_COPIES))
    return next((folder / name for name in names if not (folder / name).exists()), folder / f"{plan.id}.ics")


def _is_own_surprise(app: RekindleApp, plan: Plan) -> bool:
    """Whether the file could give away what the other one may not see yet."""
    at = app.at()
    return plan.by == app.me != "" and at.library.plans.holds(plan, "", at.now)


def _file(app: RekindleApp, plan: Plan, viewer: str, alarm: timedelta | None) -> str:
    from tracker.transfer.calendar_out import export_calendar  # icalendar costs more than all the rest

    documents, now = app.sitting.store.documents, app.at().now
    return export_calendar(documents, now=now, viewer=viewer, plan_id=plan.id, alarm=alarm)
