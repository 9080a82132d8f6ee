"""What the keys of Dates and Trips do: each a few lines from a row to an act or a dialog."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from screens.careful import AGAIN
from screens.host import rekindle
from screens.widgets.rows import split
from tracker.acts.plans import let_go, remove_plan, step_back
from tracker.calendar.periods import weekend_of

if TYPE_CHECKING:
    from screens.dialogs.form import Form
    from screens.plans.screen import PlansScreen
    from tracker.records.plans import Plan


ONLY_TICKED = "This was ticked on Today, where the tick can be taken back; Enter gives it a title."
PLAN_ROWS = ("plan", "here")
"""How the ids of rows begin that are about a plan: in a list, or in its week or month."""


def the_plan(screen: DOMNode, plan_id: str) -> Plan | None:
    """The plan as it stands now."""
    return next((plan for plan in rekindle(screen).at().library.plans if plan.id == plan_id), None)


def open_row(screen: PlansScreen, row: str) -> None:
    """Enter: a plan opens; an empty week or month begins one there; the deck opens from its row."""
    kind, key = split(row)
    if kind in PLAN_ROWS:
        open_plan(screen, key)
    elif kind == "span":
        new_plan(screen, date.fromisoformat(key))
    elif kind == "ideas":
        open_ideas(screen)


def open_plan(screen: DOMNode, plan_id: str) -> None:
    """The form of a plan, or what may be known of a held one."""
    from screens.plans.forms import held_form, plan_form

    app, plan = rekindle(screen), the_plan(screen, plan_id)
    if plan is None:
        from screens.plans.ticked import open_ticked

        open_ticked(app, plan_id)
        return
    at = app.at()
    held = at.library.plans.holds(plan, app.me, at.now)
    app.push_screen(held_form(app, plan) if held else plan_form(app, plan))


def new_plan(screen: PlansScreen, week_or_month: date | None = None) -> None:
    """A new plan; from an empty week it proposes that week's first day, from an empty month a weekend."""
    from screens.plans.forms import new_form

    app = rekindle(screen)
    if app.at().library.couple is None:
        return
    today = app.at().today
    if week_or_month and screen.KIND == "trip":
        form = new_form(app, "trip", *weekend_of(week_or_month, today))
    else:
        form = new_form(app, screen.KIND, week_or_month if week_or_month and week_or_month > today else None)
    _open_new(screen, form)


def _open_new(screen: PlansScreen, form: Form) -> None:
    """The form of a new plan; the cursor goes to what was made: the next key is most likely about it."""
    app = rekindle(screen)
    before = {plan.id for plan in app.at().library.plans}

    def closed(result: str | None) -> None:
        made = [plan.id for plan in app.at().library.plans if plan.id not in before]
        if result == "saved" and made:
            screen.stand_on(made[-1])

    app.push_screen(form, closed)


def tick_row(screen: PlansScreen, row: str) -> None:
    """It happened; one without a day is asked for it."""
    kind, key = split(row)
    plan = the_plan(screen, key) if kind in PLAN_ROWS else None
    if plan is None:
        open_row(screen, row)
        return
    app = rekindle(screen)
    if plan.state == "happened":
        app.say("This one has happened already; y takes it a step back.")
    elif plan.begins is None:
        from screens.plans.forms import happened_form

        app.push_screen(happened_form(app, plan))
    else:
        from screens.plans.lived import live

        app.attempt(lambda: live(app, key))


def step_back_row(screen: PlansScreen, row: str) -> None:
    """Any step can be taken back."""
    kind, key = split(row)
    if kind in PLAN_ROWS:
        app = rekindle(screen)
        if the_plan(screen, key) is None:
            app.say(ONLY_TICKED)
            return
        me = app.me
        app.act(lambda at: step_back(at, key, me=me), "A step back; nothing written is gone.")


def let_go_row(screen: PlansScreen, row: str) -> None:
    """A plan or an idea is let go and stays among the ideas; what was let go is removed."""
    kind, key = split(row)
    plan = the_plan(screen, key) if kind in PLAN_ROWS else None
    app = rekindle(screen)
    if plan is None:
        if kind in PLAN_ROWS:
            app.say(ONLY_TICKED)
        return
    me = app.me
    if plan.state == "let-go":
        said = "Removed; u brings it back."
        app.twice(
            ("remove", key),
            f"Remove it from the ideas, too? {AGAIN}",
            lambda: app.act(lambda at: remove_plan(at, key, me=me), said),
        )
    else:
        app.act(lambda at: let_go(at, key, me=me), "Let go; it stays among the ideas.")


def open_checklist(screen: PlansScreen, row: str) -> None:
    """What is to do for a plan."""
    from screens.plans.checklist import ChecklistDialog

    kind, key = split(row)
    app, plan = rekindle(screen), the_plan(screen, key) if kind in PLAN_ROWS else None
    if plan is None:
        app.say("A checklist belongs to a plan; choose one first.")
    elif app.at().library.plans.holds(plan, app.me, app.at().now):
        app.say("This is a surprise until it begins, its checklist too.")
    else:
        app.push_screen(ChecklistDialog(key))


def to_calendar(screen: PlansScreen, row: str) -> None:
    """A file for a calendar, with this one plan in it."""
    from screens.plans.to_calendar import calendar_form

    kind, key = split(row)
    app, plan = rekindle(screen), the_plan(screen, key) if kind in PLAN_ROWS else None
    if plan is None:
        app.say("Choose a plan with a day first; then a puts it into a calendar file.")
    elif plan.begins is None or plan.state not in ("planned", "happened"):
        app.say("This has no day yet; plan it for one, then it can go into a calendar.")
    else:
        app.push_screen(calendar_form(app, plan))


def open_ideas(screen: PlansScreen) -> None:
    """The deck of ideas."""
    from screens.plans.deck import DeckDialog

    app = rekindle(screen)
    if app.at().library.couple is not None:
        app.push_screen(DeckDialog(screen.KIND))


def open_memories(screen: PlansScreen) -> None:
    """The stream of memories."""
    from screens.plans.memories import MemoriesDialog

    app = rekindle(screen)
    if app.at().library.couple is not None:
        app.push_screen(MemoriesDialog())


def open_calendar(screen: PlansScreen) -> None:
    """A month to look around in; Enter plans something for the chosen day."""
    from screens.plans.calendar import CalendarDialog

    app = rekindle(screen)
    if app.at().library.couple is None:
        return

    def chosen(day: date | None) -> None:
        if day is not None:
            from screens.plans.forms import new_form

            _open_new(screen, new_form(app, screen.KIND, day))

    app.push_screen(CalendarDialog(), chosen)
