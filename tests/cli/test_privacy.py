"""Invariant 2: the command line is the same bytes whatever private words and weather there are, if any."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Said, Shell
from tracker.acts.entries import set_weather
from tracker.acts.sitting import Sitting
from tracker.store.disk import open_store
from tracker.text import clean, is_blank

LINES = (
    ["status"],
    ["status", "--json"],
    ["ritual", "list", "--json"],
    ["lookup"],
    ["lookup", "--json"],
    ["removed"],
    ["removed", "--by", "Sam"],
    ["export"],
    ["export", "--for", "Sam"],
    ["export", "--format", "csv"],
    ["export", "--format", "csv", "--for", "Sam"],
    ["doctor"],
    ["where"],
    ["appreciate", "x"],
    ["did", "date"],
    ["setup", "--children", "no"],
    ["review"],
    ["review", "--format", "json"],
    ["export", "--format", "md"],
    ["export", "--format", "md", "--for", "Sam"],
)
"""What Sam may run."""

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(
    lambda text: not is_blank(clean(text).strip())
)


def _steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same ids in every world: chance comes from a count."""
    numbers = count(1)
    monkeypatch.setattr("os.urandom", lambda size: next(numbers).to_bytes(size, "big"))


def _world(shell: Shell, notes: list[tuple[str, str]], levels: list[int]) -> list[Said]:
    """What Sam's lines answer, where Alex wrote these private words and had this weather."""
    for folder in (shell.data, shell.state):
        shutil.rmtree(folder, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        _steady(patch)
        shell.done("setup", "--names", "Alex", "Sam", "--start", "2026-08-03", "--time-zone", "UTC")
        for text, cue in notes:
            said = shell("appreciate", "-", f"--cue={cue}", "--by", "Alex", piped=text)
            assert said.code == 0
        sitting = Sitting(open_store(shell.data, shell.state, shell.clock), shell.clock)
        alex = sitting.at().couple.partners[0].id
        for level in levels:
            sitting.do(_weather(alex, level))
        return [shell(*line) for line in LINES]


def _weather(partner: str, level: int) -> Callable[..., Any]:
    return lambda at: set_weather(at, me=partner, level=level)


def _told(said: list[Said]) -> list[tuple[int, str, str]]:
    """Ids that were made after the weather carry another count; nothing else may differ."""
    return [(one.code, one.out, one.err) for one in said]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=WORDS, second=WORDS, cue=st.text(st.characters(codec="utf-8"), max_size=10), level=st.integers(1, 5)
)
def test_what_sam_sees_is_the_same_bytes_whatever_alex_keeps(
    shell: Shell, first: str, second: str, cue: str, level: int
) -> None:
    plain = _world(shell, [("x", "")], [])
    assert _told(_world(shell, [(first, cue)], [])) == _told(plain)
    assert _told(_world(shell, [(second, "")], [level])) == _told(plain)


def test_how_many_notes_stand_on_a_day_is_shared(shell: Shell) -> None:
    one, two = _world(shell, [("x", "")], []), _world(shell, [("x", ""), ("y", "")], [])
    assert one[LINES.index(["export"])] != two[LINES.index(["export"])]
