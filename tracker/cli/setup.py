"""`setup`: begin, or change only what is named, saying what changes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.acts import couple as acts
from tracker.calendar.days import machine_zone
from tracker.calendar.names import long_day
from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.records.couple import Couple
from tracker.text import folded

_LABELS = {
    "effort_start": "Trying together since",
    "together_since": "A couple since",
    "children": "Children",
    "day_ends_at": "A day ends at",
    "week_start": "A week begins on",
    "time_zone": "Time zone",
    "window_months": "The look-up's window",
}
SUGGESTED = "suggested"
"""How a window that follows the years together is said."""


def setup(args: Namespace, context: Context) -> int:
    """Found the couple, or change what it agreed."""
    if context.sitting.at().library.couple is None:
        _found(args, context)
    else:
        _change(args, context)
    if args.me is not None:
        _keep_me(args.me, context)
    return 0


def _found(args: Namespace, context: Context) -> None:
    if args.names is None:
        raise Refusal("Rekindle is not set up yet; give your two names: `rekindle setup --names A B`.")
    settings = {"time_zone": machine_zone(), **_named(args, context)}
    if args.me is not None and _matches(args.me, args.names) is None:
        raise Refusal(f"“{args.me}” is neither of the two names; nothing was set up.")
    context.sitting.do(lambda at: acts.set_up(at, args.names, **settings))
    couple = context.at().couple
    context.streams.say(f"{couple.names()} are set up.")
    for name in dict.fromkeys((*settings, "day_ends_at", "week_start")):
        context.streams.say(f"{_LABELS[name]}: {_value(couple, name)}.")
    if couple.effort_start is not None:
        context.streams.say(_month_said("", _month(context)))


def _change(args: Namespace, context: Context) -> None:
    before, month = context.at().couple, _month(context)
    settings = _named(args, context)
    if args.names is None and not settings and args.me is None:
        raise Refusal("Nothing to change was named; see `rekindle setup --help`.")
    if args.me is not None and _matches(args.me, args.names or [p.name for p in before.partners]) is None:
        before.named(args.me)  # refuses with the names there are
    if "week_start" in settings and settings["week_start"] != before.week_start:
        context.streams.say("The whole history is read in weeks of the new kind from now on.")
    context.do(acts.change_couple, _as_they_stand(args.names, before), **settings)
    after = context.at().couple
    for line in _differences(before, after):
        context.streams.say(line)
    if before.window_months != after.window_months:
        _say_window(context)
    if before.effort_start != after.effort_start:
        context.streams.say(_month_said(month, _month(context)))
    elif before == after and args.me is None:
        context.streams.say("It is all so already.")


def _say_window(context: Context) -> None:
    """What it changes: nothing that was written, only when the article's question can come."""
    from tracker.views.lookup import next_look_of, window_said

    at = context.at()
    named = next_look_of(at)
    until = f" The next look can be on {long_day(named)}." if named else ""
    context.streams.say(f"{window_said(at)} It changes nothing that you wrote.{until}")


def _named(args: Namespace, context: Context) -> dict[str, Any]:
    """The settings that were named, read as people say them."""
    settings = {name: getattr(args, name) for name in ("children", "day_ends_at", "week_start", "time_zone")}
    if args.start is not None:
        settings["effort_start"] = context.began(args.start)
    if args.together_since is not None:
        settings["together_since"] = _together(args.together_since, context)
    named = {name: value for name, value in settings.items() if value is not None}
    if args.window_months is not None:
        named["window_months"] = _window(args.window_months)
    return named


def _window(text: str) -> int | None:
    """A number of months; None for the suggested ones."""
    said = folded(text)
    if said != SUGGESTED and not (said.isascii() and said.isdecimal() and len(said) < 5):
        raise Refusal(f"The window is a number of months, 2 to 24, or {SUGGESTED}; not “{text}”.")
    return None if said == SUGGESTED else int(said)


def _as_they_stand(names: Sequence[str] | None, couple: Couple) -> Sequence[str] | None:
    """The names in the couple's order: one that stays is never given to the other, however they are put."""
    if names is None:
        return None
    first, second = (folded(partner.name) for partner in couple.partners)
    turned = folded(names[0]) == second or folded(names[1]) == first
    return (names[1], names[0]) if turned else names


def _together(text: str, context: Context) -> str:
    """A bare year stays one; any other day is read as people say it."""
    year = text.strip()
    if year.isdecimal() and len(year) == len("2011"):
        return year
    return context.began(text).isoformat()


def _keep_me(name: str, context: Context) -> None:
    couple = context.at().couple
    me = couple.named(name)
    context.account.set_me(couple.id, me.id)
    context.streams.say(f"This account is {me.name}'s.")


def _matches(name: str, names: Sequence[str]) -> str | None:
    return next((one for one in names if folded(one) == folded(name)), None)


def _differences(before: Couple, after: Couple) -> Iterator[str]:
    """What changed, a line each, as in "Alex is called Lex now."."""
    for old, new in zip(before.partners, after.partners, strict=True):
        if old.name != new.name:
            yield f"{old.name} is called {new.name} now."
    for name, label in _LABELS.items():
        if getattr(before, name) != getattr(after, name):
            yield f"{label}: {_value(after, name)} (it was {_value(before, name)})."


def _value(couple: Couple, name: str) -> str:
    value = getattr(couple, name)
    if name == "window_months":
        return f"{value} months" if value is not None else SUGGESTED
    if isinstance(value, date):
        return long_day(value)
    if name == "together_since" and len(str(value)) > len("2011"):
        return long_day(date.fromisoformat(str(value)))
    return str(value).capitalize() if name == "week_start" else str(value or "unsaid")


def _month(context: Context) -> str:
    """As in "Month 4"; empty before the start, or without one."""
    at = context.at()
    since = at.library.ledger.months(at.today)
    return since.month_text() if since is not None else ""


def _month_said(before: str, after: str) -> str:
    """What another start makes of the month."""
    if not after:
        return "Month 1 begins on that day."
    return f"{before} becomes {after}." if before not in ("", after) else f"This is {after}."
