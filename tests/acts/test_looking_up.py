"""Looking up together: private answers, both reveal, and one record of what they choose."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from tests.acts.house import TODAY, House, settle
from tracker.acts.couple import change_couple
from tracker.acts.looking_up import Visit, circumstances, left_to_try, rests_by_choice
from tracker.acts.pauses import pause
from tracker.acts.removal import remove
from tracker.acts.tried import mark_tried, unmark_tried
from tracker.content import article
from tracker.errors import Refusal
from tracker.lookup.state import ANSWERS, OUTCOMES, Answer, State
from tracker.lookup.ways import Way

WAYS: dict[State, tuple[Way, ...]] = {
    "no-nearer": ("keep-going", "counsellor", "apart", "talk-about-ending"),
    "mixed": ("keep-going", "counsellor", "apart", "talk-again"),
}
OFFERED = [(state, way) for state, ways in WAYS.items() for way in ways]


def try_everything(house: House) -> House:
    """Both marked all twelve."""
    for practice in article().practices:
        for partner in (house.alex, house.sam):
            house.do(mark_tried, practice.key, me=partner)
    return house


@pytest.fixture
def ready(empty: House) -> House:
    """A couple whom the article's question may be asked today."""
    return try_everything(settle(empty, effort_start=date(2026, 1, 10)))


def looked_up(house: House, alex: Answer, sam: Answer) -> Visit:
    """Both answered and pressed reveal."""
    visit = Visit()
    for partner, answer in ((house.alex, alex), (house.sam, sam)):
        visit.answer(house.at(), answer, me=partner)
        visit.reveal(house.at(), me=partner)
    return visit


# ── Before ──


def test_what_stands_is_what_the_rules_are_given(ready: House) -> None:
    ready.do(pause, TODAY + timedelta(days=9), kind="upheaval", ritual="date")
    ready.do(pause, date(2026, 3, 1), date(2026, 3, 9))
    known = circumstances(ready.at())
    assert (known.start, known.window, known.all_tried) == (date(2026, 1, 10), 6, True)
    assert known.rests == ((date(2026, 3, 1), date(2026, 3, 9)),)
    assert known.upheavals == ((TODAY + timedelta(days=9), None),)


def test_a_practice_that_one_alone_marked_is_left_like_any_other(ready: House) -> None:
    for partner in (ready.alex, ready.sam):
        ready.do(unmark_tried, "talk", me=partner)
    neither = left_to_try(ready.at())
    ready.do(mark_tried, "talk", me=ready.alex)
    assert left_to_try(ready.at()) == neither == ("talk",)
    assert Visit().state(ready.at()) == "not-all-tried"


# ── Answering and revealing ──


def test_one_answer_and_one_press_open_nothing(ready: House) -> None:
    visit = Visit()
    for partner in (ready.alex, ready.sam):
        visit.answer(ready.at(), "nearer", me=partner)
    for _ in range(3):
        visit.reveal(ready.at(), me=ready.alex)
    assert visit.state(ready.at()) == "ask-each"
    assert not visit.revealed
    visit.reveal(ready.at(), me=ready.sam)
    assert visit.state(ready.at()) == "nearer"
    assert visit.revealed == {ready.alex: "nearer", ready.sam: "nearer"}


def test_reveal_asks_for_ones_own_answer_and_says_nothing_of_the_other(ready: House) -> None:
    visit, silent = Visit(), Visit()
    visit.answer(ready.at(), "further", me=ready.alex)
    visit.reveal(ready.at(), me=ready.alex)
    said = set()
    for one in (visit, silent):
        with pytest.raises(Refusal) as refused:
            one.reveal(ready.at(), me=ready.sam)
        said.add(refused.value.sentence)
    assert len(said) == 1


def test_an_answer_can_be_changed_until_both_revealed_and_not_after(ready: House) -> None:
    visit = Visit()
    for answer in ("further", "nearer"):
        visit.answer(ready.at(), answer, me=ready.alex)
    visit.reveal(ready.at(), me=ready.alex)
    visit.answer(ready.at(), "nearer", me=ready.sam)
    visit.reveal(ready.at(), me=ready.sam)
    assert visit.state(ready.at()) == "nearer"
    with pytest.raises(Refusal, match="Both of you"):
        visit.answer(ready.at(), "further", me=ready.sam)


def test_two_windows_are_two_visits(ready: House) -> None:
    one, other = Visit(), Visit()
    for visit, partner in ((one, ready.alex), (other, ready.sam)):
        visit.answer(ready.at(), "nearer", me=partner)
        visit.reveal(ready.at(), me=partner)
    assert not one.revealed and not other.revealed


@pytest.mark.parametrize("who", ["", "ghost"])
def test_nobody_in_particular_answers_nothing(ready: House, who: str) -> None:
    with pytest.raises(Refusal, match="Alex or Sam"):
        Visit().answer(ready.at(), "same", me=who)
    with pytest.raises(Refusal, match="Alex or Sam"):
        Visit().reveal(ready.at(), me=who)


def test_what_is_no_answer_is_refused(ready: House) -> None:
    with pytest.raises(Refusal, match="An answer is one of"):
        Visit().answer(ready.at(), "7 of 10", me=ready.alex)


def test_before_the_question_may_come_no_answer_is_taken(ready: House) -> None:
    ready.do(pause, TODAY)
    visit = Visit()
    with pytest.raises(Refusal, match="rests at the moment"):
        visit.answer(ready.at(), "same", me=ready.alex)
    visit.reveal(ready.at(), me=ready.alex)
    assert not visit.pressed_by(ready.alex)


@pytest.mark.parametrize("answers", list(product(ANSWERS, repeat=2)))
def test_answering_and_revealing_write_nothing(ready: House, answers: tuple[Answer, Answer]) -> None:
    before = ready.store.documents
    assert looked_up(ready, *answers).state(ready.at()) in OUTCOMES
    assert ready.store.documents is before


# ── Choosing ──

ANSWERED: dict[State, tuple[Answer, Answer]] = {
    "nearer": ("nearer", "nearer"),
    "no-nearer": ("same", "further"),
    "mixed": ("nearer", "cannot-tell"),
}


def agreed(house: House, state: State, way: Way) -> Visit:
    """Both looked up, with this outcome, and chose this way."""
    visit = looked_up(house, *ANSWERED[state])
    for partner in (house.sam, house.alex):
        visit.choose(house.at(), way, me=partner)
    return visit


@pytest.mark.parametrize(("state", "way"), OFFERED)
def test_what_both_choose_is_one_record_that_belongs_to_both(ready: House, state: State, way: Way) -> None:
    named = TODAY + timedelta(days=100)
    visit = agreed(ready, state, way)
    before = {table: ready.all(table) for table in ready.store.documents.tables()}
    ready.do(visit.keep, named=named)
    (kept,) = ready.at().library.lookups
    assert (kept.day, kept.window, kept.state, kept.chosen, kept.by) == (TODAY, 6, state, way, "")
    assert kept.next_look == (named if way == "keep-going" else TODAY + timedelta(days=42))
    assert {table: ready.all(table) for table in before} == before
    told = {name: value for name, value in ready.only("lookups").items() if not name.startswith("_")}
    assert set(told) - {"id", "recorded_at", "updated_at"} == {
        *("day", "by", "window", "state", "chosen", "next_look")
    }
    assert Visit().state(ready.at()) == "early"
    assert rests_by_choice(ready.at()) == kept


@pytest.mark.parametrize("who", ["alex", "sam"])
@pytest.mark.parametrize(("state", "way"), OFFERED)
def test_what_one_alone_chooses_is_never_written(ready: House, state: State, way: Way, who: str) -> None:
    visit = looked_up(ready, *ANSWERED[state])
    for _ in range(3):
        visit.choose(ready.at(), way, me=getattr(ready, who))
    assert visit.agreed(ready.at()) is None
    assert "both of you choose it" in ready.refused(visit.keep, named=TODAY + timedelta(days=9))


def test_two_who_choose_differently_have_not_chosen_and_either_may_choose_anew(ready: House) -> None:
    visit = looked_up(ready, "same", "same")
    visit.choose(ready.at(), "apart", me=ready.alex)
    visit.choose(ready.at(), "counsellor", me=ready.sam)
    assert "both of you" in ready.refused(visit.keep)
    visit.choose(ready.at(), "apart", me=ready.sam)
    ready.do(visit.keep)
    assert ready.only("lookups")["chosen"] == "apart"


def test_nearer_looks_again_in_three_whole_months(empty: House) -> None:
    house = try_everything(settle(empty, effort_start=date(2026, 1, 10))).later(days=10)
    house.do(agreed(house, "nearer", "").keep)
    (kept,) = house.at().library.lookups
    assert (kept.day, kept.next_look, kept.chosen) == (date(2026, 11, 30), date(2027, 2, 28), "")


@pytest.mark.parametrize("named", [None, TODAY, TODAY - timedelta(days=1)])
def test_the_day_to_keep_going_to_lies_ahead(ready: House, named: date | None) -> None:
    visit = agreed(ready, "no-nearer", "keep-going")
    assert "lies ahead" in ready.refused(visit.keep, named=named)
    ready.do(visit.keep, named=TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "way"),
    [
        ("nearer", "keep-going"),
        ("no-nearer", ""),
        ("no-nearer", "talk-again"),
        ("mixed", "talk-about-ending"),
        (None, "counsellor"),
    ],
)
def test_what_a_state_does_not_offer_is_refused(ready: House, state: State | None, way: Way) -> None:
    visit = looked_up(ready, *ANSWERED[state]) if state else Visit()
    with pytest.raises(Refusal, match="nothing was written"):
        visit.choose(ready.at(), way, me=ready.alex)


@pytest.mark.parametrize("who", ["", "ghost"])
def test_nobody_in_particular_chooses_nothing(ready: House, who: str) -> None:
    with pytest.raises(Refusal, match="Alex or Sam"):
        looked_up(ready, "same", "same").choose(ready.at(), "apart", me=who)


def test_what_another_window_chose_meanwhile_stands_alone(ready: House) -> None:
    one, other = agreed(ready, "no-nearer", "apart"), agreed(ready, "no-nearer", "counsellor")
    ready.do(one.keep)
    assert "nothing was written" in ready.refused(other.keep)


def test_a_look_up_can_be_undone_and_removed_by_either(ready: House) -> None:
    sitting = ready.sitting(ready.alex)
    visit = agreed(ready, "no-nearer", "apart")
    sitting.do(visit.keep)
    assert sitting.undo() == "a look-up"
    assert ready.all("lookups") == []
    ready.do(visit.keep)
    ready.do(remove, "lookups", ready.newest("lookups"), me=ready.sam)
    assert Visit().state(ready.at()) == "ask-each"


def test_a_choice_is_not_why_it_rests_while_the_window_has_not_passed(ready: House) -> None:
    ready.do(agreed(ready, "no-nearer", "apart").keep)
    assert rests_by_choice(ready.at()) is not None
    ready.do(change_couple, window_months=24)
    assert rests_by_choice(ready.at()) is None
    ready.do(change_couple, window_months=None)
    assert rests_by_choice(ready.later(days=42).at()) is None


def test_the_window_is_the_couples_to_set(ready: House) -> None:
    ready.do(change_couple, window_months=12)
    assert Visit().state(ready.at()) == "early"
    ready.do(change_couple, window_months=None)
    assert Visit().state(ready.at()) == "ask-each"
    for months in (1, 25):
        assert "2 to 24 months" in ready.refused(change_couple, window_months=months)
