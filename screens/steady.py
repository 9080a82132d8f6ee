"""Styles that are parsed once: Textual parses all of them four times before its first picture."""

from __future__ import annotations

from textual.app import App
from textual.css.stylesheet import Stylesheet


class SteadyStylesheet(Stylesheet):
    """Parses again only what is new, and everything only when a colour or another variable changed."""

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
