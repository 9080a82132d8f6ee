"""`removed`: what was set aside and can come back. It names the kind and the day, never the text."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from tracker.acts import removal
from tracker.acts.common import RESTORE_DAYS
from tracker.calendar.names import long_day
from tracker.cli.context import Context


def removed(args: Namespace, context: Context) -> int:
    """List what can be brought back, or bring one thing back."""
    viewer = context.at().couple.named(args.by).id if args.by is not None else context.sitting.me
    if args.bring_back is not None:
        return _bring_back(args.bring_back, viewer, context)
    found = removal.removed(context.at(), viewer)
    shown = [one for one in found if args.by is not None or not one.private]
    for one in shown:
        context.streams.say(f"{one.id}  {one.kind}, {long_day(date.fromisoformat(one.day))}")
    if shown:
        context.streams.say(f"Each comes back with --bring-back and its number, for {RESTORE_DAYS} days.")
    else:
        context.streams.say("Nothing was removed in the last 30 days.")
    return 0


def _bring_back(record_id: str, viewer: str, context: Context) -> int:
    kinds = {one.id: one.kind for one in removal.removed(context.at(), viewer)}
    receipt = context.do(removal.bring_back, record_id, me=viewer)
    context.streams.say(f"Brought back: {kinds.get(receipt[0].id, removal.IMPORT)}.")
    return 0
