"""A record of a file against the one that stands."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from tests.transfer.copies import (
    Home,
    bring,
    elsewhere,
    everything,
    home,
    out,
    take,
)
from tests.transfer.places import (
    ALEX,
    NOW,
    PARTNERS,
    TODAY,
    do,
    record,
    ritual,
    standing,
)
from tracker.store.changes import Change, Edit, Put, Remove
from tracker.transfer.copy_in import import_copy
from tracker.transfer.copy_out import export_copy


def test_what_was_removed_here_stays_removed_unless_the_file_is_newer() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store))
    do(other, [Remove("moments", record(1))])
    assert bring(other, out(store))[0] == []
    do(store.later(2), [Edit("moments", record(1), {"note": "the sea"})])
    take(other, out(store))
    assert [m["note"] for m in standing(other.documents, "moments")] == ["the sea"]


def test_the_newer_version_wins_field_by_field_and_the_older_one_changes_nothing() -> None:
    store = home(*everything())
    old = out(store)
    other = take(elsewhere(), old)
    do(store.later(2), [Edit("goals", record(10), {"title": "The orchard", "why_fun": "apples"})])
    changes, report = bring(other, out(store))
    assert len(changes) == 1
    assert next(part for part in report.parts if part.name == "goals").taken == {"entries": 0, "updates": 1}
    do(other, changes)
    assert out(other) == out(store)
    assert bring(other, old)[0] == []


def test_a_change_made_before_an_earlier_file_was_read_elsewhere_still_arrives() -> None:
    store = home(*everything())
    first = out(store)
    do(store.later(1), [Edit("goals", record(10), {"title": "The orchard"})])
    other = take(elsewhere(days=2), first)
    take(other, out(store))
    assert out(other) == out(store)


def test_a_change_made_here_since_the_file_wins_over_it_though_it_was_imported_later() -> None:
    store = home(*everything())
    other = take(elsewhere(days=5), out(store))
    do(other, [Edit("goals", record(10), {"title": "The orchard"})])
    do(store.later(3), [Edit("goals", record(10), {"title": "The meadow"})])
    assert bring(other, out(store))[0] == []
    take(store, out(other))
    assert "The orchard" in out(store)
    assert out(store) == out(other)


def test_a_field_that_went_goes_here_too() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store))
    (change,) = do_and_give(store, Edit("goals", record(10), {"why_fun": "apples"}))
    take(other, out(store))
    assert "apples" in out(other)
    do(store.later(3), [change.reverted()])
    assert "apples" not in out(store)
    take(other, out(store))
    assert "apples" not in out(other)


def do_and_give(store: Home, change: Change) -> tuple[Any, ...]:
    """Write one change and give what was done."""
    return tuple(store.later(2).write(lambda _: [change]))


def test_an_empty_masked_text_never_replaces_a_text() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store, ALEX))
    do(store.later(2), [Edit("appreciations", record(2), {"text": "secret anew", "mood": "calm"})])
    take(other, out(store))
    document = other.documents.get("appreciations", record(2))
    assert document is not None
    assert (document["text"], document["cue"]) == ("secret of Alex", "secret cue")
    take(other, out(store, ALEX))
    assert out(other, ALEX) == out(store, ALEX)
    assert "secret anew" in out(other, ALEX)


def test_an_empty_text_without_a_mask_replaces_no_words_either() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store, ALEX))
    text = out(store, ALEX).replace("secret of Alex", "").replace('"_v": ', '"_v": 9')
    take(other, text)
    assert "secret of Alex" in out(other, ALEX)


def test_a_surprise_that_is_held_comes_in_and_is_filled_when_it_begins() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store))
    begun = NOW + timedelta(days=6)
    revealed = export_copy(store.documents, now=begun)
    do(other, import_copy(other.documents, revealed, today=TODAY + timedelta(days=6))[0])
    assert export_copy(other.documents, now=begun) == revealed
    assert "secret cellar" in revealed


def test_an_older_file_fills_what_was_masked_and_a_newer_one_sets_it_right() -> None:
    store = home(*everything())
    old = out(store, ALEX)
    do(store.later(1), [Edit("appreciations", record(2), {"text": "secret anew"})])
    other = take(elsewhere(3), out(store))
    take(other, old)
    assert "secret of Alex" in out(other, ALEX)
    assert bring(other, old)[0] == []
    take(other, out(store, ALEX))
    assert out(other, ALEX) == out(store, ALEX)


def test_words_changed_here_after_a_masked_file_are_not_taken_for_masked() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store))
    do(other.later(4), [Edit("appreciations", record(2), {"by": ALEX, "cue": "my own cue"})])
    take(store, out(other, ALEX))
    document = store.documents.get("appreciations", record(2))
    assert document is not None
    assert (document["text"], document["cue"]) == ("secret of Alex", "my own cue")


def test_an_import_into_one_that_is_set_up_keeps_its_newer_couple() -> None:
    store = home()
    text = out(store)
    names = [PARTNERS[0], {**PARTNERS[1], "name": "Samuel"}]
    do(store.later(1), [Edit("couple", standing(store.documents, "couple")[0]["id"], {"partners": names})])
    take(store, text)
    assert "Samuel" in out(store)


def test_rituals_of_one_key_become_one_and_of_one_name_get_two() -> None:
    store = home(
        Put("rituals", record(1), ritual("talk", "Weekly talk")),
        Put("rituals", record(2), ritual("walk", "Stroll")),
    )
    other = home(
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


def test_of_one_record_twice_in_a_file_the_newer_one_counts() -> None:
    content = json.loads(out(home(*everything())))
    (moments,) = [content["tables"]["moments"]]
    moments.append({**moments[0], "note": "newer", "_v": moments[0]["_v"] + 1})
    moments.append({**moments[0], "note": "older", "_v": 1})
    store = take(elsewhere(), json.dumps(content))
    assert [m["note"] for m in standing(store.documents, "moments")] == ["newer"]
