"""The Journey page: where the couple is on the way, and the twelve practices. The same whoever looks, but for
one's own marks, which show to their author alone. A viewer of "" sees only what is shared.
"""

from __future__ import annotations

from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.months import resting_days
from tracker.calendar.names import long_day
from tracker.content import Practice, article
from tracker.lookup.window import suggested, window
from tracker.views.holdings import counted, held

_NUMBERS = [
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_HOW_LONG = ("no-definitive-answer", "various-factors", "years-together")
"""What the article says about how long, one line after the other."""


class PracticeLine(NamedTuple):
    """One practice on the page."""

    key: str
    number: int
    name: str
    gist: str
    """What the article says, in our words."""
    source: str
    """The lines of the article that say so, as in "L33–41"."""
    begin: str
    """One first step for today; ours."""
    hint: str
    """A little more to read; ours. Empty where there is none."""
    held: str
    """What stands of it, counted for both as one; empty where there is nothing yet."""
    both: bool
    """Whether both have marked it as tried."""
    mine: bool
    """Whether the viewer has: for that one's eyes alone."""
    suggests: str
    """Why it may be marked, from what both share; empty where nothing shows it, or both have marked it."""


class JourneyPage(NamedTuple):
    """Everything that the Journey screen shows."""

    viewer: str
    viewer_name: str
    month: str
    """As in "Month 4"; empty without a start, or when hidden."""
    span: str
    """As in "3 months, 12 days"; likewise."""
    rested: str
    """As in "9 days of rest are not counted"; empty where none are."""
    no_start: bool
    """Whether they have named no day on which both began, or one that is still to come."""
    begins: str
    """The day that is still to come, as in "Monday 1 March 2027"; empty where there is none."""
    rests_now: bool
    """Whether everything rests today."""
    window: int
    """In months."""
    window_said: str
    """As in "Window 6 months: suggested, the figure is ours"; empty with the month."""
    tried: str
    """As in "ten of the twelve are tried by both of you"; empty before the first, or when hidden."""
    practices: tuple[PracticeLine, ...]


def journey_page(at: Standing, viewer: str = "") -> JourneyPage:
    """The page for a viewer."""
    couple = at.couple
    viewer = viewer if couple.has(viewer) else ""
    since = at.library.ledger.months(at.today) if couple.show_month else None
    months = window(couple.window_months, couple.together_since, couple.effort_start)
    lines = tuple(practice_line(at, one, viewer) for one in article().practices)
    return JourneyPage(
        viewer=viewer,
        viewer_name=couple.name_of(viewer) if viewer else "",
        month=since.month_text() if since else "",
        span=since.span_text() if since else "",
        rested=_rested(at) if since else "",
        no_start=at.library.ledger.months(at.today) is None,
        begins=long_day(couple.effort_start)
        if couple.effort_start and couple.effort_start > at.today
        else "",
        rests_now=bool(at.library.pauses.covering(at.today)),
        window=months,
        window_said=_window_words(at, months) if since else "",
        tried=_tried(lines) if couple.show_rhythm else "",
        practices=lines,
    )


def practice_line(at: Standing, practice: Practice, viewer: str) -> PracticeLine:
    """One practice for a viewer."""
    marks, partners = at.library.tried, tuple(partner.id for partner in at.couple.partners)
    both = marks.both(practice.key, partners)
    found = held(at, practice.key)
    return PracticeLine(
        key=practice.key,
        number=practice.number,
        name=practice.name,
        gist=practice.gist,
        source=lines_words(practice.lines),
        begin=practice.begin,
        hint=practice.hint,
        held=found.said,
        both=both,
        mine=bool(viewer) and marks.of(viewer, practice.key) is not None,
        suggests="" if both else found.suggests,
    )


def lines_words(lines: tuple[int, int]) -> str:
    """As in "L33–41", "L213"."""
    first, last = lines
    return f"L{first}" if first == last else f"L{first}–{last}"


def window_why(at: Standing) -> tuple[str, str]:
    """What the article says about how long, with its lines, and what is ours."""
    months = suggested(at.couple.together_since, at.couple.effort_start)
    said = [article().statement(key) for key in _HOW_LONG]
    source = lines_words((said[0].lines[0], said[-1].lines[1]))
    ours = f"{said[-1].ours} For you two that comes to {months} months."
    return f"{' '.join(one.gist for one in said)} (From the article, {source}.)", ours


def _window_words(at: Standing, months: int) -> str:
    if at.couple.window_months is not None:
        return f"Window {months} months: set by you two"
    return f"Window {months} months: suggested, the figure is ours"


def _rested(at: Standing) -> str:
    start = at.couple.effort_start
    days = resting_days(start, at.today, at.library.ledger.rests_of_everything()) if start else 0
    said = counted(days, "day of rest is", "days of rest are")
    return f"{said} not counted" if said else ""


def _tried(lines: tuple[PracticeLine, ...]) -> str:
    number = sum(line.both for line in lines)
    if number == len(lines):
        return "all twelve are tried by both of you"
    verb = "is" if number == 1 else "are"
    return f"{_NUMBERS[number]} of the twelve {verb} tried by both of you" if number else ""
