"""Invariant 2: no line that is typed tells the other one of a private wish, not even that there is one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Said, Shell
from tracker.acts.goals import start_goal
from tracker.acts.sitting import Sitting
from tracker.acts.wishes import add_wish, pick_card, remove_wish
from tracker.store.disk import open_store

LINES = (
    ["status", "--json"],
    ["removed"],
    ["removed", "--by", "Sam"],
    ["export"],
    ["export", "--for", "Sam"],
    ["export", "--format", "csv"],
    ["doctor"],
)
WISHES: dict[str, tuple[tuple[str, bool, bool], ...]] = {
    "one": (("Keep bees", False, False),),
    "three": (("Keep bees", False, False), ("A raft", True, False), ("Wasps", False, False)),
    "a removed one": (("Keep bees", False, True),),
}
"""Title, whether it is offered, and whether it was removed again."""


def _world(shell: Shell, wishes: tuple[tuple[str, bool, bool], ...], folder: Path) -> list[Said]:
    """What anybody reads, where Alex has these wishes beside a goal of both."""
    for used in (shell.data, shell.state):
        shutil.rmtree(used, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        numbers = count(1)
        patch.setattr("os.urandom", lambda size: next(numbers).to_bytes(size, "big"))
        shell.done("setup", "--names", "Alex", "Sam", "--start", "2026-08-03", "--time-zone", "UTC")
        sitting = _sitting(shell)
        alex = sitting.at().couple.partners[0].id
        sitting.do(lambda at: start_goal(at, "The garden"))
        for title, offered, gone in wishes:
            sitting.do(_wish(alex, title, offered))
            if gone:
                (only,) = sitting.at().library.goals.wishes_of(alex)
                sitting.do(_remove(alex, only.id))
    answers = [shell(*line) for line in LINES]
    archive = folder / "safe.zip"
    archive.unlink(missing_ok=True)
    shell.done("backup", "--out", str(archive))
    return [*answers, shell("restore", str(archive), typed="no\n")]


def _sitting(shell: Shell) -> Sitting:
    return Sitting(open_store(shell.data, shell.state, shell.clock), shell.clock)


def _wish(alex: str, title: str, offered: bool) -> Callable[..., Any]:
    return lambda at: add_wish(at, title, me=alex, offered=offered)


def _remove(alex: str, wish: str) -> Callable[..., Any]:
    return lambda at: remove_wish(at, wish, me=alex)


@pytest.mark.parametrize("which", list(WISHES))
def test_every_line_is_the_same_bytes_whatever_is_wished_for(
    shell: Shell, tmp_path: Path, which: str
) -> None:
    assert _world(shell, WISHES[which], tmp_path) == _world(shell, (), tmp_path)


def test_its_author_takes_their_own_wishes_along(shell: Shell, tmp_path: Path) -> None:
    _world(shell, WISHES["three"], tmp_path)
    assert "A raft" in shell.done("export", "--for", "Alex")


def test_a_card_is_no_more_told_of_than_own_words(shell: Shell, tmp_path: Path) -> None:
    bare = _world(shell, (), tmp_path)
    sitting = _sitting(shell)
    alex = sitting.at().couple.partners[0].id
    sitting.do(lambda at: pick_card(at, "choir", me=alex))
    assert [shell(*line) for line in LINES] == bare[: len(LINES)]


def test_a_removed_wish_is_listed_only_where_its_author_is_named(shell: Shell, tmp_path: Path) -> None:
    _world(shell, WISHES["a removed one"], tmp_path)
    shell.done("setup", "--me", "Alex")
    assert shell.done("removed") == "Nothing was removed in the last 30 days.\n"
    assert "a wish" in shell.done("removed", "--by", "Alex")
