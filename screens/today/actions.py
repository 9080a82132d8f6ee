"""What the keys of Today do: each a few lines from a row to an act or a dialog.

Acts and dialogs are imported when they are wanted: the first picture waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from screens.careful import AGAIN
from screens.host import rekindle
from screens.widgets.rows import Rows, split

if TYPE_CHECKING:
    from screens.today.screen import TodayScreen

TOLD = "Told. It belongs to you both now; u takes it back."


def open_row(screen: TodayScreen, row: str) -> None:
    """Enter: a ritual, a note, the offered one, the weather or a pause."""
    kind, key = split(row)
    opens: dict[str, Callable[[], None]] = {
        "ritual": lambda: _open_ritual(screen, key),
        "note": lambda: _open_note(screen, key),
        "offer": lambda: _open_offer(screen, key),
        "weather": lambda: weather(screen),
        "rest": lambda: _open_pause(screen, key),
        "told": lambda: _open_told(screen, key),
        "plan": lambda: _open_plan(screen, key),
        "memory": lambda: _open_memory(screen, key),
        "draft": lambda: rekindle(screen).go_on_with(key),
    }
    opens[kind]()


def tick_row(screen: TodayScreen, row: str) -> None:
    """Space: mark a ritual as happened on the shown day, or take one's own mark back."""
    kind, key = split(row)
    if kind == "offer":
        said_aloud(screen)
        return
    if kind == "plan":
        _live(screen, key)
        return
    if kind != "ritual" or screen.shown is None:
        open_row(screen, row)
        return
    if key == "appreciation":
        screen.action_write()
        return
    from tracker.acts.rituals import did, undo_did

    app, day = rekindle(screen), screen.shown.day
    if not app.me and not at_once(screen, key):
        app.say("Press p first and say who is here.")
        return
    line = next(line for line in screen.shown.rituals if line.key == key)
    me = app.me
    if line.mine and any(one.note for one in app.at().library.moments_on(day) if one.ritual == key):
        take_back = partial(app.act, lambda at: undo_did(at, key, me=me, day=day))
        app.twice(("untick", key), f"Take the mark back, with its note? {AGAIN}", take_back)
    elif line.mine:
        app.act(lambda at: undo_did(at, key, me=me, day=day))
    else:
        # Things done by the couple are marked by both at once, unless the ritual asks for each.
        by = "" if at_once(screen, key) else me
        app.act(lambda at: did(at, key, by=by, day=day))


def at_once(screen: TodayScreen, key: str) -> bool:
    """Whether one tick stands for both: dates, trips and projects are always lived by two."""
    return key in ("date", "trip", "project")


def remove_row(screen: TodayScreen, row: str) -> None:
    """Delete: one's own note goes, and can be brought back."""
    from tracker.acts.removal import remove

    kind, key = split(row)
    app = rekindle(screen)
    if kind == "draft":
        app.say("Enter opens it; there, Esc twice lets it go.")
    elif kind in ("note", "offer") and app.me:
        me, said = app.me, "Removed; u brings it back."
        app.twice(
            ("remove", key),
            f"Remove this note? {AGAIN}",
            lambda: app.act(lambda at: remove(at, "appreciations", key, me=me), said),
        )


def said_aloud(screen: TodayScreen) -> None:
    """The offered note was told: the first time chooses it and asks, the second tells it."""
    from tracker.acts.entries import tell

    app = rekindle(screen)
    if not app.me:
        app.say("Press p first and say who is here.")
        return
    if screen.shown is None or screen.shown.offer is None:
        app.say("Nothing is offered to tell now: one note of an earlier day is, once a day.")
        return
    me, offer = app.me, screen.shown.offer.id
    screen.query_one(Rows).choose(f"offer:{offer}")
    app.twice(
        ("tell", offer),
        f"Did you say it aloud? {AGAIN}",
        lambda: app.act(lambda at: tell(at, offer, me=me), TOLD),
    )


def weather(screen: TodayScreen) -> None:
    """One word for how it is inside."""
    app = rekindle(screen)
    if screen.shown is None or not app.me:
        return
    from screens.dialogs.weather import WeatherDialog

    app.push_screen(WeatherDialog(screen.shown.day, screen.shown.weather))


def ask_day(screen: TodayScreen, go: Callable[[date], None]) -> None:
    """Any day, as people say it."""
    if screen.shown is None:
        return
    from screens.dialogs.day import day_form

    rekindle(screen).push_screen(day_form(screen.shown.today, go))


def add_ritual(screen: TodayScreen) -> None:
    """A ritual of one's own."""
    if screen.shown is None:
        return
    from screens.dialogs.ritual import new_ritual_form

    rekindle(screen).push_screen(new_ritual_form(rekindle(screen)))


def pause_or_resume(screen: TodayScreen) -> None:
    """A pause, or the end of one."""
    if screen.shown is None:
        return
    from screens.dialogs.pause import PausesDialog, pause_form

    app = rekindle(screen)
    app.push_screen(PausesDialog() if len(app.at().library.pauses) else pause_form(app))


def _open_pause(screen: TodayScreen, key: str) -> None:
    from screens.dialogs.pause import pause_form

    app = rekindle(screen)
    known = next((one for one in app.at().library.pauses if one.id == key), None)
    app.push_screen(pause_form(app, known))


def _open_plan(screen: TodayScreen, key: str) -> None:
    from screens.plans.actions import open_plan

    open_plan(screen, key)


def _live(screen: TodayScreen, key: str) -> None:
    from screens.plans.lived import live

    app = rekindle(screen)
    app.attempt(lambda: live(app, key))


def _open_memory(screen: TodayScreen, key: str) -> None:
    from screens.plans.memories import MemoriesDialog

    rekindle(screen).push_screen(MemoriesDialog(key))


def _open_told(screen: TodayScreen, key: str) -> None:
    from screens.dialogs.note import ToldDialog

    rekindle(screen).push_screen(ToldDialog(key))


def _open_ritual(screen: TodayScreen, key: str) -> None:
    from screens.dialogs.ritual import ritual_form

    rekindle(screen).push_screen(ritual_form(rekindle(screen), key))


def _open_note(screen: TodayScreen, key: str) -> None:
    from screens.dialogs.note import NoteDialog

    rekindle(screen).push_screen(NoteDialog(key))


def _open_offer(screen: TodayScreen, key: str) -> None:
    from screens.dialogs.note import OfferDialog

    rekindle(screen).push_screen(OfferDialog(key))
