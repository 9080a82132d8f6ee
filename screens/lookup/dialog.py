"""The look-up: each answers alone, both press reveal, and what both choose then is the one thing kept.

It is opened by a deliberate key and by nothing else. Closing it at any moment leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.dom import DOMNode
from textual.widgets import Button, Static

from screens.commands import ROWS
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.dialogs.form import Form, Note, Text
from screens.dialogs.pause import pause_form
from screens.dialogs.ritual import new_ritual_form, ritual_form
from screens.host import rekindle
from screens.lookup.keys import LOOKUP, WAYS
from screens.lookup.words import article_part, more_part, ours_part, title_part
from screens.plain import content
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.looking_up import Visit
from tracker.calendar.spoken import read_ahead
from tracker.lookup.state import OUTCOMES
from tracker.ready_made import COUNSELLING
from tracker.views.lookup import NOT_NOW, LookupPage, lookup_page, way_of

HERE = Path(__file__).with_name("lookup.tcss")
_NOT_HERE = ("rows.page_up", "rows.page_down", "rows.remove")
_NOTHING_YET = "nothing-yet"
"""The row on which the cursor begins: it is no choice, so that none of them comes first."""
_LETTERS = {way: key for key, (way, _) in WAYS.items()}
_KEPT = "Kept for both of you; u takes it back."
_FOLLOWS = {"pause": "Pause for your time apart  f", "ritual": "Counselling as a ritual  f", "": ""}


def open_lookup(where: DOMNode) -> None:
    """Open the look-up over whatever is shown; before set-up there is none."""
    app = rekindle(where)
    if app.at().library.couple is not None:
        app.push_screen(LookupDialog())


class Choices(Rows, inherit_bindings=False):
    """What can be chosen; page up and down are for the text above it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in ROWS if isinstance(one, Binding) and one.id not in _NOT_HERE
    ]


class LookupDialog(Dialog[None]):
    """One visit: it ends with this dialog, and so does everything that was answered in it."""

    delicate = True

    TITLE_TEXT = "Months since starting"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, HERE]
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *LOOKUP]

    def __init__(self) -> None:
        super().__init__()
        self._visit = Visit()
        self._before: tuple[object, ...] = ()
        self._shown: LookupPage | None = None
        self._kept = False
        """Whether both chose how to go on in this dialog; said for as long as that is why it rests."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="card"):
            yield Static(content(self.heading()), classes="card--title")
            with VerticalScroll(classes="card--body", can_focus=False):
                for part in ("always", "title", "article", "ours", "more"):
                    looks = "article" if part == "always" else part
                    yield Static(id=f"lookup-{part}", classes=f"lookup--{looks}")
            yield Choices(id="lookup-choices")
            yield Static(id="lookup-own", classes="lookup--own")
            yield Static("", classes="card--trouble")
            with Horizontal(classes="buttons"):
                yield from self.buttons()

    def buttons(self) -> ComposeResult:
        yield button("Reveal  r", "reveal", primary=True, id="lookup-reveal")
        yield button("Over to the other  p", "over", id="lookup-over")
        yield button("", "follow", primary=True, id="lookup-follow")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Show what is true now; for another viewer, or in another state, the cursor begins anew."""
        app = rekindle(self)
        self._shown = page = lookup_page(app.at(), self._visit, app.me)
        self._show_text(page)
        self._show_choices(page, app.me)
        asks = page.state == "ask-each"
        self.query_one("#lookup-reveal").display = asks and bool(app.me)
        self.query_one("#lookup-over").display = asks or page.state in OUTCOMES
        follow = self.query_one("#lookup-follow", Button)
        follow.label = content(_FOLLOWS[page.offer])
        follow.display = bool(page.offer)
        follow.refresh(layout=True)  # of itself it would keep its width

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Only the keys that mean something now: no way on while the question is asked, no answer after."""
        page = self._shown
        if page is None or action not in ("way", "pick", "reveal", "anew", "follow"):
            return True
        if action == "way":
            return any(choice.key == parameters[0] for choice in page.choices)
        return bool(page.offer) if action == "follow" else page.state == "ask-each"

    def _show_text(self, page: LookupPage) -> None:
        parts = {
            "always": article_part(page.always, page.credit),
            "title": title_part(page),
            "article": article_part(one for one in page.said if one.key),
            "ours": ours_part(one for one in page.said if not one.key),
            "more": more_part(page),
            "own": content(_KEPT if self._kept and page.state == "early" else page.own),
        }
        self.query_one(".card--title", Static).update(content(page.since or self.TITLE_TEXT))
        for name, shown in parts.items():
            place = self.query_one(f"#lookup-{name}", Static)
            place.update(shown)
            place.display = bool(shown.plain)

    def _show_choices(self, page: LookupPage, me: str) -> None:
        choices = self.query_one(Choices)
        begins = (me, page.state, [choice.key for choice in page.choices])
        choices.display = bool(page.choices)
        choices.show(tuple(_rows(page, self.has_class("-low"))) if page.choices else ())
        if begins != self._before:
            self._before = begins
            choices.choose(_NOTHING_YET)
            self.trouble("")
            self.set_focus(choices if page.choices else None)
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_read(self, by: int) -> None:
        """Scroll the text."""
        body = self.query_one(VerticalScroll)
        body.scroll_relative(y=by * max(1, body.size.height - 1), animate=False)

    def action_over(self) -> None:
        rekindle(self).action_hand_over()

    action_hand_over = action_over

    def action_reveal(self) -> None:
        app = rekindle(self)
        if self.attempt(lambda: self._visit.reveal(app.at(), me=app.me)):
            self.reload()

    def action_anew(self) -> None:
        """Take one's own answer back, to give another."""
        self._visit.take_back(rekindle(self).me)
        self.reload()

    @on(Rows.Opened)
    @on(Rows.Ticked)
    def _row_chosen(self, event: Rows.Opened | Rows.Ticked) -> None:
        event.stop()
        if event.row != _NOTHING_YET:
            (self.action_way if self._visit.revealed else self._answer)(event.row)

    def action_pick(self, place: int) -> None:
        """Answer by its number."""
        if not self._visit.revealed and place < len(rows := self.query_one(Choices).rows):
            self._answer(rows[place].id)

    def _answer(self, key: str) -> None:
        app = rekindle(self)
        if self.attempt(lambda: self._visit.answer(app.at(), key, me=app.me)):
            self.reload()

    def action_way(self, key: str) -> None:
        """Choose how to go on; it is kept once both chose the same. *Not now* closes without a trace."""
        app = rekindle(self)
        if key == NOT_NOW:
            self.dismiss()
        elif self.attempt(lambda: self._visit.choose(app.at(), way_of(key), me=app.me)):
            self.reload()
            self._go_on_together()

    def _go_on_together(self) -> None:
        """Keep what both chose; keep going asks for its day first."""
        way = self._visit.agreed(rekindle(self).at())
        if way == "keep-going":
            rekindle(self).push_screen(self._day_form())
        elif way is not None:
            self.attempt(self._keep)

    def _keep(self, named: date | None = None) -> None:
        app = rekindle(self)
        app.sitting.do(lambda at: self._visit.keep(at, named=named))
        self._visit = Visit()
        self._kept = True
        app.reload()

    def action_follow(self) -> None:
        """Open the form of what the chosen way asks for: a pause of kind apart, or the ritual."""
        app = rekindle(self)
        at = app.at()
        offer = self._shown.offer if self._shown else ""
        if offer == "pause":
            app.push_screen(pause_form(app, kind="apart"))
        elif offer == "ritual":
            known = COUNSELLING.among(at.library.rituals)
            app.push_screen(ritual_form(app, known.key) if known else new_ritual_form(app, COUNSELLING))

    def _day_form(self) -> Form:
        """Asks until when they keep going; no day is suggested."""
        today = rekindle(self).at().today
        return Form(
            "Keep going until when?",
            (
                Text(
                    "day",
                    "Next look",
                    hint="in 3 months, 20 Feb …",
                    echo=lambda text: read_ahead(text, today).understood,
                ),
                Note("Any day ahead, as suits you both. Until then the question rests."),
            ),
            lambda values: self._keep(read_ahead(values["day"], today).day),
        )


def _rows(page: LookupPage, low: bool) -> Iterable[Row]:
    """A row that is no choice, and the choices: answers by their numbers, ways on by their letters."""
    said, more = "Choose together, or not at all:", "pgdn: read on" if low else ""
    if page.state == "ask-each":
        said, more = "Your answer, for your own eyes:", ""
    yield Row(_NOTHING_YET, (Cell(said, "dim"), Cell(more, "dim", len(more), "aside")))
    for place, choice in enumerate(page.choices, 1):
        key = _LETTERS.get(choice.key, str(place))
        style = "kept" if choice.mine else ""
        yield Row(
            choice.key,
            (
                Cell(f" {key}  ", "warm", 4),
                Cell(choice.label, style, 22, "title"),
                Cell(choice.note, "dim", part="aside"),
            ),
        )
