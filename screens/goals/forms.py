"""The forms of a goal: a new one, changing one, its steps, time together, being there; and one's own wish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from screens.dialogs.beside import beside
from screens.dialogs.form import REMOVE, Form, Item, Note, Pick, Text, Values
from tracker.acts.goals import change_goal, log_time, reach_goal, read_target, start_goal
from tracker.acts.milestones import (
    reach_milestone,
    remove_milestone,
    rename_milestone,
    shrink_goal,
    take_milestone_back,
    wake_milestone,
)
from tracker.acts.wishes import add_wish, change_wish, remove_wish
from tracker.calendar.names import long_day
from tracker.calendar.spoken import read_past_day
from tracker.drafts import Spot
from tracker.records.goals import Goal, Milestone

if TYPE_CHECKING:
    from screens.app import RekindleApp
    from tracker.acts.common import Standing
    from tracker.acts.comparing import Common, Comparison
    from tracker.acts.sitting import Act
    from tracker.store.changes import Change

_TITLE = "plant an orchard, sing in a choir …"
_WHY = "what you look forward to in it"
_TARGET = "20 May, in 3 months … or none"
_PAST = "today; or yesterday, fri, 20 Nov …"
_REACHED = "today, yesterday, fri … or still ahead"
_OFFER = (("no", "only you see it"), ("yes", "offer it when you compare"))


def new_goal_form(app: RekindleApp, made: list[str]) -> Form:
    """A new goal; its id is put into `made`."""
    return _beginning(app, made, "A new goal", lambda **words: lambda at: start_goal(at, **words))


def shared_goal_form(app: RekindleApp, comparison: Comparison, one: Common, made: list[str]) -> Form:
    """A goal of what both wish for, with the card's own small first step."""
    steps = (one.step,) if one.step else ()

    def act(*, name: str, **words: Any) -> Act:
        return lambda at: comparison.begin(at, one.seed, name=name, steps=steps, **words)

    first = (Note(f"Its first step: {one.step}."),) if one.step else ()
    return _beginning(app, made, "Begin it together", act, (one.title, one.why), first)


def _beginning(
    app: RekindleApp,
    made: list[str],
    heading: str,
    act: Callable[..., Act],
    words: tuple[str, str] = ("", ""),
    notes: tuple[Note, ...] = (),
) -> Form:
    today = app.at().today

    def save(values: Values) -> None:
        target = _target(values["target"], today, None)
        receipt = app.sitting.do(act(name=values["title"], why_fun=values["why"], target_day=target))
        made.extend(applied.id for applied in receipt if applied.table == "goals")
        app.reload()

    said = Note("The steps come next. Anything can be changed later.")
    items, spot = (*_about(today, *words), *notes, said), Spot("new-goal:", "a new goal")
    return Form(heading, items, save, save_label="Begin", spot=spot, proposed=any(words))


def _about(today: date, title: str = "", why: str = "", target: date | None = None) -> tuple[Item, ...]:
    given = target.isoformat() if target else ""

    def echo(text: str) -> str:
        day = _target(text, today, target)
        return long_day(day) if day else ""

    return (
        Text("title", "What", title, _TITLE),
        Text("why", "Why it is fun", why, _WHY),
        Text("target", "By when", given, _TARGET, echo),
    )


def _target(text: str, today: date, known: date | None) -> date | None:
    """The day that was typed; the one that stood there already may lie behind."""
    if not text.strip():
        return None
    if known is not None and text.strip() == known.isoformat():
        return known
    return read_target(text, today).day


def goal_form(app: RekindleApp, known: Goal) -> Form:
    """Change what a goal is called, why it is fun, and by when."""
    today = app.at().today
    about = _about(today, known.title, known.why_fun, known.target_day)

    def save(values: Values) -> None:
        wanted: dict[str, Any] = _changed(about, values, {"title": "title", "why": "why_fun"})
        wanted["target_day"] = _target(values["target"], today, known.target_day)
        app.sitting.do(lambda at: change_goal(at, known.id, seen=known, **wanted))
        app.reload()

    spot = Spot(f"goal:{known.id}", f"changes to “{known.title}”")
    return Form("This goal", (*about, *beside(app, "goals", known)), save, spot=spot)


def _changed(items: tuple[Item, ...], values: Values, fields: dict[str, str]) -> dict[str, Any]:
    """What differs from what stood in the form, by the field of the record."""
    given = {item.key: item.value for item in items if isinstance(item, Text | Pick)}
    return {field: values[key] for key, field in fields.items() if values[key] != given[key]}


def step_form(app: RekindleApp, known: Milestone, reached: Callable[[], object]) -> Form:
    """A step: its words, and the day it was reached. `reached` follows when it is marked so here."""
    today = app.at().today
    given = known.done_on.isoformat() if known.done_on else ""
    items: tuple[Item, ...] = (
        Text("title", "The step", known.title),
        Text("day", "Reached on", given, _REACHED, _echo_past(today)),
    )

    def save(values: Values) -> None:
        words = _changed(items, values, {"title": "title"})
        said = values["day"].strip()
        day = read_past_day(said, today).day if said else None

        def changes(at: Standing) -> list[Change]:
            named = rename_milestone(at, known.id, words["title"], seen=known) if words else []
            return [*named, *(_day_changes(at, known, day) if said != given else [])]

        app.sitting.do(changes)
        app.reload()
        if said and not given:
            reached()

    beside_it = beside(app, "milestones", known)
    spot = Spot(f"step:{known.id}", f"changes to “{known.title}”")
    return Form("A step", (*items, *beside_it), save, more=_step_more(app, known), spot=spot)


def _day_changes(at: Standing, known: Milestone, day: date | None) -> list[Change]:
    """Reached on a day, or ahead again."""
    if day is not None:
        return reach_milestone(at, known.id, day)
    step = at.library.milestones.get(known.id)
    return take_milestone_back(at, known.id) if step is not None and step.done_on else []


def _echo_past(today: date) -> Callable[[str], str]:
    return lambda text: read_past_day(text, today).understood


def _step_more(app: RekindleApp, known: Milestone) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Let it rest or count again, and remove it."""

    def run(act: Act) -> Callable[[], object]:
        def work() -> None:
            app.sitting.do(act)
            app.reload()

        return work

    def let_rest() -> None:
        steps = app.at().library.milestones.of(known.goal)
        resting = {step.id for step in steps.resting} | {known.id}
        run(lambda at: shrink_goal(at, known.goal, resting))()

    rest: tuple[tuple[str, Callable[[], object]], ...] = ()
    if known.done_on is None:
        wake = ("It counts again", run(lambda at: wake_milestone(at, known.id)))
        rest = (wake,) if known.rests else (("Let it rest", let_rest),)
    return (*rest, (REMOVE, run(lambda at: remove_milestone(at, known.id))))


def time_form(app: RekindleApp, goal: Goal | None) -> Form:
    """Time together, on a day up to today."""
    today = app.at().today
    goal_id = goal.id if goal else ""

    def save(values: Values) -> None:
        day = read_past_day(values["day"], today).day if values["day"].strip() else today
        app.sitting.do(lambda at: log_time(at, goal_id=goal_id, day=day, text=values["note"]))
        app.reload()
        app.say("Kept: time for the two of you.")

    items = (
        Text("note", "What you did", hint="a few words, if you like"),
        Text("day", "Day", "", _PAST, _echo_past(today)),
    )
    heading = f"Time together: {goal.title}" if goal else "Time together on what you strive for"
    return Form(heading, items, save, spot=Spot(f"time:{goal_id}", "time together"))


def reached_form(app: RekindleApp, goal: Goal) -> Form:
    """The goal is reached, whether or not every step was taken."""
    today = app.at().today

    def save(values: Values) -> None:
        day = read_past_day(values["day"], today).day if values["day"].strip() else today
        app.sitting.do(lambda at: reach_goal(at, goal.id, day))
        app.reload()
        app.say("You are there. It is among your memories.")

    given = goal.reached_on.isoformat() if goal.state == "reached" and goal.reached_on else ""
    said = Note(f"“{goal.title}” becomes a memory. Every step stays, and y takes it back.")
    day = Text("day", "On which day", given, _PAST, _echo_past(today))
    spot = Spot(f"reached:{goal.id}", f"the day you reached “{goal.title}”")
    return Form("You are there", (day, said), save, save_label="We are there", spot=spot)


def wish_form(app: RekindleApp, known: Goal | None = None) -> Form:
    """One's own wish, in any words."""
    me = app.me
    items: tuple[Item, ...] = (
        Text("title", "You would love to", known.title if known else "", _TITLE),
        Text("why", "Why it is fun", known.why_fun if known else "", _WHY),
        Pick("offered", "Who sees it", _OFFER, "yes" if known and known.offered else "no"),
        Note("It stays yours alone. If it is offered, the other one learns of it once you both compare."),
        *beside(app, "goals", known),
    )

    def save(values: Values) -> None:
        offered = values["offered"] == "yes"
        if known is None:
            title, why = values["title"], values["why"]
            app.sitting.do(lambda at: add_wish(at, title, me=me, why_fun=why, offered=offered))
        else:
            wanted = _changed(items, values, {"title": "title", "why": "why_fun"})
            app.sitting.do(lambda at: change_wish(at, known.id, me=me, seen=known, offered=offered, **wanted))
        app.reload()

    def take_away() -> None:
        if known is not None:
            app.sitting.do(lambda at: remove_wish(at, known.id, me=me))
            app.reload()

    more = ((REMOVE, take_away),) if known else ()
    spot = Spot(f"wish:{known.id}", "changes to a wish") if known else Spot("new-wish:", "a wish")
    return Form("A wish of yours", items, save, more=more, spot=spot)
