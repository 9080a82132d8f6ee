"""The app: it holds the sitting, looks around once a second, and answers the keys that work everywhere."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from screens import commands
from screens.input_order import InputOrderApp
from screens.leaving import leave_when_told
from screens.meant import is_meant
from screens.modes import FIRST_PAGE, MODES
from screens.theme import DEFAULT, THEMES
from tracker.account import Account
from tracker.acts.common import Standing
from tracker.acts.sitting import Act, Sitting
from tracker.clock import Clock
from tracker.drafts import DraftKeeper, Drafts
from tracker.errors import Doubt, Refusal
from tracker.store.protocol import Store
from tracker.views.turn import Turn, turn

if TYPE_CHECKING:
    from screens.page import Page


class RekindleApp(InputOrderApp):
    """Two people, one terminal."""

    TITLE = "Rekindle"
    CSS_PATH = ["app.tcss", "today/today.tcss"]  # dialogs and other pages bring their own when first shown
    BINDINGS: ClassVar[list[BindingType]] = [*commands.APP, *commands.CHORDS]
    MODES: ClassVar = MODES
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    LOOK_AROUND_SECONDS: ClassVar[float] = 1.0

    def __init__(
        self,
        store: Store,
        clock: Clock,
        account: Account,
        drafts: DraftKeeper | None = None,
        *,
        demo: str = "",
    ) -> None:
        """`drafts` writes unfinished words down, which else last as long as the window. `demo` is the folder
        of a demo couple, to be named on leaving; empty for a real one.
        """
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._wanted_theme(account)
        self.account = account
        self.title = "Rekindle demo" if demo else self.TITLE
        self.sitting = Sitting(store, clock)
        self.drafts = Drafts(clock, drafts)
        self.sitting.on_both = self.say_both
        self.sitting.me = self._remembered()
        self.pages: list[Page] = []
        """The pages that were opened so far."""
        self._last_turn: Turn = turn(self.sitting.at())
        self._told_notices: set[str] = set()

    # Who and where

    def at(self) -> Standing:
        """Where the couple stands now."""
        return self.sitting.at()

    @property
    def me(self) -> str:
        """The partner who sits here; empty until somebody said so."""
        return self.sitting.me

    def _remembered(self) -> str:
        """The partner this account belongs to, if it is one person's."""
        couple = self.sitting.at().library.couple
        me = self.account.me(couple.id) if couple else ""
        return me if couple and any(p.id == me for p in couple.partners) else ""

    def _wanted_theme(self, account: Account) -> str:
        """The remembered look; a name that no longer exists falls back to ours."""
        wanted = account.get("theme", DEFAULT)
        return wanted if wanted in self.available_themes else DEFAULT

    # Telling and doing

    def act(self, act: Act, said: str = "", again: Callable[[], object] | None = None) -> bool:
        """Run an act; a refusal becomes a message and nothing is written. True when it went through."""
        if not self.attempt(lambda: self.sitting.do(act), again):
            return False
        self.reload()
        if said:
            self.say(said)
        return True

    def attempt(self, work: Callable[[], object], again: Callable[[], object] | None = None) -> bool:
        """Run `work`; a refusal becomes a message. True when it did. `again` as in `screens.meant`."""
        try:
            work()
        except Doubt as doubt:
            return is_meant(self, doubt, again) and self.attempt(work)
        except Refusal as refusal:
            self.say(refusal.sentence, title="Not done", severity="warning")
            return False
        return True

    def reload(self) -> None:
        """Let every page on the stack show what is true now; once all is erased, dialogs stay as they are."""
        for screen in self.screen_stack:
            self._reload_screen(screen)

    def _reload_screen(self, screen: Screen[Any]) -> None:
        """Reload one screen: not before it is composed, nor once it was closed or left for another page."""
        if not screen.is_mounted:
            screen.call_later(self._reload_screen, screen)  # its queue waits until it is composed
            return
        erased = self.at().library.couple is None
        left_alone = erased and isinstance(screen, ModalScreen)
        if hasattr(screen, "reload") and screen in self.screen_stack and not left_alone:
            screen.reload()

    # Looking around

    async def on_mount(self) -> None:
        # A page that is Textual's `DEFAULT_MODE` is mounted before the app has a screen wherever tasks start
        # eagerly (Python 3.12 and later), and a field in it then ends the app. So the app starts on Textual's
        # own empty screen, and goes to its first page like to any other; nothing is painted in between.
        await self.switch_mode(FIRST_PAGE)
        self.set_interval(self.LOOK_AROUND_SECONDS, self.look_around)
        self.set_timer(0.3, self._get_ready)
        self.call_after_refresh(self._tell_notices)
        self.call_after_refresh(self._first_steps)

    def look_around(self) -> None:
        """Has the day ended, a surprise begun, or another window written? All without touching the screen."""
        now = turn(self.sitting.at())
        if now != self._last_turn:
            self._last_turn = now
            self.reload()
        self._refresh_store()

    @work(thread=True, group="ready", exit_on_error=False)
    def _get_ready(self) -> None:
        """The first save finds everything in place, while nobody has typed anything yet."""
        self.sitting.store.get_ready()
        gc.freeze()  # what it made of ten years stays: a collection that walks it would be felt, 60 ms

    @work(thread=True, exclusive=True, group="refresh", exit_on_error=False)
    def _refresh_store(self) -> None:
        try:
            changed = self.sitting.store.refresh()
        except Refusal as refusal:
            self.call_from_thread(self._store_trouble, refusal.sentence)
            return
        if changed:
            self.call_from_thread(self._changed_elsewhere)

    def _store_trouble(self, sentence: str) -> None:
        if sentence not in self._told_notices:
            self._told_notices.add(sentence)
            self.say(sentence, title="The data folder", severity="warning")

    def _changed_elsewhere(self) -> None:
        self.reload()
        self._tell_notices()

    def _tell_notices(self) -> None:
        from tracker.acts.to_come import sentences  # once the page stands

        for sentence in sentences(self.at()):
            self._store_trouble(sentence)

    def get_key_display(self, binding: Binding) -> str:
        """Keys are written the same way everywhere."""
        return commands.shown_key(binding.key)

    # First steps

    @work(exclusive=True, group="first-steps")
    async def _first_steps(self) -> None:
        """Set up once, then ask who is here, unless this account belongs to one of the two."""
        if self.at().library.couple is None:
            from screens.dialogs.setup import setup_form

            await self.push_screen_wait(setup_form(self))
            self.sitting.me = self._remembered()
            self._person_changed()  # the first words typed go into the field, and are not taken for commands
        if self.at().library.couple is not None and not self.me:
            await self._ask_who()
        self.let_keys_in()

    async def _ask_who(self) -> None:
        from screens.dialogs.who import WhoIsHere

        self.sitting.me = await self.push_screen_wait(WhoIsHere(self.at().couple)) or ""
        self._person_changed()

    def _person_changed(self) -> None:
        self.reload()
        for page in self.pages:
            page.person_changed()

    # Keys that work everywhere

    def action_help(self) -> None:
        from screens.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    @work(exclusive=True, group="hand-over")
    async def action_hand_over(self, aside: str = "") -> None:
        """Clear what is private from view, and pass through a plain screen to the other one."""
        couple = self.at().library.couple
        if couple is None:
            return
        if not self.me:
            await self._ask_who()
            return
        from screens.dialogs.who import HandOver

        other, before = couple.other(self.me), self.me
        self.clear_notifications()
        if self.clipboard:
            self.copy_to_clipboard("")  # what one of them cut is not the other's to paste
        for page in self.pages:
            page.person_leaves()
        aside = self.set_dialogs_aside() or aside
        self.sitting.me = ""
        self.reload()
        here = await self.push_screen_wait(HandOver(other.name, couple.name_of(before)))
        stood = self.screen.focused
        self.sitting.me = {"other": other.id, "back": before}.get(here or "", "")
        self._person_changed()
        if here == "back" and aside:
            self.go_on_with(aside)
        elif here == "back" and stood is not None:
            stood.focus()  # whoever stays goes on where they were

    def action_undo(self) -> None:
        kinds: list[str] = []
        if self.attempt(lambda: kinds.append(self.sitting.undo())):
            self.reload()
            self.say(f"Taken back: {kinds[0]}.")

    def action_settings(self) -> None:
        from screens.dialogs.setup import setup_form

        self.push_screen(setup_form(self), lambda _: self._settled())

    def _settled(self) -> None:
        self.sitting.me = self.sitting.me or self._remembered()
        self.reload()

    def action_removed(self) -> None:
        if self.at().library.couple is not None:
            from screens.dialogs.removed import RemovedDialog

            self.push_screen(RemovedDialog())

    def action_toggle_look(self) -> None:
        dark, light = (theme.name for theme in THEMES)
        self.theme = light if self.current_theme.dark else dark
        self.remember_theme()

    def remember_theme(self) -> None:
        """Keep the look for this account; an account that cannot be written to just forgets it."""
        self.attempt(lambda: self.account.set("theme", self.theme))


def run(store: Store, clock: Clock, account: Account, drafts: DraftKeeper | None, demo: str) -> int:
    """Open the app on the terminal; returns the exit status."""
    # No collection until the first frame stands: start-up makes many objects and drops few.
    gc.disable()
    app = RekindleApp(store, clock, account, drafts, demo=demo)
    app.call_later(_first_frame_stands)
    app.call_later(leave_when_told, app)
    status = app.run()
    app.drafts.close()
    return status if status is not None else app.return_code or 0


def _first_frame_stands() -> None:
    gc.freeze()
    gc.enable()
