"""The app around a screen, dialog or widget of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from screens.app import RekindleApp


def rekindle(node: DOMNode) -> RekindleApp:
    """The app that a screen or dialog runs in."""
    from screens.app import RekindleApp

    app = node.app
    assert isinstance(app, RekindleApp)
    return app
