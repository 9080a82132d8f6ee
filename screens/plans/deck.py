"""The deck of ideas: look through it, keep what you like among your own, plan it at once, add your own."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from screens.commands import LIST, WRITING
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.dialogs.form import Values
from screens.host import rekindle
from screens.plain import content
from screens.plans import PLANS_LOOK
from screens.plans.deck_choices import NEW_TO_US, asked_words, choices_form
from screens.plans.forms import new_form, plan_form
from screens.widgets.fields import Field
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.plans import idea
from tracker.ideas import DateIdeas, Idea, TripIdeas
from tracker.records.plans import Plan
from tracker.text import folded
from tracker.views.plans import dates_page, trips_page

_HINT = "space: keep one   ⏎: change or plan it"


class DeckDialog(Dialog[None]):
    """Filter, shuffle, read; Space keeps an idea, Enter opens it as a plan to be changed and kept."""

    delicate = True

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, PLANS_LOOK]
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        HELP,
        Binding("f", "choose", "choose", id="deck.choose", tooltip="What it should be", group=LIST),
        Binding("n", "own", "your own", id="deck.own", tooltip="An idea of your own", group=WRITING),
        Binding("slash", "words", "look for", id="deck.words", tooltip="Look for a word", group=LIST),
        Binding("ctrl+r", "shuffle", "shuffle", id="deck.shuffle", tooltip="Another order", group=LIST),
    ]

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._turn = 0
        self._asked_for: Values = {}
        self._deck: Any = DateIdeas.load() if kind == "date" else TripIdeas.load()

    def heading(self) -> str:
        return "Ideas for dates" if self._kind == "date" else "Ideas for trips"

    def body(self) -> ComposeResult:
        yield Field(placeholder="/ a word to look for", id="deck-words")
        yield Static("", id="deck-asked")
        yield Rows(id="deck-list")
        yield Static("", id="deck-how", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Choose  f", "choose")
        yield button("Your own  n", "own")
        yield button("Shuffle  ^r", "shuffle")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.reload()

    @on(Input.Submitted)
    def _to_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(Rows).focus()

    # What is shown

    def reload(self) -> None:
        """The part of the deck that fits, with what is kept already marked."""
        found, kept = self._found(), self._kept()
        self.query_one(Rows).show(tuple(_row(one, folded(one.title) in kept) for one in found))
        asked = asked_words(self._deck, self._asked_for)
        said = f"{found.count_text()}: {asked}" if asked else f"{found.count_text()}   {_HINT}"
        self.query_one("#deck-asked", Static).update(content(said))
        self._tell(self.query_one(Rows).chosen)

    def _found(self) -> Any:
        asked = self._asked_for
        deck = self._deck.shuffle(f"{rekindle(self).at().today}{self._turn}")
        if asked.get("kind"):
            deck = deck.of_kind(asked["kind"])
        names = ("cost", "place", "energy", "length", "season", "children", "practice", "reason")
        fits = {name: asked[name] for name in names if asked.get(name)}
        if asked.get("novelty") not in (None, "", NEW_TO_US):
            fits["novelty"] = asked["novelty"]
        deck = deck.filter(words=self.query_one("#deck-words", Field).value, **fits)
        return deck.something_new(self._last_three()) if asked.get("novelty") == NEW_TO_US else deck

    def _last_three(self) -> tuple[str, ...]:
        app = rekindle(self)
        read = dates_page if self._kind == "date" else trips_page
        return read(app.at(), app.me, memories=3).desk.last_three

    def _kept(self) -> dict[str, Plan]:
        """Their own ideas of this kind by folded title, as far as the one who sits here may know of them."""
        app = rekindle(self)
        at = app.at()
        plans = at.library.plans
        known = (plan for plan in plans.of(self._kind, "idea") if not plans.holds(plan, app.me, at.now))
        return {folded(plan.name): plan for plan in known}

    @on(Rows.Chosen)
    def _read(self, event: Rows.Chosen) -> None:
        event.stop()
        self._tell(event.row)

    def _tell(self, key: str) -> None:
        """How the chosen one is done, and its tags."""
        said = ""
        if key:
            one = self._deck.idea(key)
            said = f"{one.how}\n{' · '.join(one.tags())}"
        self.query_one("#deck-how", Static).update(
            content(said or "Nothing fits; f asks for something else.")
        )

    # What the person does

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        """Enter: to be changed and kept, or planned at once; one that is kept is changed where it is."""
        event.stop()
        app, one = rekindle(self), self._deck.idea(event.row)
        kept = self._kept().get(folded(one.title))
        if kept:
            app.push_screen(plan_form(app, kept))
        else:
            app.push_screen(new_form(app, self._kind, title=one.title, **_details(one)))

    @on(Rows.Ticked)
    def _ticked(self, event: Rows.Ticked) -> None:
        """Space: kept as it is."""
        event.stop()
        app, one, kind = rekindle(self), self._deck.idea(event.row), self._kind
        if folded(one.title) in self._kept():
            app.say("It is among your ideas already; Enter changes it.")
        elif self.attempt(
            lambda: app.sitting.do(lambda at: idea(at, by="", kind=kind, title=one.title, **_details(one)))
        ):
            app.reload()
            app.say("It is among your ideas.")

    def action_own(self) -> None:
        app = rekindle(self)
        app.push_screen(new_form(app, self._kind))

    def action_words(self) -> None:
        self.query_one("#deck-words").focus()

    def action_shuffle(self) -> None:
        self._turn += 1
        self.reload()

    def action_choose(self) -> None:
        rekindle(self).push_screen(choices_form(self._deck, self._asked_for, self._use))

    def _use(self, values: Values) -> None:
        self._asked_for = dict(values)
        self.reload()


def _row(one: Idea, kept: bool) -> Row:
    mark = Cell("✓ ", "kept", 2) if kept else Cell("◇ ", "dim", 2)
    cost, where, *_ = one.tags()
    return Row(one.key, (mark, Cell(one.title), Cell(f"  {cost}", "dim", 18, "aside")), where)


def _details(one: Idea) -> dict[str, Any]:
    """What a plan takes over from an idea."""
    return {"notes": one.how, "cost": one.cost, "novelty": one.novelty}
