"""`ritual add`, `set`, `list` and `archive`."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Shell


def test_a_ritual_of_ones_own_is_added_and_listed(pair: Shell) -> None:
    options = ["--times", "3", "--per", "week", "--kept-by", "both", "--forgive", "2", "--since", "1 Nov"]
    said = pair.done("ritual", "add", "Phones away", *options)
    words = "Phones away, 3 times a week, kept by both of you, since Sunday 1 November 2026.\n"
    assert said == f"Added: phones-away: {words}"
    assert said.removeprefix("Added: ") in pair.done("ritual", "list")


def test_without_a_word_more_rituals_are_listed(pair: Shell) -> None:
    assert pair.done("ritual") == pair.done("ritual", "list")


def test_the_list_reads_for_a_script(pair: Shell) -> None:
    listed = json.loads(pair.done("ritual", "list", "--json"))
    assert [ritual["key"] for ritual in listed] == ["appreciation", "date", "trip"]
    assert listed[0] == {
        "key": "appreciation",
        "name": "Appreciation",
        "times": 1,
        "period": "day",
        "kept_by": "either",
        "forgive": 1,
        "since": "2026-11-20",
        "archived_on": None,
    }


def test_setting_says_first_that_the_past_is_read_anew(pair: Shell) -> None:
    said = pair.done("ritual", "set", "date", "--times", "2").splitlines()
    assert said[0].startswith("The whole history of Date")
    assert said[1].startswith("Changed: date: Date, 2 times a week")


def test_a_name_alone_rereads_nothing(pair: Shell) -> None:
    assert pair.done("ritual", "set", "date", "--name", "Date night").startswith("Changed: date: Date night")


def test_setting_what_is_so_already_says_so(pair: Shell) -> None:
    before = pair.files()
    assert "It is so already" in pair.done("ritual", "set", "date", "--per", "week")
    assert pair.files() == before


def test_nothing_named_is_refused(pair: Shell) -> None:
    assert "--help" in pair.refused("ritual", "set", "date")


@pytest.mark.parametrize(
    "wrong",
    [
        ["add", "date"],
        ["add", " "],
        ["add", "Walk", "--times", "8"],
        ["add", "Walk", "--per", "day", "--times", "2"],
        ["add", "Walk", "--forgive", "4"],
        ["add", "Walk", "--since", "tomorrow"],
        ["set", "walk", "--times", "2"],
        ["archive", "walk"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_and_nothing_is_written(pair: Shell, wrong: list[str]) -> None:
    before = pair.files()
    assert pair.refused("ritual", *wrong)
    assert pair.files() == before


def test_a_ritual_is_put_away_and_taken_up_again(pair: Shell) -> None:
    assert "Trip is put away" in pair.done("ritual", "archive", "trip")
    assert "put away after Friday 20 November 2026" in pair.done("ritual", "list")
    assert "already" in pair.refused("ritual", "archive", "trip")
    assert "in use again" in pair.done("ritual", "archive", "trip", "--undo")
    assert "put away" not in pair.done("ritual", "list")
