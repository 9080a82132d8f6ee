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


def test_days_without_a_year_are_the_nearest_and_the_end_is_after_the_start(pair: Shell) -> None:
    said = pair.done("pause", "1 Oct", "7 Oct")
    assert said.startswith("Everything rests from Thursday 1 October 2026 to Wednesday 7 October 2026")


def test_without_a_day_the_pauses_of_the_last_year_on_are_listed(pair: Shell) -> None:
    assert "Nothing rests" in pair.done("pause")
    pair.done("pause", "2025-11-01", "2025-11-19")
    pair.done("pause", "2025-11-02", "2025-11-20", "--kind", "upheaval")
    pair.done("pause", "today", "--kind", "illness", "--ritual", "trip")
    pair.done("pause", "2026-12-24", "2026-12-24", "--kind", "travel")
    ids = [pause.id for pause in pair.library.pauses]
    assert pair.done("pause").splitlines() == [
        f"{ids[1]}  everything, from Sunday 2 November 2025 to Thursday 20 November 2025: upheaval",
        f"{ids[2]}  Trip, from today until you resume: illness",
        f"{ids[3]}  everything, on Thursday 24 December 2026: travel",
        "`rekindle pause --remove` with its number sets one aside.",
    ]


def test_the_very_same_pause_again_is_refused(pair: Shell) -> None:
    pair.done("pause", "today", "in 1 week")
    assert "stands already" in pair.refused("pause", "today", "in 1 week")
    pair.done("pause", "today", "in 1 week", "--kind", "travel")
    assert len(pair.library.pauses) == 2


def test_a_pause_is_set_aside_by_its_number_and_can_come_back(pair: Shell) -> None:
    pair.done("pause", "yesterday", "in 1 week")
    (pause,) = pair.library.pauses
    assert "set aside" in pair.done("pause", "--remove", pause.id)
    assert len(pair.library.pauses) == 0
    assert "No pause" in pair.refused("pause", "--remove", pause.id)
    pair.done("removed", "--bring-back", pause.id)
    assert len(pair.library.pauses) == 1


def test_a_number_of_something_else_sets_nothing_aside(pair: Shell) -> None:
    pair.done("did", "date")
    (moment,) = pair.library.moments
    before = pair.files()
    assert "No pause" in pair.refused("pause", "--remove", moment.id)
    assert "leave the days out" in pair.refused("pause", "today", "--remove", moment.id)
    assert pair.files() == before


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
