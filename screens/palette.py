"""The command palette: made from the bindings that are live, as the key line and help are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.screen import Screen

from screens.discreet import DiscreetApp


class SteadyPalette(CommandPalette):
    """Textual would stop over a page key that is pressed before the commands have their place."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class PaletteApp(DiscreetApp):
    """An app whose palette offers what works here and now, and that opens it once at most."""

    def action_command_palette(self) -> None:
        """Open it, but not over a covered screen: there nothing works, and it may lie open below."""
        from screens.dialogs.who import Blank

        is_open = any(isinstance(screen, CommandPalette) for screen in self.screen_stack)
        if not is_open and not isinstance(self.screen, Blank):
            self.push_screen(SteadyPalette(id="--command-palette"))  # by this Textual knows it

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every live command, and the looks."""
        yield from live_commands(self, screen)
        yield SystemCommand("Look", "Choose among all looks", self.action_change_theme)


def live_commands(app: App[Any], screen: Screen[object]) -> Iterator[SystemCommand]:
    """Every command that works on this screen, by its words; choosing one presses its key."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.id and binding.id not in seen and _is_command(binding):
            seen.add(binding.id)
            key = binding.key
            yield SystemCommand(
                binding.description.capitalize(), binding.tooltip, lambda key=key: app.simulate_key(key)
            )
    if not screen.is_modal:
        yield from _kept_from_their_keys(app, screen, seen)


def _kept_from_their_keys(app: App[Any], screen: Screen[object], seen: set[str]) -> Iterator[SystemCommand]:
    """While somebody types, letters go into the field: their commands are found here all the same."""
    for owner in (screen, app):
        for binding in chain.from_iterable(vars(kind).get("BINDINGS", ()) for kind in type(owner).__mro__):
            if (
                isinstance(binding, Binding)
                and binding.id
                and binding.id not in seen
                and _is_command(binding)
            ):
                seen.add(binding.id)
                run = partial(app.run_action, binding.action, owner)
                yield SystemCommand(binding.description.capitalize(), binding.tooltip, run)


def _is_command(binding: Binding) -> bool:
    """Moving about in a list is done by its keys alone."""
    moves = (binding.id or "").startswith(("rows.", "app.palette")) and not binding.show
    return bool(binding.tooltip) and not moves
