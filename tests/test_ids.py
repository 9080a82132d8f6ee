"""The identity of a record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ids import WIDTH, id_text, new_id
from tracker.store.applying import check_name

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_ids_made_at_one_moment_are_not_the_same() -> None:
    assert len({new_id(NOW) for _ in range(1000)}) == 1000


@given(seconds=st.integers(0, 70 * 365 * 86_400), later=st.integers(1, 10**10))
def test_ids_made_later_sort_later_as_text_and_as_numbers(seconds: int, later: int) -> None:
    moment = datetime(1970, 1, 2, tzinfo=UTC) + timedelta(seconds=seconds)
    one, other = new_id(moment), new_id(moment + timedelta(milliseconds=later))
    assert one < other
    assert int(one) < int(other)


@pytest.mark.parametrize("year", [1970, 2026, 2043])
def test_every_id_has_one_width_and_the_store_takes_it(year: int) -> None:
    record_id = new_id(datetime(year, 6, 1, tzinfo=UTC))
    assert len(record_id) == WIDTH
    check_name("moments", record_id)


def test_the_width_lasts_into_2043_and_no_longer() -> None:
    """By then ids need a digit more, and the store a schema that knows both widths."""
    assert len(new_id(datetime(2043, 10, 1, tzinfo=UTC))) == WIDTH
    assert len(new_id(datetime(2043, 11, 1, tzinfo=UTC))) == WIDTH + 1


def test_the_millisecond_stands_in_the_high_bits() -> None:
    assert int(new_id(NOW)) >> 32 == int(NOW.timestamp() * 1000)


@given(number=st.integers(0, 10**WIDTH - 1))
def test_text_and_number_say_the_same(number: int) -> None:
    assert int(id_text(number)) == number
    assert len(id_text(number)) == WIDTH
