"""`python -m tests.benchmarks [--quick] [--json] [--in FOLDER] [names…]`: the table of ratios."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from tests.benchmarks.report import as_json, results, surroundings, table
from tests.benchmarks.rows import GROUPS, ROWS, Figures

ROUNDS, QUICK_ROUNDS = 9, 3


def main() -> int:
    """0 whatever the figures say; 1 when a case could not be run."""
    if sys.platform != "linux":
        print("The bench reads what only Linux tells of a running program.", file=sys.stderr)
        return 1
    asked = _arguments()
    groups: Collection[str] = asked.names or GROUPS
    rounds = QUICK_ROUNDS if asked.quick else ROUNDS
    with tempfile.TemporaryDirectory(prefix="rekindle-bench-", dir=asked.folder) as folder:
        figures, troubles = _measure(Path(folder), groups, rounds)
    found = results([row for row in ROWS if row.group in groups], figures)
    about = surroundings(rounds, _installed())
    print(
        json.dumps(as_json(found, figures, about), indent=1) if asked.json else f"{about}\n\n{table(found)}"
    )
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*GROUPS, []], metavar="name", help=", ".join(GROUPS))
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds instead of {ROUNDS}")
    parser.add_argument("--json", action="store_true", help="all figures, for a script")
    parser.add_argument(
        "--in", dest="folder", metavar="FOLDER", help="where the couples are made: on the disk to measure"
    )
    return parser.parse_args()


def _measure(folder: Path, groups: Collection[str], rounds: int) -> tuple[Figures, list[str]]:
    """All cases in turn, round by round; the first round only warms up."""
    from tests.benchmarks.cases import CASES, Case  # not on Windows
    from tests.benchmarks.homes import Homes

    homes, figures = Homes(folder), Figures()
    troubles: dict[Case, str] = {}
    cases = [case for case, serves in CASES.items() if set(serves) & set(groups)]
    for number in range(rounds + 1):
        _tell(f"round {number} of {rounds}")
        for case in cases:
            if case in troubles:
                continue
            try:
                taken = case(homes, groups)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                troubles[case] = f"{case.__name__} could not be run: {error}"
                continue
            for name, values in taken.items() if number else ():
                figures.setdefault(name, []).extend(values)
    _tell("")
    return figures, list(troubles.values())


def _installed() -> str:
    from tests.benchmarks.system import installed

    return installed()


def _tell(progress: str) -> None:
    """How far it is, for whoever sits in front of it."""
    if sys.stderr.isatty():
        print(f"\r{progress:20}\r", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
