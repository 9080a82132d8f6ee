"""A time zone that this machine does not know: everything is shown, says so, and can be put right."""

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
