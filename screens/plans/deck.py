"""The deck of ideas: look through it, and keep what you like among your own."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, LOOK, Dialog, button
from screens.plain import content
from screens.plans import PLANS_LOOK
from screens.today.actions import rekindle
from screens.widgets.fields import Choice, Field
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.plans import idea
from tracker.ideas import DateIdeas, Idea, TripIdeas
from tracker.views.plans import dates_page, trips_page

_COST = (("", "any cost"), ("free", "free"), ("low", "low at most"))
_PLACE = (("", "anywhere"), ("home", "at home"), ("indoors", "indoors"), ("outdoors", "outdoors"))
_NEW = (("", "all of them"), ("new", "new to us"))


class DeckDialog(Dialog[None]):
    """Filter, shuffle, read, keep."""

    TITLE_TEXT = "Ideas"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, PLANS_LOOK]
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding("ctrl+r", "shuffle", "shuffle", id="deck.shuffle", tooltip="Another order", group=EVERYWHERE),
    ]

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._turn = 0
        self._deck: Any = DateIdeas.load() if kind == "date" else TripIdeas.load()

    def body(self) -> ComposeResult:
        yield Field(placeholder="a word to look for", id="deck-words")
        yield Choice(_COST, "", id="deck-cost")
        yield Choice(_PLACE, "", id="deck-place")
        yield Choice(_NEW, "", id="deck-new")
        yield Rows(id="deck-list")
        yield Static("", id="deck-how", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Shuffle  ^r", "shuffle")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self._show()
        self.query_one(Rows).focus()

    @on(Input.Changed)
    @on(Choice.Changed)
    def _asked(self) -> None:
        self._show()

    def action_shuffle(self) -> None:
        self._turn += 1
        self._show()

    def _show(self) -> None:
        found = self._found()
        self.query_one(Rows).show(tuple(self._row(one) for one in found))
        said = f"{found.count_text()}; Enter keeps one among your own ideas."
        self.query_one("#deck-how", Static).update(content(said))

    def _found(self) -> Any:
        """The part of the deck that fits what is asked."""
        words, cost, place = self._asked_words(), self._value("cost"), self._value("place")
        deck = self._deck.shuffle(f"{rekindle(self).at().today}{self._turn}")
        deck = deck.filter(words=words, cost=cost or None, place=place or None)
        return deck.something_new(self._last_three()) if self._value("new") else deck

    def _asked_words(self) -> str:
        return self.query_one("#deck-words", Field).value

    def _value(self, name: str) -> str:
        return self.query_one(f"#deck-{name}", Choice).value

    def _last_three(self) -> tuple[str, ...]:
        app = rekindle(self)
        read = dates_page if self._kind == "date" else trips_page
        return read(app.at(), app.me, memories=3).desk.last_three

    def _row(self, one: Idea) -> Row:
        return Row(
            one.key,
            (Cell("◇ ", "dim", 2), Cell(one.title), Cell(" · ".join(one.tags()[:3]), "dim", 34)),
            one.how,
        )

    @on(Rows.Chosen)
    def _read(self, event: Rows.Chosen) -> None:
        event.stop()
        self.query_one("#deck-how", Static).update(content(self._deck.idea(event.row).how))

    @on(Rows.Opened)
    def _keep(self, event: Rows.Opened) -> None:
        event.stop()
        app, one = rekindle(self), self._deck.idea(event.row)
        details = {"notes": one.how, "cost": one.cost, "novelty": one.novelty}
        if self.attempt(
            lambda: app.sitting.do(lambda at: idea(at, by="", kind=self._kind, title=one.title, **details))
        ):
            app.reload()
            app.say("It is among your ideas.")

    @on(Rows.Ticked)
    def _ticked(self, event: Rows.Ticked) -> None:
        event.stop()
        self.query_one(Rows).action_open()
