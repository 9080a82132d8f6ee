"""`pause` and `resume`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from tracker.acts import pauses, removal
from tracker.calendar.months import add_months
from tracker.calendar.names import long_day
from tracker.calendar.spoken import read_pause_day, read_pause_end
from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.ids import WIDTH
from tracker.records.pauses import PAUSE_KINDS, Pause
from tracker.text import one_line


def pause(args: Namespace, context: Context) -> int:
    """Let a span of days rest; without one, list what rests; or set a pause aside."""
    if args.remove is not None:
        return _remove(args, context)
    if args.start is None:
        return _list(context)
    at = context.at()
    first = read_pause_day(args.start, at.today).day
    until = read_pause_end(args.end, first, at.today).day if args.end is not None else None
    ritual = at.library.rituals.find(args.ritual) if args.ritual is not None else None
    context.do(pauses.pause, first, until, kind=args.kind, ritual=ritual.key if ritual else None)
    what = ritual.name if ritual else "Everything"
    context.streams.say(f"{what} rests {_span(first, until, at.today)}: {PAUSE_KINDS[args.kind]}.")
    return 0


def resume(args: Namespace, context: Context) -> int:
    """End what rests today."""
    context.do(pauses.resume, args.ritual)
    context.streams.say("Resumed. Today counts again, and the days that rested stay as they are.")
    return 0


def _list(context: Context) -> int:
    """The pauses that run, are to come, or ended within a year, by their first days."""
    at = context.at()
    a_year_ago = add_months(at.today, -12)
    found = [one for one in at.library.pauses if one.until is None or one.until >= a_year_ago]
    names = {ritual.key: ritual.name for ritual in at.library.rituals}
    for one in found:
        what = names.get(one.ritual, one.ritual) if one.ritual is not None else "everything"
        note = f" ({one_line(one.note)})" if one.note else ""
        context.streams.say(f"{one.id}  {what}, {_when(one, at.today)}: {PAUSE_KINDS[one.kind]}{note}")
    if found:
        context.streams.say("`rekindle pause --remove` with its number sets one aside.")
    else:
        context.streams.say("Nothing rests, is to rest, or rested within the last year.")
    return 0


def _remove(args: Namespace, context: Context) -> int:
    if args.start is not None:
        raise Refusal("--remove sets a pause aside by its number; please leave the days out.")
    pause_id = args.remove.strip().zfill(WIDTH)
    if all(one.id != pause_id for one in context.at().library.pauses):
        raise Refusal("No pause has that number; `rekindle pause` lists them.")
    context.do(removal.remove, "pauses", pause_id, me=context.sitting.me)
    context.streams.say("The pause is set aside; `rekindle removed` can bring it back for 30 days.")
    return 0


def _when(one: Pause, today: date) -> str:
    """As in "from Thursday 1 October 2026 to …", or "on …" for a single day."""
    if one.first == one.until:
        return f"on {long_day(one.first)}"
    return _span(one.first, one.until, today)


def _span(first: date, until: date | None, today: date) -> str:
    begin = "from today" if first == today else f"from {long_day(first)}"
    return f"{begin} {f'to {long_day(until)}' if until else 'until you resume'}"
