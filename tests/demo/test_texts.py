"""What the made-up couple says: much of it, kind, and never the same sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from tests.demo.telling import tell
from tracker.demo.notes import ways
from tracker.demo.texts import Note, Outing, texts
from tracker.text import clean, folded

FORBIDDEN = re.compile(r"\b(lost|broken|failed|missed|score|waiting for|hasn't)\b", re.IGNORECASE)
TEXTS = texts()
NOTES = (*TEXTS.about_first, *TEXTS.about_second, *TEXTS.about_either)
OUTINGS = (*TEXTS.dates, *TEXTS.trips, *TEXTS.date_ideas, *TEXTS.trip_ideas)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(strings, value.values()))
    elif isinstance(value, (list, tuple)):
        yield from chain.from_iterable(map(strings, value))


def test_more_than_three_hundred_notes_are_written_by_hand() -> None:
    assert len(NOTES) >= 300
    assert len({note.text for note in NOTES}) == len(NOTES)


def test_either_partner_has_as_much_to_say() -> None:
    assert abs(len(TEXTS.about_first) - len(TEXTS.about_second)) <= len(NOTES) * 0.05


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You laughed.", ["You laughed."]),
        ("You {ran|sat}.", ["You ran.", "You sat."]),
        ("{A|B} and {c|d}", ["A and c", "A and d", "B and c", "B and d"]),
        ("On {weekday}, {tea|rain}", ["On {weekday}, tea", "On {weekday}, rain"]),
    ],
)
def test_braces_offer_one_of_several(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


def test_no_way_of_saying_a_note_leaves_a_brace_or_a_hole() -> None:
    said = [way.replace("{weekday}", "Friday") for note in NOTES for way in ways(note.text)]
    assert [way for way in said if re.search(r"[{}|]|  | [,.]", way) or way != way.strip()] == []


def test_two_notes_never_come_out_the_same() -> None:
    said = Counter(folded(way) for note in NOTES for way in ways(note.text))
    assert [text for text, count in said.items() if count > 1] == []


def test_every_season_and_year_has_plenty_to_notice() -> None:
    for about in (TEXTS.about_first, TEXTS.about_second):
        for month in range(1, 13):
            fitting = [n for n in (*about, *TEXTS.about_either) if _fits(n, month, year=9)]
            assert len(fitting) >= 150


def test_every_month_has_dates_and_trips_to_choose_from() -> None:
    for month in range(1, 13):
        assert sum(_fits(outing, month) for outing in TEXTS.dates) >= 20
        assert sum(_fits(outing, month) for outing in TEXTS.trips) >= 6


def test_titles_are_unique() -> None:
    projects = (*TEXTS.projects, *TEXTS.shelved, *TEXTS.wishes)
    for titles in ([o.title for o in OUTINGS], [p.title for p in projects], [h.name for h in TEXTS.rituals]):
        assert len({folded(title) for title in titles}) == len(titles)


def test_names_are_unique_and_nobody_else_has_them() -> None:
    names = [name for pair in TEXTS.names for name in pair]
    assert len({folded(name) for name in names}) == len(names)
    everything = " ".join(way for note in NOTES for way in ways(note.text))
    assert [name for name in names if re.search(rf"\b{name}\b", everything)] == []


@pytest.mark.parametrize(("seed", "years"), [(1, 10), (2, 2)])
def test_nothing_unkind_is_said_in_all_the_years(seed: int, years: int) -> None:
    said = [text for put in tell(seed, years).puts for text in strings(dict(put.fields))]
    assert [text for text in said if FORBIDDEN.search(text)] == []
    assert [text for text in said if text != clean(text)] == []


def _fits(thing: Note | Outing, month: int, year: int = 0) -> bool:
    in_years = not isinstance(thing, Note) or thing.in_years(year)
    return in_years and (not thing.months or month in thing.months)
