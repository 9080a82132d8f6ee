"""`status`: one calm line, or every ritual's figures for a script.

It runs in shell prompts all day long, so nothing here imports the parser, the records or anything else heavy.
Nothing in it tells one partner from the other, and nothing private has any part in it.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.calendar.days import civil_day, machine_zone, usable_zone
from tracker.calendar.periods import PeriodKind
from tracker.cli.chosen import chosen_folder
from tracker.cli.glance import glance
from tracker.clock import Clock
from tracker.rhythm import words
from tracker.rhythm.documents import RitualEntry, Settings
from tracker.rhythm.ledger import Ledger, ledger
from tracker.rhythm.rules import Rest
from tracker.text import one_line

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.context import Context

_INVITING = "Two names are all it takes: `rekindle` sets everything up in a minute."
_NOTHING_TO_SAY = "Here whenever you like."
_THIS: dict[PeriodKind, str] = {
    "day": "today's",
    "week": "this week's",
    "month": "this month's",
    "quarter": "this quarter's",
}


class Asked(NamedTuple):
    """What a line of `status` asks for."""

    json: bool = False
    today: str | None = None
    data: str | None = None


def quick_status(arguments: list[str], clock: Clock) -> int | None:
    """Answer a plain line of `status`; None where the parser has to read it."""
    asked = _asked(arguments)
    if asked is None:
        gc.enable()  # another command, and perhaps a long one
        return None
    return _answer(asked, clock)


def status(args: Namespace, context: Context) -> int:
    """The same, read by the parser."""
    return _answer(Asked(args.json, args.today, args.data), context.clock)


def _asked(arguments: list[str]) -> Asked | None:
    words_left = iter(arguments)
    asked, named = Asked(), 0
    for word in words_left:
        option, _, value = word.partition("=")
        if word == "status":
            named += 1
        elif word == "--json":
            asked = asked._replace(json=True)
        elif option in ("--today", "--data"):
            given = value or next(words_left, "")
            if not given or given.startswith("-"):
                return None
            asked = asked._replace(today=given) if option == "--today" else asked._replace(data=given)
        else:
            return None
    return asked if named == 1 else None


def _answer(asked: Asked, clock: Clock) -> int:
    book = ledger(glance(chosen_folder(asked.data)))
    settings = book.settings
    if settings is None:
        today = _day(asked.today, civil_day(clock.now(), machine_zone(), "04:00"))
        answer = json.dumps(_figures(book, today)) if asked.json else _INVITING
    else:
        today = _day(
            asked.today, civil_day(clock.now(), usable_zone(settings.time_zone), settings.day_ends_at)
        )
        answer = json.dumps(_figures(book, today)) if asked.json else _line(book, settings, today)
    sys.stdout.write(f"{answer}\n")
    return 0


def _day(text: str | None, today: date) -> date:
    """The day that counts as today: the couple's, or the one that was named."""
    if text is None:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError:
        from tracker.calendar.spoken import read_any_day  # only for what people say, not for a prompt

        return read_any_day(text, today).day


def _line(book: Ledger, settings: Settings, today: date) -> str:
    """As in "Month 4 · 6 days in a row · this week's date is still open"."""
    return " · ".join(part for part in _parts(book, settings, today) if part) or _NOTHING_TO_SAY


def _parts(book: Ledger, settings: Settings, today: date) -> Iterator[str]:
    months = book.months(today)
    if months is not None and settings.show_month:
        yield months.month_text()
    if _rests_today(book.rests_of_everything(), today):
        yield "everything rests"
        return
    if not settings.show_rhythm:
        return
    entries = {entry.rule.key: entry for entry in book.current(today)}
    if "appreciation" in entries:
        yield words.run(book.rhythm("appreciation", today), entries["appreciation"].rule.period)
    if "date" in entries:
        yield _state(entries["date"], book, today)


def _rests_today(rests: Iterable[Rest], today: date) -> bool:
    return any(rest.first <= today and (rest.last is None or today <= rest.last) for rest in rests)


def _state(entry: RitualEntry, book: Ledger, today: date) -> str:
    """As in "this week's date is still open"; empty where it rests for another day of its period alone."""
    state = book.rhythm(entry.key, today).state
    if state == "resting" and not _rests_today(book.rests(entry.key), today):
        return ""
    said = {"kept": "is kept", "open": "is still open", "resting": "rests"}
    name = one_line(entry.name)
    name = name.lower() if name == name.capitalize() else name
    return f"{_THIS[entry.rule.period]} {name} {said[state]}"


def _figures(book: Ledger, today: date) -> dict[str, Any]:
    """What `--json` says, without regard to what is hidden on screen."""
    months = book.months(today) if book.settings else None
    return {
        "today": today.isoformat(),
        "month": months.running if months else None,
        "months": months.months if months else None,
        "days": months.days if months else None,
        "rituals": [_figures_of(entry, book, today) for entry in book.current(today)]
        if book.settings
        else [],
    }


def _figures_of(entry: RitualEntry, book: Ledger, today: date) -> dict[str, Any]:
    rhythm = book.rhythm(entry.key, today)
    return {
        "key": entry.key,
        "name": entry.name,
        "period": entry.rule.period,
        "times": entry.rule.times,
        "kept_by": entry.rule.kept_by,
        "state": rhythm.state,
        "run": rhythm.run,
        "longest": rhythm.longest,
        "kept": rhythm.kept,
        "of": rhythm.of,
        "strength": _six_decimals(rhythm.strength),
        "happened": rhythm.happened,
    }


def _six_decimals(strength: float) -> float:
    """Cut after six decimals, as the published figure is: 20 kept days, 0.6557476, read 0.655747."""
    return int(strength * 1e6 + 1e-6) / 1e6  # the last bits of a float must not make a half 0.499999
