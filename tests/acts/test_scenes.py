"""Future scenes: one each, private, and read only in twos."""

from __future__ import annotations

import pytest

from tests.acts.house import TODAY, House
from tracker.acts.removal import remove
from tracker.acts.scenes import read_together, write_scene
from tracker.store.changes import Put

QUARTER = "2026Q4"


def test_each_writes_one_scene_and_may_change_it_until_both_are_read(either_house: House) -> None:
    house = either_house
    house.do(write_scene, QUARTER, by=house.alex, text="Breakfast, late")
    house.do(write_scene, QUARTER, by=house.alex, text="Breakfast, very late")
    house.do(write_scene, QUARTER, by=house.sam, text="The sea")
    scenes = house.at().library.future_scenes
    assert [(one.by, one.text, one.read_on) for one in scenes] == [
        (house.alex, "Breakfast, very late", None),
        (house.sam, "The sea", None),
    ]
    assert scenes.read_together(QUARTER) == ()
    house.do(read_together, QUARTER)
    assert [one.read_on for one in house.at().library.future_scenes.read_together(QUARTER)] == [TODAY, TODAY]
    assert "stays as you read it" in house.refused(write_scene, QUARTER, by=house.sam, text="Another")
    assert not house.do(read_together, QUARTER), "the day of reading stays"


def test_empty_words_take_it_back(house: House) -> None:
    assert "nothing to keep" in house.refused(write_scene, QUARTER, by=house.alex, text=" ")
    house.do(write_scene, QUARTER, by=house.alex, text="Breakfast")
    house.do(write_scene, QUARTER, by=house.alex, text=" \n")
    assert house.all("future_scenes") == []


@pytest.mark.parametrize("writers", ["", "a", "s"])
def test_they_are_read_only_in_twos_and_the_sentence_says_not_who_wrote(house: House, writers: str) -> None:
    for one in writers:
        house.do(write_scene, QUARTER, by={"a": house.alex, "s": house.sam}[one], text="A day")
    refused = house.refused(read_together, QUARTER)
    assert refused == "Scenes are read in twos: each of you writes one first."


def test_a_quarter_to_come_and_nobody_in_particular_are_refused(house: House) -> None:
    assert "still to come" in house.refused(write_scene, "2027Q1", by=house.alex, text="x")
    assert "whose this is" in house.refused(write_scene, QUARTER, by="", text="x")
    assert "written like" in house.refused(write_scene, "soon", by=house.alex, text="x")


def test_of_other_quarters_nothing_is_read(house: House) -> None:
    for quarter in (QUARTER, "2026Q3"):
        for by in (house.alex, house.sam):
            house.do(write_scene, quarter, by=by, text="A day")
    house.do(read_together, QUARTER)
    assert {one.quarter for one in house.at().library.future_scenes.read_together()} == {QUARTER}


def test_only_its_author_removes_it(house: House) -> None:
    house.do(write_scene, QUARTER, by=house.alex, text="A day")
    scene = house.only("future_scenes")["id"]
    assert "Only the one" in house.refused(remove, "future_scenes", scene, me=house.sam)


def test_of_two_that_two_machines_hold_of_one_author_both_are_read(house: House) -> None:
    for by in (house.alex, house.sam):
        house.do(write_scene, QUARTER, by=by, text="A Sunday")
    twin = {**house.all("future_scenes")[0], "text": "Another Sunday"}
    house.store.write(lambda _: [Put("future_scenes", "9" * 22, twin)])
    house.do(read_together, QUARTER)
    assert len(house.at().library.future_scenes.read_together(QUARTER)) == 3
