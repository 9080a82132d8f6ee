"""The keys of the look-up: digits answer and letters choose how to go on; neither is taken for the other."""

from __future__ import annotations

from textual.binding import BindingType

from screens.commands import EVERYWHERE, LIST, command

WAYS = {
    "g": ("keep-going", "keep going"),
    "c": ("counsellor", "a counsellor"),
    "s": ("apart", "some time apart"),
    "e": ("talk-about-ending", "talk about ending"),
    "t": ("talk-again", "talk it over again"),
    "l": ("look-again", "look again later"),
    "n": ("not-now", "not now"),
}
"""The letter of each way on, with its key in the content; none of them is a key of lists."""

LOOKUP: list[BindingType] = [
    command("lookup.over", "p", "over", "partner", "Hand over to the other one; answers stay hidden", LIST),
    command("lookup.reveal", "r", "reveal", "reveal", "Show both answers, once both of you press it", LIST),
    command("lookup.anew", "a", "anew", "answer anew", "Take your own answer back and give another", LIST),
    command("lookup.follow", "f", "follow", "add it", "Add the pause or the ritual to what you chose", LIST),
    command("lookup.undo", "u", "app.undo", "undo", "Take back your last change of this sitting", EVERYWHERE),
    command("lookup.up", "pageup,up", "read(-1)", "text up", "Scroll the text up", LIST),
    command("lookup.down", "pagedown,down", "read(1)", "text down", "Scroll the text down", LIST),
    *(
        command(f"lookup.{place}", str(place), f"pick({place})", f"answer {place}", "Answer by number", LIST)
        for place in range(1, 5)
    ),
    *(
        command(f"lookup.{way}", key, f"way('{way}')", said, f"Choose together: {said}", LIST)
        for key, (way, said) in WAYS.items()
    ),
]
"""In the look-up's dialog, where the keys of the app do not work."""
