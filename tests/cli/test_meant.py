"""What may be a slip is refused without --yes, and asked about at a terminal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cli.conftest import NOON, Shell

LONG_AGO = "1926-11-20"


@pytest.mark.parametrize("line", [("did", "date"), ("appreciate", "Tea")])
def test_a_day_of_another_century_needs_yes(alex: Shell, line: tuple[str, ...]) -> None:
    said = alex(*line, "--on", LONG_AGO)
    assert said.code == 1
    assert "more than a year before you began" in said.err
    assert "add --yes" in said.err
    assert not alex.library.moments
    assert alex(*line, "--on", LONG_AGO, "--yes").code == 0


def test_at_a_terminal_it_is_asked_before_anything_is_typed(alex: Shell) -> None:
    said = alex("appreciate", "--on", LONG_AGO, typed="no\nTea\n\n")
    assert (said.code, len(alex.library.appreciations)) == (1, 0)
    assert "Nothing was kept." in said.err
    said = alex("appreciate", "--on", LONG_AGO, typed="yes\nTea\n\n")
    assert said.code == 0
    assert [note.text for note in alex.library.appreciations] == ["Tea"]


@pytest.mark.parametrize("days", [-1, -20_000, 800, 16_000])
def test_an_odd_clock_needs_yes_before_anything_is_kept(alex: Shell, days: int) -> None:
    alex.clock.move_to(NOON + timedelta(days=days))
    for line in (("did", "date"), ("pause", "today"), ("plan", "date", "Pasta"), ("ritual", "add", "Walk")):
        said = alex(*line)
        assert said.code == 1
        assert "This machine's clock says" in said.err
    assert alex("status").code == 0
    assert alex("did", "date", "--yes").code == 0


def test_an_import_asks_about_the_clock(alex: Shell) -> None:
    exported = alex.done("export")
    path = alex.data.parent / "copy.json"
    path.write_text(exported)
    alex.clock.move_to(NOON - timedelta(days=3))
    said = alex("import", str(path))
    assert said.code == 1
    assert "clock" in said.err
