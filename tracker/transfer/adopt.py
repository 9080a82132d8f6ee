"""Habits of other programs become rituals of the couple's, with their moments and pauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from tracker.acts.common import LONGEST_NOTE
from tracker.calendar.names import long_day
from tracker.records.rituals import Cadence
from tracker.store.changes import Change, Document, Put
from tracker.store.documents import Documents
from tracker.text import one_line
from tracker.transfer.days import read_day
from tracker.transfer.habits import Found, Habit
from tracker.transfer.identities import Identities
from tracker.transfer.names import IMPORTED, Names, Place
from tracker.transfer.people import people
from tracker.transfer.report import Outcome, Part, Progress, Report, Tally, no_progress
from tracker.transfer.standing import Moments, Row, tidy

_ONE_DAY = timedelta(days=1)
_FORGIVEN = 1
_TOO_LONG = "notes longer than any note here"
_NOT_ASKED_FOR = "notes (--notes takes them, and both of you will read them)"
_TOO_LATE = "notes on days that stand here without one (take that import back first)"


def adopt(
    documents: Documents,
    found: Found,
    *,
    by: str,
    today: date,
    now: datetime,
    notes: bool,
    progress: Progress = no_progress,
) -> Outcome:
    """What taking these habits in would write, and the report on it. All moments are by the partner `by`.

    Both partners see all of it, so what was noted by the days is left where `notes` is false.

    A ritual of the same name is reused as it is, a moment or a day of rest that stands is not doubled: the
    same file again adds nothing. Refusal before set-up, and where `by` is neither partner's id.
    """
    adopter = _Adopter(documents, by, today, now)
    parts = []
    for done, habit in enumerate(found.habits, 1):
        parts.append(adopter.take(habit, notes=notes))
        progress(done, len(found.habits))
    return adopter.changes, Report(source=found.source, parts=tuple(parts), left=found.left)


class _Adopter:
    """One import under way: what it will write, and what stands already."""

    def __init__(self, documents: Documents, by: str, today: date, now: datetime) -> None:
        couple = people(documents)
        self._by = couple.need(by)
        self._week_start = couple.week_start
        self._today = today
        self._ids = Identities(now)
        self._names = Names(documents.standing("rituals"))
        self._moments = Moments(documents, couple.day_ends_at)
        self._rests = _rests(documents.standing("pauses"))
        self.changes: list[Change] = []

    def take(self, habit: Habit, *, notes: bool) -> Part:
        """Take one habit in, with or without its notes."""
        place = self._names.place(habit.name)
        mapped = [*_renamed(habit, place), _mapped(habit, place)]
        left = Tally()
        if not notes:
            left[_NOT_ASKED_FOR] += habit.noted
            habit = replace(habit, notes={})
        days = sorted(habit.kept_days(self._week_start, self._today))
        if place.standing is None:
            self._put("rituals", _ritual(habit, place, days))
        moments = sum(self._moment(place.key, day, _note(habit, day, left), left) for day in days)
        spans, resting = self._pause(place.key, habit, left)
        if habit.measure is not None:
            left[f"amounts ({habit.measure.taken})"] += len(habit.amounts)
        mapped += _put_away(habit, place)
        return Part(
            name=place.name,
            taken={"rituals": int(place.standing is None), "moments": moments, "pauses": spans},
            standing=len(days) - moments + resting,
            mapped=tuple(mapped),
            left=(*habit.left, *left.sentences()),
        )

    def _put(self, table: str, fields: dict[str, Any]) -> None:
        self.changes.append(Put(table, self._ids.next(), fields))

    def _moment(self, key: str, day: date, note: str, left: Tally) -> bool:
        """Whether the moment was new."""
        row = Row(day.isoformat(), key, self._by, note)
        if note and self._moments.stands(row._replace(note="")) and not self._moments.stands(row):
            left[_TOO_LATE] += 1
            return False
        if not self._moments.add(row):
            return False
        self._put("moments", row._asdict())
        return True

    def _pause(self, key: str, habit: Habit, left: Tally) -> tuple[int, int]:
        """How many pauses are new, and how many skipped days rested here already."""
        new = sorted(day for day in habit.skipped if not any(a <= day <= b for a, b in self._rests[key]))
        count = 0
        for first, last in spans(new):
            notes = (_note(habit, day, left) for day in new if first <= day <= last)
            note = "\n".join(dict.fromkeys(note for note in notes if note))
            fields = {"kind": "ebb", "from": first.isoformat(), "until": last.isoformat(), "ritual": key}
            self._put("pauses", {**fields, "by": "", "note": note[:LONGEST_NOTE]})
            self._rests[key].append((first, last))
            count += 1
        return count, len(habit.skipped) - len(new)


def spans(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The spans of adjacent days, both ends included, of days in order."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = day
        elif day - last > _ONE_DAY:
            yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last


def _rests(pauses: Iterable[Document]) -> defaultdict[str, list[tuple[date, date]]]:
    """The spans in which each single ritual rests already."""
    found: defaultdict[str, list[tuple[date, date]]] = defaultdict(list)
    for pause in pauses:
        first = read_day(pause.get("from"))
        if pause.get("ritual") and first is not None:
            found[pause["ritual"]].append((first, read_day(pause.get("until")) or date.max))
    return found


def _ritual(habit: Habit, place: Place, days: Sequence[date]) -> dict[str, Any]:
    cadence = {"times": habit.cadence.times, "period": habit.cadence.period}
    # Counting begins with the first moment, and stays there when an earlier one is added by hand.
    since = days[0].isoformat() if days else None
    fields = {"key": place.key, "name": place.name, "cadence": cadence, "kept_by": "either"}
    archived_on = habit.archived_on.isoformat() if habit.archived_on else None
    return {**fields, "forgive": _FORGIVEN, "since": since, "archived_on": archived_on}


def _note(habit: Habit, day: date, left: Tally) -> str:
    note = tidy(habit.notes.get(day))
    if len(note) > LONGEST_NOTE:
        left[_TOO_LONG] += 1
        return ""
    return note


def _renamed(habit: Habit, place: Place) -> Iterator[str]:
    there = one_line(habit.name)
    if place.name != there:
        yield f"Called “{there}” there{_why(place)}." if there else "It had no name."


def _why(place: Place) -> str:
    return "; one of Rekindle's own rituals has that name" if place.name.endswith(IMPORTED) else ""


def _mapped(habit: Habit, place: Place) -> str:
    there = habit.frequency[:1].upper() + habit.frequency[1:]
    if place.standing is None:
        return f"{there} there becomes {habit.cadence.words()}."
    standing = place.standing.get("cadence", {})
    here = Cadence(times=int(standing.get("times", 1)), period=standing.get("period", "week")).words()
    return f"{there} there; this ritual stands here already and stays {here}."


def _put_away(habit: Habit, place: Place) -> Iterator[str]:
    if habit.archived_on and place.standing is None:
        yield f"Put away since {long_day(habit.archived_on)}."
    elif place.standing and place.standing.get("archived_on"):
        since = read_day(place.standing["archived_on"])
        when = f" since {long_day(since)}" if since else ""
        yield f"It is put away{when}; later moments count once it is taken up again."
