"""Strength: on a daily ritual, the published values of Loop Habit Tracker's own tests (`ScoreListTest`)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.rhythm.histories import TODAY, drawn
from tracker.rhythm.rules import Rule

DAILY = Rule("appreciation", period="day")
WEEKLY = Rule("talk")

LOOP = (
    *(0.655747, 0.636894, 0.617008, 0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617, 0.443734),
    *(0.413270, 0.381137, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820, 0.101149, 0.051922),
)
"""Loop's values after 20, 19 … 1 kept days from nothing."""

LOOP_WITH_SKIPS = (
    *(0.596033, 0.573910, 0.550574, 0.525961, 0.500000, 0.472617, 0.472617, 0.443734, 0.413270, 0.381137),
    *(0.347244, 0.347244, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820, 0.101149, 0.051922),
)
"""The same with the days 5, 10 and 11 before the last one skipped; a skip is our resting day."""


@pytest.mark.parametrize(("ago", "value"), enumerate(LOOP))
def test_kept_days_give_loops_values(ago: int, value: float) -> None:
    rhythm = drawn("k" * (20 - ago), DAILY, TODAY - timedelta(days=ago)).read()
    assert rhythm.strength == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(("ago", "value"), enumerate(LOOP_WITH_SKIPS))
def test_resting_days_are_loops_skips(ago: int, value: float) -> None:
    pattern = "".join("p" if 19 - n in (5, 10, 11) else "k" for n in range(20))
    rhythm = drawn(pattern[: 20 - ago], DAILY, TODAY - timedelta(days=ago)).read()
    assert rhythm.strength == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        # Thirteen kept days are half the way, twenty-six three quarters; from there Loop's single steps.
        ("k" * 13, 0.5),
        ("k" * 13 + "k", 0.525961),
        ("k" * 13 + "..", 0.474039),
        ("k" * 26, 0.75),
        ("k" * 26 + "k", 0.762981),
        ("k" * 26 + "..", 0.711058),
        ("..", 0.0),
    ],
)
def test_single_days_give_loops_steps(pattern: str, value: float) -> None:
    assert drawn(pattern, DAILY).read().strength == pytest.approx(value, abs=1e-6)


def test_an_open_or_resting_period_leaves_it_as_it_is() -> None:
    kept = drawn("kkkk", WEEKLY).read().strength
    assert drawn("kkkk.", WEEKLY).read().strength == kept
    assert drawn("kkpppkk.", WEEKLY).read().strength == kept


@pytest.mark.parametrize(
    ("rule", "one_kept"),
    [
        # 1 - 0.5 ** (sqrt(times / D) * D / 13), worked out apart for each D
        (DAILY, 0.051922),
        (WEEKLY, 0.131570),
        (Rule("x", times=7), 0.311495),  # seven days a week weigh as much as a week of daily ones
        (Rule("x", period="month"), 0.254844),
        (Rule("x", period="quarter"), 0.399206),
    ],
)
def test_one_kept_period_by_the_formula(rule: Rule, one_kept: float) -> None:
    assert drawn("k", rule).read().strength == pytest.approx(one_kept, abs=1e-6)


def test_it_is_read_as_of_the_day_it_is_asked_for() -> None:
    history = drawn("k" * 30, DAILY)
    earlier = history._replace(today=date(2026, 11, 1)).read()
    assert earlier.strength < history.read().strength
