"""Every command of the app, declared once: key, id, words for footer, palette and help, and its group.

A screen or widget takes its `BINDINGS` from here, or from the `keys.py` beside it. The key line, the palette
and the help page are made from the bindings that are live: a command is in all of them or in none.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

SHOWN = {
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "enter": "⏎",
    "escape": "esc",
    "delete": "del",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
"""How a key is written on the key line and in help, where its name is too long."""

EVERYWHERE = Binding.Group("Everywhere")
WRITING = Binding.Group("Writing")
LIST = Binding.Group("On this screen")
DAYS = Binding.Group("Days")
CARE = Binding.Group("Looking after it")


def shown_key(key: str) -> str:
    """A key as people know it: "^q", "esc", "F1", "?"."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return SHOWN.get(key) or (key.upper() if key[0] == "f" and key[1:].isdigit() else key)


def command(
    id: str,
    key: str,
    action: str,
    label: str,
    tooltip: str,
    group: Binding.Group,
    *,
    show: bool = False,
    priority: bool = False,
) -> Binding:
    """One command as a Textual binding: `show` puts it on the key line."""
    return Binding(key, action, label, show=show, priority=priority, tooltip=tooltip, id=id, group=group)


APP: list[BindingType] = [
    command(
        "app.help",
        "question_mark,f1",
        "help",
        "help",
        "The keys that work here and now",
        EVERYWHERE,
        show=True,
    ),
    command(
        "app.quit",
        "ctrl+q",
        "leave",
        "quit",
        "Leave Rekindle; everything kept is safe",
        EVERYWHERE,
        show=True,
        priority=True,
    ),
    command(
        "app.palette",
        "ctrl+p",
        "command_palette",
        "commands",
        "Find any command by its name",
        EVERYWHERE,
        priority=True,
    ),
    command("app.cover", "ctrl+l", "cover", "cover", "Cover the screen at once", EVERYWHERE, priority=True),
    command("app.partner", "p", "hand_over", "partner", "Hand over to the other one", EVERYWHERE),
    command("app.undo", "u", "undo", "undo", "Take back your last change of this sitting", EVERYWHERE),
    command(
        "app.settings", "s", "settings", "settings", "Names, start, day end, week start, what is shown", CARE
    ),
    command("app.removed", "b", "removed", "bring back", "What was removed in the last 30 days", CARE),
    command(
        "app.suspend",
        "ctrl+z",
        "suspend_process",
        "suspend",
        "To the shell; fg there comes back",
        EVERYWHERE,
        priority=True,
    ),
    command(
        "app.theme",
        "ctrl+t",
        "toggle_look",
        "light/dark",
        "Change between the light and the dark look",
        EVERYWHERE,
    ),
]

PAGES = (
    ("today", "1", "Today"),
    ("dates", "2", "Dates"),
    ("trips", "3", "Trips"),
    ("goals", "4", "Goals"),
    ("review", "5", "Review"),
    ("journey", "6", "Journey"),
)
"""Name, key and title of every page, in the order in which they stand at the top."""

ALT_CHORDS: frozenset[str] = frozenset({f"alt+{key}" for _, key, _ in PAGES} | {"alt+p"})
"""The alt keys that are commands. ESC followed by any other character is Escape, then that character."""

APP += [
    command(f"app.{name}", key, f"page('{name}')", title, f"Go to {title}", EVERYWHERE)
    for name, key, title in PAGES
]

CHORDS: list[BindingType] = [
    *(
        command(
            f"app.{name}",
            f"alt+{key}",
            f"page('{name}')",
            title,
            f"Go to {title}",
            EVERYWHERE,
            priority=True,
        )
        for name, key, title in PAGES
    ),
    command(
        "app.partner",
        "alt+p,ctrl+g",
        "over",
        "partner",
        "Hand over to the other one",
        EVERYWHERE,
        priority=True,
    ),
    command("app.quit", "q", "leave", "quit", "Leave Rekindle; everything kept is safe", EVERYWHERE),
]
"""Other keys of the same commands. Those with alt work everywhere, in fields, dialogs and the palette, too;
ctrl+g does where a terminal types letters with alt. `q` is there since some terminals keep ctrl+q."""

WHILE_TYPING = (
    Binding("alt+1", "app.page('today')", "pages", key_display="alt+1…6", id="typing.pages"),
    Binding("alt+p", "app.over", "partner", id="typing.partner"),
)
"""What the key line shows of them while letters go into a field."""


TODAY: list[BindingType] = [
    command("today.write", "n", "write", "note", "Write what you noticed", WRITING, show=True),
    command("today.another", "o", "another_prompt", "other prompt", "Another thing to think about", WRITING),
    command(
        "today.aloud",
        "t",
        "said_aloud",
        "said it aloud",
        "You told the one that is offered today",
        WRITING,
        show=True,
    ),
    command("today.weather", "w", "weather", "weather", "Your own weather; only you see it", WRITING),
    command("today.earlier", "left", "earlier", "earlier day", "Go one day back", DAYS),
    command("today.later", "right", "later", "later day", "Go one day on", DAYS),
    command("today.day", "g", "go_to_day", "go to a day", "Go to any earlier day", DAYS),
    command("today.now", "0", "go_to_today", "today", "Back to today", DAYS),
    command("today.add", "a", "add_ritual", "add ritual", "Add a ritual of your own", CARE),
    command("today.pause", "z", "pause", "pause", "Pause everything or one ritual, or resume", CARE),
]

ROWS: list[BindingType] = [
    command("rows.up", "up,k", "up", "up", "The row above", LIST),
    command("rows.down", "down,j", "down", "down", "The row below", LIST),
    command("rows.first", "home", "first", "first", "The first row", LIST),
    command("rows.last", "end", "last", "last", "The last row", LIST),
    command("rows.page_up", "pageup", "screenful(-1)", "page up", "A screenful up", LIST),
    command("rows.page_down", "pagedown", "screenful(1)", "page down", "A screenful down", LIST),
    command(
        "rows.tick", "space", "tick", "tick", "Mark that it happened, or take the mark back", LIST, show=True
    ),
    command("rows.open", "enter", "open", "open", "Open this row", LIST, show=True),
    command(
        "rows.remove",
        "delete,ctrl+x",
        "remove",
        "remove",
        "Remove your own entry, once it is asked for twice",
        LIST,
    ),
]

FIELD: list[BindingType] = [
    command("field.keep", "enter", "submit", "keep", "Keep what you typed", WRITING, show=True),
    command(
        "field.leave",
        "escape",
        "leave_field",
        "list",
        "Leave the field; what you typed stays",
        WRITING,
        show=True,
    ),
    command(
        "field.cue",
        "tab",
        "app.focus_next",
        "next",
        "On to the good moment, or the list",
        WRITING,
        show=True,
    ),
    command("field.down", "down", "leave_down", "next", "On to the next field or the list", WRITING),
    command(
        "field.another",
        "ctrl+o",
        "another",
        "other prompt",
        "Another thing to think about",
        WRITING,
        show=True,
    ),
]
