"""The months of a year as cards. Knows the page, not the store."""

from __future__ import annotations

from datetime import date

from screens.plans.rows import STATE_MARK, aside_of, mark_of, style_of
from screens.widgets.card_lines import Card
from tracker.calendar.names import month_name
from tracker.calendar.when import When
from tracker.views.plan_lines import PlanLine
from tracker.views.plans import Span


def cards_of(months: tuple[Span, ...]) -> tuple[Card, ...]:
    """A card for each month."""
    return tuple(_card(month) for month in months)


def main_line(month: Span) -> PlanLine | None:
    """The trip that stands on the card: what is still to come before what was lived."""
    return min(month.lines, key=lambda line: (line.state != "planned", not line.counts), default=None)


def row_of(month: Span) -> str:
    """The row that a card stands for: its trip, or the empty month."""
    line = main_line(month)
    return f"here:{line.id}" if line else f"span:{month.first}"


def _card(month: Span) -> Card:
    line, name = main_line(month), month_name(month.first)
    if line is None:
        said = month.words()
        style = {"kept": "kept", "resting": "resting"}.get(month.state, "dim")
        mark = "–" if month.rests else STATE_MARK.get(month.state, " ")
        return Card(str(month.first), name, month.current, mark, style, aside=said)
    more = len(month.lines) - 1
    aside = f"and {more} more" if more else aside_of(line)
    return Card(
        id=str(month.first),
        name=name,
        now=month.current,
        mark=mark_of(line),
        style=style_of(line),
        short=short_days(line.begins, line.ends),
        when=line.when,
        title=line.title,
        aside=aside,
        warm=bool(line.open) and not more,
        tooltip=f"{line.when}: {line.title}",
    )


def short_days(begins: When | None, ends: When | None) -> str:
    """As in "25–27"; "30–1" where it goes on into the next month."""
    if begins is None:
        return ""
    last = ends.on if ends else begins.on
    return f"{begins.on.day}" if last == begins.on else f"{begins.on.day}–{last.day}"


def place_of(months: tuple[Span, ...], day: date) -> int:
    """Which of the months a day lies in; the first where it is in none."""
    return next((place for place, month in enumerate(months) if month.first <= day <= month.last), 0)
