"""The bench measures; these few tests see to it that what it says of its figures is true."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.report import part_of, results, table
from tests.benchmarks.rows import GROUPS, ROWS, Row

RATIO = Row("start", "start", "ours", "theirs", 1.3, beside="M")
PLAIN = Row("keys", "a key", "key", budget=8)


def test_a_ratio_is_taken_round_by_round() -> None:
    # The second round was disturbed: both took ten times as long.
    (found,) = results([RATIO], {"ours": [120, 1200, 130], "theirs": [100, 1000, 100]})
    assert found.ratio == pytest.approx(1.2)
    assert found.verdict == "ok"


def test_without_a_reference_the_budget_is_in_the_rows_own_unit() -> None:
    assert [each.verdict for each in results([PLAIN], {"key": [7, 8, 30]})] == ["ok"]
    assert [each.verdict for each in results([PLAIN], {"key": [7, 9, 30]})] == ["over"]
    assert [each.verdict for each in results([PLAIN._replace(budget=None)], {"key": [9]})] == [""]


def test_the_95th_of_a_hundred_is_the_95_percent() -> None:
    assert part_of(range(1, 101), 0.95) == 95


def test_what_was_not_measured_is_not_in_the_table() -> None:
    found = results([RATIO, PLAIN], {"ours": [1], "key": [4.25]})
    assert table(found).splitlines()[1].split() == ["a", "key", "4.25", "ms", "8.00", "ms", "ok"]
    assert len(found) == 1


def test_every_row_has_a_case_that_measures_it() -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals")
    from tests.benchmarks.cases import CASES

    assert {group for groups in CASES.values() for group in groups} == set(GROUPS)
    assert all(row.budget is None or row.budget >= 0 for row in ROWS)
