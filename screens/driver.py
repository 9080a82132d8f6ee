"""What reads the keyboard: as Textual's does, but it never waits longer than it must.

Textual looks every 100 ms whether there is anything to do: a lone Escape and leaving the app wait for that,
and the machine is woken ten times a second for nothing. It also ends the app over the first byte that is no
UTF-8: an ü from a terminal in Latin-1, or a click reported in the oldest way.
"""

from __future__ import annotations

import codecs
import os
import selectors
from typing import Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_AFTER_ESCAPE = constants.ESCAPE_DELAY * 1.1
"""Seconds after which what began with Escape can only have been that key."""
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
        parser = XTermParser(self._debug)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            longest = None
            while True:
                ready = {key.fd for key, _ in selector.select(longest)}
                if self._woken in ready:
                    return
                longest = None
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        return
                    text = decoder.decode(data)
                    for event in parser.feed(text) if text else ():  # to the parser nothing means the end
                        self.process_message(event)
                    longest = _AFTER_ESCAPE
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone, and then the app goes, too."""
        try:
            data = os.read(self.fileno, _MOST_BYTES)
        except OSError:
            data = b""
        if not data:
            self._app.call_later(self._app.exit)
        return data
