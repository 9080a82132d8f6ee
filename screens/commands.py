"""Every command of the app, declared once: key, id, words for footer, palette and help, and its group.

A screen or widget takes its `BINDINGS` from here; the key line, the palette and the help page are made from
the bindings that are live, so a command cannot be in one of them and not in the others.
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

APP += [
    command(f"app.{name}", key, f"page('{name}')", title, f"Go to {title}", EVERYWHERE)
    for name, key, title in PAGES
]

PLANS: list[BindingType] = [
    command("plans.new", "n", "new", "new", "Plan something, or keep an idea", WRITING, show=True),
    command("plans.ideas", "i", "ideas", "ideas", "A deck of ideas", WRITING, show=True),
    command("plans.list", "l", "checklist", "checklist", "What is to do for it", LIST, show=True),
    command("plans.calendar", "c", "calendar", "calendar", "Look around in a month", DAYS),
    command("plans.memories", "m", "memories", "memories", "Everything lived, to be searched", DAYS),
    command("plans.happened", "h", "happened", "it happened", "Mark that it happened", LIST),
    command("plans.back", "y", "step_back", "step back", "Take the last step of this plan back", LIST),
    command("plans.to_calendar", "a", "to_calendar", "add to calendar", "A file for your calendar", LIST),
]
TRIPS: list[BindingType] = [
    *PLANS,
    command("trips.before", "left_square_bracket", "year(-1)", "year before", "The year before", DAYS),
    command("trips.after", "right_square_bracket", "year(1)", "year after", "The year after", DAYS),
]

CARDS: list[BindingType] = [
    command("cards.left", "left", "step(-1)", "before", "The month before", DAYS),
    command("cards.right", "right", "step(1)", "after", "The month after", DAYS),
    command("cards.up", "up,k", "row(-1)", "up", "The row of months above", DAYS),
    command("cards.down", "down,j", "row(1)", "down", "The row below; past the last one, the list", DAYS),
    command("cards.before", "pageup", "turn(-1)", "year before", "The year before", DAYS),
    command("cards.after", "pagedown", "turn(1)", "year after", "The year after", DAYS),
    command("cards.now", "home", "now", "this month", "Back to this month", DAYS),
    command("cards.tick", "space", "tick", "tick", "Mark that it happened", LIST, show=True),
    command("cards.open", "enter", "open", "open", "Open it, or plan a weekend there", LIST, show=True),
    command("cards.remove", "delete,x", "remove", "let go", "Let it go; it stays among the ideas", LIST),
]

GOALS: list[BindingType] = [
    command("goals.new", "n", "new", "new goal", "Begin what you would both love", WRITING, show=True),
    command("goals.wishes", "i", "wishes", "wishes", "Wish cards; only you see yours", WRITING, show=True),
    command("goals.compare", "v", "compare", "compare", "See what you both wish for", WRITING, show=True),
    command("goals.time", "t", "time", "time together", "You spent time on this goal", WRITING),
    command("goals.fun", "f", "fun", "still fun?", "Say whether this goal is still fun", LIST),
    command("goals.reached", "h", "reached", "we are there", "You reached this goal together", LIST),
    command("goals.back", "y", "step_back", "step back", "Take the last step back, or the goal itself", LIST),
    command("goals.shelf", "l", "shelf", "shelf", "Put it on the shelf, or take it up again", LIST),
    command("goals.memories", "m", "memories", "memories", "Everything lived, to be searched", DAYS),
]

JOURNEY: list[BindingType] = [
    command(
        "journey.tried", "y", "tried", "tried", "Mark the practice as tried, or take your mark back", LIST
    ),
    command("journey.lookup", "l", "look_up", "look up", "Look up together where you are", LIST, show=True),
    command(
        "journey.pause", "z", "pause", "pause", "Pause everything or one ritual, or resume", CARE, show=True
    ),
]

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
        "rows.remove", "delete,x", "remove", "remove", "Remove your own entry; it can be brought back", LIST
    ),
]

FIELD: list[BindingType] = [
    command("field.keep", "enter", "submit", "keep", "Keep what you typed", WRITING, show=True),
    command(
        "field.cue",
        "tab",
        "app.focus_next",
        "when to tell it",
        "On to the good moment, or the list",
        WRITING,
        show=True,
    ),
    command(
        "field.leave",
        "escape",
        "leave_field",
        "to the list",
        "Leave the field; what you typed stays",
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

LOOKUP: list[BindingType] = [
    command("lookup.over", "p", "over", "partner", "Hand over to the other one; answers stay hidden", LIST),
    command("lookup.reveal", "r", "reveal", "reveal", "Show both answers, once both of you press it", LIST),
    command("lookup.anew", "a", "anew", "answer anew", "Take your own answer back and give another", LIST),
    command("lookup.up", "pageup,up", "read(-1)", "text up", "Scroll the text up", LIST),
    command("lookup.down", "pagedown,down", "read(1)", "text down", "Scroll the text down", LIST),
]
"""In the look-up's dialog, where the keys of the app do not work."""
LOOKUP += [
    command(f"lookup.{place}", str(place), f"pick({place})", f"choice {place}", "Choose by number", LIST)
    for place in range(1, 6)
]

MONTH: list[BindingType] = [
    command("month.earlier_day", "left", "earlier_day", "day before", "One day back", DAYS),
    command("month.later_day", "right", "later_day", "day after", "One day on", DAYS),
    command("month.earlier_week", "up", "earlier_week", "week before", "One week back", DAYS),
    command("month.later_week", "down", "later_week", "week after", "One week on", DAYS),
    command("month.earlier_month", "pageup", "earlier_month", "month before", "One month back", DAYS),
    command("month.later_month", "pagedown", "later_month", "month after", "One month on", DAYS),
    command("month.today", "home", "today", "today", "Back to today", DAYS),
    command("month.choose", "enter", "choose", "this day", "Choose this day", DAYS, show=True),
]

REVIEW: list[BindingType] = [
    command("review.evening", "e", "evening", "evening", "Look back together", WRITING, show=True),
    command("review.days", "d", "days", "days", "Into the year's days, and back", DAYS, show=True),
    command("review.before", "left,left_square_bracket", "quarter(-1)", "before", "The quarter before", DAYS),
    command("review.after", "right,right_square_bracket", "quarter(1)", "after", "The quarter after", DAYS),
    command("review.write", "w", "write_out", "page to keep", "Write the page out", CARE, show=True),
    command("review.reread", "r", "reread", "reread", "Two quarters side by side", LIST, show=True),
    command("review.lookup", "l", "look_up", "look up", "Months since you started", CARE),
    command("review.memories", "m", "memories", "memories", "Everything lived, to be searched", DAYS),
]

READING: list[BindingType] = [
    one for one in ROWS if isinstance(one, Binding) and one.id not in ("rows.tick", "rows.remove")
]
"""Rows to read: nothing is marked or removed on them."""

HEAT: list[BindingType] = [
    command("heat.earlier_week", "left", "earlier_week", "week before", "One week back", DAYS),
    command("heat.later_week", "right", "later_week", "week after", "One week on", DAYS),
    command("heat.earlier_day", "up", "earlier_day", "day before", "One day back", DAYS),
    command("heat.later_day", "down", "later_day", "day after", "One day on", DAYS),
    command("heat.earlier_month", "pageup", "earlier_month", "month before", "One month back", DAYS),
    command("heat.later_month", "pagedown", "later_month", "month after", "One month on", DAYS),
    command("heat.first", "home", "first", "first day", "The first day of the year", DAYS),
    command("heat.last", "end", "last", "last day", "The last day there is", DAYS),
    command("heat.choose", "enter", "choose", "this day", "Read what this day held", DAYS, show=True),
]
