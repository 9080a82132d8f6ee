"""The deck of ideas: filtered, kept with one key, changed and planned at once, added to."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form, Pick
from screens.plans import actions
from screens.plans.deck import DeckDialog
from screens.plans.deck_choices import NEW_TO_US, asked_words, choices_form
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_plans import go_to, only_plan
from tracker.acts.plans import happened, plan
from tracker.calendar.when import When
from tracker.ideas import DateIdeas, TripIdeas


async def open_deck(app: RekindleApp, pilot: Pilot[int], page: str = "dates") -> DeckDialog:
    actions.open_ideas(await go_to(app, pilot, page))
    await settle(pilot)
    assert isinstance(app.screen, DeckDialog)
    return app.screen


def shown(deck: DeckDialog) -> list[str]:
    return [row.id for row in deck.query_one(Rows).rows]


async def test_space_keeps_an_idea_once(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        deck = await open_deck(app, pilot)
        deck.query_one(Rows).action_tick()
        await settle(pilot)
        assert "✓ " in text_of(app)
        deck.query_one(Rows).action_tick()
        await settle(pilot)
    assert only_plan(alex_here).state == "idea"


async def test_enter_changes_it_and_with_a_day_it_is_planned_at_once(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        deck = await open_deck(app, pilot)
        key = deck.query_one(Rows).chosen
        deck.query_one(Rows).action_open()
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        assert form.values()["title"] == DateIdeas.load().idea(key).title
        form.query_one("#field-start", Input).value = "27 nov 19:00"
        form.query_one("#field-place", Input).value = "The quay"
        form.action_save()
        await settle(pilot)
        assert isinstance(app.screen, DeckDialog)
    made = only_plan(alex_here)
    assert (made.state, made.place, made.start) == ("planned", "The quay", "2026-11-27T19:00")
    assert made.notes == DateIdeas.load().idea(key).how


async def test_a_kept_idea_is_changed_where_it_is(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        deck = await open_deck(app, pilot)
        deck.query_one(Rows).action_tick()
        await settle(pilot)
        deck.query_one(Rows).action_open()
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-place", Input).value = "At Jo's"
        form.action_save()
        await settle(pilot)
    assert only_plan(alex_here).place == "At Jo's"


async def test_an_own_idea_is_added_from_the_deck(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await open_deck(app, pilot, "trips")
        await pilot.press("n")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        form.query_one("#field-title", Input).value = "Where the [/] river ends"
        form.action_save()
        await settle(pilot)
    assert (only_plan(alex_here).kind, only_plan(alex_here).state) == ("trip", "idea")


async def test_every_filter_narrows_the_deck_and_is_said(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        deck = await open_deck(app, pilot)
        await pilot.press("f")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, Form)
        asked = {**form.values(), "cost": "free", "place": "outdoors", "season": "winter", "children": "with"}
        deck._use(asked)
        whole = DateIdeas.load()
        fits = whole.filter(cost="free", place="outdoors", season="winter", children="with")
        assert set(shown(deck)) == {one.key for one in fits}
        assert 0 < len(fits) < len(whole)
        form.dismiss()
        await settle(pilot)
        assert f"{len(fits)} of {len(whole)} ideas: free · outdoors · with children" in text_of(app)
        deck.query_one("#deck-words", Input).value = "nothing is called so"
        await settle(pilot)
        assert "Nothing fits" in text_of(app)


async def test_new_to_us_leaves_out_what_is_like_the_last_three(alex_here: World) -> None:
    title = next(one.title for one in DateIdeas.load() if one.novelty == "new")
    alex_here.do(partial(plan, by="", kind="date", title=title, start=When(date(2026, 11, 18))))
    (lived,) = alex_here.at().library.plans
    alex_here.do(partial(happened, plan_id=lived.id, me=""))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        deck = await open_deck(app, pilot)
        deck._use({"novelty": NEW_TO_US})
        assert set(shown(deck)) == {one.key for one in DateIdeas.load().something_new((title,))}


@pytest.mark.parametrize("deck", [DateIdeas.load(), TripIdeas.load()], ids=("dates", "trips"))
def test_every_choice_finds_an_idea_and_is_said_in_its_own_words(deck: Any) -> None:
    """An option under which nothing is ever found would be a dead end."""
    picks = [item for item in choices_form(deck, {}, lambda values: None)._items if isinstance(item, Pick)]
    for pick in picks:
        for value, word in pick.options[1:]:
            assert word in asked_words(deck, {pick.key: value})
            if pick.key == "kind":
                assert len(deck.of_kind(value))
            elif value == NEW_TO_US:
                assert len(deck.something_new(()))
            else:
                assert len(deck.filter(**{pick.key: value})), (pick.key, value)
