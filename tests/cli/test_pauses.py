"""`pause` and `resume`."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.cli.conftest import Shell


def test_a_pause_says_what_rests_and_how_long(pair: Shell) -> None:
    said = pair.done("pause", "today", "in 1 week", "--kind", "travel")
    assert said == "Everything rests from today to Friday 27 November 2026: travel.\n"
    (pause,) = pair.library.pauses
    assert (pause.first, pause.until, pause.kind) == (date(2026, 11, 20), date(2026, 11, 27), "travel")


def test_a_pause_may_be_open_and_of_one_ritual(pair: Shell) -> None:
    said = pair.done("pause", "2026-11-18", "--ritual", "Trip")
    assert said.startswith("Trip rests from Wednesday 18 November 2026 until you resume")
    (pause,) = pair.library.pauses
    assert (pause.until, pause.ritual, pause.kind) == (None, "trip", "ebb")


def test_weekdays_are_the_coming_ones(pair: Shell) -> None:
    said = pair.done("pause", "sat", "next tuesday")
    assert said.startswith("Everything rests from Saturday 21 November 2026 to Tuesday 24 November 2026")
    assert "time" in pair.refused("pause", "friday 7pm")


def test_resuming_ends_it_yesterday(pair: Shell) -> None:
    pair.done("pause", "today")
    pair.clock.move_to(datetime(2026, 11, 24, 12, tzinfo=UTC))
    pair.done("resume")
    (pause,) = pair.library.pauses
    assert pause.until == date(2026, 11, 23)


def test_with_nothing_resting_there_is_nothing_to_resume(pair: Shell) -> None:
    assert "Nothing is paused" in pair.refused("resume")


@pytest.mark.parametrize(
    "wrong", [["today", "yesterday"], ["whenever"], ["today", "--ritual", "yoga"]], ids=" ".join
)
def test_what_cannot_be_is_refused_and_nothing_is_written(pair: Shell, wrong: list[str]) -> None:
    before = pair.files()
    assert pair.refused("pause", *wrong)
    assert pair.files() == before
