"""A date or a trip that was only ticked: a title and a remark make a plan of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.dialogs.form import Form, Note, Text, Values
from tracker.acts.ticked import name_ticked
from tracker.calendar.names import long_day
from tracker.drafts import Spot
from tracker.records.plans import KINDS
from tracker.views.ticked import Ticked, ticked

if TYPE_CHECKING:
    from screens.app import RekindleApp


def open_ticked(app: RekindleApp, moment_id: str) -> None:
    """The form of the tick with this moment; nothing where it is gone."""
    form = form_of(app, moment_id)
    if form is not None:
        app.push_screen(form)


def form_of(app: RekindleApp, moment_id: str) -> Form | None:
    """The form of the tick with this moment; None where it is gone, or has become a plan."""
    at = app.at()
    ticks = (one for kind in KINDS for one in ticked(at, kind))
    one = next((one for one in ticks if one.id == moment_id), None)
    return ticked_form(app, one) if one is not None else None


def ticked_form(app: RekindleApp, one: Ticked) -> Form:
    """A title, a place and what one wants to remember, for what was ticked on a day."""

    def save(values: Values) -> None:
        me, remark = app.me, values.get("remark", "")
        details = {name: values[name] for name in ("title", "place")}
        act = partial(name_ticked, moment_id=one.id, me=me, remark=remark, notes=one.text)
        app.sitting.do(lambda at: act(at, **details))
        app.reload()
        app.say("Kept. Open it again to add more; u makes it a tick again.")

    remark = (Text("remark", "To remember", "", "a few words; both of you can read them"),) if app.me else ()
    return Form(
        f"A {one.kind} on {long_day(one.day)}",
        (
            Text("title", "Title", one.title if one.worded else "", "what you did"),
            Text("place", "Place", "", "where you were"),
            *remark,
            Note("You ticked it on Today. With a title it is listed by its name; it counts as before."),
        ),
        save,
        spot=Spot(f"ticked:{one.id}", f"what you remember of a {one.kind}"),
    )
