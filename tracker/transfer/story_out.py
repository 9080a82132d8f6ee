"""The whole story in Markdown, to read: by year and quarter, what both may see, or with it what is one's own.

It is lossy, and never read back: JSON and `rekindle backup` are for that. It comes piece by piece.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from tracker.acts.common import Standing
from tracker.calendar.names import long_day
from tracker.calendar.periods import is_quarter, parse_quarter, quarter_id
from tracker.ids import id_order
from tracker.page.markdown import blocks, entry_lines, escaped
from tracker.page.outline import Answered, Block, Entry, Line, Said, day_words, entry, sentence
from tracker.text import clean, one_line
from tracker.transfer.story_ahead import ahead, beginnings
from tracker.views.memories import Memory, memories
from tracker.views.review import pause_lines, quarter_title, question_lines, scene_lines

_KINDS = {
    "Dates": ("date",),
    "Away together": ("trip",),
    "Steps reached": ("milestone", "goal"),
}
T = TypeVar("T")
ByQuarter = dict[str, list[T]]


def export_story(at: Standing, viewer: str = "") -> Iterator[str]:
    """The story in paragraphs, for a viewer: "" is the shared part. Refusal before set-up."""
    for part in _parts(at, viewer):
        yield f"{part}\n\n"


def _parts(at: Standing, viewer: str) -> Iterator[str]:
    couple = at.couple
    yield f"# {escaped(one_line(couple.names()))}"
    also = f", with what only {couple.name_of(viewer)} may see" if viewer else ""
    yield escaped(f"As of {long_day(at.today)}: what both may see{also}.")
    if couple.effort_start:
        yield f"Trying since {long_day(couple.effort_start)}."
    yield from beginnings(at)
    yield from _years(at, viewer)
    yield from ahead(at, viewer)


def _years(at: Standing, viewer: str) -> Iterator[str]:
    lived = _by_quarter(reversed(list(memories(at, viewer))), lambda one: one.day)
    noted = _noted(at)
    own = _own(at, viewer)
    year = ""
    for quarter in _quarters(at, lived, noted, own):
        parts = list(
            _quarter(at, quarter, lived.get(quarter, []), noted.get(quarter, []), own.get(quarter, []))
        )
        if parts and quarter[:4] != year:
            year = quarter[:4]
            yield f"## {year}"
        if parts:
            yield f"### {quarter_title(parse_quarter(quarter))}"
            yield from parts


def _quarters(at: Standing, *found: Iterable[str]) -> list[str]:
    """Every quarter from the first in which something stands to the running one."""
    running = quarter_id(at.today)
    known = {key for one in found for key in one} | {one.quarter for one in at.library.reviews}
    known |= {one.quarter for one in at.library.future_scenes.read_together()}
    known |= {quarter_id(pause.first) for pause in at.library.pauses}
    first = min({running, *filter(is_quarter, known)})
    every = (f"{year:04}Q{part}" for year in range(int(first[:4]), at.today.year + 1) for part in range(1, 5))
    return [one for one in every if first <= one <= running]


def _quarter(
    at: Standing, quarter: str, lived: list[Memory], noted: list[Entry], own: list[Block]
) -> Iterator[str]:
    for title, kinds in _KINDS.items():
        yield from _section(title, [entry(one) for one in lived if one.kind in kinds])
    yield from _section("With a few words", noted)
    yield from _section("Told", [_told(one) for one in lived if one.kind == "appreciation"])
    rested = pause_lines(at, parse_quarter(quarter))
    yield from _section("What rested", [Line(sentence(one)) for one in rested])
    yield from _section("Looking back together", list(_review(at, quarter)))
    yield from _section("Yours alone", own)


def _section(title: str, found: Iterable[Block]) -> Iterator[str]:
    held = tuple(found)
    if held:
        yield f"#### {title}"
        if all(isinstance(one, Entry) for one in held):
            yield "\n\n".join(entry_lines(one) for one in held if isinstance(one, Entry))
        else:
            yield from blocks(held, "#####")


def _told(one: Memory) -> Said:
    return Said(one_line(one.by_name), clean(one.text or one.title), day_words(one.day))


def _review(at: Standing, quarter: str) -> Iterator[Block]:
    for line in question_lines(at, quarter):
        if line.answers:
            answers = (Said(one_line(one.name), clean(one.text)) for one in line.answers)
            yield Answered(line.text, tuple(answers))
    for scene in scene_lines(at, quarter):
        yield Said(f"{one_line(scene.name)}, of a day to come", clean(scene.text))
    review = at.library.reviews.of(quarter)
    if review and review.resolution:
        yield Said("taken into the next quarter", one_line(review.resolution))
    if review and review.renewed_on:
        yield Line(f"“We're in”, said by both on {long_day(review.renewed_on)}.")


def _noted(at: Standing) -> ByQuarter[Entry]:
    """Moments of other rituals with a few words by them, once they stand for both."""
    names = {
        ritual.key: one_line(ritual.name)
        for ritual in at.library.rituals
        if ritual.key not in ("date", "trip")
    }
    happened = {key: at.library.ledger.rhythm(key, at.today).days for key in names}
    found = (
        (one.day, Entry(day_words(one.day), names[one.ritual], clean(one.note), ()))
        for one in sorted(at.library.moments, key=lambda one: (one.day, id_order(one.id)))
        if one.note and one.day in happened.get(one.ritual, ())
    )
    return _entries_by_quarter(found)


def _own(at: Standing, viewer: str) -> ByQuarter[Block]:
    """What the viewer alone may read: notes not told yet, scenes not read yet, and the weather."""
    if not viewer:
        return {}
    found: list[tuple[date, Block]] = []
    for note in at.library.appreciations:
        if note.by == viewer and not note.told:
            cue = f"not told yet; a good moment: {one_line(note.cue)}" if note.cue else "not told yet"
            found.append((note.day, Said(cue, clean(note.text), day_words(note.day))))
    for scene in at.library.future_scenes:
        if scene.by == viewer and not scene.read_on:
            said = Said("a day to come, not read yet", clean(scene.text))
            day = parse_quarter(scene.quarter).last if is_quarter(scene.quarter) else at.today
            found.append((min(day, at.today), said))
    return _entries_by_quarter([*sorted(found, key=lambda one: one[0]), *_weather(at, viewer)])


def _weather(at: Standing, viewer: str) -> Iterator[tuple[date, Block]]:
    skies = _by_quarter(at.library.weather.own(viewer), lambda one: one.day)
    for held in skies.values():
        said = ", ".join(f"{day_words(one.day)} {one_line(one.word)}" for one in held)
        yield held[-1].day, Line(f"The weather: {said}.")


def _by_quarter(found: Iterable[T], day: Callable[[T], date]) -> ByQuarter[T]:
    quarters: ByQuarter[T] = defaultdict(list)
    for one in found:
        quarters[quarter_id(day(one))].append(one)
    return quarters


def _entries_by_quarter(found: Iterable[tuple[date, T]]) -> ByQuarter[T]:
    grouped = _by_quarter(found, lambda pair: pair[0])
    return {quarter: [one for _, one in pairs] for quarter, pairs in grouped.items()}
