"""Every list at every width from 60 up: nothing touches, days stand in full, a title is cut last."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.screen import Screen

from screens.app import RekindleApp
from screens.dialogs.pause import PausesDialog
from screens.dialogs.removed import RemovedDialog
from screens.goals.goal import GoalDialog
from screens.journey.beginnings import BeginningsDialog
from screens.plain import on_line
from screens.plans.checklist import ChecklistDialog
from screens.plans.deck import DeckDialog
from screens.plans.memories import MemoriesDialog
from screens.widgets.rooms import Part, texts
from screens.widgets.rows import Cell, Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import settle, text_of
from tracker.acts.beginnings import add_beginning
from tracker.acts.couple import set_up
from tracker.acts.entries import appreciate, tell
from tracker.acts.goals import start_goal
from tracker.acts.milestones import reach_milestone
from tracker.acts.pauses import pause
from tracker.acts.plans import happened, idea, plan
from tracker.acts.remarks import remark
from tracker.acts.removal import remove
from tracker.acts.rituals import add_ritual, did
from tracker.calendar.when import When

WIDTHS = (60, 72, 80, 100, 120, 200)
TITLES = (
    "Theatre",
    "Two nights in the lighthouse keeper's house at the very end of the line",
    "京都の桜を見に行く、それから温泉に泊まってゆっくりする週末の旅",
    "🎭👩‍👩‍👧 ❤️ Blindfolded supermarket 🛒 tour with a picnic on the roof 🌇",
)
DAY = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d?\d [A-Z][a-z]{2}(?: \d{4})?(?:, \d\d:\d\d)?")


@pytest.fixture
def full(bare: World) -> World:
    """Long names, long titles, and days of this year, the last and the next, on every page."""
    bare.clock.move_to(datetime(2026, 12, 29, 12, tzinfo=UTC))
    names = ("Alexandria-Wilhelmina von der Lindenallee", "サマンサ")
    bare.do(lambda at: set_up(at, names, effort_start=date(2024, 8, 3), time_zone="UTC"))
    alex, sam = bare.alex.id, bare.sam.id
    bare.account.set_me(bare.at().couple.id, alex)
    for number, title in enumerate(TITLES):
        _plans(bare, number, title)
        bare.do(partial(add_ritual, name=f"{title}"[:60], times=2))
        bare.do(partial(add_beginning, by=alex, kind="place", text=title, on=date(2011, 6, 18)))
        bare.do(partial(appreciate, by=sam, text=title * 2, cue=title, day=date(2026, 12, 20 + number)))
        bare.do(partial(appreciate, by=alex, text=title * 2, cue=title))
        bare.do(partial(pause, first=date(2025, 3, 4 + number), until=date(2027, 1, 5), text=title))
        steps = [title, f"{title}!"[:80]]
        bare.do(partial(start_goal, name=title, why_fun=title, steps=steps, target_day=date(2027, 9, 30)))
    told = bare.at().library.appreciations.on(date(2026, 12, 21))[0].id
    bare.do(partial(tell, record_id=told, me=sam))
    first = bare.at().library.milestones
    bare.do(partial(reach_milestone, milestone_id=next(iter(first)).id, day=date(2025, 9, 30)))
    bare.do(partial(did, key="date", by="", day=date(2026, 12, 22)))
    bare.do(lambda at: remove(at, "pauses", next(iter(at.library.pauses)).id, me=alex))
    return bare


def _plans(bare: World, number: int, title: str) -> None:
    add = partial(plan, by=bare.alex.id, title=title, childcare="needed")
    evening = time(19, 30)
    bare.do(partial(add, kind="date", start=When(date(2027, 1, 12 + number), evening), surprise=number == 0))
    bare.do(
        partial(
            add, kind="date", start=When(date(2026, 12, 30), evening), end=When(date(2027, 1, 1), evening)
        )
    )
    bare.do(partial(add, kind="trip", start=When(date(2026, 12, 31)), end=When(date(2027, 1, 3))))
    bare.do(partial(add, kind="trip", start=When(date(2027, 1, 22 + number)), end=When(date(2027, 2, 3))))
    bare.do(partial(add, kind="date", start=When(date(2026, 12, 20 + number), evening)))  # did it happen?
    for kind in ("date", "trip"):
        bare.do(partial(idea, by="", kind=kind, title=title))
        bare.do(partial(add, kind=kind, start=None))
        long_ago = When(date(2025, 12, 26 + number))
        bare.do(partial(add, kind=kind, start=long_ago))
        planned = bare.at().library.plans.of(kind, "planned")
        lived = next(one.id for one in planned if one.begins == long_ago)
        bare.do(partial(happened, plan_id=lived, me=bare.alex.id))
        bare.do(partial(remark, plan_id=lived, by=bare.sam.id, text=title))


def check(app: RekindleApp, width: int) -> None:
    """All lists of the screen that is shown."""
    for line in text_of(app).split("\n"):
        assert cell_len(line) <= width
    for rows in app.screen.query(Rows):
        room = rows.scrollable_content_region.width
        if rows.display and room:
            for row in rows.rows:
                check_row(row.cells, room)


def check_row(cells: tuple[Cell, ...], room: int) -> None:
    drawn = texts(cells, room)
    line = "".join(drawn)
    assert cell_len(line) <= room
    for one, other in pairwise(text for text in drawn if text):
        assert one.endswith(" ") or other.startswith(" "), line
    cut = {place for place, cell in enumerate(cells) if on_line(cell.text).strip() not in drawn[place]}
    for place in cut:
        assert not DAY.search(cells[place].text) or not drawn[place].strip(), line
    titles = {
        place
        for place, cell in enumerate(cells)
        if cell.part == "title" or (cell.width is None and not cell.part)
    }
    asides = {place for place, cell in enumerate(cells) if cell.part in ("aside", "whole")}
    if len(titles) == 1 and titles <= cut:
        assert not any(drawn[place].strip() for place in asides), line


def _goal(world: World) -> GoalDialog:
    return GoalDialog(world.at().library.goals.in_state("active")[0].id)


def _checklist(world: World) -> ChecklistDialog:
    return ChecklistDialog(next(one.id for one in world.at().library.plans if one.kind == "trip"))


DIALOGS: tuple[Callable[[World], Screen[None]], ...] = (
    lambda _: MemoriesDialog(),
    lambda _: PausesDialog(),
    lambda _: RemovedDialog(),
    lambda _: BeginningsDialog(),
    lambda _: DeckDialog("date"),
    lambda _: DeckDialog("trip"),
    _goal,
    _checklist,
)


@pytest.mark.parametrize("width", WIDTHS)
async def test_on_every_page_nothing_touches_and_a_title_is_cut_last(full: World, width: int) -> None:
    app = full.app()
    async with app.run_test(size=(width, 40)) as pilot:
        await settle(pilot)
        for page in ("today", "dates", "trips", "goals", "review", "journey"):
            app.action_page(page)
            await settle(pilot)
            check(app, width)
        for make in DIALOGS:
            dialog = make(full)
            app.push_screen(dialog)
            await settle(pilot)
            check(app, width)
            dialog.dismiss(None)
            await settle(pilot)


@pytest.mark.parametrize("width", WIDTHS)
async def test_days_of_the_next_year_stand_in_full_before_their_titles(full: World, width: int) -> None:
    full.do(partial(plan, by="", kind="date", title="Opera", start=When(date(2026, 12, 29), time(19, 30))))
    full.clock.move_to(datetime(2026, 12, 27, 12, tzinfo=UTC))
    app = full.app()
    async with app.run_test(size=(width, 60)) as pilot:
        app.action_page("dates")
        await settle(pilot)
        shown = text_of(app)
        assert re.search(r"Tue 12 Jan 2027, 19:30 {2,}Theatre", shown)
        app.action_page("trips")
        await settle(pilot)
        assert "Thu 31 Dec – Sun 3 Jan 2027" in text_of(app)


@pytest.mark.parametrize("width", WIDTHS)
async def test_today_keeps_the_hour_of_a_plan_in_the_next_year(alex_here: World, width: int) -> None:
    start = When(date(2027, 1, 15), time(19, 30))
    alex_here.do(partial(plan, by="", kind="date", title="Theatre", start=start, childcare="needed"))
    first, last = When(date(2027, 12, 31)), When(date(2028, 1, 2))
    alex_here.do(partial(plan, by="", kind="trip", title=TITLES[1], start=first, end=last))
    app = alex_here.app()
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        shown = text_of(app)
        assert re.search(r"Fri 15 Jan 2027, 19:30 {2,}Theatre", shown)
        assert TITLES[1][:40] in shown
        assert "Fri 31 Dec 2027 – Sun 2 Jan 2028" in shown


PARTS: tuple[Part, ...] = ("", "title", "aside", "whole")
CELLS = st.builds(
    Cell,
    st.text(st.sampled_from("ab 京é🎭"), max_size=30),
    st.just(""),
    st.none() | st.integers(0, 30),
    st.sampled_from(PARTS),
)


@settings(max_examples=400)
@given(st.lists(CELLS, max_size=6).map(tuple), st.integers(0, 120))
def test_whatever_stands_in_a_row_it_stays_on_its_line_and_apart(cells: tuple[Cell, ...], width: int) -> None:
    drawn = texts(cells, width)
    assert len(drawn) == len(cells)
    assert sum(map(cell_len, drawn)) <= width
    said = [text for text in drawn if text]
    titles = [cell for cell in cells if cell.part == "title" or (cell.width is None and not cell.part)]
    if width >= 60 and len(titles) < 2:  # no row of ours has two long ones
        assert all(one.endswith(" ") or other.startswith(" ") for one, other in pairwise(said))
