"""The keys of the widgets that draw days and months: in each of them the arrows go about."""

from __future__ import annotations

from textual.binding import BindingType

from screens.commands import DAYS, LIST, command

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
    command("cards.remove", "delete,ctrl+x", "remove", "let go", "Let it go; it stays among the ideas", LIST),
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
