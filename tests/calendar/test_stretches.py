"""Spans to look back on, as people say them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.stretches import read_stretch
from tracker.errors import Refusal

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("2025", "2025-01-01", "2025-12-31", "in 2025"),
        ("last year", "2025-01-01", "2025-12-31", "in 2025"),
        ("2024 to 2025", "2024-01-01", "2025-12-31", "from 2024 to 2025"),
        ("2025-06", "2025-06-01", "2025-06-30", "in June 2025"),
        ("  June 2025 ", "2025-06-01", "2025-06-30", "in June 2025"),
        ("jun", "2026-06-01", "2026-06-30", "in June 2026"),
        ("december", "2025-12-01", "2025-12-31", "in December 2025"),
        ("last month", "2026-10-01", "2026-10-31", "in October 2026"),
        ("2025-06 to 2025-08", "2025-06-01", "2025-08-31", "from June 2025 to August 2025"),
        ("june 2025 – 2026-02", "2025-06-01", "2026-02-28", "from June 2025 to February 2026"),
        ("last summer", "2026-06-01", "2026-08-31", "from June 2026 to August 2026"),
        ("summer 2024", "2024-06-01", "2024-08-31", "from June 2024 to August 2024"),
        ("last autumn", "2025-09-01", "2025-11-30", "from September 2025 to November 2025"),
        ("this autumn", "2026-09-01", "2026-11-30", "from September 2026 to November 2026"),
        ("winter 2023", "2023-12-01", "2024-02-29", "from December 2023 to February 2024"),
        ("last winter", "2025-12-01", "2026-02-28", "from December 2025 to February 2026"),
        ("yesterday", "2026-11-19", "2026-11-19", "on Thursday 19 November 2026"),
        (
            "1 june 2025 to today",
            "2025-06-01",
            "2026-11-20",
            "from Sunday 1 June 2025 to Friday 20 November 2026",
        ),
    ],
)
def test_what_is_meant_is_said_back(text: str, first: str, last: str, said: str) -> None:
    found = read_stretch(text, TODAY)
    assert (found.first.isoformat(), found.last.isoformat(), found.understood) == (first, last, said)


@pytest.mark.parametrize(
    "text", ["", "soon", "20", "2025-13", "2025 to 2024", "1 to 2 to 3", "9999", "1850", "last june 2025"]
)
def test_what_cannot_be_read_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_stretch(text, TODAY)
    assert refused.value.sentence.endswith(".")


@given(st.integers(1900, 2199), st.integers(1, 12))
def test_every_month_of_every_year_is_itself(year: int, month: int) -> None:
    found = read_stretch(f"{year}-{month:02}", TODAY)
    assert found[:2] == (date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@given(st.text(max_size=30))
def test_no_text_does_worse_than_a_refusal(text: str) -> None:
    try:
        found = read_stretch(text, TODAY)
    except Refusal:
        return
    assert found.first <= found.last
