"""What of the store a JSON export shows to whom."""

from __future__ import annotations

import pytest

from tests.transfer.copies import (
    SURPRISE,
    bring,
    elsewhere,
    everything,
    home,
    out,
    tables,
    take,
)
from tests.transfer.places import (
    ALEX,
    NOW,
    SAM,
    TODAY,
    appreciation,
    do,
    moment,
    record,
    ritual,
    standing,
)
from tracker.records.library import Library
from tracker.store.changes import Edit, Put, Remove
from tracker.transfer.rows_out import export_rows


def test_the_shared_part_is_without_untold_words_weather_marks_and_surprises() -> None:
    text = out(home(*everything()))
    assert "secret" not in text
    found = tables(text)
    assert not {"weather", "tried", "letters"} & set(found)
    assert [scene["text"] for scene in found["future_scenes"]] == ["a bench by the sea"]
    assert found["beginnings"][0]["text"] == "the pier"
    assert found["lookups"][0]["chosen"] == "counsellor"
    untold = next(a for a in found["appreciations"] if a["id"] == record(2))
    assert {untold[name] for name in ("text", "cue", "by", "about", "_w")} == {""}
    assert untold["day"] == "2026-11-02"
    surprise = next(p for p in found["plans"] if p["id"] == record(5))
    shown = {"id", "recorded_at", "updated_at", "by", "_v", "_w", "kind", "state", "start", "end", "surprise"}
    assert set(surprise) == shown | {"_masked"}
    assert [goal["title"] for goal in found["goals"]] == ["The garden"]
    assert [remark["text"] for remark in found["remarks"]] == ["so good", "our patience"]
    assert "told" in text
    assert "tea" in text


def test_the_part_of_one_partner_has_nothing_that_only_the_other_may_see() -> None:
    store = home(*everything())
    for_alex, for_sam = out(store, ALEX), out(store, SAM)
    for word in (
        "secret of Alex",
        "secret cue",
        "secret cellar",
        "secret remark",
        "secret storm",
        "secret Sunday",
    ):
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
        ("2026-11-22T20:00", "planned", False),
        ("2026-11-22T20:01", "planned", True),
        ("2026-11-23T03:59", "planned", True),
        ("2026-11-23T04:00", "planned", True),
        ("2026-11-21", "happened", False),
        ("2026-11-21", "let-go", True),
        (None, "idea", True),
        ("some day", "idea", True),
    ],
)
def test_a_surprise_is_held_until_its_hour_and_without_one_until_its_day(
    start: str | None, state: str, hidden: bool
) -> None:
    store = home(Put("plans", record(1), {**SURPRISE, "start": start, "state": state}))
    assert ("secret" not in out(store)) is hidden
    assert ("secret" not in out(store, SAM)) is hidden
    assert "secret" in out(store, ALEX)


def test_words_of_an_earlier_version_are_only_for_their_author() -> None:
    kept = [{"field": "text", "value": "secret draft", "_v": 1, "_w": "x"}]
    told = appreciation("2026-11-01", SAM, "told", told_on="2026-11-05", _kept=kept)
    store = home(Put("appreciations", record(1), told))
    assert "secret draft" not in out(store)
    assert "secret draft" not in out(store, ALEX)
    assert "secret draft" in out(store, SAM)


def test_nor_are_those_of_a_scene_that_was_read_together() -> None:
    kept = [{"field": "text", "value": "secret draft", "_v": 1, "_w": "x"}]
    scene = {"quarter": "2026Q3", "by": SAM, "text": "the sea", "read_on": "2026-10-01", "_kept": kept}
    store = home(Put("future_scenes", record(1), scene))
    for viewer in ("", ALEX):
        assert "the sea" in out(store, viewer)
        assert "secret draft" not in out(store, viewer)
    assert "secret draft" in out(store, SAM)


def test_removed_records_do_not_go_out_and_nothing_is_removed_by_coming_in() -> None:
    store = home(*everything())
    other = take(elsewhere(), out(store))
    do(store, [Remove("moments", record(1))])
    assert "the lake" not in out(store)
    assert bring(other, out(store))[0] == []
    assert len(standing(other.documents, "moments")) == 1


def test_weather_that_names_nobody_does_not_go_out_either() -> None:
    text = out(home(Put("weather", record(1), {"day": "2026-11-02", "by": "", "word": "stormy", "level": 1})))
    assert "weather" not in text


def test_what_was_said_of_a_removed_surprise_stays_with_it() -> None:
    plan = {"kind": "date", "state": "let-go", "start": None, "title": "x", "surprise": True, "by": ALEX}
    remark = {"plan": record(7), "by": ALEX, "text": "secret remark"}
    store = home(Put("plans", record(7), plan), Put("remarks", record(8), remark))
    do(store, [Remove("plans", record(7))])
    assert "secret remark" not in out(store)
    assert "secret remark" not in out(store, SAM)
    assert "secret remark" in out(store, ALEX)


TALK = Put("rituals", record(90), ritual("talk", kept_by="both"))


def test_one_half_of_a_ritual_for_both_is_its_authors_until_both_stand() -> None:
    half = Put("moments", record(1), moment("2026-11-02", "talk", ALEX, "secret"))
    store = home(TALK, half, Put("moments", record(2), moment("2026-11-03", "talk", SAM)))
    for viewer in ("", SAM):
        assert "secret" not in out(store, viewer)
        assert "2026-11-02" not in export_rows(store.documents, now=NOW, viewer=viewer).text
    assert "secret" in out(store, ALEX)
    assert "2026-11-02,talk,Alex,secret" in export_rows(store.documents, now=NOW, viewer=ALEX).text
    do(store, [Put("moments", record(3), moment("2026-11-02", "TALK", SAM))])
    assert "secret" in out(store)
    assert "2026-11-02,talk,Alex,secret" in export_rows(store.documents, now=NOW).text


def test_a_half_stays_its_authors_when_the_ritual_was_removed() -> None:
    store = home(TALK, Put("moments", record(1), moment("2026-11-02", "talk", ALEX, "secret")))
    do(store, [Remove("rituals", record(90))])
    assert "secret" not in out(store)
    assert len(export_rows(store.documents, now=NOW).hints) == 1


def test_a_plan_that_happened_stands_for_both_of_a_ritual_for_both() -> None:
    plan = {"kind": "date", "title": "Pasta", "state": "happened", "start": "2026-11-02", "by": SAM}
    store = home(Put("plans", record(1), plan), Put("moments", record(2), moment("2026-11-02", "date", ALEX)))
    date = next(r for r in standing(store.documents, "rituals") if r["key"] == "date")
    do(store, [Edit("rituals", date["id"], {"kept_by": "both"})])
    assert export_rows(store.documents, now=NOW).text.count("2026-11-02,date") == 2


def test_when_both_write_a_day_has_untold_words_of_both_or_none() -> None:
    store = home(
        Put("appreciations", record(1), appreciation("2026-11-02", ALEX, "secret")),
        Put("appreciations", record(2), appreciation("2026-11-03", ALEX, "secret")),
        Put("appreciations", record(3), appreciation("2026-11-03", SAM, "secret")),
        Put("appreciations", record(4), appreciation("2026-11-04", SAM, "told", told_on="2026-11-05")),
    )
    ours = next(r for r in standing(store.documents, "rituals") if r["key"] == "appreciation")
    do(store, [Edit("rituals", ours["id"], {"kept_by": "both"})])
    assert [a["day"] for a in tables(out(store))["appreciations"]] == [
        "2026-11-03",
        "2026-11-03",
        "2026-11-04",
    ]
    assert len(tables(out(store, ALEX))["appreciations"]) == 4


def test_the_rhythm_of_what_is_exported_is_the_same_where_it_is_imported() -> None:
    store = home(TALK, *everything(), Put("moments", record(80), moment("2026-11-02", "talk", ALEX)))
    other = take(elsewhere(), out(store))
    for key in ("appreciation", "talk", "date", "trip"):
        here, there = (Library(one.documents).ledger.rhythm(key, TODAY) for one in (store, other))
        assert there == here
