"""The store as JSON, out and in."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.transfer.places import (
    ALEX,
    NOW,
    PARTNERS,
    SAM,
    TODAY,
    appreciation,
    do,
    empty_store,
    moment,
    record,
    ritual,
    standing,
    store_of,
)
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.ids import id_text
from tracker.store.changes import BringBack, Change, Edit, Put, Remove
from tracker.store.memory import MemoryStore
from tracker.transfer.copy_in import import_copy
from tracker.transfer.copy_out import export_copy
from tracker.transfer.report import Outcome

SURPRISE = {
    "kind": "date",
    "title": "The secret cellar",
    "state": "planned",
    "start": "2026-11-28",
    "end": None,
    "place": "secret street",
    "notes": "bring the secret",
    "childcare": "needed",
    "novelty": "new",
    "cost": "high",
    "history": [{"state": "secret"}],
    "surprise": True,
    "by": ALEX,
}


def everything() -> list[Change]:
    """Something in every table, shared and private."""
    return [
        Put("moments", record(1), moment("2026-11-03", "trip", "", "the lake \u202e🏔️")),
        Put("appreciations", record(2), appreciation("2026-11-02", ALEX, "secret of Alex", cue="secret cue")),
        Put("appreciations", record(3), appreciation("2026-11-02", SAM, "secret of Sam")),
        Put(
            "appreciations",
            record(4),
            appreciation("2026-11-01", SAM, "told", told_on="2026-11-05", cue="tea"),
        ),
        Put("plans", record(5), SURPRISE),
        Put(
            "plans",
            record(6),
            {"kind": "date", "title": "Pasta", "state": "idea", "surprise": False, "by": ALEX},
        ),
        Put("remarks", record(7), {"plan": record(5), "by": ALEX, "text": "secret remark"}),
        Put("remarks", record(8), {"plan": record(6), "by": ALEX, "text": "so good"}),
        Put("goals", record(9), {"title": "secret wish", "state": "wish", "by": SAM}),
        Put(
            "goals",
            record(10),
            {"title": "The garden", "state": "active", "by": SAM, "future": {"n": [1, 2.5]}},
        ),
        Put("milestones", record(11), {"goal": record(10), "title": "Seeds", "order": 1, "done_on": None}),
        Put(
            "pauses",
            record(12),
            {"kind": "ebb", "from": "2026-01-01", "until": None, "ritual": None, "by": ""},
        ),
        Put("weather", record(13), {"day": "2026-11-02", "by": ALEX, "word": "secret storm", "level": 1}),
        Put("tried", record(14), {"practice": "secret talk", "by": SAM, "day": "2026-11-02"}),
        Put("lookups", record(15), {"day": "2026-11-02", "state": "early", "next_look": "2027-01-01"}),
        Put("reviews", record(16), {"quarter": "2026Q3", "resolutions": ["more soup"]}),
        Put("letters", record(17), {"by": SAM, "text": "secret letter"}),
        Put("agreements", record(18), {"by": "", "text": "no phones"}),
    ]


def out(store: MemoryStore, viewer: str = "") -> str:
    return export_copy(store.documents, today=TODAY, viewer=viewer)


def bring(store: MemoryStore, text: str) -> Outcome:
    return import_copy(store.documents, text, today=TODAY)


def take(store: MemoryStore, text: str) -> MemoryStore:
    """Import a text into a store, as later somebody there would."""
    do(store, bring(store, text)[0])
    return store


def elsewhere(days: int = 1) -> MemoryStore:
    """An empty store of another writer, later."""
    return empty_store(FixedClock(NOW + timedelta(days=days)), "other-1234")


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    found = json.loads(text)["tables"]
    assert isinstance(found, dict)
    return found


def contents(store: MemoryStore) -> dict[str, list[dict[str, Any]]]:
    """Everything that stands, without what belongs to a version and a transfer."""
    own = ("_v", "_w", "_b", "_from", "_masked")
    return {
        table: [
            {k: v for k, v in document.items() if k not in own}
            for document in standing(store.documents, table)
        ]
        for table in sorted(store.documents.tables())
    }


def test_the_shared_part_goes_out_comes_in_and_goes_out_the_same() -> None:
    text = out(store_of(*everything()))
    other = take(elsewhere(), text)
    assert out(other) == text
    assert bring(other, text)[0] == []


@pytest.mark.parametrize("order", [("", ALEX, SAM), (ALEX, SAM), (SAM, "", ALEX), (ALEX, "", SAM, "")])
def test_with_the_part_of_each_partner_in_turn_the_store_is_equal(order: tuple[str, ...]) -> None:
    store, other = store_of(*everything()), elsewhere()
    for viewer in order:
        take(other, out(store, viewer))
    assert contents(other) == contents(store)
    for viewer in ("", ALEX, SAM):
        assert out(other, viewer) == out(store, viewer)
        assert bring(other, out(store, viewer))[0] == []


def test_the_shared_part_is_without_untold_words_weather_marks_and_surprises() -> None:
    text = out(store_of(*everything()))
    assert "secret" not in text
    found = tables(text)
    assert not {"weather", "tried", "letters"} & set(found)
    untold = next(a for a in found["appreciations"] if a["id"] == record(2))
    assert (untold["text"], untold["cue"], untold["day"], untold["by"]) == ("", "", "2026-11-02", ALEX)
    surprise = next(p for p in found["plans"] if p["id"] == record(5))
    shown = {"id", "recorded_at", "updated_at", "by", "_v", "_w", "kind", "state", "start", "end", "surprise"}
    assert set(surprise) == shown | {"_masked"}
    assert [goal["title"] for goal in found["goals"]] == ["The garden"]
    assert [remark["text"] for remark in found["remarks"]] == ["so good"]
    assert "told" in text
    assert "tea" in text


def test_the_part_of_one_partner_has_nothing_that_only_the_other_may_see() -> None:
    store = store_of(*everything())
    for_alex, for_sam = out(store, ALEX), out(store, SAM)
    for word in ("secret of Alex", "secret cue", "secret cellar", "secret remark", "secret storm"):
        assert word in for_alex
        assert word not in for_sam
    for word in ("secret of Sam", "secret wish", "secret talk", "secret letter"):
        assert word in for_sam
        assert word not in for_alex


@pytest.mark.parametrize(
    ("start", "state", "hidden"),
    [
        ("2026-11-22", "planned", False),
        ("2026-11-23", "planned", True),
        ("2026-11-23T03:59", "planned", False),
        ("2026-11-23T04:00", "planned", True),
        ("2026-11-21", "happened", False),
        ("2026-11-21", "let-go", True),
        (None, "idea", True),
        ("some day", "idea", True),
    ],
)
def test_a_surprise_is_held_until_the_couples_day_of_its_start(
    start: str | None, state: str, hidden: bool
) -> None:
    store = store_of(Put("plans", record(1), {**SURPRISE, "start": start, "state": state}))
    assert ("secret" not in out(store)) is hidden
    assert ("secret" not in out(store, SAM)) is hidden
    assert "secret" in out(store, ALEX)


def test_words_of_an_earlier_version_are_only_for_their_author() -> None:
    kept = [{"field": "text", "value": "secret draft", "_v": 1, "_w": "x"}]
    told = appreciation("2026-11-01", SAM, "told", told_on="2026-11-05", _kept=kept)
    store = store_of(Put("appreciations", record(1), told))
    assert "secret draft" not in out(store)
    assert "secret draft" not in out(store, ALEX)
    assert "secret draft" in out(store, SAM)


def test_when_a_record_was_recorded_and_changed_comes_along() -> None:
    store = take(elsewhere(), out(store_of(*everything()), ALEX))
    (trip,) = standing(store.documents, "moments")
    assert (trip["recorded_at"], trip["updated_at"]) == ("2026-11-22T20:00:00+00:00",) * 2


def test_removed_records_do_not_go_out_and_nothing_is_removed_by_coming_in() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store))
    do(store, [Remove("moments", record(1))])
    assert "the lake" not in out(store)
    assert bring(other, out(store))[0] == []
    assert len(standing(other.documents, "moments")) == 1


def test_what_was_removed_here_stays_removed_unless_the_file_is_newer() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store))
    do(other, [Remove("moments", record(1))])
    assert bring(other, out(store))[0] == []
    do(later(store, 2), [Edit("moments", record(1), {"note": "the sea"})])
    take(other, out(store))
    assert [m["note"] for m in standing(other.documents, "moments")] == ["the sea"]


def later(store: MemoryStore, days: int) -> MemoryStore:
    """The store, with its clock put so many days later."""
    clock = store._clock
    assert isinstance(clock, FixedClock)
    clock.move_to(NOW + timedelta(days=days))
    return store


def test_the_newer_version_wins_field_by_field_and_the_older_one_changes_nothing() -> None:
    store = store_of(*everything())
    old = out(store)
    other = take(elsewhere(), old)
    do(later(store, 2), [Edit("goals", record(10), {"title": "The orchard", "why_fun": "apples"})])
    changes, report = bring(other, out(store))
    assert len(changes) == 1
    assert next(part for part in report.parts if part.name == "goals").taken == {"entries": 0, "updates": 1}
    do(other, changes)
    assert out(other) == out(store)
    assert bring(other, old)[0] == []


def test_a_change_made_before_an_earlier_file_was_read_elsewhere_still_arrives() -> None:
    store = store_of(*everything())
    first = out(store)
    do(later(store, 1), [Edit("goals", record(10), {"title": "The orchard"})])
    other = take(elsewhere(days=2), first)
    take(other, out(store))
    assert out(other) == out(store)


def test_a_change_made_here_since_the_file_wins_over_it_though_it_was_imported_later() -> None:
    store = store_of(*everything())
    other = take(elsewhere(days=5), out(store))
    do(other, [Edit("goals", record(10), {"title": "The orchard"})])
    do(later(store, 3), [Edit("goals", record(10), {"title": "The meadow"})])
    assert bring(other, out(store))[0] == []
    take(store, out(other))
    assert "The orchard" in out(store)
    assert out(store) == out(other)


def test_a_field_that_went_goes_here_too() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store))
    (change,) = do_and_give(store, Edit("goals", record(10), {"why_fun": "apples"}))
    take(other, out(store))
    assert "apples" in out(other)
    do(later(store, 3), [change.reverted()])
    assert "apples" not in out(store)
    take(other, out(store))
    assert "apples" not in out(other)


def do_and_give(store: MemoryStore, change: Change) -> tuple[Any, ...]:
    """Write one change and give what was done."""
    return tuple(later(store, 2).write(lambda _: [change]))


def test_an_empty_masked_text_never_replaces_a_text() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store, ALEX))
    do(later(store, 2), [Edit("appreciations", record(2), {"text": "secret anew", "mood": "calm"})])
    take(other, out(store))
    document = other.documents.get("appreciations", record(2))
    assert document is not None
    assert (document["text"], document["cue"]) == ("secret of Alex", "secret cue")
    take(other, out(store, ALEX))
    assert out(other, ALEX) == out(store, ALEX)
    assert "secret anew" in out(other, ALEX)


def test_an_empty_text_without_a_mask_replaces_no_words_either() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store, ALEX))
    text = out(store, ALEX).replace("secret of Alex", "").replace('"_v": ', '"_v": 9')
    take(other, text)
    assert "secret of Alex" in out(other, ALEX)


def test_a_surprise_that_is_held_comes_in_and_is_filled_when_its_day_begins() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store))
    day = TODAY + timedelta(days=6)
    revealed = export_copy(store.documents, today=day)
    do(other, import_copy(other.documents, revealed, today=day)[0])
    assert export_copy(other.documents, today=day) == revealed
    assert "secret cellar" in revealed


def test_an_older_file_fills_what_was_masked_and_a_newer_one_sets_it_right() -> None:
    store = store_of(*everything())
    old = out(store, ALEX)
    do(later(store, 1), [Edit("appreciations", record(2), {"text": "secret anew"})])
    other = take(elsewhere(3), out(store))
    take(other, old)
    assert "secret of Alex" in out(other, ALEX)
    assert bring(other, old)[0] == []
    take(other, out(store, ALEX))
    assert out(other, ALEX) == out(store, ALEX)


def test_words_changed_here_after_a_masked_file_are_not_taken_for_masked() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store))
    do(later(other, 4), [Edit("appreciations", record(2), {"cue": "my own cue"})])
    take(store, out(other, ALEX))
    document = store.documents.get("appreciations", record(2))
    assert document is not None
    assert (document["text"], document["cue"]) == ("secret of Alex", "my own cue")


def test_an_import_into_one_that_is_set_up_keeps_its_newer_couple() -> None:
    store = store_of()
    text = out(store)
    names = [PARTNERS[0], {**PARTNERS[1], "name": "Samuel"}]
    do(later(store, 1), [Edit("couple", standing(store.documents, "couple")[0]["id"], {"partners": names})])
    take(store, text)
    assert "Samuel" in out(store)


def test_another_couples_export_is_refused() -> None:
    other = empty_store()
    couple = {"partners": [{"id": id_text(7), "name": "Kim"}, {"id": id_text(8), "name": "Lee"}]}
    do(other, [Put("couple", id_text(9), couple)])
    with pytest.raises(Refusal, match="another couple"):
        bring(other, out(store_of()))


def test_without_a_couple_on_either_side_it_is_refused() -> None:
    text = '{"rekindle": 1, "for": "", "tables": {}}'
    with pytest.raises(Refusal, match="set it up first"):
        bring(empty_store(), text)
    assert bring(store_of(), text)[0] == []


def test_rituals_of_one_key_become_one_and_of_one_name_get_two() -> None:
    store = store_of(
        Put("rituals", record(1), ritual("talk", "Weekly talk")),
        Put("rituals", record(2), ritual("walk", "Stroll")),
    )
    other = store_of(
        Put("rituals", record(3), ritual("TALK", "Our talk")),
        Put("rituals", record(4), ritual("stroll-2", "STROLL")),
    )
    changes, report = bring(other, out(store))
    do(other, changes)
    names = {r["key"]: r["name"] for r in standing(other.documents, "rituals")}
    assert names == {
        "appreciation": "Appreciation",
        "date": "Date",
        "trip": "Trip",
        "TALK": "Our talk",
        "stroll-2": "STROLL",
        "walk": "Stroll (2)",
    }
    left = next(part for part in report.parts if part.name == "rituals").left
    assert [line[:24] for line in left] == ["Not taken: “Weekly talk”", "“Stroll” is called “Stro"]
    assert bring(other, out(store))[0] == []


def changed(**fields: Any) -> str:
    """An export whose moment says something else in these fields; a field set to `...` goes."""
    content = json.loads(out(store_of(*everything())))
    document = {**content["tables"]["moments"][0], **fields}
    content["tables"]["moments"] = [{k: v for k, v in document.items() if v is not ...}]
    return json.dumps(content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "null",
        '{"rekindle": 1}',
        '{"rekindle": "1", "tables": {}}',
        '{"rekindle": 1, "tables": {"_meta": []}}',
        '{"rekindle": 1, "tables": {"moments": {}}}',
        '{"rekindle": 1, "tables": {"moments": [7]}}',
        '{"rekindle": 1, "tables": {"moments": [{}]}}',
        '{"rekindle": 1, "tables": {"a": [{"x": NaN}]}}',
        '{"rekindle": 1, "tables": {"a": [{"x": 1e999}]}}',
        '{"rekindle": 1, "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"rekindle": ' + "9" * 5_000 + ', "tables": {}}',
    ],
)
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        bring(store_of(), text)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "7"},
        {"id": 7},
        {"id": "../../../../../etc/pw"},
        {"_v": "9"},
        {"_v": -1},
        {"_v": 10**30},
        {"_v": True},
        {"_w": ...},
        {"recorded_at": ...},
        {"recorded_at": "then"},
        {"recorded_at": "2026-11-22T20:00:00"},
        {"day": ...},
        {"day": "2026-11-23"},
        {"day": "1899-01-01"},
        {"day": " 2026-11-01"},
        {"day": 3},
        {"removed_at": "2026-11-22T20:00:00+00:00"},
    ],
)
def test_one_unsound_record_refuses_the_whole_file_and_names_its_place(fields: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        bring(empty_store(), changed(**fields))
    assert "Entry 1 of moments" in refusal.value.sentence
    assert "lake" not in refusal.value.sentence


def test_odd_things_in_bookkeeping_fields_do_no_harm() -> None:
    for odd in (7, "text", [7, None], {"v": "x"}, {"v": 1, "w": 2, "of": 3}, None):
        for field in ("_masked", "_from", "_kept", "_b"):
            store = take(elsewhere(), changed(**{field: odd}))
            assert bring(store, out(store))[0] == []


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(Refusal, match="newer Rekindle"):
        bring(store_of(), '{"rekindle": 2, "tables": {}}')


def test_control_characters_are_taken_out_on_the_way_in() -> None:
    store = take(elsewhere(), changed(note="\x1b[31mred\ud800"))
    assert standing(store.documents, "moments")[0]["note"] == "[31mred\ufffd"
    assert bring(store, changed(note="\x1b[31mred\ud800"))[0] == []


def test_of_one_record_twice_in_a_file_the_newer_one_counts() -> None:
    content = json.loads(out(store_of(*everything())))
    (moments,) = [content["tables"]["moments"]]
    moments.append({**moments[0], "note": "newer", "_v": moments[0]["_v"] + 1})
    moments.append({**moments[0], "note": "older", "_v": 1})
    store = take(elsewhere(), json.dumps(content))
    assert [m["note"] for m in standing(store.documents, "moments")] == ["newer"]


def test_progress_is_told_sparsely() -> None:
    store = store_of(
        *(Put("moments", record(n), moment("2026-11-01", "date", ALEX, str(n))) for n in range(2500))
    )
    told: list[tuple[int, int]] = []
    import_copy(
        elsewhere().documents,
        out(store),
        today=TODAY,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (2504, 2504)
    assert len(told) < 10


def test_a_store_that_was_brought_back_and_forth_stays_the_same() -> None:
    one, two = store_of(*everything()), elsewhere()
    for turn in range(3):
        for viewer in ("", ALEX, SAM):
            take(two, out(one, viewer))
            take(one, out(two, viewer))
        edited = one if turn % 2 else two
        do(later(edited, 10 + turn), [Edit("goals", record(10), {"title": f"turn {turn}"})])
    for viewer in ("", ALEX, SAM):
        take(two, out(one, viewer))
        take(one, out(two, viewer))
    assert contents(one) == contents(two)
    assert standing(one.documents, "goals")[1]["title"] == "turn 2"


def test_brought_back_records_go_out_again() -> None:
    store = store_of(*everything())
    other = take(elsewhere(), out(store))
    do(store, [Remove("moments", record(1))])
    do(store, [BringBack("moments", record(1))])
    take(other, out(store))
    assert out(other) == out(store)
