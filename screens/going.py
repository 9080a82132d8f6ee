"""Going about from anywhere: to a page, to the other partner, and out to the shell."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from textual.command import CommandPalette
from textual.screen import Screen

from screens.careful import CarefulApp
from screens.drafting import DraftingApp


class GoingApp(DraftingApp, CarefulApp):
    """An app whose pages and whose hand-over can be reached from a field, a dialog and the palette, too."""

    @property
    def composed_screens(self) -> list[Screen[Any]]:
        """What can be asked for its fields: the screens of the stack, but one that is only about to open."""
        return [screen for screen in self.screen_stack if screen.is_mounted]

    def action_page(self, name: str) -> None:
        """Go to a page; from a dialog only where nothing typed in it would be dropped."""
        aside = self.set_dialogs_aside()
        if self.close_dialogs() and name != self.current_mode:
            self.switch_mode(name)
        if aside:
            self.say("What you typed is on Today, under Unfinished.")

    def action_over(self) -> None:
        """Hand over; a dialog that two people use in turns stays open, any other one closes first."""
        if isinstance(self.screen, CommandPalette):
            self.screen.dismiss()
        own = getattr(self.screen, "action_hand_over", None)
        if own is not None:
            own()
            return
        aside = self.set_dialogs_aside()
        if self.close_dialogs():
            self.action_hand_over(aside)

    def action_cover(self) -> None:
        """Cover the screen at once; dialogs that show private or delicate words are not there afterwards."""
        from screens.dialogs.who import Blank, Cover

        self.clear_notifications()
        if not isinstance(self.screen, Blank):  # below one nothing is to be seen, and it asks who is here
            self._close_delicate()
        if not isinstance(self.screen, Cover):
            self.push_screen(Cover())

    def _close_delicate(self) -> None:
        """Close the lowest delicate dialog, and all that lies over it; what was typed waits."""
        self.stash_all()
        while any(getattr(screen, "delicate", False) for screen in self.screen_stack):
            set_aside = getattr(self.screen, "set_aside", None)
            if set_aside is None or not set_aside():
                self.screen.dismiss()

    def action_hand_over(self, aside: str = "") -> object:
        """Pass to the other partner through a plain screen; `aside` is the draft that whoever stays goes on
        with.
        """
        raise NotImplementedError

    def close_dialogs(self) -> bool:
        """Close what lies over the page, the newest first; False where something has to stay."""
        while len(self.screen_stack) > 1:
            screen = self.screen
            may_close = getattr(screen, "may_close", None)
            may = isinstance(screen, CommandPalette) or (may_close and screen.is_mounted and may_close())
            if not may:
                return False
            screen.dismiss()
        return True

    def action_suspend_process(self) -> None:
        """Stop until the shell's `fg`, with everything that was started along with this program."""
        if sys.platform == "win32" or self._driver is None or not self._driver.can_suspend:
            return
        if os.getsid(0) == os.getpgrp():
            self.say("Rekindle was not started from a shell, so nothing could bring it back.")
            return
        with self.suspend():  # the terminal is as it was before the shell says anything
            os.killpg(0, signal.SIGTSTP)  # a script that wraps this program has to stop as well
