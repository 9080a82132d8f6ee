"""Dates and trips that happened: those of a plan, and those that were ticked and never planned."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.when import When
from tracker.ids import id_order
from tracker.records.plans import Kind, Plan
from tracker.records.rituals import Moment
from tracker.text import clean, one_line
from tracker.views.plan_lines import PlanLine, span_words

LONGEST_TITLE = 80
"""Characters of a first line that stands for the whole."""


class Ticked(NamedTuple):
    """One day on which a date or a trip was ticked."""

    id: str
    """Of its first moment."""
    kind: Kind
    day: date
    title: str
    """The first line of what was said by the tick; else what it is, as in "A date"."""
    text: str
    """The whole of it, where the title is not."""
    worded: bool
    """Whether anything was said by the tick."""


Outing = Plan | Ticked
"""A date or a trip: a plan of one, or a tick that nobody planned."""


def lived_outings(at: Standing, viewer: str, kind: Kind) -> list[Outing]:
    """Every date or trip that happened, planned or only ticked, each once and the oldest first.

    All that counts or lists what was lived asks this one question.
    """
    plans = at.library.plans
    found: list[tuple[date, Outing]] = [
        (plans.day(plan) or at.today, plan)
        for plan in plans.of(kind, "happened")
        if not plans.holds(plan, viewer, at.now)
    ]
    found += [(one.day, one) for one in ticked(at, kind)]
    return [one for _, one in sorted(found, key=by_day)]


def by_day(dated: tuple[date, Outing]) -> tuple[date, Any, str]:
    """A key to sort by: the couple's day, the clock, and which was written first."""
    day, one = dated
    begins = When(day) if isinstance(one, Ticked) or one.begins is None else one.begins
    return day, begins.order(), id_order(one.id)


def ticked(at: Standing, kind: Kind) -> list[Ticked]:
    """The ticks of one kind that count and stand for no plan, the oldest first.

    A bare one on the day of a plan that happened is that plan's; words by a tick are always told.
    """
    counted = at.library.ledger.rhythm(kind, at.today).days
    known = {plan.id: plan for plan in at.library.plans if plan.state == "happened"}
    planned = {at.library.plans.day(plan) for plan in known.values() if plan.kind == kind}
    found: defaultdict[date, list[Moment]] = defaultdict(list)
    for moment in at.library.outings:
        if moment.ritual == kind and moment.day in counted and moment.plan not in known:
            found[moment.day].append(moment)
    one_each = (_ticked(kind, moments) for _, moments in sorted(found.items()))
    return [one for one in one_each if one.worded or one.day not in planned]


def ticked_line(at: Standing, one: Ticked) -> PlanLine:
    """The line of a tick, the same for both."""
    begins = When(one.day)
    return PlanLine(
        id=one.id,
        kind=one.kind,
        state="happened",
        held=False,
        title=one.title,
        begins=begins,
        ends=None,
        day=one.day,
        when=span_words(begins, None, at.today),
        by="",
        by_name="",
        mine=False,
        notes=one.text,
    )


def title_and_text(words: str) -> tuple[str, str]:
    """The first line as a title, and the whole where there is more than that."""
    if len(words) <= LONGEST_TITLE and words.isprintable():
        return words.strip(), ""
    first = one_line(words.strip().split("\n")[0])
    if len(first) > LONGEST_TITLE:
        return f"{first[: LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…", clean(words)
    return first, clean(words) if "\n" in words.strip() else ""


def _ticked(kind: Kind, moments: list[Moment]) -> Ticked:
    notes = dict.fromkeys(moment.note.strip() for moment in moments if moment.note.strip())
    title, text = title_and_text("\n".join(notes)) if notes else (_NAMES[kind], "")
    return Ticked(moments[0].id, kind, moments[0].day, title, text, bool(notes))


_NAMES: dict[Kind, str] = {"date": "A date", "trip": "A trip"}
