"""The cases: each measures one round of something, and is asked for only when a row needs it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Collection
from pathlib import Path
from statistics import median

from tests.benchmarks.homes import Homes
from tests.benchmarks.rows import Figures
from tests.benchmarks.sessions import ON_TODAY, Session
from tests.benchmarks.system import PROGRAM, PYTHON, SMALLEST, imported, run_once
from tests.terminal.pty import ROOT, surroundings

HEAVY = ("textual", "rich", "dateutil.parser", "msgspec", "tinydb")
"""What a prompt that asks for the status all day long must not import."""
_TIMES = 5
Case = Callable[[Homes, Collection[str]], Figures]


def smallest(homes: Homes, parts: Collection[str]) -> Figures:
    """M, the reference of all that happens on the screen."""
    return Session("M", SMALLEST, {"HOME": str(homes.folder)}, "Here I am").visit(())


def two_years(homes: Homes, parts: Collection[str]) -> Figures:
    """Today after two years."""
    return Session("two", PROGRAM, homes.env("two"), ON_TODAY).visit(())


def ten_years(homes: Homes, parts: Collection[str]) -> Figures:
    """Today after ten years, with everything that is done there."""
    figures = Session("ten", PROGRAM, homes.env("ten"), ON_TODAY).visit(parts)
    pairs = zip(figures["ten.start"], figures["ten.first"], strict=True)
    return {**figures, "ten.real": [start - first for start, first in pairs]}


def status(homes: Homes, parts: Collection[str]) -> Figures:
    """`rekindle status` beside P, the interpreter alone."""
    commands = {
        "P": ([PYTHON, "-c", "pass"], {}),
        "two.status": ([*PROGRAM, "status"], homes.env("two")),
        "ten.status": ([*PROGRAM, "status"], homes.env("ten")),
    }
    taken: Figures = {name: [] for name in commands}
    for _ in range(_TIMES):
        for name, (command, env) in commands.items():
            taken[name].append(run_once(command, env))
    heavy = imported([*PROGRAM, "status"], homes.env("ten"), HEAVY)
    return {**{name: [median(values)] for name, values in taken.items()}, "status.heavy": [len(heavy)]}


def opening(homes: Homes, parts: Collection[str]) -> Figures:
    """Reading ten years."""
    return _inside("opening", homes.place("ten"))


def saving(homes: Homes, parts: Collection[str]) -> Figures:
    """One note more. The couples are made anew: measuring adds to them."""
    return _inside("saving", homes.fresh("ten"), homes.fresh("week"))


def growth(homes: Homes, parts: Collection[str]) -> Figures:
    """About 10,000 records, and nine times as many."""
    return {**_inside("growing", homes.place("some")), **_inside("growing", homes.place("many"))}


def page(homes: Homes, parts: Collection[str]) -> Figures:
    """The page to keep of a quarter after ten years."""
    return _inside("page", homes.place("ten"))


def _inside(way: str, *places: Path) -> Figures:
    command = [PYTHON, "-m", "tests.benchmarks.inside", way, *map(str, places)]
    done = subprocess.run(command, cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


CASES: dict[Case, Collection[str]] = {
    smallest: ("start", "memory", "pages", "leaving"),
    two_years: ("start", "memory"),
    ten_years: ("start", "keys", "pages", "memory", "idle", "leaving"),
    status: ("status",),
    opening: ("opening",),
    saving: ("saving",),
    growth: ("growth",),
    page: ("page",),
}
"""Each case with the groups of rows that need it."""
