"""What a page of a quarter says, in its order and in words: every format draws these same blocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.calendar.names import long_day, short_day, weekday_name
from tracker.content import article
from tracker.text import clean, one_line
from tracker.views.memories import Memory
from tracker.views.review import QuestionLine, ReviewPage, Wave

EMPTY = "Nothing stands in this quarter, and that is fine: there is room for what comes."
EMPTY_RUNNING = "Nothing stands in this quarter yet; there is still room in it for something small."
BOTH = "Nothing here is counted per person."
FULLNESS = "A fuller day is drawn fuller, up to four things; a day of rest is a line."
LEANED_ON = ("each-and-every-day", "regular-time", "weekend-each-month")
"""The article's statements about time on which the page leans."""


class Said(NamedTuple):
    """Words of theirs, with who said them and when; both may be empty."""

    who: str
    text: str
    when: str = ""


class Entry(NamedTuple):
    """One thing they did."""

    when: str
    """As in "Fri 3 Jul"."""
    title: str
    """One line; empty where the text says it all."""
    text: str
    said: tuple[Said, ...]
    """What each remarked afterwards."""


class Answered(NamedTuple):
    """A question of the evening with its answers."""

    question: str
    answers: tuple[Said, ...]


class Line(NamedTuple):
    """A sentence of the tracker's."""

    text: str


Block = Line | Said | Entry | Answered | Wave


class Section(NamedTuple):
    """A part of the page that has something to say."""

    key: str
    title: str
    blocks: tuple[Block, ...]


class Note(NamedTuple):
    """Where something on the page comes from."""

    whose: str
    """As in "From it", "Ours"."""
    text: str


def sections(page: ReviewPage) -> tuple[Section, ...]:
    """The parts below the head and the year, in their order; those with nothing in them are left out."""
    made = (
        Section("before", "Brought from the quarter before", tuple(_resolution(page.resolution_before))),
        Section("dates", "Dates", tuple(map(entry, page.dates))),
        Section("trips", "Away together", tuple(map(entry, page.trips))),
        Section("steps", "Steps reached", tuple(map(entry, page.steps))),
        Section("told", "Told, and worth rereading", tuple(_told(page))),
        Section("rhythm", "Rhythm", (*page.waves, *_figures(page))),
        Section("since", "Beside the quarter before", tuple(map(Line, page.since))),
        Section("pauses", "What rested", tuple(Line(sentence(one)) for one in page.pauses)),
        Section("evening", "Looking back together", tuple(_evening(page.questions))),
        Section("scenes", "A day to come, as each pictured it", tuple(_scenes(page))),
        Section("ahead", "Taken into the next quarter", tuple(_ahead(page))),
    )
    shown = made[:1] if page.is_empty else made  # what was quiet is not told line by line
    return tuple(one for one in shown if one.blocks)


def written(page: ReviewPage) -> str:
    """As in "Written on Wednesday 25 November 2026, while the quarter was running."."""
    while_running = ", while the quarter was running" if page.running else ""
    return f"Written on {long_day(page.today)}{while_running}."


def since_starting(page: ReviewPage) -> str:
    """As in "Month 4 since starting"; empty where it is hidden."""
    return f"{page.month} since starting" if page.month else ""


def kind_line(page: ReviewPage) -> str:
    """What is said where nothing stands in the quarter; empty where something does."""
    return "" if not page.is_empty else EMPTY_RUNNING if page.running else EMPTY


def notes(page: ReviewPage) -> tuple[Note, ...]:
    """What leans on the article and what is ours, quietly, at the end."""
    if page.is_empty:
        return (Note("For both", BOTH),)
    source = article()
    credit = f"“{source.title}”, by {source.author}, told here in our own words."
    leaned_on = tuple(map(source.statement, LEANED_ON))
    return (
        Note("For both", BOTH),
        Note("The article", credit),
        *(note for one in leaned_on for note in (Note("From it", one.gist), Note("Ours", one.ours))),
        Note("Ours", _ours(page)),
    )


def entry(memory: Memory) -> Entry:
    """One thing to look back on; a title that only begins the text is not said twice."""
    title, text = one_line(memory.title), clean(memory.text).strip()
    if one_line(text).startswith(title.removesuffix("…")):
        title = ""
    said = tuple(Said(one_line(one.name), clean(one.text)) for one in memory.remarks)
    return Entry(day_words(memory.day), title, text, said)


def day_words(day: date) -> str:
    """As in "Fri 3 Jul"."""
    return f"{weekday_name(day)[:3]} {short_day(day)}"


def _told(page: ReviewPage) -> Iterator[Block]:
    for one in page.told:
        yield Said(one_line(one.by_name), clean(one.text or one.title), short_day(one.day))
    if page.told_more:
        yield Line("One more was told." if page.told_more == 1 else f"{page.told_more} more were told.")


def _evening(questions: tuple[QuestionLine, ...]) -> Iterator[Answered]:
    for one in questions:
        if one.answers:
            answers = tuple(Said(one_line(line.name), clean(line.text)) for line in one.answers)
            yield Answered(one_line(one.text), answers)


def _scenes(page: ReviewPage) -> Iterator[Said]:
    return (Said(one_line(one.name), clean(one.text)) for one in page.scenes)


def _ahead(page: ReviewPage) -> Iterator[Block]:
    yield from _resolution(page.resolution)
    if page.renewed_on:
        yield Line(f"“We're in”, said by both on {long_day(page.renewed_on)}.")


def _figures(page: ReviewPage) -> Iterator[Line]:
    """What was written down on the evening itself."""
    if page.figures and page.figures_on:
        stood = "; ".join(f"{one_line(one.name)} {one.said}" for one in page.figures)
        yield Line(f"As it stood on {short_day(page.figures_on)}: {stood}.")


def _resolution(text: str) -> Iterator[Said]:
    if text:
        yield Said("", one_line(text))


def _ours(page: ReviewPage) -> str:
    """Which figures of this page the tracker made up its own mind about."""
    parts = {
        "how full a day is drawn": True,
        "how a rhythm is counted and drawn": page.waves,
        "which notes are chosen": page.told,
        "months that leave out what rested": page.month,
    }
    shown = "; ".join(part for part, there in parts.items() if there)
    return f"Looking back once a quarter; {shown}."


def sentence(text: str) -> str:
    """As in "Travel: everything rested."."""
    return f"{text[:1].upper()}{text[1:]}."
