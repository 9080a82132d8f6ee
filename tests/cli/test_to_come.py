"""Entries of a clock that was wrong are named by `doctor`, never by their words, and moved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.cli.conftest import NOON, Shell

WRONG = datetime(2071, 3, 3, 12, tzinfo=UTC)
PRIVATE = "you waited up for me"


@pytest.fixture
def ahead(alex: Shell) -> Shell:
    """A home in which a tick and a note were kept while the clock was wrong."""
    alex.clock.move_to(WRONG)
    assert alex("did", "date", "--yes").code == 0
    assert alex("appreciate", "--yes", PRIVATE).code == 0
    alex.clock.move_to(NOON)
    return alex


def test_doctor_names_them_without_their_words(ahead: Shell) -> None:
    said = ahead("doctor")
    assert said.code == 1
    for kind in ("a tick", "an appreciation"):
        assert f"{kind} of Tuesday 3 March 2071, is still to come" in said.out
    assert PRIVATE not in said.out + said.err
    assert '"happened": 0' in ahead.done("status", "--json")


def test_each_is_moved_to_its_day_and_counts_there(ahead: Shell) -> None:
    for one in (*ahead.library.moments, *ahead.library.appreciations):
        assert ahead.done("move", one.id.lstrip("0"), "yesterday").startswith("Moved to Thursday 19 November")
    assert ahead("doctor").code == 0
    assert [one.day.isoformat() for one in ahead.library.moments] == ["2026-11-19"]
    assert [one.text for one in ahead.library.appreciations] == [PRIVATE]
    again = ahead("move", ahead.library.moments[0].id, "yesterday")
    assert (again.code, "stands on a day to come" in again.err) == (1, True)


def test_a_day_to_come_is_refused_and_words_are_moved_by_their_author(ahead: Shell) -> None:
    tick, note = ahead.library.moments[0].id, next(iter(ahead.library.appreciations)).id
    assert "still to come" in ahead("move", tick, "2026-11-21").err
    assert "Only the one who wrote this" in ahead("move", note, "yesterday", "--by", "Sam").err


def test_a_set_up_of_a_wrong_clock_is_put_right(shell: Shell) -> None:
    shell.clock.move_to(WRONG)
    shell.done("setup", "--names", "Alex", "Sam", "--me", "Alex")
    shell.clock.move_to(NOON)
    assert shell("did", "date").code == 1
    rituals = [
        line.split()[1].rstrip(",") for line in shell("doctor").out.splitlines() if "a ritual of" in line
    ]
    assert len(rituals) == 3
    for ritual in rituals:
        assert shell("move", ritual, "today", "--yes").code == 0
    assert shell("doctor").code == 0
    assert shell("did", "date").code == 0
