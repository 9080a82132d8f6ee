"""Wishes are their author's alone, on the page and in the deck; comparing shows what both share."""

from __future__ import annotations

from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.app import RekindleApp
from screens.dialogs.form import Form
from screens.goals import actions
from screens.goals.compare import CompareDialog
from screens.goals.deck import WishDialog
from screens.goals.goal import GoalDialog
from screens.widgets.fields import Choice
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import SIZE, settle, text_of
from tests.screens.test_goals import go
from tests.screens.test_hostile import HOSTILE, assert_clean, name_of
from tracker.acts.goals import start_goal
from tracker.acts.wishes import add_wish, pick_card, remove_wish
from tracker.content_wishes import wish_cards

Wishes = tuple[tuple[str, str, bool], ...]
"""Whose, which card or words, and whether it is offered."""
CARD = next(iter(wish_cards()))
SETS: tuple[Wishes, ...] = (
    (),
    (("alex", CARD.key, False),),
    (("sam", CARD.key, False), ("sam", "SECRET bees", True)),
    (("alex", CARD.key, False), ("sam", CARD.key, False)),
    (("alex", "SECRET orchard", True), ("sam", "SECRET orchard", False), ("sam", "SECRET boat", True)),
)


def wish_for(world: World, wishes: Wishes) -> World:
    for who, what, offered in wishes:
        me = world.alex.id if who == "alex" else world.sam.id
        if wish_cards().get(what):
            world.do(partial(pick_card, key=what, me=me), by=me)
        else:
            world.do(partial(add_wish, name=what, me=me, why_fun=f"{what}!", offered=offered), by=me)
    return world


def mine(world: World, partner: str) -> list[str]:
    return [wish.title for wish in world.at().library.goals.wishes_of(partner)]


async def comparing(app: RekindleApp, pilot: Pilot[int]) -> CompareDialog:
    screen = await go(app, pilot)
    actions.compare(screen)
    await settle(pilot)
    assert isinstance(app.screen, CompareDialog)
    return app.screen


async def hand_over(pilot: Pilot[int]) -> None:
    await pilot.press("p")
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def both_reveal(app: RekindleApp, pilot: Pilot[int]) -> CompareDialog:
    """Alex, who sits here, then Sam."""
    dialog = await comparing(app, pilot)
    await pilot.press("r", "r")
    await hand_over(pilot)
    await pilot.press("r", "r")
    await settle(pilot)
    return dialog


# ── Nobody else learns of one ──


@pytest.mark.parametrize("wishes", SETS[1:], ids=range(1, len(SETS)))
@pytest.mark.parametrize("viewer", ["sam", "nobody"])
async def test_the_page_is_the_same_whatever_the_other_wishes_for(
    world: World, viewer: str, wishes: Wishes
) -> None:
    seen = []
    others = tuple(one for one in wishes if one[0] != viewer)
    for given in ((), others):
        wish_for(world, given)
        app = world.app()
        app.sitting.me = world.sam.id if viewer == "sam" else ""
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            if viewer == "nobody":
                await pilot.press("escape")
            await go(app, pilot)
            seen.append(text_of(app))
    assert seen[0] == seen[1]


async def _walk_to_the_second_reveal(world: World) -> list[str]:
    """Everything that stands on the screen on the way, from both seats."""
    app, seen = world.app(), []
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await comparing(app, pilot)
        seen.append(text_of(app))
        await pilot.press("r", "r")
        await settle(pilot)
        seen.append(text_of(app))
        await pilot.press("p")
        await settle(pilot)
        seen.append(text_of(app))
        await pilot.press("enter")
        await settle(pilot)
        seen.append(text_of(app))
        await pilot.press("escape")
    return seen


async def test_until_both_reveal_all_is_the_same_whatever_anybody_wishes_for(alex_here: World) -> None:
    walks = []
    for wishes in SETS:
        for one in alex_here.at().library.documents.standing("goals"):
            alex_here.do(partial(remove_wish, wish_id=str(one["id"]), me=str(one["by"])))
        walks.append(await _walk_to_the_second_reveal(wish_for(alex_here, wishes)))
    assert all(walk == walks[0] for walk in walks)
    assert "SECRET" not in "".join(walks[0])
    assert len(set(walks[0])) == 4


async def test_a_hand_over_takes_wishes_from_view_at_once(alex_here: World) -> None:
    wish_for(alex_here, (("alex", "SECRET orchard", False),))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await go(app, pilot)
        assert "SECRET" in text_of(app)
        await pilot.press("p")
        await settle(pilot)
        assert "SECRET" not in str(screen.query_one(Rows).rows)
        await pilot.press("enter")
        await settle(pilot)
        assert "SECRET" not in text_of(app)
        await hand_over(pilot)
        assert "SECRET" in text_of(app)


async def test_the_deck_closes_before_the_other_one_comes(alex_here: World) -> None:
    wish_for(alex_here, (("alex", "SECRET orchard", False),))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await go(app, pilot)
        actions.open_wishes(screen)
        await settle(pilot)
        assert "SECRET" in text_of(app)
        await hand_over(pilot)
        assert app.screen is screen
        assert "SECRET" not in text_of(app)
        assert app.me == alex_here.sam.id


async def test_a_deck_that_is_left_open_holds_nothing_for_another(alex_here: World) -> None:
    wish_for(alex_here, (("alex", "SECRET orchard", False),))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        actions.open_wishes(await go(app, pilot))
        await settle(pilot)
        deck = app.screen
        assert isinstance(deck, WishDialog)
        app.sitting.me = alex_here.sam.id
        app.reload()
        await settle(pilot)
        assert "SECRET" not in text_of(app)
        deck.action_pick()
        deck.action_offer()
        await settle(pilot)
    assert mine(alex_here, alex_here.sam.id) == []


async def test_without_anybody_the_deck_asks_who_is_here(world: World) -> None:
    app = world.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        screen = await go(app, pilot)
        actions.open_wishes(screen)
        await settle(pilot)
        assert app.screen is screen
        assert "Press p first" in text_of(app)


# ── The deck ──


async def test_a_card_is_found_picked_offered_and_put_back(alex_here: World) -> None:
    app, me = alex_here.app(), alex_here.alex.id
    async with app.run_test(size=SIZE) as pilot:
        actions.open_wishes(await go(app, pilot))
        await settle(pilot)
        rows = app.screen.query_one(Rows)
        assert len(rows.rows) == len(wish_cards())
        app.screen.query_one("#wish-words", Input).value = CARD.title.split()[-1]
        app.screen.query_one("#wish-theme", Choice).chosen = 2
        await settle(pilot)
        assert f"card:{CARD.key}" in [row.id for row in rows.rows]
        rows.choose(f"card:{CARD.key}")
        rows.action_open()
        await settle(pilot)
        assert mine(alex_here, me) == [CARD.title]
        rows.focus()
        await pilot.press("o")
        assert not any(wish.offered for wish in alex_here.at().library.goals.wishes_of(me))
        await pilot.press("o")
        await settle(pilot)
        assert "offered openly" in text_of(app)
        await pilot.press("down", "up", "space")
        assert mine(alex_here, me) == [CARD.title]
        await pilot.press("space")
        await settle(pilot)
        assert mine(alex_here, me) == []


async def test_a_shuffle_keeps_every_card(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        actions.open_wishes(await go(app, pilot))
        await settle(pilot)
        rows = app.screen.query_one(Rows)
        before = [row.id for row in rows.rows]
        await pilot.press("ctrl+r")
        await settle(pilot)
        after = [row.id for row in rows.rows]
        assert before != after
        assert sorted(before) == sorted(after)


async def test_ones_own_wish_is_written_changed_and_removed(alex_here: World) -> None:
    app, me = alex_here.app(), alex_here.alex.id
    async with app.run_test(size=SIZE) as pilot:
        screen = await go(app, pilot)
        actions.open_wishes(screen)
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        await pilot.press(*"Bees", "ctrl+s")
        await settle(pilot)
        assert mine(alex_here, me) == ["Bees"]
        await pilot.press("escape")
        await settle(pilot)
        (row,) = (row.id for row in screen.query_one(Rows).rows if row.id.startswith("wish:"))
        actions.open_row(screen, row)
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.query_one("#field-title", Input).value = "Keep bees"
        app.screen.query_one("#field-offered", Choice).chosen = 1
        app.screen.action_save()
        await settle(pilot)
        (wish,) = alex_here.at().library.goals.wishes_of(me)
        assert (wish.title, wish.offered) == ("Keep bees", True)
        screen.query_one(Rows).choose(row)
        await pilot.press("delete", "delete")
        assert mine(alex_here, me) == []


# ── Comparing ──


async def test_only_the_overlap_shows_and_one_begins_as_a_goal(alex_here: World) -> None:
    wish_for(alex_here, (*SETS[3], ("alex", "SECRET orchard", False), ("sam", "SECRET boat", False)))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await both_reveal(app, pilot)
        assert [row.id for row in dialog.query_one(Rows).rows] == [f"card:{CARD.key}"]
        assert CARD.title in text_of(app)
        assert "SECRET" not in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Form)
        app.screen.action_save()
        await settle(pilot)
        assert isinstance(app.screen, GoalDialog)
        assert CARD.step[:40] in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen_stack[-1] is dialog
        assert "All that you share is chosen" in text_of(app)
    (goal,) = alex_here.at().library.goals
    assert (goal.state, goal.card, goal.by) == ("active", CARD.key, "")
    assert CARD.title not in mine(alex_here, alex_here.alex.id)


async def test_what_one_offers_needs_the_others_yes(alex_here: World) -> None:
    wish_for(alex_here, (("alex", "An orchard", True),))
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        dialog = await both_reveal(app, pilot)
        assert "Alex offers this" in text_of(app)
        await hand_over(pilot)
        await pilot.press("l")
        await settle(pilot)
        assert "so that Sam may say yes" in text_of(app)
        assert len(alex_here.at().library.goals) == 0
        await hand_over(pilot)
        dialog.query_one(Rows).action_open()
        await settle(pilot)
        assert app.screen is dialog
        assert "both of you" in text_of(app)
        await pilot.press("l")
        await settle(pilot)
    (goal,) = alex_here.at().library.goals
    assert (goal.title, goal.state) == ("An orchard", "wish")


async def test_leaving_leaves_no_trace(alex_here: World) -> None:
    wish_for(alex_here, SETS[3])
    before = alex_here.store.documents
    app = alex_here.app()
    async with app.run_test(size=SIZE) as pilot:
        await both_reveal(app, pilot)
        await pilot.press("escape")
        await settle(pilot)
        dialog = await comparing(app, pilot)
        assert not dialog.query_one(Rows).rows
        assert "Each of you presses reveal" in text_of(app)
    assert alex_here.store.documents is before


async def test_hostile_wishes_are_shown_as_they_are(alex_here: World) -> None:
    for number, text in enumerate(HOSTILE):
        name = f"{name_of(text)}{number}"
        for me in (alex_here.alex.id, alex_here.sam.id):
            alex_here.do(partial(add_wish, name=name, me=me, why_fun=text[:9000], offered=number % 2 == 0))
    alex_here.do(partial(start_goal, name="[/]", later=True))
    app = alex_here.app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await go(app, pilot)
        assert_clean(app)
        actions.open_wishes(screen)
        await settle(pilot)
        assert_clean(app)
        app.screen.query_one(Rows).action_open()
        await settle(pilot)
        assert_clean(app)
        app.pop_screen()
        app.pop_screen()
        dialog = await both_reveal(app, pilot)
        assert len(dialog.query_one(Rows).rows) == len(HOSTILE)
        assert_clean(app)
