"""The keys of the look-up."""

from __future__ import annotations

from textual.binding import BindingType

from screens.commands import LIST, command

LOOKUP: list[BindingType] = [
    command("lookup.over", "p", "over", "partner", "Hand over to the other one; answers stay hidden", LIST),
    command("lookup.reveal", "r", "reveal", "reveal", "Show both answers, once both of you press it", LIST),
    command("lookup.anew", "a", "anew", "answer anew", "Take your own answer back and give another", LIST),
    command("lookup.up", "pageup,up", "read(-1)", "text up", "Scroll the text up", LIST),
    command("lookup.down", "pagedown,down", "read(1)", "text down", "Scroll the text down", LIST),
    *(
        command(f"lookup.{place}", str(place), f"pick({place})", f"choice {place}", "Choose by number", LIST)
        for place in range(1, 6)
    ),
]
"""In the look-up's dialog, where the keys of the app do not work."""
