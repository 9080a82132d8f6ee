"""The ways that lead on from a practice: to a page, a form or something to read. Each really goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from screens.host import rekindle
from screens.widgets.rows import split
from tracker.acts.common import Standing
from tracker.ready_made import COUNSELLING, PHONES_AWAY, WEEKLY_TALK, ReadyMade

if TYPE_CHECKING:
    from screens.app import RekindleApp
    from screens.journey.screen import JourneyScreen


class Way(NamedTuple):
    """One way on."""

    label: str
    go: Callable[[JourneyScreen], None]


def ways_of(at: Standing, practice: str) -> tuple[Way, ...]:
    """The ways on from a practice, the nearest first."""
    return _WAYS[practice](at)


def somebody_is_here(app: RekindleApp) -> bool:
    """Whether it is known who sits here; says how to tell where it is not."""
    if not app.me:
        app.say("Press p first and say who is here.")
    return bool(app.me)


# Rows


def open_row(screen: JourneyScreen, row: str) -> None:
    """Enter: a practice's own dialog, the pauses, the window, the look-up, or setting a start."""
    kind, key = split(row)
    opens: dict[str, Callable[[], None]] = {
        "practice": lambda: _open_practice(screen, key),
        "pauses": lambda: pauses(screen),
        "window": lambda: _open_window(screen),
        "lookup": lambda: look_up(screen),
        "start": rekindle(screen).action_settings,
    }
    opens[kind]()


def _open_practice(screen: JourneyScreen, key: str) -> None:
    from screens.journey.practice import PracticeDialog

    def chosen(way: Way | None) -> None:
        if way is not None:
            way.go(screen)

    rekindle(screen).push_screen(PracticeDialog(screen, key), chosen)


def _open_window(screen: JourneyScreen) -> None:
    from screens.journey.forms import window_form

    rekindle(screen).push_screen(window_form(rekindle(screen)))


def look_up(screen: JourneyScreen) -> None:
    """The look-up; only ever by a deliberate key."""
    from screens.lookup.dialog import open_lookup

    open_lookup(screen)


def pauses(screen: JourneyScreen) -> None:
    """A pause, or the end of one."""
    app = rekindle(screen)
    if app.at().library.couple is None:
        return
    from screens.dialogs.pause import PausesDialog, pause_form

    app.push_screen(PausesDialog() if len(app.at().library.pauses) else pause_form(app))


# Pages


def _page(name: str) -> Callable[[JourneyScreen], None]:
    return lambda screen: rekindle(screen).action_page(name)


def _todays_field(screen: JourneyScreen) -> None:
    """Today, with the field ready to write in."""
    app = rekindle(screen)
    app.action_page("today")

    def write() -> None:
        from screens.today.screen import TodayScreen

        if isinstance(app.screen, TodayScreen):
            app.screen.action_write()

    app.call_after_refresh(write)


# Forms and things to read


def _new_pause(screen: JourneyScreen) -> None:
    from screens.dialogs.pause import pause_form

    app = rekindle(screen)
    app.push_screen(pause_form(app))


def _resume(screen: JourneyScreen) -> None:
    from tracker.acts.pauses import resume

    rekindle(screen).act(resume, "On you go again; nothing was counted meanwhile.")


def _reasons(screen: JourneyScreen) -> None:
    from screens.journey.reasons import ReasonsDialog

    rekindle(screen).push_screen(ReasonsDialog())


def _deck(screen: JourneyScreen) -> None:
    from screens.journey.talk import TalkDialog

    rekindle(screen).push_screen(TalkDialog())


def _beginnings(screen: JourneyScreen) -> None:
    from screens.journey.beginnings import BeginningsDialog

    rekindle(screen).push_screen(BeginningsDialog())


def _new_beginning(screen: JourneyScreen) -> None:
    from screens.journey.beginnings import beginning_form

    app = rekindle(screen)
    if somebody_is_here(app):
        app.push_screen(beginning_form(app))


def _effort(screen: JourneyScreen) -> None:
    from screens.journey.forms import effort_form

    app = rekindle(screen)
    if somebody_is_here(app):
        app.push_screen(effort_form(app))


def _scene(screen: JourneyScreen) -> None:
    from screens.journey.forms import scene_form

    app = rekindle(screen)
    if somebody_is_here(app):
        app.push_screen(scene_form(app))


def _ritual(at: Standing, ready: ReadyMade) -> Way:
    """Add a ready-made ritual; where the couple has it, open it instead."""
    from screens.dialogs.ritual import new_ritual_form, ritual_form

    known = ready.among(at.library.rituals)
    if known is None:

        def add(screen: JourneyScreen) -> None:
            app = rekindle(screen)
            app.push_screen(new_ritual_form(app, ready))

        return Way(f"Add the ritual “{ready.name}”", add)
    key = known.key

    def open_it(screen: JourneyScreen) -> None:
        app = rekindle(screen)
        app.push_screen(ritual_form(app, key))

    return Way(f"The ritual “{ready.name}”", open_it)


def _ebb_and_flow(at: Standing) -> tuple[Way, ...]:
    rests = bool(at.library.pauses.covering(at.today))
    return (*((Way("Resume now", _resume),) if rests else ()), Way("Let things rest: a pause", _new_pause))


_WAYS: dict[str, Callable[[Standing], tuple[Way, ...]]] = {
    "ebb-and-flow": _ebb_and_flow,
    "find-the-cause": lambda at: (Way("Read the nine reasons", _reasons),),
    "talk": lambda at: (Way("Questions for a talk", _deck), _ritual(at, WEEKLY_TALK)),
    "remember": lambda at: (Way("Keep a beginning", _new_beginning), Way("All beginnings", _beginnings)),
    "mindset": lambda at: (
        Way("Write your scene of this quarter", _scene),
        Way("Read them together: Review", _page("review")),
    ),
    "effort": lambda at: (
        Way("Effort noticed: two short lines", _effort),
        Way("Say “we're in” together: Review", _page("review")),
    ),
    "counselling": lambda at: (_ritual(at, COUNSELLING),),
    "appreciate": lambda at: (Way("Write down what you noticed: Today", _todays_field),),
    "let-go": lambda at: (Way("Questions for a talk", _deck),),
    "kindness": lambda at: (Way("Effort noticed: two short lines", _effort),),
    "quality-time": lambda at: (
        Way("Plan a date: Dates", _page("dates")),
        Way("Plan a weekend: Trips", _page("trips")),
        _ritual(at, PHONES_AWAY),
    ),
    "shared-goals": lambda at: (Way("Wishes and goals: Goals", _page("goals")),),
}
