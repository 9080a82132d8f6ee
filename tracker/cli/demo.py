"""`demo`: a made-up couple's years, in a place of their own."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from datetime import UTC, datetime, time
from pathlib import Path

from tracker.acts.common import today_of
from tracker.calendar.days import machine_zone
from tracker.calendar.spoken import read_past_day
from tracker.cli.context import Context
from tracker.clock import Clock, FixedClock
from tracker.demo.make import check_years, make_demo
from tracker.launch import need_terminal, open_app

_EVENING = time(19, 0, tzinfo=UTC)


def demo(args: Namespace, context: Context) -> int:
    """Write the couple's years into a throw-away folder, say where, and open the app on them."""
    need_terminal()
    today = today_of(None, context.clock.now())
    clock: Clock = context.clock
    zone = machine_zone()
    if args.today is not None:
        today = read_past_day(args.today, today).day
        clock, zone = FixedClock(datetime.combine(today, _EVENING)), "UTC"
    check_years(args.years, today)  # before anything is written
    place = Path(tempfile.mkdtemp(prefix="rekindle-demo-"))
    there = Context(context.streams, clock, str(place / "data"))
    there.state = place / "state"
    try:
        make_demo(there.store, args.seed, args.years, today, zone)
        context.streams.say(f"A made-up couple lives in {place}; delete it whenever you like.")
        return open_app(there, there.data)
    finally:
        there.close()
