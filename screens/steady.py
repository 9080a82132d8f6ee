"""What makes the app prompt: styles that are parsed once, and a keyboard that nobody waits for."""

from __future__ import annotations

import sys
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.driver import Driver
from textual.screen import Screen

from screens.cursor import place_of_cursor


class SteadyStylesheet(Stylesheet):
    """Parses again only what is new, and everything only when a colour or another variable changed.

    Textual parses all styles four times before its first picture.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            super().set_variables(variables)
            self._require_parse = True

    def reparse(self) -> None:
        """Textual begins anew with an empty store of parsed rules; what was parsed before is still right."""
        if self._require_parse:
            self.parse()


class SteadyApp(App[int]):
    """An app whose stylesheet knows the chosen theme before it is parsed for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = SteadyStylesheet(variables=self.get_css_variables())

    def on_load(self) -> None:
        """By now the theme is chosen, and nothing is parsed yet."""
        self.stylesheet.set_variables(self.get_css_variables())

    async def on_mount(self) -> None:
        """Woken after it was suspended, Textual would leave the screen empty."""
        self.app_resume_signal.subscribe(self, lambda app: app.refresh(layout=True))

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """A new screen's widgets are styled as they are mounted; Textual would style all others anew, too."""
        super()._load_screen_css(screen)
        if not screen.is_mounted:
            screen._css_update_count = self._css_update_count

    def delay_update(self, delay: float = 0.05) -> None:
        """Textual covers a change of pages for 50 ms, which is felt; ours are drawn when they are whole."""
        super().delay_update(min(delay, 0.002))

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Every picture leaves the cursor where the focus is; `cursor_position` is sent along with it."""
        self.cursor_position = place_of_cursor(screen)
        super()._display(screen, renderable)

    def get_driver_class(self) -> type[Driver]:
        """Ours, where Textual would take the one it is made from."""
        usual = super().get_driver_class()
        if sys.platform == "win32" or usual.__name__ != "LinuxDriver":
            return usual
        from screens.driver import PromptDriver

        return PromptDriver
