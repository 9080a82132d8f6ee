"""The cadences that can be asked for."""

from __future__ import annotations

import pytest

from tracker.errors import Refusal
from tracker.rhythm.rules import check_cadence


@pytest.mark.parametrize(
    ("times", "period"), [(1, "day"), (1, "week"), (7, "week"), (28, "month"), (90, "quarter")]
)
def test_cadences_that_fit(times: int, period: str) -> None:
    check_cadence(times, period)


@pytest.mark.parametrize(
    ("times", "period"),
    [
        *((2, "day"), (0, "day"), (0, "week"), (-1, "week"), (8, "week"), (29, "month"), (91, "quarter")),
        *((1, "year"), (1, ""), (1, "Week")),
    ],
)
def test_cadences_that_do_not_fit_are_refused(times: int, period: str) -> None:
    with pytest.raises(Refusal):
        check_cadence(times, period)
