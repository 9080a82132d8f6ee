"""Setting up in a minute, and changing it later: every field may be left empty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from screens.dialogs.beside import beside
from screens.dialogs.form import Form, Item, Note, Pick, Text, Values
from tracker.acts.couple import change_couple, set_up
from tracker.calendar.days import machine_zone, parse_day_end
from tracker.calendar.months import months_since
from tracker.calendar.names import long_day
from tracker.calendar.spoken import read_began
from tracker.drafts import Spot
from tracker.errors import Refusal
from tracker.lookup.next_look import next_look
from tracker.lookup.window import LEAST, MOST, suggested
from tracker.records.couple import Couple

if TYPE_CHECKING:
    from screens.app import RekindleApp

SOMEBODY = ("Sun", "Moon")
"""Names for two who left theirs empty; they can be changed at any time."""
_WELCOME = "Two names are enough; the rest can wait, and s changes it later."
_ON_CHANGE = "Changing these reads the whole history anew; nothing that you wrote changes."
_YES_NO = (("yes", "yes"), ("no", "no"), ("unsaid", "rather not say"))
_WEEK = (("monday", "Monday"), ("sunday", "Sunday"))
_SHOWN = (("yes", "shown"), ("no", "hidden"))


def setup_form(app: RekindleApp) -> Form:
    """The form: founding the couple, or changing what it agreed."""
    couple, today = app.at().library.couple, app.at().today

    def save(values: Values) -> None:
        names, settings = _read(values, today)
        if app.at().library.couple is None:
            app.sitting.do_for_good(lambda at: set_up(at, names, **settings))
        else:
            app.sitting.do(lambda at: change_couple(at, names, seen=couple, **settings))
        _remember_me(app, values["me"])
        app.reload()

    heading, spot = "Settings" if couple else "Welcome to Rekindle", Spot("settings:", "the settings")
    form = Form(heading, _items(app, couple, today), save, spot=spot)
    if couple is None:
        form.delicate = False  # nothing is anybody's yet, and there is no page to go back to
    return form


def _items(app: RekindleApp, couple: Couple | None, today: date) -> tuple[Item, ...]:
    first, second = couple.partners if couple else (None, None)
    places = {p.id: str(place) for place, p in enumerate(couple.partners, 1)} if couple else {}
    me = places.get(app.account.me(couple.id), "") if couple else ""
    start = (
        couple.effort_start.isoformat() if couple and couple.effort_start else "today" if not couple else ""
    )
    return (
        Note(_ON_CHANGE if couple else _WELCOME),
        Text("first", "One of you", first.name if first else "", SOMEBODY[0]),
        Text("second", "The other", second.name if second else "", SOMEBODY[1]),
        Pick("me", "This account is", _accounts(couple), me),
        Text("start", "Trying since", start, "not yet", lambda text: _start_said(app, couple, text, today)),
        Text(
            "together",
            "Together since",
            couple.together_since if couple else "",
            "2011, or 2011-06-18",
            lambda text: _together_said(text, today),
        ),
        Pick("children", "Children", _YES_NO, couple.children if couple else "unsaid"),
        Text(
            "day_end", "Your day ends at", couple.day_ends_at if couple else "04:00", "04:00", _day_end_said
        ),
        Pick("week", "A week starts on", _WEEK, couple.week_start if couple else "monday"),
        Text("zone", "Time zone", couple.time_zone if couple else machine_zone()),
        *(_shown_items(app, couple) if couple else ()),
        *beside(app, "couple", couple),
        Note("Private words are hidden from each other's screen; at this stage they are not encrypted."),
    )


def _accounts(couple: Couple | None) -> tuple[tuple[str, str], ...]:
    """Whose account this can be; names that are too long to stand side by side are called by their place."""
    first, second = (p.name for p in couple.partners) if couple else ("", "")
    if not couple or cell_len(first + second) > 24:
        first, second = "the first one's", "the other's"
    else:
        first, second = f"{first}'s", f"{second}'s"
    return (("", "shared"), ("1", first), ("2", second))


def _shown_items(app: RekindleApp, couple: Couple) -> tuple[Item, ...]:
    own = str(couple.window_months) if couple.window_months is not None else ""
    return (
        Text("window", "Look-up window", own, _suggested(couple), lambda text: _window_said(app, text)),
        Pick("rhythm", "Runs and figures", _SHOWN, "yes" if couple.show_rhythm else "no"),
        Pick("month", "Month on Today", _SHOWN, "yes" if couple.show_month else "no"),
    )


def _suggested(couple: Couple) -> str:
    """The window that stands where the field is left empty."""
    return f"{suggested(couple.together_since, couple.effort_start)} months, as we suggest; or 2 to 24"


def _window(text: str) -> int | None:
    """The months of the window; None for the suggested ones."""
    said = text.strip().removesuffix("months").strip()
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and LEAST <= int(said[:4]) <= MOST):
        raise Refusal(f"The window is {LEAST} to {MOST} months; left empty, it is the suggested one.")
    return int(said)


def _window_said(app: RekindleApp, text: str) -> str:
    """What another window changes."""
    from tracker.acts.looking_up import circumstances

    at = app.at()
    own = _window(text)
    changed = circumstances(at)._replace(window=own) if own is not None else circumstances(at)
    day = next_look(changed, at.today)
    return f"the article's question from {long_day(day)} on, if nothing else changes" if day else ""


def _start_said(app: RekindleApp, couple: Couple | None, text: str, today: date) -> str:
    """What was understood, and what it changes."""
    day = read_began(text, today)
    if day.day > today:
        return f"{day.understood}: no month is counted until then"
    if couple is None or couple.effort_start in (None, day.day):
        return day.understood
    rests = app.at().library.ledger.rests_of_everything()
    before, after = (months_since(start, today, rests) for start in (couple.effort_start, day.day))
    assert couple.effort_start is not None
    return f"{day.understood}: Month {after.running} instead of {before.running}"


def _day_end_said(text: str) -> str:
    """Nothing to add to a day end that can be read."""
    parse_day_end(text)
    return ""


def _read(values: Values, today: date) -> tuple[tuple[str, str], dict[str, Any]]:
    names = (values["first"].strip() or SOMEBODY[0], values["second"].strip() or SOMEBODY[1])
    start = values["start"].strip()
    settings: dict[str, Any] = {
        "effort_start": read_began(start, today).day if start else None,
        "together_since": _together(values["together"], today),
        "children": values["children"],
        "day_ends_at": values["day_end"].strip() or "04:00",
        "week_start": values["week"],
        "time_zone": values["zone"].strip() or machine_zone(),
    }
    if "window" in values:
        settings["window_months"] = _window(values["window"])
    for field, key in (("show_rhythm", "rhythm"), ("show_month", "month")):
        if key in values:
            settings[field] = values[key] == "yes"
    return names, settings


def _together_said(text: str, today: date) -> str:
    """What was understood of a day; a bare year says itself."""
    kept = _together(text, today)
    return long_day(date.fromisoformat(kept)) if "-" in kept else ""


def _together(text: str, today: date) -> str:
    """A bare year, or a day as people say it."""
    text = text.strip()
    if not text or (text.isdigit() and len(text) == 4):
        return text
    return read_began(text, today).day.isoformat()


def _remember_me(app: RekindleApp, chosen: str) -> None:
    couple = app.at().couple
    me = couple.partners[int(chosen) - 1].id if chosen else ""
    app.account.set_me(couple.id, me)
    if me and not app.sitting.me:  # whoever sits here goes by hand-over alone: a draft may be theirs
        app.sitting.me = me
