"""`appreciate` and `did`: what happened, written down. Neither says a person's words back."""

from __future__ import annotations

from argparse import Namespace

from tracker.acts import entries, rituals
from tracker.acts.meant import check_past_day
from tracker.calendar.names import long_day
from tracker.cli.context import Context


def appreciate(args: Namespace, context: Context) -> int:
    """Keep one thing that somebody noticed."""
    couple = context.at().couple
    by = context.author(args.by)
    day = context.past_day(args.on)
    context.check(check_past_day, day)
    text = args.text
    if text is None or text == "-":
        text = context.streams.read_note(f"What did you notice about {couple.other(by).name}?")
    context.do(entries.appreciate, by=by, text=text, cue=args.cue, day=day)
    context.streams.say(f"Kept for {long_day(day)}, from {couple.name_of(by)}.")
    return 0


def did(args: Namespace, context: Context) -> int:
    """Mark that a ritual happened."""
    at = context.at()
    ritual = at.library.rituals.find(args.ritual)
    by = at.couple.named(args.by).id if args.by is not None else ""
    day = context.past_day(args.on)
    context.check(check_past_day, day)
    text = context.streams.read_note("A few words about it:") if args.note == "-" else args.note
    marked = context.do(rituals.did, ritual.key, by=by, day=day, text=text)
    whose = f"{ritual.name}, {long_day(day)}, {at.couple.name_of(by)}"
    context.streams.say(f"Marked: {whose}." if marked else f"It stands there already: {whose}.")
    return 0
