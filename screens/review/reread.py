"""Two quarters side by side: what they took along and what they wrote, then and now."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.commands import LIST
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.host import rekindle
from screens.plain import content
from screens.review import REVIEW_LOOK
from screens.review.keys import READING
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.common import Standing
from tracker.calendar.periods import parse_quarter
from tracker.text import one_line
from tracker.views.review import quarter_title, question_lines, scene_lines

_NONE_BESIDE = "An earlier quarter stands here, once one is kept."


class Quarters(Rows, inherit_bindings=False):
    """The quarters to choose from; page up and down are for the words below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in READING if isinstance(one, Binding) and not (one.id or "").startswith("rows.page")
    ]


class RereadDialog(Dialog[str]):
    """The quarter it was opened from, beside the one under the cursor; returns the one that was opened."""

    delicate = True

    TITLE_TEXT = "Side by side"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, REVIEW_LOOK]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        HELP,
        Binding("pagedown", "turn(1)", "on", id="reread.down", tooltip="Read on", group=LIST, priority=True),
        Binding("pageup", "turn(-1)", "back", id="reread.up", tooltip="Read back", group=LIST, priority=True),
    ]

    def __init__(self, quarter: str) -> None:
        super().__init__()
        self._quarter = quarter

    def body(self) -> ComposeResult:
        yield Quarters(id="reread-list")
        with Container(id="pair"):
            yield Static("", id="this")
            yield Static("", id="other")

    def buttons(self) -> ComposeResult:
        yield button("Read on  pgdn", "turn(1)")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        listed = self.query_one(Quarters)
        others = [row.id for row in listed.rows if row.id != self._quarter]
        if others:
            listed.choose(others[0])
        listed.focus()
        self._show()

    def reload(self) -> None:
        """Show what is true now."""
        rows = tuple(self._row(quarter) for quarter in kept_quarters(rekindle(self).at()))
        listed = self.query_one(Quarters)
        listed.show(rows)
        listed.display = bool(rows)
        self._show()

    def _row(self, quarter: str) -> Row:
        review = rekindle(self).at().library.reviews.of(quarter)
        said = one_line(review.resolution) if review else ""
        title = quarter_title(parse_quarter(quarter))
        return Row(
            quarter,
            (Cell(f"  {title}", width=30), Cell(said, "dim", part="aside")),
            "Enter leads to its page",
        )

    def _show(self) -> None:
        at, other = rekindle(self).at(), self.query_one(Quarters).chosen
        self.query_one("#this", Static).update(evening_words(at, self._quarter))
        beside = other and other != self._quarter
        shown = evening_words(at, other) if beside else Content.styled(_NONE_BESIDE, "$quiet")
        self.query_one("#other", Static).update(shown)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self._show()

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        self.dismiss(event.row)

    def action_turn(self, by: int) -> None:
        """A screenful of the words up or down."""
        body = self.query_one(VerticalScroll)
        (body.scroll_page_down if by > 0 else body.scroll_page_up)(animate=False)


def kept_quarters(at: Standing) -> tuple[str, ...]:
    """The quarters of which something is kept, the newest first."""
    return tuple(review.quarter for review in at.library.reviews)[::-1]


def evening_words(at: Standing, quarter: str) -> Content:
    """What was kept of one quarter's evening, whole."""
    review = at.library.reviews.of(quarter)
    parts = [Content.styled(quarter_title(parse_quarter(quarter)), "bold $primary")]
    if review and review.resolution:
        parts += [_asked("Into the next quarter"), content(review.resolution)]
    for question in question_lines(at, quarter):
        if question.answers:
            said = "\n".join(f"{one.name}: {one.text}" for one in question.answers)
            parts += [_asked(question.text), content(said)]
    scenes = tuple(scene_lines(at, quarter))
    if scenes:
        told = "\n".join(f"{one.name}: {one.text}" for one in scenes)
        parts += [_asked("Some years on"), content(told)]
    if len(parts) == 1:
        parts.append(_asked("\nNothing is kept of an evening yet."))
    return Content("\n").join(parts)


def _asked(text: str) -> Content:
    return Content.styled(f"\n{text}", "$quiet")
