"""Effort noticed is an appreciation like any other; the couple's numbers are shared words like any other."""

from __future__ import annotations

import pytest

from tests.acts.house import House
from tracker.acts.couple import keep_support_numbers
from tracker.acts.effort import notice_effort
from tracker.acts.entries import tell
from tracker.acts.removal import remove


def test_two_lines_become_one_private_note(house: House) -> None:
    house.do(notice_effort, by=house.alex, did="rang the bank. ", landed="a weight off ", cue="at supper")
    (note,) = house.at().library.appreciations
    assert note.text == "You rang the bank. It landed as a weight off."
    assert (note.about, note.cue, note.told) == (house.sam, "at supper", False)
    house.do(tell, note.id, me=house.alex)
    assert next(iter(house.at().library.appreciations)).told


@pytest.mark.parametrize(("did", "landed"), [("", "warm"), ("rang", " "), ("...", "warm"), ("\u200b", "x")])
def test_each_line_takes_a_few_words(house: House, did: str, landed: str) -> None:
    assert "Both lines" in house.refused(notice_effort, by=house.alex, did=did, landed=landed)


def test_a_person_speaks_for_themselves(house: House) -> None:
    assert "whose" in house.refused(notice_effort, by="", did="rang", landed="warm")


def test_numbers_are_kept_changed_and_emptied_by_either(either_house: House) -> None:
    house = either_house
    assert house.at().couple.support_numbers == ""
    house.do(keep_support_numbers, "Surgery: 555 0100\n[/] Jo: 555 0101\x1b")
    assert house.at().couple.support_numbers == "Surgery: 555 0100\n[/] Jo: 555 0101"
    house.do(keep_support_numbers, "  ")
    assert house.at().couple.support_numbers == ""
    assert "20,000" in house.refused(keep_support_numbers, "5" * 20_001)


def test_they_are_part_of_the_couple_and_cannot_be_removed_as_a_record(house: House) -> None:
    house.do(keep_support_numbers, "555")
    couple = house.at().couple
    assert "cannot be removed" in house.refused(remove, "couple", couple.id, me=house.alex)


def test_numbers_written_at_the_same_time_in_two_windows_both_stand_in_the_history(house: House) -> None:
    seen = house.at().couple
    house.do(keep_support_numbers, "first", seen=seen)
    house.do(keep_support_numbers, "second", seen=seen)
    couple = house.only("couple")
    assert couple["support_numbers"] == "second"
    assert "first" in repr(couple.get("_kept"))
