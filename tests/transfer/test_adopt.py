"""Habits become rituals of the couple's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.transfer.places import (
    ALEX,
    NOW,
    SAM,
    TODAY,
    do,
    empty_store,
    moment,
    record,
    ritual,
    standing,
    store_of,
)
from tracker.errors import Refusal
from tracker.records.library import Library
from tracker.records.rituals import Cadence
from tracker.store.changes import Put, Remove
from tracker.store.documents import Documents
from tracker.store.memory import MemoryStore
from tracker.transfer.adopt import adopt, spans
from tracker.transfer.habits import Found, Habit, Measure
from tracker.transfer.report import Outcome

DAILY = Cadence(times=1, period="day")
FIRST = date(2026, 11, 2)


def days(*offsets: int) -> frozenset[date]:
    """Days counted from the second of November."""
    return frozenset(FIRST + timedelta(days=n) for n in offsets)


def walk(name: str = "Walk", **fields: object) -> Habit:
    """A habit done on three days, skipped on four."""
    start = Habit(
        name=name,
        cadence=DAILY,
        frequency="every day",
        done=days(0, 1, 7),
        skipped=days(2, 3, 4, 9),
        notes={FIRST: "by the sea", FIRST + timedelta(days=3): "flu"},
    )
    return Habit(**{name: getattr(start, name) for name in start.__struct_fields__} | fields)


def take(documents: Documents, *habits: Habit, by: str = ALEX) -> Outcome:
    """What adopting these would write."""
    return adopt(documents, Found(source="a file", habits=habits), by=by, today=TODAY, now=NOW, notes=True)


def adopted(*habits: Habit, store: MemoryStore | None = None) -> MemoryStore:
    """A store that has adopted these."""
    store = store or store_of()
    do(store, take(store.documents, *habits)[0])
    return store


def own_rituals(store: MemoryStore) -> list[tuple[str, str]]:
    """Key and name of the rituals that are not built in."""
    return [(str(r["key"]), str(r["name"])) for r in standing(store.documents, "rituals")][3:]


def test_a_habit_becomes_a_ritual_with_its_moments_and_pauses() -> None:
    library = Library(adopted(walk()).documents)
    found = library.rituals.find("walk")
    assert (found.name, found.cadence, found.kept_by, found.forgive) == ("Walk", DAILY, "either", 1)
    assert (found.since, found.archived_on) == (FIRST, None)
    assert [(m.ritual, m.day, m.by, m.note) for m in library.moments] == [
        ("walk", FIRST, ALEX, "by the sea"),
        ("walk", FIRST + timedelta(days=1), ALEX, ""),
        ("walk", FIRST + timedelta(days=7), ALEX, ""),
    ]
    assert [(p.kind, p.first, p.until, p.ritual, p.note, p.by) for p in library.pauses] == [
        ("ebb", FIRST + timedelta(days=2), FIRST + timedelta(days=4), "walk", "flu", ""),
        ("ebb", FIRST + timedelta(days=9), FIRST + timedelta(days=9), "walk", "", ""),
    ]


def test_the_same_file_again_adds_nothing() -> None:
    habits = (walk(), walk("Date"), walk(), walk("  ", archived_on=date(2026, 11, 20)), walk("walk!"))
    store = adopted(*habits)
    changes, report = take(store.documents, *habits)
    assert changes == []
    assert report.taken == 0
    assert [part.standing for part in report.parts] == [7] * 5


def test_a_longer_file_adds_only_what_is_new() -> None:
    store = adopted(walk())
    more = walk(done=days(0, 1, 7, 8), skipped=days(2, 3, 4, 5, 9), notes={})
    changes, report = take(store.documents, more)
    assert [change.table for change in changes] == ["moments", "pauses"]
    assert report.parts[0].taken == {"rituals": 0, "moments": 1, "pauses": 1}
    assert isinstance(changes[1], Put)
    assert (changes[1].fields["from"], changes[1].fields["until"]) == ("2026-11-07", "2026-11-07")


def test_moments_belong_to_one_partner_and_a_stranger_or_nobody_is_refused() -> None:
    store = store_of()
    for stranger in ("", "somebody"):
        with pytest.raises(Refusal, match="--by Alex or --by Sam"):
            take(store.documents, walk(), by=stranger)
    changes, _ = take(store.documents, walk(), by=SAM)
    assert {
        change.fields["by"] for change in changes if isinstance(change, Put) and change.table == "moments"
    } == {SAM}


def test_before_set_up_it_is_refused() -> None:
    with pytest.raises(Refusal, match="not set up"):
        take(empty_store().documents, walk())


def test_a_ritual_of_that_name_or_key_is_reused_as_it_is() -> None:
    mine = ritual("walk", "Evening stroll", "month", archived_on="2026-11-01")
    store = store_of(
        Put("rituals", record(1), mine),
        Put("moments", record(2), moment("2026-11-02", "walk", ALEX, "by the sea")),
    )
    changes, report = take(store.documents, walk("WALK", notes={}), walk("evening  STROLL"))
    assert [c.table for c in changes][:4] == ["moments", "moments", "pauses", "pauses"]
    first, second = report.parts
    assert (first.name, first.standing) == ("Evening stroll", 1)
    assert first.mapped == (
        "Called “WALK” there.",
        "Every day there; this ritual stands here already and stays each month.",
        "It is put away since Sunday 1 November 2026; later moments count once it is taken up again.",
    )
    assert second.name == "evening STROLL (2)"


def test_names_of_built_in_rituals_get_a_mark() -> None:
    store = store_of(Put("rituals", record(1), ritual("project", "The garden")))
    habits = [walk(name) for name in ("Date", "TRIP", "appreciation", "project", "the Garden")]
    _, report = take(store.documents, *habits)
    assert [part.name for part in report.parts] == [
        "Date (imported)",
        "TRIP (imported)",
        "appreciation (imported)",
        "project (imported)",
        "the Garden (imported)",
    ]
    assert report.parts[0].mapped[0] == ("Called “Date” there; one of Rekindle's own rituals has that name.")


def test_names_and_keys_are_unique_without_case_whatever_the_file_holds() -> None:
    names = [
        "Walk",
        "walk",
        "WALK (2)",
        "Walk-2",
        "walk 2",
        "!!!",
        "???",
        "",
        "散歩",
        "x" * 200,
        "X" * 200,
        "a\x1bb\n\tc",
    ]
    store = adopted(*(walk(name) for name in names))
    found = own_rituals(store)
    forms = [form.casefold() for key, name in found for form in {key.casefold(), name.casefold()}]
    assert len(found) == len(names)
    assert len(forms) == len(set(forms))
    assert all(0 < len(name) <= 80 and name.isprintable() for _, name in found)
    assert ("散歩", "散歩") in found
    assert take(store.documents, *(walk(name) for name in names))[0] == []


def test_a_measured_habit_is_kept_by_the_week_of_the_couple() -> None:
    sunday = date(2026, 11, 8)
    measure = Measure(target=10, over="week")
    amounts = {sunday: 6.0, sunday + timedelta(days=1): 6.0}
    habit = walk(done=frozenset(), skipped=frozenset(), notes={}, measure=measure, amounts=amounts)
    assert take(store_of().documents, habit)[1].parts[0].taken["moments"] == 0
    store = store_of()
    couple = standing(store.documents, "couple")[0]
    do(store, [Remove("couple", couple["id"]), Put("couple", record(9), {**couple, "week_start": "sunday"})])
    _, report = take(store.documents, habit)
    assert report.parts[0].taken["moments"] == 1
    assert report.parts[0].left == ("Not taken: 2 amounts (the days that met the target are taken).",)


def test_an_archived_habit_becomes_a_ritual_that_is_put_away() -> None:
    store = adopted(walk(archived_on=date(2026, 11, 12)))
    assert Library(store.documents).rituals.find("walk").archived_on == date(2026, 11, 12)


def test_notes_are_cleaned_and_a_book_is_left() -> None:
    notes = {FIRST: " \x1b[31mred\x07 ", FIRST + timedelta(days=1): "x" * 20_001}
    store = store_of()
    changes, report = take(store.documents, walk(notes=notes))
    do(store, changes)
    assert [m["note"] for m in standing(store.documents, "moments")] == ["[31mred", "", ""]
    assert report.parts[0].left == ("Not taken: 1 note longer than any note here.",)


def test_the_report_tells_what_was_taken_mapped_and_left() -> None:
    found = Found(
        source="a file", habits=(walk(left=("Not taken: 1 amount.",)),), left=("Not read: column 8.",)
    )
    _, report = adopt(store_of().documents, found, by=ALEX, today=TODAY, now=NOW, notes=True)
    assert report.lines() == [
        "From a file:",
        "Walk: 1 ritual, 3 moments and 2 pauses taken.",
        "  Every day there becomes each day.",
        "  Not taken: 1 amount.",
        "Not read: column 8.",
    ]
    assert report.as_json() == {
        "source": "a file",
        "parts": [
            {
                "name": "Walk",
                "taken": {"rituals": 1, "moments": 3, "pauses": 2},
                "already_here": 0,
                "mapped": ["Every day there becomes each day."],
                "left": ["Not taken: 1 amount."],
            }
        ],
        "left": ["Not read: column 8."],
    }


def test_adjacent_days_join() -> None:
    found = [((a - FIRST).days, (b - FIRST).days) for a, b in spans(sorted(days(0, 1, 3, 5, 6, 7)))]
    assert found == [(0, 1), (3, 3), (5, 7)]
    assert list(spans([])) == []


def test_thousands_of_moments_of_one_moment_in_time_have_ids_of_their_own() -> None:
    many = walk(done=frozenset(date(1990, 1, 1) + timedelta(days=n) for n in range(12_000)))
    changes, _ = take(store_of().documents, many)
    ids = [change.id for change in changes]
    assert ids == sorted(set(ids))
