"""The month view: what it shows in any field, where keys and mouse lead, and how little it draws again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Input

import screens
from screens.theme import THEMES
from screens.widgets.keys import MONTH
from screens.widgets.marks import MARKS, Line, day_lines, day_text, in_order, legend, weekday_line
from screens.widgets.month import Marks, Month
from tracker.calendar.days import FIRST_DAY
from tracker.calendar.monthgrid import LAST_DAY, Box
from tracker.calendar.periods import WeekStart

TODAY = date(2026, 11, 22)
"""A Sunday."""
BUSY: Marks = {
    date(2026, 11, 13): ("trip", "milestone"),
    date(2026, 11, 18): ("date",),
    date(2026, 11, 24): ("pause",),
    date(2026, 12, 4): ("date",),
}
NARROW, ROOMY = (22, 9), (44, 16)


class Watched(Month):
    """A month view that remembers what it was asked to draw again."""

    def __init__(self, today: date, *, week_start: WeekStart = "monday") -> None:
        super().__init__(today, week_start=week_start)
        self.drawn: list[Region | None] = []

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Watched:
        self.drawn += regions or [None]
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self


class Window(App[None]):
    """A month view alone, and a field that can have the focus instead."""

    CSS_PATH = [Path(screens.__path__[0]) / "widgets" / "month.tcss"]
    CSS = "Month { width: 1fr; height: 1fr; } Input { height: 1; border: none; display: none; }"

    def __init__(
        self, day: date = TODAY, marks: Marks | None = None, week_start: WeekStart = "monday"
    ) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.month = Watched(TODAY, week_start=week_start)
        self.month.show(day, {} if marks is None else marks)
        self.heard: list[tuple[str, date]] = []

    def compose(self) -> ComposeResult:
        yield self.month
        yield Input()

    def on_click(self) -> None:
        self.heard.append(("click", TODAY))

    def on_mouse_scroll_down(self) -> None:
        self.heard.append(("wheel", TODAY))

    @on(Month.Moved, "Month")
    def _moved(self, event: Month.Moved) -> None:
        self.heard.append(("moved", event.day))

    @on(Month.Chosen, "Month")
    def _chosen(self, event: Month.Chosen) -> None:
        self.heard.append(("chosen", event.day))


def lines(app: Window) -> list[str]:
    """What stands on the screen, line by line."""
    return ["".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()]


def pieces(app: Window, y: int) -> list[Segment]:
    return [segment for segment in app.screen._compositor.render_strips()[y] if segment.text.strip()]


def colour(segment: Segment) -> tuple[int, int, int] | None:
    known = segment.style.color if segment.style else None
    return (known.triplet.red, known.triplet.green, known.triplet.blue) if known and known.triplet else None


def place(app: Window, day: date) -> Box:
    box = app.month._grid.box_of(day)
    assert box is not None
    return box


async def click(pilot: Pilot[None], app: Window, day: date) -> None:
    box = place(app, day)
    await pilot.click(Month, offset=(box.x + 1, box.y))
    await pilot.pause()


# ── What it shows ──


async def test_twenty_two_by_nine_hold_a_whole_month() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert lines(app) == [
            " ‹  November 2026   › ",
            " Mo Tu We Th Fr Sa Su ",
            "                    1 ",
            "  2  3  4  5  6  7  8 ",
            "  9 10 11 12 13▲14 15 ",
            " 16 17 18♥19 20 21 22 ",
            " 23 24–25 26 27 28 29 ",
            " 30                   ",
            " ▲trip ♥date ◆step –  ",
        ]


async def test_more_room_brings_all_marks_words_and_brackets_round_today() -> None:
    app = Window(date(2026, 11, 13), BUSY, "sunday")
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.pause()
        assert [line.rstrip() for line in lines(app)] == [
            " ‹             November 2026             ›",
            "  Sun   Mon   Tue   Wed   Thu   Fri   Sat",
            "   1     2     3     4     5     6     7",
            "",
            "   8     9    10    11    12    13    14",
            "                                ▲ ◆",
            "  15    16    17    18    19    20    21",
            "                    ♥",
            " [22]   23    24    25    26    27    28",
            "              –",
            "  29    30",
            "",
            "",
            "",
            " Fri 13 Nov: trip, milestone",
            " ▲ trip  ♥ date  ◆ milestone  – pause",
        ]


async def test_much_room_brings_a_line_for_each_mark() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.pause()
        below = place(app, date(2026, 11, 13))
        for step, said in enumerate(("13", "▲ trip", "◆ milestone")):
            assert lines(app)[below.y + step][below.x :].lstrip().startswith(said)


@pytest.mark.parametrize(
    "size", [(1, 1), (2, 1), (1, 9), (22, 1), (22, 3), (5, 5), (21, 8), (23, 10), (200, 3), (200, 70)]
)
async def test_no_field_is_too_small_and_the_chosen_days_week_is_always_there(size: tuple[int, int]) -> None:
    app = Window(date(2026, 8, 31), BUSY)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert all(cell_len(line) == size[0] for line in lines(app))
        if size[0] >= 22:
            assert any("31" in line for line in lines(app))
        for key in ("left", "up", "pagedown", "pageup", "home", "enter"):
            await pilot.press(key)
        for x, y in {(0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)}:
            await pilot.click(Month, offset=(x, y))
        assert FIRST_DAY <= app.month.day <= LAST_DAY


async def test_a_low_field_follows_the_cursor() -> None:
    app = Window(date(2026, 8, 3))
    async with app.run_test(size=(22, 3)) as pilot:
        await pilot.pause()
        assert lines(app)[2].split()[0] == "3"
        await pilot.press("down", "down")
        await pilot.pause()
        assert lines(app)[2].split()[0] == "17"


async def test_a_frame_around_it_moves_nothing_in_it() -> None:
    app = Window(marks=BUSY)
    app.month.styles.border = ("round", "white")
    app.month.styles.padding = (1, 2)
    async with app.run_test(size=(28, 13)) as pilot:
        await pilot.pause()
        assert lines(app)[2][3:25] == " ‹  November 2026   › "
        await pilot.click(Month, offset=(3 + 1, 2 + 3))
        assert app.month.day == date(2026, 11, 2)


async def test_growing_and_shrinking_lays_it_out_anew() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.resize_terminal(*ROOMY)
        await pilot.pause()
        assert lines(app)[1].split()[0] == "Mon"
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert lines(app)[1].split()[0] == "Mo"


# ── Without colour ──


async def test_without_colour_the_chosen_day_today_and_every_mark_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Window(date(2026, 11, 18), BUSY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        seen = pieces(app, place(app, TODAY).y)
        assert all(len({*triplet}) == 1 for s in seen if (triplet := colour(s)))
        assert [s.text for s in seen if s.style and s.style.reverse] == ["18♥"]
        assert [s.text for s in seen if s.style and s.style.underline] == ["22"]
        await pilot.press("home")
        await pilot.pause()
        both = [s for s in pieces(app, place(app, TODAY).y) if s.style and s.style.reverse]
        assert [(s.text, s.style and s.style.underline) for s in both] == [("22", True)]
        app.month.show(date(2026, 11, 18), BUSY)
        app.query_one(Input).display = True
        app.query_one(Input).focus()
        await pilot.pause()
        left = pieces(app, place(app, TODAY).y)
        assert [s.text for s in left if s.style and s.style.reverse] == ["18♥"]
        assert [s.style and s.style.bold for s in left if s.text == "18♥"] != [
            s.style and s.style.bold for s in seen if s.text == "18♥"
        ]


def test_every_mark_has_a_glyph_of_one_cell_of_its_own() -> None:
    glyphs = [mark.glyph for mark in MARKS.values()]
    assert len({*glyphs, "+", "•"}) == len(MARKS) + 2
    assert all(cell_len(glyph) == 1 for glyph in (*glyphs, "+", "•", "‹", "›"))


# ── Going about ──


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("left", date(2026, 11, 29)),
        ("right", date(2026, 12, 1)),
        ("up", date(2026, 11, 23)),
        ("down", date(2026, 12, 7)),
        ("pageup", date(2026, 10, 30)),
        ("pagedown", date(2026, 12, 30)),
        ("home", TODAY),
    ],
)
async def test_each_key_leads_to_its_day_and_says_so_once(key: str, day: date) -> None:
    app = Window(date(2026, 11, 30))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert (app.month.day, app.heard) == (day, [("moved", day)])


async def test_enter_chooses_and_moves_nothing() -> None:
    app = Window(date(2026, 11, 30))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("enter")
        assert app.heard == [("chosen", date(2026, 11, 30))]


async def test_months_are_turned_over_without_forgetting_the_day() -> None:
    app = Window(date(2028, 1, 31))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("pagedown", "pagedown")
        assert [day for _, day in app.heard] == [date(2028, 2, 29), date(2028, 3, 31)]
        await pilot.press("pageup", "left", "pagedown")
        assert app.month.day == date(2028, 3, 28)


@pytest.mark.parametrize(
    ("end", "keys"), [(FIRST_DAY, ("left", "up", "pageup")), (LAST_DAY, ("right", "down", "pagedown"))]
)
async def test_at_the_ends_of_the_calendar_it_stays_and_says_nothing(end: date, keys: Iterable[str]) -> None:
    app = Window(end)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys)
        assert (app.month.day, app.heard) == (end, [])


async def test_a_click_goes_to_a_day_and_another_chooses_it() -> None:
    app = Window()
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.pause()
        for _ in range(2):
            await click(pilot, app, date(2026, 11, 5))
        assert app.heard == [("moved", date(2026, 11, 5)), ("chosen", date(2026, 11, 5))]


async def test_a_click_beside_the_days_does_nothing() -> None:
    app = Window()
    async with app.run_test(size=ROOMY) as pilot:
        for offset in ((2, 2), (0, 8), (20, 0), (3, 1), (3, 15), (43, 8)):
            await pilot.click(Month, offset=offset)
        assert (app.month.day, app.heard) == (TODAY, [])


async def test_arrows_and_wheel_turn_the_months() -> None:
    app = Window()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.click(Month, offset=(1, 0))
        assert app.month.day == date(2026, 10, 22)
        await pilot.click(Month, offset=(20, 0))
        assert app.month.day == TODAY
        await pilot._post_mouse_events([MouseScrollDown], Month, offset=(5, 5))
        assert app.month.day == date(2026, 12, 22)
        await pilot._post_mouse_events([MouseScrollUp], Month, offset=(5, 5))
        assert app.month.day == TODAY
        assert len(app.heard) == 4


async def test_the_pointer_is_told_what_lies_on_a_day() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for day, said in ((date(2026, 11, 13), "Fri 13 Nov: trip, milestone"), (date(2026, 11, 6), None)):
            box = place(app, day)
            await pilot.hover(Month, offset=(box.x, box.y))
            assert app.month.tooltip == said


# ── Being shown something ──


async def test_what_the_screen_shows_is_not_said_back() -> None:
    app = Window()
    async with app.run_test(size=NARROW) as pilot:
        app.month.show(date(2027, 2, 14), BUSY)
        await pilot.pause()
        assert "February 2027" in lines(app)[0]
        assert (app.month.day, app.heard) == (date(2027, 2, 14), [])


async def test_today_and_the_week_start_may_change_while_it_is_open() -> None:
    app = Window(date(2026, 11, 18))
    async with app.run_test(size=ROOMY) as pilot:
        await pilot.pause()
        assert "[22]" in "".join(lines(app))
        app.month.show(date(2026, 11, 18), {}, today=date(2026, 11, 23))
        await pilot.pause()
        assert "[23]" in "".join(lines(app))
        assert "[22]" not in "".join(lines(app))
        app.month.show(date(2026, 11, 18), {}, week_start="sunday")
        await pilot.pause()
        assert lines(app)[1].split()[0] == "Sun"
        await pilot.press("home")
        assert app.month.day == date(2026, 11, 23)


@pytest.mark.parametrize("day", [date.min, date.max])
async def test_a_day_of_another_age_is_shown_as_near_as_can_be(day: date) -> None:
    app = Window()
    async with app.run_test(size=NARROW) as pilot:
        app.month.show(day, {day: ("date",)})
        await pilot.pause()
        assert app.month.day in (FIRST_DAY, LAST_DAY)


async def test_marks_are_asked_for_again_in_another_month() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("pagedown")
        await pilot.pause()
        assert any(" 4♥" in line for line in lines(app))


# ── How little is drawn ──


async def drawn_by(app: Window, pilot: Pilot[None], *keys: str) -> list[Region | None]:
    await pilot.pause()
    app.month.drawn.clear()
    await pilot.press(*keys)
    await pilot.pause()
    return app.month.drawn


async def test_a_step_within_the_month_draws_two_days_and_the_words_about_the_day() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=ROOMY) as pilot:
        drawn = await drawn_by(app, pilot, "left")
        boxes = {Region(*place(app, day)) for day in (TODAY, TODAY - timedelta(days=1))}
        assert set(drawn) == {*boxes, Region(0, 14, 44, 1)}


async def test_another_month_is_drawn_whole_and_once() -> None:
    app = Window(marks=BUSY)
    async with app.run_test(size=NARROW) as pilot:
        assert await drawn_by(app, pilot, "pagedown") == [None]


async def test_showing_the_same_draws_nothing_and_one_new_mark_its_day_and_the_legend() -> None:
    marks: dict[date, tuple[str, ...]] = {TODAY: ("date",)}
    app = Window(marks=marks)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        app.month.drawn.clear()
        app.month.show(TODAY, dict(marks))
        assert app.month.drawn == []
        marks[date(2026, 11, 6)] = ("date",)
        app.month.show(TODAY, marks)
        assert app.month.drawn == [Region(*place(app, date(2026, 11, 6)))]
        app.month.drawn.clear()
        marks[date(2026, 11, 6)] = ("trip", "date")
        app.month.show(TODAY, marks)
        assert set(app.month.drawn) == {Region(*place(app, date(2026, 11, 6))), Region(0, 8, 22, 1)}


# ── The pieces ──


names = st.lists(st.sampled_from([*MARKS, "birthday"]), max_size=6)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


@given(st.integers(1, 31), names, st.booleans(), st.integers(3, 12), st.integers(1, 3))
def test_a_day_takes_exactly_its_cells_and_always_says_its_number(
    number: int, given_names: list[str], today: bool, width: int, height: int
) -> None:
    drawn = day_lines(number, given_names, today, width, height)
    assert [cell_len(text(line)) for line in drawn] == [width] * height
    assert str(number) in text(drawn[0])
    assert ("[" in text(drawn[0])) == (today and width >= 5)
    if given_names:
        assert any(piece.text in "▲♥◆–•+" for line in drawn for piece in line if piece.text.strip())


def test_more_marks_than_room_end_in_a_plus() -> None:
    every = ("pause", "milestone", "date", "trip")
    assert text(day_lines(7, every, False, 3, 1)[0]) == " 7▲"
    assert text(day_lines(7, every, False, 4, 1)[0]) == " 7▲+"
    assert text(day_lines(7, every, False, 4, 2)[1]) == " ▲♥+"
    assert text(day_lines(7, every, False, 6, 2)[1]) == " ▲♥◆– "


@given(names, st.integers(19, 60))
def test_the_legend_fits_and_shows_every_mark_of_the_month(given_names: list[str], width: int) -> None:
    known = [name for name in given_names if name in MARKS]
    line = text(legend(known, width))
    assert cell_len(line) <= width
    assert all(MARKS[name].glyph in line for name in known)


def test_the_legend_explains_as_fully_as_there_is_room() -> None:
    assert text(legend((), 43)) == "▲ trip  ♥ date  ◆ milestone  – pause"
    assert text(legend((), 30)) == "▲trip ♥date ◆milestone –pause"
    assert text(legend(("pause", "date"), 21)) == "♥ date  – pause"
    assert text(legend(("pause", "date", "trip"), 21)) == "▲trip ♥date –pause"
    assert text(legend((), 3)) == ""


def test_marks_come_once_and_in_their_order() -> None:
    assert in_order(["pause", "x", "date", "date", "trip"]) == ("trip", "date", "pause", "x")


def test_a_day_is_spelt_out() -> None:
    assert day_text(TODAY, ("date", "trip"), True) == "Sun 22 Nov, today: trip, date"
    assert day_text(TODAY, (), False) == "Sun 22 Nov"


@pytest.mark.parametrize("width", range(3, 13))
def test_weekdays_stand_above_their_days(width: int) -> None:
    line = text(weekday_line("sunday", width))
    assert cell_len(line) == 7 * width + 1
    letters = 2 if width == 3 else 3
    assert line.split() == [name[:letters] for name in ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")]


def test_every_command_has_an_id_of_its_own_and_explains_itself() -> None:
    declared = [binding for binding in MONTH if isinstance(binding, Binding)]
    assert len(declared) == len(MONTH) == len({binding.id for binding in declared})
    assert all(binding.id and binding.tooltip and binding.group for binding in declared)
    assert sum(binding.show for binding in declared) == 1
