"""Going to an earlier day, as people say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from screens.dialogs.form import Form, Note, Text
from tracker.calendar.spoken import read_past_day


def day_form(today: date, go: Callable[[date], None]) -> Form:
    """Asks for a day and goes there."""
    return Form(
        "Which day?",
        (
            Text(
                "day",
                "Day",
                hint="yesterday, fri, 20 Nov …",
                echo=lambda text: read_past_day(text, today).understood,
            ),
            Note("What you write there counts for that day, with a small mark that it was added later."),
        ),
        lambda values: go(read_past_day(values["day"], today).day),
        save_label="Go",
    )
