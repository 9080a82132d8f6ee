"""Comparing wishes: both reveal in one sitting, and only what they share shows. Leaving leaves no trace."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Button, Static

from screens.careful import AGAIN
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.goals import GOALS_LOOK
from screens.goals.forms import shared_goal_form
from screens.goals.goal import GoalDialog
from screens.goals.keys import COMPARE
from screens.host import rekindle
from screens.plain import content
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.comparing import Comparison
from tracker.views.wishes import CommonLine, comparison_page

_NOBODY = "Press p and say who is here."
_CHOOSE = (
    "Enter says yes to what the other one offers, and begins what both of you chose; l keeps it for later."
)
_CHOSEN = "All that you share is chosen. There may be more another time."
_OTHER = "This one is yours to offer: press p, so that {name} may say yes."


class CompareDialog(Dialog[None]):
    """One comparison, for as long as this card is open."""

    delicate = True

    TITLE_TEXT = "Compare your wishes"
    BINDINGS: ClassVar[list[BindingType]] = [LEAVE, HELP, *COMPARE]
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, GOALS_LOOK]
    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__(classes="alone")
        self._comparison = Comparison()
        self._lines: dict[str, CommonLine] = {}
        self._shared = False
        """Whether there was anything to choose from."""

    def body(self) -> ComposeResult:
        yield Static(id="compare-who")
        yield Static(id="compare-said", classes="note")
        yield Rows(id="compare-list")
        yield Static(id="compare-text", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Reveal  r", "reveal", primary=True, id="compare-reveal")
        yield button("Hand over  p", "hand_over", id="compare-person")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self.set_focus(self.query_one("#compare-reveal"))

    def reload(self) -> None:
        """What may be seen now, by whoever sits here."""
        app = rekindle(self)
        at = app.at()
        page = comparison_page(at, self._comparison, app.me)
        who = at.couple.name_of(app.me) if app.me else ""
        self._lines = {line.seed: line for line in page.lines}
        self._shared = self._shared or bool(page.lines)
        said = _CHOSEN if self._shared and not page.lines else page.said
        self.query_one("#compare-who", Static).update(content(f"{who} is here." if who else _NOBODY))
        self.query_one("#compare-said", Static).update(content(said))
        self.query_one("#compare-reveal", Button).display = not page.open and bool(app.me) and not page.mine
        rows = self.query_one(Rows)
        rows.show(tuple(_row(line) for line in page.lines))
        rows.display = bool(page.lines)
        self._tell()

    def _tell(self) -> None:
        line = self._chosen()
        about = (line.why, f"First: {line.step}." if line.step else "") if line else ()
        parts = ("\n".join(part for part in about if part), _CHOOSE if line else "")
        said = "\n\n".join(part for part in parts if part)
        text = self.query_one("#compare-text", Static)
        text.update(content(said))
        text.display = bool(said)

    def _chosen(self) -> CommonLine | None:
        return self._lines.get(self.query_one(Rows).chosen)

    @on(Rows.Chosen)
    def _read(self) -> None:
        self._tell()

    def action_reveal(self) -> None:
        app = rekindle(self)
        me = app.me
        if not me:
            self.trouble(_NOBODY)
            return
        app.twice(
            ("reveal", me), f"Show what you both wish for, once both of you say so? {AGAIN}", self._reveal
        )

    def _reveal(self) -> None:
        app = rekindle(self)
        me = app.me
        self.trouble("")
        if not self.attempt(lambda: self._comparison.reveal(app.at(), me=me)):
            return
        self.reload()
        if self._comparison.open:
            self.set_focus(self.query_one(Rows) if self._lines else self.query_one("#compare-person"))
        else:
            self.set_focus(self.query_one("#compare-person"))

    def action_hand_over(self) -> None:
        self.trouble("")
        rekindle(self).action_hand_over()

    @on(Rows.Opened)
    @on(Rows.Ticked)
    def _opened(self, event: Rows.Opened | Rows.Ticked) -> None:
        """Say yes first; once both did, begin it."""
        event.stop()
        if self._agreed(event.row):
            self._begin(event.row)

    def _agreed(self, seed: str) -> bool:
        """Whether both chose it already. If not, whoever sits here says yes, as far as it is theirs to."""
        app, line = rekindle(self), self._lines[seed]
        if line.agreed:
            return True
        at, me = app.at(), app.me
        if not me:
            self.trouble(_NOBODY)
        elif line.mine:
            self.trouble(_OTHER.format(name=at.couple.other(me).name))
        elif self.attempt(lambda: self._comparison.choose(at, seed, me=me)):
            self.trouble("")
            self.reload()
        return False

    def _begin(self, seed: str) -> None:
        app, made = rekindle(self), list[str]()
        one = next(one for one in self._comparison.common(app.at()) if one.seed == seed)

        def begun(_: str | None) -> None:
            if made:
                app.push_screen(GoalDialog(made[-1], adding=True))

        app.push_screen(shared_goal_form(app, self._comparison, one, made), begun)

    def action_later(self) -> None:
        """Kept for later, without a day."""
        app, line = rekindle(self), self._chosen()
        if line is None or not self._agreed(line.seed):
            return
        if self.attempt(lambda: app.sitting.do(lambda at: self._comparison.begin(at, line.seed, later=True))):
            app.reload()
            app.say("Kept for later, for both of you.")


def _row(line: CommonLine) -> Row:
    mark, style = ("♥", "warm") if line.agreed else ("◇", "dim")
    note = "both of you" if line.agreed and line.note != "on both lists" else line.note
    return Row(line.seed, (Cell(f"  {mark} ", style, 4), Cell(line.title), Cell(note, "dim", 28, "aside")))
