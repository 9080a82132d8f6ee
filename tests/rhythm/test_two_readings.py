"""The rules, read twice: as the tracker reads them, and plainly. And what must hold whatever happened."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rhythm.histories import ALEX, PARTNERS, SAM, History, histories, many, some
from tests.rhythm.plain_reading import read_plainly
from tracker.calendar.periods import indexer
from tracker.rhythm.reading import PeriodState, Rhythm
from tracker.rhythm.rules import BOTH

ALL = 10**6


def states(rhythm: Rhythm) -> dict[date, str]:
    """The counted periods by their first day."""
    return {period.first: period.state for period in rhythm.recent(ALL)} if rhythm.begun else {}


@many
@given(histories())
def test_both_readings_agree(history: History) -> None:
    rhythm = history.read()
    plain = read_plainly(*history, PARTNERS)
    assert rhythm.state == plain.state
    assert (rhythm.run, rhythm.longest) == (plain.run, plain.longest)
    assert (rhythm.kept, rhythm.of, rhythm.happened) == (plain.kept, plain.of, plain.happened)
    assert abs(rhythm.strength - plain.strength) < 1e-12
    assert rhythm.begun == bool(plain.periods)
    if rhythm.begun:
        assert [tuple(period) for period in rhythm.recent(ALL)] == [tuple(period) for period in plain.periods]


@some
@given(histories())
def test_swapping_the_partners_changes_nothing(history: History) -> None:
    swap = {ALEX: SAM, SAM: ALEX}
    marks = {day: frozenset(swap.get(one, one) for one in by) for day, by in history.marks.items()}
    swapped = history._replace(marks=marks)
    assert swapped.read() == history.read() == history.read((SAM, ALEX))


@some
@given(histories(), st.dates(date(2027, 9, 1), date(2028, 12, 31)), st.booleans())
def test_changing_one_period_never_changes_another(history: History, day: date, marked: bool) -> None:
    before = history.read()
    assume(before.begun)
    index = indexer(history.rule.period, history.rule.week_start)
    mine, since = index(day), history.rule.since or min(before.days)
    if history.rule.since is None and mine <= index(since):
        return  # Without a `since` the first moment is it, and moves with it.
    marks = {d: by for d, by in history.marks.items() if index(d) != mine} | (
        {day: frozenset({BOTH})} if marked else {}
    )
    after = history._replace(marks=marks).read()
    assume(after.begun)
    assert {index(first) for first in _changed(states(before), states(after))} <= {mine}


@some
@given(histories(), st.integers(1, 400))
def test_an_earlier_moment_changes_no_state_already_counted(history: History, days: int) -> None:
    before = history.read()
    assume(before.begun)
    begins = min(day for day in (history.rule.since, *before.days) if day is not None)
    earlier = begins - timedelta(days=days)
    after = history.with_marks(earlier).read()
    changed = _changed(states(before), states(after))
    mine = indexer(history.rule.period, history.rule.week_start)
    for first in changed:
        # It may keep its own period. Without a `since` it is one itself: then the period in which the first
        # moment fell before is one like any other.
        whole = history.rule.since is None and states(after)[first] == "quiet"
        assert whole or (states(after)[first] == "kept" and mine(first) == mine(earlier))


@some
@given(histories())
def test_nothing_before_since_is_ever_quiet_or_counted(history: History) -> None:
    rhythm = history.read()
    since = history.rule.since
    assume(since is not None and rhythm.begun)
    index = indexer(history.rule.period, history.rule.week_start)
    for first, state in states(rhythm).items():
        if since is not None and index(first) < index(since) and index(first) < index(history.today):
            archived = history.rule.archived_on and index(history.rule.archived_on) == index(first)
            assert state in ("kept", "resting", "before") or archived
        else:
            assert state != "before"


def _changed(before: dict[date, str], after: dict[date, str]) -> set[date]:
    """The first days of the periods that both know, and that are not the same."""
    return {first for first, state in before.items() if after.get(first, state) != state}


def _span(period: PeriodState) -> list[date]:
    return [period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1)]


@some
@given(histories())
def test_what_is_to_come_or_after_the_archiving_does_not_exist(history: History) -> None:
    last = min(history.today, history.rule.archived_on or history.today)
    past = {day: by for day, by in history.marks.items() if day <= last}
    assert history._replace(marks=past).read() == history.read()


@some
@given(histories())
def test_figures_stay_within_their_bounds(history: History) -> None:
    rhythm = history.read()
    assert 0 <= rhythm.run <= rhythm.longest <= len(rhythm.states)
    assert 0 <= rhythm.kept <= rhythm.of <= 30
    assert 0 <= rhythm.strength < 1
    assert rhythm.state in ("kept", "resting", "open")
    assert rhythm.states[-1] == rhythm.state
    if not rhythm.begun:
        assert rhythm[2:9] == ("open", 0, 0, 0, 0, 0.0, 0)


@some
@given(histories())
def test_recent_periods_follow_each_other_and_hold_the_days_that_count(history: History) -> None:
    rhythm = history.read()
    periods = rhythm.recent(ALL)
    assert rhythm.recent(5) == periods[-5:]
    assert rhythm.recent(0) == ()
    for one, following in pairwise(periods):
        assert one.last + timedelta(days=1) == following.first
    assert sum(period.happened for period in periods) == len(rhythm.days)
    assert all(rhythm.happened_on(day) for period in periods for day in _span(period) if day in rhythm.days)
    middle = periods[len(periods) // 2]
    assert rhythm.between(middle.first, periods[-1].last) == periods[len(periods) // 2 :]
    assert rhythm.between(date(1990, 1, 1), date(2100, 1, 1)) == periods
    assert rhythm.between(middle.first + timedelta(days=1), middle.last) == ()


@some
@given(histories())
def test_one_more_moment_never_lowers_anything(history: History) -> None:
    """Within what is counted, doing more is never worse: the rule that makes late entries welcome."""
    before = history.read()
    assume(before.begun)
    for period in before.recent(3):
        day = min(period.first, history.today)
        after = history.with_marks(day).read()
        if after.start == before.start:
            assert after.run >= before.run
            assert after.longest >= before.longest
            assert after.strength >= before.strength - 1e-12
