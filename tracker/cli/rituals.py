"""`ritual add`, `set`, `list` and `archive`."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from tracker.acts import rituals as acts
from tracker.calendar.names import long_day
from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.records.rituals import Ritual

_REREAD = ("times", "per", "kept_by", "forgive")
"""Settings under which the whole history is read."""


def add(args: Namespace, context: Context) -> int:
    """Add a ritual of one's own."""
    context.do(acts.add_ritual, args.name, **_wanted(args, context))
    context.streams.say(f"Added: {_words(context.at().library.rituals.find(args.name))}")
    return 0


def change(args: Namespace, context: Context) -> int:
    """Change what is named, and say first when the past will be read in another way."""
    before = context.at().library.rituals.find(args.key)
    wanted = _wanted(args, context)
    if args.name is not None:
        wanted["name"] = args.name
    if not wanted:
        raise Refusal("Nothing to change was named; see `rekindle ritual set --help`.")
    if any(name in wanted for name in _REREAD):
        context.streams.say(f"The whole history of {before.name} is read in the new way from now on.")
    changed = context.do(acts.change_ritual, before.key, **wanted)
    after = context.at().library.rituals.find(before.key)
    context.streams.say(f"{'Changed' if changed else 'It is so already'}: {_words(after)}")
    return 0


def archive(args: Namespace, context: Context) -> int:
    """Put a ritual away, or take it up again."""
    ritual = context.at().library.rituals.find(args.key)
    if args.undo:
        context.do(acts.take_up_again, ritual.key)
        context.streams.say(f"{ritual.name} is in use again.")
    else:
        context.do(acts.archive_ritual, ritual.key)
        context.streams.say(f"{ritual.name} is put away from tomorrow on; everything it holds stays.")
    return 0


def show(args: Namespace, context: Context) -> int:
    """List all rituals."""
    rituals = context.at().library.rituals
    if getattr(args, "json", False):
        context.streams.say(json.dumps([_as_json(ritual) for ritual in rituals]))
        return 0
    for ritual in rituals:
        context.streams.say(_words(ritual))
    return 0


def _wanted(args: Namespace, context: Context) -> dict[str, Any]:
    """The settings that were named."""
    named = {name: getattr(args, name) for name in _REREAD if getattr(args, name) is not None}
    if args.since is not None:
        named["since"] = context.past_day(args.since)
    return named


def _words(ritual: Ritual) -> str:
    """As in "weekly-talk: Weekly talk, each week, kept by either of you, since Friday 20 November 2026.\""""
    kept_by = "both of you" if ritual.kept_by == "both" else "either of you"
    parts = [ritual.name, ritual.cadence.words(), f"kept by {kept_by}"]
    if ritual.since is not None:
        parts.append(f"since {long_day(ritual.since)}")
    if ritual.archived_on is not None:
        parts.append(f"put away after {long_day(ritual.archived_on)}")
    return f"{ritual.key}: {', '.join(parts)}."


def _as_json(ritual: Ritual) -> dict[str, Any]:
    return {
        "key": ritual.key,
        "name": ritual.name,
        "times": ritual.cadence.times,
        "period": ritual.cadence.period,
        "kept_by": ritual.kept_by,
        "forgive": ritual.forgive,
        "since": ritual.since.isoformat() if ritual.since else None,
        "archived_on": ritual.archived_on.isoformat() if ritual.archived_on else None,
    }
