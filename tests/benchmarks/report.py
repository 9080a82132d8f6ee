"""From figures to the table, and to JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from math import ceil
from statistics import median
from typing import Any, NamedTuple

from tests.benchmarks.rows import Figures, Row

_HEAD = ("what", "measured", "reference", "ratio", "budget", "")


class Result(NamedTuple):
    """One row with its figures."""

    row: Row
    measured: float
    reference: float | None
    ratio: float | None

    @property
    def verdict(self) -> str:
        """`ok`, `over`, or nothing where there is no budget."""
        if self.row.budget is None:
            return ""
        value = self.measured if self.ratio is None else self.ratio
        return "ok" if value <= self.row.budget else "over"


def results(rows: Iterable[Row], figures: Figures) -> list[Result]:
    """Every row that was measured; without its reference it says nothing."""
    measured = (row for row in rows if figures.get(row.figure))
    return [_result(row, figures) for row in measured if not row.reference or figures.get(row.reference)]


def _result(row: Row, figures: Figures) -> Result:
    measured = figures[row.figure]
    if not row.reference:
        return Result(row, part_of(measured, row.part), None, None)
    reference = figures[row.reference]
    # Round by round: what disturbed one of the two has mostly disturbed the other.
    ratios = [one / other for one, other in zip(measured, reference, strict=False)]
    return Result(row, median(measured), median(reference), median(ratios))


def part_of(values: Sequence[float], part: float) -> float:
    """The value below which this part of all values lies."""
    return median(values) if part == 0.5 else sorted(values)[ceil(part * len(values)) - 1]


def table(found: Iterable[Result]) -> str:
    """The table as text."""
    lines = [_HEAD, *(_line(each) for each in found)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 5) else cell.rjust(width) for column, (cell, width) in row
        ).rstrip()
        for row in (list(enumerate(zip(line, widths, strict=True))) for line in lines)
    )


def _line(each: Result) -> tuple[str, ...]:
    row = each.row
    what = f"{row.what} ÷ {row.beside}" if row.beside else row.what
    measured = _number(each.measured, row.unit)
    if each.reference is None or each.ratio is None:
        return (
            what,
            measured,
            "",
            "",
            "–" if row.budget is None else _number(row.budget, row.unit),
            each.verdict,
        )
    budget = "–" if row.budget is None else f"{row.budget:g}"
    return what, measured, _number(each.reference, row.unit), f"{each.ratio:.2f}", budget, each.verdict


def _number(value: float, unit: str) -> str:
    digits = 0 if unit in ("B", "") else 2 if value < 10 else 1
    return f"{value:,.{digits}f} {unit}".rstrip()


def surroundings(rounds: int, installed: str) -> str:
    """What the figures depend on, in two lines."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    python = f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load}"
    return f"medians of {rounds} rounds; {python}\nrekindle: {installed}"


def as_json(found: Iterable[Result], figures: Figures, about: str) -> dict[str, Any]:
    """Everything, for a script."""
    rows = [
        {
            "group": each.row.group,
            "what": each.row.what,
            "beside": each.row.beside,
            "unit": each.row.unit,
            "measured": each.measured,
            "reference": each.reference,
            "ratio": each.ratio,
            "budget": each.row.budget,
            "verdict": each.verdict,
        }
        for each in found
    ]
    return {"surroundings": about.splitlines(), "rows": rows, "figures": figures}
