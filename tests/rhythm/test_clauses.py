"""Every clause of the rules of rhythm, drawn as small tables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.rhythm.histories import ALEX, DEPARTED, PARTNERS, SAM, TODAY, History, drawn, letters
from tracker.errors import Refusal
from tracker.rhythm.reading import PeriodState, Rhythm, read
from tracker.rhythm.rules import BOTH, Marks, Rest, Rule, check_cadence

TALK = Rule("talk", since=date(2026, 8, 31))
"""A weekly ritual that began on a Monday, twelve weeks ago."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def marked(*days: str, by: str = BOTH) -> Marks:
    return {day(text): frozenset({by}) for text in days}


def reading(rule: Rule, marks: Marks, *rests: Rest, today: date = TODAY) -> Rhythm:
    return read(rule, marks, rests, today, PARTNERS)


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


# 4: where counting begins and ends


def test_counting_begins_with_the_earlier_of_first_moment_and_since() -> None:
    assert len(reading(TALK, {}).states) == 12
    assert len(reading(TALK, marked("2026-11-18")).states) == 12
    assert len(reading(TALK, marked("2026-08-30")).states) == 13
    assert len(reading(TALK._replace(since=None), marked("2026-11-09")).states) == 2


def test_an_earlier_moment_leaves_the_week_of_since_resting() -> None:
    rule = TALK._replace(since=day("2026-11-04"))
    assert letters(reading(rule, {})) == "rqo"
    assert letters(reading(rule, marked("2026-10-21"))) == "kqrqo"


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


# the cadence that can be asked for


@pytest.mark.parametrize(
    ("times", "period"), [(1, "day"), (1, "week"), (7, "week"), (28, "month"), (90, "quarter")]
)
def test_cadences_that_fit(times: int, period: str) -> None:
    check_cadence(times, period)


@pytest.mark.parametrize(
    ("times", "period"),
    [
        *((2, "day"), (0, "day"), (0, "week"), (-1, "week"), (8, "week"), (29, "month"), (91, "quarter")),
        *((1, "year"), (1, ""), (1, "Week")),
    ],
)
def test_cadences_that_do_not_fit_are_refused(times: int, period: str) -> None:
    with pytest.raises(Refusal):
        check_cadence(times, period)


def test_a_history_is_a_value() -> None:
    assert drawn("k.k", TALK) == drawn("k.k", TALK)
    assert isinstance(drawn("k", TALK), History)
