"""The identity of a record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ids import WIDTH, id_order, id_text, is_id, new_id
from tracker.store.applying import check_name

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_ids_made_at_one_moment_are_not_the_same() -> None:
    assert len({new_id(NOW) for _ in range(1000)}) == 1000


@given(seconds=st.integers(0, 230 * 365 * 86_400), later=st.integers(1, 10**10))
def test_ids_made_later_come_later_in_order_and_as_numbers(seconds: int, later: int) -> None:
    moment = datetime(1970, 1, 2, tzinfo=UTC) + timedelta(seconds=seconds)
    one, other = new_id(moment), new_id(moment + timedelta(milliseconds=later))
    assert id_order(one) < id_order(other)
    assert int(one) < int(other)


@pytest.mark.parametrize(
    ("year", "width"), [(1970, 22), (2026, 22), (2043, 22), (2044, 23), (2100, 23), (9999, 25)]
)
def test_the_store_takes_the_ids_of_every_year_that_a_clock_can_say(year: int, width: int) -> None:
    record_id = new_id(datetime(year, 6, 1, tzinfo=UTC))
    assert len(record_id) == width
    check_name("moments", record_id)


def test_an_id_needs_a_digit_more_from_october_2043() -> None:
    assert len(new_id(datetime(2043, 10, 1, tzinfo=UTC))) == WIDTH
    assert len(new_id(datetime(2043, 11, 1, tzinfo=UTC))) == WIDTH + 1


def test_a_clock_before_1970_makes_ids_all_the_same() -> None:
    assert is_id(new_id(datetime(1901, 6, 1, tzinfo=UTC)))


@pytest.mark.parametrize(
    "text", ["", "7" * 21, "0" * 23, "0" + "7" * 22, "7" * 26, "-" + "7" * 21, "٧" * 22, 7]
)
def test_what_is_no_id(text: object) -> None:
    assert not is_id(text)


def test_the_millisecond_stands_in_the_high_bits() -> None:
    assert int(new_id(NOW)) >> 32 == int(NOW.timestamp() * 1000)


@given(number=st.integers(0, 10**WIDTH - 1))
def test_text_and_number_say_the_same(number: int) -> None:
    assert int(id_text(number)) == number
    assert len(id_text(number)) == WIDTH
