"""A rhythm as a wave: it dips where a time was quiet, rests are bridged, and nothing leaves the picture."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.periods import PeriodKind, parse_quarter, period_of, shifted
from tracker.page.pictures import WAVE_HEIGHT, WAVE_WIDTH, wave
from tracker.page.text import _wave
from tracker.page.wave import points, stretches
from tracker.rhythm.reading import PeriodState, State
from tracker.views.review import Wave, wave_words

QUARTER = parse_quarter("2026Q3")
LETTERS: dict[str, State] = {"k": "kept", "q": "quiet", "r": "resting", "o": "open", "b": "before"}


def a_wave(letters: str, period: PeriodKind = "week", first: date = QUARTER.first) -> Wave:
    """A ritual whose periods were such, as in "kkqr"."""
    begin = period_of(first, period)
    spans = [shifted(begin.first, number, period) for number in range(len(letters))]
    states = tuple(PeriodState(*span, LETTERS[one], 0) for span, one in zip(spans, letters, strict=True))
    return Wave("walk", "Walk", f"each {period}", period, states, wave_words(states, period, 0))


WAVES = st.builds(
    a_wave,
    st.text(st.sampled_from("kqro"), min_size=1, max_size=13),
    st.sampled_from(["day", "week", "month"]),
    st.integers(0, 60).map(lambda days: QUARTER.first + timedelta(days=days)),
)


def test_it_stands_high_where_it_was_kept_and_dips_where_it_was_quiet() -> None:
    heights = [point.y for point in points(a_wave("kkqk"), QUARTER)[1:-1]]
    assert heights == [1, 1, 0.15, 1]


def test_a_rest_is_bridged_and_is_no_dip() -> None:
    assert [point.y for point in points(a_wave("krrk"), QUARTER)[1:-1]] == [1, 1, 1, 1]
    assert [round(point.y, 3) for point in points(a_wave("krq"), QUARTER)[1:-1]] == [1, 0.575, 0.15]
    assert [point.y for point in points(a_wave("rro"), QUARTER)[1:-1]] == [0.5, 0.5, 0.5]


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("kk", ["going"]),
        ("krk", ["going", "resting", "going"]),
        ("kko", ["going", "open"]),
        ("rr", ["resting"]),
        ("bbkk", ["going"]),
        ("kbbko", ["going", "going", "open"]),
        ("bb", []),
    ],
)
def test_resting_and_open_parts_are_drawn_in_their_own_way(letters: str, ways: list[str]) -> None:
    assert [part.way for part in stretches(a_wave(letters), QUARTER)] == ways


def test_before_counting_began_there_is_a_gap_and_a_single_week_still_shows() -> None:
    one, other = stretches(a_wave("kbbkk"), QUARTER)
    assert one.points[0].x < one.points[-1].x < other.points[0].x
    assert _wave(a_wave("kbbkk"), QUARTER) == "▇  ▇▇"


def test_a_day_is_seen_with_the_days_around_it() -> None:
    alone = [point.y for point in points(a_wave("k" * 20 + "q" + "k" * 20, "day"), QUARTER)]
    assert 0.8 < min(alone) < 1
    assert max(abs(one - other) for one, other in pairwise(alone)) < 0.1


@given(one=WAVES)
def test_it_goes_on_without_a_gap_and_stays_in_the_picture(one: Wave) -> None:
    line = points(one, QUARTER)
    assert [point.x for point in line] == sorted(point.x for point in line)
    assert all(0 <= point.x <= 1 and 0 <= point.y <= 1 for point in line)
    parts = stretches(one, QUARTER)
    assert [point for part in parts for point in part.points[1:]] == list(line[1:])
    assert all(one.points[-1] == other.points[0] for one, other in pairwise(parts))


@given(one=WAVES)
def test_the_picture_holds_every_stretch_and_nothing_beyond_its_edges(one: Wave) -> None:
    drawn = str(wave(one, QUARTER))
    days = {"day": 1, "week": 7, "month": 31}[one.period]
    if sum(days for state in one.states if state.state in ("kept", "quiet")) < 14:
        assert drawn == "", "too little for a line"
        return
    for way in ("going", "resting", "open"):
        assert drawn.count(f'"wave {way}"') == sum(part.way == way for part in stretches(one, QUARTER))
    curves = re.findall(r'd="M([^"]*)" class="wave', drawn)
    numbers = [[float(number) for number in re.findall(r"-?[\d.]+", curve)] for curve in curves]
    for spots in numbers:
        assert all(0 <= x <= WAVE_WIDTH for x in spots[::2])
        assert all(0 <= y <= WAVE_HEIGHT for y in spots[1::2])
