"""`appreciate` and `did`: kept for the day that was meant, and never said back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.cli.conftest import Shell


def test_an_appreciation_is_kept_for_today_and_not_echoed(alex: Shell) -> None:
    said = alex("appreciate", "you waited up", "--cue", "with the coffee")
    assert said.out == "Kept for Friday 20 November 2026, from Alex.\n"
    assert said.err == ""
    (note,) = alex.library.appreciations
    assert (note.text, note.cue, note.day) == ("you waited up", "with the coffee", date(2026, 11, 20))


@pytest.mark.parametrize("text", [[], ["-"]])
def test_private_words_come_from_standard_input(alex: Shell, text: list[str]) -> None:
    alex.done("appreciate", *text, piped="you waited up\nfor me\n")
    assert next(iter(alex.library.appreciations)).text == "you waited up\nfor me"


@pytest.mark.parametrize("separator", ["\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_lines_of_standard_input_end_in_any_way(alex: Shell, separator: str) -> None:
    alex.done("appreciate", piped=f"you waited up{separator}for me")
    assert next(iter(alex.library.appreciations)).text == "you waited up\nfor me"


@pytest.mark.parametrize("typed", ["you waited up\nfor me\n\nls\n", "you waited up\nfor me"])
def test_at_a_terminal_all_lines_up_to_an_empty_one_are_kept(alex: Shell, typed: str) -> None:
    said = alex("appreciate", typed=typed)
    assert said.err == "What did you notice about Sam? End with an empty line.\n"
    assert next(iter(alex.library.appreciations)).text == "you waited up\nfor me"


def test_without_an_account_of_ones_own_a_name_is_needed(pair: Shell) -> None:
    assert "--by" in pair.refused("appreciate", "you waited up")
    assert pair.done("appreciate", "you waited up", "--by", "SAM").endswith("from Sam.\n")


@pytest.mark.parametrize(
    ("spoken", "day"),
    [
        ("yesterday", date(2026, 11, 19)),
        ("wed", date(2026, 11, 18)),
        ("20 Nov", date(2026, 11, 20)),
        ("2026-10-01", date(2026, 10, 1)),
    ],
)
def test_days_are_read_as_people_say_them_and_echoed(alex: Shell, spoken: str, day: date) -> None:
    from tracker.calendar.names import long_day

    assert long_day(day) in alex.done("appreciate", "you waited up", "--on", spoken)
    assert next(iter(alex.library.appreciations)).day == day


@pytest.mark.parametrize("day", ["tomorrow", "1 Jan 1899", "7", "someday"])
def test_a_day_that_cannot_be_is_refused_and_nothing_is_written(alex: Shell, day: str) -> None:
    before = alex.files()
    assert alex.refused("appreciate", "you waited up", "--on", day)
    assert alex.refused("did", "date", "--on", day)
    assert alex.files() == before


def test_before_the_day_ends_it_is_still_yesterday(alex: Shell) -> None:
    alex.clock.move_to(datetime(2026, 11, 21, 3, 59, tzinfo=UTC))
    assert "Friday 20 November 2026" in alex.done("appreciate", "the late talk")
    assert "Thursday 19 November 2026" in alex.done("did", "date", "--on", "yesterday")


@pytest.mark.parametrize("text", ["", "  ", "\x1b\x07"])
def test_an_empty_note_is_refused(alex: Shell, text: str) -> None:
    assert "nothing to keep" in alex.refused("appreciate", text)


def test_a_book_is_refused_and_not_cut(alex: Shell) -> None:
    assert "20,000" in alex.refused("appreciate", piped="a" * 300_000)
    assert len(alex.library.appreciations) == 0


def test_what_was_done_is_by_both_unless_one_is_named(alex: Shell) -> None:
    assert alex.done("did", "date") == "Marked: Date, Friday 20 November 2026, both of you.\n"
    assert alex.done("did", "Trip", "--by", "Sam", "--note", "the lake").endswith("Sam.\n")
    by = {moment.ritual: moment.by for moment in alex.library.moments}
    assert by == {"date": "", "trip": alex.library.need_couple().named("Sam").id}


def test_the_same_mark_twice_stands_once(pair: Shell) -> None:
    pair.done("did", "date")
    assert pair.done("did", "date").startswith("It stands there already")
    assert len(pair.library.moments) == 1


def test_a_note_comes_from_standard_input(pair: Shell) -> None:
    said = pair("did", "date", "--note", "-", piped="pasta at ours\n")
    assert next(iter(pair.library.moments)).note == "pasta at ours"
    assert "pasta" not in said.out + said.err


def test_did_appreciation_names_the_right_command(pair: Shell) -> None:
    assert "rekindle appreciate" in pair.refused("did", "appreciation")


def test_an_unknown_ritual_lists_what_there_is(pair: Shell) -> None:
    assert "appreciation, date, trip" in pair.refused("did", "yoga")


@pytest.mark.parametrize(
    "line", [["appreciate", "x"], ["did", "date"], ["pause", "today"], ["ritual", "add", "Walk"]]
)
def test_before_set_up_everything_says_how_to_begin(shell: Shell, line: list[str]) -> None:
    assert "setup --names" in shell.refused(*line)
    assert not shell.data.exists()


def test_who_it_is_from_is_asked_with_one_name_or_the_other(pair: Shell) -> None:
    assert "Add --by with a name, Alex or Sam;" in pair.refused("appreciate", "the coffee")
    assert "it is Alex or Sam." in pair.refused("appreciate", "the coffee", "--by", "Kim")
