"""Every command is declared once, its key exists, and its action too: a slip here would be silent."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.keys import Keys

import screens
from screens import commands
from screens.app import RekindleApp
from screens.goals import keys as goals_keys
from screens.journey import keys as journey_keys
from screens.lookup import keys as lookup_keys
from screens.plans import keys as plans_keys
from screens.review import keys as review_keys
from screens.widgets import keys as widget_keys

ARRIVE_AS_OTHER_KEYS = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
KNOWN = {key.value for key in Keys} | {
    "question_mark",
    "space",
    "left_square_bracket",
    "right_square_bracket",
    "slash",
}


def every_class() -> Iterator[type[DOMNode]]:
    """Every widget, screen and app of ours."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, DOMNode) and thing.__module__ == module.name:
                yield thing


def own_bindings(node: type[DOMNode]) -> list[Binding]:
    return list(Binding.make_bindings(vars(node).get("BINDINGS", [])))


def all_of(*tables: list[BindingType]) -> list[Binding]:
    return [binding for table in tables for binding in table if isinstance(binding, Binding)]


PAGES = (
    commands.TODAY,
    plans_keys.PLANS,
    plans_keys.TRIPS,
    goals_keys.GOALS,
    journey_keys.JOURNEY,
    review_keys.REVIEW,
)
CLASSES = sorted(set(every_class()), key=lambda node: node.__name__)


@pytest.mark.parametrize("node", CLASSES, ids=lambda node: node.__name__)
def test_every_key_is_known_and_can_arrive(node: type[DOMNode]) -> None:
    for binding in own_bindings(node):
        bare = binding.key.removeprefix("ctrl+").removeprefix("shift+").removeprefix("alt+")
        assert len(bare) == 1 or bare in KNOWN, f"{node.__name__}: {binding.key}"
        assert binding.key not in ARRIVE_AS_OTHER_KEYS


@pytest.mark.parametrize("node", CLASSES, ids=lambda node: node.__name__)
def test_every_action_exists(node: type[DOMNode]) -> None:
    for binding in own_bindings(node):
        target, _, name = binding.action.partition("(")[0].rpartition(".")
        owner: type[DOMNode] = RekindleApp if target == "app" else node
        assert hasattr(owner, f"action_{name}"), f"{node.__name__}: {binding.action}"


def test_ids_are_unique_and_every_command_explains_itself() -> None:
    declared = all_of(
        commands.APP,
        commands.TODAY,
        commands.ROWS,
        commands.FIELD,
        plans_keys.TRIPS,
        widget_keys.CARDS,
        goals_keys.GOALS,
        journey_keys.JOURNEY,
        widget_keys.MONTH,
        review_keys.REVIEW,
        lookup_keys.LOOKUP,
        widget_keys.HEAT,
    )
    assert len({binding.id for binding in declared}) == len(declared)
    assert all(binding.tooltip and binding.group and binding.id for binding in declared)


def rows_beside(page: list[BindingType]) -> list[BindingType]:
    """The keys of the list that stands on a page."""
    return review_keys.READING if page is review_keys.REVIEW else commands.ROWS


@pytest.mark.parametrize("page", PAGES, ids=("today", "plans", "trips", "goals", "journey", "review"))
def test_no_letter_means_two_things_on_one_page(page: list[BindingType]) -> None:
    keys = [key for b in all_of(commands.APP, page, rows_beside(page)) for key in b.key.split(",")]
    assert len(set(keys)) == len(keys)


def test_no_key_of_the_cards_means_something_else_on_their_page() -> None:
    keys = [
        key for b in all_of(commands.APP, plans_keys.TRIPS, widget_keys.CARDS) for key in b.key.split(",")
    ]
    assert len(set(keys)) == len(keys)
    assert len([b for b in all_of(commands.APP, plans_keys.TRIPS, widget_keys.CARDS) if b.show]) <= 5 + 2


@pytest.mark.parametrize("page", PAGES, ids=("today", "plans", "trips", "goals", "journey", "review"))
def test_at_most_five_keys_stand_beside_help_and_quit(page: list[BindingType]) -> None:
    shown = [b for b in all_of(commands.APP, page, rows_beside(page)) if b.show]
    assert len(shown) <= 5 + 2
