"""Looking back on a quarter: answers of their own, one resolution of both, "we're in" only by both."""

from __future__ import annotations

import pytest

from tests.acts.house import TODAY, House, days_ago
from tracker.acts.both import Both
from tracker.acts.reviews import answer, renew, resolve
from tracker.acts.rituals import did

QUARTER = "2026Q4"


def texts(house: House) -> list[tuple[str, str]]:
    return [(one.by, one.text) for one in house.at().library.answers(QUARTER)]


def test_each_answers_beside_the_other(either_house: House) -> None:
    house = either_house
    house.do(answer, QUARTER, "laughed", by=house.alex, text="The tent")
    house.do(answer, QUARTER, "laughed", by=house.sam, text="The goose")
    assert texts(house) == [(house.alex, "The tent"), (house.sam, "The goose")]
    assert len(house.all("reviews")) == 1


def test_writing_again_changes_ones_own_answer_alone_and_nothing_takes_it_back(house: House) -> None:
    house.do(answer, QUARTER, "laughed", by=house.alex, text="The tent")
    house.do(answer, QUARTER, "laughed", by=house.sam, text="The goose")
    house.do(answer, QUARTER, "laughed", by=house.alex, text="The tent, at three")
    assert (house.alex, "The tent, at three") in texts(house)
    house.do(answer, QUARTER, "laughed", by=house.alex, text=" ")
    assert texts(house) == [(house.sam, "The goose")]


def test_an_empty_first_answer_and_a_quarter_to_come_are_refused(house: House) -> None:
    assert "nothing to keep" in house.refused(answer, QUARTER, "laughed", by=house.alex, text=" ")
    assert "still to come" in house.refused(answer, "2027Q1", "laughed", by=house.alex, text="x")
    assert "written like" in house.refused(answer, "soon", "laughed", by=house.alex, text="x")


def test_the_resolution_belongs_to_both_and_carries_the_figures_of_its_evening(house: House) -> None:
    for ago in (0, 7):
        house.do(did, "date", by="", day=days_ago(ago))
    house.do(resolve, QUARTER, "A walk each Sunday")
    review = house.at().library.reviews.of(QUARTER)
    assert review is not None
    assert (review.resolution, review.by, review.figures_on) == ("A walk each Sunday", "", TODAY)
    assert review.figures["date"]["run"] == 2
    house.do(did, "date", by="", day=days_ago(14))
    assert house.at().library.reviews.of(QUARTER) == review, "as of that day"
    house.do(resolve, QUARTER, "")
    after = house.at().library.reviews.of(QUARTER)
    assert after is not None
    assert (after.resolution, after.figures["date"]["run"]) == ("", 3)


def test_were_in_keeps_its_day_and_nobody_who_pressed_first(house: House) -> None:
    house.do(renew, QUARTER)
    review = house.only("reviews")
    assert review["renewed_on"] == TODAY.isoformat()
    assert house.alex not in str(dict(review))
    assert house.sam not in str(dict(review))


@pytest.mark.parametrize("order", ["as", "sa"])
def test_both_means_both(house: House, order: str) -> None:
    pressed, at = Both(), house.at()
    people = {"a": house.alex, "s": house.sam}
    first, second = (people[one] for one in order)
    pressed.press(at, me=first)
    pressed.press(at, me=first)
    assert not pressed.complete(at)
    assert (pressed.pressed_by(first), pressed.pressed_by(second)) == (True, False)
    pressed.press(at, me=second)
    assert pressed.complete(at)
