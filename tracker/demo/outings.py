"""Dates and trips: lived, let go, planned ahead, and ideas; and what was said about them afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from tracker.demo.luck import Deck, Luck
from tracker.demo.story import ONE_DAY, Story, stamp
from tracker.demo.texts import Outing
from tracker.store.changes import Put

FRIDAY, SATURDAY = 4, 5


class Lived(NamedTuple):
    """A weekend away."""

    outing: Outing
    start: date

    @property
    def end(self) -> date:
        return self.start + timedelta(days=self.outing.nights)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.start + timedelta(days=number) for number in range(self.outing.nights + 1))


class Planner:
    """Writes plans as the two would have: mostly first an idea, then a day, then a memory."""

    def __init__(self, story: Story, strand: str) -> None:
        self.story = story
        self.luck = story.luck(strand)
        self._turns = self.luck.turns(story.first, story.second)
        self._speakers = self.luck.turns(story.first, story.second)
        self._said: dict[str, int] = {}

    def happened(self, kind: str, outing: Outing, start: date) -> Iterator[Put]:
        """A plan that was lived, and now and then a remark about it."""
        luck, story = self.luck, self.story
        planned = start - timedelta(days=luck.whole(1, 9) if kind == "date" else luck.whole(9, 30))
        over = start + timedelta(days=outing.nights + luck.whole(0, 2))
        states = {"planned": planned, "happened": min(over, story.last)}
        if luck.chance(0.45):
            states = {"idea": planned - timedelta(days=luck.whole(2, 20)), **states}
        surprise = kind == "date" and luck.chance(0.1)
        childcare = "sorted" if outing.childcare == "needed" else outing.childcare
        plan = self.plan(kind, outing, start, states, surprise=surprise, childcare=childcare)
        yield plan
        remark = self._next_remark(outing)
        if remark:
            yield self._remark(plan, states["happened"] + luck.whole(0, 2) * ONE_DAY, remark)

    def let_go(self, kind: str, outing: Outing, start: date) -> Iterator[Put]:
        """A plan that did not fit the week, in the end."""
        luck = self.luck
        planned, undone = start - timedelta(days=luck.whole(3, 8)), start - luck.whole(0, 1) * ONE_DAY
        states = {"planned": planned, "let-go": undone}
        plan = self.plan(kind, outing, start, states)
        yield plan
        if luck.chance(0.6):
            yield self._remark(plan, undone, luck.pick(self.story.texts.let_go))

    def plan(
        self, kind: str, outing: Outing, start: date | None, states: dict[str, date], **changed: Any
    ) -> Put:
        """The document of a plan with its history; the last of its states is the one it has."""
        moments = self._moments(states)
        history = [{"state": state, "at": stamp(at)} for state, at in moments.items()]
        begins, ends = _hours(outing, start, self.luck) if start else (None, None)
        fields = {
            "kind": kind,
            "title": outing.title,
            "state": history[-1]["state"],
            "start": begins,
            "end": ends,
            "place": outing.place,
            "notes": outing.notes,
            "childcare": outing.childcare,
            "novelty": outing.novelty,
            "surprise": False,
            "cost": outing.cost,
            "by": changed.get("by") or next(self._turns),
            "history": history,
        }
        reached = tuple(moments.values())
        return self.story.put("plans", self.luck, reached[0], fields | changed, reached[-1])

    def _moments(self, states: dict[str, date]) -> dict[str, datetime]:
        """When each state was reached, never one before another."""
        late = {"happened": (22.5, 23.9)}  # a date is marked when it is over
        hours = [late.get(state, (18.5, 22.4)) for state in states]
        days = zip(states.values(), hours, strict=True)
        moments = sorted(self.story.moment(day, self.luck, *between) for day, between in days)
        return dict(zip(states, moments, strict=True))

    def _next_remark(self, outing: Outing) -> str:
        """Something not said about it before; nothing where all was said, or nobody felt like it."""
        place = self._said.get(outing.title, 0)
        if place >= len(outing.remarks) or not self.luck.chance(0.55):
            return ""
        self._said[outing.title] = place + 1
        return outing.remarks[place]

    def _remark(self, plan: Put, day: date, text: str) -> Put:
        recorded = max(self.story.moment(day, self.luck), datetime.fromisoformat(plan.fields["updated_at"]))
        fields = {"plan": plan.id, "by": next(self._speakers), "text": text}
        return self.story.put("remarks", self.luck, recorded, fields)


def trips(story: Story) -> list[Lived]:
    """The weekends away: about six in ten months, never in a pause."""
    luck = story.luck("trips")
    deck = Deck.mixed(luck, story.texts.trips)
    found = []
    month = (story.start.replace(day=1) + timedelta(days=32)).replace(day=1)
    while month < story.today.replace(day=1):
        outing = _in_season(deck, month)
        start = month + timedelta(days=(FRIDAY - month.weekday()) % 7 + 7 * luck.whole(0, 3))
        start += ONE_DAY * (outing.nights == 1)
        trip = Lived(outing, start)
        if luck.chance(0.58 * story.closeness(start)) and not any(map(story.resting, trip.days)):
            found.append(trip)
        month = (month + timedelta(days=32)).replace(day=1)
    return [trip for trip in found if trip.end < story.last]


def plans(story: Story) -> Iterator[Put]:
    """Every plan, remark and unplanned date."""
    planner = Planner(story, "plans")
    away = trips(story)
    for trip in away:
        yield from planner.happened("trip", trip.outing, trip.start)
    yield from _weeks(story, planner, {_monday(trip.start): trip for trip in away})
    yield from _ideas(story, planner)
    yield from _coming(story, planner)


def _weeks(story: Story, planner: Planner, away: dict[date, Lived]) -> Iterator[Put]:
    """Each week's date up to this week: kept in three of four, else let go or simply quiet."""
    luck = planner.luck
    deck = Deck.mixed(luck, story.texts.dates)
    monday = _monday(story.start) + timedelta(days=7)
    while monday + timedelta(days=FRIDAY) <= story.last:
        closeness = story.closeness(monday + timedelta(days=FRIDAY))
        chance = luck.random() / closeness
        this_week = monday == _monday(story.today)
        if monday in away:
            if chance < 0.5:
                yield _ticked(story, luck, away[monday].start, "")
        elif chance < 0.07 and not this_week:
            day, note = monday + timedelta(days=luck.whole(2, 6)), luck.pick(story.texts.ticked_dates)
            yield _ticked(story, luck, day, note)
        elif chance < 0.78 or this_week:
            outing, day = _date_in(story, luck, deck, monday)
            rest = story.resting(day)
            if rest is None or rest.kind != "travel":
                yield from planner.happened("date", outing, min(day, story.last))
        elif chance < 0.86:
            yield from planner.let_go("date", *_date_in(story, luck, deck, monday))
        monday += timedelta(days=7)


def _date_in(story: Story, luck: Luck, deck: Deck[Outing], monday: date) -> tuple[Outing, date]:
    outing = _in_season(deck, monday)
    if outing.at < "09:00" and outing.childcare == "n/a":
        return outing, monday + timedelta(days=luck.whole(1, 3))
    late = outing.at >= "17:00"
    weekday = luck.pick(
        (FRIDAY, FRIDAY, FRIDAY, SATURDAY, SATURDAY, 3, 2) if late else (SATURDAY, SATURDAY, 6)
    )
    return outing, monday + timedelta(days=weekday)


def _in_season(deck: Deck[Outing], day: date) -> Outing:
    return deck.draw(lambda outing: outing.in_season(day))


def _ticked(story: Story, luck: Luck, day: date, note: str) -> Put:
    """A date that nobody planned, ticked by both; or a trip that was the week's date, too."""
    fields = {"ritual": "date", "day": day, "by": "", "note": note}
    return story.put("moments", luck, story.written(day, luck), fields)


def _ideas(story: Story, planner: Planner) -> Iterator[Put]:
    """What they would like to do some day."""
    luck = planner.luck
    for kind, outings in (("date", story.texts.date_ideas), ("trip", story.texts.trip_ideas)):
        for outing in luck.mixed(outings):
            yield planner.plan(kind, outing, None, {"idea": story.last - timedelta(days=luck.whole(3, 90))})


def _coming(story: Story, planner: Planner) -> Iterator[Put]:
    """Friday's date, a surprise the week after, and the next weekend away."""
    ahead, luck = story.texts.coming, planner.luck
    friday = story.today + timedelta(days=(FRIDAY - story.today.weekday()) % 7)

    def planned(outing: Outing, kind: str, start: date, days_ago: int, **changed: Any) -> Put:
        day = story.last - timedelta(days=luck.whole(0, days_ago))
        return planner.plan(kind, outing, start, {"idea": day - timedelta(days=4), "planned": day}, **changed)

    yield planned(ahead.this_week, "date", friday, 2)
    yield planned(ahead.surprise, "date", friday + timedelta(days=8), 3, surprise=True, by=story.second)
    yield planned(ahead.trip, "trip", friday + timedelta(days=21), 6)


def _hours(outing: Outing, start: date, luck: Luck) -> tuple[str, str | None]:
    """Start and end as they are stored: days for a trip, local date and clock for a date."""
    if not outing.at:
        return start.isoformat(), (start + timedelta(days=outing.nights)).isoformat()
    begins = datetime.combine(start, time.fromisoformat(outing.at))  # a wall clock, as it is stored
    ends = begins + timedelta(minutes=30 * luck.whole(3, 7)) if luck.chance(0.6) else None
    return begins.isoformat(timespec="minutes"), ends.isoformat(timespec="minutes") if ends else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
