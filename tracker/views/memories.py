"""What there is to look back on, in one stream: what was lived, reached, told, and how it began."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import repeat
from typing import NamedTuple
from unicodedata import normalize

from tracker.acts.common import Standing
from tracker.calendar.periods import Period
from tracker.ids import id_order
from tracker.records.beginnings import BEGINNING_KINDS
from tracker.records.plans import KINDS as OUTINGS
from tracker.records.plans import Plan
from tracker.text import clean, folded, one_line
from tracker.views.goals import reached_day
from tracker.views.plan_lines import RemarkLine, remark_lines
from tracker.views.ticked import ticked, title_and_text

KINDS = {
    "date": "a date",
    "trip": "a trip",
    "milestone": "a milestone",
    "goal": "a goal reached",
    "appreciation": "something told",
    "beginning": "a beginning",
}
"""The kinds of memories, as they are said on screen."""
_EVER = Period(date.min, date.max)


class Memory(NamedTuple):
    """One thing to look back on."""

    kind: str
    """One of `KINDS`."""
    id: str
    """Of the record it comes from."""
    day: date
    """The couple's day on which it happened, or was noticed."""
    title: str
    """One line."""
    text: str
    """What else there is to read: place and notes, the goal it belongs to, the whole note."""
    by_name: str
    """Who noticed it, or kept it; empty for what belongs to both."""
    remarks: tuple[RemarkLine, ...] = ()
    dated: bool = True
    """Whether it was on that day; a beginning without a day has only that of writing it down."""

    def said(self) -> str:
        """All that can be found in it, in the form in which words are compared."""
        remarks = (f"{remark.name} {remark.text}" for remark in self.remarks)
        said = " ".join((self.title, self.text, self.by_name, *remarks))
        # As `folded`, but that white space stays: this is done for ten years at the first key of a search.
        return said.casefold() if said.isascii() else normalize("NFC", said.casefold())


class Memories:
    """The stream, the newest first; searching it gives a smaller one."""

    def __init__(self, memories: Iterable[Memory]) -> None:
        self._all = tuple(
            sorted(memories, key=lambda memory: (memory.day, id_order(memory.id)), reverse=True)
        )

    def __iter__(self) -> Iterator[Memory]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def search(
        self,
        words: str = "",
        kinds: Collection[str] = (),
        first: date | None = None,
        last: date | None = None,
    ) -> tuple[Memory, ...]:
        """Those that hold every one of the words, in any case, are of one of these kinds (none: of any), and
        lie in the span, both ends included; the newest first.
        """
        sought = folded(words).split()
        texts: Iterable[str] = self._said if sought else repeat("", len(self._all))  # unread until asked for
        return tuple(
            memory
            for memory, said in zip(self._all, texts, strict=True)
            if (not kinds or memory.kind in kinds)
            and (first is None or memory.day >= first)
            and (last is None or memory.day <= last)
            and all(word in said for word in sought)
        )

    def on_this_day(self, today: date) -> tuple[Memory, ...]:
        """Those of the same day in earlier years, the newest first; 29 February comes back on the 28th."""
        days = {(today.month, today.day)}
        if days == {(2, 28)} and not _is_leap(today.year):
            days.add((2, 29))
        return tuple(
            m for m in self._all if m.dated and (m.day.month, m.day.day) in days and m.day.year < today.year
        )

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return tuple(memory.said() for memory in self._all)


def memories(at: Standing, viewer: str) -> Memories:
    """The stream for a viewer: nothing that is held or untold is in it, whoever looks."""
    viewer = viewer if at.couple.has(viewer) else ""
    found = (_outings(at, viewer), _ticked(at), _goals(at), _told(at), _beginnings(at))
    return Memories(memory for part in found for memory in part if memory.day <= at.today)


def shared_memories(at: Standing, first: date, last: date) -> Iterator[Memory]:
    """What both may look back on in a span, both ends included, the oldest first: the same whoever looks."""
    span = Period(first, min(last, at.today))
    found = (_outings(at, "", span), _ticked(at), _goals(at), _told(at, span))
    stream = (memory for part in found for memory in part if memory.day in span)
    yield from sorted(stream, key=lambda memory: (memory.day, id_order(memory.id)))


def _outings(at: Standing, viewer: str, span: Period = _EVER) -> Iterator[Memory]:
    """Dates and trips that happened; days outside the span need not be read to the end."""
    plans = at.library.plans
    for plan in plans:
        day = plans.day(plan)
        if plan.state == "happened" and day and day in span and not plans.holds(plan, viewer, at.now):
            remarks = remark_lines(at, plan, viewer)
            yield Memory(plan.kind, plan.id, day, plan.name, _details(plan), "", remarks)


def _details(plan: Plan) -> str:
    return "\n".join(part for part in (one_line(plan.place), clean(plan.notes)) if part)


def _ticked(at: Standing) -> Iterator[Memory]:
    """Dates and trips that nobody planned, with the words by the tick, once it stands for both."""
    for kind in OUTINGS:
        for one in ticked(at, kind):
            yield Memory(one.kind, one.id, one.day, one.title, one.text, "")


def _goals(at: Standing) -> Iterator[Memory]:
    """Milestones and goals that were reached; a private wish has none that anybody may know of."""
    for goal in at.library.goals:
        title = one_line(goal.title)
        for step in at.library.milestones.of(goal.id):
            if step.done_on:
                yield Memory("milestone", step.id, step.done_on, one_line(step.title), title, "")
        if goal.state == "reached":
            yield Memory("goal", goal.id, reached_day(at, goal), title, clean(goal.why_fun), "")


def _told(at: Standing, span: Period = _EVER) -> Iterator[Memory]:
    """Appreciations that were told: until then they are their author's alone."""
    every = at.library.appreciations
    for note in every.on(span.first) if span.days == 1 else every:
        if note.told and note.day in span and note.text:
            title, text = title_and_text(note.text)
            yield Memory("appreciation", note.id, note.day, title, text, at.couple.name_of(note.by))


def _beginnings(at: Standing) -> Iterator[Memory]:
    """What drew them to each other: both may read it from the first."""
    for one in at.library.beginnings:
        title, text = title_and_text(one.text)
        said = "\n".join(part for part in (BEGINNING_KINDS[one.kind], text) if part)
        day = one.on or at.couple.day_of(one.recorded_at)
        name = at.couple.name_of(one.by)
        yield Memory("beginning", one.id, day, title, said, name, dated=one.on is not None)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
