"""`status`: one calm line, and exact figures for a script."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.cli.conftest import Shell
from tracker.acts.couple import change_couple
from tracker.acts.sitting import Sitting
from tracker.store.disk import open_store

KEYS = [
    "key",
    "name",
    "period",
    "times",
    "kept_by",
    "state",
    "run",
    "longest",
    "kept",
    "of",
    "strength",
    "happened",
]


def test_before_set_up_it_is_one_inviting_line(shell: Shell) -> None:
    said = shell("status")
    assert (said.code, said.err) == (0, "")
    assert said.out.count("\n") == 1
    assert "rekindle" in said.out
    assert not shell.data.exists()
    assert not shell.state.exists()


def test_before_set_up_json_has_nulls_and_nothing(shell: Shell) -> None:
    figures = json.loads(shell.done("status", "--json"))
    assert figures == {"today": "2026-11-20", "month": None, "months": None, "days": None, "rituals": []}


def test_the_line_says_month_run_and_what_is_open(alex: Shell) -> None:
    for day in ("2026-11-18", "2026-11-19", "2026-11-20"):
        alex.done("appreciate", "x", "--on", day)
    assert alex.done("status") == "Month 4 · 3 days in a row · this week's date is still open\n"
    alex.done("did", "date")
    assert alex.done("status") == "Month 4 · 3 days in a row · this week's date is kept\n"


def test_while_everything_rests_it_says_just_that(pair: Shell) -> None:
    pair.done("pause", "today", "in 1 week")
    assert pair.done("status") == "Month 4 · everything rests\n"


def test_json_has_exactly_the_published_keys(alex: Shell) -> None:
    alex.done("appreciate", "x")
    figures = json.loads(alex.done("status", "--json"))
    assert list(figures) == ["today", "month", "months", "days", "rituals"]
    assert (figures["month"], figures["months"], figures["days"]) == (4, 3, 17)
    assert [list(ritual) for ritual in figures["rituals"]] == [KEYS] * 3
    first = figures["rituals"][0]
    assert (first["state"], first["run"], first["happened"], first["kept_by"]) == ("kept", 1, 1, "either")
    assert 0 < first["strength"] == round(first["strength"], 6)


def test_twenty_kept_days_have_the_published_strength(alex: Shell) -> None:
    for back in range(20):
        day = date(2026, 11, 20) - timedelta(days=back)
        alex.done("appreciate", "x", "--on", day.isoformat())
    assert json.loads(alex.done("status", "--json"))["rituals"][0]["strength"] == 0.655747


def test_without_a_start_there_is_no_month(shell: Shell) -> None:
    shell.done("setup", "--names", "Alex", "Sam", "--time-zone", "UTC")
    figures = json.loads(shell.done("status", "--json"))
    assert (figures["month"], figures["months"], figures["days"]) == (None, None, None)
    assert figures["rituals"]
    assert "Month" not in shell.done("status")


def test_a_start_to_come_is_no_month_yet(shell: Shell) -> None:
    shell.done("setup", "--names", "Alex", "Sam", "--start", "2026-12-01", "--time-zone", "UTC")
    assert "Month" not in shell.done("status")
    assert json.loads(shell.done("status", "--json"))["month"] is None
    assert json.loads(shell.done("status", "--json", "--today", "2026-12-01"))["month"] == 1


@pytest.mark.parametrize("today", ["2026-12-24", "24 Dec 2026", "24.12.2026"])
def test_another_today_may_be_named(pair: Shell, today: str) -> None:
    figures = json.loads(pair.done("status", "--json", "--today", today))
    assert (figures["today"], figures["month"]) == ("2026-12-24", 5)
    assert figures == json.loads(pair.done("status", f"--today={today}", "--json"))


def test_a_today_that_cannot_be_read_is_refused(pair: Shell) -> None:
    assert "day" in pair.refused("status", "--today", "someday")


def test_the_day_is_the_couples_and_not_the_machines(pair: Shell) -> None:
    pair.clock.move_to(datetime(2026, 11, 21, 3, 59, tzinfo=UTC))
    assert json.loads(pair.done("status", "--json"))["today"] == "2026-11-20"
    pair.clock.move_to(datetime(2026, 11, 21, 4, 0, tzinfo=UTC))
    assert json.loads(pair.done("status", "--json"))["today"] == "2026-11-21"


def test_the_parser_and_the_quick_way_answer_the_same(pair: Shell) -> None:
    from argparse import Namespace

    from tracker.cli.context import Context, Streams
    from tracker.cli.status import status

    quick = pair.done("status", "--json")
    import sys

    context = Context(Streams(sys.stdin, sys.stdout, sys.stderr), pair.clock, str(pair.data))
    status(Namespace(json=True, today=None, data=str(pair.data)), context)
    assert pair.capsys.readouterr().out == quick


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ({"show_rhythm": False}, "Month 4\n"),
        ({"show_month": False}, "1 day so far · this week's date is still open\n"),
        ({"show_rhythm": False, "show_month": False}, "Here whenever you like.\n"),
    ],
)
def test_what_is_hidden_is_hidden_in_text_and_never_in_json(
    alex: Shell, hidden: dict[str, Any], shown: str
) -> None:
    alex.done("appreciate", "x")
    figures = alex.done("status", "--json")
    sitting = Sitting(open_store(alex.data, alex.state, alex.clock), alex.clock)
    sitting.do(lambda at: change_couple(at, None, **hidden))
    assert alex.done("status") == shown
    assert alex.done("status", "--json") == figures


def test_a_ritual_put_away_is_out_of_the_figures(pair: Shell) -> None:
    pair.done("ritual", "archive", "trip")
    figures = json.loads(pair.done("status", "--json", "--today", "2026-11-21"))
    assert [ritual["key"] for ritual in figures["rituals"]] == ["appreciation", "date"]


def test_asking_writes_nothing(pair: Shell) -> None:
    before = pair.files()
    pair.done("status")
    pair.done("status", "--json")
    assert pair.files() == before


@pytest.mark.parametrize("scope", [[], ["--ritual", "date"]])
def test_resuming_on_the_day_it_began_leaves_nothing_of_it(pair: Shell, scope: list[str]) -> None:
    before = pair.done("status")
    pair.done("pause", "today", *scope)
    assert "rests" in pair.done("status")
    pair.done("resume")
    assert pair.done("status") == before
    assert "this week's date is still open" in before


@pytest.mark.parametrize("days", [("2026-11-17", "yesterday"), ("tomorrow", "in 1 week")])
def test_a_week_that_rests_for_another_day_is_not_spoken_of(pair: Shell, days: tuple[str, str]) -> None:
    pair.done("pause", *days)
    said = pair.done("status")
    assert "rests" not in said
    assert "date" not in said
