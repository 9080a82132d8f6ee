"""Beginnings: their author writes, changes and removes them; both read them from the first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.house import House, days_ago
from tracker.acts.beginnings import add_beginning, change_beginning, remove_beginning
from tracker.acts.removal import bring_back, removed
from tracker.records.beginnings import BEGINNING_KINDS


def keep(house: House, **given: object) -> str:
    house.do(add_beginning, **{"by": house.alex, "text": "You laughed at the ferry.", **given})
    return house.newest("beginnings")


@pytest.mark.parametrize("kind", BEGINNING_KINDS)
def test_each_kind_is_kept_with_its_day_or_without(either_house: House, kind: str) -> None:
    keep(either_house, kind=kind, on=date(2011, 6, 18))
    keep(either_house, kind=kind, text="[/] 💛\nsecond line")
    one, two = either_house.at().library.beginnings
    assert (one.kind, one.text, one.on, one.by) == (
        kind,
        "You laughed at the ferry.",
        date(2011, 6, 18),
        either_house.alex,
    )
    assert (two.text, two.on) == ("[/] 💛\nsecond line", None)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "  \u200b "}, "a few words"),
        ({"kind": "car"}, "one of drawn, place, song, words"),
        ({"on": days_ago(-1)}, "still to come"),
        ({"on": date(1899, 12, 31)}, "1900"),
        ({"by": ""}, "whose"),
        ({"text": "x" * 20_001}, "20,000"),
    ],
)
def test_what_cannot_be_kept_is_refused(house: House, given: dict[str, object], said: str) -> None:
    usual = {"by": house.alex, "text": "Words"}
    assert said in house.refused(add_beginning, **{**usual, **given})


def test_only_its_author_changes_or_removes_it(house: House) -> None:
    one = keep(house)
    for act, more in ((change_beginning, {"text": "x", "kind": "song"}), (remove_beginning, {})):
        assert "Only the one who wrote this" in house.refused(act, one, me=house.sam, **more)
    house.do(change_beginning, one, me=house.alex, text="On the ferry.", kind="place", on=days_ago(3))
    (changed,) = house.at().library.beginnings
    assert (changed.text, changed.kind, changed.on) == ("On the ferry.", "place", days_ago(3))


def test_a_removed_one_comes_back(house: House) -> None:
    one = keep(house)
    house.do(remove_beginning, one, me=house.alex)
    assert house.at().library.beginnings == ()
    assert [found.kind for found in removed(house.at(), house.alex)] == ["a beginning"]
    assert removed(house.at(), house.sam) == []
    house.do(bring_back, one, me=house.alex)
    assert len(house.at().library.beginnings) == 1


def test_what_another_window_changed_meanwhile_is_kept(house: House) -> None:
    one = keep(house)
    (seen,) = house.at().library.beginnings
    house.do(change_beginning, one, me=house.alex, text="Meanwhile.", kind="drawn")
    house.do(change_beginning, one, me=house.alex, text=seen.text, kind="song", seen=seen)
    (now,) = house.at().library.beginnings
    assert (now.text, now.kind) == ("Meanwhile.", "song")
