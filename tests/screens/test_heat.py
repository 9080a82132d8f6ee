"""The year at a glance: where days stand, how the cursor goes, and what is drawn again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region

from screens.review import HEAT_LOOK
from screens.theme import THEMES
from screens.widgets.heat import CURSOR, RAMP, RESTING, Heat
from tests.screens.test_check_in import settle
from tracker.calendar.periods import Period, WeekStart
from tracker.calendar.yeargrid import DAYS, NAMES, year_laid_out
from tracker.views.day_marks import DayMark

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
TODAY = date(2026, 11, 20)
BRIGHT = Period(date(2026, 10, 1), LAST)
RESTS = {date(2026, 8, 3), date(2026, 8, 4)}


def mark(day: date) -> DayMark:
    return DayMark(day, 0 if day in RESTS or day > TODAY else day.day % 5, day in RESTS)


def year() -> list[DayMark]:
    return [mark(FIRST + timedelta(days=number)) for number in range((LAST - FIRST).days + 1)]


class HeatApp(App[int]):
    """A heatmap on its own."""

    CSS_PATH: ClassVar = [HEAT_LOOK]

    def __init__(self, week_start: WeekStart = "monday") -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.week_start: WeekStart = week_start
        self.went: list[date] = []
        self.chose: list[date] = []

    def compose(self) -> ComposeResult:
        yield Heat()

    def on_mount(self) -> None:
        self.heat.show(year(), TODAY, BRIGHT, self.week_start, TODAY)
        self.heat.focus()

    @property
    def heat(self) -> Heat:
        return self.query_one(Heat)

    def lines(self) -> list[str]:
        return ["".join(segment.text for segment in self.heat.render_line(y)) for y in range(9)]

    @on(Heat.Moved)
    def _went(self, event: Heat.Moved) -> None:
        self.went.append(event.day)

    @on(Heat.Chosen)
    def _chose(self, event: Heat.Chosen) -> None:
        self.chose.append(event.day)


@given(
    first=st.dates(date(1901, 1, 1), date(2198, 1, 1)),
    length=st.integers(1, 366),
    week_start=st.sampled_from(("monday", "sunday")),
    width=st.integers(0, 130),
    data=st.data(),
)
def test_every_day_in_view_is_found_where_it_stands(
    first: date, length: int, week_start: WeekStart, width: int, data: st.DataObject
) -> None:
    span = Period(first, first + timedelta(days=length - 1))
    chosen = data.draw(st.dates(span.first, span.last))
    grid = year_laid_out(span, week_start, width, chosen)
    assert grid.weeks <= 54
    for number in range(length):
        day = first + timedelta(days=number)
        x, y = grid.place(day)
        assert y == 1 + (day.weekday() + (week_start == "sunday")) % DAYS
        if NAMES <= x < NAMES + grid.shown * grid.cell:
            assert {grid.day_at(x + beside, y) for beside in range(grid.cell)} == {day}
    if grid.shown:
        assert NAMES <= grid.place(chosen)[0] <= max(NAMES, width - grid.cell)


@pytest.mark.parametrize(("width", "cell"), [(58, 1), (80, 1), (109, 1), (110, 2), (120, 2)])
def test_a_week_takes_two_cells_where_all_weeks_fit(width: int, cell: int) -> None:
    long_year = Period(date(2000, 1, 2), date(2000, 12, 31))  # 53 weeks from a Monday
    assert year_laid_out(long_year, "monday", width, date(2000, 6, 1)).cell == cell
    assert year_laid_out(long_year, "monday", 58, date(2000, 6, 1)).shown == 53


@pytest.mark.parametrize("week_start", ["monday", "sunday"])
async def test_each_day_has_its_glyph_and_days_to_come_have_none(week_start: WeekStart) -> None:
    app = HeatApp(week_start)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = app.lines()
        grid = year_laid_out(Period(FIRST, LAST), week_start, 80, TODAY)
        for one in year():
            x, y = grid.place(one.day)
            wanted = " " if one.day > TODAY else RESTING if one.rests else RAMP[one.level]
            assert lines[y][x] == (CURSOR if one.day == TODAY else wanted), one.day
        assert lines[1].startswith("Mon" if week_start == "monday" else "Sun")
        assert [name for name in lines[0].split() if name in ("Jan", "Jun", "Dec")] == ["Jan", "Jun", "Dec"]
        assert "rest" in lines[8]


async def test_the_arrows_go_by_weeks_and_days_and_stop_at_the_ends() -> None:
    app = HeatApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, day in (
            ("left", date(2026, 11, 13)),
            ("up", date(2026, 11, 12)),
            ("pageup", date(2026, 10, 12)),
            ("down", date(2026, 10, 13)),
            ("home", FIRST),
            ("left", FIRST),
            ("end", TODAY),
            ("down", TODAY),
            ("right", TODAY),
        ):
            await pilot.press(key)
            assert app.heat.day == day, key
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.went) == 6, "standing still tells nothing"
        assert app.chose == [TODAY]


async def test_a_click_goes_there_and_a_second_one_chooses() -> None:
    app = HeatApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        wanted = date(2026, 3, 4)
        at = year_laid_out(Period(FIRST, LAST), "monday", 80, TODAY).place(wanted)
        await pilot.click(Heat, offset=at)
        assert (app.went, app.chose) == ([wanted], [])
        await pilot.click(Heat, offset=at)
        assert app.chose == [wanted]
        await pilot.click(Heat, offset=(0, 3))
        await pilot.click(Heat, offset=(79, 3))
        assert app.heat.day == wanted


async def test_only_changed_cells_are_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = HeatApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        drawn: list[Region] = []
        monkeypatch.setattr(app.heat, "refresh", lambda *regions, **_: drawn.extend(regions))
        app.heat.show(year(), TODAY, BRIGHT, "monday")
        assert drawn == []
        app.heat.go_to(date(2026, 11, 19))
        assert [(region.width, region.height) for region in drawn] == [(1, 1), (1, 1)]
        drawn.clear()
        changed = [one._replace(level=4) if one.day == date(2026, 5, 5) else one for one in year()]
        app.heat.show(changed, TODAY, BRIGHT, "monday")
        assert len(drawn) == 1


async def test_a_narrow_field_shows_the_newest_weeks_and_follows_the_cursor() -> None:
    app = HeatApp()
    async with app.run_test(size=(30, 24)) as pilot:
        await settle(pilot)
        assert CURSOR in "".join(app.lines())
        app.heat.action_first()
        await settle(pilot)
        assert CURSOR in "".join(app.lines())
        assert app.lines()[0].split()[0] == "Jan"
        assert all(len(line) == 30 for line in app.lines())


async def test_nothing_to_show_is_no_mistake() -> None:
    app = HeatApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.heat.show([], TODAY, BRIGHT)
        app.heat.action_later_week()
        await settle(pilot)
        assert len(app.lines()) == 9
