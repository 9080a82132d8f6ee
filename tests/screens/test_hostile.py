"""Whatever people write is shown as they wrote it: never markup, never a crash, never a control character."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from rich.cells import cell_len
from textual import events

from screens.app import RekindleApp
from screens.plain import fit
from screens.today import actions
from screens.today.screen import TodayScreen
from screens.widgets.fields import NoteField
from screens.widgets.rows import Rows
from tests.screens.conftest import World
from tests.screens.test_check_in import settle, text_of
from tracker.acts.couple import set_up
from tracker.acts.entries import appreciate
from tracker.acts.pauses import pause
from tracker.acts.removal import remove
from tracker.acts.rituals import add_ritual

HOSTILE = (
    "[/]",
    "[@click=app.bell]press[/]",
    "[red]not red",
    "\x1b[2J\x1b]0;title\x07gone",
    "\x9b31mC1\x85next",
    "a\nb\r\nc\td",
    "💛" * 40,
    "👩‍👩‍👧‍👦 ❤️ 🇩🇪 e\u0301\u0301\u0301",
    "\u202eright to left\u202c שלום يوم",
    "x" * 10_000,
    "\ufeff\u200b\u2028\u2029",
    "${HOME} %s {0} \\x1b",
)


def name_of(text: str) -> str:
    """A hostile name that still is one: 80 characters and something to see."""
    return ("N" + text)[:60]


@pytest.fixture
def hostile(bare: World) -> World:
    """Every text in every field that takes one."""
    names = (name_of(HOSTILE[1]), name_of(HOSTILE[7]))
    bare.do(lambda at: set_up(at, names, time_zone="UTC"))
    me = bare.alex.id
    bare.account.set_me(bare.at().couple.id, me)
    for back, text in enumerate(HOSTILE):
        day = date(2026, 11, 20) - timedelta(days=back)
        bare.do(partial(add_ritual, name=name_of(text) + str(back), times=3))
        bare.do(partial(appreciate, by=me, text="T" + text, cue=text, day=day))
        bare.do(partial(appreciate, by=me, text="T" + text, cue=text))
        bare.do(partial(pause, first=day, text=text, ritual=name_of(text) + str(back)))
    newest = bare.at().library.appreciations.on(date(2026, 11, 20))[0].id
    bare.do(lambda at: remove(at, "appreciations", newest, me=me))
    return bare


def assert_clean(app: RekindleApp) -> None:
    shown = text_of(app).replace("\n", "")
    assert not [c for c in shown if ord(c) < 32 or 0x7F <= ord(c) < 0xA0]


@pytest.mark.parametrize("size", [(80, 24), (120, 60), (30, 8)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_no_text_is_obeyed_on_today(hostile: World, size: tuple[int, int]) -> None:
    app = hostile.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        assert_clean(app)


async def test_every_row_opens(hostile: World) -> None:
    app = hostile.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        today = app.screen
        assert isinstance(today, TodayScreen)
        for row in [row.id for row in today.query_one(Rows).rows if row.id]:
            actions.open_row(today, row)
            await settle(pilot)
            assert app.screen is not today, row
            assert_clean(app)
            app.pop_screen()


@pytest.mark.parametrize("action", ["help", "settings", "removed", "cover", "hand_over", "command_palette"])
async def test_every_dialog_of_the_app_opens(hostile: World, action: str) -> None:
    app = hostile.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await app.run_action(action)
        await settle(pilot)
        assert len(app.screen_stack) == 2
        assert_clean(app)


async def test_messages_show_it_too(hostile: World) -> None:
    app = hostile.app()
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        for text in HOSTILE:
            app.say("said " + text[:300], title=text[:40])
        await settle(pilot)
        assert_clean(app)


async def test_pasted_lines_are_all_kept(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test(size=(80, 24)) as pilot:
        field = app.screen.query_one("#note", NoteField)
        for text in HOSTILE:
            app.post_message(events.Paste("begin " + text + " end"))
            await settle(pilot)
            assert field.value.startswith("begin")
            assert field.value.endswith("end")
            await field.action_submit()
            await settle(pilot)
            assert_clean(app)
    assert all(note.text.endswith("end") for note in alex_here.at().library.appreciations)
    assert len(alex_here.at().library.appreciations) == len(HOSTILE)


@pytest.mark.parametrize("width", [0, 1, 2, 5, 17, 80])
def test_fitted_text_has_exactly_its_width(width: int) -> None:
    for text in HOSTILE:
        assert cell_len(fit(text, width)) == width
