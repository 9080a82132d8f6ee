"""A practice's own dialog: what the article says, what is held, how to begin, and the ways on."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, LOOK, Dialog, button
from screens.host import rekindle
from screens.journey import JOURNEY_LOOK, ways
from screens.journey.rows import full_words
from screens.plain import content

if TYPE_CHECKING:
    from screens.journey.screen import JourneyScreen

MOST_WAYS = 3


class PracticeDialog(Dialog[ways.Way]):
    """One of the twelve. Dismisses with the place of the way that was chosen."""

    delicate = True

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, JOURNEY_LOOK]
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding(
            "y,space",
            "tried",
            "tried",
            id="practice.tried",
            tooltip="Mark it as tried, or take your mark back",
            group=EVERYWHERE,
        ),
        *(
            Binding(
                str(place + 1),
                f"way({place})",
                "go on",
                id=f"practice.way-{place + 1}",
                show=False,
                tooltip=f"The way numbered {place + 1}",
                group=EVERYWHERE,
            )
            for place in range(MOST_WAYS)
        ),
        Binding("up", "app.focus_previous", "previous", id="practice.up", show=False, group=EVERYWHERE),
        Binding("down", "app.focus_next", "next", id="practice.down", show=False, group=EVERYWHERE),
    ]

    def __init__(self, page: JourneyScreen, key: str) -> None:
        super().__init__()
        self._page_below = page
        self._key = key
        # As they were when the dialog opened: a key does what the button beside it says.
        self._ways = ways.ways_of(rekindle(page).at(), key)

    def heading(self) -> str:
        line = self._page_below.line(self._key)
        return f"{line.number}  {line.name}" if line else ""

    def body(self) -> ComposeResult:
        yield Static(id="practice-words")
        with Vertical(classes="ways"):
            for place, way in enumerate(self._ways):
                yield button(f"{place + 1}  {way.label}", f"way({place})", id=f"way-{place}")

    def buttons(self) -> ComposeResult:
        yield button("Tried  y", "tried", primary=True, id="tried")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#way-0", Button).focus()

    def reload(self) -> None:
        """Show what stands now."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        line = self._page_below.line(self._key)
        if line is not None:
            self.query_one("#practice-words", Static).update(full_words(line))
            tried = self.query_one("#tried", Button)
            tried.label = content("Take my mark back  y" if line.mine else "Tried  y")
            tried.refresh(layout=True)  # another label alone keeps the old width

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "way":
            return isinstance(parameters[0], int) and parameters[0] < len(self._ways)
        return True

    def action_way(self, place: int) -> None:
        self.dismiss(self._ways[place])

    def action_tried(self) -> None:
        from screens.journey.screen import toggle_tried

        toggle_tried(self._page_below, self._key, said=False)  # the dialog says it itself
        self._show()
