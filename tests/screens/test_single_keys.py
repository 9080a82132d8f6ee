"""No single key, wherever one stands, shares private words, removes any, or does what `u` cannot take back.

The pages of a couple of two years are walked through from every kind of row: every key that is bound there
is pressed, every button is chosen, and so are those of the dialogs that open. What a second press of the
same key does is asked for first, and tested in `test_twice`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import pytest
from textual.app import App
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Button

from screens.app import RekindleApp
from screens.commands import APP, CHORDS, PAGES
from screens.today.screen import TodayScreen
from screens.widgets.rows import Rows, split
from tests.pictures import demo_app
from tracker.acts.sitting import Sitting
from tracker.store.documents import Documents

DEEPEST = 1
"""So many dialogs one above the other."""
_STAMPS = ("updated_at", "recorded_at")
_WORDS = ("text", "title", "note", "name", "resolution")
_MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab")
_ANYWHERE = {key for one in (*APP, *CHORDS) for key in getattr(one, "key", "").split(",")} - {"u"}
"""Keys of the app: the same from everywhere, and each tested by itself."""

Standing = dict[tuple[str, str], dict[str, Any]]


class Place(NamedTuple):
    """Where a key is pressed: on this row of the page, after these keys."""

    row: str
    path: tuple[str, ...] = ()


def standing(app: RekindleApp) -> Standing:
    """All that stands in the store, but for when it was written."""
    return _standing(app.sitting.store.documents)


@lru_cache(maxsize=4)  # most keys write nothing, and two years of documents take a while
def _standing(documents: Documents) -> Standing:
    return {
        (table, str(one["id"])): {name: one[name] for name in one if not name.startswith(("_", *_STAMPS))}
        for table in documents.tables()
        for one in documents.standing(table)
    }


def shared(records: Standing) -> set[tuple[str, str]]:
    """What the other partner may see of one's private words, and what both said together."""
    return {
        (table, key)
        for (table, key), one in records.items()
        if one.get("told_on") or one.get("offered") or table in ("lookups", "future_scenes")
    }


def words_gone(before: Standing, after: Standing) -> list[object]:
    """Records with words that stood before, and checklists from which something went.

    A card that was only picked holds no words of one's own.
    """
    gone = [key for key, one in before.items() if key not in after and not one.get("card") and _worded(one)]
    lists = {key: len(one["items"]) for key, one in before.items() if one.get("items")}
    return [*gone, *(key for key, count in lists.items() if len(after[key]["items"]) < count)]


def _worded(one: dict[str, Any]) -> bool:
    return any(one.get(name) for name in _WORDS)


def changed(before: Standing, after: Standing) -> list[object]:
    """What is not as it was, by table and field; an empty field is as good as none."""

    def said(one: dict[str, Any] | None) -> set[tuple[str, str]]:
        return {
            (name, str(value)) for name, value in (one or {}).items() if value not in (None, "", [], False)
        }

    keys = before.keys() | after.keys() if before is not after else ()
    return [(key, difference) for key in keys if (difference := said(before.get(key)) ^ said(after.get(key)))]


async def settle(app: RekindleApp) -> None:
    """Until what the key did is done, and a dialog that it opened is whole."""
    await app._rest(Key("escape", None))


async def reach(app: RekindleApp, me: str, place: Place) -> None:
    """Stand there with nothing open but what the keys open."""
    while isinstance(app.screen, ModalScreen):
        app.screen.dismiss()
        await settle(app)
    app.sitting.me = me
    app._disarm()
    if isinstance(app.screen, TodayScreen):
        app.screen._look_ahead()  # it would come with the next timer
    rows = app.screen.query_one(Rows)
    rows.focus()
    rows.choose(place.row)
    for key in place.path:
        await do(app, key)


async def do(app: RekindleApp, key: str) -> None:
    """Press a key, or Enter on the button with this number."""
    if key.isdigit() and len(key) > 1:
        buttons(app)[int(key) - 10].focus()
        key = "enter"
    app.simulate_key(key)
    await settle(app)


def buttons(app: App[int]) -> list[Button]:
    return [one for one in app.screen.query(Button) if one.display]


def keys_here(app: RekindleApp) -> list[str]:
    """Every key of ours that does something here, and the buttons by number from 10 on."""
    bound = [key for key, one in app.screen.active_bindings.items() if one.enabled and one.binding.id]
    there = [key for key in bound if key not in _ANYWHERE and key not in _MOVES]
    return [*dict.fromkeys([*there, "space", "enter", "u"]), *(str(10 + n) for n in range(len(buttons(app))))]


async def check(app: RekindleApp, me: str, place: Place, key: str) -> None:
    """Press the key there, look at what it wrote, and take it back."""
    await reach(app, me, place)
    before = standing(app)
    await do(app, key)
    after = standing(app)
    where = f"{place} then {key}"
    assert shared(after) == shared(before), where
    assert words_gone(before, after) == [], where
    while (left := changed(before, standing(app))) and app.sitting.can_undo():
        app.sitting.undo()
        app.reload()
    assert left == [], where


async def walk(app: RekindleApp) -> int:
    """From every kind of row of the page; the number of keys that were pressed."""
    me, pressed, known = app.me, 0, set[tuple[str, str]]()
    rows = {split(row.id)[0]: row.id for row in reversed(app.screen.query_one(Rows).rows) if row.id}
    places = [Place(row) for row in rows.values()]
    while places:
        place = places.pop()
        await reach(app, me, place)
        card = (
            f"{type(app.screen).__name__} {getattr(app.screen, '_heading', '')}" if place.path else place.row
        )
        for key in keys_here(app):
            if (card, key) in known:
                continue
            known.add((card, key))
            await check(app, me, place, key)
            pressed += 1
            if len(app.screen_stack) > len(place.path) + 1 and len(place.path) < DEEPEST:
                places.append(place._replace(path=(*place.path, key)))
    return pressed


@pytest.mark.parametrize("page", [name for name, _, _ in PAGES])
async def test_no_single_key_of_a_page_or_its_dialogs_is_grave(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("written for good")

    monkeypatch.setattr(Sitting, "do_for_good", refuse)
    app = demo_app()
    async with app.run_test(size=(80, 24)):
        await settle(app)
        await app.run_action(f"page('{page}')")
        await settle(app)
        pressed = await walk(app)
        assert pressed > 30
