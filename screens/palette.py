"""The command palette: made from the bindings that are live, as the key line and help are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen


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


def _is_command(binding: Binding) -> bool:
    """Moving about in a list is done by its keys alone."""
    moves = (binding.id or "").startswith(("rows.", "app.palette")) and not binding.show
    return bool(binding.tooltip) and not moves
