"""A time zone or day end that nobody can read: everything is shown, says so, and can be put right."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Shell
from tracker.store.changes import Edit
from tracker.store.disk import DiskStore

TELLS = "does not know the time zone"


@pytest.fixture
def stranded(alex: Shell) -> Shell:
    """Alex and Sam, with a zone that somebody wrote by hand, or that another machine knew."""
    store = DiskStore.open(alex.data, alex.clock, writer=next(alex.data.glob("*-*")).name)
    (couple,) = store.documents.standing("couple")
    store.write(lambda documents: [Edit("couple", couple["id"], {"time_zone": "Mars/Olympus"}, {})])
    store.close()
    return alex


@pytest.mark.parametrize(
    "line",
    [
        ("appreciate", "you waited up"),
        ("did", "date"),
        ("agenda",),
        ("ritual", "list"),
        ("pause", "today"),
        ("removed",),
        ("export", "--format", "csv"),
        ("export", "--format", "ics"),
    ],
)
def test_every_command_works_in_the_machines_zone_and_says_so(stranded: Shell, line: tuple[str, ...]) -> None:
    said = stranded(*line)
    assert said.code == 0, said
    assert TELLS in said.err


def test_status_stays_one_calm_line(stranded: Shell) -> None:
    said = stranded("status")
    assert (said.code, said.err, said.out.count("\n")) == (0, "", 1)
    assert json.loads(stranded.done("status", "--json"))["today"] == "2026-11-20"


def test_setup_puts_it_right(stranded: Shell) -> None:
    said = stranded("setup", "--time-zone", "Europe/Berlin")
    assert said.code == 0, said
    assert "Europe/Berlin" in said.out
    assert stranded.library.need_couple().time_zone == "Europe/Berlin"
    assert stranded("agenda").err == ""


def test_another_unknown_one_is_refused_as_ever(stranded: Shell) -> None:
    said = stranded("setup", "--time-zone", "Mars/Valles")
    assert said.code == 1
    assert "no time zone of that name" in said.err


@pytest.fixture
def timeless(alex: Shell) -> Shell:
    """Alex and Sam, with a day end that somebody wrote by hand."""
    store = DiskStore.open(alex.data, alex.clock, writer=next(alex.data.glob("*-*")).name)
    (couple,) = store.documents.standing("couple")
    store.write(lambda documents: [Edit("couple", couple["id"], {"day_ends_at": "25:99"}, {})])
    store.close()
    return alex


@pytest.mark.parametrize("line", [("did", "date"), ("agenda",), ("export", "--format", "ics")])
def test_every_command_works_with_the_usual_day_end_and_says_so(
    timeless: Shell, line: tuple[str, ...]
) -> None:
    said = timeless(*line)
    assert said.code == 0, said
    assert "a day ends at 04:00" in said.err


@pytest.mark.parametrize("end", ["05:00", "04:00"])
def test_setup_puts_the_day_end_right(timeless: Shell, end: str) -> None:
    assert timeless("status").err == ""
    assert timeless("setup", "--day-ends-at", end).code == 0
    (couple,) = timeless.library.documents.standing("couple")
    assert couple["day_ends_at"] == end
    assert timeless("agenda").err == ""
