"""What is said to be the article's stands in the lines it names; no sentence of ours is the article's own."""

from __future__ import annotations

import re

import pytest

from tests.data.article_sums import stands_in, sums, taken_over
from tests.sentences import Sentence, of_content, of_documents, of_source
from tracker.content import Practice, Reason, TimeStatement, article

SAID = {
    "ebb-and-flow": "sync financial illness rejected",
    "find-the-cause": "event eaten easier",
    "talk": "feeling work contentment renewing letters",
    "remember": "endearing annoying letters",
    "mindset": "banish separation imagine future",
    "effort": "effort joint thank react",
    "counselling": "increase expertise experience civil past",
    "appreciate": "appreciate granted time",
    "let-go": "friction forgiveness should change",
    "kindness": "effort misdirected score responsibility",
    "quality-time": "routine childcare date weekend silly romantic",
    "shared-goals": "goal love tension steps",
    "indifference": "housemates questions arguments",
    "lost-effort": "gifts granted expect surprising appreciation",
    "resentment": "cause carry load",
    "unmet-expectations": "expectations plans agreement",
    "little-communication": "thoughts withdrawn idea",
    "boredom": "variety excitement boring comfortable",
    "infidelity": "slate anger mistrust address",
    "physical-changes": "pregnancies illnesses stress everyone",
    "incompatibility": "exciting irritation directions middle",
    "apart-and-closer": "apart closer temporary",
    "effort-at-all-times": "effort times more",
    "sooner-with-a-counsellor": "speed expertise trial",
    "not-all-in-one-go": "probably uncomfortable time right",
    "each-and-every-day": "choice feeling positive every",
    "a-good-deal-of-time": "chunk time together",
    "regular-time": "regular time just date",
    "weekend-each-month": "trips weekend every month",
    "fresh-start": "physical might weeks dated times",
    "regular-again": "regular everything help",
    "feelings-change": "fixed months years might",
    "hurt-takes-time": "willing time effort counselor speed",
    "from-afar": "afar some decide",
    "no-definitive-answer": "definitive answer",
    "everything-tried": "tips article practice",
    "no-nearer": "tips practice nearer months probably sign might",
    "various-factors": "factors work children long",
    "years-together": "couple probably decades matters reason",
    "no-snap-decisions": "snap temporary upheaval sooner",
}
"""For each statement that is shown as the article's, telling words that its lines must hold."""

THINGS: list[Practice | Reason | TimeStatement] = [
    *article().practices,
    *article().reasons,
    *article().timeline,
]
STATEMENTS = {thing.key: thing for thing in THINGS}


def test_every_statement_is_walked() -> None:
    assert set(SAID) == set(STATEMENTS)


@pytest.mark.parametrize("key", STATEMENTS)
def test_a_statement_of_the_article_stands_in_its_lines(key: str) -> None:
    first, last = STATEMENTS[key].lines
    assert [word for word in SAID[key].split() if len(word) > 3 and not stands_in(word, first, last)] == []


def test_the_sums_are_those_of_the_article() -> None:
    runs, words = sums()
    assert len(runs) > 5900
    assert len(words) > 3400
    assert stands_in("weekend", 213, 213)
    assert not stands_in("weekend", 212, 212)
    assert not stands_in("weekend", 214, 300)


def test_no_sentence_of_ours_is_the_articles() -> None:
    title = article().title
    ours = (Sentence(where, text.replace(title, "")) for where, text in _all())
    assert [(one.place, run) for one in ours if (run := taken_over(one.text))] == []


def _all() -> list[Sentence]:
    return [*of_content(), *of_source(), *of_documents()]


def test_a_sentence_taken_over_would_be_found() -> None:
    """The one sentence of it that we show is its title."""
    assert taken_over(f"Read {article().title} first.") == "if you want to fall back in"


def test_every_figure_of_ours_is_called_ours() -> None:
    """What we made of a statement stands apart from it, and says so wherever it names a figure."""
    number = r"(one|two|three|four|six|nine)"
    figure = re.compile(
        rf"\d|\b{number} (date|note|dates|weeks|months)\b|\b(once|daily|monthly)\b", re.IGNORECASE
    )
    ours = re.compile(r"\b(our|ours|names no number|you choose)\b", re.IGNORECASE)
    named = [statement for statement in article().timeline if figure.search(statement.ours)]
    assert len(named) >= 5
    assert [statement.key for statement in named if not ours.search(statement.ours)] == []
