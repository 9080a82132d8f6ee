"""Which told notes are worth rereading: a few, from every month, the same ones always, whoever wrote them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.ids import id_text
from tracker.views.memories import Memory
from tracker.views.rereading import MOST, worth_rereading

FIRST = date(2026, 7, 1)
SHORT, LONG = "You sang.", "You sang in the kitchen with the window open, and did not stop."


def told(number: int, day: int, text: str = LONG, name: str = "Alex") -> Memory:
    return Memory("appreciation", id_text(number), FIRST + timedelta(days=day), text, "", name)


NOTES = st.lists(
    st.builds(
        lambda day, text, name: (day, text, name),
        st.integers(0, 91),
        st.sampled_from([SHORT, LONG]),
        st.sampled_from(["Alex", "Sam"]),
    ),
    max_size=40,
).map(lambda rows: [told(number, *row) for number, row in enumerate(rows, 1)])


@given(notes=NOTES)
def test_the_same_few_are_chosen_whatever_their_order_and_whoever_wrote_them(notes: list[Memory]) -> None:
    chosen = worth_rereading(notes, "2026Q3")
    assert len(chosen) == min(MOST, len(notes))
    assert set(chosen) <= set(notes)
    assert list(chosen) == sorted(chosen, key=lambda one: (one.day, one.id))
    assert worth_rereading(reversed(notes), "2026Q3") == chosen
    others = [one._replace(by_name={"Alex": "Sam", "Sam": "Alex"}[one.by_name]) for one in notes]
    assert [one.id for one in worth_rereading(others, "2026Q3")] == [one.id for one in chosen]


@given(notes=NOTES)
def test_every_month_that_has_some_gives_some(notes: list[Memory]) -> None:
    assert {one.day.month for one in worth_rereading(notes, "2026Q3")} == {one.day.month for one in notes}


@given(notes=NOTES)
def test_short_ones_come_where_their_month_has_nothing_else(notes: list[Memory]) -> None:
    chosen = worth_rereading(notes, "2026Q3")
    for one in chosen:
        if one.title == SHORT:
            longer = {o for o in notes if o.day.month == one.day.month and o.title == LONG}
            assert longer <= set(chosen)


def test_another_quarter_chooses_in_another_order() -> None:
    notes = [told(number, number) for number in range(1, 31)]
    assert worth_rereading(notes, "2026Q3") != worth_rereading(notes, "2025Q3")


@given(numbers=st.lists(st.integers(1, 10**6), min_size=12, max_size=12, unique=True))
def test_where_both_wrote_both_are_heard(numbers: list[int]) -> None:
    notes = [told(number, place * 7, name=("Alex", "Sam")[place % 2]) for place, number in enumerate(numbers)]
    voices = [one.by_name for one in worth_rereading(notes, "2026Q3")]
    assert sorted(voices) in (["Alex", "Alex", "Sam", "Sam", "Sam"], ["Alex", "Alex", "Alex", "Sam", "Sam"])
