"""The daily check-in: notice, keep, tell; and the private weather."""

from __future__ import annotations

from datetime import date

from tracker.acts.common import Standing, edit, need, note, own, put
from tracker.acts.meant import check_past_day
from tracker.errors import Refusal
from tracker.ids import new_id
from tracker.records.entries import TOLD_HOW, WEATHER_WORDS, Appreciation
from tracker.store.changes import Change


def appreciate(at: Standing, *, by: str, text: str, cue: str = "", day: date | None = None) -> list[Change]:
    """Keep one thing that `by` noticed about the other, privately until told."""
    kept = note(text, "The note")
    if not kept:
        raise Refusal("There is nothing to keep yet; write a few words first.")
    day = day or at.today
    check_past_day(at, day)
    people = {"by": at.partner(by).id, "about": at.couple.other(by).id}
    words = {"text": kept, "cue": note(cue, "The cue")}
    return [put("appreciations", new_id(at.now), day, **people, **words, told_on=None, told_how="")]


def reword(
    at: Standing, record_id: str, *, me: str, text: str, cue: str, seen: Appreciation | None = None
) -> list[Change]:
    """Change one's own words. `seen` as in `edit`."""
    document = own(at, "appreciations", record_id, me)
    kept = note(text, "The note")
    if not kept:
        raise Refusal("The note would be empty; remove it instead, it can be brought back for 30 days.")
    fields = {"text": kept, "cue": note(cue, "The cue")}
    return edit("appreciations", document, fields, seen)


def tell(at: Standing, record_id: str, *, me: str, how: str = "aloud") -> list[Change]:
    """Mark one's own note as told today: from now on both can read it. One note a day, on purpose."""
    if how not in TOLD_HOW:
        raise Refusal(f"A note is told {' or '.join(TOLD_HOW)}.")
    document = own(at, "appreciations", record_id, at.partner(me).id)
    if document.get("told_on"):
        raise Refusal("This one was told already.")
    if at.library.appreciations.told_by(me, at.today):
        raise Refusal("One was told today; the others keep well until another day.")
    return edit("appreciations", document, {"told_on": at.today, "told_how": how})


def set_weather(at: Standing, *, me: str, level: int, day: date | None = None) -> list[Change]:
    """One's own weather of a day, in one word out of five; replaces that day's earlier word."""
    if not 1 <= level <= len(WEATHER_WORDS):
        raise Refusal(f"The weather is one of {', '.join(WEATHER_WORDS)}.")
    day = day or at.today
    check_past_day(at, day)
    fields = {"word": WEATHER_WORDS[level - 1], "level": level}
    standing = at.library.weather.of(at.partner(me).id, day)
    if standing is None:
        return [put("weather", new_id(at.now), day, by=me, **fields)]
    return edit("weather", need(at.library.documents, "weather", standing.id), fields)
