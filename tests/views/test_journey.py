"""The Journey page: what is said of each practice, who sees which mark, and that both are alike."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.homes import ALEX, RITUALS, SAM, Row, at, documents, iso, mark, note, ritual, swapped
from tests.views.outings import outing
from tracker.content import article
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views.journey import JourneyPage, PracticeLine, journey_page

OTHER = {ALEX: SAM, SAM: ALEX, "": ""}
KEYS = [practice.key for practice in article().practices]
TALK = ritual("weekly-talk", name="Weekly talk", kept_by="both")
COUNSEL = ritual("counselling", cadence={"times": 1, "period": "month"})
GOAL = {"id": id_text(7), "title": "The garden", "why_fun": "Mud.", "state": "active", "by": ""}
WISH = {"id": id_text(8), "title": "Secret wish", "state": "wish", "by": ALEX}
PAUSE = {"kind": "ebb", "from": iso(30), "until": iso(22), "ritual": None, "by": ""}


def tried(practice: str, by: str, **fields: Any) -> Row:
    return {"practice": practice, "by": by, "day": iso(3), **fields}


def scene(by: str, read_on: str | None = None, quarter: str = "2026Q3", text: str = "Porridge.") -> Row:
    return {"quarter": quarter, "by": by, "text": text, "read_on": read_on}


def review(renewed_on: str | None) -> Row:
    return {"quarter": "2026Q3", "resolution": "", "renewed_on": renewed_on, "by": ""}


def line(held: Documents, key: str, viewer: str = "") -> PracticeLine:
    return next(one for one in journey_page(at(held), viewer).practices if one.key == key)


FULL: dict[str, Any] = {
    "rituals": [*RITUALS, TALK, COUNSEL],
    "pauses": [PAUSE, {**PAUSE, "from": iso(-5), "until": iso(-9)}],
    "moments": [
        *(mark("weekly-talk", ago, by) for ago in (1, 8) for by in (ALEX, SAM)),
        mark("counselling", 4, SAM),
        mark("date", 40),
    ],
    "appreciations": [note(ALEX, 3, told_on=iso(1)), note(SAM, 2), note(SAM, 2, "Other")],
    "beginnings": [{"kind": "song", "text": "Ours.", "on": None, "by": SAM}],
    "future_scenes": [scene(ALEX, iso(50)), scene(SAM, iso(50))],
    "reviews": [review(iso(48))],
    "plans": [outing("happened", "2026-11-10T19:00"), outing("planned")],
    "goals": [GOAL, WISH],
    "milestones": [{"goal": id_text(7), "title": "Dig", "order": 1, "done_on": iso(9)}],
}
SAID = {
    "ebb-and-flow": "1 pause taken",
    "find-the-cause": "nine reasons, to read on your own",
    "talk": "2 in a row, 2 of 3 weeks",
    "remember": "1 beginning kept",
    "mindset": "scenes read on 1 evening",
    "effort": "“we're in”, last on 3 Oct",
    "counselling": "1 appointment",
    "appreciate": "3 noticed, 1 told",
    "let-go": "not counted, on purpose",
    "kindness": "not counted, on purpose",
    "quality-time": "2 dates lived",
    "shared-goals": "1 goal under way, 1 step reached",
}


# ── What is said ──


@pytest.mark.parametrize("key", KEYS)
def test_what_is_held_of_each_practice(key: str) -> None:
    held = documents(**{**FULL, "rituals": [*RITUALS, {**TALK, "since": iso(18)}, COUNSEL]})
    assert line(held, key).held == SAID[key]


def test_before_anything_stands_there_is_no_figure_and_nothing_is_suggested() -> None:
    for one in journey_page(at(documents()), ALEX).practices:
        assert not re.search(r"\d", one.held), one.key
        assert one.suggests == ""
        assert not (one.both or one.mine)


def test_everything_that_stands_suggests_its_practice_but_for_those_that_are_not_counted() -> None:
    page = journey_page(at(documents(**FULL)), SAM)
    assert [one.key for one in page.practices if not one.suggests] == ["find-the-cause", "let-go", "kindness"]


def test_hidden_rhythm_leaves_no_figure() -> None:
    page = journey_page(at(documents(agreed={"show_rhythm": False}, **FULL, tried=both("talk"))), ALEX)
    assert [one.held for one in page.practices if re.search(r"\d", one.held) and one.key != "effort"] == []
    assert page.tried == ""
    assert line(documents(agreed={"show_rhythm": False}, **FULL), "let-go").held == SAID["let-go"]


def test_an_open_pause_says_that_everything_rests() -> None:
    held = documents(pauses=[{**PAUSE, "until": None}])
    assert line(held, "ebb-and-flow").held == "everything rests now"
    assert journey_page(at(held)).rests_now


def test_a_ritual_that_has_not_happened_stands_without_a_figure() -> None:
    assert line(documents(rituals=[*RITUALS, TALK]), "talk").held == "its ritual stands"
    assert line(documents(rituals=[*RITUALS, COUNSEL]), "counselling").suggests == "You have considered it."


@pytest.mark.parametrize("key", KEYS)
def test_each_says_what_the_article_says_with_its_lines_and_how_to_begin(key: str) -> None:
    practice, shown = article().practice(key), line(documents(), key)
    first, last = practice.lines
    assert (shown.gist, shown.begin, shown.source) == (practice.gist, practice.begin, f"L{first}–{last}")


# ── Where they are on the way ──


def test_the_month_the_span_and_what_pauses_took_out() -> None:
    page = journey_page(at(documents(pauses=[PAUSE])))
    assert (page.month, page.span, page.rested) == (
        "Month 4",
        "3 months, 8 days",
        "9 days of rest are not counted",
    )
    without = journey_page(at(documents()))
    assert (without.span, without.rested) == ("3 months, 17 days", "")


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ({}, "Window 6 months: suggested, the figure is ours"),
        ({"together_since": "2025"}, "Window 3 months: suggested, the figure is ours"),
        ({"together_since": "2001"}, "Window 9 months: suggested, the figure is ours"),
        ({"together_since": "2001", "window_months": 5}, "Window 5 months: set by you two"),
        ({"effort_start": None}, ""),
        ({"effort_start": iso(-3)}, ""),
        ({"show_month": False}, ""),
    ],
)
def test_the_window_says_whose_figure_it_is(agreed: dict[str, Any], said: str) -> None:
    page = journey_page(at(documents(agreed=agreed)))
    assert page.window_said == said
    assert bool(page.month) == bool(said)


def test_without_a_start_it_says_so_and_a_hidden_month_is_no_missing_start() -> None:
    assert journey_page(at(documents(agreed={"effort_start": None}))).no_start
    assert not journey_page(at(documents(agreed={"show_month": False}))).no_start


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, ""),
        (1, "one of the twelve is tried by both of you"),
        (11, "eleven of the twelve are tried by both of you"),
        (12, "all twelve are tried by both of you"),
    ],
)
def test_how_many_are_tried_in_words(number: int, said: str) -> None:
    marks = [one for key in KEYS[:number] for one in both(key)]
    assert journey_page(at(documents(tried=marks))).tried == said


def both(key: str) -> list[Row]:
    return [tried(key, ALEX), tried(key, SAM)]


# ── Whose marks ──


def test_ones_own_mark_shows_to_that_one_alone_until_both_have_one() -> None:
    held = documents(tried=[tried("talk", ALEX)])
    assert (line(held, "talk", ALEX).mine, line(held, "talk", ALEX).both) == (True, False)
    for viewer in (SAM, ""):
        assert (line(held, "talk", viewer).mine, line(held, "talk", viewer).both) == (False, False)
    held = documents(tried=both("talk"))
    assert [line(held, "talk", viewer).both for viewer in (ALEX, SAM, "")] == [True] * 3
    assert line(held, "talk", "").mine is False


def test_what_both_have_marked_is_not_suggested() -> None:
    assert line(documents(**FULL, tried=both("talk")), "talk").suggests == ""


MARKS = st.lists(st.tuples(st.sampled_from(KEYS), st.booleans()), max_size=14)
PRIVATE = st.fixed_dictionaries(
    {
        "marks": MARKS,
        "scenes": st.lists(st.tuples(st.sampled_from(["2026Q3", "2026Q4"]), st.text(max_size=9)), max_size=3),
        "words": st.lists(st.text(max_size=20), min_size=3, max_size=3),
        "skies": st.integers(0, 3),
        "wishes": st.integers(0, 3),
    }
)
SET_ASIDE = {"removed_at": "2026-11-20T10:00:00+00:00"}


def home(marks: Any, scenes: Any, words: list[str], skies: int, wishes: int) -> Documents:
    """One life, but for what Alex keeps private in it. Sam has marked nothing."""
    return documents(
        tried=[tried(key, ALEX, **(SET_ASIDE if gone else {})) for key, gone in marks],
        future_scenes=[scene(ALEX, None, quarter, text) for quarter, text in scenes],
        appreciations=[note(ALEX, ago, text, cue=text) for ago, text in enumerate(words)],
        weather=[{"day": iso(ago), "by": ALEX, "word": "stormy", "level": 1} for ago in range(skies)],
        goals=[{**WISH, "id": id_text(90 + number)} for number in range(wishes)],
    )


@given(one=PRIVATE)
def test_nothing_private_changes_what_the_other_or_nobody_sees(one: dict[str, Any]) -> None:
    plain = home([], [], ["Tea"] * 3, 0, 0)
    for viewer in (SAM, ""):
        assert journey_page(at(home(**one)), viewer) == journey_page(at(plain), viewer)


def test_their_author_sees_the_difference() -> None:
    assert journey_page(at(documents(tried=[tried("talk", ALEX)])), ALEX) != journey_page(
        at(documents()), ALEX
    )


@st.composite
def histories(draw: st.DrawFn) -> Documents:
    """Lives in which either did this or that."""
    who = st.sampled_from([ALEX, SAM])

    def some(make: Any) -> list[Row]:
        return [make(by, ago) for by, ago in draw(st.lists(st.tuples(who, st.integers(0, 90)), max_size=5))]

    return documents(
        rituals=[*RITUALS, TALK, COUNSEL],
        tried=[tried(key, by) for key, by in draw(st.lists(st.tuples(st.sampled_from(KEYS), who)))],
        moments=[
            *some(lambda by, ago: mark("weekly-talk", ago, by)),
            *some(lambda by, ago: mark("date", ago, by)),
        ],
        appreciations=some(lambda by, ago: note(by, ago, told_on=iso(ago // 2) if ago % 2 else None)),
        beginnings=some(lambda by, ago: {"kind": "drawn", "text": "x", "on": iso(ago), "by": by}),
        future_scenes=some(lambda by, ago: scene(by, iso(ago) if ago % 2 else None)),
        goals=some(lambda by, ago: {**WISH, "id": id_text(100 + ago), "by": by}),
    )


def unnamed(page: JourneyPage) -> JourneyPage:
    return page._replace(viewer="", viewer_name="")


@given(held=histories())
def test_exchanging_the_two_changes_nothing_but_who_sees_what(held: Documents) -> None:
    exchanged = swapped(held, but=["couple"])
    for viewer in (ALEX, SAM, ""):
        mine, theirs = journey_page(at(held), viewer), journey_page(at(exchanged), OTHER[viewer])
        assert unnamed(mine) == unnamed(theirs)


def test_exchanging_is_no_empty_gesture() -> None:
    held = documents(tried=[tried("talk", ALEX)])
    assert journey_page(at(swapped(held, but=["couple"])), ALEX) != journey_page(at(held), ALEX)
