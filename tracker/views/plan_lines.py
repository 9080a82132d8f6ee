"""A plan as one viewer may see it: of a held surprise, that it is held. Viewer "" sees what is shared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.acts.planning import SHOWN
from tracker.calendar.when import When, read_when
from tracker.records.plans import CHILDCARE, COSTS, HELD, NOVELTY, Item, Plan
from tracker.records.remarks import Remark
from tracker.text import clean

_FIELDS = {
    "title": "title",
    "start": "start",
    "end": "end",
    "place": "place",
    "notes": "notes",
    "childcare": "childcare",
    "novelty": "novelty",
    "cost": "cost",
    "phones_away": "phones away",
    "counts": "counts as the month's trip",
}


class RemarkLine(NamedTuple):
    """What one of them said afterwards."""

    id: str
    by: str
    name: str
    text: str
    mine: bool
    """Whether the viewer wrote it, and may change it."""


class OtherValue(NamedTuple):
    """What the other wrote in the same field at the same time; what stands was written later."""

    field: str
    label: str
    """The field's name on screen."""
    value: str
    """The other value in words."""


class PlanLine(NamedTuple):
    """One plan on a page."""

    id: str
    kind: str
    state: str
    held: bool
    """Whether it is a surprise of which the viewer sees no more than kind, state, start and end."""
    title: str
    begins: When | None
    ends: When | None
    day: date | None
    """The couple's day on which it counts."""
    when: str
    """As in "Fri 27 Nov, 19:00–22:00", "Fri 4 – Sun 6 Dec"; empty without a day."""
    by: str
    by_name: str
    """Whose idea it was; empty for both."""
    mine: bool
    """Whether it is the viewer's own: then it may be made a surprise, or revealed."""
    unsuitable: bool = False
    """Whether the other said that this time does not suit; only the two of a surprise see it."""
    asks: bool = False
    """Whether the viewer can mark it as happened: it is planned, and its day has begun."""
    surprise: bool = False
    """Whether it is the viewer's own surprise, or was one until it began."""
    place: str = ""
    notes: str = ""
    childcare: str = ""
    """n/a, needed or sorted; empty where it is held, as are novelty and cost."""
    novelty: str = ""
    cost: str = ""
    phones_away: bool = False
    counts: bool = True
    checklist: tuple[Item, ...] = ()
    open: tuple[str, ...] = ()
    """What is still open, as in ("what time?", "childcare?", "who books?")."""
    remarks: tuple[RemarkLine, ...] = ()
    others: tuple[OtherValue, ...] = ()
    """Where two wrote at once, the values that do not stand."""

    def open_words(self) -> str:
        """As in "childcare? · who books?"."""
        return " · ".join(self.open)

    def tags(self) -> tuple[str, ...]:
        """What there is to say of it in a word or two each, as in ("childcare sorted", "new to us")."""
        said = {
            CHILDCARE.get(self.childcare, ""): self.childcare in ("needed", "sorted"),
            NOVELTY.get(self.novelty, ""): self.novelty == "new",
            COSTS.get(self.cost, ""): bool(self.cost),
            "phones away": self.phones_away,
            "surprise": self.surprise,
            "beside the month's trip": not self.counts,
        }
        return tuple(words for words, is_so in said.items() if is_so)

    def done_words(self) -> str:
        """As in "2 of 4 done"; empty without a list, and before anything is done."""
        done = sum(item.done for item in self.checklist)
        return f"{done} of {len(self.checklist)} done" if done else ""


def plan_line(at: Standing, plan: Plan, viewer: str) -> PlanLine:
    """The line of one plan for one viewer."""
    plans, couple = at.library.plans, at.couple
    day, held = plans.day(plan), plans.holds(plan, viewer, at.now)
    line = PlanLine(
        id=plan.id,
        kind=plan.kind,
        state=plan.state,
        held=held,
        title=HELD[plan.kind],
        begins=plan.begins,
        ends=plan.ends,
        day=day,
        when=span_words(plan.begins, plan.ends, at.today),
        by=plan.by,
        by_name=couple.name_of(plan.by) if couple.has(plan.by) else "",
        mine=bool(viewer) and plan.by == viewer,
        unsuitable=bool(viewer) and plan.declined,
        asks=plan.state == "planned" and day is not None and day <= at.today and not held,
    )
    return line if line.held else _told(line, at, plan, viewer)


def is_listed(at: Standing, plan: Plan, viewer: str) -> bool:
    """Whether a plan stands on this viewer's pages: a held surprise does once it is planned for a day.

    So does one that its planner marked as happened before its hour.
    """
    if not at.library.plans.holds(plan, viewer, at.now):
        return True
    return plan.state in ("planned", "happened") and plan.begins is not None


def span_words(begins: When | None, ends: When | None, today: date) -> str:
    """As in "Fri 27 Nov, 19:00–22:00" or "Fri 4 – Sun 6 Dec"; empty without a start."""
    if begins is None:
        return ""
    if ends is None or ends == begins:
        return begins.words(today)
    if begins.at is not None and ends.at is not None and (ends.wall() - begins.wall()).days < 1:
        return f"{begins.words(today)}–{ends.at:%H:%M}"
    return f"{_first_words(begins, ends, today)} – {ends.words(today)}"


def _first_words(begins: When, ends: When, today: date) -> str:
    """The first of two days, without what the second one says: "Fri 4", "Fri 4 Dec", "Fri 4 Dec 2026"."""
    if begins.at is not None or begins.on.year != ends.on.year:
        return begins.words(today)
    words = begins.words(begins.on)
    return " ".join(words.split()[:2]) if begins.on.month == ends.on.month else words


def remark_lines(at: Standing, plan: Plan, viewer: str) -> tuple[RemarkLine, ...]:
    """The remarks about a plan, in the order they were written."""
    return tuple(_remark_line(at, remark, viewer) for remark in at.library.remarks.about(plan.id))


def _told(line: PlanLine, at: Standing, plan: Plan, viewer: str) -> PlanLine:
    """The line with all that the plan holds."""
    return line._replace(
        title=plan.name,
        surprise=plan.surprise,
        place=plan.place,
        notes=plan.notes,
        childcare=plan.childcare,
        novelty=plan.novelty,
        cost=plan.cost,
        phones_away=plan.phones_away,
        counts=plan.counts or plan.kind != "trip",
        checklist=plan.items,
        open=plan.still_open(),
        remarks=remark_lines(at, plan, viewer),
        others=tuple(_others(at, plan)),
    )


def _remark_line(at: Standing, remark: Remark, viewer: str) -> RemarkLine:
    mine = bool(viewer) and remark.by == viewer
    return RemarkLine(remark.id, remark.by, at.couple.name_of(remark.by), remark.text, mine)


def _others(at: Standing, plan: Plan) -> Iterator[OtherValue]:
    """Values of an edit at the same time, and those of a machine that had not seen this version."""
    document = at.library.documents.get("plans", plan.id) or {}
    elsewhere = at.library.documents.concurrent_versions("plans", plan.id)
    kept = [(one.field, one.value) for one in plan.kept]
    kept += [(name, version.get(name)) for version in elsewhere for name in SHOWN if name in version]
    shown: set[tuple[str, str]] = set()
    for name, value in kept:
        words = _value_words(name, value, at.today)
        if name in _FIELDS and value != document.get(name) and (name, words) not in shown:
            shown.add((name, words))
            yield OtherValue(name, _FIELDS[name], words)


def _value_words(name: str, value: object, today: date) -> str:
    if name in ("start", "end"):
        when = read_when(value)
        return when.words(today) if when else "no day"
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = {**CHILDCARE, **COSTS, **NOVELTY} if name in ("childcare", "cost", "novelty") else {}
    return words.get(str(value), clean(str(value))) if value else "nothing"
