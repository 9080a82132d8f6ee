"""An app that goes wrong discreetly: it says where, and never what a person wrote."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from screens.steady import SteadyApp
from tracker.mishap import describe


class DiscreetApp(SteadyApp):
    """Textual would print tracebacks with local variables, and let errors print themselves: private words."""

    def _fatal_error(self) -> None:
        """An error in a message, a worker or while drawing."""
        self._stop_over(sys.exc_info()[1])

    def panic(self, *renderables: RenderableType) -> None:
        """An error that would print itself, or the traceback of the thread that reads the keys."""
        self._stop_over(sys.exc_info()[1])

    def _stop_over(self, error: BaseException | None) -> None:
        self._return_code = 1
        if not self._exit_renderables:  # the first one led to the others
            self._exit_renderables.append(Text(describe(error)))
        self._close_messages_no_wait()

    def on_load(self) -> None:
        """Before anything is shown: asyncio writes what it cannot hand to anybody on standard error."""
        asyncio.get_running_loop().set_exception_handler(self._stumbled)

    def _stumbled(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A callback or a forgotten task went wrong beside the app, which goes on."""
        self.log(describe(context.get("exception")))
