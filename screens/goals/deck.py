"""The wish cards, and one's own wishes: for whoever sits here alone, and gone when they get up."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from screens.careful import AGAIN
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.goals import GOALS_LOOK
from screens.goals.forms import wish_form
from screens.goals.keys import WISHES
from screens.goals.rows import WISH_MARK
from screens.host import rekindle
from screens.plain import content
from screens.widgets.fields import Choice, Field
from screens.widgets.rows import Cell, Row, Rows, split
from tracker.acts.sitting import Act
from tracker.acts.wishes import change_wish, pick_card, remove_wish
from tracker.content_wishes import wish_cards
from tracker.records.goals import Goal
from tracker.text import folded
from tracker.views.wishes import CardLine, wish_deck

_YOURS = "yours"


class WishDialog(Dialog[None]):
    """Filter, shuffle, pick; write and change one's own; offer some of them openly."""

    delicate = True

    TITLE_TEXT = "Your wishes"
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *WISHES]
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, GOALS_LOOK]

    def __init__(self, me: str) -> None:
        """`me` is the partner whose wishes they are."""
        super().__init__()
        self._me = me
        self._turn = 0
        self._cards: dict[str, CardLine] = {}
        self._wishes: dict[str, Goal] = {}

    def heading(self) -> str:
        return f"{self.TITLE_TEXT} · only you see these"

    def body(self) -> ComposeResult:
        yield Field(placeholder="words to look for; ^r shuffles the cards", id="wish-words")
        themes = ((theme, theme) for theme in wish_cards().themes())
        yield Choice((("", "all"), (_YOURS, "yours"), *themes), "", id="wish-theme")
        yield Rows(id="wish-list")
        yield Static("", id="wish-text", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Pick  ⏎", "pick", primary=True)
        yield button("Offer  o", "offer")
        yield button("Change  e", "change")
        yield button("Your own  a", "add")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Rows).focus()
        self._tell()

    def reload(self) -> None:
        """What stands now; nothing at all once somebody else may look."""
        if rekindle(self).me != self._me:
            self._clear()
            return
        at = rekindle(self).at()
        theme = self.query_one("#wish-theme", Choice).value
        words = self.query_one("#wish-words", Field).value
        found = wish_deck(
            at, self._me, theme="" if theme == _YOURS else theme, words=words, seed=self._seed(at.today)
        )
        self._cards = {card.key: card for card in found}
        self._wishes = {wish.id: wish for wish in at.library.goals.wishes_of(self._me)}
        mine = [wish for wish in self._wishes.values() if self._fits(wish, theme, words)]
        cards = (self._card(card) for card in found if theme != _YOURS)
        self.query_one(Rows).show((*(self._wish(wish) for wish in mine), *cards))

    def _seed(self, today: object) -> str:
        return f"{today}{self._me}{self._turn}" if self._turn else ""

    def _fits(self, wish: Goal, theme: str, words: str) -> bool:
        """Own words stand before the cards; what was picked stands among its kind, and with one's own."""
        text = folded(f"{wish.title} {wish.why_fun}")
        return (theme == _YOURS or (theme == "" and not wish.card)) and all(
            word in text for word in folded(words).split()
        )

    def _clear(self) -> None:
        self._cards, self._wishes = {}, {}
        self.query_one(Rows).show(())
        self.query_one("#wish-text", Static).update("")

    # Rows

    def _wish(self, wish: Goal) -> Row:
        said = "offered openly" if wish.offered else "" if wish.card else "in your own words"
        return Row(
            f"wish:{wish.id}",
            (Cell(f"  {WISH_MARK} ", "warm", 4), Cell(wish.title), Cell(said, "dim", 18, "aside")),
        )

    def _card(self, card: CardLine) -> Row:
        wish = self._wishes.get(card.wish)
        said = "a goal of you two" if card.goal else "offered openly" if wish and wish.offered else card.theme
        mark, style = ("◆", "dim") if card.goal else (WISH_MARK, "warm") if wish else ("◇", "dim")
        return Row(
            f"card:{card.key}",
            (Cell(f"  {mark} ", style, 4), Cell(card.title), Cell(said, "dim", 18, "aside")),
        )

    def _chosen_wish(self) -> Goal | None:
        """The wish of the chosen row; None on a card that was not picked."""
        kind, key = split(self.query_one(Rows).chosen)
        card = self._cards.get(key) if kind == "card" else None
        return self._wishes.get(card.wish if card else key)

    @on(Input.Changed)
    @on(Choice.Changed)
    def _asked(self) -> None:
        self.reload()
        self._tell()

    @on(Input.Submitted)
    def _found(self) -> None:
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def _read(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """The chosen one in full."""
        kind, key = split(self.query_one(Rows).chosen)
        card, wish = self._cards.get(key), self._wishes.get(key)
        if kind == "card" and card is not None:
            said = f"{card.why}\nFirst: {card.step}."
        elif wish is not None:
            said = wish.why_fun or "Enter changes it."
        else:
            said = "No card has these words; a keeps a wish in your own."
        self.query_one("#wish-text", Static).update(content(said), layout=False)

    # What the person does

    @on(Rows.Opened)
    @on(Rows.Ticked)
    def _picked(self, event: Rows.Opened | Rows.Ticked) -> None:
        event.stop()
        self.action_pick()

    def action_pick(self) -> None:
        """A card is picked or put back; one's own words open."""
        kind, key = split(self.query_one(Rows).chosen)
        me, card = self._me, self._cards.get(key)
        if kind == "wish":
            self.action_change()
        elif card is None:
            self.action_add()
        elif card.wish:
            self._unpick(card)
        else:
            self._do(lambda at: pick_card(at, key, me=me))

    @on(Rows.Removed)
    def _put_back(self, event: Rows.Removed) -> None:
        event.stop()
        wish = self._chosen_wish()
        if wish is not None:
            self._ask_to_remove(wish.id)

    def _unpick(self, card: CardLine) -> None:
        """A pick goes as it came; one that was offered, or put into other words, is asked about."""
        wish = self._wishes[card.wish]
        if wish.offered or (wish.title, wish.why_fun) != (card.title, card.why):
            self._ask_to_remove(card.wish)
        else:
            self._remove(card.wish)

    def _ask_to_remove(self, wish_id: str) -> None:
        question = f"Take this wish away? {AGAIN}"
        rekindle(self).twice(("remove", wish_id), question, lambda: self._remove(wish_id))

    def _remove(self, wish_id: str) -> None:
        me = self._me
        if self._do(lambda at: remove_wish(at, wish_id, me=me)):
            self._tell()

    def _do(self, act: Act) -> bool:
        self.trouble("")
        app = rekindle(self)
        done = app.me == self._me and self.attempt(lambda: app.sitting.do(act))
        if done:
            app.reload()
        return done

    def action_add(self) -> None:
        rekindle(self).push_screen(wish_form(rekindle(self)))

    def action_change(self) -> None:
        wish = self._chosen_wish()
        if wish is not None:
            rekindle(self).push_screen(wish_form(rekindle(self), wish))

    def action_offer(self) -> None:
        me, wish = self._me, self._chosen_wish()
        if wish is None:
            self.trouble("Pick it first; then you may offer it openly.")
        elif wish.offered:
            self._do(lambda at: change_wish(at, wish.id, me=me, offered=False))
        else:
            question = f"Show it when you both compare? {AGAIN}"
            offer = partial(self._do, lambda at: change_wish(at, wish.id, me=me, offered=True))
            rekindle(self).twice(("offer", wish.id), question, offer)

    def action_shuffle(self) -> None:
        self._turn += 1
        self.reload()
        self.query_one(Rows).action_first()
        self._tell()

    def action_hand_over(self) -> None:
        """The wishes close before the other one comes."""
        app = rekindle(self)
        self._clear()
        self.dismiss()
        app.action_hand_over()
