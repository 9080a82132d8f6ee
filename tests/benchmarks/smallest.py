"""M: the smallest Textual app. Starting, memory and leaving are held against its own."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Smallest(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static("Here I am")


if __name__ == "__main__":
    Smallest().run()
