"""What leaves the house in the shared part tells nothing private, and nothing of who is who."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transfer.places import ALEX, NOW, SAM, TODAY, appreciation, moment, record, ritual, store_of
from tracker.acts.common import Standing
from tracker.page.writing import write_page
from tracker.records.library import Library
from tracker.store.changes import Change, Put
from tracker.store.memory import MemoryStore
from tracker.transfer.calendar_out import export_calendar
from tracker.transfer.copy_out import export_copy
from tracker.transfer.rows_out import export_rows
from tracker.transfer.story_out import export_story

WORDS = st.text(max_size=12)
DAY = "2026-11-02"


def shared(store: MemoryStore, viewer: str = "") -> tuple[bytes, bytes, tuple[str, ...]]:
    """Everything that an export gives out."""
    sheet = export_rows(store.documents, now=NOW, viewer=viewer)
    return export_copy(store.documents, now=NOW, viewer=viewer).encode(), sheet.text.encode(), sheet.hints


def private(author: str, words: list[str], held: bool, extra: bool) -> list[Change]:
    """What only its author may know, saying these words; `extra` things exist or not."""
    one, two, three, four = words
    plan = {
        "kind": "date",
        "state": "planned",
        "start": "2026-12-01",
        "end": None,
        "surprise": True,
        "by": author,
    }
    details: dict[str, Any] = {"title": one, "place": two, "notes": three, "cost": four, one or "x": two}
    changes: list[Change] = [
        Put("appreciations", record(1), appreciation(DAY, author, one, cue=two)),
        Put(
            "appreciations",
            record(2),
            appreciation(DAY, author, three, cue=four, **({"draft": one} if held else {})),
        ),
        Put("plans", record(3), {**details, **plan} if held else plan),
        Put("moments", record(4), moment(DAY, "date", author, "said aloud")),
    ]
    if extra:
        changes += [
            Put("weather", record(5), {"day": DAY, "by": author, "word": one, "level": 3}),
            Put("tried", record(6), {"practice": two, "by": author, "day": DAY}),
            Put("goals", record(7), {"title": three, "state": "wish", "by": author}),
            Put("milestones", record(8), {"goal": record(7), "title": one, "by": ""}),
            Put("remarks", record(9), {"plan": record(3), "by": author, "text": four}),
            Put("let_go", record(10), {"by": author, "text": one}),
            Put("future_scenes", record(11), {"quarter": "2026Q4", "by": author, "text": one}),
            Put("future_scenes", record(12), {"quarter": two, "by": author, "text": three, "read_on": None}),
        ]
    return changes


@given(
    st.lists(WORDS, min_size=4, max_size=4),
    st.lists(WORDS, min_size=4, max_size=4),
    st.tuples(st.booleans(), st.booleans()),
    st.tuples(st.booleans(), st.booleans()),
)
def test_exports_are_the_same_bytes_whatever_private_things_say(
    these: list[str], others: list[str], held: tuple[bool, bool], extra: tuple[bool, bool]
) -> None:
    one = store_of(*private(ALEX, these, held[0], extra[0]))
    two = store_of(*private(ALEX, others, held[1], extra[1]))
    for viewer in ("", SAM):
        assert shared(one, viewer) == shared(two, viewer)


MARKS = st.lists(
    st.tuples(st.sampled_from(["talk", "effort", "remember"]), st.sampled_from([ALEX, SAM])), max_size=6
)
SCENES = st.lists(st.tuples(st.sampled_from(["2026Q3", "2026Q4"]), WORDS), max_size=4)


@given(MARKS, SCENES)
def test_neither_marks_of_what_was_tried_nor_an_unread_scene_change_a_byte(
    marks: list[tuple[str, str]], scenes: list[tuple[str, str]]
) -> None:
    """Not even that there are any: the shared part is that of a couple without them."""
    kept: list[Put] = [
        Put("tried", record(100 + n), {"practice": practice, "by": by, "day": DAY})
        for n, (practice, by) in enumerate(marks)
    ]
    kept += [
        Put("future_scenes", record(200 + n), {"quarter": quarter, "by": ALEX, "text": text})
        for n, (quarter, text) in enumerate(scenes)
    ]
    assert shared(store_of(*kept)) == shared(store_of())
    sams = [change for change in kept if change.fields["by"] == SAM]
    assert shared(store_of(*kept), SAM) == shared(store_of(*sams), SAM)


AUTHORS = st.lists(st.sampled_from([ALEX, SAM]), min_size=6, max_size=6)


def everywhere(store: MemoryStore) -> list[object]:
    """Everything that leaves the house for both, in every format."""
    at = Standing(Library(store.documents), NOW, TODAY)
    pages = [write_page(at, "2026Q4", form) for form in ("text", "md", "html", "json")]
    calendar = export_calendar(store.documents, now=NOW)
    return [*shared(store), *pages, "".join(export_story(at)), calendar]


def untold_and_halves(authors: list[str], halves: int) -> MemoryStore:
    """Untold notes, and so many days with one mark of a ritual for both, by these authors."""
    notes = [appreciation(f"2026-11-0{1 + n // 2}", authors[n], "x") for n in range(4)]
    days = [moment(f"2026-11-1{n}", "talk", authors[4 + n], "y") for n in range(halves)]
    return store_of(
        Put("rituals", record(1), ritual("talk", kept_by="both")),
        Put("moments", record(2), moment("2026-11-09", "talk", "", "both")),
        *(Put("appreciations", record(10 + n), fields) for n, fields in enumerate(notes)),
        *(Put("moments", record(20 + n), fields) for n, fields in enumerate(days)),
    )


@settings(max_examples=30)
@given(AUTHORS, AUTHORS, st.integers(0, 2), st.integers(0, 2))
def test_neither_whose_an_untold_note_is_nor_half_a_ritual_for_both_changes_a_byte(
    these: list[str], others: list[str], some: int, more: int
) -> None:
    one, two = everywhere(untold_and_halves(these, some)), everywhere(untold_and_halves(others, more))
    assert one == two


def test_what_its_author_exports_does_tell() -> None:
    one, two = (store_of(*private(ALEX, list(words), True, True)) for words in ("abcd", "efgh"))
    assert shared(one, ALEX)[0] != shared(two, ALEX)[0]
    assert shared(one, ALEX)[1] != shared(two, ALEX)[1]


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["date", "talk", "appreciation"]),
        st.dates(date(2026, 11, 1), date(2026, 11, 3)),
        st.sampled_from([ALEX, SAM]),
        st.sampled_from(["", "soup", "tea"]),
        st.booleans(),
    ),
    max_size=8,
)


def swapped(text: str) -> str:
    """The text with the two partners in each other's place."""
    return text.replace(ALEX, "<").replace(SAM, ALEX).replace("<", SAM)


@given(ENTRIES)
def test_swapping_the_partners_changes_the_names_alone(
    entries: list[tuple[str, date, str, str, bool]],
) -> None:
    def store(swap: bool) -> MemoryStore:
        changes: list[Change] = [Put("rituals", record(99), ritual("talk"))]
        for number, (key, day, author, note, told) in enumerate(entries):
            by = author if not swap else (SAM if author == ALEX else ALEX)
            if key == "appreciation":
                fields = appreciation(day.isoformat(), by, note or "x", told_on=DAY if told else None)
                changes.append(Put("appreciations", record(number), fields))
            else:
                changes.append(Put("moments", record(number), moment(day.isoformat(), key, by, note)))
        return store_of(*changes)

    plain, turned = store(swap=False), store(swap=True)
    sheet = export_rows(plain.documents, now=NOW).text
    other = export_rows(turned.documents, now=NOW).text
    assert other == sheet.replace(",Alex,", "<").replace(",Sam,", ",Alex,").replace("<", ",Sam,")
    tables = json.loads(export_copy(plain.documents, now=NOW))["tables"]
    turned_tables = json.loads(export_copy(turned.documents, now=NOW))["tables"]
    for name in ("moments", "appreciations"):
        assert turned_tables.get(name) == json.loads(swapped(json.dumps(tables.get(name))))
