"""Short forms of the journey: effort noticed, the future scene, and the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.dialogs.beside import beside
from screens.dialogs.form import Form, Item, Note, Text, Values, Words
from tracker.acts.couple import change_couple
from tracker.acts.effort import notice_effort
from tracker.acts.scenes import write_scene
from tracker.calendar.periods import parse_quarter, quarter_id
from tracker.drafts import Spot
from tracker.errors import Refusal
from tracker.lookup.window import LEAST, MOST, suggested
from tracker.views.journey import window_why
from tracker.views.review import quarter_title

if TYPE_CHECKING:
    from screens.app import RekindleApp


def effort_form(app: RekindleApp) -> Form:
    """You did …, it landed as …: kept among one's notes, to be told when the moment comes."""
    me = app.me
    other = app.at().couple.other(me).name

    def save(values: Values) -> None:
        did, landed, cue = values["did"], values["landed"], values["cue"]
        app.sitting.do(lambda at: notice_effort(at, by=me, did=did, landed=landed, cue=cue))
        app.reload()
        app.say(f"Kept among your notes of today. Only you see it until you tell {other}.")

    items = (
        Text("did", "You", hint="rang the bank, which I had been putting off"),
        Text("landed", "It landed as", hint="a weight off my shoulders"),
        Text("cue", "A good moment", hint="when we turn out the lights"),
        Note(f"It stands with what you noticed today, and is offered to be told to {other}, one a day."),
    )
    return Form("Effort noticed", items, save, spot=Spot("new-effort:", "effort noticed"))


def scene_form(app: RekindleApp) -> Form:
    """The viewer's own future scene of the running quarter."""
    me, at = app.me, app.at()
    quarter = quarter_id(at.today)
    known = at.library.future_scenes.own(me, quarter)

    def save(values: Values) -> None:
        app.sitting.do(lambda at: write_scene(at, quarter, by=me, text=values["scene"], seen=known))
        app.reload()
        app.say("Kept. Only you see it until you read your scenes to each other.")

    items: tuple[Item, ...] = (
        Note("An ordinary day some years on, with the two of you in it and its small things."),
        Words("scene", f"Your scene of {quarter_title(parse_quarter(quarter))}", known.text if known else ""),
        Note("You read them to each other on the evening of the review."),
        *beside(app, "future_scenes", known),
    )
    spot = Spot(f"scene:{quarter}", "a future scene")
    return Form("Picture a good future", items, save, spot=spot)


def window_form(app: RekindleApp) -> Form:
    """Why the window is what it is, and setting it."""
    couple = app.at().couple
    said, ours = window_why(app.at())
    usual = suggested(couple.together_since, couple.effort_start)

    def save(values: Values) -> None:
        months = _months(values["months"])
        app.sitting.do(lambda at: change_couple(at, window_months=months, seen=couple))
        app.reload()

    items = (
        Note(said),
        Note(ours),
        Text(
            "months",
            "Months",
            str(couple.window_months or ""),
            f"{usual}, the suggested ones; or {LEAST} to {MOST}",
        ),
        Note("Until the window has passed, the look-up says no more than that it is too soon."),
    )
    return Form("How long, and why", items, save, spot=Spot("window:", "the look-up window"))


def _months(text: str) -> int | None:
    """The months as they were typed; None for the suggested ones."""
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refusal(f"The window is {LEAST} to {MOST} months; empty takes the suggested one.")
    return int(text)
