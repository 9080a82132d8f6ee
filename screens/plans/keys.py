"""The keys of Dates and Trips."""

from __future__ import annotations

from textual.binding import BindingType

from screens.commands import DAYS, LIST, WRITING, command

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
