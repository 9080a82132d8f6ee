"""`pause` and `resume`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from tracker.acts import pauses
from tracker.calendar.names import long_day
from tracker.cli.context import Context
from tracker.records.pauses import PAUSE_KINDS


def pause(args: Namespace, context: Context) -> int:
    """Let a span of days rest."""
    at = context.at()
    first = context.coming_day(args.start)
    until = context.coming_day(args.end) if args.end is not None else None
    ritual = at.library.rituals.find(args.ritual) if args.ritual is not None else None
    context.do(pauses.pause, first, until, kind=args.kind, ritual=ritual.key if ritual else None)
    what = ritual.name if ritual else "Everything"
    context.streams.say(f"{what} rests {_span(first, until, at.today)}: {PAUSE_KINDS[args.kind]}.")
    return 0


def resume(args: Namespace, context: Context) -> int:
    """End what rests today."""
    context.do(pauses.resume, args.ritual)
    context.streams.say("Resumed: what rested until yesterday counts for nobody and against nothing.")
    return 0


def _span(first: date, until: date | None, today: date) -> str:
    begin = "from today" if first == today else f"from {long_day(first)}"
    return f"{begin} {f'to {long_day(until)}' if until else 'until you resume'}"
