"""The stream of memories: what comes into it, finding it again, and this day in other years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.views.homes import ALEX, RITUALS, SAM, TODAY, Row, at, documents, mark, note, ritual
from tests.views.outings import outing, surprise, weekend
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.memories import Memories, Memory, memories

GOAL = {"id": id_text(7), "title": "The garden", "why_fun": "Mud.", "state": "active", "by": ""}
WISH = {"id": id_text(8), "title": "Secret wish", "state": "wish", "by": ALEX}


def step(goal: Row, title: str, done_on: str | None) -> Row:
    return {"goal": goal["id"], "title": title, "order": 1, "done_on": done_on}


def life(**more: Any) -> Documents:
    """One of everything that can be remembered, and of what cannot."""
    return documents(
        plans=[
            outing("happened", "2026-11-10T19:00", id=id_text(5), title="Curry night", notes="Extra hot."),
            weekend("2026-10-02", "2026-10-04", state="happened", title="Harbour Inn"),
            outing("planned", "2026-11-10", title="Not marked"),
            outing("let-go", "2026-11-10", title="Let go"),
            surprise(),
        ],
        remarks=[{"plan": id_text(5), "by": SAM, "text": "You cried at the chutney."}],
        goals=[GOAL, WISH, {**GOAL, "id": id_text(9), "title": "A bed", "state": "reached"}],
        milestones=[
            step(GOAL, "Clear the brambles", "2026-09-01"),
            step(GOAL, "Order the seeds", None),
            step(WISH, "Secret step", "2026-09-02"),
            step({"id": id_text(9)}, "Sand it", "2026-08-20"),
        ],
        appreciations=[
            note(ALEX, 30, "You waited up.\nOn Thursday.", told_on="2026-11-01"),
            note(SAM, 31, "Secret note"),
        ],
        moments=[mark("date", 40, note="Chips in the car."), mark("date", 41), mark("walk", 3, note="Fog.")],
        **more,
    )


def titles(found: Iterable[Memory]) -> list[str]:
    return [memory.title for memory in found]


def stream(held: Documents | None = None, viewer: str = SAM) -> Memories:
    return memories(at(held or life()), viewer)


def test_the_stream_has_dates_trips_steps_goals_and_what_was_told_the_newest_first() -> None:
    assert [(memory.kind, str(memory.day), memory.title) for memory in stream()] == [
        ("date", "2026-11-10", "Curry night"),
        ("appreciation", "2026-10-21", "You waited up."),
        ("date", "2026-10-11", "Chips in the car."),
        ("date", "2026-10-10", "A date"),
        ("trip", "2026-10-02", "Harbour Inn"),
        ("milestone", "2026-09-01", "Clear the brambles"),
        ("milestone", "2026-08-20", "Sand it"),
        ("goal", "2026-08-20", "A bed"),
    ]


@pytest.mark.parametrize("viewer", [ALEX, SAM, "", "9"])
def test_nothing_private_is_in_it_whoever_looks(viewer: str) -> None:
    assert "secret" not in repr(list(stream(viewer=viewer))).casefold()


def test_it_is_read_with_all_its_words() -> None:
    found = {memory.title: memory for memory in stream()}
    assert found["You waited up."].text == "You waited up.\nOn Thursday."
    assert found["You waited up."].by_name == "Alex"
    assert found["Curry night"].text == "Home\nExtra hot."
    assert [(one.name, one.text) for one in found["Curry night"].remarks] == [
        ("Sam", "You cried at the chutney.")
    ]
    assert found["Clear the brambles"].text == "The garden"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 8),
        ("CURRY", 1),
        ("chutney cried", 1),
        ("chutney garden", 0),
        ("extra", 1),
        ("thursday alex", 1),
        ("garden", 1),
        ("sam", 1),
    ],
)
def test_every_word_asked_for_is_found_in_any_case(words: str, found: int) -> None:
    assert len(stream().search(words)) == found


def test_accents_are_found_in_either_spelling() -> None:
    held = documents(plans=[outing("happened", "2026-11-10", title="Cafe\u0301 on the STRASSE")])
    for words in ("caf\u00e9", "CAFE\u0301", "straße"):
        assert len(stream(held).search(words)) == 1


def test_kinds_and_a_span_narrow_it_both_ends_included() -> None:
    assert titles(stream().search(kinds=("trip", "goal"))) == ["Harbour Inn", "A bed"]
    span = stream().search(first=date(2026, 9, 1), last=date(2026, 10, 2))
    assert titles(span) == ["Harbour Inn", "Clear the brambles"]
    assert titles(stream().search("a", ("date",), last=date(2026, 11, 1))) == [
        "Chips in the car.",
        "A date",
    ]


def test_this_day_comes_back_from_every_earlier_year() -> None:
    rows = [outing("happened", f"{year}-11-20", title=str(year)) for year in (2024, 2025, 2026)]
    other_days = [outing("happened", "2025-11-19"), outing("happened", "2025-12-20")]
    assert titles(stream(documents(plans=[*rows, *other_days])).on_this_day(TODAY)) == ["2025", "2024"]


@pytest.mark.parametrize(
    ("today", "found"),
    [(date(2027, 2, 28), ["leap", "last"]), (date(2028, 2, 28), ["last"]), (date(2028, 2, 29), ["leap"])],
)
def test_the_29th_of_february_comes_back_on_the_28th(today: date, found: list[str]) -> None:
    rows = [
        outing("happened", "2024-02-29", title="leap"),
        outing("happened", "2023-02-28", title="last"),
    ]
    assert titles(stream(documents(plans=rows)).on_this_day(today)) == found


def test_a_tick_that_stands_for_one_alone_is_nobodys_memory_yet() -> None:
    both = [ritual("date", kept_by="both"), *RITUALS[2:]]
    one = documents(rituals=both, moments=[mark("date", 3, ALEX, note="Only me.")])
    assert titles(stream(one)) == []
    two = documents(rituals=both, moments=[mark("date", 3, ALEX, note="Me."), mark("date", 3, SAM)])
    assert titles(stream(two)) == ["Me."]


def test_taking_a_plan_back_takes_its_memory_back() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    held = documents(plans=[outing("planned", "2026-11-10"), weekend("2026-11-10", removed_at=str(now))])
    assert titles(stream(held)) == []


def test_a_long_note_has_a_short_title() -> None:
    held = documents(appreciations=[note(ALEX, 3, "so " * 60, told_on="2026-11-20")])
    (memory,) = stream(held)
    assert len(memory.title) <= 80
    assert memory.title.endswith("so…")
    assert memory.text == "so " * 60


BEGUN = {"kind": "place", "text": "The ferry.\nRow 12.", "on": "2024-11-20", "by": ALEX}
UNDATED = {"kind": "song", "text": "Ours.", "on": None, "by": SAM, "recorded_at": "2025-11-20T12:00:00+00:00"}


def test_beginnings_are_in_the_stream_for_everybody_and_come_back_on_their_day_alone() -> None:
    held = documents(beginnings=[BEGUN, UNDATED])
    for viewer in (ALEX, SAM, ""):
        found = memories(at(held), viewer)
        assert titles(found) == ["Ours.", "The ferry."]
        assert titles(found.search("first place row 12", ("beginning",))) == ["The ferry."]
        assert titles(found.on_this_day(TODAY)) == ["The ferry."]
    song, place = memories(at(held), "")
    assert (song.by_name, song.dated, song.day) == ("Sam", False, date(2025, 11, 20))
    assert (place.by_name, place.dated, place.day) == ("Alex", True, date(2024, 11, 20))
