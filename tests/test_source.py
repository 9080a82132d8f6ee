"""What the source itself must keep to: one clock, no network, small files, no catch-alls."""

from __future__ import annotations

import ast
import io
import tokenize
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.sentences import ROOT, modules, place

OURS = modules("tracker", "screens", "data")
EVERYTHING = [*OURS, *modules("tests")]
LONGEST_FILE = 300
LONGEST_FUNCTION = 50

CLOCK = "tracker/clock.py"
CLOCKS = {
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
    "time.strftime",
}
NETWORK = {"socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "webbrowser"}
CATCH_ALL = ("Exception", "BaseException")
TOP_LEVEL = "tracker/cli/guard.py"
"""The one place that turns anything at all into a sentence."""


@cache
def parsed(path: Path) -> ast.Module:
    """A module's syntax, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> dict[str, str]:
    """What each name that a module imports stands for, as in {"D": "datetime.datetime"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def dotted(node: ast.expr, names: dict[str, str]) -> str:
    """The full name that an expression stands for; empty for anything but a name."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value, names)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def clocks_in(tree: ast.AST) -> list[str]:
    """Every way in which a module reads the wall clock."""
    names = imported(tree)
    used = (dotted(node, names) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute))
    return [name for name in used if name in CLOCKS]


def handlers(tree: ast.AST) -> Iterator[ast.ExceptHandler]:
    """Every handler that catches everything."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(kind is None or (isinstance(kind, ast.Name) and kind.id in CATCH_ALL) for kind in kinds):
                yield node


def hands_on(handler: ast.ExceptHandler) -> bool:
    """Whether it only puts things right and then lets the same error go on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize("path", EVERYTHING, ids=place)
def test_no_python_warns_of_what_is_written_here(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compile(path.read_text(encoding="utf-8"), str(path), "exec")


def test_the_time_is_read_in_one_place() -> None:
    found = {place(path) for path in OURS if clocks_in(parsed(path))}
    assert found == {CLOCK}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from datetime import datetime\ndatetime.now()", True),
        ("from datetime import date as d\nx = d.today", True),
        ("import datetime as dt\ndt.datetime.now(dt.UTC)", True),
        ("import time\ntime.time()", True),
        ("from time import time as t\nt()", True),
        ("import time\ntime.monotonic()", False),
        ("def f(clock):\n    return clock.now(), clock.today", False),
        ("from datetime import datetime\ndatetime.fromisoformat('2026-11-20')", False),
    ],
)
def test_a_clock_is_found_under_any_name(source: str, found: bool) -> None:
    assert bool(clocks_in(ast.parse(source))) == found


def test_nothing_of_ours_knows_of_a_network() -> None:
    tops = {
        (place(path), name.partition(".")[0]) for path in OURS for name in imported(parsed(path)).values()
    }
    assert [one for one in tops if one[1] in NETWORK] == []


def test_no_file_is_long() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in OURS}
    assert {where: length for where, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    functions = (
        (place(path, node.lineno), node.name, (node.end_lineno or 0) - node.lineno + 1)
        for path in OURS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert [one for one in functions if one[2] > LONGEST_FUNCTION] == []


def test_only_the_top_level_catches_everything() -> None:
    found = [
        place(path) for path in EVERYTHING for handler in handlers(parsed(path)) if not hands_on(handler)
    ]
    assert found == [TOP_LEVEL]


def test_only_clean_ups_that_hand_the_error_on_look_at_every_kind() -> None:
    """What stops a program on purpose, like ctrl+c, is never held back."""
    for path in OURS:
        for handler in handlers(parsed(path)):
            if not hands_on(handler):
                assert isinstance(handler.type, ast.Name)
                assert handler.type.id == "Exception"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("try: x\nexcept: pass", True),
        ("try: x\nexcept Exception: pass", True),
        ("try: x\nexcept (ValueError, BaseException) as e: raise KeyError", True),
        ("try: x\nexcept BaseException:\n    undo()\n    raise", False),
        ("try: x\nexcept ValueError: pass", False),
    ],
)
def test_a_catch_all_is_found_in_any_form(source: str, found: bool) -> None:
    assert any(not hands_on(handler) for handler in handlers(ast.parse(source))) == found


def test_the_type_checker_is_told_to_look_away_nowhere() -> None:
    told = [
        place(path, token.start[0])
        for path in EVERYTHING
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
        if token.type == tokenize.COMMENT and "type:" + " ignore" in token.string
    ]
    assert told == []


def test_the_search_looks_at_the_whole_house() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in EVERYTHING} == {"tracker", "screens", "data", "tests"}
    assert len(OURS) > 100
