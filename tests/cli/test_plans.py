"""`plan`, `agenda` and `export --format ics`."""

from __future__ import annotations

import json
import shutil
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.cli.conftest import Said, Shell
from tests.cli.test_hostile import HOSTILE
from tests.cli.test_hostile import _sound as sound
from tracker.records.plans import Plan


def only(shell: Shell) -> Plan:
    (plan,) = shell.library.plans
    return plan


def test_a_date_with_a_day_is_planned_and_said_back_without_its_words(alex: Shell) -> None:
    said = alex.done(
        *("plan", "date", "Pasta at ours", "--on", "next friday 7pm", "--until", "22:00"),
        *("--place", "Home", "--notes", "The long tablecloth.", "--cost", "low", "--childcare", "needed"),
        *("--novelty", "new", "--phones-away"),
    )
    assert said == (
        "A date is planned for Friday 27 November 2026, 19:00 until Fri 27 Nov, 22:00.\n"
        "Still open: childcare?\n"
    )
    plan = only(alex)
    assert (plan.kind, plan.state, plan.title) == ("date", "planned", "Pasta at ours")
    assert (plan.start, plan.end) == ("2026-11-27T19:00", "2026-11-27T22:00")
    assert (plan.place, plan.notes, plan.cost) == ("Home", "The long tablecloth.", "low")
    assert (plan.childcare, plan.novelty, plan.phones_away) == ("needed", "new", True)
    assert plan.by == alex.library.need_couple().named("Alex").id


def test_without_a_day_it_is_an_idea_and_a_day_makes_the_same_one_a_plan(alex: Shell) -> None:
    said = alex.done("plan", "date", "Roller disco", "--notes", "Knee pads.")
    assert said == "Kept among the ideas, from Alex. With --on it gets a day.\n"
    assert only(alex).state == "idea"
    assert alex.done("plan", "date", "roller DISCO") == "It is among the ideas already.\n"
    assert "changed what you named" in alex.done("plan", "date", "Roller disco", "--cost", "low")
    alex.done("plan", "date", "Roller disco", "--on", "27 Nov 19:00")
    plan = only(alex)
    assert (plan.state, plan.notes, plan.cost) == ("planned", "Knee pads.", "low")


def test_the_same_title_again_is_another_plan_once_the_first_has_its_day(alex: Shell) -> None:
    alex.done("plan", "date", "Chips", "--on", "27 Nov")
    alex.done("plan", "date", "Chips", "--on", "4 Dec")
    alex.done("plan", "trip", "Chips")
    assert len(alex.library.plans) == 3


def test_a_trip_takes_nights_or_a_last_day(pair: Shell) -> None:
    pair.done("plan", "trip", "Cabin", "--on", "4 Dec", "--nights", "2", "--counts", "no")
    trip = only(pair)
    assert (trip.start, trip.end, trip.counts, trip.by) == ("2026-12-04", "2026-12-06", False, "")
    assert "until Sun 13 Dec" in pair.done("plan", "trip", "Harbour", "--on", "11 Dec", "--until", "sunday")


def test_a_start_in_the_small_hours_says_for_which_day_it_counts(pair: Shell) -> None:
    said = pair.done("plan", "date", "Stars", "--on", "28 Nov 1:30am", "--until", "4am")
    assert said.startswith(
        "A date is planned for Saturday 28 November 2026, 01:30, which counts for Friday 27 Nov"
    )


def test_a_bare_end_before_the_start_is_the_next_morning(pair: Shell) -> None:
    pair.done("plan", "date", "Dance", "--on", "27 Nov 22:00", "--until", "1am")
    assert only(pair).end == "2026-11-28T01:00"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (["--on", "soon"], "That day cannot be read"),
        (["--until", "22:00"], "An end needs a start"),
        (["--nights", "2"], "An end needs a start"),
        (["--on", "27 Nov", "--nights", "1"], "Nights are for a trip"),
        (["--on", "27 Nov", "--nights", "1", "--until", "sun"], "Give either"),
        (["--on", "27 Nov 7pm", "--until", "26 Nov 8pm"], "Thursday 26 November 2026 is before it begins"),
        (["--surprise", "--on", "27 Nov"], "Who is it from?"),
        (["--counts", "yes"], "Only a trip"),
        (["--by", "Kim"], "Nobody here is called"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(pair: Shell, line: list[str], sentence: str) -> None:
    assert pair.refused("plan", "date", "Pasta", *line).startswith(sentence)
    assert len(pair.library.plans) == 0


def test_words_can_come_from_standard_input(pair: Shell) -> None:
    pair.done("plan", "date", "-", piped="Lanterns\n")
    pair.done("plan", "date", "Soup", "--notes", "-", piped="Wool socks.\n")
    assert {plan.title: plan.notes for plan in pair.library.plans} == {"Lanterns": "", "Soup": "Wool socks."}
    assert "Only one of" in pair.refused("plan", "date", "-", "--notes", "-", piped="x")


def test_before_set_up_there_is_nothing_to_plan(shell: Shell) -> None:
    assert "not set up yet" in shell.refused("plan", "date", "x")
    assert "not set up yet" in shell.refused("agenda")
    assert "not set up yet" in shell.refused("export", "--format", "ics")


def test_the_agenda_says_what_comes_up(pair: Shell) -> None:
    assert pair.done("agenda").startswith("Nothing is planned yet")
    pair.done("plan", "date", "Pasta", "--on", "27 Nov 7pm", "--childcare", "needed")
    pair.done("plan", "trip", "Cabin", "--on", "18 Dec", "--nights", "2")
    assert pair.done("agenda") == "Coming up\n  Fri 27 Nov, 19:00  Pasta  (childcare?)\n"
    assert "Fri 18 – Sun 20 Dec  Cabin" in pair.done("agenda", "--weeks", "6")
    found = json.loads(pair.done("agenda", "--json"))
    assert (found["today"], found["until"]) == ("2026-11-20", "2026-12-13")
    assert [(plan["title"], plan["open"]) for plan in found["plans"]] == [("Pasta", ["childcare?"])]
    assert "1 to 520" in pair.refused("agenda", "--weeks", "0")


def test_a_surprise_is_held_on_the_shared_line_and_told_to_its_planner(alex: Shell) -> None:
    said = alex.done("plan", "date", "Lanterns", "--on", "27 Nov 7pm", "--surprise", "--place", "Lock 12")
    assert said == (
        "A date is planned for Friday 27 November 2026, 19:00.\nIt is held from Sam until then.\n"
    )
    for shared in (["agenda"], ["agenda", "--for", "Sam"]):
        assert alex.done(*shared) == "Coming up\n  Fri 27 Nov, 19:00  A date, held\n"
    assert "Lanterns" in alex.done("agenda", "--for", "Alex")
    assert "A date\\, held" in alex.done("export", "--format", "ics")
    assert "Lock 12" in alex.done("export", "--format", "ics", "--for", "Alex")


def test_an_idea_that_both_know_stays_when_it_is_planned_as_a_surprise(alex: Shell) -> None:
    alex.done("plan", "date", "Lanterns")
    alex.done("plan", "date", "Lanterns", "--on", "27 Nov", "--surprise")
    assert sorted(plan.state for plan in alex.library.plans) == ["idea", "planned"]


def test_the_calendar_is_a_file_that_others_read(pair: Shell) -> None:
    pair.done("plan", "date", "Pasta", "--on", "27 Nov 7pm")
    pair.done("plan", "trip", "Cabin", "--on", "4 Dec", "--nights", "2")
    everything = Calendar.from_ical(pair.done("export", "--format", "ics"))
    assert [str(event["summary"]) for event in everything.walk("VEVENT")] == ["Pasta", "Cabin"]
    trip = json.loads(pair.done("agenda", "--json"))["plans"][1]["id"]
    one = pair.done("export", "--format", "ics", "--plan", trip.lstrip("0"), "--alarm", "60")
    assert "TRIGGER:-PT1H" in one
    assert one.count("BEGIN:VEVENT") == 1
    pair.done("export", "--format", "ics", "--out", str(pair.data.parent / "ours.ics"))
    assert (pair.data.parent / "ours.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_what_is_only_for_a_calendar_is_refused_elsewhere(pair: Shell) -> None:
    assert "add --format ics" in pair.refused("export", "--alarm", "60")
    assert "add --format ics" in pair.refused("export", "--format", "csv", "--plan", "1")
    assert "0 to 40320" in pair.refused("export", "--format", "ics", "--alarm", "-5")
    assert "not there any more" in pair.refused("export", "--format", "ics", "--plan", "7")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field_stays_text(alex: Shell, text: str) -> None:
    fields = [f"--{name}={text}" for name in ("place", "notes")]
    whens = [f"--{name}={text}" for name in ("on", "until")]
    for line in (
        ["plan", "date", "x", *fields],
        ["plan", "date", "y", *whens],
        ["plan", "date", "z", "--on", "27 Nov 7pm", *fields],
        ["plan", "trip", "--on=27 Nov", "--", text],
        ["plan", "date", "--surprise", "--on=27 Nov", "--", text],
        ["agenda", f"--for={text}"],
        ["agenda", "--for", "Alex"],
        ["agenda", "--json", "--for", "Alex"],
        ["export", "--format", "ics", f"--plan={text}"],
    ):
        sound(alex(*line))
    written = alex.done("export", "--format", "ics", "--for", "Alex")
    assert len(Calendar.from_ical(written).walk("VEVENT")) == len(
        [plan for plan in alex.library.plans if plan.begins]
    )


LINES = (
    ["agenda", "--weeks", "60"],
    ["agenda", "--json"],
    ["agenda", "--for", "Sam"],
    ["export", "--format", "ics"],
    ["export", "--format", "ics", "--for", "Sam", "--alarm", "30"],
    ["export"],
    ["export", "--for", "Sam"],
    ["status", "--json"],
    ["plan", "date", "Lanterns", "--by", "Sam"],
    ["plan", "date", "Lanterns", "--by", "Sam", "--on", "4 Dec"],
    ["agenda"],
)
"""What Sam may run."""
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=20)


def _world(shell: Shell, title: str, details: dict[str, str]) -> list[Said]:
    """What Sam's lines answer, where Alex holds this surprise and keeps this secret idea."""
    for folder in (shell.data, shell.state):
        shutil.rmtree(folder, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        numbers = count(1)
        patch.setattr("os.urandom", lambda size: next(numbers).to_bytes(size, "big"))
        shell.done("setup", "--names", "Alex", "Sam", "--time-zone", "Europe/Berlin")
        options = [f"--{name}={value}" for name, value in details.items()]
        for day in (["--on", "27 Nov 7pm"], []):
            said = shell("plan", "date", "-", "--surprise", "--by", "Alex", *day, *options, piped=title)
            assert said.code == 0, said
        return [shell(*line) for line in LINES]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.one_of(st.just("Lanterns"), WORDS),
    details=st.fixed_dictionaries(
        {},
        optional={
            "place": WORDS,
            "notes": WORDS,
            "cost": st.sampled_from(["free", "high"]),
            "childcare": st.sampled_from(["needed", "sorted"]),
            "novelty": st.just("new"),
        },
    ),
)
def test_what_sam_runs_says_the_same_whatever_alex_holds(
    shell: Shell, title: str, details: dict[str, Any]
) -> None:
    assert _world(shell, title, details) == _world(shell, "x", {})


def test_a_time_that_has_passed_today_is_tomorrows_or_is_told(pair: Shell) -> None:
    assert "for Saturday 21 November 2026, 07:00" in pair.done("plan", "date", "Sunrise", "--on", "7am")
    said = pair.done("plan", "date", "Breakfast", "--on", "today 8am")
    assert said.startswith("A date is planned for Friday 20 November 2026, 08:00, which has passed.")


def test_a_trip_next_weekend_is_two_days_and_never_drops_a_time(pair: Shell) -> None:
    assert "until Sun 29 Nov" in pair.done("plan", "trip", "Cabin", "--on", "next weekend")
    assert pair.refused("plan", "trip", "Harbour", "--on", "4 dec 7pm").startswith("A trip is for whole days")


def test_a_trip_that_ends_before_it_begins_is_no_trip_of_a_year(pair: Shell) -> None:
    said = pair.refused("plan", "trip", "Cabin", "--on", "10 jan", "--until", "5 jan")
    assert said.startswith("Tuesday 5 January 2027 is before it begins on Sunday 10 January 2027")
    said = pair.refused("pause", "10 jan", "5 jan")
    assert "before it begins" in said
