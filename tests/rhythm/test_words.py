"""What is said of a rhythm."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given

from tests.rhythm.histories import TODAY, History, drawn, histories, some
from tracker.rhythm import words
from tracker.rhythm.rules import Rule

WEEK, DAY, MONTH = Rule("talk"), Rule("appreciation", period="day"), Rule("trip", period="month")
QUARTER = Rule("away", period="quarter")
UNKIND = re.compile(
    r"\b(0|lost|broken|failed|missed|score|waiting for|hasn't|not|never|none|no)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("pattern", "rule", "run", "short"),
    [
        ("kkkkkk", DAY, "6 days in a row", "6 in a row"),
        ("kkkk", WEEK, "4 weeks in a row", "4 in a row"),
        ("kk", QUARTER, "2 quarters in a row", "2 in a row"),
        ("k.", WEEK, "1 week so far", "1 so far"),
        ("k...", WEEK, "a fresh run starts whenever you like", ""),
        (".", MONTH, "November is still open", ""),
        (".", WEEK, "this week is still open", ""),
        (".", DAY, "today is still open", ""),
        (".", QUARTER, "this quarter is still open", ""),
        ("p", DAY, "", ""),
    ],
)
def test_a_run_in_words(pattern: str, rule: Rule, run: str, short: str) -> None:
    rhythm = drawn(pattern, rule).read()
    assert words.run(rhythm, rule.period) == run
    assert words.run_short(rhythm) == short


@pytest.mark.parametrize(
    ("pattern", "rule", "kept", "short"),
    [
        ("kkk...kkkkkk", WEEK, "kept 9 of the last 12 weeks", "9 of 12 weeks"),
        ("k.", WEEK, "kept the one week so far", "1 of 1 week"),
        ("k..", DAY, "kept 1 of the last 2 days", "1 of 2 days"),
        ("...", WEEK, "", ""),
    ],
)
def test_kept_of_the_last_in_words(pattern: str, rule: Rule, kept: str, short: str) -> None:
    rhythm = drawn(pattern, rule).read()
    assert words.kept(rhythm, rule.period) == kept
    assert words.kept_short(rhythm, rule.period) == short


def test_the_longest_run_in_words() -> None:
    assert words.longest(drawn("kkk..k", WEEK).read(), "week") == "the longest run so far: 3 weeks"
    assert words.longest(drawn("k", DAY).read(), "day") == "the longest run so far: 1 day"
    assert words.longest(drawn(".", DAY).read(), "day") == ""


def test_so_far_in_words() -> None:
    assert words.so_far(2, 3, "week") == "2 of 3 this week"
    assert words.so_far(4, 3, "week") == "4 times this week"
    assert words.so_far(1, 1, "day") == "1 of 1 today"
    assert words.so_far(0, 3, "month") == ""
    assert words.so_far(1, 3, "week", past=True) == "1 of 3 by then"
    assert words.so_far(4, 3, "week", past=True) == "4 times by then"
    assert words.so_far(0, 3, "week", past=True) == ""


def test_of_a_day_in_the_past_nothing_is_said_that_speaks_of_now() -> None:
    assert words.run(drawn(".", DAY).read(), "day", past=True) == ""
    assert words.run(drawn("k...", WEEK).read(), "week", past=True) == ""
    assert words.run(drawn("kk", WEEK).read(), "week", past=True) == "2 weeks in a row"


def test_states_in_words() -> None:
    assert words.state("quiet", "week") == "a quiet week"
    assert words.state("resting", "month") == "a resting month"
    assert words.state("kept", "day") == "a kept day"
    assert words.state("open", "day") == "still open"
    assert words.state("before", "day") == "a day before you began"


def test_days_in_words() -> None:
    assert words.day(date(2026, 11, 20), TODAY) == "20 Nov"
    assert words.day(date(2025, 11, 20), TODAY) == "20 Nov 2025"


def test_before_it_has_begun_nothing_is_said() -> None:
    rhythm = History(WEEK, {}, [], TODAY).read()
    assert [words.run(rhythm, "week"), words.kept(rhythm, "week"), words.longest(rhythm, "week")] == [
        "",
        "",
        "",
    ]


@some
@given(histories())
def test_nothing_said_is_a_nought_or_a_reproach(history: History) -> None:
    rhythm, period, times = history.read(), history.rule.period, history.rule.times
    said = [
        *(words.run(rhythm, period), words.run_short(rhythm), words.longest(rhythm, period)),
        *(words.kept(rhythm, period), words.kept_short(rhythm, period), words.still_open(rhythm, period)),
        *(words.so_far(rhythm.happened, times, period), words.state(rhythm.state, period)),
    ]
    for sentence in said:
        assert not UNKIND.search(sentence)
        assert not re.search(r"\b1 (days|weeks|months|quarters)\b", sentence)
