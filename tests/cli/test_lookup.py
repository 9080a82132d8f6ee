"""`lookup`: the shared part alone, the same bytes whatever one of them keeps; and its window."""

from __future__ import annotations

import json
from functools import partial

import pytest

from tests.cli.conftest import Shell
from tracker.acts.looking_up import Visit
from tracker.acts.sitting import Sitting
from tracker.acts.tried import mark_tried, unmark_tried
from tracker.content import article
from tracker.store.disk import open_store

KEYS = [one.key for one in article().practices]


def mark(shell: Shell, *practices: str, by: str = "Alex Sam") -> None:
    """Each of these marks these practices."""
    sitting = Sitting(open_store(shell.data, shell.state, shell.clock), shell.clock)
    for name in by.split():
        partner = sitting.at().couple.named(name).id
        for practice in practices:
            sitting.do(partial(mark_tried, practice=practice, me=partner))
    sitting.store.close()


def told(shell: Shell) -> dict[str, object]:
    found = json.loads(shell.done("lookup", "--json"))
    assert isinstance(found, dict)
    return found


def test_it_says_where_the_question_stands_and_whose_words_are_whose(pair: Shell) -> None:
    said = pair.done("lookup")
    assert said.startswith("Month 4: 3 months, 17 days since 3 August 2026.\n")
    assert "no definitive answer" in said
    assert article().title in said
    assert "Ours: If nothing else changes, the next look can be on Wednesday 3 February 2027." in said
    assert told(pair)["state"] == "early"


def test_before_set_up_it_is_refused(shell: Shell) -> None:
    assert "not set up yet" in shell.refused("lookup")


def test_it_never_goes_past_the_question_itself(pair: Shell) -> None:
    pair.done("setup", "--start", "2026-01-10")
    mark(pair, *KEYS)
    assert told(pair)["state"] == "ask-each"
    said = pair.done("lookup")
    assert "each alone" in said
    assert "further" not in said


def test_after_a_choice_it_says_what_was_chosen_and_until_when_it_rests(pair: Shell) -> None:
    pair.done("setup", "--start", "2026-01-10")
    mark(pair, *KEYS)
    sitting = Sitting(open_store(pair.data, pair.state, pair.clock), pair.clock)
    visit, at = Visit(), sitting.at()
    for partner in at.couple.partners:
        visit.answer(at, "same", me=partner.id)
    for partner in at.couple.partners:
        visit.reveal(at, me=partner.id)
    for partner in at.couple.partners:
        visit.choose(at, "apart", me=partner.id)
    sitting.do(visit.keep)
    sitting.store.close()
    said = pair.done("lookup")
    assert "You chose some time apart; the question rests until Friday 1 January 2027." in said
    assert "soon" not in said and "window" not in said
    assert (told(pair)["state"], told(pair)["next_look"]) == ("early", "2027-01-01")


def test_what_one_alone_marked_changes_no_byte(pair: Shell) -> None:
    pair.done("setup", "--start", "2026-01-10")
    mark(pair, *KEYS[3:])
    before = pair.done("lookup"), pair.done("lookup", "--json")
    mark(pair, KEYS[0], by="Alex")
    mark(pair, KEYS[1], by="Sam")
    assert (pair.done("lookup"), pair.done("lookup", "--json")) == before
    assert told(pair)["left"] == KEYS[:3]


def test_looking_writes_nothing(pair: Shell) -> None:
    before = pair.files()
    pair.done("lookup")
    pair.done("lookup", "--json")
    assert pair.files() == before


def test_help_says_every_key(shell: Shell) -> None:
    said = " ".join(shell.done("lookup", "--help").split())
    for key in ("state", "month", "months", "days", "start", "window", "window_suggested", "next_look"):
        assert key in said
    assert "tried" in said and "left" in said


def test_a_mark_that_was_taken_back_is_its_owners_to_know(alex: Shell) -> None:
    mark(alex, "talk", by="Alex")
    sitting = Sitting(open_store(alex.data, alex.state, alex.clock), alex.clock)
    sitting.do(partial(unmark_tried, practice="talk", me=sitting.at().couple.partners[0].id))
    sitting.store.close()
    assert "tried" not in alex.done("removed")
    assert "a practice marked as tried" in alex.done("removed", "--by", "Alex")
    assert "tried" not in alex.done("removed", "--by", "Sam")


# ── The window ──


def test_the_window_is_set_and_says_what_it_changes(pair: Shell) -> None:
    said = pair.done("setup", "--window-months", "12")
    assert "The look-up's window: 12 months (it was suggested)." in said
    assert "The next look can be on Tuesday 3 August 2027." in said
    assert told(pair)["window"] == 12
    again = pair.done("setup", "--window-months", "Suggested")
    assert "suggested (it was 12 months)" in again
    assert (told(pair)["window"], told(pair)["window_suggested"]) == (6, 6)
    assert "all so already" in pair.done("setup", "--window-months", "suggested")


def test_the_first_setting_up_may_name_it(shell: Shell) -> None:
    said = shell.done("setup", "--names", "Alex", "Sam", "--window-months", "3")
    assert "The look-up's window: 3 months." in said


@pytest.mark.parametrize("months", ["1", "25", "0", "-3", "three", "3.5", "", "99999999999999999999"])
def test_a_window_out_of_bounds_is_refused(pair: Shell, months: str) -> None:
    before = pair.files()
    assert "2 to 24" in pair.refused("setup", f"--window-months={months}")
    assert pair.files() == before
