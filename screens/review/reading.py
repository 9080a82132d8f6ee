"""One thing of a quarter, read whole."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from screens.dialogs.base import Dialog, button
from screens.plain import content
from screens.review.waves import whole_wave
from tracker.calendar.names import long_day
from tracker.text import clean
from tracker.views.memories import Memory
from tracker.views.review import ReviewPage


class Reading(NamedTuple):
    """What is read, and under which words."""

    title: str
    text: str


class ReadDialog(Dialog[None]):
    """A text on a card, large enough to be read together."""

    delicate = True

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def heading(self) -> str:
        return self._reading.title

    def body(self) -> ComposeResult:
        yield Static(content(clean(self._reading.text)), classes="large")

    def on_mount(self) -> None:
        body = self.query_one(VerticalScroll)
        body.can_focus = True  # so that a long one scrolls by keys
        body.focus()

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")


def reading_of(page: ReviewPage, row: str) -> Reading | None:
    """What a row of the page stands for; None where there is no more to read than the row says."""
    kind, _, key = row.partition(":")
    if kind == "memory":
        return next((memory_reading(one) for one in _memories(page) if row.endswith(f":{one.id}")), None)
    if kind == "wave":
        return next((_wave(page, key) for one in page.waves if one.key == key), None)
    if kind in ("question", "answer"):
        return _question(page, key.partition(":")[0])
    if kind == "scene":
        return _scenes(page)
    return _sentence(page, kind, key)


def memory_reading(one: Memory) -> Reading:
    """The whole of one memory."""
    remarks = tuple(f"{remark.name}: {remark.text}" for remark in one.remarks)
    by = f"noticed by {one.by_name}" if one.by_name else ""
    title = "" if one.kind == "appreciation" and one.text else one.title  # its text begins with the title
    return Reading(long_day(one.day), "\n\n".join(part for part in (title, one.text, by, *remarks) if part))


def _memories(page: ReviewPage) -> tuple[Memory, ...]:
    return (*page.dates, *page.trips, *page.steps, *page.told)


def _wave(page: ReviewPage, key: str) -> Reading:
    one = next(one for one in page.waves if one.key == key)
    return Reading(f"{one.name}, {one.cadence}", f"{one.said}\n\n{whole_wave(one)}")


def _question(page: ReviewPage, key: str) -> Reading | None:
    question = next((one for one in page.questions if one.key == key), None)
    if question is None:
        return None
    return Reading(question.text, "\n\n".join(f"{one.name}\n{one.text}" for one in question.answers))


def _scenes(page: ReviewPage) -> Reading:
    told = "\n\n".join(f"{one.name}\n{one.text}" for one in page.scenes)
    return Reading("An ordinary day, some years on", told)


def _sentence(page: ReviewPage, kind: str, key: str) -> Reading | None:
    place = int(key) if key.isdigit() else 0
    found = {
        "before": ("Taken along from the quarter before", (page.resolution_before,)),
        "resolution": ("Into the next quarter", (page.resolution,)),
        "pause": ("Rested", page.pauses),
        "since": ("Since the quarter before", page.since),
    }
    title, lines = found.get(kind, ("", ()))
    return Reading(title, lines[place]) if place < len(lines) and lines[place] else None
