"""The Review page: one quarter of the couple's, from what both may see. It is the same whoever looks.

What is drawn from both is drawn only from what is shared; nothing is compared but the couple with itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.names import month_name
from tracker.calendar.periods import Period, WeekStart, parse_quarter, quarter_id, shifted
from tracker.content_review import ReviewQuestion, question, questions_of
from tracker.records.pauses import PAUSE_KINDS, Pause
from tracker.rhythm import words
from tracker.rhythm.reading import PeriodState
from tracker.text import one_line
from tracker.views.day_marks import DayMark, day_marks
from tracker.views.memories import Memory, shared_memories
from tracker.views.rereading import worth_rereading
from tracker.views.since_last import since_last_quarter

YEAR_OF_QUARTERS = 4
"""Quarters on the heatmap: this one and the three before it."""
NOT_ASKED_NOW = "A question that is not asked any more"
"""Over an answer whose question is gone: what they wrote stays."""


class Wave(NamedTuple):
    """The rhythm of one ritual in the quarter."""

    key: str
    name: str
    cadence: str
    """As in "each week"."""
    period: str
    """day, week, month or quarter."""
    states: tuple[PeriodState, ...]
    """Its periods that begin in the quarter, the oldest first: kept, quiet, resting, open or before."""
    said: str
    """As in "kept 9 of 13 weeks, 4 weeks in a row at the end"; never empty."""


class AnswerLine(NamedTuple):
    """What one of them answered."""

    by: str
    name: str
    text: str


class QuestionLine(NamedTuple):
    """One question of the evening, with what they wrote."""

    key: str
    text: str
    answers: tuple[AnswerLine, ...]


class SceneLine(NamedTuple):
    """A future scene that they read together."""

    name: str
    text: str


class FigureLine(NamedTuple):
    """What the rhythm stood at when the review was written."""

    name: str
    said: str


class ReviewPage(NamedTuple):
    """Everything that is shown of one quarter: on screen, in a terminal, on the page to keep."""

    quarter: str
    """As in "2026Q3"."""
    title: str
    """As in "July to September 2026"."""
    first: date
    last: date
    today: date
    running: bool
    """Whether it has not ended."""
    names: str
    """As in "Alex and Sam"."""
    month: str
    """As in "Month 4", as of the quarter's end or today; empty without a start, or when hidden."""
    months: tuple[int, int] | None
    """The months since starting that ran as the quarter began and ended (or today): as in (2, 4)."""
    week_start: WeekStart
    begins: date
    """The day on which the first counting began: a day before it that holds nothing is a blank."""
    days: tuple[DayMark, ...]
    """Every day of the year that ends with the quarter, the oldest first; those to come have no level."""
    waves: tuple[Wave, ...]
    """One for each ritual that was counted in the quarter; none where rhythm is hidden."""
    dates: tuple[Memory, ...]
    trips: tuple[Memory, ...]
    steps: tuple[Memory, ...]
    """Milestones and goals reached."""
    told: tuple[Memory, ...]
    """A few of the appreciations that were told: chosen, not dumped."""
    told_more: int
    """How many more were told."""
    pauses: tuple[str, ...]
    """As in "illness, 3 Aug to 9 Aug: everything rested"."""
    since: tuple[str, ...]
    """What is different from the quarter before, a sentence each; none where rhythm is hidden."""
    questions: tuple[QuestionLine, ...]
    """Those of the evening, and any other that was answered."""
    resolution: str
    resolution_before: str
    """What they took along from the quarter before."""
    renewed_on: date | None
    """The day on which both said "we're in"."""
    scenes: tuple[SceneLine, ...]
    figures: tuple[FigureLine, ...]
    """The figures as they were written down, as of `figures_on`; none where rhythm is hidden."""
    figures_on: date | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the quarter yet."""
        lived = (self.dates, self.trips, self.steps, self.told, self.pauses, self.scenes)
        marked = any(mark.level for mark in self.days if mark.day >= self.first)
        return not (marked or any(lived) or self.resolution or any(q.answers for q in self.questions))


def review_page(at: Standing, quarter: str = "") -> ReviewPage:
    """The page of a quarter like "2026Q3"; by default the one that is running."""
    quarter = quarter or quarter_id(at.today)
    span = parse_quarter(quarter)
    as_of = min(span.last, at.today)
    record = at.library.reviews.of(quarter)
    lived = tuple(shared_memories(at, span.first, as_of))
    told = tuple(one for one in lived if one.kind == "appreciation")
    chosen = worth_rereading(told, quarter)
    before = at.library.reviews.of(quarter_id(span.first - timedelta(days=1)))
    shown = at.couple.show_rhythm
    return ReviewPage(
        quarter=quarter,
        title=quarter_title(span),
        first=span.first,
        last=span.last,
        today=at.today,
        running=at.today <= span.last,
        names=at.couple.names(),
        month=_month(at, as_of),
        months=_months(at, span.first, as_of),
        week_start=at.couple.week_start,
        begins=_counting_begins(at),
        days=day_marks(at, shifted(span.first, 1 - YEAR_OF_QUARTERS, "quarter").first, span.last),
        waves=tuple(_waves(at, span, as_of)) if shown else (),
        dates=tuple(one for one in lived if one.kind == "date"),
        trips=tuple(one for one in lived if one.kind == "trip"),
        steps=tuple(one for one in lived if one.kind in ("milestone", "goal")),
        told=chosen,
        told_more=len(told) - len(chosen),
        pauses=tuple(pause_lines(at, span)),
        since=since_last_quarter(at, span, as_of) if shown else (),
        questions=tuple(question_lines(at, quarter)),
        resolution=one_line(record.resolution) if record else "",
        resolution_before=one_line(before.resolution) if before else "",
        renewed_on=record.renewed_on if record else None,
        scenes=tuple(scene_lines(at, quarter)),
        figures=tuple(_figures(at, record.figures, span)) if record and shown else (),
        figures_on=record.figures_on if record else None,
    )


def quarter_title(span: Period) -> str:
    """As in "July to September 2026"."""
    return f"{month_name(span.first)} to {month_name(span.last)} {span.last.year}"


def first_quarter(at: Standing) -> str:
    """The quarter in which their story here begins."""
    return quarter_id(first_day(at))


def first_day(at: Standing) -> date:
    """The day on which their story here begins: the first on which anything happened, or their start."""
    ledger, today = at.library.ledger, at.today
    first_things = (min(ledger.rhythm(one.key, today).days, default=today) for one in at.library.rituals)
    return min(*first_things, at.couple.effort_start or today, today)


def _counting_begins(at: Standing) -> date:
    """The first `since` of their rituals, or their start where that is earlier."""
    sinces = (one.since for one in at.library.rituals if one.since)
    return min(*sinces, at.couple.effort_start or at.today, at.today)


def _month(at: Standing, as_of: date) -> str:
    since = at.library.ledger.months(as_of)
    return since.month_text() if since is not None and at.couple.show_month else ""


def _months(at: Standing, first: date, as_of: date) -> tuple[int, int] | None:
    """None without a start by then, or when hidden; a quarter that began before the start begins with it."""
    last = at.library.ledger.months(as_of)
    if last is None or not at.couple.show_month:
        return None
    begun = at.library.ledger.months(first)
    return (begun.running if begun else 1, last.running)


def _waves(at: Standing, span: Period, as_of: date) -> Iterator[Wave]:
    for ritual in at.library.rituals:
        rhythm = at.library.ledger.rhythm(ritual.key, as_of)
        states = rhythm.between(span.first, span.last) if rhythm.begun else ()
        if any(one.state != "before" for one in states):
            period = ritual.cadence.period
            said = wave_words(states, period, rhythm.run)
            yield Wave(ritual.key, ritual.name, ritual.cadence.words(), period, states, said)


def wave_words(states: Iterable[PeriodState], period: str, run: int) -> str:
    """As in "kept 9 of 13 weeks, 4 in a row at the end"; where none was kept, that it rested or was quiet."""
    states = tuple(states)
    kept = sum(one.state == "kept" for one in states)
    of = kept + sum(one.state == "quiet" for one in states)
    if not kept:
        if any(one.state == "quiet" for one in states):
            return "a quiet time"
        return "it rested" if any(one.state == "resting" for one in states) else "still open"
    unit = period if of == 1 else f"{period}s"
    said = f"kept {kept} of {of} {unit}" if of > 1 else f"kept its one {period}"
    return f"{said}, {run} in a row at the end" if 1 < run <= kept and kept < of else said


def pause_lines(at: Standing, span: Period) -> Iterator[str]:
    """The pauses that lie in a span, also in part, as in "illness, 3 Aug to 9 Aug: everything rested"."""
    names = {ritual.key: ritual.name for ritual in at.library.rituals}
    for pause in at.library.pauses:
        over = pause.first <= span.last and (pause.until is None or pause.until >= span.first)
        what = names.get(pause.ritual) if pause.ritual else "everything"
        if over and what and pause.first <= at.today:
            kind = PAUSE_KINDS[pause.kind].partition(":")[0]
            yield f"{kind}, {_span_words(pause, at.today)}: {what} rested"


def _span_words(pause: Pause, today: date) -> str:
    first = words.day(pause.first, today)
    if pause.until is None:
        return f"since {first}"
    return first if pause.until == pause.first else f"{first} to {words.day(pause.until, today)}"


def question_lines(at: Standing, quarter: str) -> Iterator[QuestionLine]:
    """The quarter's own, in their order, and after them what else was answered."""
    answers: dict[str, list[AnswerLine]] = {}
    for one in at.library.answers(quarter):
        line = AnswerLine(one.by, at.couple.name_of(one.by), one.text)
        answers.setdefault(one.question, []).append(line)
    asked = questions_of(quarter)
    known = {one.key for one in asked}
    others = (
        question(key) or ReviewQuestion(key, NOT_ASKED_NOW, "last") for key in answers if key not in known
    )
    for one_asked in (*asked, *others):
        yield QuestionLine(one_asked.key, one_asked.text, tuple(answers.get(one_asked.key, ())))


def scene_lines(at: Standing, quarter: str) -> Iterator[SceneLine]:
    """The scenes that both read together."""
    for one in at.library.future_scenes.read_together(quarter):
        yield SceneLine(at.couple.name_of(one.by), one.text)


def _figures(at: Standing, figures: dict[str, object], span: Period) -> Iterator[FigureLine]:
    """What was written down of the rituals of the quarter; what a hand made unreadable is passed over."""
    for ritual in at.library.rituals:
        if ritual.archived_on and ritual.archived_on < span.first:
            continue
        known = figures.get(ritual.key)
        kept, of = (known.get("kept"), known.get("of")) if isinstance(known, dict) else (None, None)
        if isinstance(kept, int) and isinstance(of, int) and 0 < kept <= of:
            unit = ritual.cadence.period if of == 1 else f"{ritual.cadence.period}s"
            yield FigureLine(ritual.name, f"{kept} of the last {of} {unit}")
