"""What the keys of Review do: each a few lines from a row to a dialog."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from screens.host import rekindle
from screens.review.reading import ReadDialog, Reading, memory_reading, reading_of
from tracker.calendar.names import long_day
from tracker.views.day_marks import day_entries
from tracker.views.memories import shared_memories

if TYPE_CHECKING:
    from screens.review.screen import ReviewScreen


def open_row(screen: ReviewScreen, row: str) -> None:
    """Enter: whatever the row stands for is read whole; the invitation begins the evening."""
    if screen.shown is None:
        return
    if row == "evening":
        open_evening(screen)
        return
    reading = reading_of(screen.shown, row)
    if reading is not None:
        rekindle(screen).push_screen(ReadDialog(reading))


def read_day(screen: ReviewScreen, day: date) -> None:
    """All that a day held, in whole sentences."""
    at = rekindle(screen).at()
    memories = tuple(shared_memories(at, day, day))
    known = {one.id for one in memories}
    told = [memory_reading(one).text for one in memories]
    told += [one.text for one in day_entries(at, day) if not one.id or one.id not in known]
    text = "\n\n".join(told) or "Nothing is noted on this day."
    rekindle(screen).push_screen(ReadDialog(Reading(long_day(day), text)))


def open_memories(screen: ReviewScreen) -> None:
    """The stream of memories."""
    from screens.plans.memories import MemoriesDialog

    if screen.shown is not None:
        rekindle(screen).push_screen(MemoriesDialog())


def open_evening(screen: ReviewScreen) -> None:
    """The guided evening for the quarter that is shown, from where it was left."""
    from screens.review.evening import EveningDialog

    if screen.shown is None:
        return
    quarter = screen.shown.quarter
    evening = EveningDialog(quarter, screen.left_at.get(quarter))

    def left(_: None) -> None:
        screen.left_at[quarter] = evening.step

    rekindle(screen).push_screen(evening, left)


def open_reread(screen: ReviewScreen) -> None:
    """Two quarters side by side; Enter there leads to the one that was chosen."""
    from screens.review.reread import RereadDialog

    def chosen(quarter: str | None) -> None:
        if quarter is not None:
            screen.go_to(quarter)

    if screen.shown is not None:
        rekindle(screen).push_screen(RereadDialog(screen.shown.quarter), chosen)


def open_write_out(screen: ReviewScreen) -> None:
    """Where the page to keep is written, and as what."""
    from screens.review.write_out import write_form

    if screen.shown is not None:
        app = rekindle(screen)
        app.push_screen(write_form(app, screen.shown.quarter))
