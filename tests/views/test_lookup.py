"""The look-up as it is shown: whose each sentence is, and nothing told before both reveal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.homes import ALEX, SAM, TODAY, Row, at, documents, swapped
from tracker.acts.common import Standing
from tracker.acts.looking_up import Visit
from tracker.content import Practice, TimeStatement, article
from tracker.content_lookup import lookup_words
from tracker.lookup.state import ANSWERS, OUTCOMES, STATES, Answer
from tracker.views.lookup import LookupPage, as_json, lookup_page, way_of, window_said

Two = tuple[Answer, Answer]
KEYS = [one.key for one in article().practices]
READY = {"effort_start": "2026-01-10"}
CHANGES: dict[str, dict[str, Any]] = {
    "not-started": {"agreed": {"effort_start": None}},
    "paused": {"pauses": [{"kind": "ebb", "from": "2026-11-01", "until": "2026-12-24", "ritual": None}]},
    "early": {"agreed": {"effort_start": "2026-08-03"}},
    "upheaval": {"pauses": [{"kind": "upheaval", "from": "2026-10-01", "until": None, "ritual": "date"}]},
    "not-all-tried": {"tried": []},
}
"""What makes each state, beside a couple of whom the question may be asked."""
OF_OUTCOMES: dict[str, Two] = {
    "nearer": ("nearer", "nearer"),
    "no-nearer": ("same", "further"),
    "mixed": ("nearer", "same"),
}


def marks(*keys: str, by: tuple[str, ...] = (ALEX, SAM)) -> list[Row]:
    return [{"practice": key, "by": who, "day": "2026-05-01"} for key in keys for who in by]


def home(agreed: dict[str, Any] | None = None, **tables: Any) -> Standing:
    """A couple of whom the question may be asked today, but for what is given."""
    return at(documents(agreed={**READY, **(agreed or {})}, **{"tried": marks(*KEYS), **tables}))


def answered(here: Standing, answers: Two, presses: tuple[str, ...] = (ALEX, SAM)) -> Visit:
    """A visit in which Alex and Sam gave these answers."""
    visit = Visit()
    for partner, answer in zip((ALEX, SAM), answers, strict=True):
        visit.answer(here, answer, me=partner)
    for partner in presses:
        visit.reveal(here, me=partner)
    return visit


def looked_up(chosen: str, **fields: Any) -> Row:
    """A look-up of three weeks ago with its chosen way."""
    kept = {"day": "2026-11-01", "window": 6, "state": "no-nearer", "chosen": chosen}
    return {**kept, "next_look": (TODAY + timedelta(days=42)).isoformat(), **fields}


def every_page() -> Iterator[tuple[str, LookupPage]]:
    """Each of the nine states, as each of the two and nobody sees it; also what stands in no plain one."""
    for viewer in ("", ALEX, SAM):
        for state, change in CHANGES.items():
            yield state, lookup_page(home(**change), None, viewer)
        yield "not-started", lookup_page(home({"effort_start": "2026-12-24"}), None, viewer)
        yield "paused", lookup_page(home(pauses=[{"kind": "ebb", "from": "2026-11-01", "until": None}]))
        yield "early", lookup_page(home({"effort_start": "2026-08-03", "window_months": 24}), None, viewer)
        yield "early", lookup_page(home({"effort_start": "2026-08-03", "together_since": "2001"}))
        yield "early", lookup_page(home(lookups=[looked_up("apart")]), None, viewer)
        yield "ask-each", lookup_page(home(), None, viewer)
        for state, answers in OF_OUTCOMES.items():
            here = home()
            yield state, lookup_page(here, answered(here, answers), viewer)


PAGES = list(every_page())


# ── Whose each sentence is ──


def test_every_state_is_shown() -> None:
    assert {state for state, _ in PAGES} == set(STATES)
    assert all(page.state == state for state, page in PAGES)


def test_what_is_shown_as_the_articles_has_its_line_and_nothing_added() -> None:
    things: list[Practice | TimeStatement] = [*article().practices, *article().timeline]
    held = {one.key: one for one in things}
    said = [one for _, page in PAGES for one in (*page.always, *page.said) if one.key]
    assert len(said) > 100
    for one in said:
        assert one.text == held[one.key].gist
        first, last = held[one.key].lines
        assert 1 <= first <= last <= 418


def test_no_definitive_answer_comes_first_in_every_state_and_feelings_change_beside_it() -> None:
    for _, page in PAGES:
        assert [one.key for one in page.always] == ["no-definitive-answer", "feelings-change"]
        assert page.credit == f"“{article().title}” by {article().author}"


def test_the_sentence_about_stopping_keeps_its_hedges_and_its_three_factors() -> None:
    keys = {state: [one.key for one in page.said if one.key] for state, page in PAGES}
    assert keys["no-nearer"] == ["no-nearer", "various-factors", "years-together"]
    assert [state for state, found in keys.items() if "no-nearer" in found] == ["no-nearer"]


FIGURE = re.compile(r"\d+ months|\b(two|three|four|six|eight)\b.*\b(weeks|months)\b")


def test_every_figure_of_ours_is_called_ours_in_the_same_words() -> None:
    ours = [one.text for _, page in PAGES for one in page.said if not one.key]
    figures = [text for text in ours if FIGURE.search(text) and "as you chose" not in text]
    assert len(figures) > 20
    assert [text for text in figures if not re.search(r"\bours\b", text)] == []


def test_every_state_has_words_of_ours_and_all_words_belong_to_a_state() -> None:
    assert all(any(not one.key for one in page.said) for _, page in PAGES)
    assert {one.key for one in lookup_words().states} == {*STATES, "not-started-ahead", "early-chosen"}


def test_what_is_asked_is_never_computed_with() -> None:
    pages = []
    for children in ("yes", "no", "unsaid"):
        here = home({"children": children})
        pages.append((lookup_page(here, answered(here, ("same", "same"))), as_json(here)))
    assert pages[0] == pages[1] == pages[2]
    assert len(pages[0][0].questions) == 3


# ── What the states say ──


def test_the_day_of_the_next_look_is_said_where_there_is_one() -> None:
    said = {state: " ".join(one.text for one in page.said) for state, page in PAGES[:5]}
    assert "Sunday 3 May 2027" not in said["early"]
    assert "Wednesday 3 February 2027" in said["early"]
    assert "Friday 25 December 2026" in said["paused"]
    assert "once no pause is open" in said["upheaval"]
    assert "next look" not in said["not-started"]


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ({"window_months": 4}, "4 months, as you chose"),
        ({"together_since": "2001"}, "9 months, suggested for your years together"),
        ({}, "6 months, suggested until you say"),
    ],
)
def test_the_window_says_whose_it_is(agreed: dict[str, Any], said: str) -> None:
    assert said in window_said(home(agreed))


def test_what_is_left_to_try_names_the_practices() -> None:
    page = lookup_page(home(tried=marks(*KEYS[2:])))
    assert page.left == ("1 Closeness comes and goes", "2 Find what changed")


def test_the_ways_on_have_equal_weight_and_none_is_chosen_beforehand() -> None:
    fourth = {"no-nearer": "talk-about-ending", "mixed": "talk-again"}
    for state, last in fourth.items():
        page = dict(PAGES)[state]
        names = ["keep-going", "counsellor", "apart", last, "not-now"]
        assert [choice.key for choice in page.choices] == names
        assert len({choice.note for choice in page.choices[1:4]}) == 1
        assert not any(choice.mine for choice in page.choices)
    assert [choice.key for choice in dict(PAGES)["nearer"].choices] == ["look-again", "not-now"]


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("keep-going", "to keep going"),
        ("counsellor", "a counsellor"),
        ("apart", "some time apart"),
        ("talk-about-ending", "to talk about ending"),
        ("talk-again", "to talk it over again"),
        ("", "to look again later"),
    ],
)
def test_after_a_choice_it_says_what_was_chosen_and_until_when_it_rests(way: str, words: str) -> None:
    page = lookup_page(home(lookups=[looked_up(way)]))
    said = "\n".join(page.lines())
    assert f"You chose {words}; the question rests until Friday 1 January 2027." in said
    assert "soon" not in said and "window" not in said


def test_a_choice_in_a_window_that_has_not_passed_is_too_soon_like_any_other() -> None:
    said = "\n".join(lookup_page(home({"window_months": 24}, lookups=[looked_up("apart")])).lines())
    assert "Too soon" in said and "Your window is 24 months" in said and "You chose" not in said


def test_time_apart_offers_its_pause_and_a_counsellor_its_ritual_where_there_is_none_yet() -> None:
    def offered(way: str, **tables: Any) -> str:
        return lookup_page(home(lookups=[looked_up(way)], **tables)).offer

    apart = {"kind": "apart", "from": "2026-11-01", "until": None, "ritual": "date"}
    ritual = {"key": "counselling", "name": "Counselling", "cadence": {"times": 1, "period": "month"}}
    assert offered("apart") == "pause"
    assert offered("apart", pauses=[apart]) == ""
    assert offered("apart", pauses=[{**apart, "until": "2026-11-02"}]) == "pause"
    assert offered("counsellor") == "ritual"
    assert offered("counsellor", rituals=[ritual]) == ""
    assert offered("counsellor", rituals=[{**ritual, "archived_on": "2026-11-02"}]) == "ritual"
    assert {offered(way) for way in ("keep-going", "talk-again", "talk-about-ending", "")} == {""}
    assert {page.offer for _, page in PAGES} == {"", "pause"}


def test_ones_own_choice_shows_to_oneself_alone_until_both_chose_it() -> None:
    here = home()
    for state, way in (("no-nearer", "apart"), ("mixed", "talk-again"), ("nearer", "")):
        visit = answered(here, OF_OUTCOMES[state])
        plain = lookup_page(here, visit, SAM)
        visit.choose(here, way_of(way or "look-again"), me=ALEX)
        assert lookup_page(here, visit, SAM) == plain
        mine = lookup_page(here, visit, ALEX)
        assert [choice.key for choice in mine.choices if choice.mine] == [way or "look-again"]
        assert mine.own.startswith("You chose “") and "kept once Sam chooses it, too" in mine.own


# ── Before both reveal ──

PAIRS: list[Two] = [(one, other) for one in ANSWERS for other in ANSWERS]
EARLIER = [(), (ALEX,), (SAM,)]
"""Who pressed reveal, where it is not both."""


@pytest.mark.parametrize("presses", EARLIER)
@pytest.mark.parametrize("viewer", ["", ALEX, SAM])
def test_until_both_reveal_nothing_shown_depends_on_any_answer(viewer: str, presses: tuple[str, ...]) -> None:
    here = home()
    shown = {lookup_page(here, answered(here, answers, presses), viewer) for answers in PAIRS}
    assert len(shown) == 1


@pytest.mark.parametrize("mine", [(), ("same",)], ids=["not answered", "answered"])
@pytest.mark.parametrize(("viewer", "other"), [("", SAM), ("", ALEX), (ALEX, SAM), (SAM, ALEX)])
def test_nor_on_what_the_other_one_did(viewer: str, other: str, mine: tuple[Answer, ...]) -> None:
    here = home()
    seen = set()
    for theirs in (None, *ANSWERS):
        for pressed in (False, True) if theirs else (False,):
            visit = Visit()
            for answer in mine if viewer else ():
                visit.answer(here, answer, me=viewer)
            if theirs:
                visit.answer(here, theirs, me=other)
            if pressed:
                visit.reveal(here, me=other)
            seen.add(lookup_page(here, visit, viewer))
    assert len(seen) == 1


def test_what_its_giver_is_told_is_that_it_is_kept_for_this_visit() -> None:
    here = home()
    for presses in EARLIER:
        for viewer in (ALEX, SAM):
            page = lookup_page(here, answered(here, ("further", "nearer"), presses), viewer)
            assert page.own.startswith("Your answer is kept for this visit")
            assert page.choices == ()
            assert page.given == ()


def test_once_both_revealed_both_see_the_same() -> None:
    here = home()
    for answers in PAIRS:
        visit = answered(here, answers)
        pages = {lookup_page(here, visit, viewer) for viewer in (ALEX, SAM)}
        assert len(pages) == 1
        page = pages.pop()
        assert page.state in OUTCOMES
        nobody = lookup_page(here, visit, "")
        assert nobody == page._replace(own=nobody.own)


@given(st.sets(st.sampled_from(KEYS)), st.sets(st.sampled_from(KEYS)))
def test_what_one_alone_marked_changes_nothing_that_both_may_see(alex: set[str], sam: set[str]) -> None:
    """Taking every mark away that the other one does not share leaves all as it is."""
    both = alex & sam
    one = home(tried=[*marks(*alex, by=(ALEX,)), *marks(*sam, by=(SAM,))])
    other = home(tried=marks(*both))
    for viewer in ("", ALEX, SAM):
        assert lookup_page(one, None, viewer) == lookup_page(other, None, viewer)
    assert as_json(one) == as_json(other)


@given(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS), st.sampled_from([*CHANGES, ""]))
def test_exchanging_the_two_changes_the_names_alone(alex: Answer, sam: Answer, change: str) -> None:
    here = home(**CHANGES.get(change, {}))
    turned = at(swapped(here.library.documents, but=["couple"]))
    if change:
        pages = [lookup_page(where) for where in (here, turned)]
    else:
        plain, other = answered(here, (alex, sam)), answered(turned, (sam, alex))
        pages = [lookup_page(here, plain), lookup_page(turned, other)]
        assert pages[0].given == tuple((name, said) for (name, _), (_, said) in _crossed(pages))
    assert pages[0]._replace(given=()) == pages[1]._replace(given=())
    assert as_json(here) == as_json(turned)


def _crossed(pages: list[LookupPage]) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Each name of the first page with what the other name says on the second."""
    return list(zip(pages[0].given, reversed(pages[1].given), strict=True))


# ── For a script ──


def test_a_script_is_told_what_both_may_know() -> None:
    told = as_json(home({"together_since": "2001", "effort_start": "2026-08-03"}, tried=marks(*KEYS[1:])))
    assert told == {
        "state": "early",
        "month": 4,
        "months": 3,
        "days": 17,
        "start": "2026-08-03",
        "window": 9,
        "window_suggested": 9,
        "next_look": "2027-05-03",
        "tried": KEYS[1:],
        "left": KEYS[:1],
    }


def test_what_is_not_known_is_null() -> None:
    told = as_json(home({"effort_start": None}))
    assert [told[name] for name in ("month", "months", "days", "start", "next_look")] == [None] * 5
    assert json.loads(json.dumps(told)) == told


def test_a_look_up_that_named_a_day_puts_the_question_off() -> None:
    day = (TODAY + timedelta(days=30)).isoformat()
    kept = {"day": "2026-11-01", "window": 6, "state": "mixed", "chosen": "apart", "next_look": day}
    told = as_json(home(lookups=[kept]))
    assert (told["state"], told["next_look"]) == ("early", day)
