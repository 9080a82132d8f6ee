"""`setup`: begin once, later change only what is named."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Shell
from tracker.calendar.days import machine_zone


def test_setting_up_says_what_it_agreed(shell: Shell) -> None:
    said = shell.done(
        "setup", "--names", "Alex", "Sam", "--start", "1 Aug 2026", "--time-zone", "Europe/Berlin"
    )
    assert "Alex and Sam are set up." in said
    assert "Saturday 1 August 2026" in said
    assert "Europe/Berlin" in said
    assert "This is Month 4." in said


def test_the_zone_is_the_machines_when_none_is_named(shell: Shell) -> None:
    shell.done("setup", "--names", "Alex", "Sam")
    couple = shell.library.need_couple()
    assert couple.time_zone == machine_zone()


def test_every_option_is_kept(shell: Shell) -> None:
    options = [
        "--together-since",
        "2011",
        "--children",
        "yes",
        "--day-ends-at",
        "3:30",
        "--week-start",
        "sunday",
    ]
    shell.done("setup", "--names", "Alex", "Sam", *options)
    couple = shell.library.need_couple()
    assert (couple.together_since, couple.children) == ("2011", "yes")
    assert (couple.day_ends_at, couple.week_start) == ("03:30", "sunday")


def test_a_day_together_is_said_in_full(pair: Shell) -> None:
    said = pair.done("setup", "--together-since", "18 June 2011")
    assert said == "A couple since: Saturday 18 June 2011 (it was unsaid).\n"
    assert pair.library.need_couple().together_since == "2011-06-18"


def test_without_names_there_is_nothing_to_set_up(shell: Shell) -> None:
    assert "setup --names" in shell.refused("setup", "--children", "yes")
    assert not shell.data.exists()


def test_later_only_what_is_named_changes_and_is_said(pair: Shell) -> None:
    before = pair.library.need_couple()
    said = pair.done("setup", "--day-ends-at", "05:00")
    after = pair.library.need_couple()
    assert said == "A day ends at: 05:00 (it was 04:00).\n"
    assert (after.names(), after.effort_start, after.children) == (
        before.names(),
        before.effort_start,
        before.children,
    )


def test_another_start_says_the_month_before_and_after(pair: Shell) -> None:
    assert "Month 4 becomes Month 2." in pair.done("setup", "--start", "1 Oct 2026")


def test_another_week_says_first_that_all_weeks_are_read_anew(pair: Shell) -> None:
    said = pair.done("setup", "--week-start", "sunday").splitlines()
    assert said[0].startswith("The whole history")
    assert "Sunday (it was Monday)" in said[1]


def test_the_same_again_changes_nothing(pair: Shell) -> None:
    before = pair.files()
    assert pair.done("setup", "--week-start", "monday") == "It is all so already.\n"
    assert pair.files() == before


def test_nothing_named_is_refused(pair: Shell) -> None:
    assert "--help" in pair.refused("setup")


def test_a_name_changes_and_its_owner_stays_the_same(alex: Shell) -> None:
    before = alex.library.need_couple()
    alex.done("appreciate", "the coffee")
    said = alex.done("setup", "--names", "Lex", "Sam")
    after = alex.library.need_couple()
    assert said == "Alex is called Lex now.\n"
    assert after.named("lex").id == before.named("alex").id
    assert next(iter(alex.library.appreciations)).by == after.named("Lex").id


@pytest.mark.parametrize("names", [("Sam", "Alex"), ("Sam", "Lex"), ("Samuel", "Alex")])
def test_names_in_the_other_order_do_not_swap_the_two(pair: Shell, names: tuple[str, str]) -> None:
    before = pair.library.need_couple()
    pair.done("setup", "--names", *names)
    after = pair.library.need_couple()
    kept = {"Sam", "Alex"} & set(names)
    assert kept
    assert all(after.named(name).id == before.named(name).id for name in kept)


def test_me_belongs_to_the_account_and_not_to_the_data(pair: Shell) -> None:
    before = pair.files()
    assert pair.done("setup", "--me", "sam") == "This account is Sam's.\n"
    assert pair.files() == before
    assert "from Sam" in pair.done("appreciate", "the song")


@pytest.mark.parametrize("names", [[], ["--names", "Alex", "Sam"]])
def test_me_must_be_one_of_the_two(shell: Shell, names: list[str]) -> None:
    if not names:
        shell.done("setup", "--names", "Alex", "Sam")
    before = shell.files()
    assert "Robin" in shell.refused("setup", *names, "--me", "Robin", "--children", "no")
    assert shell.files() == before


@pytest.mark.parametrize(
    "wrong",
    [
        ["--names", "Alex", "alex"],
        ["--names", "Alex", " "],
        ["--time-zone", "Mars/Olympus"],
        ["--day-ends-at", "13:00"],
        ["--together-since", "1066"],
        ["--together-since", "tomorrow"],
        ["--start", "soonish"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_and_nothing_is_written(pair: Shell, wrong: list[str]) -> None:
    before = pair.files()
    assert pair.refused("setup", *wrong)
    assert pair.files() == before


def test_a_start_to_come_is_fine(shell: Shell) -> None:
    said = shell.done("setup", "--names", "A", "B", "--start", "in 1 week")
    assert "Friday 27 November 2026" in said
    assert said.endswith("Month 1 begins on that day.\n")


def test_days_without_a_year_lie_in_the_past_and_are_said_in_full(shell: Shell) -> None:
    said = shell.done("setup", "--names", "A", "B", "--start", "1 Dec", "--together-since", "24 dec")
    assert "Trying together since: Monday 1 December 2025." in said
    assert "A couple since: Wednesday 24 December 2025." in said
