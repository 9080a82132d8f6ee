"""The look-up: each answers alone, both press reveal, and what they choose then is the one thing kept.

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
from textual.widgets import Static

from screens.commands import ROWS
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.dialogs.form import Form, Note, Text
from screens.host import rekindle
from screens.lookup.keys import LOOKUP
from screens.lookup.words import article_part, more_part, ours_part, title_part
from screens.plain import content
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.looking_up import Visit
from tracker.calendar.spoken import read_ahead
from tracker.lookup.ways import Way
from tracker.views.lookup import LOOK_AGAIN, NOT_NOW, LookupPage, kept_said, lookup_page

HERE = Path(__file__).with_name("lookup.tcss")
_NOT_HERE = ("rows.page_up", "rows.page_down", "rows.remove")
_NOTHING_YET = "nothing-yet"
"""The row on which the cursor begins: it is no choice, so that none of them comes first."""


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

    TITLE_TEXT = "Months since starting"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, HERE]
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *LOOKUP]

    def __init__(self) -> None:
        super().__init__()
        self._visit = Visit()
        self._before: tuple[object, ...] = ()

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
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Show what is true now; for another viewer, or in another state, the cursor begins anew."""
        app = rekindle(self)
        page = lookup_page(app.at(), self._visit, app.me)
        self._show_text(page)
        self._show_choices(page, app.me)
        asks = page.state == "ask-each"
        self.query_one("#lookup-reveal").display = asks and bool(app.me)
        self.query_one("#lookup-over").display = asks

    def _show_text(self, page: LookupPage) -> None:
        parts = {
            "always": article_part(page.always, page.credit),
            "title": title_part(page),
            "article": article_part(one for one in page.said if one.key),
            "ours": ours_part(one for one in page.said if not one.key),
            "more": more_part(page),
            "own": content(page.own),
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
        self._choose(event.row)

    def action_pick(self, place: int) -> None:
        """Choose by its number."""
        keys = [row.id for row in self.query_one(Choices).rows]
        if place < len(keys):
            self._choose(keys[place])

    def _choose(self, key: str) -> None:
        app = rekindle(self)
        if key == _NOTHING_YET:
            return
        if key == NOT_NOW:
            self.dismiss()
        elif not self._visit.revealed:
            if self.attempt(lambda: self._visit.answer(app.at(), key, me=app.me)):
                self.reload()
        elif key == "keep-going":
            app.push_screen(self._day_form(), self._named)
        elif self.attempt(lambda: self._keep(key)):
            self.dismiss()

    def _keep(self, key: str, named: date | None = None) -> None:
        app = rekindle(self)
        ways: dict[str, Way] = {
            LOOK_AGAIN: "",
            "keep-going": "keep-going",
            "counsellor": "counsellor",
            "apart": "apart",
            "talk-about-ending": "talk-about-ending",
        }
        way = ways[key]
        app.sitting.do(lambda at: self._visit.choose(at, way, named=named))
        newest = app.at().library.lookups.newest
        app.reload()
        if newest is not None:
            app.say(kept_said(app.at(), way, newest.next_look))

    def _day_form(self) -> Form:
        """Asks until when they keep going; no day is suggested."""
        today = rekindle(self).at().today
        return Form(
            "Keep going until when?",
            (
                Text(
                    "day",
                    "Next look",
                    hint="in 3 months, 20 Feb, 2027-02-20 …",
                    echo=lambda text: read_ahead(text, today).understood,
                ),
                Note("Any day ahead, as suits you both. Until then the question rests."),
            ),
            lambda values: self._keep("keep-going", read_ahead(values["day"], today).day),
        )

    def _named(self, saved: str | None) -> None:
        if saved:
            self.dismiss()


def _rows(page: LookupPage, low: bool) -> Iterable[Row]:
    """A row that is no choice, and the choices, each by its number."""
    said, more = "Choose together, or not at all:", "pgdn: read on" if low else ""
    if page.state == "ask-each":
        said, more = "Your answer, for your own eyes:", ""
    yield Row(_NOTHING_YET, (Cell(said, "dim"), Cell(more, "dim", len(more))))
    for place, choice in enumerate(page.choices, 1):
        yield Row(
            choice.key, (Cell(f" {place}  ", "warm", 4), Cell(choice.label, "", 22), Cell(choice.note, "dim"))
        )
