"""`import` without a file: what was imported in the last 30 days, and taking one of it back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from tracker.acts import imports
from tracker.acts.common import RESTORE_DAYS
from tracker.acts.imports import Import
from tracker.calendar.names import long_day
from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.store.changes import Change, Put
from tracker.transfer.report import counted


def hints(changes: Sequence[Change]) -> Iterator[str]:
    """What to say after an import: how it is taken back, and what of it cannot be."""
    added = sum(isinstance(change, Put) for change in changes)
    if added:
        yield f"To take it back within {RESTORE_DAYS} days: `rekindle import --take-back`."
    if added < len(changes):
        updated = counted(len(changes) - added, "entries")
        yield f"{updated} that stood here changed; that cannot be taken back in one step."


def listed(context: Context) -> int:
    """Say what can be taken back."""
    found = imports.imports(context.at())
    for one in found:
        context.streams.say(f"{one.id}  {_said(one, context)}")
    if found:
        context.streams.say("`rekindle import --take-back` takes the first one back; name another after it.")
    else:
        context.streams.say(
            f"Nothing was imported in the last {RESTORE_DAYS} days; see `rekindle import --help`."
        )
    return 0


def take_back(args: Namespace, context: Context) -> int:
    """Set aside everything that one import added: the newest one, where none is named."""
    me = context.at().couple.named(args.by).id if args.by is not None else context.sitting.me
    one = _meant(args.take_back, context)
    before = _said(one, context)
    context.do(imports.take_back, one.id, me=me)
    context.streams.say(f"Taken back: the import of {before}.")
    if left := imports.entries(context.at(), one.id):
        context.streams.say(
            f"{counted(left, 'entries')} of it stayed: changed since, in use by something newer, or the other"
            " one's own."
        )
    whose = "" if context.sitting.me else " --by NAME"
    context.streams.say("What stood here before it stays as it is.")
    context.streams.say(
        f"For {RESTORE_DAYS} days `rekindle removed --bring-back {one.id}{whose}` brings the import back."
    )
    return 0


def _meant(name: str, context: Context) -> Import:
    found = imports.imports(context.at())
    one = next((one for one in found if name in ("", one.id)), None)
    if one is None:
        raise Refusal(
            f"No such import of the last {RESTORE_DAYS} days can be taken back; `rekindle import` lists them."
        )
    return one


def _said(one: Import, context: Context) -> str:
    """As in "Friday 20 November 2026, 312 entries"; what is private is not counted."""
    at = context.at()
    day, count = long_day(at.couple.day_of(one.at)), imports.entries(at, one.id)
    return f"{day}, {counted(count, 'entries')}" if count else day
