"""The Review page: quarters to page through, the year's days in words, and the same for whoever looks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.review import actions
from screens.review.reading import ReadDialog, reading_of
from screens.review.rows import rows_of
from screens.review.screen import ReviewScreen
from screens.review.write_out import open_file, usual_folder
from screens.widgets.fields import Choice
from screens.widgets.heat import Heat
from screens.widgets.lines import TopLine
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_hostile import HOSTILE, assert_clean, name_of
from tracker.acts.couple import change_couple, set_up
from tracker.acts.entries import appreciate, set_weather, tell
from tracker.acts.pauses import pause
from tracker.acts.plans import happened, plan
from tracker.acts.reviews import answer, renew, resolve
from tracker.acts.rituals import add_ritual, did
from tracker.acts.scenes import read_together, write_scene
from tracker.acts.tried import mark_tried
from tracker.calendar.when import When
from tracker.views.review import review_page

QUARTER = "2026Q4"
FIRST_QUESTION = "one-picture"


async def review(app: RekindleApp, pilot: Pilot[int]) -> ReviewScreen:
    await settle(pilot)
    await app.run_action("page('review')")
    await settle(pilot)
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def rows(screen: ReviewScreen) -> str:
    return "\n".join("".join(cell.text for cell in row.cells) for row in screen.query_one(Rows).rows)


def day_shown(screen: ReviewScreen) -> str:
    return str(screen.query_one("#day", Static).content)


def lived(world: World) -> None:
    """A quarter with something of everything."""
    world.do(partial(plan, by="", kind="date", title="Long walk", start=When(date(2026, 11, 10))))
    (walk,) = world.at().library.plans
    world.do(partial(happened, plan_id=walk.id, me=world.alex.id))
    world.do(partial(appreciate, by=world.alex.id, text="You sang.\nOut of tune.", day=date(2026, 11, 11)))
    (note,) = world.at().library.appreciations
    world.do(partial(tell, record_id=note.id, me=world.alex.id))
    world.do(partial(did, key="trip", by="", day=date(2026, 9, 5)))
    world.do(partial(pause, first=date(2026, 10, 12), until=date(2026, 10, 14), kind="illness"))


async def test_quarters_are_paged_from_the_first_to_the_running_one(alex_here: World) -> None:
    alex_here.do(partial(did, key="date", by="", day=date(2026, 4, 1)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        titles = []
        for by in (0, 1, -1, -1, -1):
            screen.action_quarter(by)
            await settle(pilot)
            assert screen.shown is not None
            titles.append(screen.shown.quarter)
        assert titles == ["2026Q4", "2026Q4", "2026Q3", "2026Q2", "2026Q2"]
        assert "April to June 2026" in text_of(app)
        assert "so far" not in screen.query_one(TopLine).render_line(0).text
        assert screen.query_one(Heat).day == date(2026, 6, 30)
        screen.go_to("2026Q4")
        assert "so far" in screen.query_one(TopLine).render_line(0).text
        assert screen.query_one(Heat).day == date(2026, 11, 20)


@pytest.mark.parametrize(("before", "after"), [("left", "right"), ("[", "]")])
async def test_the_keys_page_from_the_list(world: World, before: str, after: str) -> None:
    world.do(partial(did, key="date", by="", day=date(2026, 4, 1)))
    world.account.set_me(world.at().couple.id, world.alex.id)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        await pilot.press(before)
        assert screen.shown is not None
        assert screen.shown.quarter == "2026Q3"
        await pilot.press(after)
        assert screen.shown.quarter == "2026Q4"


async def test_the_chosen_day_is_said_in_words_and_read_whole(alex_here: World) -> None:
    lived(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        assert "Nothing is noted" in day_shown(screen)
        await pilot.press("d", *["up"] * 9)
        assert "Wed 11 Nov 2026" in day_shown(screen)
        assert "You sang." in day_shown(screen)
        await pilot.press("up")
        assert "Long walk" in day_shown(screen)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReadDialog)
        assert "Out of tune." in text_of(app)
        await pilot.press("escape", "d")
        assert screen.query_one(Rows).has_focus


async def test_the_rows_tell_of_the_quarter_and_open(alex_here: World) -> None:
    lived(alex_here)
    alex_here.do(
        partial(answer, quarter=QUARTER, question=FIRST_QUESTION, by=alex_here.sam.id, text="The tent")
    )
    alex_here.do(partial(resolve, quarter="2026Q3", text="Fewer screens"))
    alex_here.do(partial(resolve, quarter=QUARTER, text="A walk each Sunday"))
    alex_here.do(partial(renew, quarter=QUARTER))
    app = alex_here.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await review(app, pilot)
        said = rows(screen)
        for words in (
            "Rhythm",
            "Long walk",
            "Worth rereading",
            "illness, 12 Oct to 14 Oct",
            "ours: only beside yourselves",
            "1 date so far",
            "Fewer screens",
            "The tent",
            "A walk each Sunday",
            "You both said so on 20 Nov",
        ):
            assert words in said, words
        for row in [row.id for row in screen.query_one(Rows).rows if row.id]:
            assert screen.shown is not None
            if row.startswith(("figure", "renewed")):
                continue
            assert reading_of(screen.shown, row) is not None, row
            actions.open_row(screen, row)
            await settle(pilot)
            assert isinstance(app.screen, ReadDialog), row
            app.pop_screen()


async def test_every_row_can_be_reached_on_a_small_screen(alex_here: World) -> None:
    lived(alex_here)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        listed = screen.query_one(Rows)
        listed.action_last()
        await settle(pilot)
        assert listed.chosen == listed.rows[-1].id or listed.rows[-1].id == ""
        assert "The evening" in text_of(app)


async def test_an_empty_quarter_is_kind_and_says_what_to_do(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        assert "blank page so far" in rows(screen)
        assert "one thing noticed" in rows(screen)
        assert "still open" not in rows(screen), "waves of nothing say nothing"
        assert "Enter begins it" in rows(screen)


async def test_without_rhythm_there_are_neither_figures_nor_waves(alex_here: World) -> None:
    lived(alex_here)
    alex_here.do(partial(resolve, quarter=QUARTER, text="A walk"))
    alex_here.do(partial(change_couple, show_rhythm=False, show_month=False))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        assert "Rhythm" not in rows(screen)
        assert "Since the quarter" not in rows(screen)
        assert "As it stood" not in rows(screen)
        assert "Long walk" in rows(screen)
        assert "Month" not in text_of(app).splitlines()[0]


async def test_another_windows_entry_shows_in_place(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await review(app, pilot)
        screen.query_one(Heat).go_to(date(2026, 11, 10))
        lived(alex_here)
        app.reload()
        await settle(pilot)
        assert "Long walk" in rows(screen)
        assert "Long walk" in day_shown(screen)
        assert screen.query_one(Heat).day == date(2026, 11, 10)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (30, 8)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_hostile_words_are_shown_as_they_are(bare: World, size: tuple[int, int]) -> None:
    names = (name_of(HOSTILE[1]), name_of(HOSTILE[7]))
    bare.do(lambda at: set_up(at, names, effort_start=date(2026, 8, 3), time_zone="UTC"))
    me, other = bare.alex.id, bare.sam.id
    bare.account.set_me(bare.at().couple.id, me)
    for place, text in enumerate(HOSTILE):
        day = date(2026, 11, 20)
        bare.do(partial(add_ritual, name=name_of(text) + str(place), times=1))
        bare.do(partial(did, key=name_of(text) + str(place), by="", day=day))
        bare.do(partial(appreciate, by=me, text="T" + text, day=day))
        for by in (me, other):
            bare.do(partial(answer, quarter=QUARTER, question=FIRST_QUESTION, by=by, text="A" + text))
        bare.do(partial(plan, by="", kind="date", title=name_of(text), start=When(day)))
    for one in bare.at().library.plans:
        bare.do(partial(happened, plan_id=one.id, me=me))
    for note in bare.at().library.appreciations:
        bare.do(partial(tell, record_id=note.id, me=me))
        break
    bare.do(partial(resolve, quarter=QUARTER, text="[/] $x"))
    for by in (me, other):
        bare.do(partial(write_scene, quarter=QUARTER, by=by, text="".join(HOSTILE[:9])))
    bare.do(partial(read_together, quarter=QUARTER))
    app = bare.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await review(app, pilot)
        assert_clean(app)
        actions.read_day(screen, date(2026, 11, 20))
        await settle(pilot)
        assert_clean(app)
        app.pop_screen()
        for kind in ("question", "answer", "scene", "wave", "memory", "resolution"):
            row = next(row.id for row in screen.query_one(Rows).rows if row.id.startswith(kind))
            actions.open_row(screen, row)
            await settle(pilot)
            assert_clean(app)
            app.pop_screen()
        actions.open_evening(screen)
        await settle(pilot)
        assert_clean(app)


@pytest.mark.parametrize("private", ["words", "weather", "tried", "scene"])
async def test_what_is_private_changes_nothing_that_is_shown(world: World, private: str) -> None:
    """Whatever one of them keeps for themselves: the page is the same for the other one, and for both."""
    other = world.sam.id
    secret = "SECRET" if private == "words" else "Tea"
    world.do(partial(appreciate, by=other, text=secret, cue=secret, day=date(2026, 11, 18)))
    plain = rows_of(review_page(world.at()))
    if private == "weather":
        world.do(partial(set_weather, me=other, level=1, day=date(2026, 11, 18)))
    if private == "tried":
        world.do(partial(mark_tried, practice="talk", me=other))
    if private == "scene":
        world.do(partial(write_scene, quarter=QUARTER, by=other, text="SECRET"))
    world.account.set_me(world.at().couple.id, world.alex.id)
    app = world.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await review(app, pilot)
        assert screen.query_one(Rows).rows == plain
        assert "SECRET" not in text_of(app)
        screen.query_one(Heat).go_to(date(2026, 11, 18))
        screen._show_day()
        assert day_shown(screen) == "Wednesday 18 November 2026\n\n♥ something noticed"
        actions.open_evening(screen)
        await settle(pilot)
        assert "SECRET" not in text_of(app)


async def test_two_quarters_stand_side_by_side_and_enter_leads_there(alex_here: World) -> None:
    alex_here.do(partial(did, key="date", by="", day=date(2026, 4, 1)))
    for quarter, text in (("2026Q2", "Fewer screens"), ("2026Q3", "More [/] walks"), (QUARTER, "Bread")):
        alex_here.do(partial(resolve, quarter=quarter, text=text))
    alex_here.do(
        partial(answer, quarter="2026Q2", question=FIRST_QUESTION, by=alex_here.sam.id, text="The [/] tent")
    )
    app = alex_here.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await review(app, pilot)
        actions.open_reread(screen)
        await settle(pilot)
        dialog = app.screen
        assert [row.id for row in dialog.query_one(Rows).rows] == [QUARTER, "2026Q3", "2026Q2"]
        assert "More [/] walks" in str(dialog.query_one("#other", Static).content)
        await pilot.press("down")
        await settle(pilot)
        shown = text_of(app)
        line = next(line for line in shown.splitlines() if "April to June 2026" in line and "October" in line)
        assert line.index("October") < line.index("April"), "side by side"
        assert "Sam: The [/] tent" in shown
        await pilot.press("enter")
        await settle(pilot)
        assert screen.shown is not None
        assert screen.shown.quarter == "2026Q2"


async def test_without_reviews_side_by_side_says_so(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        actions.open_reread(await review(app, pilot))
        await settle(pilot)
        assert "Nothing is kept of an evening yet" in text_of(app)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was shown with the machine's opener; nothing is."""
    shown: list[Path] = []

    def show(path: Path, env: Mapping[str, str]) -> bool:
        shown.append(path)
        return False

    monkeypatch.setattr("screens.review.write_out.open_file", show)
    return shown


@pytest.mark.parametrize(("form", "ending"), [("html", "html"), ("md", "md"), ("json", "json")])
async def test_the_page_is_written_opened_and_never_over_another(
    alex_here: World, tmp_path: Path, opened: list[Path], form: str, ending: str
) -> None:
    lived(alex_here)
    wanted = tmp_path / f"rekindle-2026Q4.{ending}"
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await review(app, pilot)
        for place, told in (
            (str(tmp_path / "rekindle-2026Q4.html"), "it lies at"),
            (str(tmp_path), "There is a file of that name already"),
            (str(tmp_path / "nowhere" / "a.html"), "no folder of that name"),
        ):
            app.clear_notifications()
            actions.open_write_out(screen)
            await settle(pilot)
            dialog = app.screen
            assert isinstance(dialog, Form)
            dialog.query_one("#field-place", Input).value = place
            choice = dialog.query_one("#field-format", Choice)
            choice.chosen = [value for value, _ in choice.options].index(form)
            await settle(pilot)
            dialog.action_save()
            await settle(pilot)
            assert told in text_of(app)
            if app.screen is dialog:
                app.pop_screen()
        assert opened == [wanted]
        assert "Long walk" in wanted.read_text(encoding="utf-8")
        assert wanted.stat().st_mode & 0o077 == 0


def test_without_a_desktop_nothing_is_opened_and_nobody_stumbles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.review.write_out.sys.platform", "linux")
    assert not open_file(tmp_path / "a.html", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not open_file(tmp_path / "a.html", {"DISPLAY": ":0"})
    (tmp_path / "xdg-open").write_text("not a program")
    (tmp_path / "xdg-open").chmod(0o700)
    assert not open_file(tmp_path / "a.html", {"DISPLAY": ":0"})


def test_the_suggested_place_is_the_documents_folder_or_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert usual_folder() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert usual_folder() == tmp_path / "Documents"


async def test_the_look_up_opens_from_here(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await review(app, pilot)
        await pilot.press("l")
        await settle(pilot)
        assert len(app.screen_stack) == 2
