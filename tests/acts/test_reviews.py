"""Looking back on a quarter: answers of their own, one resolution of both, "we're in" only by both."""

from __future__ import annotations

import pytest

from tests.acts.house import TODAY, House, days_ago
from tracker.acts.both import Both
from tracker.acts.reviews import answer, renew, resolve
from tracker.acts.rituals import did
from tracker.ids import new_id
from tracker.store.changes import Put
from tracker.views.beside import resolutions_beside

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


def begun_elsewhere(house: House, **fields: object) -> None:
    """The same evening, begun on another machine before the two met."""
    blank = {"quarter": QUARTER, "resolution": "", "renewed_on": None, "by": ""}
    put = Put("reviews", new_id(house.later(milliseconds=1).clock.now()), {**blank, **fields})
    house.store.write(lambda _: [put])


@pytest.mark.parametrize("first_here", [True, False])
def test_of_an_evening_that_two_machines_began_nothing_that_was_kept_is_out_of_sight(
    house: House, first_here: bool
) -> None:
    kept: dict[str, object] = {"resolution": "A walk each Sunday", "renewed_on": TODAY.isoformat()}
    begun_elsewhere(house, **({} if first_here else kept))
    begun_elsewhere(house, **(kept if first_here else {}))
    review = house.at().library.reviews.of(QUARTER)
    assert review is not None
    assert (review.resolution, review.renewed_on) == ("A walk each Sunday", TODAY)
    house.do(resolve, QUARTER, "", seen=review)
    after = house.at().library.reviews.of(QUARTER)
    assert after is not None
    assert (after.resolution, after.renewed_on) == ("", TODAY), "taken back, it does not come again"


def test_of_two_resolutions_the_later_stands_and_the_other_is_said_beside_it(house: House) -> None:
    for text in ("A walk each Sunday", "More soup"):
        begun_elsewhere(house, resolution=text)
    review = house.at().library.reviews.of(QUARTER)
    assert review is not None and review.resolution == "More soup"
    said = ("Written at the same time: “A walk each Sunday”.",)
    assert resolutions_beside(house.at(), QUARTER) == said


def test_two_windows_that_resolve_at_once_lose_neither(house: House) -> None:
    house.do(resolve, QUARTER, "A walk")
    seen = house.at().library.reviews.of(QUARTER)
    house.do(resolve, QUARTER, "A walk each Sunday", seen=seen)
    house.do(resolve, QUARTER, "More soup", seen=seen)
    said = ("Written at the same time: “A walk each Sunday”.",)
    assert resolutions_beside(house.at(), QUARTER) == said
