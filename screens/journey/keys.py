"""The keys of Journey."""

from __future__ import annotations

from textual.binding import BindingType

from screens.commands import CARE, LIST, command

JOURNEY: list[BindingType] = [
    command(
        "journey.tried", "y", "tried", "tried", "Mark the practice as tried, or take your mark back", LIST
    ),
    command("journey.lookup", "l", "look_up", "look up", "Look up together where you are", LIST, show=True),
    command(
        "journey.pause", "z", "pause", "pause", "Pause everything or one ritual, or resume", CARE, show=True
    ),
]
