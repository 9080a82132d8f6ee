"""`move`: an entry that stands on a day still to come goes to the day that was meant."""

from __future__ import annotations

from argparse import Namespace

from tracker.acts.to_come import move_entry, to_come
from tracker.calendar.names import long_day
from tracker.cli.context import Context
from tracker.ids import WIDTH


def move(args: Namespace, context: Context) -> int:
    """Move one entry; `doctor` names those that need it."""
    at = context.at()
    me = at.couple.named(args.by).id if args.by is not None else context.sitting.me
    day = context.past_day(args.day)
    kinds = {one.id: one.kind for one in to_come(at, me)}
    context.do(move_entry, args.id, me=me, day=day)
    context.streams.say(f"Moved to {long_day(day)}: {kinds[args.id.strip().zfill(WIDTH)]}.")
    return 0
