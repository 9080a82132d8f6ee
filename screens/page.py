"""A page: one of the screens that the number keys lead to, and what the app may ask of it."""

from __future__ import annotations

from textual.screen import Screen


class Page(Screen[None]):
    """A screen of its own mode. The app tells it when records or the person changed."""

    AUTO_FOCUS = None

    def reload(self) -> None:
        """Show what is true now: in place, with the focus and everything typed left alone."""

    def person_changed(self) -> None:
        """Another partner sits here now."""

    def person_leaves(self) -> None:
        """The partner gets up: whatever is private goes from view, and is kept for their return."""

    def has_draft(self) -> bool:
        """Whether something was typed here and not kept yet."""
        return False
