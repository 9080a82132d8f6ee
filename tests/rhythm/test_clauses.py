"""Clauses 1 to 3 of the rules of rhythm, drawn as small tables: days, periods, and the run."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rhythm.histories import ALEX, DEPARTED, SAM, TALK, TODAY, day, drawn, letters, marked, reading
from tracker.rhythm.rules import BOTH, Rest, Rule

# 1: when a ritual happens


@pytest.mark.parametrize(
    ("kept_by", "by", "happens"),
    [
        ("either", {ALEX}, True),
        ("either", {SAM}, True),
        ("either", {BOTH}, True),
        ("either", {DEPARTED}, True),
        ("both", {ALEX}, False),
        ("both", {SAM}, False),
        ("both", {ALEX, SAM}, True),
        ("both", {BOTH}, True),
        ("both", {ALEX, BOTH}, True),
        ("both", {ALEX, DEPARTED}, False),
        ("both", {DEPARTED}, False),
        ("either", set(), False),
    ],
)
def test_who_it_takes_for_a_day_to_count(kept_by: str, by: set[str], happens: bool) -> None:
    rule = TALK._replace(kept_by="both" if kept_by == "both" else "either")
    rhythm = reading(rule, {TODAY: frozenset(by)})
    assert rhythm.happened_on(TODAY) is happens
    assert rhythm.happened == int(happens)
    assert rhythm.state == ("kept" if happens else "open")


def test_until_both_stand_nothing_shared_moves() -> None:
    rule = TALK._replace(kept_by="both")
    alone = marked("2026-01-05", "2026-09-08", "2026-11-18", by=ALEX)
    assert reading(rule, alone) == reading(rule, {})


# 2: the state of a period


@pytest.mark.parametrize(
    ("times", "pattern", "states"),
    [
        (1, "k.k.", "kqko"),
        (1, "kkkk", "kkkk"),
        (3, "k123", "kqqk"),
        (3, "k122", "kqqo"),
        (7, "76", "ko"),
        (1, ".p.p", "qrqr"),  # a pause before today's week
        (2, "1p2", "qrk"),
    ],
)
def test_a_period_is_kept_resting_open_or_quiet(times: int, pattern: str, states: str) -> None:
    assert letters(drawn(pattern, TALK._replace(times=times, since=None)).read()) == states


def test_a_kept_period_stays_kept_in_a_pause() -> None:
    rhythm = reading(TALK, marked("2026-11-18"), Rest(day("2026-11-16"), None))
    assert rhythm.state == "kept"


def test_several_moments_on_one_day_are_one() -> None:
    twice = TALK._replace(times=2)
    both = {day("2026-11-17"): frozenset({ALEX, SAM, BOTH})}
    assert reading(twice, both).happened == 1
    assert reading(twice, both).state == "open"


def test_happened_counts_the_days_of_the_current_period_alone() -> None:
    rhythm = reading(TALK, marked("2026-11-14", "2026-11-15", "2026-11-16", "2026-11-22"))
    assert rhythm.happened == 2
    assert reading(TALK, marked("2026-11-15")).happened == 0


def test_one_day_of_pause_rests_the_whole_period() -> None:
    for edge in ("2026-11-09", "2026-11-15"):
        states = reading(TALK, marked("2026-11-03"), Rest(day(edge), day(edge))).states
        assert states[-2:] == ("resting", "open")


def test_a_coming_pause_rests_the_current_period() -> None:
    monday, sunday = day("2026-11-16"), day("2026-11-22")
    assert reading(TALK, {}, Rest(sunday, None), today=monday).state == "resting"
    assert reading(TALK, {}, Rest(day("2026-11-23"), None), today=monday).state == "open"


def test_a_period_is_open_through_its_last_day_and_quiet_after_it() -> None:
    assert reading(TALK, {}, today=day("2026-11-22")).states[-1] == "open"
    assert reading(TALK, {}, today=day("2026-11-23")).states[-2:] == ("quiet", "open")


@pytest.mark.parametrize(
    "rest", [Rest(day("2026-11-10"), day("2026-11-09")), Rest(date.min, day("2026-08-30"))]
)
def test_pauses_turned_around_or_before_the_beginning_cover_nothing(rest: Rest) -> None:
    assert "resting" not in reading(TALK, {}, rest).states


@pytest.mark.parametrize(
    ("since", "states"),
    [
        ("2026-11-02", "qqo"),  # Mondays and first days: counted from the start
        ("2026-11-03", "rqo"),
        ("2026-11-08", "rqo"),
        ("2026-11-16", "o"),
        ("2026-11-18", "o"),  # not kept, it rests once ended, not before
    ],
)
def test_a_first_period_that_is_partial_is_never_quiet(since: str, states: str) -> None:
    assert letters(reading(TALK._replace(since=day(since)), {})) == states


def test_a_partial_first_period_can_be_kept() -> None:
    rule = TALK._replace(since=day("2026-11-03"))
    assert letters(reading(rule, marked("2026-11-08"))) == "kqo"


def test_a_first_moment_amid_a_period_makes_it_partial_too() -> None:
    rule = TALK._replace(since=None, times=2)
    assert letters(reading(rule, marked("2026-11-05"))) == "rqo"
    assert letters(reading(rule, marked("2026-11-02"))) == "qqo"


@pytest.mark.parametrize(("period", "since"), [("month", "2026-09-02"), ("quarter", "2026-05-31")])
def test_a_partial_first_month_or_quarter_rests(period: str, since: str) -> None:
    rule = Rule("trip", period="month" if period == "month" else "quarter", since=day(since))
    assert letters(reading(rule, {})) == "rqo"


# 3: the run


@pytest.mark.parametrize(
    ("forgive", "pattern", "run", "longest"),
    [
        (1, "kkk", 3, 3),
        (1, "kkk.", 3, 3),  # open neither adds nor breaks
        (1, "kkkp", 3, 3),
        (1, "kk.kk", 4, 4),  # one quiet period is forgiven, and adds nothing
        (1, "kk..kk", 2, 2),
        (1, "kkk..k", 1, 3),
        (1, "kkk...", 0, 3),
        (1, "kkk..", 3, 3),  # quiet, then open
        (1, "kk.p.k", 1, 2),  # quiet, resting, quiet is two in a row
        (1, "kk.pppk", 3, 3),
        (1, "kk.k.k.k", 5, 5),  # each is forgiven alone: only a kept one ends the row
        (0, "kk.k", 1, 2),
        (0, "kkpk", 3, 3),
        (0, "kk..", 0, 2),
        (2, "k..k", 2, 2),
        (2, "k...k", 1, 1),
        (2, "k.p.p.k", 1, 1),
        (3, "k...k", 2, 2),
        (3, "k....k", 1, 1),
        (1, "..kk", 2, 2),  # quiet before the first kept one breaks nothing
        (1, "....", 0, 0),
        (1, "pppp", 0, 0),
    ],
)
def test_the_run_forgives_quiet_periods_in_a_row(forgive: int, pattern: str, run: int, longest: int) -> None:
    rhythm = drawn(pattern, TALK._replace(forgive=forgive, since=None)).read()
    assert (rhythm.run, rhythm.longest) == (run, longest)
