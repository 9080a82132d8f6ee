"""Setting up, and changing what the couple agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.acts.common import Standing, edit, need, note, put, title
from tracker.calendar.days import check_zone, civil_day, parse_day_end
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.couple import DAY_ENDS_AT, TIME_ZONE, Couple
from tracker.store.changes import Change, Put
from tracker.text import folded

FIELDS = (
    "effort_start",
    "together_since",
    "children",
    "day_ends_at",
    "week_start",
    "time_zone",
    "window_months",
    "show_rhythm",
    "show_month",
)
"""What a couple may set besides the names."""
SYMBOLS = ("◐", "◑")
"""Two halves of one circle; both together are drawn as ●."""
_FIRST_RITUALS = (
    ("appreciation", "Appreciation", "day"),
    ("date", "Date", "week"),
    ("trip", "Trip", "month"),
)


def set_up(at: Standing, names: Sequence[str], **settings: Any) -> list[Change]:
    """Found the couple and its three first rituals. `settings` are those of `FIELDS`."""
    if at.library.couple is not None:
        raise Refusal("Rekindle is set up already; change what you like with `rekindle setup` or in the app.")
    partners = [
        {"id": new_id(at.now), "name": name, "symbol": symbol}
        for name, symbol in zip(_two_names(names), SYMBOLS, strict=True)
    ]
    today = _first_today(at, settings)
    couple = Put("couple", new_id(at.now), {"partners": partners, **_checked(settings, today)})
    return [couple, *(_built_in(at, today, *ritual) for ritual in _FIRST_RITUALS)]


def change_couple(
    at: Standing, names: Sequence[str] | None = None, *, seen: Couple | None = None, **settings: Any
) -> list[Change]:
    """Change only what is named. Ids stay, so every entry keeps its author. `seen` as in `edit`."""
    couple = at.couple
    fields = _checked(settings, at.today)
    if names is not None:
        fields["partners"] = [
            {"id": partner.id, "name": name, "symbol": partner.symbol}
            for partner, name in zip(couple.partners, _two_names(names), strict=True)
        ]
    stored = at.library.stored_couple
    return edit("couple", need(at.library.documents, "couple", couple.id), fields, seen or stored)


def keep_support_numbers(at: Standing, text: str, *, seen: Couple | None = None) -> list[Change]:
    """Where the two would turn for help; empty words leave none. `seen` as in `edit`."""
    document = need(at.library.documents, "couple", at.couple.id)
    return edit("couple", document, {"support_numbers": note(text, "The text")}, seen or at.couple)


def _first_today(at: Standing, settings: dict[str, Any]) -> date:
    """The couple's day by the zone and day end that they are just choosing."""
    day_end = parse_day_end(settings.get("day_ends_at", DAY_ENDS_AT))
    return civil_day(at.now, settings.get("time_zone", TIME_ZONE), day_end)


def _two_names(names: Sequence[str]) -> tuple[str, str]:
    if len(names) != 2:
        raise Refusal("Rekindle is for two people; please give exactly two names.")
    first, second = (title(name, "A name") for name in names)
    if folded(first) == folded(second):
        raise Refusal(
            "Both names are the same; please add a letter or a nickname, so that notes find their way."
        )
    return first, second


def _built_in(at: Standing, today: date, key: str, name: str, period: str) -> Put:
    cadence = {"times": 1, "period": period}
    fields: dict[str, Any] = {"key": key, "name": name, "cadence": cadence, "kept_by": "either", "forgive": 1}
    return put("rituals", new_id(at.now), **fields, since=today, archived_on=None)


def _checked(settings: dict[str, Any], today: date) -> dict[str, Any]:
    unknown = set(settings) - set(FIELDS)
    assert not unknown, f"not a setting of the couple: {unknown}"
    return {name: _as_json(_CHECKS.get(name, _as_it_is)(value, today)) for name, value in settings.items()}


def _as_it_is(value: Any, today: date) -> Any:
    return value


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _day_end(value: str, today: date) -> str:
    return parse_day_end(value)


def _zone(value: str, today: date) -> str:
    check_zone(value)
    return value


def _start(value: date | None, today: date) -> date | None:
    if value is not None and value.year < 1900:
        raise Refusal("A start before 1900 cannot be meant; please give the year with four digits.")
    return value


def _together(value: str, today: date) -> str:
    """An ISO date, a bare year, or nothing; never after today."""
    value = value.strip()
    if not value:
        return ""
    bare_year = len(value) == len("2011")
    try:
        first = date(int(value), 1, 1) if bare_year else date.fromisoformat(value)
    except ValueError:
        raise Refusal(
            f"“{value}” is neither a year nor a day; write for example 2011 or 2011-06-18."
        ) from None
    if first.year < 1900 or first > today:
        raise Refusal("Together since must lie between 1900 and today.")
    return str(first.year) if bare_year else first.isoformat()


def _children(value: str, today: date) -> str:
    return _one_of(value, ("yes", "no", "unsaid"), "Children")


def _week_start(value: str, today: date) -> str:
    return _one_of(value, ("monday", "sunday"), "The week's start")


def _one_of(value: str, options: tuple[str, ...], what: str) -> str:
    if value not in options:
        raise Refusal(f"{what} can be {' or '.join(options)}, not “{value}”.")
    return value


def _window(value: int | None, today: date) -> int | None:
    if value is not None and not 2 <= value <= 24:
        raise Refusal("The look-up's window can be 2 to 24 months.")
    return value


_CHECKS: dict[str, Any] = {
    "effort_start": _start,
    "together_since": _together,
    "children": _children,
    "day_ends_at": _day_end,
    "week_start": _week_start,
    "time_zone": _zone,
    "window_months": _window,
}
