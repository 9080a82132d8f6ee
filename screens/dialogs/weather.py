"""The weather inside: one word out of five, for oneself alone."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, Dialog, button
from screens.host import rekindle
from tracker.acts.entries import set_weather
from tracker.records.entries import WEATHER_WORDS

_STEPS = "▁▂▄▆█"


class WeatherDialog(Dialog[str]):
    """Five words, five keys."""

    delicate = True

    TITLE_TEXT = "Your weather"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        *(
            Binding(
                str(n),
                f"choose({n})",
                word,
                id=f"weather.{word}",
                show=False,
                tooltip=f"It is {word}",
                group=EVERYWHERE,
            )
            for n, word in enumerate(WEATHER_WORDS, 1)
        ),
        Binding("up", "app.focus_previous", "previous", id="weather.up", show=False, group=EVERYWHERE),
        Binding("down", "app.focus_next", "next", id="weather.down", show=False, group=EVERYWHERE),
    ]

    def __init__(self, day: date, word: str) -> None:
        super().__init__()
        self._day = day
        self._word = word

    def body(self) -> ComposeResult:
        for level, word in enumerate(WEATHER_WORDS, 1):
            mark = "●" if word == self._word else " "
            yield button(
                f"{level}  {_STEPS[:level]:<5}  {word} {mark}", f"choose({level})", id=f"word-{level}"
            )
        yield Static("Closeness and mood come in waves. Only you ever see this.", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        level = WEATHER_WORDS.index(self._word) + 1 if self._word in WEATHER_WORDS else 3
        self.query_one(f"#word-{level}").focus()

    def action_choose(self, level: int) -> None:
        app, day = rekindle(self), self._day
        me = app.me
        if self.attempt(lambda: app.sitting.do(lambda at: set_weather(at, me=me, level=level, day=day))):
            app.reload()
            self.dismiss(WEATHER_WORDS[level - 1])
