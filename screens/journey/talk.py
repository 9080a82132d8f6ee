"""The question deck: one question at a time, large enough to be read across the table. Nothing is kept."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, LOOK, Dialog, button
from screens.host import rekindle
from screens.journey import JOURNEY_LOOK
from screens.plain import content
from screens.widgets.fields import Choice
from tracker.content_talk import DEPTHS, Question, Questions, talk_questions

MANNERS = "One asks, both may answer. Either may pass on any question, without a reason."


def _command(key: str, action: str, label: str, tooltip: str) -> Binding:
    return Binding(key, action, label, id=f"talk.{label}", tooltip=tooltip, group=EVERYWHERE)


class TalkDialog(Dialog[None]):
    """Choose a depth, and take one question after the other."""

    delicate = True

    TITLE_TEXT = "Questions for a talk"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, JOURNEY_LOOK]
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        _command("n,space", "step(1)", "next", "Another question"),
        _command("b", "step(-1)", "back", "The question before"),
        _command("d", "depth", "depth", "Light, open, deep, or any of them"),
        _command("s", "shuffle", "shuffle", "Another order"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._turn = 0

    def body(self) -> ComposeResult:
        options = (*DEPTHS.items(), ("", "any of them"))
        yield Choice(options, "light", id="talk-depth")
        yield Static("", id="talk-question")
        yield Static(content(MANNERS), classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Next  n", "step(1)", primary=True, id="talk-next")
        yield button("Back  b", "step(-1)")
        yield button("Depth  d", "depth")
        yield button("Shuffle  s", "shuffle")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#talk-next", Button).focus()

    @property
    def question(self) -> Question:
        """The one that is shown."""
        return self._deck().at(self._place)

    def _deck(self) -> Questions:
        seed = f"{rekindle(self).at().today}{self._turn}"
        return talk_questions().of(self.query_one(Choice).value).mixed(seed)

    def _show(self) -> None:
        self.query_one("#talk-question", Static).update(content(self.question.text))

    @on(Choice.Changed)
    def _another_depth(self, event: Choice.Changed) -> None:
        event.stop()
        self._place = 0
        self._show()

    def action_step(self, by: int) -> None:
        self._place += by
        self._show()

    def action_depth(self) -> None:
        self.query_one(Choice).action_step(1)

    def action_shuffle(self) -> None:
        self._turn += 1
        self._place = 0
        self._show()
