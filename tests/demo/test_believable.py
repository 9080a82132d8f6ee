"""A couple one would believe: neither perfect nor at odds, and both of them alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

import pytest

from tests.demo.telling import TODAY, Told, tell
from tracker.calendar.months import months_since

STORIES = [(seed, 2, TODAY) for seed in (1, 2, 3)] + [(4, 1, date(2025, 6, 4)), (5, 6, date(2028, 2, 29))]


@pytest.fixture(scope="module", params=STORIES, ids=lambda story: f"seed{story[0]}-{story[1]}y")
def told(request: pytest.FixtureRequest) -> Told:
    return tell(*request.param)


def test_the_rhythms_have_runs_quiet_periods_and_rests(told: Told) -> None:
    for key in ("appreciation", "date", "weekly-talk", "phones-away", "morning-walk", "project"):
        rhythm = told.rhythm(key)
        counts = Counter(rhythm.states)
        assert rhythm.longest > 3
        assert counts["quiet"] >= 1
        assert counts["resting"] >= 1
        assert 0.4 < counts["kept"] / (counts["kept"] + counts["quiet"]) < 0.95


def test_three_of_four_weeks_have_their_date(told: Told) -> None:
    counts = Counter(told.rhythm("date").states)
    assert 0.62 <= counts["kept"] / (counts["kept"] + counts["quiet"] + counts["resting"]) <= 0.82


def test_six_of_ten_months_have_their_trip(told: Told) -> None:
    if told.today - told.start > timedelta(days=600):
        counts = Counter(told.rhythm("trip").states)
        assert 0.4 <= counts["kept"] / sum(counts.values()) <= 0.75


def test_the_daily_note_is_at_a_run_today(told: Told) -> None:
    rhythm = told.rhythm("appreciation")
    assert rhythm.state == "open"
    assert rhythm.run >= 6
    assert rhythm.kept >= 20


def test_neither_partner_does_more(told: Told) -> None:
    one, other = told.partners
    for table in ("appreciations", "weather", "moments", "tried", "goals", "plans", "remarks", "beginnings"):
        by = Counter(document["by"] for document in told.table(table))
        assert abs(by[one] - by[other]) <= max(2, 0.03 * (by[one] + by[other])), table
    telling = Counter(note["by"] for note in told.table("appreciations") if note["told_on"])
    assert abs(telling[one] - telling[other]) <= 4


def test_a_third_has_a_cue_and_a_third_was_told(told: Told) -> None:
    notes = told.table("appreciations")
    assert 0.25 <= sum(bool(note["cue"]) for note in notes) / len(notes) <= 0.4
    assert 0.3 <= sum(note["told_on"] is not None for note in notes) / len(notes) <= 0.42
    assert {note["told_how"] for note in notes} == {"", "aloud", "shown"}
    assert all(bool(note["told_how"]) == bool(note["told_on"]) for note in notes)


def test_each_tells_one_note_a_day_at_most(told: Told) -> None:
    days = Counter((note["by"], note["told_on"]) for note in told.table("appreciations") if note["told_on"])
    assert set(days.values()) == {1}


def test_two_years_of_notes_hardly_repeat() -> None:
    texts = [note["text"] for note in tell().table("appreciations")]
    assert len(set(texts)) >= 0.98 * len(texts) > 800


def test_what_sounds_alike_lies_far_apart() -> None:
    for partner in tell().partners:
        texts = [note["text"][:16] for note in tell().table("appreciations") if note["by"] == partner]
        near = sum(text in texts[max(0, place - 30) : place] for place, text in enumerate(texts))
        assert near <= 0.05 * len(texts)


def test_each_has_notes_left_to_tell_today(told: Told) -> None:
    untold = {note["by"] for note in told.table("appreciations") if note["told_on"] is None}
    assert untold == set(told.partners)


def test_some_entries_were_recorded_later(told: Told) -> None:
    notes = told.table("appreciations")
    later = [note for note in notes if note["recorded_at"][:10] > note["day"]]
    assert 0.03 <= len(later) / len(notes) <= 0.15


def test_the_weather_goes_in_gentle_waves(told: Told) -> None:
    for partner in told.partners:
        levels = {
            date.fromisoformat(w["day"]): w["level"] for w in told.table("weather") if w["by"] == partner
        }
        shares = Counter(levels.values())
        assert set(shares) >= {2, 3, 4, 5}
        assert shares[1] < 0.08 * len(levels)
        steps = [
            abs(level - levels[day + timedelta(days=1)])
            for day, level in levels.items()
            if day + timedelta(days=1) in levels
        ]
        assert sum(steps) / len(steps) < 1.1
    seen = Counter((w["by"], w["day"]) for w in told.table("weather"))
    assert set(seen.values()) == {1}


def test_a_pause_of_every_kind_and_none_of_everything_today(told: Told) -> None:
    pauses = told.table("pauses")
    whole = [p for p in pauses if p["ritual"] is None]
    assert {p["kind"] for p in whole} == {"illness", "travel", "ebb", "upheaval"}
    assert [p["ritual"] for p in pauses if p["ritual"]].count("morning-walk") >= 1
    today = told.today.isoformat()
    assert not [p for p in pauses if p["from"] <= today <= p["until"]]
    assert len([p for p in pauses if p["from"] > today]) == 1
    illness = [p for p in whole if p["kind"] == "illness"]
    assert all(_span(p["from"], p["until"]) == 9 for p in illness)


def test_little_happens_in_a_pause(told: Told) -> None:
    whole = [p for p in told.table("pauses") if p["ritual"] is None and p["from"] < told.today.isoformat()]
    resting = sum(_span(p["from"], p["until"]) for p in whole)
    noted = sum(any(p["from"] <= n["day"] <= p["until"] for p in whole) for n in told.table("appreciations"))
    assert 0 < noted / resting < 0.8


def test_they_are_about_where_the_years_say(told: Told) -> None:
    rests = [
        (date.fromisoformat(p["from"]), date.fromisoformat(p["until"]))
        for p in told.table("pauses")
        if p["ritual"] is None
    ]
    years = round((told.today - told.start).days / 365)
    months = months_since(told.start, told.today, rests).months
    assert 12 * years * 0.7 <= months <= 12 * years


def test_rituals_of_their_own_one_of_them_put_away(told: Told) -> None:
    rituals = {one["key"]: one for one in told.table("rituals")}
    assert set(rituals) == {
        *("appreciation", "date", "trip", "project"),
        *("weekly-talk", "phones-away", "morning-walk", "salsa"),
    }
    archived = rituals["salsa"]["archived_on"]
    assert (
        max(m["day"] for m in told.table("moments") if m["ritual"] == "salsa")
        <= archived
        < told.today.isoformat()
    )
    assert len({one["name"].casefold() for one in rituals.values()}) == len(rituals)


def test_the_garden_is_three_of_seven_and_other_goals_have_their_fate(told: Told) -> None:
    goals = {goal["id"]: goal for goal in told.table("goals")}
    steps = defaultdict(list)
    for step in sorted(told.table("milestones"), key=lambda step: step["order"]):
        steps[step["goal"]].append(step["done_on"])
    active = [one for one in goals.values() if one["state"] == "active"]
    assert [(len(steps[one["id"]]), sum(map(bool, steps[one["id"]]))) for one in active] == [(7, 3)]
    assert {goal["state"] for goal in goals.values()} >= {"active", "wish", "shelved"}
    assert all(all(steps[one["id"]]) for one in goals.values() if one["state"] == "reached")
    assert all(any(steps[one["id"]]) for one in goals.values() if one["state"] == "shelved")
    assert len({goal["title"].casefold() for goal in goals.values()}) == len(goals)


def test_two_years_hold_a_reached_goal() -> None:
    assert [goal for goal in tell().table("goals") if goal["state"] == "reached"]


def test_a_plan_went_through_its_states_in_order(told: Told) -> None:
    order = ("idea", "planned", "happened", "let-go")
    for plan in told.table("plans"):
        states = [one["state"] for one in plan["history"]]
        moments = [datetime.fromisoformat(one["at"]) for one in plan["history"]]
        assert states == sorted(states, key=order.index)
        assert moments == sorted(moments)
        assert plan["state"] == states[-1]
        assert (plan["recorded_at"], plan["updated_at"]) == (
            plan["history"][0]["at"],
            plan["history"][-1]["at"],
        )
        assert (plan["start"] is None) == (plan["state"] == "idea")
        assert plan["end"] is None or plan["end"] > plan["start"]


def test_no_two_dates_on_one_day_and_no_trip_in_a_pause(told: Told) -> None:
    lived = [plan for plan in told.table("plans") if plan["state"] in ("happened", "planned")]
    days = Counter(plan["start"][:10] for plan in lived)
    assert set(days.values()) == {1}
    whole = [p for p in told.table("pauses") if p["ritual"] is None]
    for trip in (plan for plan in lived if plan["kind"] == "trip"):
        assert not [p for p in whole if p["from"] <= trip["end"] and trip["start"] <= p["until"]]


@pytest.mark.parametrize("today", [date(2026, 11, 16) + timedelta(days=n) for n in range(7)])
def test_what_is_ahead_begins_with_a_date_on_friday(today: date) -> None:
    told = tell(1, 1, today)
    ahead = sorted(
        (p["start"], p["kind"], p["surprise"]) for p in told.table("plans") if p["state"] == "planned"
    )
    friday = today + timedelta(days=(4 - today.weekday()) % 7)
    assert ahead[0] == (f"{friday}T19:00", "date", False)
    assert [(kind, surprise) for _, kind, surprise in ahead] == [
        ("date", False),
        ("date", True),
        ("trip", False),
    ]
    week = told.rhythm("date")
    assert week.state == ("open" if today.weekday() <= 4 else "kept")


def test_some_dates_were_let_go_some_surprises_and_some_remarks(told: Told) -> None:
    plans = told.table("plans")
    states = Counter(plan["state"] for plan in plans)
    assert states["let-go"] >= 1
    assert states["idea"] >= 8
    assert any(plan["surprise"] for plan in plans if plan["state"] == "happened")
    assert len(told.table("remarks")) >= 8


def _span(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def test_they_keep_how_it_began_and_read_their_scenes_in_twos(told: Told) -> None:
    assert len(told.table("beginnings")) >= 6
    together = next(iter(told.table("couple")))["together_since"]
    assert min(one["on"] for one in told.table("beginnings") if one["on"]) == together
    pairs = Counter(scene["quarter"] for scene in told.table("future_scenes"))
    assert pairs
    assert set(pairs.values()) == {2}
    assert all(scene["read_on"] < str(told.today) for scene in told.table("future_scenes"))
