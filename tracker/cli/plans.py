"""`plan` and `agenda`: dates and trips to come. `plan` never says a person's words back."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from tracker.acts import plans as acts
from tracker.acts.plan_times import read_end, read_start, said_back
from tracker.calendar.when import When
from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.records.plans import Plan
from tracker.text import folded
from tracker.views.plans import agenda as agenda_of

MOST_WEEKS = 520
MOST_NIGHTS = 60
_DETAILS = ("place", "notes", "cost", "novelty")


def plan(args: Namespace, context: Context) -> int:
    """Keep an idea; with a day, plan it. An idea of the same title becomes the plan itself."""
    context.at()  # before set-up there is nothing to plan
    by = context.author(args.by) if args.by is not None or args.surprise else context.sitting.me
    title, details = _words(args, context)
    start, end = _span(args, context)
    known = None if args.surprise else _idea(context, args.kind, title, by)
    if known is not None and start is None:
        done = context.do(acts.change_plan, known.id, me=by, **details)
        context.streams.say("It is among the ideas already" + ("; changed what you named." if done else "."))
        return 0
    if known is not None:
        context.do(acts.plan_idea, known.id, me=by, start=start, end=end, **details)
        plan_id = known.id
    else:
        asked = {"by": by, "kind": args.kind, "title": title, "surprise": args.surprise, **details}
        act, days = (acts.idea, {}) if start is None else (acts.plan, {"start": start, "end": end})
        plan_id = context.do(act, **asked, **days)[-1].id
    kept = context.at().library.plans.get(plan_id)
    for line in _answer(kept, context) if kept is not None else ():
        context.streams.say(line)
    return 0


def agenda(args: Namespace, context: Context) -> int:
    """Say what comes up: the shared part, or with `--for` what one of them may see."""
    if not 1 <= args.weeks <= MOST_WEEKS:
        raise Refusal(f"The agenda is for 1 to {MOST_WEEKS} weeks.")
    at = context.at()
    viewer = at.couple.named(args.viewer).id if args.viewer is not None else ""
    found = agenda_of(at, viewer, args.weeks)
    for line in [json.dumps(found.as_json())] if args.json else found.text():
        context.streams.say(line)
    return 0


def _words(args: Namespace, context: Context) -> tuple[str, dict[str, Any]]:
    """The title and the details that were named; `-` in the place of words reads standard input."""
    if args.title == "-" and args.notes == "-":
        raise Refusal("Only one of title and notes can come from standard input.")
    title = context.streams.read_note("What do you call it?") if args.title == "-" else args.title
    details = {name: getattr(args, name) for name in _DETAILS if getattr(args, name) is not None}
    if args.notes == "-":
        details["notes"] = context.streams.read_note("A few words about it:")
    if args.childcare is not None:
        details["childcare"] = {"none": "n/a"}.get(args.childcare, args.childcare)
    if args.phones_away:
        details["phones_away"] = True
    if args.counts is not None:
        details["counts"] = args.counts == "yes"
    return title, details


def _span(args: Namespace, context: Context) -> tuple[When | None, When | None]:
    """When it begins and ends, as far as that was said."""
    if args.on is None:
        if args.until is not None or args.nights is not None:
            raise Refusal("An end needs a start; say with --on when it begins.")
        return None, None
    at = context.at()
    start, last = read_start(at, args.kind, args.on)
    if args.nights is None:
        return start, read_end(at, args.kind, args.until, start) if args.until is not None else last
    if args.until is not None:
        raise Refusal("Give either --nights or --until, not both.")
    if args.kind != "trip" or not 0 <= args.nights <= MOST_NIGHTS:
        raise Refusal(f"Nights are for a trip, 0 to {MOST_NIGHTS} of them.")
    return start, start.later(args.nights)


def _idea(context: Context, kind: str, title: str, by: str) -> Plan | None:
    """An idea of this title that the planner may know of."""
    at = context.at()
    ideas = (
        p for p in at.library.plans.of(kind, "idea", "let-go") if not at.library.plans.holds(p, by, at.now)
    )
    return next((idea for idea in ideas if folded(idea.title) == folded(title)), None)


def _answer(kept: Plan, context: Context) -> Iterator[str]:
    """What became of it, in a few lines."""
    at = context.at()
    couple = at.couple
    if kept.begins is None:
        yield f"Kept among the ideas, from {couple.name_of(kept.by)}. With --on it gets a day."
        return
    until = f" until {kept.ends.words(at.today)}" if kept.ends else ""
    yield f"A {kept.kind} is planned for {said_back(at, kept.begins)}{until}."
    if kept.surprise:
        yield f"It is held from {couple.other(kept.by).name} until then."
    if kept.still_open():
        yield f"Still open: {' · '.join(kept.still_open())}"
