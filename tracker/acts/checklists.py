"""The small list of a plan: booking, childcare, packing, money, and what they add."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from tracker.acts.common import Standing, title
from tracker.acts.planning import changed, stored_items, the_plan
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.plans import BOOKING, CHILDCARE_ITEM, Item, Plan
from tracker.store.changes import Change
from tracker.text import folded

_MOST_ITEMS = 50
_Items = tuple[Item, ...]


def add_item(at: Standing, plan_id: str, text: str, *, me: str) -> list[Change]:
    """Put one more thing on the list. "Booking" and "childcare" are asked for by name while they are open."""
    plan = the_plan(at, plan_id, me)
    text = _checked(text)
    if len(plan.items) >= _MOST_ITEMS:
        raise Refusal(f"A list holds {_MOST_ITEMS} things; please take one off first.")
    key = folded(text) if folded(text) in (BOOKING, CHILDCARE_ITEM) else new_id(at.now)
    if any(item.id == key for item in plan.items):
        return []
    needed = {"childcare": "needed"} if key == CHILDCARE_ITEM else {}
    return changed(at, plan, {"checklist": stored_items((*plan.items, Item(id=key, text=text))), **needed})


def reword_item(at: Standing, plan_id: str, item_id: str, text: str, *, me: str) -> list[Change]:
    """Change the words of one thing on the list."""
    words = _checked(text)
    return _with(at, plan_id, item_id, me, lambda item: (msgspec.structs.replace(item, text=words),))


def tick_item(at: Standing, plan_id: str, item_id: str, *, me: str, done: bool = True) -> list[Change]:
    """Tick one thing, or take the tick back. Childcare that is ticked is sorted."""
    changes = _with(at, plan_id, item_id, me, lambda item: (msgspec.structs.replace(item, done=done),))
    if item_id == CHILDCARE_ITEM and changes:
        plan = the_plan(at, plan_id, me)
        changes = [*changes, *changed(at, plan, {"childcare": "sorted" if done else "needed"})]
    return changes


def drop_item(at: Standing, plan_id: str, item_id: str, *, me: str) -> list[Change]:
    """Take one thing off the list. Without childcare on it, none is needed."""
    changes = _with(at, plan_id, item_id, me, lambda _: ())
    if item_id == CHILDCARE_ITEM:
        changes = [*changes, *changed(at, the_plan(at, plan_id, me), {"childcare": "n/a"})]
    return changes


def move_item(at: Standing, plan_id: str, item_id: str, by: int, *, me: str) -> list[Change]:
    """Move one thing up (negative) or down the list; at its ends it stays."""
    plan = the_plan(at, plan_id, me)
    items = list(plan.items)
    place = _place(plan, item_id)
    item = items.pop(place)
    items.insert(max(0, min(len(items), place + by)), item)
    return changed(at, plan, {"checklist": stored_items(tuple(items))})


def _with(
    at: Standing, plan_id: str, item_id: str, me: str, change: Callable[[Item], _Items]
) -> list[Change]:
    """The list with one thing changed, read from the newest version: two can tick at once."""
    plan = the_plan(at, plan_id, me)
    place = _place(plan, item_id)
    items = (*plan.items[:place], *change(plan.items[place]), *plan.items[place + 1 :])
    return changed(at, plan, {"checklist": stored_items(items)})


def _place(plan: Plan, item_id: str) -> int:
    place = next((place for place, item in enumerate(plan.items) if item.id == item_id), None)
    if place is None:
        raise Refusal("That is not on the list any more.")
    return place


def _checked(text: str) -> str:
    return title(text, "The entry")
