"""A field of several lines. A module of its own, because Textual's text area is slow to import."""

from __future__ import annotations

from textual.widgets import TextArea

from screens.widgets.every_character import EveryCharacter


class LinesField(EveryCharacter, TextArea):
    """Lines to write in. Tab leaves it, as it leaves every other field.

    Of Textual's privates this uses `TextArea._replace_via_keyboard`, which is what a typed letter calls.
    """

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)

    def take(self, text: str) -> None:
        if not self.read_only:
            self._replace_via_keyboard(text, *self.selection)
