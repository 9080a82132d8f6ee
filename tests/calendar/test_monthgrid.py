"""Every month of three centuries stands whole and in order; every cell of a field is one day's or none's."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.calendar.days import FIRST_DAY
from tracker.calendar.monthgrid import (
    LAST_DAY,
    MOST_WEEKS,
    Box,
    days_on,
    laid_out,
    months_on,
    weekday_names,
    weeks_of,
    within,
)
from tracker.calendar.periods import WeekStart

week_starts = pytest.mark.parametrize("week_start", ["monday", "sunday"])
some_days = st.dates(FIRST_DAY, LAST_DAY)
some_starts: st.SearchStrategy[WeekStart] = st.sampled_from(["monday", "sunday"])
sizes = st.integers(0, 130)

EVERY_MONTH = [date(year, month, 1) for year in range(1900, 2201) for month in range(1, 13)]


@week_starts
def test_every_month_is_as_the_standard_calendar_has_it(week_start: WeekStart) -> None:
    standard = calendar.Calendar(0 if week_start == "monday" else 6)
    for first in EVERY_MONTH:
        ours = [[day.day if day else 0 for day in week] for week in weeks_of(first, week_start)]
        assert ours == standard.monthdayscalendar(first.year, first.month)


@week_starts
def test_every_day_stands_under_its_weekday(week_start: WeekStart) -> None:
    names = weekday_names(week_start)
    assert names[0].lower() == week_start
    for week in weeks_of(date(2026, 11, 20), week_start):
        assert [day.strftime("%A") for day in week if day] == [
            name for name, day in zip(names, week, strict=True) if day
        ]


@pytest.mark.parametrize(("year", "days"), [(1900, 28), (2000, 29), (2024, 29), (2026, 28), (2100, 28)])
def test_february_is_as_long_as_the_year_says(year: int, days: int) -> None:
    assert sum(day is not None for week in weeks_of(date(year, 2, 1)) for day in week) == days


def test_months_touch_four_to_six_weeks() -> None:
    assert {len(weeks_of(first)) for first in EVERY_MONTH} == {4, 5, MOST_WEEKS}


# ── Going on ──


@given(some_days, st.integers(-200_000, 200_000))
def test_going_on_by_days_stops_at_the_ends(day: date, days: int) -> None:
    there = days_on(day, days)
    assert FIRST_DAY <= there <= LAST_DAY
    if FIRST_DAY < there < LAST_DAY:
        assert there - day == timedelta(days=days)


@given(some_days, st.integers(-5000, 5000))
def test_going_on_by_months_keeps_the_day_where_the_month_has_it(day: date, months: int) -> None:
    there = months_on(day, months)
    assert FIRST_DAY <= there <= LAST_DAY
    last = calendar.monthrange(there.year, there.month)[1]
    assert there.day == min(day.day, last)
    if (FIRST_DAY.year, 1) < (there.year, there.month) < (LAST_DAY.year, 12):
        assert (there.year - day.year) * 12 + there.month - day.month == months


def test_a_short_month_on_the_way_does_not_change_the_day_that_is_meant() -> None:
    february = months_on(date(2026, 1, 31), 1, 31)
    assert february == date(2026, 2, 28)
    assert months_on(february, 1, 31) == date(2026, 3, 31)
    assert months_on(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_a_day_outside_of_the_view_is_brought_to_its_end() -> None:
    assert within(date.min) == FIRST_DAY
    assert within(date.max) == LAST_DAY
    assert days_on(date.max, 1) == LAST_DAY
    assert months_on(LAST_DAY, 1) == LAST_DAY
    assert months_on(FIRST_DAY, -1) == FIRST_DAY


# ── The field ──


def cells(box: Box) -> set[tuple[int, int]]:
    return {(x, y) for x in range(box.x, box.x + box.width) for y in range(box.y, box.y + box.height)}


@pytest.mark.parametrize(
    ("width", "height", "cell", "row"),
    [(22, 9, 3, 1), (28, 9, 3, 1), (29, 9, 4, 1), (44, 16, 6, 2), (80, 24, 11, 3), (300, 100, 12, 3)],
)
def test_days_grow_with_the_field(width: int, height: int, cell: int, row: int) -> None:
    grid = laid_out(date(2026, 11, 20), "monday", width, height)
    assert (grid.cell, grid.row) == (cell, row)


def test_nine_lines_hold_everything_but_the_chosen_days_own_line() -> None:
    grid = laid_out(date(2026, 8, 31), "monday", 22, 9)
    assert (grid.title, grid.weekdays, grid.top, grid.shown, grid.first) == (0, 1, 2, 6, 0)
    assert (grid.legend, grid.detail) == (8, None)
    assert grid.box_of(date(2026, 8, 31)) == Box(1, 7, 3, 1)
    roomier = laid_out(date(2026, 8, 31), "monday", 22, 10)
    assert (roomier.detail, roomier.legend) == (8, 9)
    assert laid_out(date(2026, 8, 31), "monday", 22, 12)[-2:] == (9, 10)


@given(some_days, some_starts, sizes, sizes)
def test_the_chosen_day_is_shown_in_any_field_and_nothing_stands_on_anything_else(
    day: date, week_start: WeekStart, width: int, height: int
) -> None:
    grid = laid_out(day, week_start, width, height)
    assert grid.box_of(day) is not None
    boxes = {each: box for week in grid.visible for each in week if each and (box := grid.box_of(each))}
    taken = [cell for box in boxes.values() for cell in cells(box)]
    assert len(taken) == len(set(taken))
    lines = {y for _, y in taken}
    others = [y for y in (grid.title, grid.weekdays, grid.detail, grid.legend) if y is not None]
    assert all(one < two for one, two in pairwise(others))
    assert not lines & set(others)
    assert max([*lines, *others]) < max(height, 1)
    if width >= 22:
        assert max(x for x, _ in taken) < grid.width <= width


@settings(max_examples=25)  # each looks at every cell of a field
@given(some_days, some_starts, sizes, sizes)
def test_every_cell_leads_back_to_its_day(day: date, week_start: WeekStart, width: int, height: int) -> None:
    grid = laid_out(day, week_start, width, height)
    for x in range(-1, grid.width + 2):
        for y in range(-1, height + 2):
            found = grid.day_at(x, y)
            if found:
                box = grid.box_of(found)
                assert box is not None
                assert (x, y) in cells(box)
    box = grid.box_of(day)
    assert box is not None
    assert {grid.day_at(x, y) for x, y in cells(box)} == {day}


def test_a_day_that_is_not_shown_has_no_cells() -> None:
    grid = laid_out(date(2026, 11, 20), "monday", 44, 16)
    assert grid.box_of(date(2026, 12, 1)) is None
    assert laid_out(date(2026, 11, 30), "monday", 22, 3).box_of(date(2026, 11, 1)) is None


def test_the_ends_of_the_names_line_lead_to_other_months() -> None:
    grid = laid_out(date(2026, 11, 20), "monday", 22, 9)
    assert [grid.arrow_at(x, 0) for x in (0, 3, 4, 17, 18, 21, 22, -1)] == [-1, -1, 0, 0, 1, 1, 0, 0]
    assert grid.arrow_at(0, 1) == 0
    assert laid_out(date(2026, 11, 20), "monday", 22, 1).arrow_at(0, 0) == 0
