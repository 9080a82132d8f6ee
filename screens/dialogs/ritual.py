"""Adding, changing and putting away a ritual."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from screens.dialogs.beside import beside
from screens.dialogs.form import Form, Item, Note, Pick, Text, Values
from tracker.acts.rituals import add_ritual, archive_ritual, change_ritual, take_up_again
from tracker.calendar.spoken import read_past_day
from tracker.drafts import Spot
from tracker.errors import Refusal
from tracker.ready_made import ReadyMade
from tracker.records.rituals import Ritual
from tracker.rhythm import words

if TYPE_CHECKING:
    from screens.app import RekindleApp

_PERIODS = (("day", "day"), ("week", "week"), ("month", "month"), ("quarter", "quarter"))
_KEPT_BY = (("either", "either of you"), ("both", "both of you"))
_FORGIVEN = tuple((str(n), str(n)) for n in range(4))


def new_ritual_form(app: RekindleApp, ready: ReadyMade | None = None) -> Form:
    """A ritual of the couple's own; `ready` fills the form with a proposal, all of which may be changed."""
    today = app.at().today

    def save(values: Values) -> None:
        wanted = _wanted(values, today)
        app.sitting.do(lambda at: add_ritual(at, **wanted))
        app.reload()
        app.say("Added. It stands on Today: space on its row marks that it happened.")

    items, spot = _items(today, ready=ready), Spot("new-ritual:", "a new ritual")
    return Form("A ritual of your own", items, save, save_label="Add", spot=spot, proposed=ready is not None)


def ritual_form(app: RekindleApp, key: str) -> Form:
    """Change a ritual, put it away, or take it up again."""
    at = app.at()
    ritual, today = at.library.rituals.find(key), at.today

    def save(values: Values) -> None:
        wanted = {name: value for name, value in _wanted(values, today).items() if value is not None}
        app.sitting.do(lambda at: change_ritual(at, key, seen=ritual, **wanted))
        app.reload()

    def put_away() -> None:
        app.sitting.do(lambda at: archive_ritual(at, key))
        app.reload()

    def take_up() -> None:
        app.sitting.do(lambda at: take_up_again(at, key))
        app.reload()

    more = (("Take up again", take_up),) if ritual.archived_on else (("Put away", put_away),)
    said = Note(_figures(app, ritual)) if at.couple.show_rhythm else Note("")
    items = (said, *_items(today, ritual), *beside(app, "rituals", ritual))
    spot = Spot(f"ritual:{key}", f"changes to “{ritual.name}”")
    return Form(ritual.name, items, save, more=more, spot=spot)


def _items(today: date, ritual: Ritual | None = None, *, ready: ReadyMade | None = None) -> tuple[Item, ...]:
    since = ritual.since.isoformat() if ritual and ritual.since else ""
    name, times, per, kept_by = _proposed(ritual, ready)
    return (
        Text("name", "Name", name, "weekly talk, phones away, a walk …"),
        Text("times", "Times", str(times)),
        Pick("per", "in each", _PERIODS, per),
        Pick("kept_by", "It counts when", _KEPT_BY, kept_by),
        Pick("forgive", "Quiet ones forgiven", _FORGIVEN, str(ritual.forgive if ritual else 1)),
        Text("since", "Counting since", since, "today", lambda text: read_past_day(text, today).understood),
        Note("Times, period and since read the whole history anew; nothing that you marked changes.")
        if ritual
        else Note("A run counts the periods in a row in which it happened; a quiet one or two do no harm."),
    )


def _proposed(ritual: Ritual | None, ready: ReadyMade | None) -> tuple[str, int, str, str]:
    """What stands in the form at first: name, times, period, and whose doing counts."""
    if ritual is not None:
        return ritual.name, ritual.cadence.times, ritual.cadence.period, ritual.kept_by
    return (ready.name, ready.times, ready.per, ready.kept_by) if ready else ("", 1, "week", "either")


def _wanted(values: Values, today: date) -> dict[str, Any]:
    times = values["times"].strip()
    if not times.isdigit() or len(times) > 3:
        raise Refusal("Times is a number, such as 1 or 3.")
    since = values["since"].strip()
    return {
        "name": values["name"],
        "times": int(times),
        "per": values["per"],
        "kept_by": values["kept_by"],
        "forgive": int(values["forgive"]),
        "since": read_past_day(since, today).day if since else None,
    }


def _figures(app: RekindleApp, ritual: Ritual) -> str:
    """The run, the longest one and "kept K of N", in words; nothing where there is nothing kind to say."""
    at = app.at()
    rhythm = at.library.ledger.rhythm(ritual.key, at.today)
    said = (
        words.run(rhythm, ritual.cadence.period),
        words.longest(rhythm, ritual.cadence.period),
        words.kept(rhythm, ritual.cadence.period),
    )
    return " · ".join(part for part in said if part) or "A fresh run starts whenever you like."
