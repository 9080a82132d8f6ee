"""The look-up on screen: answers stay hidden until both reveal, and leaving writes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.dialogs.who import HandOver
from screens.lookup.dialog import Choices, LookupDialog, open_lookup
from tests.screens.conftest import World
from tests.screens.test_check_in import settle, text_of
from tracker.acts.couple import change_couple
from tracker.acts.tried import mark_tried
from tracker.content import article
from tracker.lookup.state import ANSWERS

SIZE = (80, 24)
TODAY = date(2026, 11, 20)


@pytest.fixture
def ready(alex_here: World) -> World:
    """The question may be asked today, and the account is Alex's."""
    alex_here.do(partial(change_couple, effort_start=date(2026, 1, 10)))
    for practice in article().practices:
        for partner in (alex_here.alex, alex_here.sam):
            alex_here.do(partial(mark_tried, practice=practice.key, me=partner.id))
    return alex_here


def shows(app: RekindleApp, *kinds: type[Screen[Any]]) -> bool:
    """Whether one of these stands on top."""
    return isinstance(app.screen, kinds)


async def opened(pilot: Pilot[int], app: RekindleApp) -> LookupDialog:
    await pilot.pause()
    open_lookup(app)
    await settle(pilot)
    assert isinstance(app.screen, LookupDialog)
    return app.screen


async def over(pilot: Pilot[int], app: RekindleApp) -> None:
    """Pass the keyboard to the other one."""
    await pilot.press("p")
    await settle(pilot)
    assert shows(app, HandOver)
    await pilot.press("enter")
    await settle(pilot)


async def both(pilot: Pilot[int], app: RekindleApp, alex: str, sam: str) -> None:
    """Both answer by number and press reveal."""
    await pilot.press(alex, "r")
    await over(pilot, app)
    await pilot.press(sam, "r")
    await settle(pilot)


async def both_press(pilot: Pilot[int], app: RekindleApp, key: str) -> None:
    """Both choose how to go on, one after the other."""
    await pilot.press(key)
    await over(pilot, app)
    await pilot.press(key)
    await settle(pilot)


async def test_both_answer_reveal_and_choose_and_one_record_is_kept(ready: World) -> None:
    app = ready.app()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "2", "1")
        assert "Neither of you is nearer" in text_of(app)
        assert "Alex: about the same · Sam: further away" in text_of(app)
        assert "probably" in text_of(app)
        assert app.screen.query_one(Choices).chosen == "nothing-yet"
        await pilot.press("enter")
        await both_press(pilot, app, "c")
        said = text_of(app)
        assert "You chose a counsellor; the question rests until Friday 1 January 2027." in said
        assert "soon" not in said and "window" not in said and "about the same" not in said
        (kept,) = ready.at().library.lookups
        await pilot.press("u")
        await settle(pilot)
        assert "Nearer than when we started?" in text_of(app)
    assert (kept.state, kept.chosen, kept.next_look) == ("no-nearer", "counsellor", date(2027, 1, 1))
    assert list(ready.at().library.lookups) == []


@pytest.mark.parametrize("answers", ["11", "44", "42"])
async def test_the_keys_of_the_answers_choose_nothing_and_those_of_the_ways_answer_nothing(
    ready: World, answers: str
) -> None:
    """An answer pressed once too often, by one of them alone, is no way on."""
    app, before = ready.app(), ready.store.documents
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press(*"gcsetln")
        await settle(pilot)
        assert "Your answer, for your own eyes" in text_of(app)
        await both(pilot, app, *answers)
        await settle(pilot)
        plain = text_of(app)
        await pilot.press(*"12345ra")
        await over(pilot, app)
        await pilot.press(*"12345ra")
        await settle(pilot)
        assert text_of(app) == plain
        assert shows(app, LookupDialog)
    assert ready.store.documents is before


async def test_a_way_on_that_one_alone_presses_is_neither_written_nor_seen_by_the_other(ready: World) -> None:
    app, before = ready.app(), ready.store.documents
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "1", "1")
        await over(pilot, app)
        plain = text_of(app)
        await over(pilot, app)
        await pilot.press("e", "e", "down", "enter")
        await settle(pilot)
        assert "You chose “Keep going”. It is kept once Alex chooses it, too" in text_of(app)
        await over(pilot, app)
        assert text_of(app) == plain
        await pilot.press("s")
        await settle(pilot)
        assert ready.store.documents is before
        await pilot.press("escape")
        await opened(pilot, app)
        assert "Nearer than when we started?" in text_of(app)
    assert ready.store.documents is before


async def test_keep_going_asks_for_a_day_ahead_once_both_chose_it(ready: World) -> None:
    app = ready.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "4", "2")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert shows(app, LookupDialog)
        await over(pilot, app)
        await pilot.press("g")
        await settle(pilot)
        assert shows(app, Form)
        await pilot.press("escape", "g")
        await settle(pilot)
        assert shows(app, Form)
        await pilot.press(*"yesterday", "enter")
        await settle(pilot)
        assert shows(app, Form)
        assert list(ready.at().library.lookups) == []
        await pilot.press(*("backspace",) * 9, *"in 3 weeks", "enter")
        await settle(pilot)
        assert "You chose to keep going; the question rests until" in text_of(app)
    (kept,) = ready.at().library.lookups
    assert (kept.state, kept.chosen, kept.next_look) == ("mixed", "keep-going", TODAY + timedelta(days=21))


async def test_talking_about_ending_is_offered_where_neither_is_nearer_alone(ready: World) -> None:
    app = ready.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "4", "1")
        assert "ending" not in text_of(app)
        await both_press(pilot, app, "e")
        assert list(ready.at().library.lookups) == []
        await both_press(pilot, app, "t")
        assert "You chose to talk it over again" in text_of(app)


@pytest.mark.parametrize(("key", "offer"), [("s", "A pause"), ("c", "A ritual of your own")])
async def test_what_a_choice_asks_for_is_one_key_away(ready: World, key: str, offer: str) -> None:
    app = ready.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "1", "1")
        await pilot.press("f")
        await both_press(pilot, app, key)
        await pilot.press("f")
        await settle(pilot)
        assert shows(app, Form) and offer in text_of(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert shows(app, LookupDialog)
    at = ready.at()
    kinds = [(pause.kind, pause.first, pause.ritual) for pause in at.library.pauses]
    assert kinds == ([("apart", TODAY, None)] if key == "s" else [])
    assert any(ritual.key == "counselling" for ritual in at.library.rituals) == (key == "c")


@pytest.mark.parametrize("leave", [("escape",), ("n",), ("down",) * 5 + ("enter",)], ids=["esc", "n", "row"])
async def test_not_now_and_leaving_keep_nothing(ready: World, leave: tuple[str, ...]) -> None:
    app, before = ready.app(), ready.store.documents
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "1", "1")
        await pilot.press(*leave)
        await settle(pilot)
        assert not shows(app, LookupDialog)
        again = await opened(pilot, app)
        assert "further away" not in text_of(app) or again.query_one(Choices).display
        assert "revealed" not in text_of(app)
        await pilot.press("escape")
    assert ready.store.documents is before


async def test_what_stands_on_screen_is_the_same_whatever_either_answered(ready: World) -> None:
    """After each step, over all combinations: to its giver, on the plain screen between, to the other."""
    seen: list[set[str]] = [set() for _ in range(6)]
    before = ready.store.documents
    app = ready.app()

    async def sight(step: int) -> None:
        await settle(pilot)
        seen[step].add(text_of(app))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for alex in range(1, len(ANSWERS) + 1):
            app.sitting.me = ready.alex.id
            dialog = await opened(pilot, app)
            await sight(0)
            dialog.action_pick(alex)
            await sight(1)
            dialog.action_reveal()
            dialog.action_over()
            await sight(2)
            assert isinstance(app.screen, HandOver)
            app.screen.action_answer("other")
            await sight(3)
            for sam in range(1, len(ANSWERS) + 1):
                dialog.action_pick(sam)
                await sight(4)
                app.sitting.me = ready.alex.id
                app.reload()
                await sight(5)
                app.sitting.me = ready.sam.id
                app.reload()
                dialog.action_anew()
                await settle(pilot)
            dialog.dismiss()
            await settle(pilot)
    assert [len(texts) for texts in seen] == [1] * 6
    assert ready.store.documents is before


async def test_the_other_ones_first_sight_is_as_if_nothing_had_been_answered(ready: World) -> None:
    sights = set()
    for keys in ([], ["down", "down"], ["1"], ["4", "r"], ["2", "a"]):
        app = ready.app()
        async with app.run_test(size=SIZE) as pilot:
            await opened(pilot, app)
            if keys:
                await pilot.press(*keys)
            await over(pilot, app)
            sights.add(text_of(app))
    assert len(sights) == 1


async def test_between_the_two_nothing_shows(ready: World) -> None:
    app = ready.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(pilot, app)
        await pilot.press("4", "p")
        await settle(pilot)
        assert "kept for this visit" not in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is dialog
        assert "kept for this visit" in text_of(app)


async def test_reveal_without_an_answer_of_ones_own_is_explained(ready: World) -> None:
    app = ready.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await pilot.press("r")
        await settle(pilot)
        assert "Give your own answer first" in text_of(app)


async def test_too_soon_it_says_when_and_asks_nothing(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await opened(pilot, app)
        assert "Month 4: 3 months, 17 days since 3 August 2026" in text_of(app)
        assert "the next look can be on Wednesday 3" in text_of(app)
        assert not dialog.query_one(Choices).display
        await pilot.press("r", "1", "a", "pagedown", "escape")
        await settle(pilot)
        assert not shows(app, LookupDialog)


async def test_the_text_scrolls_while_the_choices_stay(ready: World) -> None:
    app = ready.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, app)
        await both(pilot, app, "1", "1")
        assert "Talk about ending" in text_of(app)
        assert "How well do the two" not in text_of(app)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await settle(pilot)
        assert "How well do the two" in text_of(app)
        assert "Talk about ending" in text_of(app)


async def test_before_set_up_there_is_no_look_up(bare: World) -> None:
    app = bare.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        open_lookup(app)
        await settle(pilot)
        assert not shows(app, LookupDialog)


async def test_the_settings_say_what_another_window_changes(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "s")
        await settle(pilot)
        app.screen.query_one("#field-window").focus()
        await pilot.press(*"12")
        await settle(pilot)
        assert "Tuesday 3 August 2027" in text_of(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert alex_here.at().couple.window_months == 12
