"""A page: one of the screens that the number keys lead to, and what the app may ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.screen import Screen

from screens.host import rekindle
from screens.pumps import comes_too_late
from screens.widgets.rows import Rows
from tracker.views.turn import turn

if TYPE_CHECKING:
    from tracker.store.documents import Documents
    from tracker.views.turn import Turn


class Page(Screen[None]):
    """A screen of its own mode. The app tells it when records or the person changed."""

    AUTO_FOCUS = None
    NAME: ClassVar[str] = ""
    """Its name in `screens.commands.PAGES`."""
    _came_to: tuple[Documents, Turn, str] | None = None
    """The records, the turn of the clock and the partner that it was last come to with: Textual says twice
    that it was.
    """
    is_drawn = False
    """Whether it was drawn whole at least once."""

    async def on_event(self, event: events.Event) -> None:
        if not comes_too_late(self, event):
            await super().on_event(event)

    def on_mount(self) -> None:
        # Textual calls the `on_mount` of every class in turn: a page's own must not call this one again.
        rekindle(self).pages.append(self)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Come to: what changed meanwhile shows."""
        # Every widget was styled when it was mounted, and again by `switch_mode` if the look changed since;
        # Textual would do it once more, which takes 4 ms.
        event.refresh_styles = False
        app = rekindle(self)
        at = app.at()
        now = (at.library.documents, turn(at), app.me)
        if self.is_mounted and self.is_current and now != self._came_to:  # it may be left again by now
            self._came_to = now
            self.reload()

    def _compositor_refresh(self) -> None:
        """Draw, but not before all is mounted, and not while Textual holds every picture back.

        It would draw a whole page then, throw it away, and draw it again a frame later: 6 ms of work, 8 kB,
        and the first picture 25 ms later.
        """
        if self.app._batch_count or not self.is_mounted:
            return
        whole = self.size.region in self._compositor._dirty_regions
        super()._compositor_refresh()
        if whole and self.is_current:
            self._repaint_required = False  # this was it; Textual would paint the same once more
            if not self.is_drawn:
                self.is_drawn = True
                self.call_later(self.after_first_picture)

    def after_first_picture(self) -> None:
        """The page stands: the time for what its first picture must not wait for."""

    def reload(self) -> None:
        """Show what is true now: in place, with the focus and everything typed left alone."""

    def person_changed(self) -> None:
        """Another partner sits here now."""

    def person_leaves(self) -> None:
        """The partner gets up: whatever is private goes from view, and is kept for their return."""

    # What the person does in the page's list. Another window may have removed the row a moment ago: that is
    # a refusal, which is said, and nothing more.

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        rekindle(self).attempt(lambda: self.open_row(event.row))

    @on(Rows.Ticked)
    def _ticked(self, event: Rows.Ticked) -> None:
        event.stop()
        rekindle(self).attempt(lambda: self.tick_row(event.row))

    @on(Rows.Removed)
    def _removed(self, event: Rows.Removed) -> None:
        event.stop()
        rekindle(self).attempt(lambda: self.remove_row(event.row))

    def open_row(self, row: str) -> None:
        """Enter, or a double click."""

    def tick_row(self, row: str) -> None:
        """Space, or a click on the mark in front."""

    def remove_row(self, row: str) -> None:
        """Delete."""
