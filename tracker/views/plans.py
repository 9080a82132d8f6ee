"""The Dates and the Trips page, and the agenda: what one viewer sees of what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any, NamedTuple

from tracker.acts.common import Standing
from tracker.calendar.periods import Period, PeriodKind, label, period_of, shifted
from tracker.ids import id_order
from tracker.records.pauses import PAUSE_KINDS
from tracker.records.plans import Kind, Plan
from tracker.views.ahead import ASKED_BACK
from tracker.views.plan_lines import PlanLine, is_listed, plan_line
from tracker.views.ticked import Outing, Ticked, by_day, lived_outings, ticked, ticked_line

WEEKS = 6
"""Weeks on the Dates page, this one included."""
MEMORIES = 24
"""The newest memories on a page; all of them are in the stream of memories."""
AGENDA_WEEKS = 4


class Span(NamedTuple):
    """A week of the Dates page, or a month of the Trips page."""

    first: date
    last: date
    label: str
    """As in "This week", "Next week", "Week of 7 Dec"; "December"."""
    current: bool
    """Whether today lies in it."""
    state: str
    """Of the ritual: kept, resting, open or quiet; empty for one to come, and where rhythm is hidden."""
    rests: str
    """Why it rests, as in "travel"; empty where no pause lies in it."""
    lines: tuple[PlanLine, ...]
    """What begins in it, in the order of the days."""

    def words(self) -> str:
        """What is said where nothing is planned: that it rests, is kept, is still open; or nothing."""
        if self.lines:
            return ""
        if self.rests:
            return f"rests: {self.rests}"
        return {"kept": "kept", "open": "still open"}.get(self.state, "")


class Desk(NamedTuple):
    """What both pages share."""

    today: date
    viewer: str
    viewer_name: str
    other_name: str
    """The other one's name; empty while nobody said who is here."""
    undated: tuple[PlanLine, ...]
    """Planned, but for no day yet."""
    asking: tuple[PlanLine, ...]
    """Planned for a day that is over, the newest first: did it happen?"""
    ideas: tuple[PlanLine, ...]
    """The newest first; what was let go comes last."""
    memories: tuple[PlanLine, ...]
    """What happened, the newest first."""
    memory_count: int
    """How many memories there are in all."""
    last_three: tuple[str, ...]
    """Titles of what happened last: an idea that is new to them is not like these."""


class DatesPage(NamedTuple):
    """Everything that the Dates screen shows."""

    desk: Desk
    weeks: tuple[Span, ...]
    """This week and the coming ones, with the trips that begin in them."""


class TripsPage(NamedTuple):
    """Everything that the Trips screen shows."""

    desk: Desk
    year: int
    months: tuple[Span, ...]
    """The twelve months of the year."""


class Agenda(NamedTuple):
    """What comes up: for a screen, a terminal or a script."""

    today: date
    until: date
    lines: tuple[PlanLine, ...]
    """Planned for a day up to `until`, and trips that are under way."""
    undated: tuple[PlanLine, ...]
    asking: tuple[PlanLine, ...]

    def text(self) -> Iterator[str]:
        """The agenda, a line each."""
        if not (self.lines or self.undated or self.asking):
            yield "Nothing is planned yet; `rekindle plan date` with a title keeps a first idea."
        for title, lines in (
            ("Coming up", self.lines),
            ("Without a day yet", self.undated),
            ("Did it happen?", self.asking),
        ):
            if lines:
                yield title
                yield from (f"  {_agenda_words(line)}" for line in lines)

    def as_json(self) -> dict[str, Any]:
        """The agenda for a script. Of a held surprise it has no more than kind, state, start and end."""
        parts = {"plans": self.lines, "undated": self.undated, "asking": self.asking}
        return {
            "today": self.today.isoformat(),
            "until": self.until.isoformat(),
            **{name: [_as_json(line) for line in lines] for name, lines in parts.items()},
        }


def dates_page(at: Standing, viewer: str, *, weeks: int = WEEKS, memories: int = MEMORIES) -> DatesPage:
    """The Dates page for a viewer."""
    viewer = _known(at, viewer)
    week_start = at.couple.week_start
    periods = [shifted(at.today, number, "week", week_start) for number in range(weeks)]
    listed = _listed(at, viewer, "date", "trip")
    spans = tuple(_span(at, viewer, period, "date", listed) for period in periods)
    return DatesPage(_desk(at, viewer, "date", memories), spans)


def trips_page(at: Standing, viewer: str, *, year: int | None = None, memories: int = MEMORIES) -> TripsPage:
    """The Trips page of a year (default: this one) for a viewer."""
    viewer = _known(at, viewer)
    year = year or at.today.year
    listed = _listed(at, viewer, "trip")
    months = (period_of(date(year, month, 1), "month") for month in range(1, 13))
    spans = tuple(_span(at, viewer, period, "trip", listed) for period in months)
    return TripsPage(_desk(at, viewer, "trip", memories), year, spans)


def agenda(at: Standing, viewer: str, weeks: int = AGENDA_WEEKS) -> Agenda:
    """What comes up in so many weeks, this one included, for a viewer."""
    viewer, plans = _known(at, viewer), at.library.plans
    until = shifted(at.today, weeks - 1, "week", at.couple.week_start).last
    planned = [plan for plan in plans if plan.state == "planned" and is_listed(at, plan, viewer)]
    coming = [plan for plan in planned if _comes(at, plan, until)]
    asked = [plan for plan in _over(at, planned) if _days_over(at, plan) <= ASKED_BACK]
    return Agenda(
        today=at.today,
        until=until,
        lines=_lines(at, viewer, coming),
        undated=_lines(at, viewer, (plan for plan in planned if plan.begins is None)),
        asking=_lines(at, viewer, asked),
    )


def _known(at: Standing, viewer: str) -> str:
    return viewer if at.couple.has(viewer) else ""


def _lines(at: Standing, viewer: str, outings: Iterable[Outing]) -> tuple[PlanLine, ...]:
    return tuple(
        ticked_line(at, one) if isinstance(one, Ticked) else plan_line(at, one, viewer) for one in outings
    )


def _listed(at: Standing, viewer: str, *kinds: Kind) -> list[tuple[date, Outing]]:
    """What is planned or happened, as far as the viewer may know of it, with the day on which it counts."""
    plans = [p for p in at.library.plans if p.kind in kinds and p.state in ("planned", "happened")]
    dated = ((at.library.plans.day(plan), plan) for plan in plans if is_listed(at, plan, viewer))
    found: list[tuple[date, Outing]] = [(day, plan) for day, plan in dated if day is not None]
    found += [(one.day, one) for kind in kinds for one in ticked(at, kind)]
    return sorted(found, key=by_day)


def _span(
    at: Standing, viewer: str, period: Period, ritual: str, dated: Iterable[tuple[date, Outing]]
) -> Span:
    kind: PeriodKind = "week" if ritual == "date" else "month"
    inside = (one for day, one in dated if day in period)
    return Span(
        first=period.first,
        last=period.last,
        label=_label(at, period, kind),
        current=at.today in period,
        state=_state(at, period, ritual, kind),
        rests=_rests(at, period, ritual),
        lines=_lines(at, viewer, inside),
    )


def _label(at: Standing, period: Period, kind: PeriodKind) -> str:
    if kind == "week":
        named = {0: "This week", 1: "Next week"}
        weeks = (period.first - shifted(at.today, 0, "week", at.couple.week_start).first).days // 7
        if weeks in named:
            return named[weeks]
    words = label(period, kind, at.today)
    return words[0].upper() + words[1:]


def _state(at: Standing, period: Period, ritual: str, kind: PeriodKind) -> str:
    """The state that the ritual's rhythm has for the period, where they count it in such periods."""
    rhythm = at.library.ledger.rhythm(ritual, at.today)
    if not at.couple.show_rhythm or rhythm.rule.period != kind:
        return ""
    return next((one.state for one in rhythm.between(period.first, period.last)), "")


def _rests(at: Standing, period: Period, ritual: str) -> str:
    resting = (
        PAUSE_KINDS[pause.kind].partition(":")[0]
        for pause in at.library.pauses
        if pause.ritual in (None, ritual)
        and pause.first <= period.last
        and (pause.until is None or pause.until >= period.first)
    )
    return next(resting, "")


def _desk(at: Standing, viewer: str, kind: Kind, memories: int) -> Desk:
    plans, couple = at.library.plans, at.couple
    planned = [plan for plan in plans.of(kind, "planned") if is_listed(at, plan, viewer)]
    lived = lived_outings(at, viewer, kind)[::-1]
    ideas = [plan for plan in plans.of(kind, "idea", "let-go") if is_listed(at, plan, viewer)]
    newest_first = sorted(ideas, key=lambda plan: id_order(plan.id), reverse=True)
    newest_first.sort(key=lambda plan: plan.state == "let-go")
    return Desk(
        today=at.today,
        viewer=viewer,
        viewer_name=couple.name_of(viewer) if viewer else "",
        other_name=couple.other(viewer).name if viewer else "",
        undated=_lines(at, viewer, (plan for plan in planned if plan.begins is None)),
        asking=_lines(at, viewer, _over(at, planned)),
        ideas=_lines(at, viewer, newest_first),
        memories=_lines(at, viewer, lived[:memories]),
        memory_count=len(lived),
        last_three=tuple(islice((one.name for one in lived if isinstance(one, Plan)), 3)),
    )


def _over(at: Standing, planned: Iterable[Plan]) -> list[Plan]:
    """Those whose last day is over, the newest first."""
    return [plan for plan in planned if plan.begins and _days_over(at, plan) > 0][::-1]


def _days_over(at: Standing, plan: Plan) -> int:
    """For how many days a plan is over; nothing or less while it is not."""
    last = at.library.plans.last_day(plan)
    return (at.today - last) // timedelta(days=1) if last else 0


def _comes(at: Standing, plan: Plan, until: date) -> bool:
    day, last = at.library.plans.day(plan), at.library.plans.last_day(plan)
    return day is not None and last is not None and day <= until and last >= at.today


def _agenda_words(line: PlanLine) -> str:
    """As in "Fri 27 Nov, 19:00  Pasta at ours  (childcare?)"."""
    asked = f"  ({line.open_words()})" if line.open else ""
    return f"{line.when}  {line.title}{asked}".strip()


def _as_json(line: PlanLine) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": line.id,
        "kind": line.kind,
        "state": line.state,
        "day": line.day.isoformat() if line.day else None,
        "start": line.begins.text() if line.begins else None,
        "end": line.ends.text() if line.ends else None,
        "held": line.held,
    }
    if line.held:
        return shown
    names = ("title", "place", "childcare", "novelty", "cost", "phones_away", "surprise")
    return {**shown, **{name: getattr(line, name) for name in names}, "open": list(line.open)}
