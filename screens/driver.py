"""What reads the keyboard: as Textual's does, but it never waits longer than it must.

Textual looks every 100 ms whether there is anything to do: a lone Escape and leaving the app wait for that,
and the machine is woken ten times a second for nothing. It also ends the app over the first byte that is no
UTF-8, types the terminal's answers, and fails on sequences that it does not know: `screens.terminal` reads
the bytes instead.

Of Textual's privates this uses `LinuxDriver.run_input_thread`, the one method that reads the keyboard.
"""

from __future__ import annotations

import os
import selectors
from typing import Any

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from screens.terminal.messages import MessageReader
from screens.terminal.units import UnitCutter

_MOST_BYTES = 4096


class PromptDriver(LinuxDriver):
    """Woken by a key, and by a pipe of its own when the app leaves."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._woken, self._waker = os.pipe()

    def disable_input(self) -> None:
        """Textual waits here until no more keys are read; a suspended app reads them again later."""
        os.write(self._waker, b"!")
        super().disable_input()
        os.read(self._woken, 1)

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the app leaves or the terminal is gone."""
        cutter, reader = UnitCutter(constants.ESCAPE_DELAY), MessageReader()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select(cutter.patience)}
                if self._woken in ready:
                    return
                # What can be read continues what was held, however late this thread came to look.
                data = self._read() if self.fileno in ready else None
                if data == b"":
                    return
                for message in reader.messages(cutter.give_up() if data is None else cutter.feed(data)):
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone, and then the app goes, too."""
        try:
            data = os.read(self.fileno, _MOST_BYTES)
        except OSError:
            data = b""
        if not data:
            self._app.call_later(self._app.exit)
        return data
