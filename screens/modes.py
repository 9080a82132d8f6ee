"""The pages by name: each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen


def _today() -> Screen[None]:
    from screens.today.screen import TodayScreen

    return TodayScreen()


def _dates() -> Screen[None]:
    from screens.plans.screen import DatesScreen

    return DatesScreen()


def _trips() -> Screen[None]:
    from screens.plans.trips import TripsScreen

    return TripsScreen()


def _goals() -> Screen[None]:
    from screens.goals.screen import GoalsScreen

    return GoalsScreen()


def _review() -> Screen[None]:
    from screens.review.screen import ReviewScreen

    return ReviewScreen()


def _journey() -> Screen[None]:
    from screens.journey.screen import JourneyScreen

    return JourneyScreen()


MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "today": _today,
    "dates": _dates,
    "trips": _trips,
    "goals": _goals,
    "review": _review,
    "journey": _journey,
}
"""What the app switches between; the names and keys are those of `screens.commands.PAGES`."""

FIRST_PAGE = "today"
"""Where the app opens."""
