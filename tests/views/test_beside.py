"""What both changed at once is said beside what stands: each value once, and only what differs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.views.homes import at, documents
from tracker.ids import id_text
from tracker.views.beside import kept_beside, numbers_beside

GOAL = id_text(1)


def said(*kept: Any, **fields: Any) -> tuple[str, ...]:
    goal = {"id": GOAL, "title": "A trio", "why_fun": "", "state": "active", "target_day": None, "by": ""}
    return kept_beside(at(documents(goals=[{**goal, **fields, "_kept": list(kept)}])), "goals", GOAL)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "A canon", "what: “A canon”."),
        ("title", "[/]\x1b", "what: “[/]”."),
        ("why_fun", "Nell", "why it is fun: “Nell”."),
        ("target_day", "2027-05-20", "by when: 20 May 2027."),
    ],
)
def test_another_value_is_said(field: str, value: str, words: str) -> None:
    assert said({"field": field, "value": value}) == (f"Written at the same time, {words}",)


def test_what_stands_again_is_not_said_and_nothing_twice() -> None:
    canon = {"field": "title", "value": "A canon"}
    assert said({"field": "title", "value": "A trio"}) == ()
    assert len(said(canon, canon)) == 1


def test_an_empty_value_is_said_too() -> None:
    assert said({"field": "why_fun", "value": ""}, why_fun="x") == (
        "Written at the same time, why it is fun: nothing.",
    )
    assert said({"field": "target_day", "value": None}, target_day="2027-01-01") == (
        "Written at the same time, by when: no day.",
    )


@pytest.mark.parametrize("kept", [{"field": "state", "value": "shelved"}, {"field": "_v", "value": 1}, {}])
def test_fields_that_nobody_types_are_not_said(kept: Any) -> None:
    assert said(kept) == ()


def test_a_record_that_is_not_there_says_nothing() -> None:
    assert kept_beside(at(documents()), "goals", GOAL) == ()


# ── Other kinds of records ──


def of(table: str, kept: dict[str, Any], **fields: Any) -> tuple[str, ...]:
    values = [{"field": field, "value": value} for field, value in kept.items()]
    row = {"id": id_text(2), "by": "", **fields, "_kept": values}
    tables: Any = {table: [row]}
    return tuple(
        one.removeprefix("Written at the same time")
        for one in kept_beside(at(documents(**tables)), table, id_text(2))
    )


@pytest.mark.parametrize(
    ("table", "kept", "words"),
    [
        ("appreciations", {"text": "[/]", "cue": ""}, (": “[/]”.", ", a good moment: nothing.")),
        ("pauses", {"from": "2026-11-01", "until": None}, (", from: 1 Nov.", ", until: open.")),
        (
            "pauses",
            {"ritual": None, "kind": "apart"},
            (", what rests: everything.", ", because of: “apart”."),
        ),
        (
            "beginnings",
            {"kind": "drawn", "on": 7},
            (", it is: “what drew me to you”.", ", the day it was: “7”."),
        ),
        ("rituals", {"cadence": {"times": 2, "period": "week"}}, (", how often: 2 in each week.",)),
        ("rituals", {"cadence": [], "since": "x"}, (", how often: nothing.", ", counting since: “x”.")),
        ("rituals", {"key": "no"}, ()),
        ("remarks", {"text": "We sang.", "plan": "7"}, (": “We sang.”.",)),
    ],
)
def test_fields_of_other_records_are_said_in_their_words(
    table: str, kept: dict[str, Any], words: tuple[str, ...]
) -> None:
    assert of(table, kept, text="-", note="-", name="-", ritual="walk", until="2026-12-01") == words


def test_the_numbers_for_help_are_said_where_they_are_opened_and_not_among_the_settings() -> None:
    kept = [{"field": "support_numbers", "value": "112"}, {"field": "window_months", "value": None}]
    here = at(documents(agreed={"window_months": 4, "_kept": kept}))
    assert numbers_beside(here) == ("Written at the same time: “112”.",)
    assert kept_beside(here, "couple", here.couple.id) == (
        "Written at the same time, look-up window: the suggested one.",
    )
