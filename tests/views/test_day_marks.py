"""How much each day held, against a second reading that goes day by day; and what one day held, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.page.quarters import life
from tests.views.homes import ALEX, RITUALS, SAM, TODAY, Row, at, documents, iso, mark, note, ritual, weather
from tests.views.outings import outing
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.day_marks import DayEntry, day_entries, day_marks

AGO = st.integers(0, 30)
FIRST = TODAY - timedelta(days=30)
LAST = TODAY + timedelta(days=5)


@st.composite
def lives(draw: st.DrawFn) -> dict[str, Any]:
    """A month of marks, notes, steps and pauses."""
    keys, who = st.sampled_from(["date", "trip", "walk", "project"]), st.sampled_from([ALEX, SAM, ""])
    marks = st.lists(st.builds(mark, keys, AGO, who), max_size=15)
    notes = st.lists(st.builds(note, st.sampled_from([ALEX, SAM]), AGO), max_size=8)
    steps = st.builds(
        lambda ago: {"goal": id_text(7), "title": "Step", "order": 1, "done_on": iso(ago)},
        st.integers(-3, 30),
    )
    pauses = st.builds(
        lambda ago, days, key: {
            "kind": "ebb",
            "from": iso(ago),
            "until": None if days is None else iso(ago - days),
            "ritual": key,
        },
        AGO,
        st.sampled_from([0, 1, 4, None]),
        st.sampled_from([None, None, "walk"]),
    )
    return {
        "moments": draw(marks),
        "appreciations": draw(notes),
        "milestones": draw(st.lists(steps, max_size=3)),
        "pauses": draw(st.lists(pauses, max_size=2)),
    }


def home(rows: dict[str, Any]) -> Documents:
    goal: Row = {"id": id_text(7), "title": "The garden", "state": "active", "by": ""}
    return documents(goals=[goal], rituals=[*RITUALS, ritual("project")], **rows)


def plainly(rows: dict[str, Any], day: date) -> tuple[int, bool]:
    """The level and rest of a day, read from the rows alone."""
    on_day = [row for row in rows["moments"] if row["day"] == day.isoformat()]
    things = {row["ritual"] for row in on_day if row["ritual"] != "walk"}
    walkers = {row["by"] for row in on_day if row["ritual"] == "walk"}
    things |= {"walk"} if "" in walkers or walkers >= {ALEX, SAM} else set()
    things |= (
        {"appreciation"} if any(row["day"] == day.isoformat() for row in rows["appreciations"]) else set()
    )
    steps = sum(row["done_on"] == day.isoformat() for row in rows["milestones"])
    rests = any(
        pause["ritual"] is None and pause["from"] <= day.isoformat() <= (pause["until"] or "9999")
        for pause in rows["pauses"]
    )
    return (min(4, len(things) + steps) if day <= TODAY else 0), rests


@given(rows=lives())
def test_every_day_holds_what_a_plain_reading_finds(rows: dict[str, Any]) -> None:
    found = day_marks(at(home(rows)), FIRST, LAST)
    assert [mark.day for mark in found] == [FIRST + timedelta(days=number) for number in range(36)]
    assert [(mark.level, mark.rests) for mark in found] == [plainly(rows, mark.day) for mark in found]


@given(rows=lives())
def test_a_day_that_holds_something_says_what_and_an_empty_one_says_nothing(
    rows: dict[str, Any],
) -> None:
    here = at(home(rows))
    for marked in day_marks(here, FIRST, TODAY):
        entries = [one for one in day_entries(here, marked.day) if one.kind != "pause"]
        assert bool(entries) == bool(marked.level)


def said(day: date, held: Documents | None = None) -> list[DayEntry]:
    return list(day_entries(at(held or life()), day))


def test_a_day_is_told_in_words() -> None:
    held = documents(
        appreciations=[note(ALEX, 1, "Told", told_on=iso(0)), note(SAM, 1, "Secret")],
        moments=[mark("walk", 1), mark("date", 1, note="Chips.")],
        plans=[outing("happened", f"{iso(1)}T19:00", id=id_text(5), title="Curry night")],
        pauses=[{"kind": "ebb", "from": iso(2), "until": iso(0), "ritual": None}],
        weather=[weather(ALEX, 1, 2)],
        rituals=RITUALS,
    )
    told = said(TODAY - timedelta(days=1), held)
    assert [(one.kind, one.text) for one in told] == [
        ("date", "Curry night"),
        ("date", "Chips."),
        ("ritual", "Walk"),
        ("appreciation", "2 things noticed"),
        ("appreciation", "Told"),
        ("pause", "everything rested"),
    ]
    assert "Secret" not in repr(told)


def test_a_step_says_itself_that_there_was_time_for_a_goal() -> None:
    steps = [{"goal": id_text(7), "title": "Seeds", "order": 1, "done_on": iso(ago)} for ago in (1, 2)]
    held = home({"milestones": steps, "moments": [mark("project", 2)]})
    assert [(one.kind, one.text) for one in said(TODAY - timedelta(days=1), held)] == [("milestone", "Seeds")]
    assert [one.kind for one in said(TODAY - timedelta(days=2), held)] == ["milestone", "ritual"]


def test_days_to_come_hold_nothing_yet() -> None:
    assert said(TODAY + timedelta(days=7)) == []


@given(level=st.integers(1, 5), ago=AGO)
def test_the_weather_makes_no_difference(level: int, ago: int) -> None:
    rows: dict[str, Any] = {"moments": [mark("date", 3)], "rituals": RITUALS}
    plain, other = documents(weather=[], **rows), documents(weather=[weather(ALEX, ago, level)], **rows)
    assert day_marks(at(plain), FIRST, LAST) == day_marks(at(other), FIRST, LAST)
