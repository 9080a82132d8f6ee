"""Clauses 4 and 5 of the rules of rhythm: where counting begins and ends, and the figures beside the run."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.rhythm.histories import SAM, TALK, TODAY, day, drawn, letters, marked, reading
from tracker.rhythm.reading import PeriodState
from tracker.rhythm.rules import BOTH, Marks, Rest, Rule

# 4: where counting begins and ends


def test_counting_begins_with_the_earlier_of_first_moment_and_since() -> None:
    assert len(reading(TALK, {}).states) == 12
    assert len(reading(TALK, marked("2026-11-18")).states) == 12
    assert len(reading(TALK, marked("2026-08-30")).states) == 13
    assert len(reading(TALK._replace(since=None), marked("2026-11-09")).states) == 2


def test_an_earlier_moment_leaves_the_week_of_since_resting() -> None:
    rule = TALK._replace(since=day("2026-11-04"))
    assert letters(reading(rule, {})) == "rqo"
    assert letters(reading(rule, marked("2026-10-21"))) == "kbrqo"


def test_a_moment_before_since_in_its_own_week_leaves_it_partial() -> None:
    rule = TALK._replace(since=day("2026-11-04"), times=2)
    assert letters(reading(rule, marked("2026-11-02"))) == "rqo"
    assert letters(reading(rule, marked("2026-11-02", "2026-11-08"))) == "kqo"


@pytest.mark.parametrize(
    ("rule", "marks"),
    [
        (TALK._replace(since=None), {}),
        (TALK._replace(since=TODAY + timedelta(days=1)), {}),
        (TALK._replace(since=TODAY + timedelta(days=60)), marked("2026-11-23")),
        (TALK._replace(since=None), marked("2026-11-23", "2027-01-01")),
        (TALK._replace(since=None, kept_by="both"), marked("2026-11-18", by=SAM)),
        (TALK._replace(since=day("2026-11-10"), archived_on=day("2026-11-09")), marked("2026-11-12")),
    ],
)
def test_before_it_has_begun_it_is_open_and_every_figure_nothing(rule: Rule, marks: Marks) -> None:
    rhythm = reading(rule, marks, Rest(day("2026-11-01"), None))
    assert not rhythm.begun
    assert rhythm.state == "open"
    assert (rhythm.run, rhythm.longest, rhythm.kept, rhythm.of, rhythm.happened) == (0, 0, 0, 0, 0)
    assert rhythm.strength == 0
    assert [period.state for period in rhythm.recent(5)] == ["open"]


def test_moments_after_today_do_not_exist() -> None:
    rhythm = reading(TALK, marked("2026-11-18", "2026-11-19"), today=day("2026-11-18"))
    assert rhythm.happened == 1
    assert not rhythm.happened_on(day("2026-11-19"))


def test_an_archived_ritual_is_read_as_of_its_last_day() -> None:
    rule = TALK._replace(archived_on=day("2026-10-21"))
    marks = marked("2026-10-06", "2026-10-13", "2026-10-22", "2026-11-18")
    rhythm = reading(rule, marks)
    assert rhythm == reading(rule, marks, today=day("2026-10-21"))
    assert rhythm.recent(1) == (PeriodState(day("2026-10-19"), day("2026-10-25"), "open", 0),)
    assert rhythm.run == 2
    assert reading(TALK._replace(archived_on=day("2027-01-01")), marks).days == reading(TALK, marks).days


def test_todays_week_start_reads_the_whole_history() -> None:
    sundays = marked("2026-11-01", "2026-11-15")
    rule = TALK._replace(since=day("2026-10-26"))
    assert letters(reading(rule, sundays)) == "kqko"
    assert letters(reading(rule._replace(week_start="sunday"), sundays)) == "rkqko"


def test_todays_cadence_reads_the_whole_history() -> None:
    history = drawn("12k3", TALK._replace(times=4, since=None))
    assert letters(history.read()) == "qqko"
    assert letters(history._replace(rule=history.rule._replace(times=2)).read()) == "qkkk"


def test_a_period_before_since_is_kept_resting_or_before_and_never_quiet() -> None:
    rule = TALK._replace(since=day("2026-11-02"), times=2)
    marks = marked(
        "2026-09-16", "2026-09-17", "2026-09-30", "2026-10-14", "2026-10-15", "2026-11-10", "2026-11-11"
    )
    rhythm = reading(rule, marks, Rest(day("2026-09-21"), day("2026-09-23")))
    assert letters(rhythm) == "krbbkbbqko"
    assert (rhythm.run, rhythm.longest) == (1, 1)
    assert (rhythm.kept, rhythm.of) == (3, 4)


def test_a_kind_note_for_a_day_before_they_began_turns_no_figure_against_them() -> None:
    daily = Rule("appreciation", period="day", since=day("2026-11-20"))
    plain = reading(daily, marked("2026-11-20", "2026-11-21"))
    rhythm = reading(daily, marked("2026-11-07", "2026-11-20", "2026-11-21"))
    assert letters(rhythm) == "kbbbbbbbbbbbbkko"
    assert (plain.run, plain.kept, plain.of) == (2, 2, 2)
    assert (rhythm.run, rhythm.kept, rhythm.of) == (2, 3, 3)


def test_before_ends_a_run_and_a_rest_before_since_does_not() -> None:
    rule = TALK._replace(since=day("2026-11-16"), forgive=3)
    kept = marked("2026-10-28", "2026-11-11", "2026-11-18")
    assert (reading(rule, kept).run, letters(reading(rule, kept))) == (2, "kbkk")
    resting = reading(rule, kept, Rest(day("2026-11-03"), day("2026-11-04")))
    assert (resting.run, letters(resting)) == (3, "krkk")


def test_the_running_period_is_open_also_before_since() -> None:
    rule = TALK._replace(since=day("2026-12-01"))
    rhythm = reading(rule, marked("2026-11-04"))
    assert (rhythm.begun, rhythm.state, letters(rhythm)) == (True, "open", "kbo")
    assert (rhythm.kept, rhythm.of, rhythm.run, rhythm.longest) == (1, 1, 0, 1)


# 5: kept of the last


@pytest.mark.parametrize(
    ("pattern", "kept", "of"),
    [
        ("kk.k", 3, 4),
        ("kk..", 2, 3),  # the open week is neither kept nor quiet
        ("kkpk", 3, 3),
        ("." + "k" * 12, 12, 12),
        ("k" + "." * 12, 1, 12),  # the last of these is open: the first week is the twelfth
        ("k" + "." * 13, 0, 12),  # and here the thirteenth
        ("k" + "p" * 20 + "...", 1, 3),  # however far back
        ("p.", 0, 0),
    ],
)
def test_kept_of_the_newest_kept_or_quiet_weeks(pattern: str, kept: int, of: int) -> None:
    rhythm = drawn(pattern, TALK._replace(since=None)).read()
    assert (rhythm.kept, rhythm.of) == (kept, of)


@pytest.mark.parametrize(
    ("rule", "most"),
    [
        (Rule("x", period="day"), 30),
        (Rule("x", period="week"), 12),
        (Rule("x", period="month"), 12),
        (Rule("x", period="quarter"), 4),
    ],
)
def test_how_far_back_kept_of_looks(rule: Rule, most: int) -> None:
    rhythm = drawn("k" * 40, rule).read()
    assert (rhythm.kept, rhythm.of, rhythm.run) == (most, most, 40)


# 9 of section 10: the calendar's corners


def test_weeks_run_on_across_the_year_and_the_29th_of_february() -> None:
    days = [day("2027-12-29") + timedelta(days=7 * n) for n in range(12)]
    marks = {one: frozenset({BOTH}) for one in days}
    rhythm = reading(Rule("talk", since=days[0]), marks, today=days[-1])
    assert (rhythm.run, rhythm.state) == (12, "kept")
    leap = reading(
        Rule("a", period="day"), marked("2028-02-28", "2028-02-29", "2028-03-01"), today=day("2028-03-01")
    )
    assert leap.run == 3
    month = reading(Rule("trip", period="month"), marked("2028-02-29"), today=day("2028-03-01"))
    assert letters(month) == "ko"


# the marks for one cell each


def test_recent_periods_say_what_happened_in_them() -> None:
    rhythm = drawn("12k3", TALK._replace(times=4, since=None)).read()
    assert rhythm.recent(2) == (
        PeriodState(day("2026-11-09"), day("2026-11-15"), "kept", 4),
        PeriodState(day("2026-11-16"), day("2026-11-22"), "open", 3),
    )
    assert len(rhythm.recent(50)) == 4
