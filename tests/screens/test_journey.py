"""The Journey page: every practice opens, every way leads somewhere, and one's own marks stay one's own."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.dialogs.pause import PausesDialog
from screens.dialogs.support import SupportDialog
from screens.journey import ways
from screens.journey.beginnings import BeginningDialog, BeginningsDialog
from screens.journey.practice import PracticeDialog
from screens.journey.reasons import ReasonsDialog
from screens.journey.screen import JourneyScreen
from screens.journey.talk import TalkDialog
from screens.lookup.dialog import LookupDialog
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_hostile import HOSTILE, assert_clean
from tracker.acts.beginnings import add_beginning
from tracker.acts.couple import change_couple, keep_support_numbers
from tracker.acts.pauses import pause
from tracker.acts.tried import mark_tried
from tracker.content import article
from tracker.content_talk import talk_questions

KEYS = [practice.key for practice in article().practices]


async def journey(app: RekindleApp, pilot: Pilot[int], on: str = "") -> JourneyScreen:
    await settle(pilot)
    await app.run_action("page('journey')")
    await settle(pilot)
    assert isinstance(app.screen, JourneyScreen)
    if on:
        app.screen.query_one(Rows).choose(f"practice:{on}")
    return app.screen


def marks(world: World) -> list[tuple[str, str]]:
    return [(mark.practice, mark.by) for mark in world.at().library.tried]


async def fill(pilot: Pilot[int], **values: str) -> None:
    """Type into the fields of the form that is open, and keep it."""
    form = pilot.app.screen
    assert isinstance(form, Form)
    for key, value in values.items():
        field = form.query_one(f"#field-{key}")
        if isinstance(field, TextArea):
            field.text = value
        elif isinstance(field, Input):
            field.value = value
    await settle(pilot)
    form.action_save()
    await settle(pilot)


async def take(app: RekindleApp, pilot: Pilot[int], practice: str, place: int) -> None:
    """Open a practice and go the way of this place."""
    screen = await journey(app, pilot, practice)
    ways.open_row(screen, f"practice:{practice}")
    await settle(pilot)
    assert isinstance(app.screen, PracticeDialog)
    app.screen.action_way(place)
    await settle(pilot)


# ── The list ──


async def test_the_twelve_stand_in_their_order_with_the_first_one_chosen(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot)
        rows = screen.query_one(Rows)
        assert [row.id for row in rows.rows if row.id.startswith("practice:")] == [
            f"practice:{k}" for k in KEYS
        ]
        assert rows.chosen == "practice:ebb-and-flow"
        shown = text_of(app)
        assert "Month 4" in shown
        assert "3 months, 17 days" in shown
        assert "the figure is ours" in shown
        assert "To begin (ours):" in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_the_chosen_one_is_told_below_or_beside(alex_here: World, size: tuple[int, int]) -> None:
    app = alex_here.app()
    async with app.run_test(size=size) as pilot:
        screen = await journey(app, pilot)
        for key in KEYS:
            screen.query_one(Rows).choose(f"practice:{key}")
            await settle(pilot)
            practice = article().practice(key)
            shown = str(screen.query_one("#chosen", Static).content)
            assert practice.gist in shown
            assert practice.begin in shown
            assert ("from the article, L" in shown) == (size[0] > 100)
            assert practice.begin.split()[-1] in text_of(app), key


async def test_space_marks_and_takes_back_ones_own_mark(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot, "talk")
        await pilot.press("space")
        assert marks(alex_here) == [("talk", alex_here.alex.id)]
        assert "◐  3" in text_of(app)
        await pilot.press("y")
        await settle(pilot)
        assert marks(alex_here) == []
        assert screen.query_one(Rows).chosen == "practice:talk"


async def test_the_other_ones_mark_is_not_shown_until_both_stand(alex_here: World) -> None:
    alex_here.do(lambda at: mark_tried(at, "talk", me=alex_here.sam.id))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot, "talk")
        assert "·  3" in text_of(app)
        screen.action_tried()
        await settle(pilot)
        assert "●  3" in text_of(app)
        assert "One of the twelve is tried by both of you" in text_of(app)


async def test_nobody_in_particular_marks_nothing(world: World) -> None:
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        screen = await journey(app, pilot, "talk")
        screen.action_tried()
        ways.open_row(screen, "practice:remember")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert app.screen is screen
    assert marks(world) == []


async def test_handing_over_takes_ones_marks_from_view(alex_here: World) -> None:
    alex_here.do(lambda at: mark_tried(at, "talk", me=alex_here.alex.id))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot, "talk")
        assert "◐" in str(screen.query_one(Rows).rows)
        screen.person_leaves()
        assert "◐" not in str(screen.query_one(Rows).rows)
        assert "You marked it" not in str(screen.query_one("#chosen", Static).content)


async def test_before_set_up_and_without_a_start(bare: World) -> None:
    app = bare.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.pop_screen()
        screen = await journey(app, pilot)
        screen.action_tried()
        screen.action_pause()
        screen.action_look_up()
        await settle(pilot)
        assert app.screen is screen


async def test_without_a_start_it_says_how_to_set_one(alex_here: World) -> None:
    alex_here.do(lambda at: change_couple(at, effort_start=None))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot)
        assert "No start is set yet" in text_of(app)
        assert "Month" not in text_of(app)
        ways.open_row(screen, "start")
        await settle(pilot)
        assert isinstance(app.screen, Form)


async def test_a_start_to_come_is_named(alex_here: World) -> None:
    alex_here.do(lambda at: change_couple(at, effort_start=date(2027, 3, 1)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await journey(app, pilot)
        assert "The months begin on Monday 1 March 2027." in text_of(app)


async def test_the_lines_above_say_where_they_lead(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot)
        for row in ("pauses", "window", "lookup"):
            screen.query_one(Rows).choose(row)
            await settle(pilot)
            assert "Enter" in str(screen.query_one("#chosen", Static).content)


async def test_the_look_up_opens_by_its_key_and_by_its_row_alone(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot)
        assert app.screen is screen
        await pilot.press("l")
        await settle(pilot)
        assert isinstance(app.screen, LookupDialog)
        await pilot.press("escape")
        await settle(pilot)
        ways.open_row(screen, "lookup")
        await settle(pilot)
        assert isinstance(app.screen, LookupDialog)
    assert len(alex_here.at().library.lookups) == 0


# ── Every practice and its ways ──


@pytest.mark.parametrize("key", KEYS)
async def test_a_practice_opens_with_its_lines_and_every_way_leads_somewhere(
    alex_here: World, key: str
) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        for place in range(len(ways.ways_of(alex_here.at(), key))):
            screen = await journey(app, pilot, key)
            ways.open_row(screen, f"practice:{key}")
            await settle(pilot)
            dialog = app.screen
            assert isinstance(dialog, PracticeDialog)
            assert f"L{article().practice(key).lines[0]}–" in text_of(app)
            assert "Close  esc" in text_of(app)
            assert article().practice(key).gist.split()[0] in text_of(app)
            dialog.action_way(place)
            await settle(pilot)
            assert app.screen is not screen, f"{key}: {place}"
            while len(app.screen_stack) > 1:
                app.pop_screen()


async def test_a_number_that_no_way_has_does_nothing(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot)
        ways.open_row(screen, "practice:shared-goals")
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert isinstance(app.screen, PracticeDialog)
        await pilot.press("1")
        await settle(pilot)
        assert app.current_mode == "goals"


async def test_a_practice_is_marked_in_its_dialog_too(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        screen = await journey(app, pilot)
        ways.open_row(screen, "practice:counselling")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert marks(alex_here) == [("counselling", alex_here.alex.id)]
        assert "shows to you alone" in text_of(app)
        assert "Take my mark back  y" in text_of(app)
        await pilot.press("y")
        assert marks(alex_here) == []


async def test_the_weekly_talk_is_a_form_away_and_then_its_own_way(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "talk", 1)
        await fill(pilot)
        (talk,) = [one for one in alex_here.at().library.rituals if one.key == "weekly-talk"]
        assert (talk.name, talk.cadence.words(), talk.kept_by) == ("Weekly talk", "each week", "both")
        assert [way.label for way in ways.ways_of(alex_here.at(), "talk")][1] == "The ritual “Weekly talk”"
        await take(app, pilot, "talk", 1)
        assert isinstance(app.screen, Form)


async def test_a_pause_and_going_on_again(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "ebb-and-flow", 0)
        await fill(pilot)
        assert "everything rests now" in text_of(app)
        await take(app, pilot, "ebb-and-flow", 0)
        assert not alex_here.at().library.pauses.covering(date(2026, 11, 20))
        screen = await journey(app, pilot)
        alex_here.do(lambda at: pause(at, date(2026, 11, 1), date(2026, 11, 2)))
        screen.action_pause()
        await settle(pilot)
        assert isinstance(app.screen, PausesDialog)


async def test_effort_noticed_is_kept_among_todays_notes(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "effort", 0)
        await fill(pilot, did="rang the bank", landed="a weight off")
        (note,) = alex_here.at().library.appreciations
        assert note.text == "You rang the bank. It landed as a weight off."
        assert "1 noticed" in text_of(app)


async def test_a_scene_is_written_changed_and_private(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "mindset", 0)
        await fill(pilot, scene="Porridge,\nslowly. [/]")
        await take(app, pilot, "mindset", 0)
        area = app.screen.query_one("#field-scene", TextArea)
        assert area.text == "Porridge,\nslowly. [/]"
        await fill(pilot, scene="Toast.")
    (scene,) = alex_here.at().library.future_scenes
    assert (scene.quarter, scene.text, scene.by, scene.read_on) == (
        "2026Q4",
        "Toast.",
        alex_here.alex.id,
        None,
    )


async def test_the_window_is_explained_and_set(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await journey(app, pilot)
        ways.open_row(screen, "window")
        await settle(pilot)
        assert "L392–396" in text_of(app)
        assert "The figures are ours" in text_of(app).replace("\n", " ")
        await fill(pilot, months="25")
        assert "2 to 24 months" in text_of(app)
        await fill(pilot, months="many")
        assert isinstance(app.screen, Form)
        await fill(pilot, months="5")
        assert "Window 5 months: set by you two" in text_of(app)
        ways.open_row(screen, "window")
        await settle(pilot)
        await fill(pilot, months="")
    assert alex_here.at().couple.window_months is None


async def test_todays_field_is_ready_to_write_in(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "appreciate", 0)
        await settle(pilot)
        assert app.current_mode == "today"
        assert app.focused is not None
        assert app.focused.id == "note"


async def test_the_nine_reasons_are_read_with_their_lines(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=(100, 90)) as pilot:
        await take(app, pilot, "find-the-cause", 0)
        assert isinstance(app.screen, ReasonsDialog)
        shown = text_of(app)
        for reason in article().reasons:
            assert reason.name in shown
            assert f"L{reason.lines[0]}–{reason.lines[1]}" in shown
        assert shown.count("the name is ours") == sum(reason.inferred for reason in article().reasons)


async def test_questions_one_after_the_other_in_each_depth(alex_here: World) -> None:
    before = alex_here.store.documents
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "talk", 0)
        deck = app.screen
        assert isinstance(deck, TalkDialog)
        seen = set()
        for _ in range(len(talk_questions().of("light"))):
            seen.add(deck.question.key)
            assert deck.question.depth == "light"
            assert deck.question.text[:20] in text_of(app)
            await pilot.press("n")
        assert len(seen) == len(talk_questions().of("light"))
        first = deck.question
        await pilot.press("n", "b")
        assert deck.question == first
        await pilot.press("d")
        assert deck.question.depth == "open"
        order = [deck.question]
        await pilot.press("s")
        assert [deck.question] != order or deck.question.depth == "open"
    assert alex_here.store.documents is before


# ── Beginnings ──


async def test_a_beginning_is_kept_listed_changed_and_removed(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "remember", 0)
        await fill(pilot, text="You laughed at the ferry.", on="18 June 2011")
        (one,) = alex_here.at().library.beginnings
        assert (one.text, one.on, one.kind) == ("You laughed at the ferry.", date(2011, 6, 18), "drawn")
        assert "1 beginning kept" in text_of(app)
        await take(app, pilot, "remember", 1)
        dialog = app.screen
        assert isinstance(dialog, BeginningsDialog)
        assert "You laughed" in text_of(app)
        dialog.query_one(Rows).choose(one.id)
        dialog.query_one(Rows).action_open()
        await settle(pilot)
        await fill(pilot, text="On the ferry.")
        assert "On the ferry." in text_of(app)
        dialog.query_one(Rows).action_open()
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#more-0").focus()
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert alex_here.at().library.beginnings == ()


async def test_the_other_ones_beginning_is_read_and_not_changed(alex_here: World) -> None:
    alex_here.do(partial(add_beginning, by=alex_here.sam.id, text="Your coat. [/]", kind="place"))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await take(app, pilot, "remember", 1)
        (one,) = alex_here.at().library.beginnings
        app.screen.query_one(Rows).choose(one.id)
        app.screen.query_one(Rows).action_open()
        await settle(pilot)
        assert isinstance(app.screen, BeginningDialog)
        assert "Your coat. [/]" in text_of(app)
        assert "Kept by Sam" in text_of(app)


# ── More support ──


async def open_support(app: RekindleApp, pilot: Pilot[int]) -> SupportDialog:
    await settle(pilot)
    await pilot.press("escape")
    app.action_help()
    await settle(pilot)
    await pilot.press("m")
    await settle(pilot)
    assert isinstance(app.screen, SupportDialog)
    return app.screen


async def test_opening_more_support_leaves_no_trace(alex_here: World) -> None:
    before, kept = alex_here.store.documents, dict(alex_here.account.kept)
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await open_support(app, pilot)
        assert "two people who feel safe" in text_of(app)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert len(app.screen_stack) == 1
        assert not app.sitting.can_undo()
        assert "upport" not in text_of(app)
    assert alex_here.store.documents is before
    assert alex_here.account.kept == kept


async def test_the_couples_own_numbers_are_kept_and_shown_to_both(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await open_support(app, pilot)
        await pilot.press("e")
        await settle(pilot)
        await fill(pilot, numbers="Surgery: 555 0100\n[/] Jo: 555 0101")
        assert isinstance(app.screen, SupportDialog)
        assert "Surgery: 555 0100" in text_of(app)
        assert "[/] Jo: 555 0101" in text_of(app)
    assert alex_here.at().couple.support_numbers.startswith("Surgery")


# ── Whatever people write ──


async def test_hostile_words_are_shown_as_they_are(alex_here: World) -> None:
    for text in HOSTILE[:-2]:
        alex_here.do(partial(add_beginning, by=alex_here.sam.id, text="T" + text[:300]))
    alex_here.do(lambda at: keep_support_numbers(at, "\n".join("N" + text[:40] for text in HOSTILE)))
    names = ("A[/]" + "x" * 70, "[red]Sam 👩‍👩‍👧")
    alex_here.do(lambda at: change_couple(at, names))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await journey(app, pilot)
        assert_clean(app)
        await take(app, pilot, "remember", 1)
        assert_clean(app)
        for row in [row.id for row in app.screen.query_one(Rows).rows if row.id != "new"]:
            app.screen.query_one(Rows).choose(row)
            app.screen.query_one(Rows).action_open()
            await settle(pilot)
            assert_clean(app)
            app.pop_screen()
        app.pop_screen()
        assert app.screen is screen
        await open_support(app, pilot)
        assert_clean(app)


@pytest.mark.parametrize("size", [(30, 8), (60, 18), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_any_window_will_do(alex_here: World, size: tuple[int, int]) -> None:
    app = alex_here.app()
    async with app.run_test(size=size) as pilot:
        screen = await journey(app, pilot)
        ways.open_row(screen, "practice:talk")
        await settle(pilot)
        assert_clean(app)
