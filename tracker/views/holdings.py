"""What the tracker holds of each practice, counted for the couple as one and said in words.

A figure 0 is never said, nothing is split between the two, and what is private to one of them plays no part:
notes count as the days show them to both, and telling, reading and reaching are shared facts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tracker.acts.common import Standing
from tracker.ready_made import COUNSELLING, WEEKLY_TALK, ReadyMade
from tracker.records.plans import KINDS
from tracker.rhythm import words
from tracker.views.ticked import lived_outings

ON_PURPOSE = "not counted, on purpose"


class Held(NamedTuple):
    """What is said of one practice."""

    said: str = ""
    """As in "124 noticed, 40 told"; empty where there is nothing yet, or figures are hidden."""
    suggests: str = ""
    """Why it may be marked as tried, as in "You have told some of it."; empty where nothing shows it."""


def held(at: Standing, practice: str) -> Held:
    """What is held of the practice with this key. Figures are left out where the couple hides them."""
    return _HELD[practice](at)


def _figures(at: Standing, *parts: str) -> str:
    return ", ".join(part for part in parts if part) if at.couple.show_rhythm else ""


def counted(number: int, one: str, many: str) -> str:
    """As in "1 pause", "3 pauses"; empty for none."""
    return f"{number} {one if number == 1 else many}" if number else ""


def _ebb_and_flow(at: Standing) -> Held:
    taken = [one for one in at.library.pauses if one.first <= at.today]
    suggests = "You have let things rest for a while." if taken else ""
    if at.library.pauses.covering(at.today):
        return Held("everything rests now", suggests)
    return Held(_figures(at, counted(len(taken), "pause taken", "pauses taken")), suggests)


def _find_the_cause(at: Standing) -> Held:
    return Held("nine reasons, to read on your own")


def _talk(at: Standing) -> Held:
    return _of_ritual(at, WEEKLY_TALK, "You have sat down to talk.")


def _of_ritual(at: Standing, ready: ReadyMade, suggests: str) -> Held:
    """The rhythm of a ready-made ritual in short words."""
    ritual = ready.among(at.library.rituals)
    if ritual is None:
        return Held()
    rhythm = at.library.ledger.rhythm(ritual.key, at.today)
    said = _figures(at, words.run_short(rhythm), words.kept_short(rhythm, ritual.cadence.period))
    return Held(said or "its ritual stands", suggests if rhythm.days else "")


def _remember(at: Standing) -> Held:
    number = len(at.library.beginnings)
    suggests = "You have kept something of how it began." if number else ""
    return Held(_figures(at, counted(number, "beginning kept", "beginnings kept")), suggests)


def _mindset(at: Standing) -> Held:
    quarters = {one.quarter for one in at.library.future_scenes.read_together()}
    suggests = "You have read your scenes to each other." if quarters else ""
    evenings = counted(len(quarters), "evening", "evenings")
    return Held(_figures(at, f"scenes read on {evenings}" if evenings else ""), suggests)


def _effort(at: Standing) -> Held:
    renewed = [one.renewed_on for one in at.library.reviews if one.renewed_on and one.renewed_on <= at.today]
    if not renewed:
        return Held()
    said = f"“we're in”, last on {words.day(max(renewed), at.today)}"
    return Held(said, "You have both said “we're in”.")


def _counselling(at: Standing) -> Held:
    ritual = COUNSELLING.among(at.library.rituals)
    if ritual is None:
        return Held("considering it is enough")
    days = at.library.ledger.rhythm(ritual.key, at.today).days
    said = _figures(at, counted(len(days), "appointment", "appointments"))
    return Held(said or "its ritual stands", "You have considered it.")


def _appreciate(at: Standing) -> Held:
    notes = at.library.appreciations
    told = sum(note.told for note in notes)
    said = (counted(len(notes), "noticed", "noticed"), counted(told, "told", "told"))
    return Held(_figures(at, *said), "You have told some of what you noticed." if told else "")


def _not_counted(at: Standing) -> Held:
    return Held(ON_PURPOSE)


def _quality_time(at: Standing) -> Held:
    dates, trips = (len(lived_outings(at, "", kind)) for kind in KINDS)
    lived = _figures(at, counted(dates, "date", "dates"), counted(trips, "trip", "trips"))
    suggests = "You have had time of your own." if dates or trips else ""
    return Held(f"{lived} lived" if lived else "", suggests)


def _shared_goals(at: Standing) -> Held:
    goals = at.library.goals
    active, reached = (len(goals.in_state(state)) for state in ("active", "reached"))
    steps = sum(len(at.library.milestones.of(goal.id).done) for goal in goals)
    said = (
        counted(active, "goal under way", "goals under way"),
        counted(steps, "step reached", "steps reached"),
    )
    return Held(_figures(at, *said), "You have a goal of your own." if active or reached else "")


_HELD: dict[str, Callable[[Standing], Held]] = {
    "ebb-and-flow": _ebb_and_flow,
    "find-the-cause": _find_the_cause,
    "talk": _talk,
    "remember": _remember,
    "mindset": _mindset,
    "effort": _effort,
    "counselling": _counselling,
    "appreciate": _appreciate,
    "let-go": _not_counted,
    "kindness": _not_counted,
    "quality-time": _quality_time,
    "shared-goals": _shared_goals,
}
